import {writeFileSync} from "node:fs";
import path from "node:path";
import {float64, int32, utf8} from "@uwdata/flechette";
import {from} from "arquero";
import {csvFormatRows} from "d3";
import {forExcel, harmless} from "../src/waybill/model/spreadsheet.js";
import {
  type ColumnType,
  type TableName,
  type TableRows,
  type TableSchema,
  tableNames,
  tables,
} from "../src/waybill/model/tables.js";
import {dataDictionary, dataPackage} from "./dictionary.js";
import {replaceFolder} from "./replaceFolder.js";

/** Formats of tables that are made here; Parquet is written by the database (loaders/database.ts). */
export const formats = ["csv", "json", "arrow"] as const;
export type Format = (typeof formats)[number];

type Row = Record<string, unknown>;

/** Returns the rows of a table as a file in the given format, with the columns of its schema in their order. */
export function formatTable(
  name: TableName,
  rows: TableRows[TableName],
  format: Format,
): string | Uint8Array {
  const {columns}: TableSchema = tables[name];
  const names = columns.map((column) => column.name);
  if (format === "json")
    return `${JSON.stringify(
      rows.map((row) => pick(row as unknown as Row, names)),
      null,
      1,
    )}\n`;
  if (format === "csv") return `${names.join(",")}\n${csvRows(name, rows as unknown as Row[])}`;
  const table = from(rows.length > 0 ? (rows as object[]) : [pick({}, names)]).select(names);
  const types = Object.fromEntries(columns.map((column) => [column.name, arrowType(column.type)]));
  return (rows.length > 0 ? table : table.slice(0, 0)).toArrowIPC({format: "stream", types}) as Uint8Array;
}

/**
 * Returns the files in which the site offers a table, by their names: in each
 * format, the CSV so that no spreadsheet runs a cell of it, and once more as
 * Excel opens it right.
 */
export function tableDownloads(
  name: TableName,
  rows: TableRows[TableName],
): Map<string, string | Uint8Array> {
  const textColumns = (tables[name] as TableSchema).columns.filter(({type}) => type === "VARCHAR");
  const safe = (rows as unknown as Row[]).map((row) => ({
    ...row,
    ...Object.fromEntries(textColumns.map((column) => [column.name, harmless(row[column.name])])),
  }));
  const csv = formatTable(name, safe as unknown as TableRows[TableName], "csv") as string;
  return new Map<string, string | Uint8Array>([
    [`${name}.csv`, csv],
    [`${name}-excel.csv`, forExcel(csv)],
    [`${name}.json`, formatTable(name, rows, "json")],
    [`${name}.arrow`, formatTable(name, rows, "arrow")],
  ]);
}

/** Returns rows as lines of CSV, without the line of names. */
export function csvRows(name: TableName, rows: readonly Row[]): string {
  const {columns}: TableSchema = tables[name];
  if (rows.length === 0) return "";
  const cells = rows.map((row) => columns.map((column) => row[column.name] as string));
  return `${csvFormatRows(cells)}\n`;
}

function pick(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
}

function arrowType(type: ColumnType) {
  return type === "DOUBLE" ? float64() : type === "INTEGER" ? int32() : utf8();
}

/**
 * Writes every table as CSV, the data dictionary and the data package into the
 * given folder, all or nothing: whatever stops it, the folder holds the tables
 * from before or the new ones. What else is in the folder stays.
 */
export async function writeTables(rows: TableRows, folder = "data"): Promise<void> {
  await replaceFolder(folder, (next) => {
    for (const name of tableNames)
      writeFileSync(path.join(next, `${name}.csv`), formatTable(name, rows[name], "csv"));
    writeFileSync(path.join(next, "datapackage.json"), `${JSON.stringify(dataPackage(["csv"]), null, 2)}\n`);
    writeFileSync(path.join(next, "README.md"), dataDictionary());
  });
}
