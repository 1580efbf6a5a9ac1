import type {GeoProjection} from "d3";
import type {Box, Point} from "../marks/box.js";
import type {Stop} from "../marks/routeCurves.js";
import {mapRoutes, type RouteMap} from "../marks/routeMap.js";
import type {Position} from "./projectPlaces.js";

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
}

export interface PanelOptions {
  frame: Box;
  projection: GeoProjection;
  position: (place: string) => Position;
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
  const labelWidth = frame.x2 - frame.x1 < 500 ? 84 : 120;
  const {routes, places} = mapRoutes(rows, frame, {fontSize, labelWidth});
  return {frame, projection, routes: new Map(routes.map((route) => [route.i, route])), places};
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
