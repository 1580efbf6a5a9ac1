import * as Plot from "@observablehq/plot";
import {hedgedDot} from "../marks/index.js";
import {formatFigure, formatValue} from "../model/format.js";
import {textSize} from "../theme.js";
import {drawPairs} from "./changesInPairs.js";
import {wordsOrColumn} from "./channels.js";
import type {Channel, FormOptions, FormRow} from "./Form.js";
import {headsAbove} from "./headsAbove.js";
import {lineHeight, linesOf, sideOf, widthOf} from "./measure.js";
import {startForm} from "./startForm.js";
import {bandsOf, boundsOf, stated} from "./values.js";

/** A row that says what a value was and what it is; its value, unit, hedge and status are those of what it is. */
export interface ChangeRow extends FormRow {
  /** What it was. */
  from?: number | null;
  /** Whether what it was is worked out. */
  from_derived?: boolean | null;
  /** How firm what it was is: more than that, about that. */
  from_qualifier?: FormRow["qualifier"];
}

export interface ChangeOptions<Row extends ChangeRow> extends FormOptions<Row> {
  /** Two bars, by default for one or two rows; or an arrow on an axis. */
  as?: "bars" | "arrows";
  /** What the first and the second bar are called: “2022”. A column of the rows, a function, or the words themselves. */
  before?: Channel<Row, string>;
  after?: Channel<Row, string>;
}

/**
 * Returns what each row's value was and is, and by how much it changed: for one
 * or two rows as two bars with the change in the space between their ends, for more
 * as arrows on one axis from zero. What was worked out is hatched.
 *
 * ```js
 * changes([{label: "Exports", from: 133e6, value: 225e6, unit: "USD", qualifier: "more_than"}])
 * ```
 */
export function changes<Row extends ChangeRow>(
  given: Iterable<Row>,
  {as, before = "before", after = "after", ...options}: ChangeOptions<Row> = {},
): SVGSVGElement {
  const form = startForm(given, {...options, text: options.text ?? changeText});
  const {rows} = form;
  const hasBoth = rows.every(({from, value}) => Number.isFinite(from) && Number.isFinite(value));
  const inPairs = as ?? (rows.length <= 2 && hasBoth ? "bars" : "arrows");
  if (inPairs === "bars")
    return drawPairs(form, {before: wordsOrColumn(rows, before), after: wordsOrColumn(rows, after)});
  const {width, color, labelOf, textOf, colorOf, inkOf, own} = form;
  const side = sideOf(width);
  const labels = rows.map((row) =>
    linesOf([labelOf(row), textOf(row)].filter(Boolean).join(": "), width - 2 * side, 3, 600),
  );
  const head = Math.max(1, ...labels.map(({length}) => length)) * lineHeight + 6;
  const band = head + 74;
  const bounds = rows.flatMap((row) => [row.from ?? Number.NaN, ...boundsOf(row)]).filter(Number.isFinite);
  const words = rows.flatMap((row) => [wordsFor(row, "from"), wordsFor(row, "value")]);
  const half = widthOf(words, textSize.body, 600) / 2 + 4;
  const domain: [number, number] =
    bounds.length > 0 ? [Math.min(0, ...bounds), Math.max(0, ...bounds) || 1] : [0, 1];
  const range: [number, number] = [side + half, width - side - half];
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
      fill: (row: Row) => (strong ? inkOf(row) : color("muted")),
      fontSize: textSize.body,
      fontWeight: (strong ? 600 : 400) as number,
    });
  return form.finish({
    height: rows.length * band,
    x: {domain, range, axis: null},
    y: bandsOf(rows, band),
    pointOf: ({value}, i) =>
      value == null
        ? null
        : [
            range[0] + ((value - domain[0]) / (domain[1] - domain[0])) * (range[1] - range[0]),
            i * band + head + 30,
            8,
          ],
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
        fill: color("grey"),
        ...asStated,
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
changes.shows = {shape: "strip", ends: false, paint: true} as const;

/** Options of a hedged mark for what a value was: with its own hedge, and hatched if it was worked out. */
export const asStated = {
  qualifier: "from_qualifier",
  status: () => null,
  low: () => null,
  high: () => null,
  derived: "from_derived",
};

/** Returns the words for what a value was, or is: “$133m”. */
export function wordsFor(row: ChangeRow, of: "from" | "value"): string {
  const number = row[of];
  if (number == null) return "";
  const qualifier = (of === "from" ? row.from_qualifier : row.qualifier) ?? null;
  return formatFigure({...stated(row), value: number, low: null, high: null, qualifier}, "chart");
}

/** Returns by how much a value changed, in percent; nothing where it was zero. */
export function changeText({from, value}: ChangeRow): string {
  if (from == null || value == null || from === 0) return "";
  const percent = ((value - from) / Math.abs(from)) * 100;
  return `${percent < 0 ? "−" : "+"}${formatValue(Math.abs(Number(percent.toPrecision(2))), "percent", "chart")}`;
}
