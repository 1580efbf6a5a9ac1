import {type Color, textSize} from "../theme.js";
import {sideOf, widthOf} from "./measure.js";
import type {Sketch} from "./sketch.js";
import {type Corner, gap, leastSide, type Tallied} from "./tallyLayout.js";
import {textBlock} from "./textBlock.js";

/** Between a line of squares and the words of the next. */
const drop = 20;

/**
 * Returns a line of all squares for each stage, below each other and in one
 * order, what got furthest first and of that what is in emphasis, with how many reached it: those are filled, the others empty. A line in
 * which none is filled is in red, for it is the finding.
 */
export function tallyInStages(
  names: readonly string[],
  reached: readonly number[],
  {width, color, isStrong}: {width: number; color: Color; isStrong: (i: number) => boolean},
): Tallied {
  const side = sideOf(width);
  const inner = width - 2 * side;
  const isWide = width >= 800;
  const order = reached
    .map((_stage, i) => i)
    .sort((a, b) => reached[b] - reached[a] || Number(isStrong(b)) - Number(isStrong(a)) || a - b);
  const size = Math.max(leastSide, Math.min(isWide ? 56 : 40, (inner + gap) / order.length - gap));
  const across = Math.max(1, Math.floor((inner + gap) / (size + gap) + 1e-6));
  const tall = Math.ceil(order.length / across) * (size + gap) - gap;
  const wordSize = isWide ? 20 : width < 500 ? textSize.value : 17;
  const squares: Corner[][] = reached.map(() => []);
  const ground: Sketch[] = [];
  const words: Sketch[] = [];
  let y = 0;
  for (const [k, name] of names.entries()) {
    const isLast = k === names.length - 1;
    const count = reached.filter((stage) => stage >= k).length;
    const tone = color(count === 0 ? "red" : "ink");
    const countSize = (isLast ? 40 : 28) * (isWide ? 1.3 : 1);
    const indent = widthOf([String(count)], countSize, 600) + 10;
    const block = textBlock(
      [{text: name, size: wordSize, weight: isLast ? 600 : 400, color: tone, most: 4}],
      inner - indent,
    );
    const head = Math.max(block.height, countSize * 0.9);
    words.push(
      {
        color: tone,
        words: [
          {x: side, y: y + head / 2, lines: [String(count)], anchor: "start", size: countSize, weight: 600},
        ],
      },
      ...block.at(side + indent, y + (head - block.height) / 2),
    );
    const top = y + head + 7;
    const empty: Corner[] = [];
    for (const [n, i] of order.entries()) {
      const corner = {x: side + (n % across) * (size + gap), y: top + Math.floor(n / across) * (size + gap)};
      (reached[i] >= k ? squares[i] : empty).push(corner);
    }
    ground.push({
      color: color(count === 0 ? "red" : "grey"),
      strokes: [{d: empty.map((corner) => outlineOf(corner, size)).join(""), width: 1.25}],
    });
    y = top + tall + drop;
  }
  return {squares, size, ground, words, bottom: Math.max(0, y - drop)};
}

/** Returns the outline of an empty square, within its edges. */
function outlineOf({x, y}: Corner, size: number): string {
  const inside = round(size - 1.25);
  return `M${round(x + 0.625)},${round(y + 0.625)}h${inside}v${inside}h${-inside}Z`;
}

const round = (value: number): number => Math.round(value * 100) / 100;
