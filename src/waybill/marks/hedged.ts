import * as Plot from "@observablehq/plot";
import type {Qualifier, Status} from "../../model/figure.js";
import {adopt, type Drawn} from "./adopt.js";
import {drawDot, drawSpread} from "./drawDot.js";
import {drawLine} from "./drawLine.js";
import {drawRange, drawStrip, type Stroke} from "./drawStrip.js";
import {drawThin} from "./drawThin.js";
import {endOf} from "./end.js";
import {type Paint, paintOf, stateOf} from "./state.js";
import {stripOf} from "./strip.js";

type Value = Plot.ChannelValue;

/** What a hedged mark reads of its data, besides what its Plot mark reads. */
export interface HedgeOptions {
  /** How firmly a value is stated: more_than, about, up_to …; the column `qualifier` by default. */
  qualifier?: Value;
  /** Bounds of a range; the columns `low` and `high` by default. */
  low?: Value;
  high?: Value;
  /** How far the matter has got: delivered, ordered, planned, alleged, denied …; the column `status` by default. */
  status?: Value;
  /** Whether the number was worked out, not stated; the column `derived` by default. */
  derived?: Value;
  /** The axis that values lie along; told from the mark's channels by default. */
  axis?: "x" | "y";
}

interface Hedges {
  qualifier: (Qualifier | null)[];
  status: (Status | null)[];
  derived: unknown[];
  low: number[];
  high: number[];
  /** Bounds as they stand in the data, unscaled. */
  bounds: {low: (number | null)[]; high: (number | null)[]};
}

const names = ["qualifier", "low", "high", "status", "derived"] as const;

/**
 * Returns the options of a Plot mark (bar, rect, dot, rule, tick, line) so that
 * each value ends as firmly as it is stated, and is painted by how far the
 * matter has got: exact ends square, “more than” open, “about” soft, “at most”
 * capped, a range at both bounds; what was only ordered is light, what is
 * planned dashed, what is denied struck through, what was worked out hatched.
 * Values keep their place and size: an end never moves where a mark ends. A
 * value that is null takes the upper bound of its range.
 *
 * ```js
 * Plot.barX(imports, hedged({x: "value", y: "goods", href: "href"})).plot()
 * ```
 */
export function hedged<T extends object>(options: T & HedgeOptions = {} as T & HedgeOptions): T {
  const {
    qualifier = "qualifier",
    low = "low",
    high = "high",
    status = "status",
    derived = "derived",
    axis,
    ...rest
  } = options as HedgeOptions &
    Plot.MarkOptions & {x?: Value; y?: Value; x1?: Value; x2?: Value; y1?: Value; y2?: Value};
  const along = axis ?? axisOf(rest);
  const column = (value: Value) => ({transform: (data: Plot.Data) => Plot.valueof(data, value) ?? []});
  const extra = (value: Value, scale: string | null = null) => ({value: column(value), scale, filter: null});
  return {
    ...rest,
    ...(rest[along] === undefined ? {} : {[along]: orBound(rest[along]!, high, low)}),
    channels: {
      ...(rest.channels as object | undefined),
      qualifier: extra(qualifier),
      status: extra(status),
      derived: extra(derived),
      low: extra(low, along),
      high: extra(high, along),
    },
    ...(rest.tip ? {tip: quiet(rest.tip)} : {}),
    render: composeRender(rest.render, renderHedged(along)),
  } as unknown as T;
}

// A range has no value of its own: it reaches to its upper bound.
function orBound(value: Value, high: Value, low: Value) {
  return {
    transform(data: Plot.Data) {
      const [V, H, L] = [value, high, low].map((v) => Plot.valueof(data, v) as ArrayLike<unknown> | null);
      return Array.from(V ?? [], (v, i) => v ?? H?.[i] ?? L?.[i] ?? null);
    },
    label: typeof value === "string" ? value : undefined,
  };
}

// What a tip need not list: the mark shows it.
function quiet(tip: unknown): object {
  const own = typeof tip === "object" && tip !== null ? (tip as {format?: object}) : {};
  const pointer = typeof tip === "string" ? {pointer: tip} : {};
  const hidden = Object.fromEntries(names.map((name) => [name, false]));
  return {...pointer, ...own, format: {...hidden, ...own.format}};
}

function axisOf({x, x1, x2, y, y1, y2}: Record<string, unknown>): "x" | "y" {
  if (x1 !== undefined || x2 !== undefined) return y1 !== undefined || y2 !== undefined ? "y" : "x";
  if (y1 !== undefined || y2 !== undefined) return "y";
  return x === undefined && y !== undefined ? "y" : "x";
}

function composeRender(
  first: Plot.RenderFunction | undefined,
  second: Plot.RenderFunction,
): Plot.RenderFunction {
  if (!first) return second;
  return function (this: unknown, index, scales, values, dimensions, context, next) {
    return first.call(this, index, scales, values, dimensions, context, (i, s, v, d, c) =>
      second.call(this, i, s, v, d, c, next),
    );
  };
}

function renderHedged(axis: "x" | "y"): Plot.RenderFunction {
  return function (this: unknown, index, scales, values, dimensions, context, next) {
    const node = next!(index, scales, values, dimensions, context);
    if (!node) return node;
    const hedges = hedgesOf(values);
    const draw: Drawn = (shape, i) => {
      if (Array.isArray(i)) return drawLine(i, values, hedges);
      const [end, paint] = [endOf(hedges.qualifier[i]), paintAt(hedges, i)];
      switch (shape.tagName.toLowerCase()) {
        case "rect":
          return drawRect(shape, i, {axis, values, hedges});
        case "circle":
          return isRange(hedges, i)
            ? drawSpread(circleOf(shape), [hedges.low[i], hedges.high[i]], paint, axis)
            : drawDot(circleOf(shape), end, paint, axis);
        case "line":
          return drawThin(shape, {end, paint, axis});
        default:
          return null;
      }
    };
    adopt(node, draw, context.document);
    return node;
  };
}

function hedgesOf(values: Plot.ChannelValues): Hedges {
  const {channels} = values as unknown as {channels: Record<string, {value: ArrayLike<number | null>}>};
  const of = <T>(name: string): T => (values[name] ?? []) as T;
  return {
    qualifier: of("qualifier"),
    status: of("status"),
    derived: of("derived"),
    low: of("low"),
    high: of("high"),
    bounds: {low: Array.from(channels.low?.value ?? []), high: Array.from(channels.high?.value ?? [])},
  };
}

function paintAt({status, derived}: Hedges, i: number): Paint {
  return paintOf(stateOf(status[i]), Boolean(derived[i]));
}

function isRange({bounds: {low, high}, qualifier}: Hedges, i: number): boolean {
  return Number.isFinite(low[i]) && Number.isFinite(high[i]) && low[i] !== high[i] && !qualifier[i];
}

function drawRect(
  rect: Element,
  i: number,
  {axis, values, hedges}: {axis: "x" | "y"; values: Plot.ChannelValues; hedges: Hedges},
): Stroke[] {
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
