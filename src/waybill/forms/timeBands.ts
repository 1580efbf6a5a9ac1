import {scaleUtc, utcDay, utcMonth, utcYear} from "d3";
import {formatDate} from "../model/format.js";
import type {Color} from "../theme.js";
import {widthOf} from "./measure.js";
import type {Sketch} from "./sketch.js";

/** Time from left to right, in bands of years, months or days. Lengths are in pixels. */
export interface TimeBands {
  /** Returns where a moment, in milliseconds, lies. */
  at: (time: number) => number;
  /** Height of the names of the bands above them. */
  height: number;
  /** Returns the names of the bands, and every other one as a ground that ends there. */
  draw: (bottom: number, color: Color) => Sketch[];
}

const day = 864e5;
const yearZero = new Date("0000-01-01");
/** How many of them one band may have: it begins where readers count from. */
const years = {interval: utcYear, letters: 4, steps: [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000]};
const months = {interval: utcMonth, letters: 7, steps: [1, 2, 3, 6, 12]};
const days = {interval: utcDay, letters: 10, steps: [1, 2, 7, 14, 28]};

/**
 * Returns time to scale, the first of some moments at `from`, the last at `to` or
 * before it, in bands that fill the frame from left to right: of years where they
 * lie more than a year apart, else of months or days; of several where there is no
 * room for the name of each. The first has the name of what it begins in.
 */
export function timeBands(
  times: readonly number[],
  {left, right, from, to, size}: {left: number; right: number; from: number; to: number; size: number},
): TimeBands {
  if (times.length === 0) return {at: () => left, height: 0, draw: () => []};
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const most = (names: readonly string[]): number => Math.floor((right - left) / (widthOf(names, size) + 14));
  const begun = bandsOf([first, last], most);
  const scale = scaleUtc([new Date(first), new Date(Math.max(first + day, last, roomy()))], [from, to]);
  const bands = begun.map(({name, start}, i) => ({
    name,
    x1: i === 0 ? left : scale(start),
    x2: i + 1 < begun.length ? scale(begun[i + 1].start) : right,
    isGround: i % 2 === 0,
  }));
  const height = Math.round(size * 1.28) + 8;
  return {
    at: scale,
    height,
    draw: (bottom, color) => [
      {
        color: color("land"),
        strokes: bands
          .filter(({isGround}) => isGround)
          .map(({x1, x2}) => ({
            d: `M${round(x1)},0H${round(x2)}V${Math.round(bottom)}H${round(x1)}Z`,
            fill: 1,
          })),
      },
      {
        color: color("muted"),
        words: bands
          .filter(({name, x1, x2}) => widthOf([name], size) + 8 <= x2 - x1)
          .map(({name, x1}) => ({
            x: round(x1 + 6),
            y: height / 2 + 1,
            lines: [name],
            anchor: "start" as const,
            size,
          })),
      },
    ],
  };

  /** Returns until when the last band has to go on to have room for its name: at most to where it ends. */
  function roomy(): number {
    const {name, start, end} = begun[begun.length - 1];
    const share = (widthOf([name], size) + 16) / (right - left);
    return Math.min(end, first + (start - first) / Math.max(0.1, 1 - share));
  }
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Returns the bands in which some time lies, no more of them than there is room for with such names, but for the first. */
function bandsOf(
  [first, last]: readonly [number, number],
  mostOf: (names: readonly string[]) => number,
): {name: string; start: number; end: number}[] {
  // An end is the first moment after it: nothing lies in a year that begins there.
  const length = Math.max(0, last - 1 - first);
  const {interval, letters, steps} = length > 365 * day ? years : length > 60 * day ? months : days;
  const nameOf = (date: Date): string => formatDate(date.toISOString().slice(0, letters));
  const begun = interval.range(interval.floor(new Date(first)), new Date(first + length + 1));
  const most = Math.max(1, mostOf(begun.map(nameOf)));
  const step = steps.find((step) => begun.length / step <= most) ?? steps[steps.length - 1];
  const origin = interval === utcDay ? begun[0] : yearZero;
  const into = (date: Date): number => interval.count(origin, date) % step;
  return begun
    .filter((date, i) => i === 0 || into(date) === 0)
    .map((date) => ({
      name: nameOf(date),
      start: Number(date),
      end: Number(interval.offset(date, step - into(date))),
    }));
}
