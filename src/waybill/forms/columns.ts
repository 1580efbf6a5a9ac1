import * as Plot from "@observablehq/plot";
import {hedgeY} from "../marks/index.js";
import {formatDate, splitHedge} from "../model/format.js";
import {textSize} from "../theme.js";
import type {FormOptions, FormRow} from "./Form.js";
import {lineHeight, linesOf, sideOf, widthOf} from "./measure.js";
import {hedgeHeight, numeralMarks, numeralWidth} from "./numerals.js";
import {startForm} from "./startForm.js";
import {boundsAt, reachOf} from "./values.js";

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
  {tall: ownTall, ...options}: ColumnOptions<Row> = {},
): SVGSVGElement {
  const label =
    options.label ??
    ((row: Row) => row.label ?? (row.period_start ? formatDate(row.period_start) : (row.thing ?? "")));
  const form = startForm(given, {...options, label});
  const {rows, width, color, labelOf, textOf, colorOf, inkOf, isStrong, own} = form;
  const side = sideOf(width);
  const inner = width - 2 * side;
  const band = inner / Math.max(3, rows.length);
  const padding = rows.length > 6 ? 0.22 : 0.16;
  const values = rows.map(reachOf);
  const fitsAt = (size: number): boolean =>
    rows.every(
      (row) =>
        widthOf(textOf(row).split(" "), size, 600) <= band - 4 &&
        widthOf(labelOf(row).split(" "), textSize.body) <= band - 4,
    );
  const size =
    [textSize.large, textSize.value].find((large) => rows.length <= 8 && fitsAt(large)) ?? textSize.body;
  const fits = fitsAt(size);
  const valueLine = size + 5;
  // Each in its own column; else one line for a few.
  const room = fits ? band - 4 : inner / 2 - 8;
  // A hedge stands small above its number, if that is large.
  const hedges = rows.map((row) => hedgeHeight(textOf(row), size));
  const texts = rows.map((row, i) =>
    linesOf(hedges[i] > 0 ? splitHedge(textOf(row)).number : textOf(row), room, fits ? 3 : 1, 600, size),
  );
  const heights = rows.map((_row, i) => texts[i].length * valueLine + hedges[i]);
  const labels = rows.map((row) => linesOf(labelOf(row), room, fits ? 4 : 1));
  const centre = (i: number): number => side + band * (i + 0.5);
  const halves = rows.map(
    (row, i) =>
      Math.max(
        widthOf(texts[i], size, 600),
        hedges[i] > 0 ? numeralWidth([textOf(row)], size) : 0,
        widthOf(labels[i]),
      ) / 2,
  );
  const placed = (i: number): number =>
    Math.min(width - side - halves[i], Math.max(side + halves[i], centre(i)));
  const strong = options.emphasis === undefined ? -1 : rows.findIndex((row) => isStrong(row));
  const named = fits ? rows.map((_row, i) => i) : apart({values, placed, halves, strong});
  const above = Math.max(valueLine, ...heights) + 8;
  const below = Math.max(1, ...labels.map(({length}) => length)) * lineHeight + 10;
  const tall = ownTall ?? Math.round(Math.min(340, Math.max(160, width / 2.8)));
  const known = values.filter(Number.isFinite);
  const [least, most] = [Math.min(0, ...known), Math.max(0, ...known)];
  const under = least < 0 ? above : 0;
  const place = (value: number): number => above + (tall * (most - value)) / (most - least || 1);
  const height = above + tall + under + below;
  // Words wider than their column stand clear of its neighbours.
  const edgeOf = (i: number): number => {
    const near = values.filter((_value, n) => Math.abs(centre(n) - placed(i)) < halves[i] + band / 2);
    const tops = near.filter(Number.isFinite).map((value) => place(value));
    return values[i] < 0 ? Math.max(place(0), ...tops) : Math.min(place(0), ...tops);
  };
  return form.finish({
    height: rows.length === 0 ? 0 : height,
    x: {type: "identity", axis: null},
    y: {type: "identity", axis: null},
    pointOf: (_row, i) => [centre(i), place(values[i] || 0) - 1, heights[i] * Number(named.includes(i))],
    marks: [
      Plot.rect(
        rows,
        hedgeY({
          ...own,
          ...boundsAt(place),
          filter: (_row: Row, i: number) => Number.isFinite(values[i]),
          x1: (_row: Row, i: number) => centre(i) - (band * (1 - padding)) / 2,
          x2: (_row: Row, i: number) => centre(i) + (band * (1 - padding)) / 2,
          y1: place(0),
          y2: (_row: Row, i: number) => place(values[i]),
          fill: colorOf,
        }) as Plot.RectOptions,
      ),
      // What has no figure is a tick on the axis, so that it is seen to be missing.
      Plot.ruleX(rows, {
        ...own,
        filter: (_row: Row, i: number) => !Number.isFinite(values[i]),
        x: (_row: Row, i: number) => centre(i),
        y1: place(0) - 5,
        y2: place(0),
        stroke: color("muted"),
      }),
      rows.length > 0
        ? Plot.ruleY([place(0)], {
            x1: side,
            x2: side + band * rows.length,
            stroke: color("ink"),
            strokeOpacity: 0.6,
          })
        : null,
      ...numeralMarks(
        form,
        named.map((i) => ({
          row: i,
          x: placed(i),
          y: hedges[i] + (values[i] < 0 ? edgeOf(i) + 2 : edgeOf(i) - 4 - heights[i]),
          text: textOf(rows[i]),
          lines: texts[i],
          size,
        })),
        "middle",
      ),
      form.words(
        named.map((i) => ({
          row: i,
          x: placed(i),
          y: height - below + 8,
          text: labels[i],
          fill: options.emphasis === undefined ? color("muted") : inkOf(rows[i]),
        })),
        {textAnchor: "middle"},
      ),
    ],
  });
}
columns.shows = {shape: "strip", ends: true, paint: true, worded: 12} as const;

interface Columns {
  values: readonly number[];
  placed: (i: number) => number;
  halves: readonly number[];
  /** The column in emphasis; -1 for none. */
  strong: number;
}

// The one in emphasis, the highest, the last and the first, as far as their words keep clear of each other.
function apart({values, placed, halves, strong}: Columns): number[] {
  const highest = values.indexOf(Math.max(...values.filter(Number.isFinite)));
  const chosen: number[] = [];
  for (const i of [...new Set([strong, highest, values.length - 1, 0])])
    if (
      i >= 0 &&
      chosen.every((other) => Math.abs(placed(i) - placed(other)) > halves[i] + halves[other] + 8)
    )
      chosen.push(i);
  return chosen;
}
