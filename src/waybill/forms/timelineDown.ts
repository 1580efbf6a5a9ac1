import type {Point} from "../marks/box.js";
import {drawDot} from "../marks/drawDot.js";
import {drawEdges} from "../marks/drawEdges.js";
import {paintOf, stateOf} from "../marks/state.js";
import {type ColorName, textSize} from "../theme.js";
import {widthOf} from "./measure.js";
import {settleWithin} from "./settleWithin.js";
import type {Sketch} from "./sketch.js";
import {type TimeAxis, timeAxis} from "./timeAxis.js";
import type {TimelineRow} from "./timeline.js";
import {isPoint, someDay, type TimelineEvent} from "./timelineEvents.js";
import {type Said, wordsFor} from "./timelineWords.js";

/** Distance between spans that lie beside each other. */
const laneWidth = 11;
const thickness = 7;
/** How strong a span is beside a day: it is larger. */
const quiet = 0.6;
const mostLanes = 6;

interface Setting {
  width: number;
  side: number;
  fold: boolean;
  said: readonly Said[];
  rows: readonly TimelineRow[];
}

/** A line of time from top to bottom, as it is drawn. */
export interface Down {
  height: number;
  axis: (color: (name: ColorName) => string) => Sketch[];
  event: (i: number, colors: {mark: string; pole: string; paper: string}) => Sketch[];
}

/** Returns events on one line of time from top to bottom, to scale, their words in a column beside it. */
export function timelineDown(
  events: readonly TimelineEvent[],
  {width, side, fold, said, rows}: Setting,
): Down {
  const intervals = events.flatMap(({interval}) => (interval ? [interval] : []));
  const axisFrom = (from: number, to: number): TimeAxis | null =>
    intervals.length > 0 ? timeAxis(intervals, {from, to, fold}) : null;
  const lanes = lanesOf(events);
  const beside = Math.max(0, ...lanes) * laneWidth;
  const ticks = axisFrom(0, 600)?.ticks.flatMap(({lines}) => lines) ?? [];
  const x = side + widthOf(ticks, textSize.small) + 14 + beside;
  const left = intervals.length === 0 ? side : x + (width >= 560 ? 52 : 30);
  const {blocks, gap} = wordsFor(said, {width, room: width - side - left});
  const total = blocks.reduce((sum, {height}) => sum + height + gap, -gap);
  const ends = [blocks[0].first, total * 1.06 + 8] as const;
  const axis = axisFrom(...ends);
  const tops = settleWithin(
    blocks.map(({first, height}, i) => ({
      wanted: (axis && events[i].interval ? axis.at(events[i].anchor) : ends[1]) - first,
      up: 0,
      down: height + gap,
    })),
    [0, ends[1] + 12 + gap],
  );
  return {
    height: Math.max(
      ends[1] + 10,
      tops[tops.length - 1] + blocks[blocks.length - 1].height,
      ...(axis?.ticks ?? []).map(({y, lines}) => y + lines.length * 14 - 6),
    ),
    axis: (color) => (axis ? drawAxis(axis, {x, beside, ends, color}) : []),
    event: (i, {mark, pole, paper}) => [
      ...(axis && events[i].interval
        ? drawEvent(events[i], {
            axis,
            x: x - lanes[i] * laneWidth,
            row: rows[i],
            isStrong: said[i].isStrong,
            color: mark,
            paper,
            leader: {color: pole, from: x, to: left - 8, y: tops[i] + blocks[i].first},
          })
        : []),
      ...blocks[i].at(left, tops[i]),
    ],
  };
}

/** Returns for each event how far beside the line it lies: spans, so that none covers another; all else is on it. */
function lanesOf(events: readonly TimelineEvent[]): number[] {
  const until: number[] = [];
  return events.map((event) => {
    if (!event.interval || isPoint(event)) return 0;
    const [start, end] = event.interval;
    const free = until.findIndex((last) => last <= start);
    const lane = Math.min(free < 0 ? until.length : free, mostLanes - 1);
    until[lane] = Math.max(until[lane] ?? Number.NEGATIVE_INFINITY, end);
    return lane;
  });
}

const path = (points: readonly Point[]): string =>
  `M${points.map((point) => point.map((value) => Math.round(value * 10) / 10).join(",")).join("L")}`;

/** Returns the line itself, with its ticks, and a break where time is cut out. */
function drawAxis(
  {ticks, breaks}: TimeAxis,
  {
    x,
    beside,
    ends,
    color,
  }: {x: number; beside: number; ends: readonly number[]; color: (name: ColorName) => string},
): Sketch[] {
  const stops = [ends[0], ...breaks.flatMap((y) => [y - 4, y + 4]), ends[1]];
  const pieces = stops.flatMap((y, i) =>
    i % 2 === 0
      ? path([
          [x, y],
          [x, stops[i + 1]],
        ])
      : [],
  );
  const slants = breaks.flatMap((y) =>
    [y - 4, y + 4].map((at) =>
      path([
        [x - 7, at + 4],
        [x + 7, at - 4],
      ]),
    ),
  );
  return [
    {color: color("rule"), strokes: [{d: pieces.join(""), width: 3}]},
    {color: color("muted"), strokes: [{d: slants.join(""), width: 1.5}]},
    {
      color: color("muted"),
      words: ticks.map(({y, lines}) => ({
        x: x - 14 - beside,
        y: y + (lines.length - 1) * 7,
        lines,
        anchor: "end" as const,
        size: textSize.small,
      })),
    },
  ];
}

interface EventDrawing {
  axis: TimeAxis;
  /** Where the event lies across. */
  x: number;
  row: TimelineRow;
  isStrong: boolean;
  color: string;
  paper: string;
  leader: {color: string; from: number; to: number; y: number};
}

/** Returns an event on its line: a day as a dot, some day as a ring, else a span as sharp as its dates, and the line to its words. */
function drawEvent(
  event: TimelineEvent,
  {axis, x, row, isStrong, color, paper, leader}: EventDrawing,
): Sketch[] {
  const {interval, sure, anchor, isDay, isOpen, turn} = event;
  const paint = paintOf(stateOf(row.status));
  const isDot = isPoint(event);
  // A span is pointed at where it has begun for sure.
  const y = axis.at(isDot || !interval ? anchor : Math.min(Math.max(anchor, sure[0]), interval[1]));
  const r = isStrong ? 7.5 : 5.5;
  const {from, to, y: end} = leader;
  const elbow = Math.min(12, (to - from) / 3);
  const way = path([
    [isDot ? x + r : x + thickness / 2, y],
    [from + elbow, y],
    [to - elbow, end],
    [to, end],
  ]);
  const line: Sketch = {color: leader.color, strokes: [{d: way, width: 0.75}]};
  if (isDot)
    return [
      line,
      {color: paper, strokes: drawDot({x, y, r: r + 2}, "square", paintOf("happened"))},
      {color, strokes: drawDot({x, y, r}, "square", isDay ? paint : {...paint, ...someDay})},
    ];
  const [x1, x2] = interval!.map(axis.at);
  const [startSure, endSure] = sure.map((time) => Math.min(Math.max(axis.at(time), x1), x2));
  const edges = {x1, x2: Math.max(x2, x1 + 6), startSure, endSure, y: x - thickness / 2, height: thickness};
  return [
    line,
    {
      color,
      strokes: drawEdges(
        {...edges, open: isOpen, turn: turn === undefined ? null : axis.at(turn)},
        {...paint, fill: paint.fill * (isStrong ? 1 : quiet)},
        "y",
      ),
    },
  ];
}
