import type {GeoProjection} from "d3";
import type {Box, Point} from "../marks/box.js";
import {lengthOf, split} from "../marks/drawWay.js";
import {type MeasuredText, measureLabel} from "../marks/measureLabel.js";
import type {Stop} from "../marks/routeCurves.js";
import {mapRoutes, type RouteMap} from "../marks/routeMap.js";
import {isOn, type Land} from "./land.js";
import type {Position} from "./projectPlaces.js";
import {settleWithin} from "./settleWithin.js";

/** A row's way, by the names of its places, and what is written on it. */
export interface Way {
  row: number;
  names: readonly string[];
  label: string;
}

/** One map: the whole, or a corner of it enlarged. */
export interface Panel {
  frame: Box;
  projection: GeoProjection;
  /** By the numbers of rows; null for one that is not in it. */
  routes: Map<number, RouteMap["routes"][number]>;
  places: RouteMap["places"];
  /** Names of places that are lines. */
  names: {text: MeasuredText; at: Point}[];
}

export interface PanelOptions {
  frame: Box;
  projection: GeoProjection;
  position: (place: string) => Position;
  stretch: (place: string) => readonly Position[] | undefined;
  /** The land of a place that is a country. */
  country: (place: string) => Land | undefined;
  /** The places of the corner that is enlarged elsewhere, or that alone this enlarges. */
  corner?: {places: ReadonlySet<string>; isEnlarged: boolean} | null;
  fontSize: number;
  r: number;
}

/** Returns a map of the ways, in pixels. A way that leaves an enlarged corner ends at its frame. */
export function layOutPanel(ways: readonly Way[], options: PanelOptions): Panel {
  const {frame, projection, corner, fontSize} = options;
  const rows = ways.flatMap((way) => {
    const stops = corner?.isEnlarged ? stopsWithin(way, corner.places, options) : stopsOf(way, options);
    return stops.length > 1 ? [{i: way.row, stops, label: way.label}] : [];
  });
  const wide = frame.x2 - frame.x1;
  const names = spreadOut(rows, options);
  const avoid = names.map(({text, at: [x, y]}) => ({
    x1: x - text.width / 2,
    x2: x + text.width / 2,
    y1: y - text.height / 2,
    y2: y + text.height / 2,
  }));
  const labelWidth = wide < 500 ? 84 : wide < 800 ? 140 : 180;
  const {routes, places} = mapRoutes(rows, frame, {fontSize, labelWidth, avoid});
  return {frame, projection, routes: new Map(routes.map((route) => [route.i, route])), places, names};
}

/** Distance between routes that end on one line, as a share of the map's width. */
const spread = 0.12;

/**
 * Moves the ends of routes on places that are lines: each as near to where it
 * comes from as the others let it. Returns the names of those places, beyond
 * their lines.
 */
function spreadOut(
  rows: readonly {stops: Stop[]}[],
  {projection, stretch, country, fontSize, frame}: PanelOptions,
) {
  const ends = new Map<string, {stops: Stop[]; k: number}[]>();
  for (const {stops} of rows)
    stops.forEach(({name}, k) => {
      if (stretch(name)) ends.set(name, [...(ends.get(name) ?? []), {stops, k}]);
    });
  return [...ends].map(([name, own]) => {
    const line = stretch(name)!.map((position): Point => projection([...position] as [number, number])!);
    const length = lengthOf(line);
    const apart = Math.min((frame.x2 - frame.x1) * spread, length / own.length);
    const items = own
      .map(({stops, k}) => ({stops, k, other: (stops[k - 1] ?? stops[k + 1]).at}))
      .map((end) => ({...end, wanted: nearestOn(line, end.other), up: apart / 2, down: apart / 2}))
      .sort((a, b) => a.wanted - b.wanted);
    const tips = uncross(
      items.map(({other}) => other),
      settleWithin(items, [0, length]).map((along) => split(line, along)[0].at(-1)!),
    );
    const land = country(name);
    items.forEach(({stops, k}, i) => {
      const isOnLand = land && ((point: Point): boolean => isOn(land, projection, point));
      stops[k] = {name: `${name} ${i}`, at: tips[i], r: 0, isEdge: true, ...(isOnLand && {isOnLand})};
    });
    const text = measureLabel(name, {size: fontSize + 5, weight: 600, width: 260, lines: 1, lineHeight: 1.2});
    const [x, y] = split(line, length / 2)[0].at(-1)!;
    const isBelow = items.filter(({other}) => other[1] > y).length * 2 >= items.length;
    const off = (isBelow ? -1 : 1) * (text.height / 2 + 12);
    return {text, at: [x, Math.min(frame.y2 - 12, Math.max(frame.y1 + 12, y + off))] as Point};
  });
}

/** Returns the tips in such an order that the straight ways to them do not cross: two that do are shorter with their tips exchanged. */
function uncross(from: readonly Point[], given: readonly Point[]): Point[] {
  const tips = [...given];
  for (let round = 0, isCrossed = true; isCrossed && round < tips.length; round++) {
    isCrossed = false;
    for (let i = 0; i < tips.length; i++)
      for (let j = i + 1; j < tips.length; j++)
        if (doCross([from[i], tips[i]], [from[j], tips[j]])) {
          [tips[i], tips[j]] = [tips[j], tips[i]];
          isCrossed = true;
        }
  }
  return tips;
}

function doCross([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): boolean {
  const side = (p: Point, q: Point, [x, y]: Point): number =>
    Math.sign((q[0] - p[0]) * (y - p[1]) - (q[1] - p[1]) * (x - p[0]));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** Returns how far along a line of points is nearest to a point. */
function nearestOn(line: readonly Point[], [x, y]: Point): number {
  const length = lengthOf(line);
  const count = Math.max(1, Math.ceil(length / 4));
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (let i = 0; i <= count; i++) {
    const along = (length * i) / count;
    const [ax, ay] = split(line, along)[0].at(-1)!;
    const away = Math.hypot(ax - x, ay - y);
    if (away < least) [best, least] = [along, away];
  }
  return best;
}

function stopsOf({names}: Way, {projection, position, corner, r}: PanelOptions): Stop[] {
  // What goes on within the corner is drawn there alone.
  if (corner && names.every((name) => corner.places.has(name))) return [];
  return names.map((name) => ({
    name,
    at: projection([...position(name)] as [number, number])!,
    r,
    isEdge: corner?.places.has(name) ?? false,
  }));
}

function stopsWithin(
  {row, names}: Way,
  places: ReadonlySet<string>,
  {projection, position, frame, r}: PanelOptions,
): Stop[] {
  const at = (name: string): Point => projection([...position(name)] as [number, number])!;
  return names.flatMap((name, k): Stop[] => {
    if (places.has(name)) return [{name, at: at(name), r}];
    const inside = [names[k - 1], names[k + 1]].find((other) => other !== undefined && places.has(other));
    if (inside === undefined) return [];
    return [{name: `${row} ${k}`, at: leaving(at(inside), at(name), frame), r: 0, isEdge: true}];
  });
}

/** Returns where the way from a point inside a frame to one outside leaves it. */
function leaving([x, y]: Point, [toX, toY]: Point, {x1, y1, x2, y2}: Box): Point {
  const [dx, dy] = [toX - x, toY - y];
  const shares = [
    dx > 0 ? (x2 - 4 - x) / dx : dx < 0 ? (x1 + 4 - x) / dx : 1,
    dy > 0 ? (y2 - 4 - y) / dy : dy < 0 ? (y1 + 4 - y) / dy : 1,
  ];
  const share = Math.max(0, Math.min(1, ...shares));
  return [x + dx * share, y + dy * share];
}

/** Returns the largest group of places each of which is near another, in pixels; null if no two are, or all. */
export function crowdIn(points: ReadonlyMap<string, Point>, near: number): Set<string> | null {
  const left = new Set(points.keys());
  let largest = new Set<string>();
  for (const start of points.keys()) {
    if (!left.delete(start)) continue;
    const group = new Set([start]);
    for (const name of group)
      for (const other of [...left]) {
        const [[x1, y1], [x2, y2]] = [points.get(name)!, points.get(other)!];
        if (Math.hypot(x2 - x1, y2 - y1) < near && left.delete(other)) group.add(other);
      }
    if (group.size > largest.size) largest = group;
  }
  return largest.size > 1 && largest.size < points.size ? largest : null;
}
