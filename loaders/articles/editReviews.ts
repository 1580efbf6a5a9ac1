import {isDeepStrictEqual} from "node:util";
import type {Pair, Scalar, YAMLMap, YAMLSeq} from "yaml";
import type {Review} from "../../src/waybill/model/figure.js";
import {InputError} from "../InputError.js";
import {onDemand} from "../onDemand.js";
import {type FrontMatter, readFrontMatter, splitFrontMatter} from "./frontMatter.js";

const yaml = onDemand<typeof import("yaml")>("yaml");

/** The cells of a review, its quote and nth among them. */
export type Cells = Readonly<Record<string, string>>;

/** Text to put in place of what stands from `start` to `end`. */
interface Splice {
  start: number;
  end: number;
  text: string;
}

/** Front matter as it stands, and its list of reviews. */
interface Written {
  matter: string;
  eol: string;
  pair: Pair<Scalar, unknown> | undefined;
  seq: YAMLSeq | null;
}

/*
 * Each of these returns a source in which the front matter's reviews are others,
 * and every other line, comments among them, is as it was, byte for byte. Throws
 * an InputError where YAML is written in a way in which that cannot be done.
 */

/** Returns a source with reviews at the end of its list, each in one line. */
export function addReviews(source: string, reviews: readonly Cells[], file: string): string {
  if (reviews.length === 0) return source;
  return edit(source, file, (written) => addition(written, reviews), [
    ...reviewsIn(source, file),
    ...reviews,
  ]);
}

/** Returns a source in whose nth review, from 0, the given cells are set; the others stay. */
export function setInReview(source: string, n: number, cells: Cells, file: string): string {
  return Object.entries(cells).reduce((before, [name, value]) => {
    const reviews = reviewsIn(before, file);
    const wanted = reviews.with(n, {...reviews[n], [name]: value});
    return edit(before, file, (written) => setting(written, n, name, value), wanted);
  }, source);
}

/** Returns a source without its nth review, from 0; without the list if it was the only one. */
export function dropReview(source: string, n: number, file: string): string {
  return edit(source, file, (written) => removal(written, n), reviewsIn(source, file).toSpliced(n, 1));
}

function reviewsIn(source: string, file: string): Cells[] {
  return cellsOf(readFrontMatter(splitFrontMatter(source, file), file));
}

const cellsOf = ({notes}: FrontMatter): Cells[] =>
  (notes.review ?? []).map(({quote, nth, cells}: Review) => ({
    quote,
    ...(nth === 1 ? {} : {nth: String(nth)}),
    ...cells,
  }));

function edit(
  source: string,
  file: string,
  change: (written: Written) => Splice | null,
  wanted: readonly Cells[],
): string {
  const {matter, matterStart} = splitFrontMatter(source, file);
  const eol = /\r\n/.test(matter ?? source) ? "\r\n" : "\n";
  const [mark] = /^\ufeff?/.exec(source)!;
  const whole = matter === null ? `${mark}---${eol}---${eol}${source.slice(mark.length)}` : source;
  const start = matter === null ? mark.length + 3 + eol.length : matterStart;
  const splice = change(read(matter ?? "", eol));
  const edited = splice && replaced(whole, {...splice, start: start + splice.start, end: start + splice.end});
  if (edited === null || !holds(edited, whole, file, wanted))
    throw new InputError(
      file,
      1,
      'its list "review" is written in a way that cannot be added to (write it as lines)',
    );
  return edited;
}

function read(matter: string, eol: string): Written {
  const {isMap, isSeq, parseDocument} = yaml();
  const {contents} = parseDocument(matter, {schema: "failsafe"});
  const pair = isMap(contents)
    ? (contents.items as Pair<Scalar, unknown>[]).find(({key}) => key.value === "review")
    : undefined;
  return {matter, eol, pair, seq: isSeq(pair?.value) ? pair.value : null};
}

// What was asked for has come, and nothing else has changed.
function holds(edited: string, before: string, file: string, wanted: readonly Cells[]): boolean {
  try {
    const [now, old] = [edited, before].map((source) => splitFrontMatter(source, file));
    const [read, known] = [now, old].map((split) => readFrontMatter(split, file));
    return (
      now.body === old.body &&
      isDeepStrictEqual(read.values, known.values) &&
      isDeepStrictEqual(cellsOf(read).map(sorted), wanted.map(sorted))
    );
  } catch {
    return false;
  }
}

const sorted = (cells: Cells): [string, string][] =>
  Object.entries(cells)
    .filter(([name, value]) => name !== "nth" || value !== "1")
    .sort(([a], [b]) => (a < b ? -1 : 1));

const replaced = (text: string, {start, end, text: put}: Splice): string =>
  text.slice(0, start) + put + text.slice(end);

const inFlow = (cells: Cells): string =>
  `{${Object.entries(cells)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    .join(", ")}}`;

function addition({matter, eol, pair, seq}: Written, reviews: readonly Cells[]): Splice {
  const lines = (indent: string): string =>
    reviews.map((cells) => `${indent}- ${inFlow(cells)}${eol}`).join("");
  if (!pair) return at(matter.length, `review:${eol}${lines("  ")}`);
  if (!seq) return at(lineEnd(matter, pair.key.range![1]), lines("  "));
  if (seq.flow) {
    const added = reviews.map(inFlow).join(", ");
    const last = seq.items.at(-1) as YAMLMap | undefined;
    return last ? at(last.range![1], `, ${added}`) : at(seq.range![1] - 1, added);
  }
  const last = seq.items.at(-1) as YAMLMap;
  const {indent} = dashBefore(matter, last.range![0]);
  const end = lineEnd(matter, last.range![1]);
  // Comments below the list, as far in as it is, belong to it.
  const comments = /^(?:[ \t]*\r?\n)*[ \t]+#.*\r?\n/;
  let from = end;
  for (let found = comments.exec(matter.slice(from)); found; found = comments.exec(matter.slice(from)))
    from += found[0].length;
  return at(from, lines(indent));
}

function setting({matter, eol, seq}: Written, n: number, name: string, value: string): Splice | null {
  const map = seq?.items[n] as YAMLMap<Scalar, Scalar | null> | undefined;
  if (!map?.range) return null;
  const put = JSON.stringify(value);
  const known = map.items.find(({key}) => key.value === name);
  if (known) {
    const node = known.value;
    const [start, end] = node?.range ?? [0, 0];
    if (end > start) return {start, end, text: put};
    return at(matter.indexOf(":", known.key.range![1]) + 1, ` ${put}`);
  }
  const last = map.items.at(-1)!;
  const end = last.value?.range?.[1] ?? last.key.range![1];
  if (map.flow) return at(end, `, ${name}: ${put}`);
  const first = map.items[0].key.range![0];
  const column = first - lineStart(matter, first);
  return at(lineEnd(matter, end), `${" ".repeat(column)}${name}: ${put}${eol}`);
}

function removal({matter, pair, seq}: Written, n: number): Splice | null {
  const item = seq?.items[n] as YAMLMap | undefined;
  if (!pair || !seq || !item?.range) return null;
  if (seq.items.length === 1) {
    const start = lineStart(matter, pair.key.range![0]);
    return {start, end: lineEnd(matter, seq.flow ? seq.range![1] : item.range[1]), text: ""};
  }
  if (!seq.flow) {
    const {start} = dashBefore(matter, item.range[0]);
    return {start, end: lineEnd(matter, item.range[1]), text: ""};
  }
  const [before, after] = [seq.items[n - 1], seq.items[n + 1]] as (YAMLMap | undefined)[];
  return before
    ? {start: before.range![1], end: item.range[1], text: ""}
    : {start: item.range[0], end: after!.range![0], text: ""};
}

const at = (position: number, text: string): Splice => ({start: position, end: position, text});

/** Where the line of an item's dash starts, and how far in it is. */
function dashBefore(matter: string, item: number): {start: number; indent: string} {
  const dash = matter.lastIndexOf("-", item - 1);
  const start = lineStart(matter, dash);
  return {start, indent: matter.slice(start, dash)};
}

const lineStart = (text: string, position: number): number => text.lastIndexOf("\n", position - 1) + 1;

/** Where the line of a position ends, its line break included; the position itself if a line begins there. */
function lineEnd(text: string, position: number): number {
  if (position > 0 && text[position - 1] === "\n") return position;
  const end = text.indexOf("\n", position);
  return end < 0 ? text.length : end + 1;
}
