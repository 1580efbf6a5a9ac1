import {closeSync, mkdirSync, openSync, rmSync, writeSync} from "node:fs";
import type {Article} from "../src/model/figure.js";
import {type Row, type TableName, type TableSchema, tableNames, tables} from "../src/model/tables.js";
import {commitFiles, nextFile} from "./replaceFiles.js";
import {ownTables, Tabulator, type TabulatorOptions} from "./tables/Tabulator.js";
import {csvRows} from "./write.js";

/**
 * Reads articles one after the other and writes every table as CSV into the
 * given folder as it goes, so that a corpus need not fit in memory. The files
 * get their names when all are whole. Returns the number of rows of each table.
 */
export async function streamTables(
  articles: AsyncIterable<Article> | Iterable<Article>,
  folder: string,
  options: TabulatorOptions,
): Promise<Record<TableName, number>> {
  mkdirSync(folder, {recursive: true});
  const writers = new Map(tableNames.map((name) => [name, new TableWriter(name, folder)]));
  try {
    const tabulator = new Tabulator({...options, keepTexts: false});
    for await (const article of articles) {
      const rows = tabulator.add(article);
      for (const name of ownTables)
        for (const row of rows[name]) writers.get(name)!.write(row as unknown as Row);
    }
    tabulator.finish((name, row) => writers.get(name)!.write(row));
    for (const writer of writers.values()) writer.finish();
    commitFiles(
      folder,
      tableNames.map((name) => `${name}.csv`),
    );
  } finally {
    for (const writer of writers.values()) writer.close();
  }
  return Object.fromEntries([...writers].map(([name, {count}]) => [name, count])) as Record<
    TableName,
    number
  >;
}

const batch = 500;

class TableWriter {
  count = 0;
  private rows: Row[] = [];
  private file: number | null;
  private readonly next: string;

  constructor(
    private readonly name: TableName,
    folder: string,
  ) {
    this.next = nextFile(folder, `${name}.csv`);
    this.file = openSync(this.next, "w");
    const {columns}: TableSchema = tables[name];
    writeSync(this.file, `${columns.map((column) => column.name).join(",")}\n`);
  }

  write(row: Row): void {
    this.rows.push(row);
    this.count++;
    if (this.rows.length >= batch) this.flush();
  }

  finish(): void {
    this.flush();
    closeSync(this.file!);
    this.file = null;
  }

  /** Leaves nothing behind if it was stopped half way. */
  close(): void {
    if (this.file !== null) closeSync(this.file);
    rmSync(this.next, {force: true});
  }

  private flush(): void {
    if (this.rows.length > 0) writeSync(this.file!, csvRows(this.name, this.rows));
    this.rows = [];
  }
}
