import * as Plot from "@observablehq/plot";
import {permute, range, sort} from "d3";
import {hedgedDot} from "../marks/index.js";
import {textSize} from "../theme.js";
import {asStated, type ChangeRow, wordsFor} from "./changes.js";
import type {FormOptions} from "./Form.js";
import {lineHeight, linesOf, sideOf, widthOf} from "./measure.js";
import {settleWithin} from "./settleWithin.js";
import {startForm} from "./startForm.js";
import {boundsOf, reachOf} from "./values.js";

const gap = 12;
const head = 30;

export interface SlopeOptions<Row extends ChangeRow> extends FormOptions<Row> {
  /** What stands above the two ends: “2012” and “2024”. */
  before?: string;
  after?: string;
  /** Whether the axis starts at zero; it does not by default, as a slope is read by its direction. */
  fromZero?: boolean;
}

type End = "from" | "value";

/**
 * Returns a line for each row from what its value was to what it is, between
 * two dates, with its value at both ends and its name at the second: for which
 * of several rose and which fell. Words keep clear of each other.
 *
 * ```js
 * slope([{label: "North", from: 133, value: 90}, {label: "South", from: 80, value: 124}], {before: "2012", after: "2024"})
 * ```
 */
export function slope<Row extends ChangeRow>(
  given: Iterable<Row>,
  {before = "Before", after = "After", fromZero = false, ...options}: SlopeOptions<Row> = {},
): SVGSVGElement {
  const form = startForm(given, options);
  const {rows, width, narrow, color, labelOf, textOf, colorOf, isStrong, own} = form;
  const side = sideOf(width);
  const bounds = rows.flatMap((row) => [row.from ?? Number.NaN, ...boundsOf(row)]).filter(Number.isFinite);
  const [least, most] = bounds.length > 0 ? [Math.min(...bounds), Math.max(...bounds)] : [0, 1];
  const low = fromZero ? Math.min(0, least) : least;
  const words = {
    from: rows.map((row) => [wordsFor(row, "from")].filter(Boolean)),
    value: rows.map((row) =>
      linesOf(`${textOf(row)} ${labelOf(row)}`.trim(), Math.min(300, width * (narrow ? 0.44 : 0.36)), 3, 600),
    ),
  };
  const left = side + widthOf(words.from.flat(), textSize.body, 600) + gap;
  const right = width - side - widthOf(words.value.flat(), textSize.body, 600) - gap - 2;
  const [first, second] = [before, after].map((text) => widthOf([text], textSize.body, 600) / 2);
  const firstAt = Math.max(side + first, left);
  const headsAt = [firstAt, Math.min(width - side - second, Math.max(right, firstAt + first + second + 10))];
  const tallest = (of: End): number =>
    words[of].reduce((sum, lines) => sum + Math.max(1, lines.length) * lineHeight + 3, 0);
  const tall = Math.max(Math.min(380, Math.max(220, width * 0.42)), tallest("from"), tallest("value"));
  const bottom = head + tall;
  const place = (value: number): number => bottom - 14 - ((value - low) / (most - low || 1)) * (tall - 28);
  const ys = {
    from: rows.map(({from}) => place(from ?? Number.NaN)),
    value: rows.map((row) => place(reachOf(row))),
  };
  const settled = (of: End): number[] => {
    const wanted = ys[of].map((y) => (Number.isFinite(y) ? y : bottom));
    const order = sort(range(rows.length), (i) => wanted[i]);
    const places = settleWithin(
      order.map((i) => {
        const half = words[of][i].length === 0 ? 0 : (words[of][i].length * lineHeight + 3) / 2;
        return {wanted: wanted[i], up: half, down: half, weight: isStrong(rows[i]) ? 8 : 1};
      }),
      [head, bottom],
    );
    return permute(
      places,
      sort(range(rows.length), (n) => order[n]),
    );
  };
  const tops = {from: settled("from"), value: settled("value")};
  const dot = (of: End, options: object): Plot.Markish =>
    hedgedDot(rows, {
      ...own,
      filter: (_row: Row, i: number) => Number.isFinite(ys[of][i]),
      x: of === "from" ? left : right,
      y: (_row: Row, i: number) => ys[of][i],
      low: () => null,
      high: () => null,
      fill: colorOf,
      sort: null,
      ...options,
    } as Plot.DotOptions);
  const hasBoth = (_row: Row, i: number): boolean =>
    Number.isFinite(ys.from[i]) && Number.isFinite(ys.value[i]);
  // What is strong lies over what is grey.
  const lines = (strong: boolean): Plot.Markish =>
    Plot.link(rows, {
      ...own,
      filter: (row: Row, i: number) => hasBoth(row, i) && isStrong(row) === strong,
      x1: left,
      x2: right,
      y1: (_row: Row, i: number) => ys.from[i],
      y2: (_row: Row, i: number) => ys.value[i],
      stroke: colorOf,
      strokeWidth: strong ? 3 : 1.75,
    });
  const texts = (of: End, strong: boolean): Plot.Markish =>
    form.words(
      rows.flatMap((row, i) =>
        words[of][i].length === 0 || isStrong(row) !== strong
          ? []
          : {row: i, x: of === "from" ? left - gap : right + gap + 2, y: tops[of][i], text: words[of][i]},
      ),
      {
        textAnchor: of === "from" ? "end" : "start",
        lineAnchor: "middle",
        fontWeight: (strong ? 600 : 400) as number,
      },
    );
  return form.finish({
    height: rows.length === 0 ? 0 : bottom + 4,
    x: {type: "identity", axis: null},
    y: {type: "identity", axis: null},
    pointOf: (row, i) =>
      hasBoth(row, i) ? [left + (right - left) * 0.7, ys.from[i] * 0.3 + ys.value[i] * 0.7, 3] : null,
    marks: [
      Plot.ruleX(rows.length > 0 ? [left, right] : [], {y1: head, y2: bottom, stroke: color("rule")}),
      Plot.text(rows.length > 0 ? [before, after] : [], {
        x: (_text: string, i: number) => headsAt[i],
        y: 12,
        text: (text: string) => text,
        fill: color("muted"),
        fontSize: textSize.body,
        fontWeight: 600,
      }),
      lines(false),
      lines(true),
      dot("from", {...asStated, r: 4}),
      dot("value", {r: 5.5}),
      ...(["from", "value"] as const).flatMap((of) => [texts(of, true), texts(of, false)]),
    ],
  });
}
slope.shows = {shape: "dot", ends: false, paint: true} as const;
