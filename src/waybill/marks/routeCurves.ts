import {type Box, boxesAlong, isWithin, overlaps, type Point, widen} from "./box.js";

/** A place of a route in pixels. */
export interface Stop {
  name: string;
  at: Point;
  /** Radius of its dot. */
  r: number;
  /** Whether the route only leaves the map here: no place, without a dot and a name. */
  isEdge?: boolean;
  /** Whether a point is on the place's own land, of a place that is more than a dot: a route ends soon after it comes there. */
  isOnLand?: (point: Point) => boolean;
}

export interface RouteOptions {
  frame: Box;
  /** All dots; a route keeps off those of places that it does not pass. */
  dots: readonly Stop[];
  /** What it keeps off besides, such as the names of places. */
  avoid: readonly Box[];
}

const steps = 20;
/** Least distance between two routes at their middle. */
export const apart = 9;
/** Where there is room, routes between the same places leave as much for a label between them. */
const roomy = 34;
const clear = 8;
const bows = 24;

/**
 * Returns each route as a line of points, from the rim of its first dot to that
 * of its last, through those between. Each leg is bowed as little as it may be
 * so as to keep off other dots and the legs before it, within the frame: routes
 * between the same places fan out.
 */
export function routeCurves(routes: readonly (readonly Stop[])[], options: RouteOptions): Point[][] {
  const drawn: Leg[] = [];
  return routes.map((stops) => {
    const points: Point[] = [];
    for (let i = 1; i < stops.length; i++) {
      const leg = bestLeg(stops[i - 1], stops[i], {...options, drawn, before: points});
      drawn.push({points: leg, key: keyOf(stops[i - 1], stops[i])});
      points.push(...leg.slice(points.length > 0 ? 1 : 0));
    }
    const started = leave(points, stops[0]);
    return leave(started.reverse(), stops[stops.length - 1]).reverse();
  });
}

interface Leg {
  points: readonly Point[];
  /** The two places that it joins. */
  key: string;
}

const keyOf = (a: Stop, b: Stop): string => [a.name, b.name].sort().join(" – ");

interface LegOptions extends RouteOptions {
  drawn: readonly Leg[];
  /** At what cost it need not be known any more. */
  enough?: number;
  before: readonly Point[];
}

function bestLeg(from: Stop, to: Stop, options: LegOptions): Point[] {
  const [[x1, y1], [x2, y2]] = [from.at, to.at];
  const length = Math.hypot(x2 - x1, y2 - y1);
  const step = Math.max(apart + 1, length * 0.06);
  const others = options.dots.filter(({name}) => name !== from.name && name !== to.name);
  let best: Point[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k < bows && k * step * 0.4 < least; k++)
    for (const sign of [1, -1]) {
      const bow = sign * (Math.max(Math.min(24, length * 0.1), 24 - length / 2) + k * step);
      const own = Math.abs(bow) * 0.4 + (bow / (length + 20)) ** 2 * 150 + (sign < 0 ? 1 : 0);
      if (own >= least) continue;
      const leg = {points: bowed(from.at, to.at, bow), key: keyOf(from, to)};
      const cost = own + costOf(leg, others, {...options, enough: least - own});
      if (cost < least) [best, least] = [leg.points, cost];
    }
  return best;
}

// A curve whose middle stands off the straight line by `bow`, to the left of its way.
function bowed([x1, y1]: Point, [x2, y2]: Point, bow: number): Point[] {
  const length = Math.hypot(x2 - x1, y2 - y1);
  const [ux, uy] = length > 0 ? [(x2 - x1) / length, (y2 - y1) / length] : [1, 0];
  const pull = (bow * 4) / 3;
  // Where the ends are near each other, the curve is a loop beside them.
  const along = length * 0.3 - Math.max(0, Math.abs(bow) * 0.6 - length * 0.3);
  const a: Point = [x1 + ux * along + uy * pull, y1 + uy * along - ux * pull];
  const b: Point = [x2 - ux * along + uy * pull, y2 - uy * along - ux * pull];
  return Array.from({length: steps + 1}, (_, k): Point => {
    const t = k / steps;
    const s = 1 - t;
    const [p, q, r, o] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
    return [p * x1 + q * a[0] + r * b[0] + o * x2, p * y1 + q * a[1] + r * b[1] + o * y2];
  });
}

function costOf(
  {points, key}: Leg,
  others: readonly Stop[],
  {frame, avoid, drawn, before, enough = Number.POSITIVE_INFINITY}: LegOptions,
): number {
  const inner = widen(frame, -5);
  let cost = 0;
  for (const [x, y] of points.slice(2, -2)) if (!isWithin({x1: x, y1: y, x2: x, y2: y}, inner)) cost += 1e5;
  for (const {at, r} of others) if (nearest(at, points) < r + clear) cost += 200;
  const path = boxesAlong(points, 2, 12);
  for (const box of avoid) cost += 45 * path.filter((piece) => overlaps(piece, box)).length;
  const near = widen(boxOf(points), 2 * apart);
  for (const other of drawn) {
    if (cost >= enough) return cost;
    if (!overlaps(near, boxOf(other.points))) continue;
    const between = Math.min(...middleOf(points).map((point) => nearest(point, other.points)));
    const there = Math.min(...middleOf(other.points).map((point) => nearest(point, points)));
    const distance = Math.min(between, there);
    // Between the same places it would be the same line; elsewhere it only looks crowded.
    if (distance < apart) cost += (other.key === key ? 2000 : 60) * (2 - distance / apart);
    if (other.key === key) cost += Math.max(0, roomy - distance) * 1.5;
    for (const point of points.slice(3, -3)) if (nearest(point, other.points) < apart / 2) cost += 15;
    cost += 12 * crossings(points, other.points);
  }
  if (before.length > 1) {
    const [a, b] = [directionOf(before.slice(-3)), directionOf(points.slice(0, 3))];
    cost += 25 * (1 - (a[0] * b[0] + a[1] * b[1]));
  }
  return cost;
}

function boxOf(points: readonly Point[]): Box {
  const [X, Y] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return {x1: Math.min(...X), y1: Math.min(...Y), x2: Math.max(...X), y2: Math.max(...Y)};
}

const middleOf = (points: readonly Point[]): readonly Point[] => points.slice(steps * 0.4, steps * 0.6 + 1);

function nearest(point: Point, points: readonly Point[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 1; i < points.length; i++) least = Math.min(least, squareTo(point, points[i - 1], points[i]));
  return Math.sqrt(least);
}

/** Returns the square of the distance from a point to a straight line. */
function squareTo([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const square = dx * dx + dy * dy;
  const t = square > 0 ? Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / square)) : 0;
  const [offX, offY] = [x - x1 - dx * t, y - y1 - dy * t];
  return offX * offX + offY * offY;
}

function directionOf(points: readonly Point[]): Point {
  const [[x1, y1], [x2, y2]] = [points[0], points[points.length - 1]];
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  return [(x2 - x1) / length, (y2 - y1) / length];
}

// On which side of the way from p to q a point lies.
const sideOf = (p: Point, q: Point, at: Point): number =>
  Math.sign((q[0] - p[0]) * (at[1] - p[1]) - (q[1] - p[1]) * (at[0] - p[0]));

function crossings(a: readonly Point[], b: readonly Point[]): number {
  let count = 0;
  // Those that begin or end at one place do not cross there.
  for (let i = 2; i < a.length - 1; i++)
    for (let j = 2; j < b.length - 1; j++) {
      const [p, q, r, t] = [a[i - 1], a[i], b[j - 1], b[j]];
      if (sideOf(p, q, r) * sideOf(p, q, t) < 0 && sideOf(r, t, p) * sideOf(r, t, q) < 0) count++;
    }
  return count;
}

/** Returns the line from where it leaves the dot at its first point. */
export function leave(points: readonly Point[], {at: [x, y], r: radius}: Stop): Point[] {
  const r = radius + 0.5;
  const away = (point: Point): number => Math.hypot(point[0] - x, point[1] - y);
  const out = points.findIndex((point) => away(point) >= r);
  if (out < 1) return [...points];
  let [near, far] = [points[out - 1], points[out]];
  for (let k = 0; k < 20; k++) {
    const middle: Point = [(near[0] + far[0]) / 2, (near[1] + far[1]) / 2];
    if (away(middle) < r) near = middle;
    else far = middle;
  }
  return [far, ...points.slice(out)];
}
