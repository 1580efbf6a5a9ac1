import {drawDot} from "../marks/drawDot.js";
import {drawEdges} from "../marks/drawEdges.js";
import type {Stroke} from "../marks/drawStrip.js";
import {paintOf, stateOf} from "../marks/state.js";
import {type Color, textSize} from "../theme.js";
import {type Flag, type PlacedFlag, placeFlags, poleGap} from "./flags.js";
import {widthOf} from "./measure.js";
import type {Sketch} from "./sketch.js";
import {textBlock} from "./textBlock.js";
import {type TimeAxis, timeAxis} from "./timeAxis.js";
import type {TimelineRow} from "./timeline.js";
import type {TimelineEvent} from "./timelineEvents.js";
import {partsOf, type Said} from "./timelineWords.js";

/** More events than this are read from top to bottom. */
const mostEvents = 12;
/** So is what would be higher than this share of its width. */
const highest = 0.72;
/** Height of the ticks' words below the line. */
const tickHead = 24;
const nearWords = 8;

interface Setting {
  width: number;
  side: number;
  fold: boolean;
  said: readonly Said[];
  rows: readonly TimelineRow[];
  /** Whether the words of an event stand below the line. */
  isBelow: (i: number) => boolean;
}

/** A line of time from left to right, as it is drawn. */
export interface Across {
  height: number;
  axis: (color: Color) => Sketch[];
  event: (i: number, colors: {mark: string; pole: string}) => Sketch[];
}

/** Where the mark of an event lies. */
interface Mark {
  x1: number;
  x2: number;
  /** How many marks lie between it and the line. */
  track: number;
  isBelow: boolean;
}

/**
 * Returns events on one line of time from left to right, to scale, their words
 * above and below it; null where so many or such long words are better read
 * from top to bottom. Events without a date stand below all others.
 */
export function timelineAcross(events: readonly TimelineEvent[], setting: Setting): Across | null {
  const {width, side, fold, said, rows, isBelow} = setting;
  const dated = events.flatMap(({interval}, i) => (interval ? [i] : []));
  if (dated.length < 2 || events.length > mostEvents) return null;
  const isWide = width >= 800;
  const {thick, pitch} = isWide ? {thick: 15, pitch: 22} : {thick: 12, pitch: 18};
  const [from, to] = [side, width - side];
  const inset = dated.some((i) => events[i].isDay) ? thick / 2 : 0;
  const least = isWide ? 190 : 150;
  const axisTo = (end: number): TimeAxis =>
    timeAxis(
      dated.map((i) => events[i].interval!),
      {from: from + inset, to: end - Math.max(2, inset), fold, apart: 74},
    );
  // The line leaves room for the words that begin at the last span.
  const whole = axisTo(to);
  const last = Math.max(...dated.map((i) => (events[i].isDay ? from : whole.at(events[i].interval![0]))));
  const end = to - last < least + poleGap ? to - least + Math.min(to - last, least / 3) : to;
  const axis = end < to ? axisTo(end) : whole;
  const marks = marksOf(dated, {events, axis, isBelow, thick});
  const tracksOf = (below: boolean): number =>
    Math.max(0, ...[...marks.values()].filter((mark) => mark.isBelow === below).map(({track}) => track + 1));
  const flags = new Map<number, PlacedFlag & {x: number}>();
  const poleOf = (i: number): number => {
    const {x1, x2} = marks.get(i)!;
    return events[i].isDay ? (x1 + x2) / 2 : Math.min(x1, to - 2);
  };
  for (const below of [false, true]) {
    const own = dated.filter((i) => isBelow(i) === below).sort((a, b) => poleOf(a) - poleOf(b));
    const set = own.map(
      (i): Flag => ({x: poleOf(i), wordsIn: (room) => textBlock(partsOf(said[i], width), room)}),
    );
    const placed = placeFlags(set, {from, to, least: least * 0.8, most: width * 0.75});
    own.forEach((i, k) => {
      // Words to the left of a span hang on its end.
      const x = placed[k].anchor === "end" && !events[i].isDay ? Math.min(to, marks.get(i)!.x2) : poleOf(i);
      flags.set(i, {...placed[k], x});
    });
  }
  const reachOf = (below: boolean): number =>
    Math.max(
      0,
      ...dated.flatMap((i) => {
        const {away, words} = flags.get(i)!;
        return isBelow(i) === below ? away + words.height + nearWords : [];
      }),
    );
  const line = reachOf(false) + tracksOf(false) * pitch + (tracksOf(false) > 0 ? 5 : 0) + 1;
  const foot = line + tickHead + tracksOf(true) * pitch + reachOf(true);
  const loose = events.flatMap(({interval}, i) => (interval ? [] : [i]));
  let bottom = foot + (loose.length > 0 ? 16 : 0);
  const below = new Map(
    loose.map((i) => {
      const words = textBlock(partsOf(said[i], width), to - from);
      const y = bottom;
      bottom += words.height + 12;
      return [i, words.at(side, y)] as const;
    }),
  );
  if (bottom > width * highest) return null;
  /** The middle of a track. */
  const middleOf = ({track, isBelow}: Mark): number =>
    isBelow ? line + tickHead + (track + 0.5) * pitch : line - 5 - (track + 0.5) * pitch;
  /** Where poles begin: outside all tracks of a side. */
  const rimOf = (isBelow: boolean): number =>
    isBelow ? line + tickHead + tracksOf(true) * pitch : line - 5 - tracksOf(false) * pitch;
  return {
    height: bottom,
    axis: (color) => drawLine(axis, {line, from, to: end, most: to, color}),
    event(i, colors) {
      const mark = marks.get(i);
      const flag = flags.get(i);
      if (!mark || !flag) return below.get(i)!;
      const {words, away, anchor, x} = flag;
      const sign = mark.isBelow ? 1 : -1;
      const near = rimOf(mark.isBelow) + sign * (nearWords + away);
      const top = mark.isBelow ? near : near - words.height;
      const middle = middleOf(mark);
      const end = mark.isBelow ? top + words.height - 3 : top + 3;
      return [
        {color: colors.pole, strokes: [{d: `M${x},${middle}V${Math.round(end)}`, width: 1}]},
        {color: colors.mark, strokes: strokesOf(events[i], mark, {axis, row: rows[i], middle, thick})},
        ...words.at(x + (anchor === "start" ? poleGap : -poleGap), top, anchor),
      ];
    },
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Returns where marks lie: the longest nearest to the line, none over another. */
function marksOf(
  dated: readonly number[],
  {
    events,
    axis,
    isBelow,
    thick,
  }: {
    events: readonly TimelineEvent[];
    axis: TimeAxis;
    isBelow: (i: number) => boolean;
    thick: number;
  },
): Map<number, Mark> {
  const marks = new Map<number, Mark>();
  const reach = (i: number): [number, number] => {
    const {interval, isDay} = events[i];
    const [x1, x2] = interval!.map(axis.at);
    return isDay ? [x1 - thick / 2, x1 + thick / 2] : [x1, Math.max(x2, x1 + 6)];
  };
  const longest = [...dated].sort((a, b) => reach(b)[1] - reach(b)[0] - reach(a)[1] + reach(a)[0] || a - b);
  for (const i of longest) {
    const [x1, x2] = reach(i);
    const taken = new Set(
      [...marks.values()]
        .filter((mark) => mark.isBelow === isBelow(i) && mark.x1 < x2 + 1 && x1 - 1 < mark.x2)
        .map(({track}) => track),
    );
    let track = 0;
    while (taken.has(track)) track++;
    marks.set(i, {x1, x2, track, isBelow: isBelow(i)});
  }
  return marks;
}

/** Returns the mark of an event: a day as a dot, what is somewhere in a month or a year as a bracket over it, else a span, its line thin where it may not last yet or any more. */
function strokesOf(
  {interval, sure, isDay, isOpen, turn}: TimelineEvent,
  {x1, x2}: Mark,
  {axis, row, middle, thick}: {axis: TimeAxis; row: TimelineRow; middle: number; thick: number},
): Stroke[] {
  const paint = paintOf(stateOf(row.status));
  if (isDay) return drawDot({x: (x1 + x2) / 2, y: middle, r: thick / 2}, "square", paint);
  const y = middle - thick / 2;
  const [startSure, endSure] = sure.map((time) => Math.min(Math.max(axis.at(time), x1), x2));
  const [first] = interval!.map(axis.at);
  const thin = (start: number, end: number): string =>
    end - start > 1.5 ? `M${round(start)},${round(middle)}H${round(end)}` : "";
  if (!isOpen && startSure >= endSure) {
    const end = (x: number): string => `M${round(x)},${round(middle - 4)}v8`;
    const dash = paint.outline ? paint.dash : null;
    return [{d: end(first + 1) + thin(first, x2) + end(x2 - 1), width: 2, dash}];
  }
  const until = isOpen ? x2 : endSure;
  const edges = {x1: startSure, x2: until, startSure, endSure: until, y, height: thick, open: isOpen};
  return [
    {d: thin(first, startSure) + thin(until, x2), width: 2},
    ...drawEdges({...edges, turn: turn === undefined ? null : axis.at(turn)}, paint),
  ];
}

function drawLine(
  {ticks, breaks}: TimeAxis,
  {line, from, to, most, color}: {line: number; from: number; to: number; most: number; color: Color},
): Sketch[] {
  const stops = [from, ...breaks.flatMap((x) => [x - 4, x + 4]), to].map((x) => Math.round(x * 10) / 10);
  const pieces = stops.flatMap((x, i) => (i % 2 === 0 ? `M${x},${line}H${stops[i + 1]}` : []));
  const slants = stops.slice(1, -1).map((x) => `M${x - 3},${line + 5}L${x + 3},${line - 5}`);
  const marks = ticks.map(({y: x}) => `M${Math.round(x * 10) / 10},${line}v5`);
  return [
    {color: color("grey"), strokes: [{d: [...pieces, ...slants, ...marks].join(""), width: 1}]},
    {
      color: color("muted"),
      words: ticks.map(({y: x, lines}) => {
        const text = {y: line + 13, lines: [lines.join(" ")], size: textSize.small};
        const isLast = x + 1 + widthOf(text.lines, text.size) > most;
        return {...text, x: isLast ? most : x + 1, anchor: isLast ? ("end" as const) : ("start" as const)};
      }),
    },
  ];
}
