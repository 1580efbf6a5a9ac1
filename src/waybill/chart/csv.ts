import {csvFormatRows} from "d3";
import {capitalize} from "../model/format.js";
import {harmless} from "../model/spreadsheet.js";
import {type Chart, type ChartRow, sentenceHref} from "./Chart.js";
import type {ShownRow} from "./facts.js";
import {periodOf, reportersOf, workingOf} from "./words.js";

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
  return csvOf([["mark", ...columns, "source", ...names], ...cells]);
}

/** What may be in a row of any chart. */
type PlainRow = ChartRow &
  Partial<
    Pick<
      ShownRow,
      | "value"
      | "low"
      | "high"
      | "unit"
      | "supplier"
      | "recipient"
      | "via"
      | "status"
      | "period_start"
      | "period_end"
      | "derived"
      | "formula"
      | "inputs"
    >
  >;

/**
 * Returns a chart's rows as CSV for who reads them: one line a mark, a dozen columns with
 * plain names, empty where a chart has none of it, and what is added. chartCsv has all that the query returns.
 */
export function plainCsv<Row extends ChartRow>(
  chart: Chart<Row>,
  rows: Row[],
  {more = () => ({}), root = ""}: CsvOptions = {},
): string {
  const added = rows.map((row) => more(row));
  const names = [...new Set(added.flatMap((cells) => Object.keys(cells)))];
  const cells = rows.map((row, i) => {
    const {value, low, high, unit, derived, ...plain}: PlainRow = row;
    const period = periodOf({period_start: null, period_end: null, ...plain});
    return [
      capitalize(chart.name(row, rows).split(/, (?:from figures )?reported by /)[0]),
      derived ? `our calculation: ${workingOf({formula: null, inputs: null, ...plain})}` : row.exact,
      value ?? low ?? high ?? null,
      unit,
      plain.supplier,
      plain.recipient,
      plain.via,
      plain.status,
      period,
      reportersOf(row),
      `${root}${sentenceHref(row)}`,
      ...names.map((name) => added[i][name]),
    ].map((cell) => (cell == null ? "" : String(cell)));
  });
  return csvOf([[...plainColumns, ...names], ...cells]);
}

const plainColumns = [
  "what",
  "as stated",
  "number",
  "unit",
  "from",
  "to",
  "via",
  "status",
  "when",
  "reported by",
  "link",
];

const csvOf = (lines: string[][]): string => `${csvFormatRows(lines.map((line) => line.map(harmless)))}\n`;
