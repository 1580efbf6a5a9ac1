import {drawDot} from "../marks/drawDot.js";
import {drawEdges} from "../marks/drawEdges.js";
import type {Stroke} from "../marks/drawStrip.js";
import {paintOf, stateOf} from "../marks/state.js";
import type {Color} from "../theme.js";
import {widthOf} from "./measure.js";
import type {Sketch} from "./sketch.js";
import type {TimeAxis} from "./timeAxis.js";
import type {TimelineRow} from "./timeline.js";
import type {TimelineEvent} from "./timelineEvents.js";

/** Where the mark of an event lies. */
export interface Mark {
  x1: number;
  x2: number;
  /** How many spans lie between it and the line; null for what is on the line itself: a day, or some day of a month or a year. */
  track: number | null;
}

/** Returns the mark of an event: a day as a dot, else a span, lighter where it may not last yet or any more. */
export function strokesOf(
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
  const {sure, isDay, isOpen} = event;
  const paint = paintOf(stateOf(row.status));
  if (isDay) return drawDot({x: (x1 + x2) / 2, y: middle, r: radius}, "square", paint);
  const [startSure, endSure] = sure.map((time) => Math.min(Math.max(axis.at(time), x1), x2));
  return drawEdges({x1, x2, startSure, endSure, y: middle - thick / 2, height: thick, open: isOpen}, paint);
}

/** Returns the line of time with its ticks, their words clear of the poles below it. */
export function drawAxis(
  {ticks, breaks}: TimeAxis,
  {
    line,
    from,
    to,
    poles,
    size,
    color,
  }: {line: number; from: number; to: number; poles: readonly number[]; size: number; color: Color},
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
        const text = {y: line + 13, lines: [lines.join(" ")], size};
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
