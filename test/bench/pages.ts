import {existsSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import type {Browser} from "playwright-core";
import {InputError} from "../../loaders/InputError.js";
import {launchBrowser} from "../browser/launch.js";
import {serveFolder} from "../browser/serve.js";
import {buildPeer} from "./peerPage.js";
import {onPhone} from "./phone.js";

/** What a page costs its reader; times in milliseconds from navigation. */
interface Cost {
  bytes: number;
  requests: number;
  firstPaint: number;
  /** When the last chart was painted for a reader who went there as soon as all were in the page. */
  lastChart: number;
  /** What tasks after the first paint took past 50 ms each. */
  blocking: number;
  shift: number;
}

/** What the page keeps for us. */
interface Kept {
  tasks: {start: number; end: number}[];
  shift: number;
  lastChart: number | null;
}

const sides = [
  {name: "Waybill", selector: "figure.chart .drawing > svg"},
  {name: "Plot in the page", selector: 'main svg[class^="plot-"]'},
] as const;

/**
 * Prints what the built home costs a reader on the phone profile beside the same
 * charts drawn in the page by Plot, by turns, each from an empty cache; medians.
 */
export async function benchPages(rounds = 9): Promise<void> {
  if (!existsSync("dist/index.html")) throw new InputError("dist", null, "is not built (run npm run build)");
  const folder = mkdtempSync(path.join(tmpdir(), "waybill-peer-"));
  const charts = [...readFileSync("dist/index.html", "utf8").matchAll(/ data-chart="([^"]+)"/g)].map(
    ([, id]) => id,
  );
  console.log(`building the peer page of ${charts.length} charts …`);
  const browser = await launchBrowser();
  try {
    const sites = [
      await serveFolder("dist", {compress: true}),
      await serveFolder(buildPeer(folder, charts), {compress: true}),
    ];
    const costs: Cost[][] = [[], []];
    // The first of each only warms the disk and the compression up.
    for (let round = -1; round < rounds; round++)
      for (const [i, {selector}] of sides.entries()) {
        const cost = await visit(browser, `${sites[i].origin}/`, selector, charts.length);
        if (round >= 0) costs[i].push(cost);
      }
    for (const site of sites) site.close();
    report(costs, rounds);
  } finally {
    await browser.close();
    rmSync(folder, {recursive: true, force: true});
  }
}

async function visit(browser: Browser, address: string, selector: string, count: number): Promise<Cost> {
  const {page, client} = await onPhone(browser);
  let [bytes, requests] = [0, 0];
  client.on("Network.loadingFinished", ({encodedDataLength}) => {
    bytes += encodedDataLength;
    requests++;
  });
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  // What runs in the page names its functions by a helper that is not there.
  await page.addInitScript("globalThis.__name = (named) => named");
  await page.addInitScript(keep, {selector, count});
  await page.goto(address, {waitUntil: "commit"});
  await page.waitForFunction(
    () => (globalThis as unknown as {kept: Kept}).kept.lastChart !== null,
    undefined,
    {
      timeout: 120_000,
    },
  );
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(500);
  const {kept, firstPaint} = await page.evaluate(() => ({
    kept: (globalThis as unknown as {kept: Kept}).kept,
    firstPaint: performance.getEntriesByName("first-contentful-paint")[0].startTime,
  }));
  await page.context().close();
  if (problems.length > 0) throw new Error(`${address}: ${problems[0]}`);
  const late = kept.tasks.map(({start, end}) => end - Math.max(start, firstPaint) - 50);
  return {
    bytes,
    requests,
    firstPaint,
    lastChart: kept.lastChart!,
    blocking: late.reduce((sum, over) => sum + Math.max(0, over), 0),
    shift: kept.shift,
  };
}

/** Runs in the page before its own scripts. */
function keep({selector, count}: {selector: string; count: number}): void {
  const kept: Kept = {tasks: [], shift: 0, lastChart: null};
  Object.assign(globalThis, {kept});
  const observe = (type: string, take: (entry: PerformanceEntry) => void): void =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({type, buffered: true});
  observe("longtask", ({startTime, duration}) =>
    kept.tasks.push({start: startTime, end: startTime + duration}),
  );
  observe("layout-shift", (entry) => {
    kept.shift += (entry as unknown as {value: number}).value;
  });
  const look = (): void => {
    const shown = [...document.querySelectorAll(selector)].filter((svg) => svg.checkVisibility());
    if (shown.length < count) {
      requestAnimationFrame(look);
      return;
    }
    // A browser may leave what is far from the screen for later: the last chart counts where it is
    // seen. The frame after this one finds that it is near, the next has it.
    shown[count - 1].scrollIntoView({behavior: "instant"});
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        // A message that is sent before a frame is painted arrives after it.
        const {port1, port2} = new MessageChannel();
        port1.onmessage = () => {
          kept.lastChart = performance.now();
        };
        port2.postMessage(null);
      }),
    );
  };
  requestAnimationFrame(look);
}

function report(costs: readonly Cost[][], rounds: number): void {
  console.log(`phone profile, medians of ${rounds} by turns, from an empty cache\n`);
  const columns: [head: string, of: (cost: Cost) => number, digits: number][] = [
    ["kB sent", ({bytes}) => bytes / 1000, 1],
    ["requests", ({requests}) => requests, 0],
    ["first paint, ms", ({firstPaint}) => firstPaint, 0],
    ["last chart, ms", ({lastChart}) => lastChart, 0],
    ["blocking, ms", ({blocking}) => blocking, 0],
    ["shift", ({shift}) => shift, 3],
  ];
  const [widest] = sides.map(({name}) => name.length).sort((a, b) => b - a);
  console.log(["".padEnd(widest), ...columns.map(([head]) => head)].join("  "));
  for (const [i, {name}] of sides.entries())
    console.log(
      [
        name.padEnd(widest),
        ...columns.map(([head, of, digits]) =>
          median(costs[i].map(of)).toFixed(digits).padStart(head.length),
        ),
      ].join("  "),
    );
  const [ours, theirs] = costs.map((side) => median(side.map(({lastChart}) => lastChart)));
  console.log(`\nlast chart: ${(ours / theirs).toFixed(2)} of Plot's time`);
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
