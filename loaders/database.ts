import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {createTable, type TableName, type TableRows, type TableSchema, tables} from "../src/model/tables.js";

/** A DuckDB in memory that holds the tables. Close it when done. */
export interface Database {
  /** Returns the rows of a query, as objects with plain numbers and strings. */
  query: <Row>(sql: string) => Promise<Row[]>;
  close: () => void;
}

/** Returns a database with the given rows, under the keys and checks of the schema; throws if they break one. */
export async function openDatabase(rows: TableRows): Promise<Database> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  for (const name of Object.keys(tables) as TableName[]) {
    await connection.run(createTable(name));
    await append(connection, name, rows[name] as unknown as Record<string, unknown>[]);
  }
  return {
    async query<Row>(sql: string): Promise<Row[]> {
      const reader = await connection.runAndReadAll(sql);
      return reader.getRowObjectsJS().map(plain) as Row[];
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
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
