import * as Plot from "@observablehq/plot";
import {formatFigure, formatValue} from "../model/format.js";
import {textSize} from "../theme.js";
import {groupsOf, wordsOf} from "./channels.js";
import type {Channel, FormOptions, FormRow} from "./Form.js";
import {evenly, lineOf, linesOf, sideOf, wordSizeOf} from "./measure.js";
import {numbersTable} from "./numbersTable.js";
import {hedgeHeight, type Numeral, numeralMarks, numeralWidth} from "./numerals.js";
import {type Piece, startForm} from "./startForm.js";
import {reachOf, stated} from "./values.js";

const gap = 28;

export interface NumberOptions<Row extends FormRow> extends FormOptions<Row> {
  /** The heading under which a row stands; rows of one heading stand together. None by default. */
  group?: Channel<Row, string>;
  /**
   * “list” sets them small, each in a line with its words: for what stands beside a
   * picture. “columns” sets the groups side by side, the first of each large, where
   * there is room for them. “table” sets a row a figure, in groups below each
   * other or, on a wide page, side by side.
   */
  as?: "list" | "columns" | "table";
  /** A few words in bold below a numeral; its unit by default, where that is a word. */
  under?: Channel<Row, string>;
}

/**
 * Returns big numerals with a few words each, in groups under headings: for
 * figures that must not share an axis, such as tonnes beside pieces. A hedge stands
 * small above the numeral; a unit stands with the words.
 *
 * ```js
 * numbers([{value: 3000, thing: "laser parts"}, {value: 12, unit: "tonne", thing: "vehicles"}], {group: () => "Ordered"})
 * ```
 */
export function numbers<Row extends FormRow>(
  given: Iterable<Row>,
  {group, as, under, ...options}: NumberOptions<Row> = {},
): SVGSVGElement {
  if (as === "table") {
    const own = options.text === undefined;
    return numbersTable(given, {
      ...options,
      ...(own && {text: (row: Row) => partsOf(row).numeral}),
      ...(group && {group}),
      under: (row) =>
        [own ? partsOf(row).unit : "", wordsOf(under, () => null)(row)].filter(Boolean).join(", "),
    });
  }
  const form = startForm(given, options);
  const {rows, width, narrow, color, labelOf, textOf, toneOf, noteOf} = form;
  const side = sideOf(width);
  const inner = width - 2 * side;
  const groupOf = wordsOf(group, () => "");
  const groups = groupsOf(rows, groupOf);
  const underOf = wordsOf(under, () => null);
  const [byOf, againstOf] = [wordsOf(options.by, () => ""), wordsOf(options.against, () => null)];
  const parts = rows.map((row) => {
    const {numeral, unit} = options.text === undefined ? partsOf(row) : {numeral: textOf(row), unit: ""};
    return {numeral, unit: [unit, underOf(row)].filter(Boolean).join(", ")};
  });
  // As many in a line as fit, in lines of the same length; large where there are few.
  const fit = Math.max(1, Math.floor((inner + gap) / (narrow ? 150 + gap : 190 + gap)));
  const columns = as === "columns" ? Math.min(fit, groups.length) : 1;
  const columnWidth = (inner - (columns - 1) * gap) / columns;
  const fitsColumn = ({numeral}: {numeral: string}, size: number): boolean =>
    numeralWidth([numeral], size) <= columnWidth;
  const isInColumns =
    columns > 1 && columns === groups.length && parts.every((part) => fitsColumn(part, textSize.value));
  const acrossOf = (count: number): number => Math.ceil(count / Math.ceil(count / fit));
  // On a phone three would leave a hole: numerals stand in one column, words beside them.
  const isListed =
    as === "list" ||
    (as === "columns" && !isInColumns) ||
    (!isInColumns && narrow && groups.some(([, members]) => members.length > 2 && members.length % 2 === 1));
  const across =
    isListed || isInColumns ? 1 : Math.max(1, ...groups.map(([, members]) => acrossOf(members.length)));
  const beside = isInColumns ? columns : across;
  const cell = isListed ? inner * 0.46 : (inner - (beside - 1) * gap) / beside;
  const isOne = rows.length === 1;
  const wanted =
    as === "list"
      ? textSize.value
      : as === "columns"
        ? narrow
          ? 34
          : 48
        : isOne
          ? narrow
            ? 72
            : 104
          : narrow
            ? 36
            : across <= 2
              ? 64
              : across === 3
                ? 54
                : 42;
  const [wordSize, wordLine] =
    isOne && as !== "list" ? [textSize.large, 27] : [wordSizeOf(width), lineOf(wordSizeOf(width))];
  const sizeOf = ({numeral}: {numeral: string}): number =>
    Math.max(
      textSize.value,
      Math.min(wanted, (wanted * cell) / Math.max(1, numeralWidth([numeral], wanted))),
    );
  const fitting = parts.map(sizeOf);
  // One size for all that are nearly as large: only a long one is set smaller.
  const common = Math.min(wanted, ...fitting.filter((size) => size > wanted * 0.6));
  // In a column the first is large, and those below it are small.
  const isFirst = new Set(groups.map(([, members]) => members[0]));
  const sizes = fitting.map((size, i) => {
    if (!isInColumns) return size;
    const own = isFirst.has(i) ? size : Math.min(size, Math.max(textSize.large, wanted * 0.55));
    return fitsColumn(parts[i], Math.min(common, own)) ? own : textSize.value;
  });

  const column = Math.max(
    0,
    ...parts.map(({numeral}, i) => numeralWidth([numeral], Math.min(common, sizes[i]))),
  );

  const below = as === "list" ? 10 : 22;
  const heads: {text: string; row: number; x: number; y: number}[] = [];
  const numerals: Numeral[] = [];
  const units: Piece[] = [];
  const words: Piece[] = [];
  const notes: Piece[] = [];
  let y = 0;
  let bottom = 0;
  for (const [n, [text, members]] of groups.entries()) {
    const left = side + (isInColumns ? n * (cell + gap) : 0);
    if (isInColumns) y = 0;
    if (text) {
      heads.push({text, row: members[0], x: left, y});
      y += 46;
    }
    const perLine = Math.min(across, acrossOf(members.length));
    for (let start = 0; start < members.length; start += perLine) {
      const line = members.slice(start, start + perLine);
      const tall = Math.max(...line.map((i) => Math.min(common, sizes[i])));
      y += Math.max(...line.map((i) => hedgeHeight(parts[i].numeral, Math.min(common, sizes[i]))));
      let low = y;
      line.forEach((i, n) => {
        const x = left + n * (cell + gap);
        const size = Math.round(Math.min(common, sizes[i]) * 10) / 10;
        numerals.push({
          row: i,
          x,
          y: y + (tall - size) * 0.85,
          text: parts[i].numeral,
          fill: toneOf(rows[i]),
          size,
        });
        const indent = isListed ? column + 14 : 0;
        const room = isListed ? inner - indent : Math.min(cell, 620);
        const lines = evenly((most) => linesOf(labelOf(rows[i]), most, 5, 600, wordSize), room).length;
        let at = y + (isListed ? Math.max(0, (tall - lines * wordLine) / 2) : tall + 6);
        const set = (pieces: Piece[], text: string, {most, fill}: {most: number; fill?: string}): void => {
          const lines = evenly((width) => linesOf(text, width, most, 600, wordSize), room);
          if (lines.length > 0) pieces.push({row: i, x: x + indent, y: at, text: lines, fill});
          at += lines.length * wordLine;
        };
        set(units, parts[i].unit, {most: 2});
        set(words, labelOf(rows[i]), {most: 5});
        set(notes, byOf(rows[i]), {most: 2, fill: color("muted")});
        set(notes, [againstOf(rows[i]), noteOf(rows[i])].filter(Boolean).join(" "), {
          most: 8,
          fill: color("muted"),
        });
        low = Math.max(low, at, y + tall);
      });
      y = low + below;
    }
    y += 10;
    bottom = Math.max(bottom, y);
  }
  const headWidth = isInColumns ? cell : inner;
  const wordStyle = {fontSize: wordSize, lineHeight: wordLine / wordSize};
  return form.finish({
    height: Math.max(0, bottom - below - 6),
    x: {type: "identity", axis: null},
    y: {type: "identity", axis: null},
    pointOf: () => undefined,
    marks: [
      Plot.ruleY(heads, {
        y: (d) => d.y + 30,
        x1: "x",
        x2: (d) => d.x + headWidth,
        stroke: color("ink"),
        strokeOpacity: 0.5,
      }),
      Plot.text(heads, {
        x: "x",
        y: (d) => d.y + 13,
        text: (d) => linesOf(d.text, headWidth, 1, 600, textSize.value + 1)[0] ?? "",
        textAnchor: "start",
        fontSize: textSize.value + 1,
        fontWeight: 600,
        // Of a column, in the colour of what stands in it.
        fill: (d) => (as === "columns" ? toneOf(rows[d.row]) : color("ink")),
      }),
      ...numeralMarks(form, numerals),
      form.words(units, {...wordStyle, fontWeight: 600}),
      form.words(words, wordStyle),
      form.words(notes, wordStyle),
    ],
  });
}
numbers.shows = {shape: "strip", ends: false, paint: false} as const;
numbers.against = true as const;

/** Returns a figure in a numeral with its hedge, and its unit where that is a word: “12” and “tonnes”. */
function partsOf(row: FormRow): {numeral: string; unit: string} {
  if (!Number.isFinite(reachOf(row))) return {numeral: "no figure", unit: ""};
  const {unit = null} = row;
  const [words, number] = [unit, null].map((own) => formatValue(reachOf(row), own, "chart"));
  return words.startsWith(`${number} `)
    ? {numeral: formatFigure({...stated(row), unit: null}, "chart"), unit: words.slice(number.length).trim()}
    : {numeral: formatFigure(stated(row), "chart"), unit: ""};
}
