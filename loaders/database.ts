import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {sqlString} from "../src/waybill/model/escape.js";
import {
  createTable,
  referencesOf,
  type TableName,
  type TableRows,
  type TableSchema,
  tableNames,
  tables,
} from "../src/waybill/model/tables.js";

/** A DuckDB in memory that holds the tables. Close it when done. */
export interface Database {
  /** Returns the rows of a query, as objects with plain numbers and strings. */
  query: <Row>(sql: string) => Promise<Row[]>;
  /** Writes a table to a Parquet file, with its rows in their order. */
  writeParquet: (name: TableName, file: string) => Promise<void>;
  close: () => void;
}

/**
 * Returns a database with the given rows, under the keys, foreign keys and
 * checks of the schema; throws an Error that names table and value if they break
 * one. Given the queries that it is \`for\`, it has the rows that these read, and
 * checks nothing: that is most of the time it takes.
 */
export async function openDatabase(
  rows: TableRows,
  {for: queries}: {for?: readonly string[] | undefined} = {},
): Promise<Database> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  for (const name of tableNames) {
    await connection.run(createTable(name, {checked: queries === undefined}));
    const isRead = new RegExp(`\\b${name}\\b`, "i");
    if (queries === undefined || queries.some((sql) => isRead.test(sql)))
      await append(connection, name, rows[name] as unknown as Record<string, unknown>[]);
  }
  if (queries === undefined) for (const name of tableNames) await checkLists(connection, name);
  return {
    async query<Row>(sql: string): Promise<Row[]> {
      const reader = await connection.runAndReadAll(sql);
      return reader.getRowObjectsJS().map(plain) as Row[];
    },
    async writeParquet(name, file) {
      await connection.run(`COPY "${name}" TO ${sqlString(file)} (FORMAT parquet, COMPRESSION zstd)`);
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

// A list of ids in one cell is nothing that SQL has a foreign key for.
async function checkLists(connection: DuckDBConnection, name: TableName): Promise<void> {
  for (const {name: column, refersTo, list} of referencesOf(name)) {
    if (!list) continue;
    const {key}: TableSchema = tables[refersTo as TableName];
    const reader = await connection.runAndReadAll(
      `SELECT id FROM (SELECT unnest(string_split("${column}", ' ')) AS id FROM "${name}" WHERE "${column}" IS NOT NULL)
       WHERE id NOT IN (SELECT "${key}" FROM "${refersTo}") LIMIT 1`,
    );
    const [broken] = reader.getRowObjectsJS();
    if (broken) throw new Error(`${name}.${column}: no such row in ${refersTo}: ${broken.id}`);
  }
}

async function append(connection: DuckDBConnection, name: TableName, rows: Record<string, unknown>[]) {
  const {columns}: TableSchema = tables[name];
  const appender = await connection.createAppender(name);
  for (const row of rows) {
    for (const {name: column, type} of columns) {
      const value = row[column];
      if (value === null || value === undefined) appender.appendNull();
      else if (type === "DOUBLE") appender.appendDouble(Number(value));
      else if (type === "INTEGER") appender.appendInteger(Number(value));
      else appender.appendVarchar(String(value));
    }
    appender.endRow();
  }
  appender.closeSync();
}

function plain(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, typeof value === "bigint" ? Number(value) : value]),
  );
}
