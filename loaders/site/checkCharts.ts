import type {DuckDBConnection} from "@duckdb/node-api";
import {selectShown} from "../../src/waybill/chart/chartFields.js";
import {InputError} from "../InputError.js";
import {hasFields} from "./chartBlock.js";
import {problemIn} from "./checkSql.js";
import {type Definition, readDefinitions} from "./definitions.js";
import type {Page} from "./readPage.js";

type Report = (problem: InputError) => void;

/**
 * Reports what is wrong in the chart blocks of pages: ids of no chart, fields
 * that are none, and SQL that does not fit the columns of the facts; that is
 * bound to the tables, not run.
 */
export async function checkCharts(
  pages: readonly Page[],
  connection: DuckDBConnection,
  report: Report,
): Promise<void> {
  const definitions = readDefinitions(pages, report);
  const ids = definitions.map(({chart}) => chart.id);
  for (const {file, blocks} of pages)
    for (const {tag, content, line} of blocks) {
      if (tag !== "chart" || hasFields(content)) continue;
      for (const [n, text] of content.split("\n").entries()) {
        const id = text.trim();
        if (id && !ids.includes(id))
          report(new InputError(file, line + n, `unknown chart: ${id} (have: ${ids.join(", ")})`));
      }
    }
  for (const definition of definitions) await checkFields(definition, connection, report);
}

async function checkFields(
  {file, written}: Definition,
  connection: DuckDBConnection,
  report: Report,
): Promise<void> {
  if (!written) return;
  const {fields, lineOf} = written;
  const {of, label, group, emphasis, sort, annotate = [], columns = {}} = fields;
  const order = sort === "value" || sort === "-value" ? undefined : sort;
  const statements: [field: string, sql: string | undefined][] = [
    ["of", of && `SELECT 1 FROM shown WHERE (\n${of}\n)`],
    ["label", label && `SELECT (\n${label}\n)::VARCHAR FROM shown`],
    ["group", group && `SELECT (\n${group}\n)::VARCHAR FROM shown`],
    ["emphasis", emphasis && `SELECT coalesce((\n${emphasis}\n), false) FROM shown`],
    ["sort", order && `SELECT 1 FROM shown ORDER BY\n${order}\n`],
    ...Object.entries(columns).map(([name, sql]): [string, string] => [
      name,
      `SELECT (\n${sql}\n) FROM shown`,
    ]),
    ...annotate.map(({at}): [string, string] => ["annotate", `SELECT 1 FROM shown WHERE (\n${at}\n)`]),
  ];
  const before = selectShown("").split("\n").length + 1;
  for (const [field, sql] of statements) {
    if (!sql) continue;
    const problem = await problemIn({sql: selectShown(sql), line: -before}, connection);
    // The lines before the field's own are ours, and what comes after.
    const within = Math.max(0, Math.min((problem?.line ?? 0) + 1, sql.split("\n").length - 3));
    if (problem)
      report(
        new InputError(file, lineOf(field) + within, `${field}: ${problem.text.replace(/^SQL fails: /, "")}`),
      );
  }
}
