import {drawEdges, type Edges} from "../marks/drawEdges.js";
import {drawStrip} from "../marks/drawStrip.js";
import type {TextAttributes} from "../marks/setText.js";
import {paintOf, stateOf} from "../marks/state.js";
import {stripOf} from "../marks/strip.js";
import {type Color, textSize} from "../theme.js";
import {type Flag, type PlacedFlag, placeFlags, poleGap, stackFlags} from "./flags.js";
import {widthOf} from "./measure.js";
import type {Sketch} from "./sketch.js";
import {type TextBlock, textBlock} from "./textBlock.js";
import {type TimeAxis, timeAxis} from "./timeAxis.js";
import type {TimelineRow} from "./timeline.js";
import {isPoint, type TimelineEvent} from "./timelineEvents.js";
import {drawAxis, type Mark, strokesOf} from "./timelineMarks.js";
import {headOf, partsOf, type Said} from "./timelineWords.js";

/** More events than this are read from top to bottom: fewer where there is no room for words beside each other. */
const mostEvents = {wide: 12, narrow: 5} as const;
/** So is what would be higher than this share of its width. */
const highest = {wide: 0.72, narrow: 1.3} as const;
/** From this width on there is room for words beside each other. */
export const leastWide = 560;
/** Height of the ticks' words below the line. */
const tickHead = 24;
const nearWords = 8;
/** Height of what marks on the line that something lies on some day in there. */
const bandHeight = 6;
/** Around the words of a ground. */
const groundPad = 12;
/** Below the words of the grounds. */
const groundFoot = 6;

interface Setting {
  width: number;
  side: number;
  fold: boolean;
  said: readonly Said[];
  rows: readonly TimelineRow[];
  /** Whether the words of an event stand below the line. */
  isBelow: (i: number) => boolean;
  /** Whether an event is the ground on which the others are drawn. */
  isGround: (i: number) => boolean;
  /** Whether spans say when they began: the line says it too. */
  isDated: boolean;
}

/** A line of time from left to right, as it is drawn. */
export interface Across {
  height: number;
  axis: (color: Color) => Sketch[];
  event: (i: number, colors: {mark: string; pole: string; paper: string; ground: string}) => Sketch[];
}

/**
 * Returns events on one line of time from left to right, to scale, their words
 * above and below it; null where so many or such long words are better read
 * from top to bottom, as on a phone all are but a few on a ground. Events without
 * a date stand below all others.
 */
export function timelineAcross(events: readonly TimelineEvent[], setting: Setting): Across | null {
  const {width, side, fold, rows, isBelow, isGround} = setting;
  const said = setting.isDated
    ? setting.said
    : setting.said.map((one, i) => (isPoint(events[i]) ? one : {...one, date: ""}));
  const all = events.flatMap(({interval}, i) => (interval ? [i] : []));
  const room = width < leastWide ? "narrow" : "wide";
  if (all.length < 2 || events.length > mostEvents[room]) return null;
  if (room === "narrow" && !all.some(isGround)) return null;
  const dated = all.filter((i) => !isGround(i));
  const isWide = width >= 800;
  const [from, to] = [side, width - side];
  const radius = isWide ? 7.5 : 6;
  /** Between the line and the spans above it. */
  const lift = dated.some((i) => events[i].isDay) ? radius + 3 : 5;
  const inset = dated.some((i) => events[i].isDay) ? radius : 0;
  const least = isWide ? 190 : 150;
  const isFirst = (i: number): boolean =>
    all.every((other) => events[other].interval![0] >= events[i].interval![0]);
  const axis = timeAxis(
    all.map((i) => events[i].interval!),
    {
      from: from + inset + (all.some((i) => isGround(i) && isFirst(i)) ? lead * (to - from) : 0),
      to: to - Math.max(2, inset),
      fold,
      apart: 74,
    },
  );
  const grounds = groundsOf(all.filter(isGround), {events, said, axis, width, to});
  const marks = marksOf(dated, {events, axis, radius, isBelow});
  const inside = insideOf(dated, {events, said, rows, axis, width});
  const thick = inside.size > 0 ? (isWide ? 48 : 38) : isWide ? 20 : 16;
  const headings = new Map(
    dated.flatMap((i) => {
      const {x1, track} = marks.get(i)!;
      if (!said[i].isStrong || inside.has(i) || track === null || events[i].isDay) return [];
      const words = textBlock(headOf(said[i], width), Math.min(to - from, 560));
      // What has no room to the right of its beginning ends where the frame does.
      const pad = grounds.of.size > 0 ? groundPad : 0;
      const start = clear(x1, axis.at(events[i].sure[0]), width) + pad;
      const x = Math.max(from, Math.min(start, to - words.width));
      return [[i, {x, words}] as const];
    }),
  );
  const tracks = tracksOf(marks, {thick, gap: isWide ? 8 : 6, headings});
  const flags = new Map<number, PlacedFlag & {x: number}>();
  const turns = new Set(dated.flatMap((i) => events[i].turn ?? []));
  const isTurn = (i: number): boolean => turns.has(events[i].interval![0]) && !events[i].isDay;
  const isBand = (i: number): boolean => marks.get(i)!.track === null && !events[i].isDay && !isTurn(i);
  const poleOf = (i: number): number => {
    const {x1, x2} = marks.get(i)!;
    return events[i].isDay || isBand(i) ? (x1 + x2) / 2 : Math.min(x1 + 0.5, to - 2);
  };
  for (const below of [false, true]) {
    const own = dated
      .filter((i) => isBelow(i) === below && !inside.has(i) && !headings.has(i))
      .sort((a, b) => poleOf(a) - poleOf(b));
    const set = own.map(
      (i): Flag => ({x: poleOf(i), wordsIn: (most) => textBlock(partsOf(said[i], width), most)}),
    );
    const placed =
      room === "wide"
        ? placeFlags(set, {from, to, least: least * 0.8, most: width * 0.75})
        : stackFlags(set, {from, to});
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
  const rise = tracks.height > 0 ? tracks.height + lift : radius + 2;
  const line = grounds.height + reachOf(false) + rise;
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
  if (bottom > width * highest[room]) return null;
  const polesBelow = [...flags].flatMap(([i, {x}]) => (isBelow(i) ? x : []));
  const middleOf = ({track}: Mark): number =>
    track === null ? line : line - lift - tracks.away[track] - thick / 2;
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
      const ground = grounds.of.get(i);
      if (ground)
        return [
          {
            color: colors.ground,
            strokes: drawEdges({...ground.edges, y: 0, height: line}, paintOf("happened")),
          },
          ...ground.words.at(ground.x, ground.y),
        ];
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
      const heading = headings.get(i);
      if (heading)
        return [
          {color: colors.mark, strokes},
          ...heading.words.at(heading.x, middle - thick / 2 - headingGap - heading.words.height),
        ];
      const {words: flag, away, anchor, x} = flags.get(i)!;
      const near = isBelow(i) ? line + tickHead + nearWords + away : line - rise - nearWords - away;
      const top = isBelow(i) ? near : near - flag.height;
      const far = isBelow(i) ? top + flag.height - 3 : top + 3;
      const start = isTurn(i) || isBand(i) ? line - (isTurn(i) ? lift : 0) : middle;
      const pole = {d: `M${round(x)},${round(start)}V${Math.round(far)}`, width: said[i].isStrong ? 2 : 1};
      const band = {from: mark.x1, to: mark.x2, side: line, breadth: bandHeight};
      return [
        // What turns a span has its pole on it, and nothing on the line.
        ...(isTurn(i)
          ? []
          : [
              {
                color: isBand(i) ? colors.pole : colors.mark,
                strokes: isBand(i) ? drawStrip(stripOf("x", band), "square", paintOf("happened")) : strokes,
              },
            ]),
        {color: said[i].isStrong ? colors.mark : colors.pole, strokes: [pole]},
        ...flag.at(x + (anchor === "start" ? poleGap : -poleGap), top, anchor),
      ];
    },
  };
}

const headingGap = 4;

/** Returns how far from the lift above the line each track begins, and how high all are: each is as high as its spans and the headings above them. */
function tracksOf(
  marks: ReadonlyMap<number, Mark>,
  {thick, gap, headings}: {thick: number; gap: number; headings: ReadonlyMap<number, {words: TextBlock}>},
): {away: number[]; height: number} {
  const count = Math.max(0, ...[...marks.values()].map(({track}) => (track ?? -1) + 1));
  const away: number[] = [];
  let height = 0;
  for (let track = 0; track < count; track++) {
    away.push(height);
    const heads = [...headings].flatMap(([i, {words}]) =>
      marks.get(i)!.track === track ? words.height + headingGap + 4 : 0,
    );
    height += thick + gap + Math.max(0, ...heads);
  }
  return {away, height};
}

/** Returns where words of a span begin that is paler until it is sure to last: across that edge they would be read worse. */
const clear = (start: number, sure: number, width: number): number => (sure < 0.3 * width ? sure : start);

/** How much of the line stands empty before a ground with which all begins: that it begins is to be seen. */
const lead = 0.06;

interface Ground {
  edges: Omit<Edges, "y" | "height">;
  words: TextBlock;
  x: number;
  y: number;
}

/** Returns the grounds that lie behind all else, from the top to the line, with their words at the top. */
function groundsOf(
  ids: readonly number[],
  {
    events,
    said,
    axis,
    width,
    to,
  }: {
    events: readonly TimelineEvent[];
    said: readonly Said[];
    axis: TimeAxis;
    width: number;
    to: number;
  },
): {of: ReadonlyMap<number, Ground>; height: number} {
  const of = new Map<number, Ground>();
  let y = 0;
  for (const i of ids) {
    const {interval, sure, isOpen} = events[i];
    const [x1, x2] = [axis.at(interval![0]), isOpen ? to : axis.at(interval![1])];
    const [startSure, endSure] = [axis.at(sure[0]), isOpen ? to : axis.at(sure[1])];
    const x = Math.min(clear(x1, startSure, width) + groundPad, to - 120);
    const words = textBlock(headOf(said[i], width), to - x);
    if (y === 0) y = groundPad;
    of.set(i, {edges: {x1, x2, startSure, endSure, open: false}, words, x, y});
    y += words.height + groundPad;
  }
  return {of, height: ids.length > 0 ? y + groundFoot : 0};
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
