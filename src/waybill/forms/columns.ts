import * as Plot from "@observablehq/plot";
import {formatDate} from "../../model/format.js";
import {hedgedBarY} from "../marks/index.js";
import {textSize} from "../theme.js";
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
  given: Iterable<Row>,
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
  const values = rows.map(reachOf);
  const fits = rows.every(
    (row) =>
      widthOf(textOf(row).split(" "), textSize.body, 600) <= band - 4 &&
      widthOf(labelOf(row).split(" "), textSize.body) <= band - 4,
  );
  // Each in its own column; else one line for a few.
  const texts = rows.map((row) => linesOf(textOf(row), fits ? band - 4 : inner / 2 - 8, fits ? 3 : 1, 600));
  const labels = rows.map((row) => linesOf(labelOf(row), fits ? band - 4 : inner / 2 - 8, fits ? 4 : 1));
  const centre = (i: number): number => side + band * (i + 0.5);
  const halves = rows.map(
    (_row, i) => Math.max(widthOf(texts[i], textSize.body, 600), widthOf(labels[i])) / 2,
  );
  const placed = (i: number): number =>
    Math.min(width - side - halves[i], Math.max(side + halves[i], centre(i)));
  const named = fits ? rows.map((_row, i) => i) : apart(values, placed, halves);
  const above = Math.max(1, ...texts.map(({length}) => length)) * lineHeight + 8;
  const below = Math.max(1, ...labels.map(({length}) => length)) * lineHeight + 10;
  const tall = options.tall ?? Math.round(Math.min(320, Math.max(140, width / 3)));
  const [least, most] = [
    Math.min(0, ...values.filter(Number.isFinite)),
    Math.max(0, ...values.filter(Number.isFinite)),
  ];
  const under = least < 0 ? above : 0;
  const used = band * rows.length;
  const x = (_row: Row, i: number): number => i;
  const words = (i: number) => {
    const sign = values[i] < 0 ? -1 : 1;
    const common = {
      ...own,
      filter: (_row: Row, n: number) => n === i,
      x,
      dx: placed(i) - centre(i),
      fontSize: textSize.body,
      lineHeight: lineHeight / textSize.body,
    };
    return [
      Plot.text(rows, {
        ...common,
        y: (_row: Row, n: number) => (Number.isFinite(values[n]) ? values[n] : 0),
        text: () => texts[i].join("\n"),
        dy: -sign * 6,
        lineAnchor: sign === 1 ? "bottom" : "top",
        fill: (row: Row) => (isStrong(row) ? color("ink") : color("muted")),
        fontWeight: 600,
      }),
      Plot.text(rows, {
        ...common,
        frameAnchor: "bottom",
        text: () => labels[i].join("\n"),
        dy: -below + 8,
        lineAnchor: "top",
        fill: color("muted"),
      }),
    ];
  };
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
      ...named.flatMap(words),
    ],
  });
}

// The first, the last and the highest column, as far as their words keep clear of each other.
function apart(
  values: readonly number[],
  placed: (i: number) => number,
  halves: readonly number[],
): number[] {
  const highest = values.indexOf(Math.max(...values.filter(Number.isFinite)));
  const chosen: number[] = [];
  for (const i of [...new Set([highest, values.length - 1, 0])])
    if (
      i >= 0 &&
      chosen.every((other) => Math.abs(placed(i) - placed(other)) > halves[i] + halves[other] + 8)
    )
      chosen.push(i);
  return chosen;
}
