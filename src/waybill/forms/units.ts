import * as Plot from "@observablehq/plot";
import {unitsX} from "../marks/index.js";
import {formatValue} from "../model/format.js";
import {wordsOf} from "./channels.js";
import type {Channel, FormOptions, FormRow} from "./Form.js";
import {headsAbove} from "./headsAbove.js";
import {lineHeight, linesOf, sideOf, wordSizeOf} from "./measure.js";
import {startForm} from "./startForm.js";
import {drawUnitBlocks} from "./unitBlocks.js";
import {bandsOf, reachOf} from "./values.js";

const foot = 26;
/** Up to so many squares are drawn large, each row in a block. */
const mostLarge = 120;

export interface UnitFormOptions<Row extends FormRow> extends FormOptions<Row> {
  /** How many one square stands for; by default 1, 2, 5, 10, 20 …, so that there are at most 300 squares in all. */
  unit?: number;
  /** What one square stands for, in words: “the whole import of the other”. */
  unitName?: string;
  /** Whose a block of squares is, in large letters above its value. */
  head?: Channel<Row, string>;
  /** Large squares in a block for each row, by default where there are few; or small ones in strips. */
  as?: "blocks" | "strips";
}

/**
 * Returns a count of each row as squares, one for each or for a round number of
 * them, which is said below; name and value stand above. Where there are few
 * they are large and stand in blocks side by side: so the multiple of one value
 * is seen as that many squares of it.
 *
 * ```js
 * units([{label: "shipments", value: 63}, {label: "from the north", value: 20, qualifier: "about"}])
 * ```
 */
export function units<Row extends FormRow>(
  given: Iterable<Row>,
  {unit: own, unitName, head: headWords, as, ...options}: UnitFormOptions<Row> = {},
): SVGSVGElement {
  const form = startForm(given, options);
  const {rows, width, color, labelOf, textOf, colorOf} = form;
  const side = sideOf(width);
  const reaches = rows.map((row) => Math.max(0, reachOf(row) || 0));
  const most = Math.max(0, ...reaches);
  const sum = reaches.reduce((total, value) => total + value, 0);
  const unit = own ?? stepFor(sum, 300);
  const says = unitName ?? (unit === 1 ? "" : formatValue(unit, null, "prose"));
  const legend = (y: number): Plot.Markish =>
    Plot.text(says && rows.length > 0 ? [`One square is ${says}`] : [], {
      frameAnchor: "top-left",
      dx: side,
      dy: y,
      lineAnchor: "bottom",
      text: (d: string) => d,
      textAnchor: "start",
      fill: color("muted"),
      fontSize: wordSizeOf(width),
    });
  if (as === "blocks" || (as === undefined && sum / unit <= mostLarge && rows.length <= 4))
    return drawUnitBlocks(form, {
      unit,
      legend,
      foot: says ? foot : 0,
      heads: headWords ? rows.map(wordsOf(headWords, () => "")) : [],
    });
  const labels = rows.map((row) =>
    linesOf(`${textOf(row)} ${labelOf(row)}`.trim(), width - 2 * side, 3, 600),
  );
  const head = Math.max(1, ...labels.map(({length}) => length)) * lineHeight + 5;
  // In as many rows as keep squares at 8 pixels or more, then as large as fills the width.
  const count = Math.max(1, most / unit);
  const inner = width - 2 * side;
  const across = Math.max(1, Math.ceil((count * 8) / inner));
  const size = Math.floor(Math.min(20, (inner * across) / count));
  const body = Math.max(size, across * size);
  const band = head + body + 16;
  const y = (_row: Row, i: number): number => i;
  const height = rows.length * band;
  const right = side + (count * size) / across;
  return form.finish({
    height: height + (says && rows.length > 0 ? foot : 0),
    x: {domain: [0, most || 1], range: [side, right], axis: null},
    y: bandsOf(rows, band),
    pointOf: (_row, i) =>
      reaches[i] > 0
        ? [side + ((right - side) * reaches[i]) / most - size / 2, i * band + head + body]
        : null,
    marks: [
      unitsX(rows, {
        ...form.own,
        unit,
        gap: size > 10 ? 2 : 1,
        x: (row: Row) => (reachOf(row) > 0 ? reachOf(row) : null),
        y,
        fill: colorOf,
        insetTop: head,
        insetBottom: 16,
      } as Plot.BarXOptions),
      headsAbove(form, labels, band),
      legend(height + foot - 9),
    ],
  });
}
units.shows = {shape: "square", ends: true, paint: true} as const;

/** Returns how many one square stands for, from 1, 2, 5, 10, 20 …, so that there are at most `most` of them. */
export function stepFor(value: number, most: number): number {
  for (let power = 1; ; power *= 10)
    for (const step of [1, 2, 5]) if (value / (step * power) <= most) return step * power;
}
