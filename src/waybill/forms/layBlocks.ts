import type * as Plot from "@observablehq/plot";
import {textSize} from "../theme.js";
import type {FormRow} from "./Form.js";
import {lineHeight, linesOf, sideOf, widthOf} from "./measure.js";
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
  const roomOf = (i: number, size: number): number => {
    const free = blocks[i].width + Math.max(0, inner - taken);
    return Math.min(
      inner,
      Math.max(blocks[i].width, 132, Math.min(free, widthOf([textOf(rows[i])], size, 600))),
    );
  };
  const valueAt = (i: number, size: number): string[] =>
    linesOf(textOf(rows[i]), roomOf(i, size), 2, 600, size);
  const isCut = (i: number, size: number): boolean =>
    valueAt(i, size).join(" ").replaceAll("-", "").length < textOf(rows[i]).replaceAll("-", "").length;
  let size = wanted;
  while (size > textSize.value && rows.some((_row, i) => isCut(i, size))) size -= 2;
  const valueLine = size + 5;
  const words = rows.map((row, i) => ({
    label: linesOf(labelOf(row), roomOf(i, size), 4),
    value: valueAt(i, size),
  }));
  const cells = words.map(({label, value}, i) => ({
    width: Math.max(blocks[i].width, widthOf(label), widthOf(value, size, 600)),
    head: label.length * lineHeight + value.length * valueLine + 10,
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
      form.words(
        rows.map((row, i) => ({
          row: i,
          x: places[i].x,
          y: topOf(i),
          text: words[i].value,
          fill: toneOf(row),
        })),
        {fontSize: size, fontWeight: 600, lineHeight: valueLine / size},
      ),
      form.words(
        rows.map((_row, i) => ({
          row: i,
          x: places[i].x,
          y: topOf(i) + words[i].value.length * valueLine + 1,
          text: words[i].label,
        })),
      ),
    ],
  };
}
