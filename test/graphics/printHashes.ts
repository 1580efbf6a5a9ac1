/** Prints the hash of every file of some charts and of every table, by name. */
import {createHash} from "node:crypto";
import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {openDatabase} from "../../loaders/database.js";
import {prepareChart} from "../../loaders/graphics/chartFiles.js";
import {tablesAbout} from "../../loaders/scope.js";
import {queryCharts} from "../../loaders/site/queryCharts.js";
import {statementsOf} from "../../loaders/site/statements.js";
import {loadTables} from "../../loaders/tables.js";
import {tableDownloads} from "../../loaders/write.js";
import {tableNames} from "../../src/waybill/model/tables.js";

const tables = loadTables();
const statements = statementsOf(tables);
const database = await openDatabase(tables);
const folder = mkdtempSync(path.join(tmpdir(), "waybill-hashes-"));
const hashes: Record<string, string> = {};
const add = (name: string, content: string | Uint8Array): void => {
  hashes[name] = createHash("sha256").update(content).digest("hex");
};
for (const name of tableNames) {
  for (const [file, content] of tableDownloads(name, tables[name])) add(file, content);
  await database.writeParquet(name, path.join(folder, name));
  add(`${name}.parquet`, readFileSync(path.join(folder, name)));
}
for (const {chart, rows} of await queryCharts((tag) => tablesAbout(tables, tag)))
  if (process.argv.includes(chart.id)) {
    const {make} = await prepareChart({chart, rows, tables, statements, site: ""});
    for (const [name, content] of await make()) add(name, content);
  }
database.close();
rmSync(folder, {recursive: true});
console.log(JSON.stringify(hashes));
