import {group as d3Group} from "d3";
import type {Channel, FormOptions, FormRow, Hue, Rows} from "./Form.js";

/** Returns a channel as a function of a row; what a column lacks is null. */
export function channelOf<Row, Value>(
  channel: Channel<Row, Value> | undefined,
  fallback: (row: Row) => Value,
): (row: Row) => Value {
  if (channel === undefined) return fallback;
  return typeof channel === "function" ? channel : (row) => columnOf(row, channel) as Value;
}

/**
 * Returns a channel as a function of a row; without one, the first of the given
 * columns that the row has. What is empty is null.
 */
export function readerOf<Row, Value>(
  channel: Channel<Row, Value> | undefined,
  ...columns: readonly string[]
): (row: Row) => Value | null {
  if (typeof channel === "function") return channel;
  const names = channel === undefined ? columns : [channel];
  return (row) => {
    const cells = row as Record<string, Value | null | undefined>;
    const cell = names.map((name) => cells[name]).find((value) => value !== undefined);
    return cell == null || cell === "" ? null : cell;
  };
}

/** Returns a channel of names, as readerOf does; what is no text is written as one. */
export function nameReaderOf<Row>(
  channel: Channel<Row, string | null> | undefined,
  ...columns: readonly string[]
): (row: Row) => string | null {
  const read = readerOf<Row, unknown>(channel, ...columns);
  return (row) => {
    const name = read(row);
    return name == null || name === "" ? null : String(name);
  };
}

/** Returns a channel of words as a function of a row; what a column lacks is empty. */
export function wordsOf<Row>(
  channel: Channel<Row, string | null> | undefined,
  fallback: (row: Row) => string | null,
): (row: Row) => string {
  const words = channelOf(channel, fallback);
  return (row) => String(words(row) ?? "");
}

/** Returns a channel of words as a function of a row; the name of a column that the rows lack is the words themselves. */
export function wordsOrColumn<Row extends object>(
  rows: readonly Row[],
  channel: Channel<Row, string>,
): (row: Row) => string {
  if (typeof channel === "string" && !rows.some((row) => channel in row)) return () => channel;
  const of = channelOf(channel, () => "");
  return (row) => String(of(row) ?? "");
}

/** Returns whether a row is among those that are meant; indexes are those of the rows as given. */
export function memberOf<Row>(rows: Rows<Row> | undefined, given: readonly Row[]): (row: Row) => boolean {
  if (rows === undefined) return () => true;
  if (typeof rows === "function") return (row) => Boolean(rows(row));
  if (typeof rows === "string") return (row) => isTrue(columnOf(row, rows));
  if (typeof rows === "number") return (row) => row === given[rows];
  return (row) => Boolean(rows[given.indexOf(row)]);
}

/** Returns the rows that options mean as functions, so that an index is one of all rows where a form draws some of them. */
export function pinRows<Row extends FormRow>(
  {emphasis, annotations}: Pick<FormOptions<Row>, "emphasis" | "annotations">,
  given: readonly Row[],
): Pick<FormOptions<Row>, "emphasis" | "annotations"> {
  return {
    ...(emphasis !== undefined && {emphasis: memberOf(emphasis, given)}),
    ...(annotations && {annotations: annotations.map(({at, text}) => ({at: memberOf(at, given), text}))}),
  };
}

/**
 * Returns the indexes of rows by what they are grouped under, in the order of the
 * rows. Those under nothing come first: below a heading they would seem to be its.
 */
export function groupsOf<Row>(
  rows: readonly Row[],
  groupOf: (row: Row) => string,
): [name: string, members: number[]][] {
  const groups = d3Group(rows.keys(), (i) => groupOf(rows[i]));
  return [...groups].sort(([a], [b]) => Number(a !== "") - Number(b !== ""));
}

const hues: readonly string[] = ["red", "slate", "ochre", "ink"] satisfies Hue[];
const isHue = (value: unknown): value is Hue => hues.includes(value as string);

/** Returns the hue of each row; red where none is said. */
export function hueOf<Row extends FormRow>(color: FormOptions<Row>["color"] = "red"): (row: Row) => Hue {
  if (isHue(color)) return () => color;
  const own = channelOf(color as Channel<Row, unknown>, () => null);
  return (row) => {
    const hue = own(row);
    return isHue(hue) ? hue : "red";
  };
}

/** Returns what is to be written at the marks of rows, by the rows. */
export function notesOf<Row extends FormRow>(
  {annotations = [], note}: Pick<FormOptions<Row>, "annotations" | "note">,
  given: readonly Row[],
): Map<Row, string> {
  const notes = new Map<Row, string>();
  const add = (row: Row, text: string): void => {
    if (text) notes.set(row, [notes.get(row), text].filter(Boolean).join(" "));
  };
  const own = wordsOf(note, () => null);
  for (const row of given) add(row, own(row));
  for (const {at, text} of annotations) {
    const isMeant = memberOf(at, given);
    for (const row of given) if (isMeant(row)) add(row, text);
  }
  return notes;
}

const columnOf = (row: unknown, name: string): unknown => (row as Record<string, unknown>)[name] ?? null;

// A column of a CSV has words for true and false.
const isTrue = (value: unknown): boolean =>
  typeof value === "string" ? value !== "" && value !== "false" && value !== "0" : Boolean(value);
