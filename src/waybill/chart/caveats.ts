import type {Chart, ChartRow} from "./Chart.js";

/** What an article says against a figure, or for those whom it concerns. */
export interface Caveat {
  /** Id of the words that say it. */
  id: string;
  /** In a journalist's words, with whose report it is: “The buyer denies a breach (The Gazette).” */
  text: string;
}

/** Returns what is said against the figures of the given rows, each once, in the order of the rows: from their column `caveats`, one “id|publisher|what” a line. */
export function caveatsOf(rows: readonly object[]): Caveat[] {
  const lines = new Set(rows.flatMap((row) => (row as {caveats?: string | null}).caveats?.split("\n") ?? []));
  return [...lines].map((line) => {
    const [id, publisher, ...what] = line.split("|");
    return {id, text: `${what.join("|").replace(/\.$/, "")} (${publisher}).`};
  });
}

/** Returns a chart's notes, and after them what is said against its figures, as one note: what every edition shows. */
export function notesOf<Row extends ChartRow>(chart: Pick<Chart<Row>, "notes">, rows: Row[]): string[] {
  const caveats = caveatsOf(rows).map(({text}) => text);
  return [...chart.notes(rows), caveats.join(" ")].filter(Boolean);
}
