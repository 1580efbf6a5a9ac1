import {existsSync} from "node:fs";
import type {Browser} from "playwright-core";
import {InputError} from "../../loaders/InputError.js";
import {launchBrowser} from "../browser/launch.js";
import {serveFolder} from "../browser/serve.js";
import {benchFilters} from "./exploreFilters.js";
import {benchSql} from "./exploreSql.js";
import {show, since} from "./measure.js";
import {onPhone} from "./phone.js";

/**
 * Prints, on the built site: from navigation to the first table that can be read
 * and to the first filter that answers, on the phone profile; from a choice to the
 * painted answer over 1,000 and 100,000 made-up figures; and answers of SQL
 * beside Framework's own block and DuckDB outside a browser. Medians, and 95th
 * percentiles.
 */
export async function benchExplore(rounds = 9): Promise<void> {
  if (!existsSync("dist/lib/explore.js"))
    throw new InputError("dist", null, "is not built (run npm run build)");
  const browser = await launchBrowser();
  try {
    await benchFirst(browser, rounds);
    for (const count of [1_000, 100_000]) await benchFilters(browser, count, rounds * 4);
    await benchSql(browser, rounds);
  } finally {
    await browser.close();
  }
}

async function benchFirst(browser: Browser, rounds: number): Promise<void> {
  const site = await serveFolder("dist");
  const times: {table: number[]; filter: number[]} = {table: [], filter: []};
  for (let round = 0; round < rounds; round++) {
    const {page} = await onPhone(browser);
    await page.goto(`${site.origin}/explore`, {waitUntil: "commit"});
    times.table.push(await since(page, ".explore-table tbody a"));
    times.filter.push(await since(page, "form.explore.is-ready"));
    await page.context().close();
  }
  site.close();
  console.log(
    `phone profile, from navigation: table in the page ${show(times.table)}, filters answer ${show(times.filter)}`,
  );
}
