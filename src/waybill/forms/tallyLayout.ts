import {type Color, textSize} from "../theme.js";
import {sideOf, widthOf, wordSizeOf} from "./measure.js";
import type {Sketch} from "./sketch.js";
import {textBlock} from "./textBlock.js";

/** Between squares. */
export const gap = 4;
/** Between groups in one line. */
const apart = 26;
/** Width from which groups stand side by side, or are named beside their squares. */
const leastBeside = 520;
/** Length of the sides of squares, at least. */
export const leastSide = 9;
/** Squares in one line are as large as this, at least. */
const leastInOneLine = 18;
const countRoom = 34;

/** Rows of one name, by their indexes, in the order of their squares. */
export interface TallyGroup {
  text: string;
  members: readonly number[];
}

export interface Corner {
  x: number;
  y: number;
}

/** Where the squares of each row are, and the words at them. */
export interface Tallied {
  /** By the row's index; one for each stage that it reached. */
  squares: Corner[][];
  size: number;
  /** The squares of what has not reached a stage, empty. */
  ground: Sketch[];
  words: Sketch[];
  bottom: number;
}

interface Setting {
  width: number;
  color: Color;
}

/** Returns groups side by side in one line, below each how many they are and what; null where they do not fit. */
export function tallyInOneLine(groups: readonly TallyGroup[], setting: Setting): Tallied | null {
  const {width, color} = setting;
  const count = groups.reduce((sum, {members}) => sum + members.length, 0);
  if (width < leastBeside || groups.length < 2) return null;
  const inner = width - 2 * sideOf(width);
  const size = Math.min(width >= 800 ? 84 : 56, (inner - (groups.length - 1) * (apart - gap)) / count - gap);
  if (size < leastInOneLine) return null;
  const squares: Corner[][] = [];
  const words: Sketch[] = [];
  let [x, bottom] = [sideOf(width), size];
  for (const [n, {text, members}] of groups.entries()) {
    const start = x;
    for (const i of members) {
      squares[i] = [{x, y: 0}];
      x += size + gap;
    }
    const isLast = n === groups.length - 1;
    const room = (isLast ? width - sideOf(width) : x + apart - gap - 10) - start;
    const block = textBlock(
      [
        {text: String(members.length), size: width >= 800 ? 28 : 22, weight: 600, color: color("ink")},
        {text, size: wordSizeOf(width) + 1, color: color("ink"), most: 4},
      ],
      room,
    );
    // Names that find no room below their squares have it beside them.
    if (widthOf(text.split(" "), wordSizeOf(width) + 1) > room) return null;
    words.push(...block.at(start, size + 8));
    bottom = Math.max(bottom, size + 8 + block.height);
    x += apart - gap;
  }
  return {squares, size, ground: [], words, bottom};
}

/** Returns a line of squares for each group, its name beside it or above, the count at its end. */
export function tallyInLines(groups: readonly TallyGroup[], setting: Setting): Tallied {
  const {width, color} = setting;
  const side = sideOf(width);
  const names = groups.map(({text}) => text);
  const isBeside = width >= leastBeside && names.some(Boolean);
  const nameRoom = Math.min((width - 2 * side) * 0.34, widthOf(names, textSize.value, 600));
  const left = side + (isBeside ? nameRoom + 20 : 0);
  const room = width - side - left;
  const most = Math.max(1, ...groups.map(({members}) => members.length));
  const size = Math.max(
    leastSide,
    Math.min(width < 500 ? 30 : width >= 800 ? 56 : 40, (room - countRoom) / most - gap),
  );
  const across = Math.max(1, Math.floor((room - countRoom) / (size + gap)));
  const squares: Corner[][] = [];
  const words: Sketch[] = [];
  let y = 0;
  for (const {text, members} of groups) {
    const title = textBlock(
      text ? [{text, size: textSize.value, weight: 600, color: color("ink"), most: 3}] : [],
      isBeside ? nameRoom : room,
    );
    if (!isBeside && title.height > 0) {
      words.push(...title.at(side, y));
      y += title.height + 4;
    } else words.push(...title.at(side, y + size / 2 - title.first));
    members.forEach((i, n) => {
      squares[i] = [{x: left + (n % across) * (size + gap), y: y + Math.floor(n / across) * (size + gap)}];
    });
    const lines = Math.ceil(members.length / across);
    const last = (members.length - 1) % across;
    const count = textBlock(
      [{text: String(members.length), size: wordSizeOf(width), color: color("muted")}],
      40,
    );
    words.push(
      ...count.at(
        left + (last + 1) * (size + gap) + 4,
        y + (lines - 0.5) * (size + gap) - gap / 2 - count.first,
      ),
    );
    y += Math.max(lines * (size + gap), isBeside ? size / 2 - title.first + title.height : 0) + 14;
  }
  return {squares, size, ground: [], words, bottom: Math.max(0, y - 14)};
}
