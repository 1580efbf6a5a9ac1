import {type DotOptions, dots} from "./dots.js";
import type {FormRow} from "./Form.js";

/**
 * Returns a line from the lower to the upper bound of each row, on one axis,
 * with its name and its range in words: estimates of one thing beside each
 * other, or what a hedge leaves open. A row with one value is a dot.
 *
 * ```js
 * intervals([{label: "Agency A", low: 12e3, high: 15e3}, {label: "Agency B", value: 13e3, qualifier: "about"}])
 * ```
 */
export function intervals<Row extends FormRow>(
  rows: readonly Row[],
  options: DotOptions<Row> = {},
): SVGSVGElement {
  return dots(rows, {fromZero: false, ...options});
}
intervals.shows = {shape: "dot", ends: true, paint: true} as const;
