import {textSize} from "../theme.js";
import type {Sketch} from "./sketch.js";
import {textBlock} from "./textBlock.js";

/** A thing, and who says it in which words, one “who|words” a line; without, its name stands alone. */
export interface Versioned {
  label: string;
  versions: string;
}

/** A table in pixels; its place is that of its top left corner. */
export interface VersionsTable {
  height: number;
  /** The heading, who stands above each column, and the lines between rows. */
  frame: (x: number, y: number) => Sketch[];
  row: (i: number, x: number, y: number) => Sketch[];
}

const gutter = 20;
const pad = 7;
/** Width from which what a row is about has a column of its own. */
const leastBeside = 480;

/**
 * Returns a table that sets side by side the words in which several say the
 * same: a row for each thing, a column for each who; without any versions, a
 * list of the things.
 */
export function versionsTable(
  rows: readonly Versioned[],
  {
    head,
    width,
    size,
    colors,
  }: {
    head: string;
    width: number;
    size: number;
    colors: {head: string; label: string; words: string; rule: string};
  },
): VersionsTable {
  const said = rows.map(({versions}) => new Map(versions.split("\n").filter(Boolean).map(versionOf)));
  const names = [...new Set(said.flatMap((own) => [...own.keys()]))];
  const isTable = names.length > 0;
  const isBeside = isTable && width >= leastBeside;
  const first = isBeside ? Math.round(width * 0.3) : 0;
  const column = (width - first + gutter) / Math.max(1, names.length);
  const xOf = (n: number): number => first + n * column;
  const title = textBlock([{text: head, size: size + 2, weight: 600, color: colors.head, most: 3}], width);
  const whos = names.map((text) =>
    textBlock([{text, size: textSize.body, color: colors.label, most: 2}], column - gutter),
  );
  const headHeight = Math.max(0, ...whos.map(({height}) => height));
  const blocks = rows.map(({label}, i) => ({
    label: textBlock(
      [
        {
          text: label,
          size: isTable ? textSize.body : size,
          color: isTable ? colors.label : colors.words,
          most: 3,
        },
      ],
      isBeside ? first - gutter : width,
    ),
    words: names.map((name) =>
      textBlock(
        [{text: said[i].get(name) ?? "–", size: size + 1, weight: 600, color: colors.words, most: 4}],
        column - gutter,
      ),
    ),
  }));
  let height = title.height + (isTable ? 8 + headHeight + pad : 2);
  const tops = blocks.map(({label, words}) => {
    const top = height;
    const tall = Math.max(0, ...words.map((block) => block.height));
    height += (isBeside ? Math.max(label.height, tall) : label.height + tall) + (isTable ? 2 * pad : 2);
    return top;
  });
  return {
    height: rows.length > 0 ? height - (isTable ? pad : 2) : title.height,
    frame: (x, y) => [
      ...title.at(x, y),
      ...whos.flatMap((block, n) => block.at(x + xOf(n), y + title.height + 8)),
      ...(isTable
        ? tops.map((top): Sketch => {
            const at = Math.round(y + top) + 0.5;
            return {color: colors.rule, strokes: [{d: `M${x},${at}h${Math.round(width)}`, width: 1}]};
          })
        : []),
    ],
    row(i, x, y) {
      if (!blocks[i]) return [];
      const {label, words} = blocks[i];
      const top = y + tops[i] + (isTable ? pad : 0);
      const below = isBeside ? 0 : label.height;
      const firsts = isBeside ? Math.max(label.first, ...words.map((block) => block.first)) : label.first;
      return [
        ...label.at(x, top + firsts - label.first),
        ...words.flatMap((block, n) =>
          block.at(x + xOf(n), top + below + (isBeside ? firsts - block.first : 0)),
        ),
      ];
    },
  };
}

const versionOf = (line: string): [who: string, words: string] => {
  const at = line.indexOf("|");
  return at < 0 ? ["", line] : [line.slice(0, at), line.slice(at + 1)];
};
