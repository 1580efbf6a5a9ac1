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
 * many as fit, each with its value and its name above; the others below. Values
 * are set at the given size, or smaller where one would not be read whole.
 */
export function layBlocks<Row extends FormRow>(
  form: Drawing<Row>,
  blocks: readonly {width: number; height: number}[],
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
