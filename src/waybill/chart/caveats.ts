import type {Chart, ChartRow} from "./Chart.js";
import {drawn} from "./many.js";

/** What an article says against a figure, or for those whom it concerns. */
export interface Caveat {
  /** Id of the words that say it. */
  id: string;
  /** In a journalist's words, which say whose they are: “Ondal, the buyer, denies a breach.” */
  text: string;
}

/** The words, in bold, before what is said against a chart's figures. */
export const caveatsHead = "The other side:";

/** Returns what is said against the figures of the given rows, each once, however many articles say it, in the order of the rows: from their column `caveats`, one “id|publisher|what” a line. */
export function caveatsOf(rows: readonly object[]): Caveat[] {
  const lines = new Set(rows.flatMap((row) => (row as {caveats?: string | null}).caveats?.split("\n") ?? []));
  const caveats = new Map<string, Caveat>();
  for (const line of lines) {
    const [id, , ...what] = line.split("|");
    const text = `${what.join("|").replace(/\.$/, "")}.`;
    if (!caveats.has(text)) caveats.set(text, {id, text});
  }
  return [...caveats.values()];
}

/** Returns what is said against one row and none of the others, by the row: it stands at the row's mark, where a form has a place for it. */
export function caveatsAtMarks<Row extends object>(rows: readonly Row[]): Map<Row, Caveat[]> {
  const own = rows.map((row) => caveatsOf([row]));
  const counts = new Map<string, number>();
  for (const {text} of own.flat()) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Map(rows.map((row, i) => [row, own[i].filter(({text}) => counts.get(text) === 1)]));
}

/** Returns what is said against a chart's figures and does not stand at their marks. */
export function caveatsBelow<Row extends ChartRow>(
  {hasCaveatsAtMarks}: Pick<Chart<Row>, "hasCaveatsAtMarks">,
  rows: readonly Row[],
): Caveat[] {
  if (!hasCaveatsAtMarks) return caveatsOf(rows);
  const drawnAt = new Set([...caveatsAtMarks(drawn(rows)).values()].flat().map(({text}) => text));
  return caveatsOf(rows).filter(({text}) => !drawnAt.has(text));
}

/** Returns what is said against a chart's figures in the fewest words that are fair: what concerns most of its rows, the first of several; null if nothing is. */
export function foremostCaveat(rows: readonly object[]): Caveat | null {
  const counts = new Map<string, number>();
  for (const {text} of rows.flatMap((row) => caveatsOf([row]))) counts.set(text, (counts.get(text) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return caveatsOf(rows).find(({text}) => counts.get(text) === most) ?? null;
}

const noteOf = (caveats: readonly Caveat[]): string =>
  caveats.length > 0 ? `${caveatsHead} ${caveats.map(({text}) => text).join(" ")}` : "";

/** Returns a chart's notes, and after them, as one note, what is said against its figures and does not stand at their marks: what every edition shows below the drawing. */
export function notesOf<Row extends ChartRow>(
  chart: Pick<Chart<Row>, "notes" | "hasCaveatsAtMarks">,
  rows: Row[],
): string[] {
  return [...chart.notes(rows), noteOf(caveatsBelow(chart, rows))].filter(Boolean);
}

/** Returns a chart's notes, and all that is said against its figures: what is to be told without the drawing. */
export function allNotesOf<Row extends ChartRow>(chart: Pick<Chart<Row>, "notes">, rows: Row[]): string[] {
  return [...chart.notes(rows), noteOf(caveatsOf(rows))].filter(Boolean);
}
