import type * as Plot from "@observablehq/plot";
import {type Box, boxesAlong, type Point} from "./box.js";

/** What Plot hands to an initializer: how data become pixels, and how many there are. */
export interface Placing {
  scales: Plot.ScaleFunctions;
  dimensions: Plot.Dimensions;
  context: Plot.Context;
}

type Axis = "x" | "y";
type Values = Record<string, ArrayLike<number> | undefined>;

// What Plot's marks have besides their public types: its own tips use the same.
interface Scaled {
  ariaLabel?: string;
  r?: number;
  scale(channels: Plot.Channels, scales: Plot.ScaleFunctions, context: Plot.Context): Values;
}
type MarkState = {facets?: number[][]; channels: Plot.Channels};
type WithState = Plot.Context & {getMarkState?: (mark: Plot.Mark) => MarkState};

/** Returns the inner area of a plot, or of each of its facets. */
export function frameOf({
  width,
  height,
  marginTop,
  marginRight,
  marginBottom,
  marginLeft,
}: Plot.Dimensions): Box {
  return {x1: marginLeft, y1: marginTop, x2: width - marginRight, y2: height - marginBottom};
}

/** Returns the channels of a mark in pixels, under the scales and the projection of its plot. */
export function pixelsOf(mark: unknown, channels: Plot.Channels, {scales, context}: Placing): Values {
  return (mark as Scaled).scale(channels, scales, context);
}

/** Returns how broad a band of an axis is; 0 if it has none. */
export function bandOf(axis: Axis, {scales}: Placing): number {
  const scale = scales[axis] as {bandwidth?: () => number} | undefined;
  return scale?.bandwidth?.() ?? 0;
}

/** Returns a function from a position in the data to pixels, through the projection or the scales; null off the map. */
export function pointOf({scales, context}: Placing): (position: readonly [unknown, unknown]) => Point | null {
  const {projection} = context;
  let found: Point | null = null;
  const stream = projection?.stream({
    point(x: number, y: number) {
      found = [x, y];
    },
    lineStart() {},
    lineEnd() {},
    polygonStart() {},
    polygonEnd() {},
  });
  return ([x, y]) => {
    found = null;
    if (stream) stream.point(Number(x), Number(y));
    else found = [Number(scales.x?.(x) ?? x), Number(scales.y?.(y) ?? y)];
    return found && (found as Point).every(Number.isFinite) ? found : null;
  };
}

/**
 * Returns the boxes that a mark of the same plot takes in a facet: its dots, its
 * bars, its lines. Plot is asked for them, as its tips do, so they are right
 * under any scale, projection, inset or transform; there are none for a mark
 * that is not in the plot.
 */
export function boxesOfMark(mark: Plot.Mark, facet: number, placing: Placing): Box[] {
  const state = (placing.context as WithState).getMarkState?.(mark);
  if (!state?.channels) return [];
  const {ariaLabel = "", r = 3} = mark as unknown as Scaled;
  const values = pixelsOf(mark, state.channels, placing);
  const {facets = []} = state;
  const rows = [...(facets[facets.length === 1 ? 0 : facet] ?? [])];
  if (ariaLabel === "line") return boxesOfLine(values, rows);
  const frame = frameOf(placing.dimensions);
  const span = (axis: Axis, i: number): [number, number] => {
    const [single, low, high] = ["", "1", "2"].map((n) => values[axis + n]?.[i]);
    if (low !== undefined && high !== undefined) return [low, high];
    const at = single ?? low ?? high;
    if (at === undefined) return [frame[`${axis}1`], frame[`${axis}2`]];
    const band = bandOf(axis, placing);
    return /^(?:bar|cell|tick)$/.test(ariaLabel) ? [at, at + band] : [at + band / 2, at + band / 2];
  };
  return rows.flatMap((i): Box[] => {
    const [[ax, bx], [ay, by]] = [span("x", i), span("y", i)];
    if (/^(?:link|arrow|rule|tick|vector)$/.test(ariaLabel))
      return boxesAlong([
        [ax, ay],
        [bx, by],
      ]);
    const grow = /^(?:bar|rect|cell)$/.test(ariaLabel) ? 0 : Number(values.r?.[i] ?? r);
    return [
      {
        x1: Math.min(ax, bx) - grow,
        y1: Math.min(ay, by) - grow,
        x2: Math.max(ax, bx) + grow,
        y2: Math.max(ay, by) + grow,
      },
    ];
  });
}

function boxesOfLine({x, y, z}: Values, rows: readonly number[]): Box[] {
  const lines = new Map<unknown, Point[]>();
  for (const i of rows) {
    const point: Point = [Number(x?.[i]), Number(y?.[i])];
    if (point.every(Number.isFinite)) lines.set(z?.[i], [...(lines.get(z?.[i]) ?? []), point]);
  }
  return [...lines.values()].flatMap((points) => boxesAlong(points));
}
