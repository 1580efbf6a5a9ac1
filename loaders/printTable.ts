import type {TableName} from "../src/model/tables.js";
import {loadTables} from "./tables.js";
import {type Format, formatTable} from "./write.js";

/** Writes one table, made from the seeds, to standard output: what the stub loaders in src/data/ do. */
export function printTable(name: TableName, format: Format): void {
  process.stdout.write(formatTable(name, loadTables()[name], format));
}
