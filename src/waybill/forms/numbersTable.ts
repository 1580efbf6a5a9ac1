import * as Plot from "@observablehq/plot";
import {drawDot} from "../marks/drawDot.js";
import {paintOf, stateOf} from "../marks/state.js";
import {textSize} from "../theme.js";
import {wordsOf} from "./channels.js";
import type {Channel, FormOptions, FormRow} from "./Form.js";
import {sideOf, widthOf, wordSizeOf} from "./measure.js";
import {hedgeHeight, type Numeral, numeralMarks, numeralWidth} from "./numerals.js";
import {sketchRows} from "./sketch.js";
import {startForm} from "./startForm.js";
import {type TextBlock, textBlock} from "./textBlock.js";

const gap = 20;
const radius = 6;
/** From a dot to its words. */
const dotGap = 8;
/** Width from which the state has a column of its own. */
const leastBeside = 520;

export interface NumbersTableOptions<Row extends FormRow> extends FormOptions<Row> {
  /** How far a row has got, in words, beside a dot that is painted so; none by default. */
  group?: Channel<Row, string>;
  /** What stands below what is counted, muted. */
  under?: Channel<Row, string>;
}

/**
 * Returns a row a figure: its numeral flush right, all of one size, what it is
 * of, and how far it has got, as a dot in its paint and in words; beside where
 * there is room, else below.
 *
 * ```js
 * numbersTable([{value: 3000, thing: "laser parts", status: "ordered"}], {group: () => "only ordered"})
 * ```
 */
export function numbersTable<Row extends FormRow>(
  given: Iterable<Row>,
  {group, under, ...options}: NumbersTableOptions<Row> = {},
): SVGSVGElement {
  const form = startForm(given, options);
  const {rows, width, narrow, color, labelOf, textOf, toneOf, inkOf, colorOf, noteOf} = form;
  const side = sideOf(width);
  const inner = width - 2 * side;
  const wordSize = wordSizeOf(width);
  const groupOf = wordsOf(group, () => "");
  const underOf = wordsOf(under, () => null);
  const muted = color("muted");
  const texts = rows.map(textOf);
  const wanted = narrow ? 24 : width >= 800 ? 38 : 32;
  const widest = numeralWidth(texts, wanted);
  const size = Math.max(textSize.value, Math.min(wanted, (wanted * inner * 0.4) / Math.max(1, widest)));
  const numeralEnd = side + Math.min(inner * 0.5, numeralWidth(texts, size));
  const left = numeralEnd + (narrow ? 14 : gap);
  const states = rows.map(groupOf);
  const isBeside = width >= leastBeside && states.some(Boolean);
  const indent = 2 * radius + dotGap;
  const stateWidth = isBeside ? Math.min(inner * 0.3, widthOf(states, wordSize) + indent) : 0;
  const room = width - side - left - (stateWidth > 0 ? stateWidth + gap : 0);
  const pad = narrow ? 9 : 11;

  const lines: {words: TextBlock; state: TextBlock; top: number; middle: number; stateTop: number}[] = [];
  const numerals: Numeral[] = [];
  const rules: number[] = [];
  let y = 0;
  rows.forEach((row, i) => {
    if (i > 0) rules.push(y);
    const words = textBlock(
      [
        {text: labelOf(row), size: wordSize + 1, weight: 600, color: color("ink"), most: 5},
        {text: underOf(row) ?? "", size: wordSize, color: muted, most: 5},
        {text: noteOf(row), size: wordSize, color: muted, most: 5},
      ],
      room,
    );
    const state = textBlock(
      [{text: states[i], size: wordSize, color: inkOf(row), most: 3}],
      (isBeside ? stateWidth : room) - indent,
    );
    const above = hedgeHeight(texts[i], size);
    const first = Math.max(words.first, size * 0.52);
    const middle = y + (i > 0 ? pad : 0) + above + first;
    const top = middle - words.first;
    const stateTop = isBeside ? middle - state.first : top + words.height + 3;
    numerals.push({
      row: i,
      x: numeralEnd,
      y: middle - 0.5 * above,
      text: texts[i],
      fill: toneOf(row),
      size,
      middle: true,
    });
    lines.push({words, state, top, middle, stateTop});
    y = Math.max(middle + size * 0.4, top + words.height, stateTop + state.height) + pad;
  });
  return form.finish({
    height: Math.max(0, y - pad + 4),
    x: {type: "identity", axis: null},
    y: {type: "identity", axis: null},
    pointOf: () => undefined,
    marks: [
      Plot.ruleY(rules, {x1: side, x2: width - side, stroke: color("ink"), strokeOpacity: 0.2}),
      ...numeralMarks(form, numerals, "end"),
      sketchRows(rows, (row, i) => {
        const {words, state, top, stateTop} = lines[i];
        const x = isBeside ? width - side - stateWidth : left;
        const dot = {x: x + radius, y: stateTop + state.first, r: radius};
        return [
          ...words.at(left, top),
          ...(states[i]
            ? [
                {color: colorOf(row), strokes: drawDot(dot, "square", paintOf(stateOf(row.status)))},
                ...state.at(x + indent, stateTop),
              ]
            : []),
        ];
      }),
    ],
  });
}
