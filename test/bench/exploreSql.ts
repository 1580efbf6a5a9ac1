import {cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {dictionary, float64, utf8} from "@uwdata/flechette";
import {table} from "arquero";
import {buildSync} from "esbuild";
import type {Browser} from "playwright-core";
import {serveFolder} from "../browser/serve.js";
import {show, since} from "./measure.js";
import {buildProject} from "./peerPage.js";

const kinds = ["money", "count", "percent", "mass"] as const;
const sql = "SELECT kind, count(*) AS n, sum(value) AS total FROM figures GROUP BY kind ORDER BY kind";

/** Milliseconds until the first answer, and until the next. */
type Waits = [first: number, again: number];

/**
 * Prints how long one query takes over 10,000 and 1,000,000 rows, from
 * navigation to its answer, and asked once more: in the explorer, in a ```sql
 * block as our pages have it and a stock one of Framework over the same Arrow file, and in
 * DuckDB outside a browser over a Parquet file, from opening it; by turns.
 */
export async function benchSql(browser: Browser, rounds: number): Promise<void> {
  for (const count of [10_000, 1_000_000]) {
    const folder = mkdtempSync(path.join(tmpdir(), "waybill-sql-"));
    const ours = await serveFolder(explorerOver(folder, count));
    const stock = await serveFolder(stockOver(folder, count));
    const parquet = await parquetOver(folder, count);
    const sides: [name: string, ask: () => Promise<Waits>, waits: Waits[]][] = [
      ["the explorer", () => askExplorer(browser, ours.origin), []],
      ["a block of ours", () => askBlock(browser, `${stock.origin}/exact`), []],
      ["Framework's block", () => askBlock(browser, `${stock.origin}/`), []],
      ["DuckDB outside a browser", () => askNative(parquet), []],
    ];
    try {
      for (let round = 0; round < rounds; round++)
        for (const [, ask, waits] of sides) waits.push(await ask());
    } finally {
      ours.close();
      stock.close();
      rmSync(folder, {recursive: true});
    }
    for (const [name, , waits] of sides)
      console.log(
        `SQL over ${count.toLocaleString("en-US")} rows, ${name}: first ${show(waits.map(([first]) => first))}, again ${show(waits.map(([, again]) => again))}`,
      );
  }
}

async function askExplorer(browser: Browser, origin: string): Promise<Waits> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${origin}/explore.html?sql=${encodeURIComponent(sql)}`, {waitUntil: "commit"});
  const first = await since(page, ".sql-results td");
  await page.getByRole("button", {name: "Run"}).click();
  await page.getByText(/^Done, /).waitFor();
  const words = (await page.locator(".sql-status").textContent())!;
  await page.context().close();
  return [first, 1000 * Number(/[\d.]+/.exec(words)![0])];
}

async function askBlock(browser: Browser, address: string): Promise<Waits> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(address, {waitUntil: "commit"});
  const first = await since(page, "main tbody td");
  const again = await page.evaluate(async () => {
    const start = performance.now();
    await (globalThis as unknown as {ask: () => Promise<unknown>}).ask();
    return performance.now() - start;
  });
  await page.context().close();
  return [first, again];
}

async function askNative(file: string): Promise<Waits> {
  const start = performance.now();
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`CREATE VIEW figures AS FROM '${file}'`);
  await connection.runAndReadAll(sql);
  const answered = performance.now();
  await connection.runAndReadAll(sql);
  const again = performance.now() - answered;
  connection.closeSync();
  instance.closeSync();
  return [answered - start, again];
}

/** Returns a copy of the built site whose table of figures has so many rows. */
function explorerOver(folder: string, count: number): string {
  const site = path.join(folder, "site");
  cpSync("dist", site, {recursive: true});
  writeFileSync(path.join(site, "data/figures.arrow"), arrowOf(count));
  return site;
}

/** Builds a project of Framework's with two pages: the query in a block, and a function that asks it again; as it comes, and with what our pages put before it. */
function stockOver(folder: string, count: number): string {
  const project = path.join(folder, "stock");
  mkdirSync(path.join(project, "src"), {recursive: true});
  writeFileSync(path.join(project, "src/figures.arrow"), arrowOf(count));
  buildSync({
    entryPoints: ["src/waybill/notebook.ts"],
    outfile: path.join(project, "src/notebook.js"),
    bundle: true,
    format: "esm",
  });
  const page = [
    ...["---", "sql:", "  figures: ./figures.arrow", "---", ""],
    ...["```sql", sql, "```", ""],
    ...["```js", `globalThis.ask = () => sql([${JSON.stringify(sql)}]);`, "```", ""],
  ];
  // As loaders/site/markdown.ts writes it.
  const exact = [
    "```js",
    'import {sql as duckdb} from "npm:@observablehq/duckdb";',
    'import * as inputs from "npm:@observablehq/inputs";',
    'import {exactInputs, exactSql} from "./notebook.js";',
    ...["const sql = exactSql(duckdb);", "const Inputs = exactInputs(inputs);", "```", ""],
  ];
  writeFileSync(path.join(project, "src/index.md"), page.join("\n"));
  writeFileSync(path.join(project, "src/exact.md"), [...page, ...exact].join("\n"));
  return buildProject(project);
}

async function parquetOver(folder: string, count: number): Promise<string> {
  const file = path.join(folder, "figures.parquet");
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const kind = `[${kinds.map((name) => `'${name}'`).join(", ")}][1 + n % 4]`;
  await connection.run(
    `COPY (SELECT ${kind} AS kind, ((n * 7919) % 10007)::DOUBLE AS value FROM range(${count}) AS t(n)) TO '${file}' (FORMAT parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
  return file;
}

function arrowOf(count: number): Uint8Array {
  const numbers = Array.from({length: count}, (_, n) => n);
  const rows = table({
    kind: numbers.map((n) => kinds[n % 4]),
    value: numbers.map((n) => (n * 7919) % 10007),
  });
  const types = {kind: dictionary(utf8()), value: float64()};
  return rows.toArrowIPC({format: "stream", types}) as Uint8Array;
}
