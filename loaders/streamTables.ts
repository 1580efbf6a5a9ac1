import {closeSync, openSync, writeSync} from "node:fs";
import path from "node:path";
import type {Article} from "../src/waybill/model/figure.js";
import {type Row, type TableName, type TableSchema, tableNames, tables} from "../src/waybill/model/tables.js";
import {replaceFolder} from "./replaceFolder.js";
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
  return replaceFolder(folder, async (next) => {
    const writers = new Map(tableNames.map((name) => [name, new TableWriter(name, next)]));
    try {
      const tabulator = new Tabulator({...options, keepTexts: false});
      for await (const article of articles) {
        const rows = tabulator.add(article);
        for (const name of ownTables)
          for (const row of rows[name]) writers.get(name)!.write(row as unknown as Row);
      }
      tabulator.finish((name, row) => writers.get(name)!.write(row));
    } finally {
      for (const writer of writers.values()) writer.close();
    }
    return Object.fromEntries([...writers].map(([name, {count}]) => [name, count])) as Record<
      TableName,
      number
    >;
  });
}

const batch = 500;

class TableWriter {
  count = 0;
  private rows: Row[] = [];
  private readonly file: number;

  constructor(
    private readonly name: TableName,
    folder: string,
  ) {
    this.file = openSync(path.join(folder, `${name}.csv`), "w");
    const {columns}: TableSchema = tables[name];
    writeSync(this.file, `${columns.map((column) => column.name).join(",")}\n`);
  }

  write(row: Row): void {
    this.rows.push(row);
    this.count++;
    if (this.rows.length >= batch) this.flush();
  }

  close(): void {
    this.flush();
    closeSync(this.file);
  }

  private flush(): void {
    if (this.rows.length > 0) writeSync(this.file, csvRows(this.name, this.rows));
    this.rows = [];
  }
}
