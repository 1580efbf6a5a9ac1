import * as Plot from "@observablehq/plot";
import {stateOf} from "../marks/state.js";
import {textSize} from "../theme.js";
import {groupsOf, pinRows, wordsOf} from "./channels.js";
import type {Channel, FormOptions, FormRow} from "./Form.js";
import {sideOf, wordSizeOf} from "./measure.js";
import {hedgeHeight, type Numeral, numeralMarks, numeralWidth} from "./numerals.js";
import {sketch, sketchRows} from "./sketch.js";
import {startForm} from "./startForm.js";
import {type TextBlock, type TextPart, textBlock} from "./textBlock.js";

/** Between groups that stand side by side, and the width from which they do. */
const gutter = 36;
const leastBeside = 600;
const leastColumn = 270;
/** Width from which who reports a row, and what is said against it, stand beside it. */
const leastAside = 480;
/** Smaller digits are not read as outlines. */
const leastOutlined = 28;

export interface NumbersTableOptions<Row extends FormRow> extends FormOptions<Row> {
  /** The heading under which a row stands; none by default. */
  group?: Channel<Row, string>;
  /** What stands below what is counted, muted. */
  under?: Channel<Row, string>;
}

/**
 * Returns a row a figure, under the heading of its group: its numeral flush
 * right, all of one size, what it is of, and beside that who reports it and what
 * is said against it. On a wide page groups are columns, there and on a phone each
 * numeral stands above its words. Where only some of it has happened, numbers of the rest are outlines.
 *
 * ```js
 * numbersTable([{value: 3000, thing: "laser parts", status: "ordered"}], {group: () => "Only ordered"})
 * ```
 */
export function numbersTable<Row extends FormRow>(
  data: Iterable<Row>,
  {group, under, ...options}: NumbersTableOptions<Row> = {},
): SVGSVGElement {
  const groupOf = wordsOf(group, () => "");
  const given = [...data];
  const form = startForm(options.mostHeight === undefined ? given : firstOfEach(given, groupOf), {
    ...options,
    ...pinRows(options, given),
  });
  const {rows, width, narrow, brief, color, labelOf, textOf, toneOf, noteOf} = form;
  const side = sideOf(width);
  const inner = width - 2 * side;
  const wordSize = wordSizeOf(width);
  const underOf = wordsOf(under, () => null);
  const [byOf, againstOf] = [wordsOf(options.by, () => ""), wordsOf(options.against, () => null)];
  const muted = color("muted");
  const groups = groupsOf(rows, groupOf);
  // Where there is room, groups stand side by side, if nothing else does.
  const across =
    width >= leastBeside || brief ? Math.max(1, Math.min(groups.length, Math.floor(inner / leastColumn))) : 1;
  const column = (inner - (across - 1) * gutter) / across;
  const texts = rows.map(textOf);
  const isMixed = rows.some(hasHappened) && !rows.every(hasHappened);
  const isStacked = across > 1 || narrow;
  const wanted = narrow ? 46 : isStacked ? 60 : 40;
  const widest = numeralWidth(texts, wanted);
  const most = isStacked ? column : column * 0.4;
  const full = Math.max(textSize.value, Math.min(wanted, (wanted * most) / Math.max(1, widest)));
  // What is not in emphasis does not outshout what is: it is a line, its numeral beside its words.
  const isLine = (row: Row): boolean => isStacked && options.emphasis !== undefined && !form.isStrong(row);
  const sizeOf = (row: Row): number => (isLine(row) ? textSize.large : full);
  const lineIndent =
    numeralWidth(
      texts.filter((_text, i) => isLine(rows[i])),
      textSize.large,
    ) + 12;
  // In a column of their own numerals are flush right, above their words flush left.
  const numeralEnd = isStacked ? 0 : Math.min(column * 0.6, numeralWidth(texts, full));
  const indent = isStacked ? 0 : numeralEnd + 20;
  const remarksOf = (row: Row): TextPart[] => [
    {text: byOf(row), size: isStacked ? wordSize : textSize.small + 0.5, color: muted, most: 3},
    {
      text: brief ? "" : [againstOf(row), noteOf(row)].filter(Boolean).join(" "),
      size: isStacked ? wordSize : textSize.small + 0.5,
      color: color("ink"),
      most: 8,
      above: 4,
    },
  ];
  const hasAside =
    !isStacked && column >= leastAside && rows.some((row) => remarksOf(row).some(({text}) => text !== ""));
  const asideAt = Math.round(column * 0.66);
  const pad = isStacked ? 9 : 10;

  const heads: {x: number; y: number; words: TextBlock}[] = [];
  const lines: {x: number; top: number; words: TextBlock; aside: TextBlock}[] = [];
  const rules: {x: number; y: number}[] = [];
  const numerals: Numeral[] = [];
  const bottoms = Array.from({length: across}, () => 0);
  for (const [k, [text, members]] of groups.entries()) {
    // The first ones side by side, the others where there is most room, to the right of two alike.
    const n = k < across ? k : bottoms.findLastIndex((bottom) => bottom <= Math.min(...bottoms) + 24);
    const left = side + n * (column + gutter);
    let y = bottoms[n];
    if (text) {
      const words = textBlock(
        [{text, size: wordSize + 2, weight: 600, color: toneOf(rows[members[0]]), most: 2}],
        column,
      );
      if (y > 0) y += narrow ? 12 : 16;
      heads.push({x: left, y, words});
      y += words.height + (narrow ? 12 : 16);
    }
    for (const i of members) {
      const row = rows[i];
      const size = sizeOf(row);
      const words = textBlock(
        [
          {text: labelOf(row), size: wordSize + 2, weight: 600, color: color("ink"), most: 5},
          {text: underOf(row), size: wordSize, color: muted, most: 5},
          ...(hasAside ? [] : remarksOf(row)),
        ],
        hasAside ? asideAt - indent - 20 : column - (isLine(row) ? lineIndent : indent),
      );
      const aside = textBlock(hasAside ? remarksOf(row) : [], column - asideAt);
      const above = hedgeHeight(texts[i], size);
      if (i !== members[0]) {
        rules.push({x: left, y});
        y += pad;
      }
      const tall = above + size;
      // Numerals and words stand on one line; or words below their numeral.
      const top =
        isStacked && !isLine(row)
          ? y + tall + (size > 30 ? 6 : 3)
          : y + above + Math.max(0, 0.73 * size - words.first - 0.36 * (wordSize + 2));
      const base =
        isStacked && !isLine(row) ? y + tall - 0.14 * size : top + words.first + 0.36 * (wordSize + 2);
      numerals.push({
        row: i,
        x: left + numeralEnd,
        y: base - 0.365 * size - 0.5 * above,
        text: texts[i],
        fill: toneOf(row),
        size,
        middle: true,
        outline: isMixed && size > leastOutlined && !hasHappened(row),
      });
      lines[i] = {words, aside, x: left + (isLine(row) ? lineIndent : indent), top};
      y = Math.max(base + 4, top + words.height, top + aside.height) + pad;
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
      Plot.ruleY(rules, {
        y: (d) => Math.round(d.y) + 0.5,
        x1: "x",
        x2: (d) => d.x + column,
        stroke: color("rule"),
      }),
      ...numeralMarks(form, numerals, isStacked ? "start" : "end"),
      sketchRows(rows, (_row, i) => {
        const {words, aside, x, top} = lines[i];
        return [...words.at(x, top), ...aside.at(x - indent + asideAt, top + words.first - aside.first)];
      }),
    ],
  });
}

/** Whether a row's figure stands for what is there, not for what was ordered, planned, alleged or denied. */
const hasHappened = ({status}: FormRow): boolean => stateOf(status) === "happened";

/** Returns the first row of the first two groups, or the first two of all where there is one group: what a headline is about. */
function firstOfEach<Row>(rows: readonly Row[], groupOf: (row: Row) => string): Row[] {
  const firsts = groupsOf(rows, groupOf).map(([, members]) => rows[members[0]]);
  return (firsts.length > 1 ? firsts : rows).slice(0, 2);
}
