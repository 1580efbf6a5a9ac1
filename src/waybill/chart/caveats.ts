import {isUnnamed, nameOfPublisher} from "../model/article.js";
import type {Chart, ChartRow} from "./Chart.js";
import {drawn} from "./many.js";
import {reportsIn} from "./words.js";

/** What an article says against a figure, or for those whom it concerns. */
export interface Caveat {
  /** Id of the words that say it. */
  id: string;
  /** What is said, in a journalist's words, which say whose they are: “Ondal, the buyer, denies a breach”. */
  what: string;
  /** The same as a sentence, which names the report it stands in where that is none of those that tell the figure: “Ondal, the buyer, denies a breach, The Courier reports.” */
  text: string;
}

/** The words, in bold, before what is said against a chart's figures. */
export const caveatsHead = "The other side:";

/** Returns what is said against the figures of the given rows, each once, however many articles say it, in the order of the rows: from their column `caveats`, one “id|publisher|what” a line. */
export function caveatsOf(rows: readonly object[]): Caveat[] {
  const said = new Map<string, {id: string; by: string; rows: Set<object>}[]>();
  for (const row of rows as readonly {caveats?: string | null}[])
    for (const line of row.caveats?.split("\n") ?? []) {
      const [id, by, ...words] = line.split("|");
      const what = words.join("|").replace(/\.$/, "");
      const same = said.get(what) ?? [];
      const known = same.find((one) => one.id === id);
      if (known) known.rows.add(row);
      else same.push({id, by, rows: new Set([row])});
      said.set(what, same);
    }
  return [...said].map(([what, same]) => {
    const against = same.flatMap((one) => [...one.rows]);
    const own = same.find(({by}) => against.every((row) => isTold(row, by)));
    const {id, by} = own ?? same.find(({by: name}) => !isUnnamed({publisher: name})) ?? same[0];
    return {id, what, text: own ? `${what}.` : `${what}, ${nameOfPublisher(by)} reports.`};
  });
}

/** Whether a publisher is among those that report a row; a row that names none has no other. */
function isTold(row: object, publisher: string): boolean {
  const reporters = reportsIn([row as ChartRow]).map((line) => line.split("|")[0]);
  return reporters.every((name) => name === "") || reporters.includes(publisher);
}

/** Returns what is said against one row and none of the others, by the row: it stands at the row's mark, where a form has a place for it. */
export function caveatsAtMarks<Row extends object>(rows: readonly Row[]): Map<Row, Caveat[]> {
  const own = rows.map((row) => caveatsOf([row]));
  const counts = new Map<string, number>();
  for (const {what} of own.flat()) counts.set(what, (counts.get(what) ?? 0) + 1);
  return new Map(rows.map((row, i) => [row, own[i].filter(({what}) => counts.get(what) === 1)]));
}

/** Returns what is said against a chart's figures and does not stand at their marks. */
export function caveatsBelow<Row extends ChartRow>(
  {hasCaveatsAtMarks}: Pick<Chart<Row>, "hasCaveatsAtMarks">,
  rows: readonly Row[],
): Caveat[] {
  if (!hasCaveatsAtMarks) return caveatsOf(rows);
  const drawnAt = new Set([...caveatsAtMarks(drawn(rows)).values()].flat().map(({what}) => what));
  return caveatsOf(rows).filter(({what}) => !drawnAt.has(what));
}

/** Returns what is said against a chart's figures in the fewest words that are fair: what concerns most of its rows, the first of several; null if nothing is. */
export function foremostCaveat(rows: readonly object[]): Caveat | null {
  const counts = new Map<string, number>();
  for (const {what} of rows.flatMap((row) => caveatsOf([row]))) counts.set(what, (counts.get(what) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return caveatsOf(rows).find(({what}) => counts.get(what) === most) ?? null;
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
