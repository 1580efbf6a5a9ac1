import type {Chart, ChartRow} from "./Chart.js";

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

/** Returns what is said against a chart's figures as one note: “The other side: Ondal, the buyer, denies a breach.”; "" for nothing. */
export function caveatsNote(rows: readonly object[]): string {
  const texts = caveatsOf(rows).map(({text}) => text);
  return texts.length > 0 ? `${caveatsHead} ${texts.join(" ")}` : "";
}

/** Returns a chart's notes, and after them what is said against its figures, as one note: what every edition shows. */
export function notesOf<Row extends ChartRow>(chart: Pick<Chart<Row>, "notes">, rows: Row[]): string[] {
  return [...chart.notes(rows), caveatsNote(rows)].filter(Boolean);
}
