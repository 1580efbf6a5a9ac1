import {existsSync} from "node:fs";
import path from "node:path";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {sqlName} from "../../src/waybill/model/escape.js";
import {createTable, tableNames} from "../../src/waybill/model/tables.js";
import {InputError} from "../InputError.js";
import {isMade, readScripts, type Statement, statementOf} from "./pageScripts.js";
import type {Page} from "./readPage.js";
import {sqlProblem} from "./sqlProblem.js";

type Report = (problem: InputError) => void;

/**
 * Reports what is wrong in the scripts and the SQL of pages: each statement is
 * bound to the tables that its page's front matter names, as the browser will
 * do, and not run. Tables whose columns cannot be known here are not looked at.
 */
export async function checkSql(
  pages: readonly Page[],
  connection: DuckDBConnection,
  report: Report,
): Promise<void> {
  for (const page of pages) await checkPage(page, connection, report);
}

/** Calls a function with a connection to the tables as they are declared, without a row, in the catalog `made`. */
export async function withDeclaredTables(
  use: (connection: DuckDBConnection) => Promise<void>,
): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    await connection.run("ATTACH ':memory:' AS made; USE made");
    for (const name of tableNames) await connection.run(createTable(name));
    await use(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function checkPage(page: Page, connection: DuckDBConnection, report: Report): Promise<void> {
  const {statements, hasOwnSql} = readScripts(page, report);
  for (const block of page.blocks)
    if (block.tag === "sql")
      try {
        statements.push(statementOf(block));
      } catch (error) {
        report(new InputError(page.file, block.line, `SQL cannot be read: ${(error as Error).message}`));
      }
  const {sql} = page.matter;
  const sources = Object.entries(typeof sql === "object" && sql !== null ? sql : {});
  if (hasOwnSql || (statements.length === 0 && sources.length === 0)) return;
  await connection.run("ATTACH ':memory:' AS page; USE page");
  try {
    const unknown = new Set<string>();
    for (const [name, source] of sources) {
      const view = viewOf(page, name, String(source), report);
      if (view === null) unknown.add(name.toLowerCase());
      else
        await connection.run(`CREATE VIEW ${sqlName(name)} AS ${view}`).catch((error) => {
          unknown.add(name.toLowerCase());
          report(new InputError(page.file, page.lineOf(name), sqlProblem(error.message)));
        });
    }
    for (const statement of statements) {
      const problem = await problemIn(statement, connection, unknown);
      if (problem) report(new InputError(page.file, problem.line, problem.text));
    }
  } finally {
    await connection.run("USE made; DETACH page");
  }
}

/** Returns the query that stands for a table of the front matter; null if its columns cannot be known here. */
function viewOf(page: Page, name: string, source: string, report: Report): string | null {
  if (/^\w+:/.test(source)) return null;
  const file = source.startsWith("/")
    ? path.posix.join("src", source)
    : path.posix.join(path.posix.dirname(page.file), source);
  const [, table] = /^src\/data\/([\w-]+)\.(?:csv|json|arrow|parquet)$/.exec(file) ?? [];
  if (tableNames.some((made) => made === table)) return `FROM made."${table}"`;
  const quoted = `'${file.replaceAll("'", "''")}'`;
  if (!existsSync(file)) {
    if (!isMade(file))
      report(
        new InputError(
          page.file,
          page.lineOf(name),
          `there is no such table: "${source}" (have in /data/: ${tableNames.join(", ")})`,
        ),
      );
    return null;
  }
  if (/\.[ct]sv$/.test(file)) return `FROM read_csv(${quoted})`;
  if (file.endsWith(".parquet")) return `FROM read_parquet(${quoted})`;
  return null;
}

/** Returns what is wrong with a statement, in its line; null if nothing is. */
export async function problemIn(
  {sql, line}: Statement,
  connection: DuckDBConnection,
  unknown: ReadonlySet<string> = new Set(),
): Promise<{line: number; text: string} | null> {
  try {
    (await connection.prepare(sql)).destroySync();
    return null;
  } catch (error) {
    const {message} = error as Error;
    // What is put in has a type in the browser.
    if (/parameter/i.test(message) && /type/i.test(message)) return null;
    const [, table] = /Table with name (\S+) does not exist/.exec(message) ?? [];
    if (table && unknown.has(table.toLowerCase())) return null;
    if (table)
      return {line: line + lineWithin(message), text: `SQL fails: no table "${table}" in the front matter`};
    return {line: line + lineWithin(message), text: `SQL fails: ${sqlProblem(message)}`};
  }
}

const lineWithin = (message: string): number => Number(/^LINE (\d+):/m.exec(message)?.[1] ?? 1) - 1;
