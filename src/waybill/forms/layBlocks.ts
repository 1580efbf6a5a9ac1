import type * as Plot from "@observablehq/plot";
import {textSize} from "../theme.js";
import type {FormRow} from "./Form.js";
import {lineOf, linesOf, sideOf, widthOf, wordSizeOf} from "./measure.js";
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
  options: {size: number; gap?: number},
): Blocks {
  return layBeside(form, blocks, options.size) ?? layInLines(form, blocks, options);
}

interface Block {
  width: number;
  height: number;
}

/**
 * Returns a large block and a small one on one baseline, the words of both in
 * the column that the large one leaves; null where that has no room for them.
 */
function layBeside<Row extends FormRow>(
  form: Drawing<Row>,
  blocks: readonly Block[],
  size: number,
): Blocks | null {
  const {rows, width, narrow, labelOf, textOf, toneOf} = form;
  if (narrow || rows.length !== 2 || rows.some((row) => !textOf(row))) return null;
  const [large, small] = blocks;
  const side = sideOf(width);
  const x = side + large.width + 36;
  const room = width - side - x;
  const wordSize = wordSizeOf(width);
  const wordLine = lineOf(wordSize);
  // The small one is told in smaller letters.
  const sizes = [size, Math.max(textSize.large, Math.round(size * 0.5))];
  const words = rows.map((row, i) => ({
    value: numeralLines(textOf(row), room, sizes[i]),
    label: linesOf(labelOf(row), room, 4, 400, wordSize),
    hedge: hedgeHeight(textOf(row), sizes[i]),
  }));
  const headOf = (i: number): number =>
    words[i].hedge + words[i].value.length * (sizes[i] + 5) + words[i].label.length * wordLine + 10;
  const isWhole = rows.every(
    (row, i) =>
      words[i].value.length === 1 &&
      numeralWidth([textOf(row)], sizes[i]) <= room &&
      !words[i].label.at(-1)?.endsWith("…"),
  );
  if (!isWhole || small.width > room || headOf(0) + headOf(1) + small.height + 12 > large.height) return null;
  const tops = [0, large.height - small.height - headOf(1)];
  const labelTop = (i: number): number => tops[i] + words[i].hedge + sizes[i] + 6;
  return {
    places: [side, x].map((left) => ({x: left, bottom: large.height})),
    height: large.height + 3,
    marks: [
      ...numeralMarks(
        form,
        rows.map((row, i) => ({
          row: i,
          x,
          y: tops[i] + words[i].hedge,
          text: textOf(row),
          size: sizes[i],
          fill: toneOf(row),
        })),
      ),
      form.words(
        rows.map((_row, i) => ({row: i, x, y: labelTop(i), text: words[i].label})),
        {fontSize: wordSize, lineHeight: wordLine / wordSize},
      ),
    ],
  };
}

function layInLines<Row extends FormRow>(
  form: Drawing<Row>,
  blocks: readonly Block[],
  {size: wanted, gap = 32}: {size: number; gap?: number},
): Blocks {
  const {rows, width, labelOf, textOf, toneOf} = form;
  const side = sideOf(width);
  const inner = width - 2 * side;
  // What the blocks beside it leave is a value's to use.
  const taken = blocks.reduce((sum, block) => sum + block.width + gap, -gap);
  const isApart = rows.length <= 2 && taken > inner;
  const roomOf = (i: number, size: number): number => {
    const free = isApart ? inner : blocks[i].width + Math.max(0, inner - taken);
    return Math.min(
      inner,
      Math.max(blocks[i].width, 132, Math.min(free, numeralWidth([textOf(rows[i])], size))),
    );
  };
  const valueAt = (i: number, size: number): string[] => numeralLines(textOf(rows[i]), roomOf(i, size), size);
  const isCut = (i: number, size: number): boolean => valueAt(i, size).at(-1)?.endsWith("…") ?? false;
  // A value in one line is worth a smaller size, but not much smaller.
  const isBroken = (i: number, size: number): boolean => valueAt(i, size).length > 1;
  let size = wanted;
  while (size > 0.75 * wanted && rows.some((_row, i) => isBroken(i, size))) size -= 1;
  if (rows.some((_row, i) => isBroken(i, size))) size = wanted;
  while (size > textSize.value && rows.some((_row, i) => isCut(i, size))) size -= 2;
  const valueLine = size + 5;
  const wordSize = wordSizeOf(width);
  const wordLine = lineOf(wordSize);
  const words = rows.map((row, i) => ({
    label: linesOf(labelOf(row), isApart ? inner : roomOf(i, size), 4, 400, wordSize),
    value: valueAt(i, size),
  }));
  const cells = words.map(({label, value}, i) => ({
    width: Math.max(
      blocks[i].width,
      widthOf(label, wordSize),
      widthOf(value, size, 600),
      Math.min(numeralWidth([textOf(rows[i])], size), inner),
    ),
    hedge: hedgeHeight(textOf(rows[i]), size),
    head: label.length * wordLine + hedgeHeight(textOf(rows[i]), size) + value.length * valueLine + 10,
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
      ...numeralMarks(
        form,
        rows.map((row, i) => ({
          row: i,
          x: places[i].x,
          y: topOf(i) + cells[i].hedge,
          text: textOf(row),
          lines: words[i].value,
          size,
          fill: toneOf(row),
        })),
      ),
      form.words(
        rows.map((_row, i) => ({
          row: i,
          x: places[i].x,
          y: topOf(i) + cells[i].hedge + words[i].value.length * valueLine + 1,
          text: words[i].label,
        })),
        {fontSize: wordSize, lineHeight: wordLine / wordSize},
      ),
    ],
  };
}
