import * as Plot from "@observablehq/plot";

type Point = [number, number];
export type Polygon = Point[];

export interface ShapeOptions {
  fill?: string;
  stroke?: string;
  strokeWidth?: number;
  /** Where the mark leads; a mark without one is decoration. */
  href?: string;
  /** Name of the mark for assistive technology. */
  name?: string;
}

/** Returns one mark, and so one link, made of the given polygons in pixels. */
export function shape(
  polygons: Polygon[],
  {fill = "none", stroke = "none", strokeWidth = 1, href, name}: ShapeOptions,
): Plot.Markish {
  // GeoJSON wants the outer ring counter-clockwise on a sphere; on a plane any order fills.
  const geometry = {
    type: "MultiPolygon",
    coordinates: polygons.map((polygon) => [[...polygon, polygon[0]]]),
  } as const;
  return Plot.geo([geometry], {
    geometry: [geometry],
    fill,
    stroke,
    strokeWidth,
    ...(href ? {href: [href]} : {}),
    ...(name ? {ariaLabel: [name]} : {}),
  } as Plot.GeoOptions);
}

export function rectangle(x: number, y: number, width: number, height: number): Polygon {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
}

/**
 * Returns a horizontal bar for “more than”: solid up to the value, then slats
 * that thin out, for nobody says where it ends.
 */
export function openBar(x: number, y: number, width: number, height: number): Polygon[] {
  return [
    rectangle(x, y, width, height),
    rectangle(x + width + 3, y, 5, height),
    rectangle(x + width + 11, y, 3, height),
    rectangle(x + width + 17, y, 1.5, height),
  ];
}

/** Width that the slats of an open bar take past its value. */
export const openEnd = 19;

/** Returns `count` small squares in rows, left to right and top to bottom. */
export function squares(
  count: number,
  {x, y, perRow, size, gap}: {x: number; y: number; perRow: number; size: number; gap: number},
): Polygon[] {
  return Array.from({length: count}, (_, i) =>
    rectangle(x + (i % perRow) * (size + gap), y + Math.floor(i / perRow) * (size + gap), size, size),
  );
}
