import type * as Plot from "@observablehq/plot";
import {adopt} from "./adopt.js";
import {drawDot, drawSpread} from "./drawDot.js";
import {drawLine} from "./drawLine.js";
import {drawRange, drawStrip, type Stroke} from "./drawStrip.js";
import {drawThin} from "./drawThin.js";
import {endOf} from "./end.js";
import {type HedgeOptions, type Hedges, hedgesOf, hedging, isRange, paintAt} from "./hedges.js";
import {stripOf} from "./strip.js";

/**
 * Returns the options of a Plot mark (bar, rect, dot, rule, tick, line) whose
 * values lie along x, so that each ends as firmly as it is stated, and is
 * painted by how far the matter has got: exact ends square, “more than” open,
 * “about” soft, “at most” capped, a range at both bounds; what was only ordered
 * is light, what is planned dashed, what is denied struck through, what was
 * worked out hatched. Values keep their place and size: an end never moves where
 * a mark ends. A value that is null takes the upper bound of its range.
 *
 * ```js
 * Plot.barX(imports, hedgeX({x: "value", y: "goods", href: "href"})).plot()
 * ```
 */
export function hedgeX<T extends object>(options: T & HedgeOptions = {} as T): T {
  return hedging(options, "x", renderHedged("x"));
}

/** Returns the same of a mark whose values lie along y, such as Plot.barY or Plot.lineY. */
export function hedgeY<T extends object>(options: T & HedgeOptions = {} as T): T {
  return hedging(options, "y", renderHedged("y"));
}

function renderHedged(axis: "x" | "y"): Plot.RenderFunction {
  return (index, scales, values, dimensions, context, next) => {
    const node = next!(index, scales, values, dimensions, context);
    if (!node) return node;
    const hedges = hedgesOf(values);
    adopt(
      node,
      (shape, i) =>
        Array.isArray(i) ? drawLine(i, values, hedges) : drawShape(shape, i, {axis, values, hedges}),
      context.document,
    );
    return node;
  };
}

interface Drawing {
  axis: "x" | "y";
  values: Plot.ChannelValues;
  hedges: Hedges;
}

function drawShape(shape: Element, i: number, drawing: Drawing): Stroke[] | null {
  const {axis, hedges} = drawing;
  const [end, paint] = [endOf(hedges.qualifier[i]), paintAt(hedges, i)];
  switch (shape.tagName.toLowerCase()) {
    case "rect":
      return drawRect(shape, i, drawing);
    case "circle":
      return isRange(hedges, i)
        ? drawSpread(circleOf(shape), [hedges.low[i], hedges.high[i]], paint, axis)
        : drawDot(circleOf(shape), end, paint, axis);
    case "line":
      return drawThin(shape, {end, paint, axis});
    default:
      return null;
  }
}

function drawRect(rect: Element, i: number, {axis, values, hedges}: Drawing): Stroke[] {
  const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => Number(rect.getAttribute(name)));
  const [V1, V2] = [values[`${axis}1`], values[`${axis}2`]] as (number[] | undefined)[];
  const backward = V1 && V2 ? V2[i] < V1[i] : axis === "y";
  const [near, far] = axis === "x" ? [x, x + width] : [y, y + height];
  const strip = stripOf(axis, {
    from: backward ? far : near,
    to: backward ? near : far,
    side: axis === "x" ? y : x,
    breadth: axis === "x" ? height : width,
  });
  const paint = paintAt(hedges, i);
  if (!isRange(hedges, i)) return drawStrip(strip, endOf(hedges.qualifier[i]), paint);
  const low = Math.abs(hedges.low[i] - (backward ? far : near));
  return drawRange(strip, Math.min(strip.length, low), paint);
}

function circleOf(circle: Element) {
  const [x, y, r] = ["cx", "cy", "r"].map((name) => Number(circle.getAttribute(name)));
  return {x, y, r};
}
