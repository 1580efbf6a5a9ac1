import {execFileSync} from "node:child_process";
import {csvParse} from "d3";
import type {Row} from "../src/waybill/model/tables.js";
import {InputError} from "./InputError.js";

/** A figure whose cells differ between two versions of the tables. */
export interface ChangedFigure {
  figure_id: string;
  exact: string;
  article_id: string;
  cells: {cell: string; before: string; after: string}[];
}

export interface Difference {
  appeared: Row[];
  vanished: Row[];
  /** A sentence was edited: the figure in it is the same, its wording or its id is not. */
  reworded: {before: Row; after: Row}[];
  changed: ChangedFigure[];
}

// Where a figure stands moves with every edit before it.
const moving = new Set(["start", "end", "prefix", "suffix", "figure_id", "sentence", "exact"]);
// How a reading came about is no news to a reader.
const inner = /_basis$|^(?:confidence|reviewed|flags)$/;

/** Returns the rows of a table as a git revision has them in data/; [] if it has no such table. Throws an InputError without the revision. */
export function rowsAt(revision: string, table: string, folder = "data"): Row[] {
  const git = (...args: string[]): string =>
    execFileSync("git", args, {encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 2 ** 30});
  try {
    git("rev-parse", "--verify", "--quiet", `${revision}^{commit}`);
  } catch (cause) {
    throw new InputError(revision, null, "no such revision in this repository", {cause});
  }
  try {
    return csvParse(git("show", `${revision}:./${folder}/${table}.csv`)).map((row) => ({...row}));
  } catch {
    return [];
  }
}

/**
 * Returns which figures appeared, vanished, were reworded or changed between
 * two versions of the table of figures. A figure that vanished and one that
 * appeared in its article with the same kind and unit, of which one number or
 * most words are the same, are one figure reworded.
 */
export function compareFigures(before: readonly Row[], after: readonly Row[]): Difference {
  const old = new Map(before.map((row) => [String(row.figure_id), row]));
  const now = new Map(after.map((row) => [String(row.figure_id), row]));
  const vanished = [...old.values()].filter((row) => !now.has(String(row.figure_id)));
  let appeared = after.filter((row) => !old.has(String(row.figure_id)));
  const reworded: Difference["reworded"] = [];
  // The surest pairs first: the same wording, then the same number, then nearly the same sentence.
  for (const isPair of [isSameWording, isSameNumber, isNearby, isSameValue])
    appeared = appeared.filter((row) => {
      const at = vanished.findIndex((other) => isOfOneKind(other, row) && isPair(other, row));
      if (at < 0) return true;
      reworded.push({before: vanished.splice(at, 1)[0], after: row});
      return false;
    });
  const pairs = [
    ...[...now].flatMap(([id, row]) => (old.has(id) ? [{before: old.get(id)!, after: row}] : [])),
    ...reworded,
  ];
  const changed = pairs.flatMap(({before: was, after: is}) => {
    const cells = Object.keys(is)
      .filter(
        (cell) => !moving.has(cell) && !inner.test(cell) && text(was[cell]) !== text(is[cell]) && cell in was,
      )
      .map((cell) => ({cell, before: text(was[cell]), after: text(is[cell])}));
    const {figure_id, exact, article_id} = is;
    return cells.length > 0
      ? [{figure_id: String(figure_id), exact: String(exact), article_id: String(article_id), cells}]
      : [];
  });
  return {appeared, vanished, reworded, changed};
}

const text = (value: string | number | null | undefined): string => (value == null ? "" : String(value));

const isOfOneKind = (a: Row, b: Row): boolean =>
  a.article_id === b.article_id && a.kind === b.kind && text(a.unit) === text(b.unit);
const isSameWording = (a: Row, b: Row): boolean => a.exact === b.exact && isNearby(a, b);
const isSameNumber = (a: Row, b: Row): boolean =>
  text(a.value) === text(b.value) &&
  text(a.low) === text(b.low) &&
  text(a.high) === text(b.high) &&
  isNearby(a, b);

const isSameValue = (a: Row, b: Row): boolean => text(a.value) !== "" && text(a.value) === text(b.value);

// The number itself was corrected: most words of the sentence are the same.
function isNearby(a: Row, b: Row): boolean {
  const words = (row: Row): Set<string> =>
    new Set(
      text(row.sentence)
        .toLowerCase()
        .match(/\p{L}{3,}/gu) ?? [],
    );
  const [x, y] = [words(a), words(b)];
  const shared = [...x].filter((word) => y.has(word)).length;
  return shared >= 3 && shared >= 0.6 * Math.max(x.size, y.size);
}

/** Returns the lines of a corrections log: what changed, and the charts that stand on it. */
export function describeDifference(
  difference: Difference,
  chartsOf: (figure_ids: readonly string[]) => readonly string[],
): string[] {
  const {appeared, vanished, reworded, changed} = difference;
  const lines: string[] = [];
  const where = (ids: readonly unknown[]): string => {
    const charts = chartsOf(ids.map(String));
    return charts.length > 0 ? ` [charts: ${charts.join(", ")}]` : "";
  };
  for (const row of appeared)
    lines.push(`appeared  ${row.article_id}: “${row.exact}”${where([row.figure_id])}`);
  for (const row of vanished)
    lines.push(`vanished  ${row.article_id}: “${row.exact}”${where([row.figure_id])}`);
  for (const {before, after} of reworded) {
    const wording =
      before.exact === after.exact ? "its sentence" : `“${before.exact}” is now “${after.exact}”`;
    lines.push(
      before.exact === after.exact
        ? `reworded  ${after.article_id}: ${wording} of “${after.exact}”${where([before.figure_id, after.figure_id])}`
        : `reworded  ${after.article_id}: ${wording}${where([before.figure_id, after.figure_id])}`,
    );
  }
  for (const {article_id, exact, figure_id, cells} of changed)
    for (const {cell, before, after} of cells)
      lines.push(
        `changed   ${article_id}: “${exact}”, ${cell}: ${before || "(empty)"} -> ${after || "(empty)"}${where([figure_id])}`,
      );
  return lines;
}
