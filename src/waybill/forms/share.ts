import * as Plot from "@observablehq/plot";
import {hedgedBarX} from "../marks/index.js";
import {textSize} from "../theme.js";
import type {FormOptions, FormRow} from "./Form.js";
import {headsAbove} from "./headsAbove.js";
import {lineHeight, linesOf, sideOf} from "./measure.js";
import {startForm} from "./startForm.js";
import {bandsOf, reachOf} from "./values.js";

/**
 * Returns each row as a part of its whole: a bar of the whole with the part
 * filled, its value in words and its name above. Values are fractions (0.22, or
 * of `total`) or percents (22, where the unit is percent).
 *
 * ```js
 * share([{label: "straight from the maker", value: 22.4, unit: "percent", qualifier: "at_most"}])
 * ```
 */
export function share<Row extends FormRow & {total?: number | null}>(
  given: Iterable<Row>,
  options: FormOptions<Row> = {},
): SVGSVGElement {
  const form = startForm(given, options);
  const {rows, width, color, labelOf, textOf, colorOf, own} = form;
  const side = sideOf(width);
  const part = (value: number | null | undefined, {unit, total}: Row): number | null =>
    value == null ? null : unit === "percent" ? value / 100 : value / (total || 1);
  const isFew = rows.length <= 3;
  const thickness = isFew ? (form.narrow ? 40 : 56) : 28;
  const size = isFew ? textSize.value + 1 : textSize.body;
  const labels = rows.map((row) =>
    linesOf(`${textOf(row)} ${labelOf(row)}`.trim(), width - 2 * side, 3, 600, size),
  );
  const head = Math.max(1, ...labels.map(({length}) => length)) * (lineHeight + size - textSize.body) + 5;
  const band = head + thickness + 16;
  const y = (_row: Row, i: number): number => i;
  return form.finish({
    height: rows.length * band,
    x: {domain: [0, 1], range: [side + 1, width - side - 1], axis: null, clamp: true},
    y: bandsOf(rows, band),
    pointOf: (row, i) => {
      const share = part(Number.isFinite(reachOf(row)) ? reachOf(row) : null, row);
      const x = side + Math.min(1, Math.max(0, share ?? 0)) * (width - 2 * side);
      return share === null ? null : [x + 3, i * band + head + thickness / 2];
    },
    marks: [
      Plot.barX(rows, {x: 1, y, fill: color("rule"), fillOpacity: 0.6, insetTop: head, insetBottom: 16}),
      hedgedBarX(rows, {
        ...own,
        x: (row: Row) => part(Number.isFinite(reachOf(row)) ? reachOf(row) : null, row),
        y,
        low: (row: Row) => part(row.low, row),
        high: (row: Row) => part(row.high, row),
        fill: colorOf,
        insetTop: head,
        insetBottom: 16,
      } as Plot.BarXOptions),
      headsAbove(form, labels, band, size),
    ],
  });
}
share.shows = {shape: "strip", ends: true, paint: true} as const;
