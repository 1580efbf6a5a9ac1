import {formatNumber} from "../model/format.js";

/** Rows that a chart draws at most where each takes a line of its own; a page cannot carry thousands. */
export const mostDrawn = 100;

/** Things that one sentence lists at most. */
const mostListed = 20;

/** Returns the rows that are drawn: the first, for the query puts those first that tell most. */
export const drawn = <Row>(rows: readonly Row[]): Row[] => rows.slice(0, mostDrawn);

/** Returns the note on what is not drawn: “Only the first 100 are drawn; 900 more are in the data file.”; [] if everything is. */
export function undrawnNotes(rows: readonly unknown[]): string[] {
  const left = rows.length - mostDrawn;
  if (left <= 0) return [];
  const [most, more] = [mostDrawn, left].map((count) => formatNumber(count));
  return [`Only the first ${most} are drawn; ${more} more ${left === 1 ? "is" : "are"} in the data file.`];
}

/** Returns the items as one list, “a; b; c”, which says how many it leaves out past the first twenty. */
export function list(items: readonly string[], most = mostListed): string {
  const left = items.length - most;
  const shown = items.slice(0, most).join("; ");
  return left > 0 ? `${shown}; and ${formatNumber(left)} more` : shown;
}
