import {cpSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import type {Browser, CDPSession, Page} from "playwright-core";
import {exploreArrow} from "../../loaders/site/exploreRows.js";
import type {ExploreRow} from "../../src/waybill/page/explore/fields.js";
import {serveFolder} from "../browser/serve.js";
import {show} from "./measure.js";
import {phone} from "./phone.js";
import {seededRandom} from "./synthetic.js";

/** Milliseconds from an event to the frames that have what it asked for. */
interface Waits {
  /** The words that say how many there are, the rows in the window and the counts of the filters that are open. */
  answered: number;
  /** Every row of the table as well. */
  rows: number;
  /** And the chart, if it is open. */
  chart: number;
}

const screens = [
  ["desktop", {width: 1280, height: 900}, 1],
  ["desktop's window, phone's processor", {width: 1280, height: 900}, phone.rate],
  ["phone", {width: 360, height: 800}, phone.rate],
] as const;

/**
 * Prints how long the explorer takes from a choice of a filter, and from a letter
 * of a search, until the answer is painted, over so many made-up figures, with the
 * chart open. What an answer is, is looked up before: the page as it comes to rest.
 */
export async function benchFilters(browser: Browser, count: number, rounds: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "waybill-explore-"));
  cpSync("dist", folder, {recursive: true});
  writeFileSync(path.join(folder, "lib/explore.arrow"), exploreArrow([...syntheticRows(count)]));
  const site = await serveFolder(folder);
  try {
    for (const [name, viewport, rate] of screens) {
      const page = await (await browser.newContext({viewport})).newPage();
      // What runs in the page names its functions by a helper that is not there.
      await page.addInitScript("globalThis.__name = (named) => named");
      await page.goto(`${site.origin}/explore`);
      await page.locator("form.explore.is-ready").waitFor({timeout: 120_000});
      await openAll(page);
      const client = await page.context().newCDPSession(page);
      if (rate > 1)
        await printWork(page, client, `${count.toLocaleString("en-US")} figures, ${name}`, {rate, rounds});
      await client.send("Emulation.setCPUThrottlingRate", {rate});
      const times = await page.evaluate(timeChanges, rounds);
      for (const [what, waits] of Object.entries(times)) {
        const of = (part: keyof Waits): string => show(waits.map((wait) => wait[part]));
        console.log(
          `${count.toLocaleString("en-US")} figures, ${name}, a ${what}: answered ${of("answered")}, all rows ${of("rows")}, chart ${of("chart")}`,
        );
      }
      await page.context().close();
    }
  } finally {
    site.close();
    rmSync(folder, {recursive: true});
  }
}

/** Opens the filters and the chart, as a reader has them who follows both. */
async function openAll(page: Page): Promise<void> {
  const filters = page.locator(".explore-filters");
  if (!(await filters.evaluate((details: HTMLDetailsElement) => details.open)))
    await filters.locator("> summary").click();
  await page.locator(".explore-drawing summary").click();
  await page.locator(".explore-drawing svg").waitFor();
}

/**
 * Prints the processor time that the page's thread takes until an answer is painted, times
 * the rate of a phone: what else the machine does meanwhile is not in it.
 */
async function printWork(
  page: Page,
  client: CDPSession,
  name: string,
  {rate, rounds}: {rate: number; rounds: number},
): Promise<void> {
  await client.send("Performance.enable", {timeDomain: "threadTicks"});
  const spent = async (): Promise<number> => {
    const {metrics} = await client.send("Performance.getMetrics");
    return 1000 * metrics.find((metric) => metric.name === "TaskDuration")!.value;
  };
  for (const what of ["choice", "letter"] as const) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const before = await spent();
      await page.evaluate(changeOnce, {what, round});
      times.push(rate * ((await spent()) - before));
      await page.evaluate(() => document.querySelector<HTMLElement>(".explore-clear")!.click());
      await page.locator(".explore-table:not([aria-busy])").waitFor();
      await page.waitForTimeout(200);
    }
    console.log(`${name}, a ${what}: processor time until painted ${show(times)}`);
  }
  await client.send("Performance.disable");
}

/** In the page: makes one change, and comes back when the frame with it is painted. */
function changeOnce({what, round}: {what: "choice" | "letter"; round: number}): Promise<void> {
  if (what === "choice") {
    const boxes = document.querySelectorAll<HTMLElement>(".explore-facets details[open] input");
    boxes[(round * 7) % boxes.length].click();
  } else {
    const search = document.querySelector<HTMLInputElement>("[name=q]")!;
    search.value = "shipments".slice(0, 1 + (round % 9));
    search.dispatchEvent(new Event("input", {bubbles: true}));
  }
  return new Promise((resolve) =>
    requestAnimationFrame(() => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    }),
  );
}

/** In the page: times choices of filters and letters of a search, by turns, each from the page without any. */
async function timeChanges(rounds: number): Promise<{choice: Waits[]; letter: Waits[]}> {
  const find = <E extends HTMLElement>(selector: string): E => document.querySelector<E>(selector)!;
  const textOf = (elements: Iterable<Element>): string =>
    [...elements].map(({textContent}) => textContent).join("\n");
  const firstRows = 24;
  const mostFrames = 200;
  const pictures = {
    answered: () =>
      textOf([
        find(".explore-count"),
        ...[...find<HTMLTableSectionElement>(".explore-table tbody").rows].slice(0, firstRows),
        ...document.querySelectorAll(".explore-facets details[open], .explore-chosen"),
      ]),
    rows: () => textOf([find(".explore-table tbody")]),
    chart: () => textOf(document.querySelectorAll(".explore-drawing text, .explore-drawing p")),
  };
  type Part = keyof typeof pictures;
  const parts = Object.keys(pictures) as Part[];
  const frame = (): Promise<void> =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        // What is posted in a frame comes when it is painted.
        const {port1, port2} = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(null);
      }),
    );
  const look = (): string[] => parts.map((part) => pictures[part]());
  const rest = async (): Promise<string[]> => {
    let before = look();
    for (let same = 0; same < 12; ) {
      await frame();
      const now = look();
      same = now.join("\f") === before.join("\f") ? same + 1 : 0;
      before = now;
    }
    return before;
  };
  const clear = async (): Promise<void> => {
    find(".explore-clear").click();
    await rest();
  };
  const timed = async (act: () => void): Promise<Waits> => {
    act();
    const expected = await rest();
    await clear();
    const waits: Partial<Waits> = {};
    const from = performance.now();
    act();
    for (let frames = 0; Object.keys(waits).length < parts.length; frames++) {
      if (frames > mostFrames)
        throw new Error(`the same change gave another ${parts.find((part) => waits[part] === undefined)}`);
      await frame();
      const at = performance.now() - from;
      for (const [n, part] of parts.entries())
        if (waits[part] === undefined && pictures[part]() === expected[n]) waits[part] = at;
    }
    await clear();
    return waits as Waits;
  };
  const times: {choice: Waits[]; letter: Waits[]} = {choice: [], letter: []};
  const word = "shipments";
  for (let round = 0; round < rounds; round++) {
    times.choice.push(
      await timed(() => {
        // Asked for anew: what stood there may not be in the page any more.
        const boxes = document.querySelectorAll<HTMLElement>(".explore-facets details[open] input");
        boxes[(round * 7) % boxes.length].click();
      }),
    );
    times.letter.push(
      await timed(() => {
        const search = find<HTMLInputElement>("[name=q]");
        search.value = word.slice(0, 1 + (round % word.length));
        search.dispatchEvent(new Event("input", {bubbles: true}));
      }),
    );
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
