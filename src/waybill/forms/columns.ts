import * as Plot from "@observablehq/plot";
import {textSize} from "../../charts/theme.js";
import {formatDate} from "../../model/format.js";
import {hedgedBarY} from "../marks/index.js";
import type {FormOptions, FormRow} from "./Form.js";
import {linesOf, reachOf, sideOf, startForm, widthOf} from "./startForm.js";

const lineHeight = 16;

export interface ColumnOptions<Row extends FormRow> extends FormOptions<Row> {
  /** Height of the highest column in pixels; a third of the width by default. */
  tall?: number;
}

/**
 * Returns a column for each row, side by side to one scale from zero: a value
 * over time, or a few that are compared. Its value stands on it and its name
 * below; where columns are too many for their words, the first, the last and
 * the highest keep them.
 *
 * ```js
 * columns([{label: "2022", value: 133, unit: "USD"}, {label: "2023", value: 225, unit: "USD", qualifier: "more_than"}])
 * ```
 */
export function columns<Row extends FormRow & {period_start?: string | null}>(
  given: readonly Row[],
  {
    label = (row) => row.label ?? (row.period_start ? formatDate(row.period_start) : (row.thing ?? "")),
    ...options
  }: ColumnOptions<Row> = {},
): SVGSVGElement {
  const form = startForm(given, {...options, label});
  const {rows, width, color, labelOf, textOf, colorOf, isStrong, own} = form;
  const side = sideOf(width);
  const inner = width - 2 * side;
  const band = Math.min(220, inner / Math.max(1, rows.length));
  const padding = rows.length > 30 ? 0.1 : 0.22;
  const texts = rows.map((row) => linesOf(textOf(row), band - 4, 3, 600));
  const fits = rows.every((row) => widthOf(textOf(row).split(" "), textSize.body, 600) <= band - 4);
  const values = rows.map(reachOf);
  const highest = values.indexOf(Math.max(...values.filter(Number.isFinite)));
  const isNamed = (i: number): boolean => fits || i === 0 || i === rows.length - 1 || i === highest;
  const labels = rows.map((row) => (fits ? linesOf(labelOf(row), band - 6, 4) : [labelOf(row)]));
  const above = Math.max(1, ...texts.map(({length}) => (fits ? length : 1))) * lineHeight + 8;
  const below = Math.max(1, ...labels.map(({length}) => length)) * lineHeight + 10;
  const tall = options.tall ?? Math.round(Math.min(320, Math.max(140, width / 3)));
  const [least, most] = [
    Math.min(0, ...values.filter(Number.isFinite)),
    Math.max(0, ...values.filter(Number.isFinite)),
  ];
  const under = least < 0 ? above : 0;
  const used = band * rows.length;
  const x = (_row: Row, i: number): number => i;
  const words = (sign: 1 | -1) =>
    Plot.text(rows, {
      ...own,
      filter: (_row: Row, i: number) => isNamed(i) && (sign === -1) === values[i] < 0,
      x,
      y: (_row: Row, i: number) => (Number.isFinite(values[i]) ? values[i] : 0),
      text: (row: Row, i: number) => (fits ? texts[i].join("\n") : textOf(row)),
      dy: -sign * 6,
      lineAnchor: sign === 1 ? "bottom" : "top",
      fill: (row: Row) => (isStrong(row) ? color("ink") : color("muted")),
      fontSize: textSize.body,
      fontWeight: 600,
      lineHeight: lineHeight / textSize.body,
    });
  return form.finish({
    height: rows.length === 0 ? 0 : above + tall + under + below,
    x: {type: "band", domain: rows.map((_row, i) => i), range: [side, side + used], padding, axis: null},
    y: {domain: [least, most || 1], range: [above + tall, above], axis: null},
    marks: [
      hedgedBarY(rows, {...own, x, y: "value", fill: colorOf} as Plot.BarYOptions),
      rows.length > 0
        ? Plot.ruleY([0], {
            stroke: color("ink"),
            strokeOpacity: 0.5,
            insetLeft: side,
            insetRight: width - side - used,
          })
        : null,
      words(1),
      words(-1),
      Plot.text(rows, {
        ...own,
        filter: (_row: Row, i: number) => isNamed(i),
        x,
        frameAnchor: "bottom",
        text: (_row: Row, i: number) => labels[i].join("\n"),
        dy: -below + 8,
        lineAnchor: "top",
        fill: color("muted"),
        fontSize: textSize.body,
        lineHeight: lineHeight / textSize.body,
      }),
    ],
  });
}
