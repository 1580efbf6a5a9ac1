import {copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync} from "node:fs";
import path from "node:path";
import {float64, int32, utf8} from "@uwdata/flechette";
import {from} from "arquero";
import {
  type ColumnType,
  type TableName,
  type TableRows,
  type TableSchema,
  tables,
} from "../src/model/tables.js";

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
  const table = from(rows.length > 0 ? (rows as object[]) : [pick({}, names)]).select(names);
  if (format === "csv") return `${rows.length > 0 ? table.toCSV().trimEnd() : names.join(",")}\n`;
  const types = Object.fromEntries(columns.map((column) => [column.name, arrowType(column.type)]));
  return (rows.length > 0 ? table : table.slice(0, 0)).toArrowIPC({format: "stream", types}) as Uint8Array;
}

function pick(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
}

function arrowType(type: ColumnType) {
  return type === "DOUBLE" ? float64() : type === "INTEGER" ? int32() : utf8();
}

/**
 * Writes every table as CSV, and the data dictionary, into the given folder.
 * All is written beside its place first and then renamed; if a file cannot be
 * written or put in its place, those already renamed are put back. Returns the
 * names of the files.
 */
export function writeTables(rows: TableRows, folder = "data", {rename = renameSync} = {}): string[] {
  const files = new Map<string, string>();
  for (const name of Object.keys(tables) as TableName[])
    files.set(`${name}.csv`, formatTable(name, rows[name], "csv") as string);
  files.set("README.md", dataDictionary());
  mkdirSync(folder, {recursive: true});
  const steps = [...files].map(([name, text]) => ({
    text,
    target: path.join(folder, name),
    next: path.join(folder, `.${name}.${process.pid}.tmp`),
    previous: path.join(folder, `.${name}.${process.pid}.old.tmp`),
  }));
  const renamed: typeof steps = [];
  try {
    for (const {next, text} of steps) writeFileSync(next, text);
    for (const {target, previous} of steps) if (existsSync(target)) copyFileSync(target, previous);
    for (const step of steps) {
      rename(step.next, step.target);
      renamed.push(step);
    }
  } catch (error) {
    for (const {target, previous} of renamed) {
      if (existsSync(previous)) renameSync(previous, target);
      else rmSync(target, {force: true});
    }
    throw error;
  } finally {
    for (const {next, previous} of steps) {
      rmSync(next, {force: true});
      rmSync(previous, {force: true});
    }
  }
  return [...files.keys()];
}

/** Returns the data dictionary in Markdown, made from the schema. */
export function dataDictionary(): string {
  const parts = [
    "# Data dictionary",
    "",
    "Made from `src/model/tables.ts` by `npm run data`; do not edit. An empty cell means that the article does not say.",
    "Positions are half-open ranges of UTF-16 units in the article's text.",
  ];
  for (const [name, {about, key, columns}] of Object.entries(tables as Record<string, TableSchema>)) {
    parts.push("", `## ${name}`, "", `${about} Key: \`${key}\`. File: \`${name}.csv\`.`, "");
    parts.push("| column | type | meaning | values | example |", "|---|---|---|---|---|");
    for (const {name: column, type, about: meaning, values, example, required} of columns)
      parts.push(
        `| ${column} | ${type}${required ? ", never empty" : ""} | ${meaning} | ${(values ?? []).join(", ")} | ${example} |`,
      );
  }
  return `${parts.join("\n")}\n`;
}
