import * as Plot from "@observablehq/plot";
import {adopt} from "./adopt.js";
import {drawEdges} from "./drawEdges.js";
import {type HedgeOptions, hedgesOf, hedging, paintAt} from "./hedges.js";

type Value = Plot.ChannelValue;

export interface SpanOptions extends HedgeOptions, Plot.MarkOptions {
  /** First day, month or year, ISO 8601, as precisely as it is known; the column `period_start` by default. */
  start?: Value;
  /** Last day, month or year; the column `period_end` by default. Null is open, up to `until`. */
  end?: Value;
  /** Where what has no end is cut off: a date; the latest of the data by default. */
  until?: string;
  y?: Value;
  inset?: number;
}

/**
 * Returns a mark of spans in time along x, one a row, whose edges are as sharp
 * as their dates are known: a day is an edge, a month or a year is a rise over
 * that month or year, and what has no end is open.
 *
 * ```js
 * spanX(events, {start: "from", end: "to", y: "party"}).plot()
 * ```
 */
export function spanX(
  data: Plot.Data,
  {start = "period_start", end = "period_end", until, ...options}: SpanOptions = {},
): Plot.RenderableMark {
  const dates = (at: Edge, value: Value, other: Value, fallback: boolean) => ({
    transform(rows: Plot.Data) {
      const [own, others] = [value, other].map((v) =>
        Array.from((Plot.valueof(rows, v) ?? []) as ArrayLike<unknown>),
      );
      const latest = until ?? [...own, ...others].filter(isDate).sort().at(-1) ?? null;
      return own.map((iso, i) => edgeOf(isDate(iso) ? iso : fallback ? latest : others[i], at));
    },
  });
  const time = (value: object) => ({value, scale: "x", filter: null});
  return Plot.barX(
    data,
    hedging(
      {
        ...options,
        x1: dates("first", start, end, false),
        x2: dates("last", end, start, true),
        channels: {
          ...options.channels,
          startSure: time(dates("begun", start, end, false)),
          endSure: time(dates("lasting", end, start, true)),
          open: {
            value: {
              transform: (rows: Plot.Data) =>
                Array.from((Plot.valueof(rows, end) ?? []) as ArrayLike<unknown>, (iso) => !isDate(iso)),
            },
            scale: null,
            filter: null,
          },
        },
      } as unknown as Plot.BarXOptions & HedgeOptions,
      null,
      renderSpans,
    ),
  );
}

const renderSpans: Plot.RenderFunction = (index, scales, values, dimensions, context, next) => {
  const node = next!(index, scales, values, dimensions, context);
  if (!node) return node;
  const hedges = hedgesOf(values);
  const {x1, x2, startSure, endSure, open} = values as unknown as Record<string, number[]>;
  adopt(
    node,
    (rect, i) => {
      if (Array.isArray(i)) return null;
      const [y, height] = ["y", "height"].map((name) => Number(rect.getAttribute(name)));
      return drawEdges(
        {
          x1: x1[i],
          x2: x2[i],
          startSure: startSure[i],
          endSure: endSure[i],
          y,
          height,
          open: Boolean(open[i]),
        },
        paintAt(hedges, i),
      );
    },
    context.document,
  );
  return node;
};

const isDate = (value: unknown): value is string =>
  typeof value === "string" && /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(value);

/** The first moment that a date may mean, or the last; from when on what begins on it has begun for sure, or until when what ends on it lasts for sure. */
export type Edge = "first" | "last" | "begun" | "lasting";

/** Returns a moment that a year, month or day may mean; null for no date. What begins or ends on a day does so at its edge. */
export function edgeOf(iso: unknown, at: Edge): Date | null {
  if (!isDate(iso)) return null;
  const [year, month, day] = iso.split("-").map(Number);
  const isDay = day !== undefined;
  if (at === "first" || at === (isDay ? "begun" : "lasting")) return utc(year, month ?? 1, day ?? 1);
  if (isDay) return utc(year, month, day + 1);
  return month === undefined ? utc(year + 1, 1, 1) : utc(year, month + 1, 1);
}

// Date.UTC takes a year before 100 for one of the last century.
const utc = (year: number, month: number, day: number): Date =>
  new Date(new Date(0).setUTCFullYear(year, month - 1, day));
