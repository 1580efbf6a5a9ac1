import * as Plot from "@observablehq/plot";
import type {Qualifier, Status} from "../model/figure.js";
import {composeRender} from "./composeRender.js";
import {quiet} from "./quiet.js";
import {type Paint, paintOf, stateOf} from "./state.js";

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
}

/** What is known of each row of a mark, by its index. */
export interface Hedges {
  qualifier: (Qualifier | null)[];
  status: (Status | null)[];
  derived: unknown[];
  /** Bounds in pixels. */
  low: number[];
  high: number[];
  /** Bounds as they stand in the data. */
  bounds: {low: number[]; high: number[]};
}

interface Positions {
  x?: Value;
  y?: Value;
  channels?: object;
  tip?: unknown;
  render?: Plot.RenderFunction;
}

const names = ["qualifier", "low", "high", "status", "derived"] as const;

/**
 * Returns the options of a mark with the channels of hedges along an axis, and
 * a render function that draws by them; null where values lie along none. What is null for want of a value takes
 * the upper bound of its range, so that Plot draws it.
 */
export function hedging<T extends object>(
  options: T & HedgeOptions,
  axis: "x" | "y" | null,
  render: Plot.RenderFunction,
): T {
  const {
    qualifier = "qualifier",
    low = "low",
    high = "high",
    status = "status",
    derived = "derived",
    ...rest
  } = options as HedgeOptions & Positions;
  const along = axis === null ? undefined : rest[axis];
  return {
    ...rest,
    ...(axis === null || along === undefined ? {} : {[axis]: orBound(along, {high, low})}),
    channels: {
      ...rest.channels,
      qualifier: channel(qualifier),
      status: channel(status),
      derived: channel(derived),
      low: channel(low, axis),
      high: channel(high, axis),
    },
    ...(rest.tip ? {tip: quiet(rest.tip, names)} : {}),
    render: composeRender(rest.render, render),
  } as unknown as T;
}

// A column by its name would give its name to the axis; one that the data lacks is empty.
function channel(value: Value, scale: "x" | "y" | null = null) {
  return {
    value: {transform: (data: Plot.Data) => Plot.valueof(data, value) ?? []},
    scale,
    filter: null,
  };
}

// A range has no value of its own: it reaches to its upper bound.
function orBound(value: Value, {high, low}: {high: Value; low: Value}) {
  return {
    transform(data: Plot.Data) {
      const [V, H, L] = [value, high, low].map((v) => Plot.valueof(data, v) as ArrayLike<unknown> | null);
      return Array.from(V ?? [], (v, i) => v ?? H?.[i] ?? L?.[i] ?? null);
    },
    label: typeof value === "string" ? value : undefined,
  };
}

/** Returns what a mark's channels say of each row. */
export function hedgesOf(values: Plot.ChannelValues): Hedges {
  const {channels} = values as unknown as {channels: Record<string, {value: ArrayLike<number>}>};
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

/** Returns the paint of a row: by how far the matter got, hatched where the number was worked out. */
export function paintAt({status, derived}: Hedges, i: number): Paint {
  return paintOf(stateOf(status[i]), Boolean(derived[i]));
}

/** Returns whether a row states a range: two bounds that differ, and no hedge that explains them. */
export function isRange({bounds: {low, high}, qualifier}: Hedges, i: number): boolean {
  return Number.isFinite(low[i]) && Number.isFinite(high[i]) && low[i] !== high[i] && !qualifier[i];
}
