/** What a spreadsheet takes for the start of a formula; those of full width are for the ones of East Asia. */
export const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;
/** What it takes for a number, in either case. */
export const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** First in a file, it has Excel read it as UTF-8. */
export const byteOrderMark = "\ufeff";

/**
 * Returns a cell of a CSV that no spreadsheet runs: with an apostrophe before
 * what would be a formula. Numbers stay as they are, negative ones too.
 */
export function harmless<Cell>(cell: Cell): Cell | string {
  return typeof cell === "string" && formula.test(cell) && !number.test(cell) ? `'${cell}` : cell;
}

/** Returns a cell that `harmless` made, as it was written. */
export function asWritten(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}
