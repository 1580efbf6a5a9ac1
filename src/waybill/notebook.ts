import {sqlName} from "./model/escape.js";
import {
  beginningOf,
  beginningQuery,
  type ResultRows,
  resultTable,
  rowsQuery,
} from "./page/sql/resultTable.js";
import {isQuery, keptAs, splitStatements} from "./page/sql/splitStatements.js";

/*
 * What SQL gives in a notebook page. DuckDB in a page hands a decimal on as the
 * four words of its digits and a sum of whole numbers likewise, and a table of
 * Framework's inputs writes a year as 2,024 and a day as milliseconds. Here
 * numbers are numbers, and a table shows every cell as DuckDB's own shell does.
 * Pages with a ```sql block have this without asking for it.
 */

/** What SQL gives: a table of Arrow's. */
interface ArrowTable {
  schema: {fields: readonly {name: string; type: unknown}[]};
  numRows: number;
  getChildAt(n: number): {get(row: number): unknown} | null;
}

/** The tag `sql` of a page. */
export type Sql = (strings: readonly string[], ...values: unknown[]) => Promise<ArrowTable>;

/** Of each table that SQL gave, how its rows are read as words. */
const reading = new WeakMap<object, () => Promise<ResultRows>>();

// What was asked stands in tables of the database, apart from those that a page names.
const results = "waybill_results";
let asked = 0;

/** A table of the database, which is dropped when nobody reads it any more. */
interface Kept {
  name: string;
}
const dropping = new FinalizationRegistry<() => void>((drop) => drop());

/**
 * Returns a tag that gives what `sql` gives, with numbers that are numbers:
 * decimals and whole numbers of any size as doubles; times, intervals and bits as
 * words. Days and moments are milliseconds, as `sql` gives them. A query is asked
 * once: what it gave is kept in the database while anybody has it, and a table of it
 * (`exactInputs`) reads from there. Throws what `sql` throws.
 *
 * ```js
 * import {sql as duckdb} from "npm:@observablehq/duckdb";
 * import {exactSql} from "npm:waybill/notebook";
 * const sql = exactSql(duckdb);
 * ```
 */
export function exactSql(sql: Sql): Sql {
  return async (strings, ...values) => {
    const [statement, ...others] = splitStatements(strings.join("?"));
    if (!statement || others.length > 0 || !isQuery(statement.text)) return sql(strings, ...values);
    const run = (text: string): Promise<ArrowTable> => sql([text]);
    const kept: Kept = {name: `${results}.r${++asked}`};
    const {name} = kept;
    const steps = [
      `CREATE SCHEMA IF NOT EXISTS ${results}`,
      keptAs(name, statement.text),
      `FROM ${name}`,
    ] as const;
    const whole = values.length > 0 ? await stepwise(sql, steps, values) : await run(steps.join("\n;"));
    dropping.register(kept, () => void run(`DROP TABLE IF EXISTS ${name}`).catch(() => {}));
    const {fields} = whole.schema;
    const casts = fields.flatMap((field) => {
      const as = castOf(String(field.type));
      return as ? [`CAST(${sqlName(field.name)} AS ${as}) AS ${sqlName(field.name)}`] : [];
    });
    const table = casts.length > 0 ? await run(`SELECT * REPLACE (${casts.join(", ")}) FROM ${name}`) : whole;
    const names = fields.map((field) => field.name);
    reading.set(table, () => readRows(run, kept, names));
    return table;
  };
}

/**
 * Returns Framework's inputs with a `table` that shows what came of `exactSql`
 * cell by cell as DuckDB's own shell does: 0.69, 2024-07-24, 2024. It sorts by
 * value, and reads rows as they are asked for. Any other data it leaves to them.
 *
 * ```js
 * import * as inputs from "npm:@observablehq/inputs";
 * import {exactInputs} from "npm:waybill/notebook";
 * const Inputs = exactInputs(inputs);
 * ```
 */
export function exactInputs<I extends {table: (data: never, options?: never) => HTMLElement}>(inputs: I): I {
  return {
    ...inputs,
    table: (data: never, options?: never) => {
      const read = reading.get(data);
      if (!read) return inputs.table(data, options);
      const place = document.createElement("div");
      place.className = "notebook-table";
      read().then(
        (rows) => place.replaceChildren(resultTable(rows)),
        () => place.replaceChildren(inputs.table(data, options)),
      );
      return place;
    },
  };
}

// A text in which something is put in is one statement.
async function stepwise(
  sql: Sql,
  [schema, keep, read]: readonly [string, string, string],
  values: readonly unknown[],
): Promise<ArrowTable> {
  await sql([schema]);
  await sql([keep], ...values);
  return sql([read]);
}

/** Returns what a type of Arrow's is made in DuckDB before a page takes it; null where it comes right. */
function castOf(type: string): string | null {
  if (type.startsWith("Decimal")) return "DOUBLE";
  return /^(?:Time|Interval|Duration|Binary|FixedSizeBinary)/.test(type) && !type.startsWith("Timestamp")
    ? "VARCHAR"
    : null;
}

async function readRows(
  run: (text: string) => Promise<ArrowTable>,
  kept: Kept,
  names: readonly string[],
): Promise<ResultRows> {
  const words = async (text: string): Promise<(string | null)[][]> => {
    const table = await run(text);
    const columns = table.schema.fields.map((_, n) => table.getChildAt(n)!);
    return Array.from({length: table.numRows}, (_, row) =>
      columns.map((column) => {
        const cell = column.get(row);
        return cell === null ? null : String(cell);
      }),
    );
  };
  const read: ResultRows["read"] = (offset, sort = null) => words(rowsQuery(kept.name, offset, sort));
  return {...beginningOf(await words(beginningQuery(kept.name)), names), read};
}
