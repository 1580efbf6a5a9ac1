import * as Plot from "@observablehq/plot";
import {formatValue} from "../../model/format.js";
import {unitsX} from "../marks/index.js";
import {textSize} from "../theme.js";
import type {FormOptions, FormRow} from "./Form.js";
import {headsAbove} from "./headsAbove.js";
import {bandsOf, lineHeight, linesOf, reachOf, sideOf, startForm} from "./startForm.js";

const foot = 22;

export interface UnitFormOptions<Row extends FormRow> extends FormOptions<Row> {
  /** How many one square stands for; by default 1, 2, 5, 10, 20 …, so that there are at most 300 squares. */
  unit?: number;
}

/**
 * Returns a count of each row as small squares, one for each or for a round
 * number of them, which is said below; name and value stand above.
 *
 * ```js
 * units([{label: "shipments", value: 63}, {label: "from Taiwan", value: 20, qualifier: "about"}])
 * ```
 */
export function units<Row extends FormRow>(
  given: Iterable<Row>,
  options: UnitFormOptions<Row> = {},
): SVGSVGElement {
  const form = startForm(given, options);
  const {rows, width, color, labelOf, textOf, colorOf, own} = form;
  const side = sideOf(width);
  const most = Math.max(0, ...rows.map(reachOf).filter(Number.isFinite));
  const unit = options.unit ?? stepFor(most, 300);
  const labels = rows.map((row) =>
    linesOf(`${textOf(row)} ${labelOf(row)}`.trim(), width - 2 * side, 3, 600),
  );
  const head = Math.max(1, ...labels.map(({length}) => length)) * lineHeight + 5;
  // Squares of 8 to 14 pixels, in as many rows as the largest count needs.
  const count = Math.max(1, most / unit);
  const size = Math.max(8, Math.min(14, (width - 2 * side) / count));
  const across = Math.max(1, Math.ceil((count * size) / (width - 2 * side)));
  const body = Math.max(size, across * size);
  const band = head + body + 16;
  const y = (_row: Row, i: number): number => i;
  const height = rows.length * band;
  return form.finish({
    height: height + (unit > 1 && rows.length > 0 ? foot : 0),
    x: {domain: [0, most || 1], range: [side, side + (count * size) / across], axis: null},
    y: bandsOf(rows, band),
    marks: [
      unitsX(rows, {
        ...own,
        unit,
        gap: size > 10 ? 2 : 1,
        x: (row: Row) => (reachOf(row) > 0 ? reachOf(row) : null),
        y,
        fill: colorOf,
        insetTop: head,
        insetBottom: 16,
      } as Plot.BarXOptions),
      headsAbove(form, labels, band),
      Plot.text(unit > 1 && rows.length > 0 ? [`One square is ${formatValue(unit, null, "prose")}`] : [], {
        frameAnchor: "bottom-left",
        text: (d: string) => d,
        dx: side,
        dy: -5,
        fill: color("muted"),
        fontSize: textSize.small,
      }),
    ],
  });
}

/** Returns how many one square stands for, from 1, 2, 5, 10, 20 …, so that there are at most `most` of them. */
export function stepFor(value: number, most: number): number {
  for (let power = 1; ; power *= 10)
    for (const step of [1, 2, 5]) if (value / (step * power) <= most) return step * power;
}
