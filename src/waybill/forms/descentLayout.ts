import type {TextAttributes} from "../marks/setText.js";
import {textWidth, wrapText} from "../textWidth.js";
import {textSize} from "../theme.js";
import type {Descendant} from "./descentTree.js";
import {widthOf} from "./measure.js";

/** Where a party stands, and its words. */
export interface PlacedNode {
  x1: number;
  x2: number;
  /** From its top to its bottom, and the middle of its name or, in a list, of the name's first line. */
  y1: number;
  y2: number;
  y: number;
  name: TextAttributes;
  notes: {row: number; text: TextAttributes}[];
  /** Whether it stands below the one that it has it from. */
  isListed: boolean;
}

interface Setting {
  side: number;
  width: number;
  /** A few words on a party, and the rows that say so. */
  said: (node: Descendant) => {row: number; words: string}[];
  /** Whether the name of one who passes on is bold. */
  isBold: (node: Descendant) => boolean;
  /** Room before such a name, for its dot. */
  dotRoom: number;
  /** What stands above each column or, in a list, above the first party of its depth in each tree. */
  levels: readonly string[];
}

/** What stands above parties of a depth. */
export interface LevelHead {
  words: string;
  x: number;
  y: number;
}

const leading = 1.22;
/** Sizes of names by the room that the whole has, and what is between them. */
const sizesOf = (width: number) =>
  width >= 800
    ? {origin: 32, other: 18, document: 15, note: 14, gap: 24}
    : {origin: 22, other: 15, document: 13, note: 13, gap: 16};
/** Height of what stands above columns, and in a list. */
const levelHead = 30;
const listHead = 19;
/** Least width of a column, and of the lines between two. */
const least = {column: 100, lines: 48} as const;

/** Returns the trees from left to right, all of one depth in a column; null where there is no room for it. */
export function fanOut(
  nodes: readonly Descendant[],
  {side, width, said, isBold, dotRoom, levels}: Setting,
): {placed: Map<Descendant, PlacedNode>; heads: LevelHead[]} | null {
  const depth = Math.max(0, ...nodes.map((node) => node.depth));
  const inner = width - 2 * side;
  const room = (inner - depth * least.lines) / (depth + 1);
  if (width < 560 || room < least.column) return null;
  const roomOf = (node: Descendant): number =>
    node.isDocument || node.parent || node.children.length > 0 ? room : inner / 2;
  const sizes = withOneOrigin(nodes, sizesOf(width), roomOf);
  const words = new Map(
    nodes.map((node) => [node, measure(node, {room: roomOf(node), said, sizes, isBold, dotRoom})]),
  );
  const wide = Array.from({length: depth + 1}, (_, d) =>
    Math.max(
      0,
      ...nodes.filter((node) => node.depth === d).map((node) => Math.min(room, words.get(node)!.wide)),
    ),
  );
  const {gap} = sizes;
  // Words are as wide as they are; what is left is for the lines.
  const free = depth > 0 ? (inner - wide.reduce((sum, w) => sum + w, 0)) / depth : 0;
  const left = wide.map(
    (_, d) => side + wide.slice(0, d).reduce((sum, w) => sum + w + Math.min(free, 260), 0),
  );
  // As much above a name as notes take below it, so that names of one line of descent are level.
  const own = (node: Descendant): number => 2 * words.get(node)!.high - words.get(node)!.tall.name;
  const high = (node: Descendant): number =>
    Math.max(own(node) + gap, sum(node.children), sum(node.documents));
  const sum = (all: readonly Descendant[]): number => all.reduce((total, each) => total + high(each), 0);
  const placed = new Map<Descendant, PlacedNode>();
  const put = (node: Descendant, top: number): void => {
    for (const side of [node.children, node.documents]) {
      let y = top + (high(node) - sum(side)) / 2;
      for (const each of side) {
        put(each, y);
        y += high(each);
      }
    }
    const ends = [node.children[0], node.children.at(-1)].map((child) =>
      child ? placed.get(child)!.y : null,
    );
    const wanted = ends[0] !== null && ends[1] !== null ? (ends[0] + ends[1]) / 2 : top + high(node) / 2;
    const half = own(node) / 2 + gap / 2;
    const middle = Math.min(Math.max(wanted, top + half), top + high(node) - half);
    const set = words.get(node)!;
    placed.set(node, place(set, {x: left[node.depth], top: middle - set.tall.name / 2, isListed: false}));
  };
  let y = levels.length > 0 ? levelHead : 0;
  for (const node of nodes) {
    if (node.parent || node.isDocument) continue;
    put(node, y);
    y += high(node) + gap;
  }
  const heads = levels.flatMap((words, d) => (d <= depth && wide[d] > 0 ? {words, x: left[d], y: 8} : []));
  return {placed, heads};
}

/** Returns the trees as a list, each party below the one that it has it from, and further right. */
export function listDown(
  nodes: readonly Descendant[],
  {side, width, said, isBold, dotRoom, levels}: Setting,
): {placed: Map<Descendant, PlacedNode>; heads: LevelHead[]} {
  const depth = Math.max(0, ...nodes.map((node) => node.depth));
  const step = Math.min(30, (width * 0.45) / Math.max(1, depth));
  const roomOf = (node: Descendant): number => width - 2 * side - step * node.depth;
  const sizes = withOneOrigin(nodes, sizesOf(width), roomOf);
  let y = 0;
  const heads: LevelHead[] = [];
  const headed = new Set<number>();
  const placed = new Map(
    nodes.map((node, i) => {
      const x = side + step * node.depth;
      const own = measure(node, {room: roomOf(node), said, sizes, isBold, dotRoom});
      // A tree begins with its documents.
      const begins =
        !node.parent &&
        (node.isDocument ? node.row === node.origin.documents[0].row : node.documents.length === 0);
      if (i > 0) y += begins ? 24 : node.isDocument ? 4 : 10;
      const words = levels[node.depth];
      if (words && !headed.has(node.depth)) {
        headed.add(node.depth);
        heads.push({words, x, y: y + 8});
        y += listHead;
      }
      const at = place(own, {x, top: y, isListed: true});
      y += own.high;
      return [node, at] as const;
    }),
  );
  return {placed, heads};
}

type Sizes = ReturnType<typeof sizesOf>;

const isOriginal = (node: Descendant): boolean => node === node.origin && !node.isDocument;

/** Returns the sizes with that of all origins: as large as it may be without a word that is cut, in three lines. */
function withOneOrigin(
  nodes: readonly Descendant[],
  sizes: Sizes,
  roomOf: (node: Descendant) => number,
): Sizes {
  const origins = nodes.filter(isOriginal);
  const least = sizes.other + 1;
  let origin = sizes.origin;
  const isFit = (node: Descendant): boolean =>
    node.name.split(/\s+/).every((word) => textWidth(word, origin, 600) <= roomOf(node)) &&
    wrapText(node.name, roomOf(node), {size: origin, weight: 600}).length <= 3;
  while (origin > least && !origins.every(isFit)) origin--;
  return {...sizes, origin};
}

type Measured = ReturnType<typeof measure>;

function measure(
  node: Descendant,
  {
    room: given,
    said,
    sizes,
    isBold,
    dotRoom,
  }: {room: number; sizes: Sizes} & Pick<Setting, "said" | "isBold" | "dotRoom">,
) {
  const isOrigin = isOriginal(node);
  const indent = isBold(node) ? dotRoom : 0;
  const room = given - indent;
  const weight = isOrigin || (!node.isDocument && isBold(node)) ? 600 : 400;
  const sizeOf = (): number => {
    if (isOrigin) return sizes.origin;
    // As large as it may be without a word that is cut.
    let size = node.isDocument ? sizes.document : sizes.other;
    const fits = (): boolean => node.name.split(/\s+/).every((word) => textWidth(word, size, weight) <= room);
    while (size > textSize.body && !fits()) size--;
    return size;
  };
  const size = sizeOf();
  const name = wrapText(node.name, room, {size, weight, most: 4, balanced: true});
  const notes = said(node).map(({row, words}) => ({
    row,
    lines: wrapText(words, room, {size: sizes.note, most: 5}),
  }));
  const lines = notes.flatMap((note) => note.lines);
  const wide = indent + Math.max(widthOf(name, size, weight), widthOf(lines, sizes.note));
  const tall = {name: name.length * size * leading, line: sizes.note * leading};
  return {
    name,
    notes,
    noteSize: sizes.note,
    size,
    weight,
    wide,
    indent,
    tall,
    high: tall.name + lines.length * tall.line,
  };
}

function place(
  {name, notes, noteSize, size, weight, wide, indent, tall, high}: Measured,
  {x, top, isListed}: {x: number; top: number; isListed: boolean},
): PlacedNode {
  const set = {x: x + indent, anchor: "start", lineHeight: leading} as const;
  const middle = top + tall.name / 2;
  return {
    x1: x,
    x2: x + wide,
    y1: top,
    y2: top + high,
    y: isListed ? top + (size * leading) / 2 : middle,
    name: {...set, y: middle, lines: name, size, weight},
    notes: notes.map(({row, lines}, k) => {
      const before = notes.slice(0, k).reduce((sum, note) => sum + note.lines.length, 0);
      const y = top + tall.name + (before + lines.length / 2) * tall.line;
      return {row, text: {...set, y, lines, size: noteSize}};
    }),
    isListed,
  };
}
