import {csvFormatRows} from "d3";
import {type Chart, type ChartRow, sentenceHref} from "./Chart.js";

/**
 * Returns a chart's rows as CSV: one line a mark, with its name, the columns of
 * the query, and the address of the sentence it leads to, from the site's root.
 */
export function chartCsv<Row extends ChartRow>(chart: Chart<Row>, rows: Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) => [
    chart.name(row, rows),
    ...columns.map((column) => (row as unknown as Record<string, unknown>)[column] as string),
    sentenceHref(row),
  ]);
  return `${csvFormatRows([["mark", ...columns, "source"], ...cells])}\n`;
}
