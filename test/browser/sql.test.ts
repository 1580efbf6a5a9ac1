import {readdirSync} from "node:fs";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {queryCharts} from "../../loaders/site/queryCharts.js";
import {loadTables} from "../../loaders/tables.js";
import {charts} from "../../src/charts/index.js";
import {tableNames} from "../../src/waybill/model/tables.js";
import {launchBrowser} from "./launch.js";
import {serveFolder} from "./serve.js";

type Cells = Record<string, unknown>;

let browser: Browser;
let site: {origin: string; close: () => void};
let page: Page;
// The browser's tables are those of all articles.
const tables = loadTables();
const native = new Map((await queryCharts(() => tables)).map(({chart, rows}) => [chart.id, rows] as const));

const [client] = readdirSync("dist/_observablehq/stdlib").filter((name) => /^duckdb\..*\.js$/.test(name));

/** Runs SQL in the DuckDB of a page of the built site; returns its rows as they come, and what it complains of. */
function queryInBrowser(sql: string): Promise<{rows: Cells[]; problem: string | null}> {
  // As a string, so that no build step rewrites the import.
  return page.evaluate(`(async () => {
    const {getDefaultClient} = await import("/_observablehq/stdlib/${client}");
    try {
      const result = await (await getDefaultClient()).query(${JSON.stringify(sql)});
      const rows = Array.from(result, (row) => row.toJSON()).map((row) => Object.fromEntries(
        Object.entries(row).map(([column, value]) => [column, typeof value === "bigint" ? Number(value) : value]),
      ));
      return {rows, problem: null};
    } catch (error) {
      return {rows: [], problem: String(error.message)};
    }
  })()`);
}

beforeAll(async () => {
  browser = await launchBrowser();
  site = await serveFolder("dist");
  page = await browser.newPage();
  await page.goto(`${site.origin}/explore`);
  await page.waitForSelector("table td");
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

describe("DuckDB in the browser", () => {
  it("holds every table", async () => {
    const {rows} = await queryInBrowser("SELECT table_name FROM information_schema.tables ORDER BY 1");
    expect(rows.map(({table_name}) => table_name)).toEqual([...tableNames].sort());
  });

  it.each(charts.map((chart) => [chart.id, chart.query]))(
    "%s: the same SQL gives the same rows in the same order as at build",
    async (id, query) => {
      const {rows, problem} = await queryInBrowser(query);
      expect(problem).toBeNull();
      expect(rows.length).toBeGreaterThan(0);
      expect(rows).toEqual(native.get(id));
    },
  );
});
