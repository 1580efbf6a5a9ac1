import * as Plot from "@observablehq/plot";
import {formatFigure, formatValue} from "../../model/format.js";
import {hedgedDot} from "../marks/index.js";
import {textSize} from "../theme.js";
import type {FormOptions, FormRow} from "./Form.js";
import {headsAbove, lineHeight} from "./headsAbove.js";
import {bandsOf, linesOf, sideOf, startForm, widthOf} from "./startForm.js";

/** A row that says what a value was and what it is; its value, unit, hedge and status are those of what it is. */
export interface ChangeRow extends FormRow {
  /** What it was. */
  from?: number | null;
  /** Whether what it was is worked out. */
  from_derived?: boolean | null;
}

/**
 * Returns what each row's value was and is, on one axis from zero, with an arrow
 * from the one to the other and by how much it changed in percent.
 *
 * ```js
 * changes([{label: "Exports", from: 133e6, value: 225e6, unit: "USD", qualifier: "more_than"}])
 * ```
 */
export function changes<Row extends ChangeRow>(
  given: Iterable<Row>,
  options: FormOptions<Row> = {},
): SVGSVGElement {
  const {text = changeText} = options;
  const form = startForm(given, {...options, text});
  const {rows, width, color, labelOf, textOf, colorOf, isStrong, own} = form;
  const side = sideOf(width);
  const labels = rows.map((row) =>
    linesOf([labelOf(row), textOf(row)].filter(Boolean).join(": "), width - 2 * side, 3, 600),
  );
  const head = Math.max(1, ...labels.map(({length}) => length)) * lineHeight + 6;
  const band = head + 74;
  const bounds = rows.flatMap(({from, value, low, high}) =>
    [from, value, low, high].filter((v): v is number => Number.isFinite(v)),
  );
  const words = rows.flatMap((row) => [wordsFor(row, "from"), wordsFor(row, "value")]);
  const half = widthOf(words, textSize.body, 600) / 2 + 4;
  const y = (_row: Row, i: number): number => i;
  const middle = head - band / 2 + 30;
  // What it was stands below the line and what it is above, so that the two never meet.
  const at = (of: "from" | "value", dy: number, strong: boolean) =>
    Plot.text(rows, {
      ...own,
      filter: (row: Row) => Number.isFinite(row[of]),
      x: of,
      y,
      text: (row: Row) => wordsFor(row, of),
      dy: middle + dy,
      fill: (row: Row) => color(strong && isStrong(row) ? "ink" : "muted"),
      fontSize: textSize.body,
      fontWeight: (strong ? 600 : 400) as number,
    });
  return form.finish({
    height: rows.length * band,
    x: {
      domain: bounds.length > 0 ? [Math.min(0, ...bounds), Math.max(0, ...bounds) || 1] : [0, 1],
      range: [side + half, width - side - half],
      axis: null,
    },
    y: bandsOf(rows, band),
    marks: [
      Plot.ruleY(rows, {y, dy: middle, insetLeft: side, insetRight: side, stroke: color("rule")}),
      Plot.arrow(rows, {
        ...own,
        filter: ({from, value}: Row) => Number.isFinite(from) && Number.isFinite(value) && from !== value,
        x1: "from",
        x2: "value",
        y1: y,
        y2: y,
        dy: middle,
        insetStart: 7,
        insetEnd: 9,
        headLength: 7,
        stroke: colorOf,
        strokeWidth: 2,
      } as Plot.ArrowOptions),
      hedgedDot(rows, {
        ...own,
        filter: (row: Row) => Number.isFinite(row.from),
        x: "from",
        y,
        dy: middle,
        r: 5,
        fill: color("muted"),
        qualifier: () => null,
        status: () => null,
        low: () => null,
        high: () => null,
        derived: "from_derived",
        sort: null,
      } as Plot.DotOptions),
      hedgedDot(rows, {
        ...own,
        x: "value",
        y,
        dy: middle,
        r: 6.5,
        fill: colorOf,
        sort: null,
      } as Plot.DotOptions),
      at("from", 20, false),
      at("value", -20, true),
      headsAbove(form, labels, band),
    ],
  });
}

function wordsFor({from, value, unit = null, qualifier = null}: ChangeRow, of: "from" | "value"): string {
  if (of === "from") return from == null ? "" : formatValue(from, unit, "chart");
  return value == null ? "" : formatFigure({value, low: null, high: null, unit, qualifier}, "chart");
}

function changeText({from, value}: ChangeRow): string {
  if (from == null || value == null || from === 0) return "";
  const percent = ((value - from) / Math.abs(from)) * 100;
  return `${percent < 0 ? "−" : "+"}${formatValue(Math.abs(Number(percent.toPrecision(2))), "percent", "chart")}`;
}
