import type * as Plot from "@observablehq/plot";
import {formatFigure} from "../model/format.js";
import type {FormOptions, FormRow} from "./Form.js";

/** Returns how far a row's value reaches: the value, or the upper or lower bound of its range; NaN without any. */
export const reachOf = ({value, low, high}: FormRow): number => value ?? high ?? low ?? Number.NaN;

/** Returns all numbers that a row states: its value and its bounds. */
export const boundsOf = ({value, low, high}: FormRow): number[] =>
  [value, low, high].filter((number): number is number => Number.isFinite(number));

/** Returns the options of a hedged mark for the bounds of rows, in pixels. */
export const boundsAt = (place: (value: number) => number) => ({
  low: ({low}: FormRow) => (low == null ? null : place(low)),
  high: ({high}: FormRow) => (high == null ? null : place(high)),
});

/** Returns a row's figure as its article states it, whole. */
export const stated = ({value = null, low = null, high = null, unit = null, qualifier = null}: FormRow) => ({
  value,
  low,
  high,
  unit,
  qualifier,
});

/** Returns the words for a row's value in a chart: “more than $20m”. */
export const valueText = (row: FormRow): string =>
  Number.isFinite(reachOf(row)) ? formatFigure(stated(row), "chart") : "no figure";

/** Returns the unit that most rows with a value have. */
export function commonUnit(rows: readonly FormRow[]): string | null {
  const counts = new Map<string | null, number>();
  for (const row of rows)
    if (Number.isFinite(reachOf(row))) counts.set(unitOf(row), (counts.get(unitOf(row)) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

export const unitOf = ({unit}: FormRow): string | null => unit ?? null;

/** Returns rows by value, those without one last. */
export function sorted<Row extends FormRow>(rows: readonly Row[], sort: FormOptions<Row>["sort"]): Row[] {
  if (sort === undefined) return [...rows];
  if (typeof sort === "function") return [...rows].sort(sort);
  const sign = sort === "value" ? 1 : -1;
  const key = (row: Row): number => reachOf(row);
  return [...rows].sort(
    (a, b) => Number(Number.isNaN(key(a))) - Number(Number.isNaN(key(b))) || sign * (key(a) - key(b)) || 0,
  );
}

/** Returns the scale y of rows that stand one below the other, each in a band of the same height. */
export const bandsOf = (rows: readonly unknown[], band: number) =>
  ({
    type: "band",
    domain: rows.map((_row, i) => i),
    range: [0, rows.length * band],
    padding: 0,
    axis: null,
  }) satisfies Plot.ScaleOptions;
