import {drawStrip} from "../marks/drawStrip.js";
import {paintOf, stateOf} from "../marks/state.js";
import {stripOf} from "../marks/strip.js";
import {type Color, textSize} from "../theme.js";
import {type Flag, type PlacedFlag, placeFlags, poleGap} from "./flags.js";
import type {Sketch} from "./sketch.js";
import {textBlock} from "./textBlock.js";
import {type TimeAxis, timeAxis} from "./timeAxis.js";
import type {TimelineRow} from "./timeline.js";
import {isPoint, type TimelineEvent} from "./timelineEvents.js";
import {drawAxis, type Mark, strokesOf} from "./timelineMarks.js";
import {partsOf, type Said} from "./timelineWords.js";

/** In less width than this there is no room for words beside each other. */
const leastWide = 560;
/** More events than this are read from top to bottom. */
const mostEvents = 12;
/** So is what would be higher than this share of its width. */
const highest = 0.72;
/** Height of the ticks' words below the line. */
const tickHead = 24;
const nearWords = 8;
/** Height of what marks on the line that something lies on some day in there. */
const bandHeight = 6;

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

/**
 * Returns events on one line of time from left to right, to scale, their words
 * above and below it; null where so many or such long words are better read
 * from top to bottom, as on a phone all are. Events without a date stand below
 * all others.
 */
export function timelineAcross(events: readonly TimelineEvent[], setting: Setting): Across | null {
  const {width, side, fold, said, rows, isBelow} = setting;
  const dated = events.flatMap(({interval}, i) => (interval ? [i] : []));
  if (width < leastWide || dated.length < 2 || events.length > mostEvents) return null;
  const isWide = width >= 800;
  const [from, to] = [side, width - side];
  const radius = isWide ? 7.5 : 6;
  const hasDays = dated.some((i) => events[i].isDay);
  /** Between the line and the spans above it. */
  const lift = hasDays ? radius + 3 : 5;
  const inset = hasDays ? radius : 0;
  const least = isWide ? 190 : 150;
  const axis = timeAxis(
    dated.map((i) => events[i].interval!),
    {from: from + inset, to: to - Math.max(2, inset), fold, apart: 74},
  );
  const marks = marksOf(dated, {events, axis, radius, isBelow});
  const thick = isWide ? 20 : 16;
  const pitch = thick + (isWide ? 8 : 6);
  const tracks = Math.max(0, ...[...marks.values()].map(({track}) => (track ?? -1) + 1));
  const flags = new Map<number, PlacedFlag & {x: number}>();
  const isBand = (i: number): boolean => marks.get(i)!.track === null && !events[i].isDay;
  const poleOf = (i: number): number => {
    const {x1, x2} = marks.get(i)!;
    return events[i].isDay || isBand(i) ? (x1 + x2) / 2 : Math.min(x1 + 0.5, to - 2);
  };
  for (const below of [false, true]) {
    const own = dated.filter((i) => isBelow(i) === below).sort((a, b) => poleOf(a) - poleOf(b));
    const set = own.map(
      (i): Flag => ({x: poleOf(i), wordsIn: (most) => textBlock(partsOf(said[i], width), most)}),
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
  const middleOf = ({track}: Mark): number =>
    track === null ? line : line - lift - track * pitch - thick / 2;
  return {
    height: bottom,
    axis: (color) =>
      drawAxis(axis, {
        line,
        from,
        to,
        poles: polesBelow,
        size: isWide ? textSize.body + 1 : textSize.small,
        color,
      }),
    event(i, colors) {
      const mark = marks.get(i);
      if (!mark) return below.get(i)!;
      const middle = middleOf(mark);
      const {words: flag, away, anchor, x} = flags.get(i)!;
      const near = isBelow(i) ? line + tickHead + nearWords + away : line - rise - nearWords - away;
      const top = isBelow(i) ? near : near - flag.height;
      const far = isBelow(i) ? top + flag.height - 3 : top + 3;
      const start = isBand(i) ? line : middle;
      const pole = {d: `M${round(x)},${round(start)}V${Math.round(far)}`, width: said[i].isStrong ? 2 : 1};
      const band = stripOf("x", {from: mark.x1, to: mark.x2, side: line, breadth: bandHeight});
      const strong = said[i].isStrong ? colors.mark : colors.pole;
      return [
        isBand(i)
          ? {color: strong, strokes: drawStrip(band, "square", paintOf(stateOf(rows[i].status)))}
          : {
              color: colors.mark,
              strokes: strokesOf(events[i], mark, {axis, row: rows[i], middle, thick, radius}),
            },
        {color: strong, strokes: [pole]},
        ...flag.at(x + (anchor === "start" ? poleGap : -poleGap), top, anchor),
      ];
    },
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;

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
