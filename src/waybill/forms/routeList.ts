import {group as d3Group} from "d3";
import {type Color, textSize} from "../theme.js";
import type {Sketch} from "./sketch.js";
import {textBlock} from "./textBlock.js";

/** A row in words: what goes, and on which way. */
export interface ListedRow {
  row: number;
  label: string;
  way: string;
  /** What it is called on a map; none by default. */
  number?: number | undefined;
  /** Under which small heading it stands. */
  group: string;
  colors: {label: string; way: string};
}

/** A list in pixels. */
export interface RouteList {
  height: number;
  /** The headings. */
  frame: Sketch[];
  /** The words of a row, by its index; none of a row that is not in the list. */
  row: (i: number) => Sketch[];
}

const gutter = 24;
const leastColumn = 170;
const indent = 24;

/** Returns rows in words, under their headings: in columns side by side, as many as the width has room for. */
export function routeList(
  rows: readonly ListedRow[],
  {
    x,
    y,
    width,
    head = "",
    color,
  }: {x: number; y: number; width: number; head?: string | undefined; color: Color},
): RouteList {
  const title = textBlock(
    head && rows.length > 0 ? [{text: head, size: textSize.body, color: color("muted")}] : [],
    width,
  );
  const groups = [...d3Group(rows, ({group}) => group)];
  const most = Math.max(1, Math.floor((width + gutter) / (leastColumn + gutter)));
  // Groups are columns; what has no group is split into two.
  const columns =
    groups.length > 1 || rows.length < 3 || most < 2
      ? groups
      : groups.flatMap(([name, own]) => {
          const middle = Math.ceil(own.length / 2);
          return [own.slice(0, middle), own.slice(middle)].map((half) => [name, half] as const);
        });
  const across = Math.min(most, columns.length);
  const column = (width - (across - 1) * gutter) / Math.max(1, across);
  const left = rows.some(({number}) => number !== undefined) ? indent : 0;
  const frame: Sketch[] = [...title.at(x, y)];
  const words = new Map<number, Sketch[]>();
  const start = title.height > 0 ? y + title.height + 8 : y;
  const bottoms = Array.from({length: across}, () => start);
  for (const [k, [name, own]] of columns.entries()) {
    const n = k < across ? k : bottoms.indexOf(Math.min(...bottoms));
    const at = x + n * (column + gutter);
    if (bottoms[n] > start) bottoms[n] += 10;
    if (name) {
      const block = textBlock(
        [{text: name, size: textSize.body, weight: 600, color: color("ink"), most: 2}],
        column,
      );
      frame.push(...block.at(at, bottoms[n]));
      const line = Math.round(bottoms[n] + block.height + 4) + 0.5;
      frame.push({color: color("rule"), strokes: [{d: `M${at},${line}h${Math.round(column)}`, width: 1}]});
      bottoms[n] += block.height + 11;
    }
    for (const {row, label, way, number, colors} of own) {
      const block = textBlock(
        [
          {text: label, size: textSize.body, color: colors.label, most: 4},
          {text: way, size: textSize.small, color: colors.way, most: 3},
        ],
        column - left,
      );
      const tag = textBlock(
        number === undefined
          ? []
          : [{text: String(number), size: textSize.body, weight: 600, color: colors.label}],
        left,
      );
      words.set(row, [...tag.at(at, bottoms[n]), ...block.at(at + left, bottoms[n])]);
      bottoms[n] += block.height + 8;
    }
  }
  const bottom = Math.max(...bottoms);
  return {height: rows.length === 0 ? 0 : bottom - 8 - y, frame, row: (i) => words.get(i) ?? []};
}
