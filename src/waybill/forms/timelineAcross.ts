import {drawDot} from "../marks/drawDot.js";
import {drawEdges} from "../marks/drawEdges.js";
import {drawStrip, type Stroke} from "../marks/drawStrip.js";
import type {TextAttributes} from "../marks/setText.js";
import {paintOf, stateOf} from "../marks/state.js";
import {stripOf} from "../marks/strip.js";
import {type Color, textSize} from "../theme.js";
import {type Flag, type PlacedFlag, placeFlags, poleGap} from "./flags.js";
import {widthOf} from "./measure.js";
import type {Sketch} from "./sketch.js";
import {textBlock} from "./textBlock.js";
import {type TimeAxis, timeAxis} from "./timeAxis.js";
import type {TimelineRow} from "./timeline.js";
import {isPoint, type TimelineEvent} from "./timelineEvents.js";
import {partsOf, type Said} from "./timelineWords.js";

/** More events than this are read from top to bottom. */
const mostEvents = 12;
/** So is what would be higher than this share of its width. */
const highest = 0.72;
/** Height of the ticks' words below the line. */
const tickHead = 24;
const nearWords = 8;
/** How strong the band is in which something lies on some day. */
const faint = 0.16;

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
  event: (i: number, colors: {mark: string; pole: string; paper: string}) => Sketch[];
}

/** Where the mark of an event lies. */
interface Mark {
  x1: number;
  x2: number;
  /** How many spans lie between it and the line; null for what is on the line itself: a day, or some day of a month or a year. */
  track: number | null;
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
  const [from, to] = [side, width - side];
  const radius = isWide ? 7.5 : 6;
  /** Between the line and the spans above it. */
  const lift = dated.some((i) => events[i].isDay) ? radius + 3 : 5;
  const inset = dated.some((i) => events[i].isDay) ? radius : 0;
  const least = isWide ? 190 : 150;
  const axis = timeAxis(
    dated.map((i) => events[i].interval!),
    {from: from + inset, to: to - Math.max(2, inset), fold, apart: 74},
  );
  const marks = marksOf(dated, {events, axis, radius, isBelow});
  const tracks = Math.max(0, ...[...marks.values()].map(({track}) => (track ?? -1) + 1));
  const inside = insideOf(dated, {events, said, rows, axis, width});
  const thick = inside.size > 0 ? (isWide ? 48 : 38) : isWide ? 15 : 12;
  const pitch = thick + (isWide ? 8 : 6);
  const flags = new Map<number, PlacedFlag & {x: number}>();
  const turns = new Set(dated.flatMap((i) => events[i].turn ?? []));
  const isTurn = (i: number): boolean => turns.has(events[i].interval![0]) && !events[i].isDay;
  const poleOf = (i: number): number => {
    const {x1, x2} = marks.get(i)!;
    return events[i].isDay ? (x1 + x2) / 2 : Math.min(x1 + 0.5, to - 2);
  };
  for (const below of [false, true]) {
    const own = dated
      .filter((i) => isBelow(i) === below && !inside.has(i))
      .sort((a, b) => poleOf(a) - poleOf(b));
    const set = own.map(
      (i): Flag => ({x: poleOf(i), wordsIn: (room) => textBlock(partsOf(said[i], width), room)}),
    );
    const placed = placeFlags(set, {from, to, least: least * 0.8, most: width * 0.75});
    own.forEach((i, k) => {
      const {x2, track} = marks.get(i)!;
      // Words to the left of a span hang on its end.
      const x = placed[k].anchor === "end" && track !== null ? Math.min(to, x2) : poleOf(i);
      flags.set(i, {...placed[k], x});
    });
  }
  const reachOf = (below: boolean): number =>
    Math.max(
      0,
      ...[...flags].map(([i, {away, words}]) => (isBelow(i) === below ? away + words.height + nearWords : 0)),
    );
  const rise = tracks > 0 ? tracks * pitch + lift : radius + 2;
  const line = reachOf(false) + rise;
  const foot = line + tickHead + reachOf(true);
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
  const polesBelow = [...flags].flatMap(([i, {x}]) => (isBelow(i) ? x : []));
  const middleOf = ({track}: Mark): number => (track === null ? line : line - lift - (track + 0.5) * pitch);
  return {
    height: bottom,
    axis: (color) => drawLine(axis, {line, from, to, poles: polesBelow, color}),
    event(i, colors) {
      const mark = marks.get(i);
      if (!mark) return below.get(i)!;
      const middle = middleOf(mark);
      const strokes = strokesOf(events[i], mark, {axis, row: rows[i], middle, thick, radius});
      const words = inside.get(i);
      if (words)
        return [
          {color: colors.mark, strokes},
          {color: colors.paper, words: [{...words, y: middle}]},
        ];
      const {words: flag, away, anchor, x} = flags.get(i)!;
      const near = isBelow(i) ? line + tickHead + nearWords + away : line - rise - nearWords - away;
      const top = isBelow(i) ? near : near - flag.height;
      const far = isBelow(i) ? top + flag.height - 3 : top + 3;
      const start = isTurn(i) ? line - lift : middle;
      const pole = {d: `M${round(x)},${round(start)}V${Math.round(far)}`, width: said[i].isStrong ? 2 : 1};
      const isBand = mark.track === null && !events[i].isDay;
      const band = {from: mark.x1, to: mark.x2, side: Math.min(near, line), breadth: Math.abs(near - line)};
      return [
        // What turns a span has its pole on it, and nothing on the line.
        ...(isTurn(i)
          ? []
          : [
              {
                color: colors.mark,
                strokes: isBand
                  ? drawStrip(stripOf("x", band), "square", {...paintOf("happened"), fill: faint})
                  : strokes,
              },
            ]),
        {color: said[i].isStrong ? colors.mark : colors.pole, strokes: [pole]},
        ...flag.at(x + (anchor === "start" ? poleGap : -poleGap), top, anchor),
      ];
    },
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Returns the words of spans that have room for them in what they last for sure: all with their dates, or none. */
function insideOf(
  dated: readonly number[],
  {
    events,
    said,
    rows,
    axis,
    width,
  }: Pick<Setting, "said" | "rows" | "width"> & {events: readonly TimelineEvent[]; axis: TimeAxis},
): Map<number, TextAttributes> {
  const size = width >= 800 ? 18 : textSize.value;
  const found = dated.flatMap((i) => {
    const {interval, sure, isDay, isOpen, turn} = events[i];
    const {date, label, note, isStrong} = said[i];
    if (isDay || !isStrong || !label || note || paintOf(stateOf(rows[i].status)).fill < 1) return [];
    const start = axis.at(Math.max(sure[0], interval![0]));
    const end = axis.at(isOpen ? (turn ?? interval![1]) : sure[1]);
    const fits = (text: string): boolean => widthOf([text], size, 600) <= end - start - 28;
    return fits(label) ? [{i, x: start + 14, label, dated: `${date}: ${label}`, fits}] : [];
  });
  const isDated = found.every(({dated, fits}) => fits(dated));
  return new Map(
    found.map(({i, x, label, dated}) => [
      i,
      {x, y: 0, lines: [isDated ? dated : label], anchor: "start", size, weight: 600},
    ]),
  );
}

/** Returns where marks lie: what is of one day on the line, spans above it, the longest nearest to it, of equal ones those with their words below, none over another. */
function marksOf(
  dated: readonly number[],
  {
    events,
    axis,
    radius,
    isBelow,
  }: {events: readonly TimelineEvent[]; axis: TimeAxis; radius: number; isBelow: (i: number) => boolean},
): Map<number, Mark> {
  const marks = new Map<number, Mark>();
  const reach = (i: number): [number, number] => {
    const {interval, isDay} = events[i];
    const [x1, x2] = interval!.map(axis.at);
    return isDay ? [x1 - radius, x1 + radius] : [x1, Math.max(x2, x1 + 6)];
  };
  const longest = [...dated].sort(
    (a, b) =>
      reach(b)[1] - reach(b)[0] - reach(a)[1] + reach(a)[0] ||
      Number(isBelow(b)) - Number(isBelow(a)) ||
      a - b,
  );
  for (const i of longest) {
    const [x1, x2] = reach(i);
    if (isPoint(events[i])) {
      marks.set(i, {x1, x2, track: null});
      continue;
    }
    const taken = new Set(
      [...marks.values()].filter((mark) => mark.x1 < x2 + 1 && x1 - 1 < mark.x2).map(({track}) => track),
    );
    let track = 0;
    while (taken.has(track)) track++;
    marks.set(i, {x1, x2, track});
  }
  return marks;
}

/** Returns the mark of an event: a day as a dot, else a span, lighter where it may not last yet or any more. */
function strokesOf(
  event: TimelineEvent,
  {x1, x2}: Mark,
  {
    axis,
    row,
    middle,
    thick,
    radius,
  }: {axis: TimeAxis; row: TimelineRow; middle: number; thick: number; radius: number},
): Stroke[] {
  const {sure, isDay, isOpen, turn} = event;
  const paint = paintOf(stateOf(row.status));
  if (isDay) return drawDot({x: (x1 + x2) / 2, y: middle, r: radius}, "square", paint);
  const [startSure, endSure] = sure.map((time) => Math.min(Math.max(axis.at(time), x1), x2));
  return drawEdges(
    {
      x1,
      x2,
      startSure,
      endSure,
      y: middle - thick / 2,
      height: thick,
      open: isOpen,
      turn: turn === undefined ? null : axis.at(turn),
    },
    paint,
  );
}

function drawLine(
  {ticks, breaks}: TimeAxis,
  {
    line,
    from,
    to,
    poles,
    color,
  }: {line: number; from: number; to: number; poles: readonly number[]; color: Color},
): Sketch[] {
  const stops = [from, ...breaks.flatMap((x) => [x - 4, x + 4]), to].map((x) => Math.round(x * 10) / 10);
  const pieces = stops.flatMap((x, i) => (i % 2 === 0 ? `M${x},${line}H${stops[i + 1]}` : []));
  const slants = stops.slice(1, -1).map((x) => `M${x - 3},${line + 5}L${x + 3},${line - 5}`);
  const marks = ticks.map(({y: x}) => `M${Math.round(x * 10) / 10},${line}v5`);
  return [
    {color: color("grey"), strokes: [{d: [...pieces, ...slants, ...marks].join(""), width: 1}]},
    {
      color: color("muted"),
      words: ticks.flatMap(({y: x, lines}) => {
        const text = {y: line + 13, lines: [lines.join(" ")], size: textSize.small};
        const width = widthOf(text.lines, text.size);
        const isHidden = (start: number): boolean =>
          start < from || start + width > to || poles.some((pole) => pole > start && pole < start + width);
        // Where a pole is in the way, words stand to the left of their tick.
        const start = [x + 1, x - 3 - width].find((start) => !isHidden(start));
        return start === undefined ? [] : {...text, x: start, anchor: "start" as const};
      }),
    },
  ];
}
