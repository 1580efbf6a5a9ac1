import {csvParseRows} from "d3";
import {readText} from "./articles/readText.js";
import {InputError, readEach} from "./InputError.js";

/** A row of a CSV file by column, with the line on which it begins. */
export interface CsvRow<C extends string> {
  line: number;
  cells: Record<C, string>;
}

/**
 * Returns the rows of a CSV file that has at least the given columns; [] if only
 * they are there. Throws what is wrong, all at once: a file that cannot be read
 * or is empty, a column that it lacks, a row with more or fewer cells.
 */
export function readCsv<C extends string>(file: string, columns: readonly C[]): CsvRow<C>[] {
  const source = readText(file, `its first line names its columns: ${columns.join(",")}`);
  const [header, ...rows] = csvParseRows(source);
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0)
    throw new InputError(
      file,
      1,
      `lacks the column "${missing.join('", "')}": "${header}" (its first line names its columns: ${columns.join(",")})`,
    );
  let next = 1 + countLines(header);
  return readEach(rows, (row) => {
    const line = next;
    next += countLines(row);
    if (row.length !== header.length)
      throw new InputError(file, line, `expected ${header.length} cells, found ${row.length}: "${row}"`);
    return {line, cells: Object.fromEntries(header.map((name, n) => [name, row[n]])) as Record<C, string>};
  });
}

// A row takes one line, and one more for each line break in its cells.
function countLines(row: readonly string[]): number {
  return 1 + (row.join("").match(/\n/g)?.length ?? 0);
}
