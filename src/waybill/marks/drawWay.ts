import {around, type Box, overlaps, type Point} from "./box.js";
import type {Stroke} from "./drawStrip.js";
import type {End} from "./end.js";
import type {Paint} from "./state.js";

/** How large an arrow's head is: from its base to its tip, and to either side. */
export const head = {length: 9, half: 4.5} as const;

const normal = 2;
/** Width of the line of what has not happened. */
const light = 1.75;

export interface WayOptions {
  /** Where nothing is drawn, such as the box of a label. */
  gap?: Box | null;
  /** Whether it is an arrow; true by default. */
  heads?: boolean;
  /** Width of its line; 2 by default. */
  width?: number;
}

const round = (value: number): number => Math.round(value * 10) / 10 || 0;
const path = (points: readonly Point[], closed = false): string =>
  points.length > 1
    ? `M${points.map(([x, y]) => `${round(x)},${round(y)}`).join("L")}${closed ? "Z" : ""}`
    : "";

/**
 * Returns the strokes of an arrow along a line of points; its tip is the last
 * point, whatever the end. The way is painted by how far the matter has got: in
 * long dashes where it was only ordered, in short ones where it is planned, dotted where it
 * is alleged, crossed out where it is denied. The head says how firm what is
 * handed over is: full; doubled and open, for more than that; behind dots, for
 * about that; behind a line across, for at most that.
 */
export function drawWay(
  points: readonly Point[],
  end: End,
  paint: Paint,
  options: WayOptions = {},
): Stroke[] {
  const {gap = null, heads = true, width = normal} = options;
  const length = lengthOf(points);
  if (!(length > 0)) return [];
  if (!heads)
    return [
      ...(gap ? outsideOf(gap, points) : [points]).flatMap((part) => shaftOf(part, {end, paint, width})),
      ...(paint.struck ? [crossOut(points, length)] : []),
    ];
  const reach = Math.min(head.length * Math.max(1, width / 2.5), length * 0.6);
  const [shaft, tip] = split(points, length - reach * (end === "open" ? 1.5 : 0.9));
  const hollow = paint.fill < 1;
  const parts = gap ? outsideOf(gap, shaft) : [shaft];
  const strokes = parts.flatMap((part, i) =>
    shaftOf(part, {end: i === parts.length - 1 ? end : "square", paint, width}),
  );
  const to = tip[tip.length - 1];
  const [back, left, right] = headOf(tip, reach);
  if (end === "open") {
    const second = split(points, length - reach * 0.7)[0];
    const [, farLeft, farRight] = headOf(second, reach);
    const at = second[second.length - 1];
    strokes.push(
      {d: path([back, to]), width},
      {d: path([left, to, right]) + path([farLeft, at, farRight]), width: 1.75},
    );
  } else {
    strokes.push({d: path([left, to, right], true), fill: hollow ? paint.fill : 1, width: hollow ? 1.5 : 0});
  }
  if (end === "capped") {
    const across = [left, right].map(([x, y]): Point => [x - back[0] + to[0], y - back[1] + to[1]]);
    strokes.push({d: path(across), width: 2.5});
  }
  if (paint.struck) strokes.push(crossOut(points, length));
  return strokes;
}

/** Returns the strokes of a way through other places: an arrow from each to the next, the last with the way's own end. */
export const drawLegs = (
  legs: readonly (readonly Point[])[],
  end: End,
  paint: Paint,
  options: WayOptions = {},
): Stroke[] =>
  legs.flatMap((leg, k) => {
    const isLast = k === legs.length - 1;
    return drawWay(leg, isLast ? end : "square", isLast ? paint : {...paint, struck: false}, options);
  });

function shaftOf(
  shaft: readonly Point[],
  {end, paint, width}: {end: End; paint: Paint; width: number},
): Stroke[] {
  const length = lengthOf(shaft);
  if (end === "soft" && length > 8) {
    const [firm, dots] = split(shaft, Math.max(length / 2, length - 20));
    return [...shaftOf(firm, {end: "square", paint, width}), {d: path(dots), width, dash: "2 3"}];
  }
  const dash = paint.dash ?? (paint.hatched ? "2 2" : paint.outline ? "7 4" : null);
  return [{d: path(shaft), width: paint.outline ? Math.min(width, light) : width, dash}];
}

function outsideOf(box: Box, points: readonly Point[]): Point[][] {
  const count = Math.ceil(lengthOf(points) / 2);
  const parts: Point[][] = [[]];
  for (let k = 0; k <= count; k++) {
    const at = split(points, (lengthOf(points) * k) / count)[0].at(-1)!;
    if (!overlaps(around(at, 0.01), box)) parts[parts.length - 1].push(at);
    else if (parts[parts.length - 1].length > 0) parts.push([]);
  }
  return parts.filter((part) => part.length > 1);
}

/** Returns how long a line of points is. */
export function lengthOf(points: readonly Point[]): number {
  return points.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - points[i][0], y - points[i][1]), 0);
}

/** Returns the two parts of a line of points, up to a distance from its start and from there. */
export function split(points: readonly Point[], at: number): [Point[], Point[]] {
  let gone = 0;
  for (let i = 1; i < points.length; i++) {
    const [[x1, y1], [x2, y2]] = [points[i - 1], points[i]];
    const step = Math.hypot(x2 - x1, y2 - y1);
    if (gone + step >= at && step > 0) {
      const t = Math.max(0, (at - gone) / step);
      const cut: Point = [x1 + (x2 - x1) * t, y1 + (y2 - y1) * t];
      return [
        [...points.slice(0, i), cut],
        [cut, ...points.slice(i)],
      ];
    }
    gone += step;
  }
  const last = points[points.length - 1];
  return [[...points], [last, last]];
}

// The middle of a head's base and its two corners, for the end of a line.
function headOf(points: readonly Point[], length: number): [Point, Point, Point] {
  const to = points[points.length - 1];
  const from = split(points, lengthOf(points) - length)[0].at(-1)!;
  const away = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const [ux, uy] = [(to[0] - from[0]) / away, (to[1] - from[1]) / away];
  const back: Point = [to[0] - ux * length, to[1] - uy * length];
  const half = (head.half * length) / head.length;
  return [back, [back[0] - uy * half, back[1] + ux * half], [back[0] + uy * half, back[1] - ux * half]];
}

function crossOut(points: readonly Point[], length: number): Stroke {
  const [x, y] = split(points, length / 2)[0].at(-1)!;
  return {
    d:
      path([
        [x - 5, y - 5],
        [x + 5, y + 5],
      ]) +
      path([
        [x - 5, y + 5],
        [x + 5, y - 5],
      ]),
    width: 1.75,
  };
}
