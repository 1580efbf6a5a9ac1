/** What a spreadsheet takes for the start of a formula; those of full width are for the ones of East Asia. */
export const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;
/** What it takes for a number, in either case. */
export const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

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

/**
 * Returns CSV as the bytes of a file that Excel opens right by double click in
 * every language: tabs between the cells, for where a comma stands in numbers
 * Excel parts cells at semicolons alone; and UTF-16 with its mark, for without
 * it Excel takes letters for those of an old code page.
 */
export function forExcel(csv: string): Uint8Array<ArrayBuffer> {
  const text = csv.replace(/("[^"]*(?:""[^"]*)*"|[^,\n]*)(,|\n|$)/g, (_, cell: string, end: string) => {
    const quoted = cell.includes("\t") && !cell.startsWith('"') ? `"${cell}"` : cell;
    return quoted + (end === "," ? "\t" : end);
  });
  // Half a pair is no letter, in UTF-8 neither.
  const marked = `\ufeff${text}`.replace(/\p{Surrogate}/gu, "\ufffd");
  const bytes = new Uint8Array(marked.length * 2);
  for (let i = 0; i < marked.length; i++) {
    const code = marked.charCodeAt(i);
    bytes[i * 2] = code & 0xff;
    bytes[i * 2 + 1] = code >> 8;
  }
  return bytes;
}
