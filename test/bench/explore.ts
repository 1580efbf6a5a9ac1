import {cpSync, existsSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import type {Browser} from "playwright-core";
import {InputError} from "../../loaders/InputError.js";
import {exploreArrow} from "../../loaders/site/exploreRows.js";
import type {ExploreRow} from "../../src/waybill/page/explore/fields.js";
import {launchBrowser} from "../browser/launch.js";
import {serveFolder} from "../browser/serve.js";
import {benchSql} from "./exploreSql.js";
import {show, since} from "./measure.js";
import {onPhone, phone} from "./phone.js";
import {seededRandom} from "./synthetic.js";

/**
 * Prints, on the built site: from navigation to the first table that can be read
 * and to the first filter that answers, on the phone profile; from a choice to
 * the changed table over 1,000 and 100,000 made-up figures; and answers of SQL
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

async function benchFilters(browser: Browser, count: number, rounds: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "waybill-explore-"));
  cpSync("dist", folder, {recursive: true});
  writeFileSync(path.join(folder, "lib/explore.arrow"), exploreArrow([...syntheticRows(count)]));
  const site = await serveFolder(folder);
  try {
    for (const [name, rate] of [
      ["desktop", 1],
      ["phone's processor", phone.rate],
    ] as const) {
      const page = await (await browser.newContext({viewport: {width: 1280, height: 900}})).newPage();
      // What runs in the page names its functions by a helper that is not there.
      await page.addInitScript("globalThis.__name = (named) => named");
      await page.goto(`${site.origin}/explore`);
      await page.locator("form.explore.is-ready").waitFor({timeout: 120_000});
      const client = await page.context().newCDPSession(page);
      await client.send("Emulation.setCPUThrottlingRate", {rate});
      const times = await page.evaluate(timeChoices, rounds);
      console.log(
        `${count.toLocaleString("en-US")} figures, ${name}: a choice ${show(times.choice)}, a letter of a search ${show(times.letter)}`,
      );
      await page.context().close();
    }
  } finally {
    site.close();
    rmSync(folder, {recursive: true});
  }
}

/** In the page: from an event to the changed table, for choices of filters and for letters of a search, by turns. */
function timeChoices(rounds: number): {choice: number[]; letter: number[]} {
  const search = document.querySelector<HTMLInputElement>("[name=q]")!;
  const times: {choice: number[]; letter: number[]} = {choice: [], letter: []};
  const timed = (act: () => void): number => {
    const from = performance.now();
    act();
    // What is shown is also laid out.
    document.body.getBoundingClientRect();
    return performance.now() - from;
  };
  const word = "shipments";
  for (let round = 0; round < rounds; round++) {
    const boxes = document.querySelectorAll<HTMLInputElement>(".explore-facets input");
    const box = boxes[(round * 7) % boxes.length];
    times.choice.push(timed(() => box.click()));
    times.letter.push(
      timed(() => {
        search.value = word.slice(0, 1 + (round % word.length));
        search.dispatchEvent(new Event("input", {bubbles: true}));
      }),
    );
    document.querySelector<HTMLElement>(".explore-clear")!.click();
  }
  return times;
}

function* syntheticRows(count: number): Generator<ExploreRow> {
  const random = seededRandom(1);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)];
  const parties = Array.from({length: 400}, (_, n) => `Party ${n}`);
  const countries = Array.from({length: 60}, (_, n) => `Country ${n}`);
  const goods = Array.from({length: 80}, (_, n) => `goods ${n}`);
  for (let n = 0; n < count; n++) {
    const [from, to, origin, destination, thing] = [
      pick(parties),
      pick(parties),
      pick(countries),
      pick(countries),
      pick(goods),
    ];
    const value = Math.ceil(random() ** 3 * 1e7);
    const year = 2015 + Math.floor(random() * 10);
    const reports = random() < 0.2 ? 2 : 1;
    yield {
      figure_id: `f-${n}`,
      article_id: `a-${n >> 3}`,
      fact: n,
      exact: `$${value}`,
      sentence: `${from} sold ${thing} worth $${value} to ${to} in ${year}, in ${n % 90} shipments, papers show.`,
      words_by: "our note on a report by a paper",
      thing,
      value,
      unit: "USD",
      kind: pick(["money", "count", "percent", "mass"]),
      hedge: pick([null, null, "more_than", "about"]),
      change: null,
      state: pick(["delivered", "ordered", "contracted", null]),
      from,
      to,
      via: null,
      holder: null,
      when: String(year),
      start: `${year}-01-01`,
      said_by: pick([null, "papers", "ministry"]),
      publisher: `Paper ${n % 50}`,
      reports,
      origins: 1,
      party: `${from}\n${to}`,
      goods: thing,
      country: `${origin}\n${destination}`,
      year: String(year),
      told: reports > 1 ? "2 reports" : "1 report",
    };
  }
}
