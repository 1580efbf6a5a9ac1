import * as Plot from "@observablehq/plot";
import {hedgedDot} from "../marks/index.js";
import {textSize} from "../theme.js";
import type {FormOptions, FormRow} from "./Form.js";
import {bandsOf, linesOf, reachOf, sideOf, startForm} from "./startForm.js";

const lineHeight = 17;
const axisWidth = 150;

/** A row that is one source's wording of a figure. */
export interface ClaimRow extends FormRow {
  publisher?: string | null;
  /** The words of the source. */
  exact?: string | null;
}

/**
 * Returns one figure in the words of several sources, one below the other:
 * who says it, how, and where that lies on one axis beside what the others say.
 *
 * ```js
 * claims([{publisher: "RT", exact: "over $20 million", value: 2e7, unit: "USD", qualifier: "more_than"}])
 * ```
 */
export function claims<Row extends ClaimRow>(
  given: Iterable<Row>,
  options: FormOptions<Row> = {},
): SVGSVGElement {
  const {
    label = (row) => row.publisher ?? row.label ?? "",
    text = (row) => (row.exact ? `“${row.exact}”` : ""),
  } = options;
  const form = startForm(given, {...options, label, text});
  const {rows, width, color, labelOf, textOf, colorOf, isStrong, own} = form;
  const side = sideOf(width);
  const bounds = rows.flatMap((row) =>
    [row.value, row.low, row.high].filter((v): v is number => Number.isFinite(v)),
  );
  const [least, most] = [Math.min(...bounds), Math.max(...bounds)];
  const room = width - 2 * side - axisWidth - 24;
  const heads = rows.map((row) => linesOf(labelOf(row), room, 2, 600));
  const words = rows.map((row) => linesOf(textOf(row), room, 4));
  const lines = Math.max(1, ...rows.map((_row, i) => heads[i].length + words[i].length));
  const band = lines * lineHeight + 18;
  const height = rows.length * band;
  const y = (_row: Row, i: number): number => i;
  const left = width - side - axisWidth;
  const textAt = (of: readonly string[][], dyOf: number, options: Plot.TextOptions) =>
    rows.map((_row, n) =>
      Plot.text(rows, {
        ...own,
        filter: (_d: Row, i: number) => i === n,
        frameAnchor: "left",
        y,
        text: (_d: Row, i: number) => of[i].join("\n"),
        dx: side,
        dy: -band / 2 + 9 + dyOf * heads[n].length * lineHeight,
        lineAnchor: "top",
        textAnchor: "start",
        fontSize: textSize.body,
        lineHeight: lineHeight / textSize.body,
        ...options,
      }),
    );
  return form.finish({
    height,
    x: {
      domain: bounds.length === 0 ? [0, 1] : least === most ? [least - 1, most + 1] : [least, most],
      range: [left + 12, width - side - 22],
      axis: null,
    },
    y: bandsOf(rows, band),
    marks: [
      Plot.ruleY(rows.slice(1), {
        y: (_row: Row, i: number) => i + 1,
        dy: -band / 2,
        insetLeft: side,
        insetRight: side,
        stroke: color("rule"),
      }),
      Plot.ruleY(rows, {y, insetLeft: left, insetRight: side, stroke: color("rule")}),
      hedgedDot(rows, {
        ...own,
        filter: (row: Row) => Number.isFinite(reachOf(row)),
        x: "value",
        y,
        r: 6.5,
        fill: colorOf,
        sort: null,
      } as Plot.DotOptions),
      ...textAt(heads, 0, {
        fontWeight: 600,
        fill: (row: Row) => (isStrong(row) ? color("ink") : color("muted")),
      }),
      ...textAt(words, 1, {fill: color("muted")}),
    ],
  });
}
