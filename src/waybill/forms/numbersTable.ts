import * as Plot from "@observablehq/plot";
import {group as d3Group} from "d3";
import {textSize} from "../theme.js";
import {wordsOf} from "./channels.js";
import type {Channel, FormOptions, FormRow} from "./Form.js";
import {sideOf, wordSizeOf} from "./measure.js";
import {hedgeHeight, type Numeral, numeralMarks, numeralWidth} from "./numerals.js";
import {sketch, sketchRows} from "./sketch.js";
import {startForm} from "./startForm.js";
import {type TextBlock, textBlock} from "./textBlock.js";

/** Between groups that stand side by side, and the width from which they do. */
const gutter = 36;
const leastBeside = 800;
const leastColumn = 270;

export interface NumbersTableOptions<Row extends FormRow> extends FormOptions<Row> {
  /** The heading under which a row stands; none by default. */
  group?: Channel<Row, string>;
  /** What stands below what is counted, muted. */
  under?: Channel<Row, string>;
}

/**
 * Returns a row a figure, under the heading of its group: its numeral flush
 * right, all of one size, and what it is of.
 *
 * ```js
 * numbersTable([{value: 3000, thing: "laser parts", status: "ordered"}], {group: () => "Only ordered"})
 * ```
 */
export function numbersTable<Row extends FormRow>(
  given: Iterable<Row>,
  {group, under, ...options}: NumbersTableOptions<Row> = {},
): SVGSVGElement {
  const form = startForm(given, options);
  const {rows, width, narrow, color, labelOf, textOf, toneOf, noteOf} = form;
  const side = sideOf(width);
  const inner = width - 2 * side;
  const wordSize = wordSizeOf(width);
  const groupOf = wordsOf(group, () => "");
  const underOf = wordsOf(under, () => null);
  const muted = color("muted");
  const groups = [
    ...d3Group(
      rows.map((_row, i) => i),
      (i) => groupOf(rows[i]),
    ),
  ];
  // Where there is room, groups stand side by side.
  const across =
    width >= leastBeside ? Math.max(1, Math.min(groups.length, Math.floor(inner / leastColumn))) : 1;
  const column = (inner - (across - 1) * gutter) / across;
  const texts = rows.map(textOf);
  const wanted = narrow ? 22 : width >= 800 ? 32 : 28;
  const widest = numeralWidth(texts, wanted);
  const size = Math.max(textSize.value, Math.min(wanted, (wanted * column * 0.4) / Math.max(1, widest)));
  const numeralEnd = Math.min(column * 0.6, numeralWidth(texts, size));
  const indent = numeralEnd + (narrow ? 14 : 20);
  const pad = narrow ? 6 : 7;

  const heads: {x: number; y: number; words: TextBlock}[] = [];
  const lines: {words: TextBlock; x: number; top: number}[] = [];
  const numerals: Numeral[] = [];
  const bottoms = Array.from({length: across}, () => 0);
  for (const [text, members] of groups) {
    const n = bottoms.indexOf(Math.min(...bottoms));
    const left = side + n * (column + gutter);
    let y = bottoms[n];
    if (text) {
      const words = textBlock(
        [{text, size: textSize.value, weight: 600, color: toneOf(rows[members[0]]), most: 2}],
        column,
      );
      if (y > 0) y += narrow ? 12 : 16;
      heads.push({x: left, y, words});
      y += words.height + 12;
    }
    for (const [k, i] of members.entries()) {
      const row = rows[i];
      const words = textBlock(
        [
          {text: labelOf(row), size: wordSize + 1, weight: 600, color: color("ink"), most: 5},
          {text: underOf(row) ?? "", size: wordSize, color: muted, most: 5},
          {text: noteOf(row), size: wordSize, color: muted, most: 5},
        ],
        column - indent,
      );
      const above = hedgeHeight(texts[i], size);
      if (k > 0) y += pad;
      // Numerals and words stand on one line.
      const top = y + above + Math.max(0, 0.73 * size - words.first - 0.36 * (wordSize + 1));
      const base = top + words.first + 0.36 * (wordSize + 1);
      const middle = base - 0.365 * size - 0.5 * above;
      numerals.push({
        row: i,
        x: left + numeralEnd,
        y: middle,
        text: texts[i],
        fill: toneOf(row),
        size,
        middle: true,
      });
      lines[i] = {words, x: left + indent, top};
      y = Math.max(base + 4, top + words.height) + pad;
    }
    bottoms[n] = y;
  }
  return form.finish({
    height: Math.max(0, Math.max(...bottoms) - pad + 4),
    x: {type: "identity", axis: null},
    y: {type: "identity", axis: null},
    pointOf: () => undefined,
    marks: [
      Plot.ruleY(heads, {
        y: (d) => d.y + d.words.height + 4,
        x1: "x",
        x2: (d) => d.x + column,
        stroke: color("ink"),
        strokeOpacity: 0.4,
      }),
      sketch(heads.flatMap(({x, y, words}) => words.at(x, y))),
      ...numeralMarks(form, numerals, "end"),
      sketchRows(rows, (_row, i) => lines[i].words.at(lines[i].x, lines[i].top)),
    ],
  });
}
