import {csvFormatRows} from "d3";
import {harmless} from "../model/spreadsheet.js";
import {type Chart, type ChartRow, sentenceHref} from "./Chart.js";

export interface CsvOptions {
  /** What is added to each line of a row: its sentences, its credit. */
  more?: (row: ChartRow) => Record<string, string>;
  /** What the address of a sentence starts with; "" for the site's root. */
  root?: string;
}

/**
 * Returns a chart's rows as CSV: one line a mark, with its name, the columns of
 * the query, and the address of the sentence it leads to. No cell is a formula.
 */
export function chartCsv<Row extends ChartRow>(
  chart: Chart<Row>,
  rows: Row[],
  {more = () => ({}), root = ""}: CsvOptions = {},
): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const added = rows.map((row) => more(row));
  const names = [...new Set(added.flatMap((cells) => Object.keys(cells)))];
  const cells = rows.map((row, i) => [
    chart.name(row, rows),
    ...columns.map((column) => (row as unknown as Record<string, unknown>)[column] as string),
    `${root}${sentenceHref(row)}`,
    ...names.map((name) => added[i][name] ?? ""),
  ]);
  const lines = [["mark", ...columns, "source", ...names], ...cells];
  return `${csvFormatRows(lines.map((line) => line.map(harmless)))}\n`;
}
