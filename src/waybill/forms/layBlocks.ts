import type * as Plot from "@observablehq/plot";
import {textSize} from "../theme.js";
import type {FormRow} from "./Form.js";
import {evenly, lineOf, linesOf, sideOf, widthOf, wordSizeOf} from "./measure.js";
import {hedgeHeight, numeralLines, numeralMarks, numeralWidth} from "./numerals.js";
import type {Drawing} from "./startForm.js";

/** Where blocks stand, and the marks of their names and values. */
export interface Blocks {
  places: readonly {x: number; bottom: number}[];
  height: number;
  marks: Plot.Markish[];
}

/**
 * Returns where a block of each row stands: side by side on one baseline, as
 * many as fit, each with its value and its name above; the others below. Words of
 * a small one beside a large one stand in the space above it. Values are set at
 * the given size, or smaller where one would not be read whole.
 */
export function layBlocks<Row extends FormRow>(
  form: Drawing<Row>,
  blocks: readonly Block[],
  options: Layout,
): Blocks {
  // Beside each other at the largest size of those that fit.
  for (const share of [1, 0.85, 0.7]) {
    const beside = layBeside(form, blocks, {...options, size: Math.round(options.size * share)});
    if (beside) return beside;
  }
  return layBelow(form, blocks, options) ?? layInLines(form, blocks, options);
}

interface Block {
  width: number;
  height: number;
}

interface Layout {
  /** Size of the values. */
  size: number;
  gap?: number;
  /** A few words above each value, in large letters: whose it is. */
  heads?: readonly string[];
}

const headSize = textSize.large;
/** Size of the words of so many blocks: two on a wide page are a picture. */
const wordsIn = ({width, rows, brief}: Pick<Drawing<FormRow>, "width" | "rows" | "brief">): number =>
  brief || (width >= 800 && rows.length <= 2) ? 18 : wordSizeOf(width);
const headHeight = (head: string | undefined): number => (head ? headSize + 9 : 0);

/** Returns a mark of the words above values, at the given places. */
function headMarks<Row extends FormRow>(
  {rows, words, toneOf}: Drawing<Row>,
  heads: readonly string[],
  placeOf: (i: number) => {x: number; y: number},
): Plot.Markish[] {
  const pieces = heads.flatMap((text, i) =>
    text ? [{row: i, ...placeOf(i), text, fill: toneOf(rows[i])}] : [],
  );
  return pieces.length > 0 ? [words(pieces, {fontSize: headSize, fontWeight: 600})] : [];
}

/**
 * Returns a large block and a small one on one baseline, the words of both in
 * the column that the large one leaves; null where that has no room for them.
 */
function layBeside<Row extends FormRow>(
  form: Drawing<Row>,
  blocks: readonly Block[],
  {size, heads = []}: Layout,
): Blocks | null {
  const {rows, width, narrow, labelOf, textOf, toneOf} = form;
  if (narrow || rows.length !== 2 || rows.some((row) => !textOf(row))) return null;
  const [large, small] = blocks;
  const side = sideOf(width);
  const x = side + large.width + 36;
  const room = width - side - x;
  const wordSize = wordsIn(form);
  const wordLine = lineOf(wordSize);
  // The small one is told in smaller letters.
  const sizes = [size, Math.max(textSize.large, Math.round(size * 0.5))];
  // The words of the small one stand beside it where they fit: they are about its size.
  const beside = evenly((most) => linesOf(labelOf(rows[1]), most, 4, 400, wordSize), room - small.width - 12);
  const isBeside =
    heads.length > 0 &&
    room - small.width > 120 &&
    beside.length * wordLine <= small.height &&
    !beside.at(-1)?.endsWith("…");
  const words = rows.map((row, i) => ({
    head: headHeight(heads[i]),
    value: numeralLines(textOf(row), room, sizes[i]),
    label: evenly((most) => linesOf(labelOf(row), most, 4, 400, wordSize), room),
    hedge: hedgeHeight(textOf(row), sizes[i]),
  }));
  const headOf = (i: number): number =>
    words[i].head +
    words[i].hedge +
    words[i].value.length * (sizes[i] + 5) +
    (isBeside && i === 1 ? 0 : words[i].label.length * wordLine) +
    10;
  const isWhole = rows.every(
    (row, i) =>
      words[i].value.length === 1 &&
      numeralWidth([textOf(row)], sizes[i]) <= room &&
      !words[i].label.at(-1)?.endsWith("…"),
  );
  if (!isWhole || small.width > room || headOf(0) + headOf(1) + small.height + 12 > large.height) return null;
  const tops = [0, large.height - small.height - headOf(1)];
  const labelTop = (i: number): number => tops[i] + words[i].head + words[i].hedge + sizes[i] + 6;
  return {
    places: [side, x].map((left) => ({x: left, bottom: large.height})),
    height: large.height + 3,
    marks: [
      ...headMarks(form, heads, (i) => ({x, y: tops[i]})),
      ...numeralMarks(
        form,
        rows.map((row, i) => ({
          row: i,
          x,
          y: tops[i] + words[i].head + words[i].hedge,
          text: textOf(row),
          size: sizes[i],
          fill: toneOf(row),
        })),
      ),
      form.words(
        rows.map((_row, i) =>
          isBeside && i === 1
            ? {
                row: i,
                x: x + small.width + 12,
                y: large.height - (small.height + beside.length * wordLine) / 2,
                text: beside,
              }
            : {row: i, x, y: labelTop(i), text: words[i].label},
        ),
        {fontSize: wordSize, lineHeight: wordLine / wordSize},
      ),
    ],
  };
}

/**
 * Returns a large block and below it a small one with its words beside it, as a
 * phone has room for them; null where both fit side by side or words do not.
 */
function layBelow<Row extends FormRow>(
  form: Drawing<Row>,
  blocks: readonly Block[],
  {size, gap = 32, heads = []}: Layout,
): Blocks | null {
  const {rows, width, labelOf, textOf, toneOf} = form;
  if (rows.length !== 2 || rows.some((row) => !textOf(row))) return null;
  const [large, small] = blocks;
  const side = sideOf(width);
  const inner = width - 2 * side;
  const x = side + small.width + 14;
  const room = width - side - x;
  const wordSize = wordsIn(form);
  const label = evenly((most) => linesOf(labelOf(rows[1]), most, 4, 400, wordSize), room);
  const numeral = textSize.large;
  const isWhole =
    numeralLines(textOf(rows[1]), room, numeral).length === 1 &&
    numeralWidth([textOf(rows[1])], numeral) <= room &&
    !label.at(-1)?.endsWith("…");
  if (large.width + small.width + gap <= inner * 0.8 || small.width > inner * 0.4 || !isWhole) return null;
  const first = layInLines({...form, rows: [rows[0]]}, [large], {size, gap, heads: heads.slice(0, 1)});
  const top = first.height + 18;
  const hedge = hedgeHeight(textOf(rows[1]), numeral);
  const head = headHeight(heads[1]);
  const words = head + hedge + numeral + 6 + label.length * lineOf(wordSize);
  const tall = Math.max(small.height, words);
  const at = top + (tall - words) / 2 + head;
  return {
    places: [...first.places, {x: side, bottom: top + (tall + small.height) / 2}],
    height: top + tall + 3,
    marks: [
      ...first.marks,
      ...headMarks(form, ["", heads[1] ?? ""], () => ({x, y: at - head})),
      ...numeralMarks(form, [
        {row: 1, x, y: at + hedge, text: textOf(rows[1]), size: numeral, fill: toneOf(rows[1])},
      ]),
      form.words([{row: 1, x, y: at + hedge + numeral + 6, text: label}], {
        fontSize: wordSize,
        lineHeight: lineOf(wordSize) / wordSize,
      }),
    ],
  };
}

function layInLines<Row extends FormRow>(
  form: Drawing<Row>,
  blocks: readonly Block[],
  {size: wanted, gap = 32, heads = []}: Layout,
): Blocks {
  const {rows, width, labelOf, textOf, toneOf} = form;
  const side = sideOf(width);
  const inner = width - 2 * side;
  // What the blocks beside it leave is a value's to use.
  const taken = blocks.reduce((sum, block) => sum + block.width + gap, -gap);
  const isApart = rows.length <= 2 && taken > inner;
  const freeOf = (i: number): number => (isApart ? inner : blocks[i].width + Math.max(0, inner - taken));
  const roomOf = (i: number, size: number): number => {
    const free = freeOf(i);
    return Math.min(
      inner,
      Math.max(blocks[i].width, 132, Math.min(free, numeralWidth([textOf(rows[i])], size))),
    );
  };
  // A small one of two is told in smaller letters.
  const sizeOf = (i: number, size: number): number =>
    rows.length === 2 && i === 1 && blocks[1].height < blocks[0].height / 2
      ? Math.max(textSize.value, Math.round(size * 0.6))
      : size;
  const valueAt = (i: number, most: number): string[] => {
    const size = sizeOf(i, most);
    return numeralLines(textOf(rows[i]), roomOf(i, size), size);
  };
  const isCut = (i: number, size: number): boolean => valueAt(i, size).at(-1)?.endsWith("…") ?? false;
  // A value in one line is worth a smaller size, but not much smaller.
  const isBroken = (i: number, size: number): boolean => valueAt(i, size).length > 1;
  let size = wanted;
  while (size > 0.75 * wanted && rows.some((_row, i) => isBroken(i, size))) size -= 1;
  if (rows.some((_row, i) => isBroken(i, size))) size = wanted;
  while (size > textSize.value && rows.some((_row, i) => isCut(i, size))) size -= 2;
  const wordSize = wordsIn(form);
  const wordLine = lineOf(wordSize);
  const words = rows.map((row, i) => ({
    label: evenly(
      (most) => linesOf(labelOf(row), most, 4, 400, wordSize),
      isApart
        ? inner
        : Math.max(roomOf(i, sizeOf(i, size)), rows.length === 2 ? Math.min(260, freeOf(i)) : 0),
    ),
    value: valueAt(i, size),
    size: sizeOf(i, size),
  }));
  const cells = words.map(({label, value, size}, i) => ({
    width: Math.max(
      blocks[i].width,
      widthOf(label, wordSize),
      widthOf(value, size, 600),
      Math.min(numeralWidth([textOf(rows[i])], size), inner),
      Math.min(widthOf([heads[i] ?? ""], headSize, 600), inner),
    ),
    hedge: hedgeHeight(textOf(rows[i]), size),
    top: headHeight(heads[i]),
    head:
      headHeight(heads[i]) +
      label.length * wordLine +
      hedgeHeight(textOf(rows[i]), size) +
      value.length * (size + 5) +
      10,
  }));
  const places: {x: number; bottom: number}[] = [];
  let line: number[] = [];
  let x = side;
  let y = 0;
  const close = (): void => {
    if (line.length === 0) return;
    const tall = Math.max(...line.map((i) => blocks[i].height + cells[i].head));
    for (const i of line) places[i].bottom = y + tall;
    y += tall + gap;
    line = [];
    x = side;
  };
  rows.forEach((_row, i) => {
    if (x > side && x + cells[i].width > width - side) close();
    places[i] = {x, bottom: 0};
    line.push(i);
    x += cells[i].width + gap;
  });
  close();
  const topOf = (i: number): number => places[i].bottom - blocks[i].height - cells[i].head;
  return {
    places,
    height: Math.max(0, y - gap + 3),
    marks: [
      ...headMarks(form, heads, (i) => ({x: places[i].x, y: topOf(i)})),
      ...numeralMarks(
        form,
        rows.map((row, i) => ({
          row: i,
          x: places[i].x,
          y: topOf(i) + cells[i].top + cells[i].hedge,
          text: textOf(row),
          lines: words[i].value,
          size: words[i].size,
          fill: toneOf(row),
        })),
      ),
      form.words(
        rows.map((_row, i) => ({
          row: i,
          x: places[i].x,
          y: topOf(i) + cells[i].top + cells[i].hedge + words[i].value.length * (words[i].size + 5) + 1,
          text: words[i].label,
        })),
        {fontSize: wordSize, lineHeight: wordLine / wordSize},
      ),
    ],
  };
}
