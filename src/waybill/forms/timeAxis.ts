import {median, scaleLinear, scaleUtc} from "d3";
import {formatDate} from "../model/format.js";

/** From when to when something may have lasted, in milliseconds. */
export type Interval = readonly [start: number, end: number];

export interface TimeAxis {
  /** Returns where a moment lies, in pixels. */
  at: (time: number) => number;
  /** A tick says its year only where it is another one than before. */
  ticks: {y: number; lines: string[]}[];
  /** The middles of the gaps that are cut out. */
  breaks: number[];
}

const day = 864e5;
const year = 365.25 * day;
/** What is left of a gap that is cut out, in pixels. */
const cut = 36;
/** A gap is cut out when it takes more than this share of the axis. */
const longest = 0.34;
/** And it is so many times as long as those that stay. */
const unlike = 3;
const leastApart = 30;

/**
 * Returns an axis of time to scale over some pixels. A gap without events that
 * would take more than a third of it, and is unlike the others, is cut out.
 * Ticks are so many pixels apart, at least.
 */
export function timeAxis(
  intervals: readonly Interval[],
  {from, to, fold = true, apart = leastApart}: {from: number; to: number; fold?: boolean; apart?: number},
): TimeAxis {
  const runs = runsOf(intervals);
  const [first, last] = [runs[0][0], runs[runs.length - 1][1]];
  const cuts = fold ? cutsOf(runs, (to - from) / (2 * cut)) : [];
  const kept = last - first - cuts.reduce((sum, [a, b]) => sum + b - a, 0);
  const perTime = (to - from - cuts.length * cut) / (kept || 1);
  const [domain, range] = [[first], [from]];
  for (const [a, b] of cuts) {
    const y = range[range.length - 1] + (a - domain[domain.length - 1]) * perTime;
    domain.push(a, b);
    range.push(y, y + cut);
  }
  domain.push(last > first ? last : first + 1);
  range.push(to);
  const at = scaleLinear(domain, range);
  const format = formatOf(kept);
  const count = (((to - from) / (2 * apart)) * (last - first)) / (kept || 1);
  const regular = scaleUtc([new Date(first), new Date(last)], [from, to])
    .ticks(Math.max(2, Math.min(40, Math.round(count))))
    .map(Number)
    .filter((time) => !cuts.some(([a, b]) => time > a && time < b));
  const chosen: {y: number; time: number}[] = [];
  for (const time of [first, ...cuts.map(([, end]) => end), ...regular]) {
    const y = at(time);
    if (chosen.every((other) => Math.abs(other.y - y) >= apart && format(other.time) !== format(time)))
      chosen.push({y, time});
  }
  let before = "";
  const ticks = chosen
    .sort((a, b) => a.y - b.y)
    .map(({y, time}) => {
      const [short, ofYear = ""] = format(time).split(", ");
      const lines = ofYear && ofYear !== before ? [short, ofYear] : [short];
      before = ofYear;
      return {y, lines};
    });
  return {at, ticks, breaks: cuts.map(([a]) => at(a) + cut / 2)};
}

// Stretches of time in which something happens or may.
function runsOf(intervals: readonly Interval[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const [start, end] of [...intervals].sort((a, b) => a[0] - b[0])) {
    const run = runs.at(-1);
    if (run && start <= run[1]) run[1] = Math.max(run[1], end);
    else runs.push([start, end]);
  }
  return runs;
}

function cutsOf(runs: readonly Interval[], most: number): Interval[] {
  const gaps = runs.slice(1).map(([start], i): Interval => [runs[i][1], start]);
  const sorted = [...gaps].sort((a, b) => b[1] - b[0] - (a[1] - a[0]));
  const cuts = new Set<Interval>();
  let kept = runs[runs.length - 1][1] - runs[0][0];
  for (const [i, gap] of sorted.entries()) {
    const length = gap[1] - gap[0];
    const others = sorted.slice(i + 1).map(([a, b]) => b - a);
    if (others.length < 2 || cuts.size + 1 > most) break;
    if (length < longest * kept || length < unlike * median(others)!) break;
    cuts.add(gap);
    kept -= length;
  }
  return gaps.filter((gap) => cuts.has(gap));
}

/** Returns how moments are written on an axis that is so long: as a year, “May, 2022” or “3 May, 2022”. */
function formatOf(length: number): (time: number) => string {
  const iso = (time: number): string => new Date(time).toISOString();
  if (length > 2.5 * year) return (time) => iso(time).slice(0, 4);
  return (time) =>
    formatDate(iso(time).slice(0, length > 100 * day ? 7 : 10))
      .replace(/([A-Z][a-z]{2})[a-z]+/, "$1")
      .replace(/ (\d{4})$/, ", $1");
}
