import * as Plot from "@observablehq/plot";
import {group as d3Group} from "d3";
import {textSize} from "../theme.js";
import type {FormOptions, FormRow} from "./Form.js";
import {linesOf, sideOf, startForm, widthOf} from "./startForm.js";

const numeral = 30;
const lineHeight = 17;
const groupHead = 34;

export interface NumberOptions<Row extends FormRow> extends FormOptions<Row> {
  /** The heading under which a row stands; rows of one heading stand together. None by default. */
  group?: (row: Row) => string;
}

/**
 * Returns big numerals with a few words each, in groups under headings: for
 * figures that must not share an axis, such as tonnes beside pieces.
 *
 * ```js
 * numbers([{value: 3000, thing: "laser parts"}, {value: 12, unit: "tonne", thing: "vehicles"}], {group: (row) => "Ordered"})
 * ```
 */
export function numbers<Row extends FormRow>(
  given: Iterable<Row>,
  {group = () => "", ...options}: NumberOptions<Row> = {},
): SVGSVGElement {
  const form = startForm(given, options);
  const {rows, width, color, labelOf, textOf, colorOf, own} = form;
  const side = sideOf(width);
  const inner = width - 2 * side;
  const groups = [
    ...d3Group(
      rows.map((_row, i) => i),
      (i) => group(rows[i]),
    ),
  ];
  const places: {x: number; y: number; size: number; lines: string[]}[] = [];
  const heads: {text: string; y: number}[] = [];
  let y = 0;
  for (const [text, members] of groups) {
    if (text) {
      heads.push({text, y});
      y += groupHead;
    }
    const widest =
      widthOf(
        members.map((i) => textOf(rows[i])),
        textSize.value,
        600,
      ) + 20;
    const most = Math.max(1, Math.floor(inner / Math.max(widest, form.narrow ? 148 : 180)));
    const perRow = Math.min(most, Math.max(members.length, Math.ceil(most / 2)));
    const cell = inner / perRow;
    for (let start = 0; start < members.length; start += perRow) {
      const inRow = members.slice(start, start + perRow);
      const lines = inRow.map((i) => linesOf(labelOf(rows[i]), cell - 20, 4));
      inRow.forEach((i, n) => {
        // A numeral never leaves its cell: it is set smaller.
        const own = widthOf([textOf(rows[i])], numeral, 600);
        const size = Math.max(textSize.value, Math.min(numeral, (numeral * (cell - 20)) / Math.max(1, own)));
        places[i] = {x: side + n * cell, y, size, lines: lines[n]};
      });
      y += numeral + 10 + Math.max(1, ...lines.map(({length}) => length)) * lineHeight + 18;
    }
    y += 6;
  }
  return form.finish({
    height: y,
    x: {type: "identity", axis: null},
    y: {type: "identity", axis: null},
    marks: [
      Plot.ruleY(heads, {y: (d) => d.y + 22, x1: side, x2: width - side, stroke: color("rule")}),
      Plot.text(heads, {
        x: side,
        y: (d) => d.y + 10,
        text: "text",
        textAnchor: "start",
        fill: color("muted"),
        fontSize: textSize.body,
        fontWeight: 600,
      }),
      ...rows.map((_row, i) =>
        Plot.text(rows, {
          ...own,
          filter: (_d: Row, n: number) => n === i,
          x: places[i].x,
          y: places[i].y + numeral / 2,
          text: textOf,
          textAnchor: "start",
          fill: colorOf,
          fontSize: Math.round(places[i].size * 10) / 10,
          fontWeight: 600,
        }),
      ),
      Plot.text(rows, {
        ...own,
        x: (_row: Row, i: number) => places[i].x,
        y: (_row: Row, i: number) => places[i].y + numeral + 8,
        text: (_row: Row, i: number) => places[i].lines.join("\n"),
        textAnchor: "start",
        lineAnchor: "top",
        fontSize: textSize.body,
        lineHeight: lineHeight / textSize.body,
      }),
    ],
  });
}
