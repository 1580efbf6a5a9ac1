import {existsSync} from "node:fs";
import {build} from "esbuild";
import type {Locator, Page} from "playwright-core";
import {InputError} from "../../loaders/InputError.js";
import {launchBrowser} from "../browser/launch.js";
import {serveFolder} from "../browser/serve.js";
import {charts} from "../charts/everyChart.js";
import type {Measured} from "./tipsPage.js";

/** Ours, Plot's, and the same links as ours without any script: what the browser itself does for a pointer on a link. */
const sides = ["ours", "plot", "link"] as const;
type Side = (typeof sides)[number];
type Way = "mouse" | "touch";

const [{id: chart}] = charts;
const pages = [`/charts/${chart}`, "/"];

/** Frames as a screen shows them, and frames as fast as they are ready: there the work shows that a screen's rhythm hides. */
const rhythms = [
  {name: "60 frames a second", args: []},
  {name: "frames when ready", args: ["--disable-frame-rate-limit", "--disable-gpu-vsync"]},
] as const;

/**
 * Prints the time from a pointer's event on a mark to the painted frame with
 * its tooltip, for this site's script and for Plot's own tip on a chart with as
 * many marks and the same words, by turns in one page; medians.
 */
export async function benchTips(rounds = 30): Promise<void> {
  if (!existsSync("dist/lib/interact.js"))
    throw new InputError("dist", null, "is not built (run npm run build)");
  const script = await bundleScript();
  const site = await serveFolder("dist");
  console.log(`pointer to painted tooltip, in ms: median (90th percentile) of ${rounds} by turns\n`);
  try {
    for (const {name, args} of rhythms) {
      const browser = await launchBrowser(args);
      try {
        for (const address of pages) {
          const context = await browser.newContext({viewport: {width: 1280, height: 2400}, hasTouch: true});
          const page = await context.newPage();
          await page.goto(site.origin + address, {waitUntil: "networkidle"});
          const marks = await prepare(page, script);
          for (const way of ["mouse", "touch"] as const) {
            const times = await measure(page, marks, way, rounds);
            const ratio = median(times.plot) / median(times.ours);
            console.log(
              `${name}, ${address}, ${way}: Waybill ${show(times.ours)}, Plot ${show(times.plot)}, Plot ÷ Waybill ${ratio.toFixed(2)}; a link alone ${show(times.link)}`,
            );
          }
          await context.close();
        }
      } finally {
        await browser.close();
      }
    }
  } finally {
    site.close();
  }
}

async function bundleScript(): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: ["test/bench/tipsPage.ts"],
    bundle: true,
    minify: true,
    format: "iife",
    write: false,
  });
  return outputFiles[0].text;
}

/** Draws Plot's chart before ours, with a copy of our links, and returns the marks of all. */
async function prepare(page: Page, script: string): Promise<Record<Side, Locator>> {
  await page.addScriptTag({content: script});
  await page.evaluate((id) => (globalThis as unknown as Measured).drawPlot(id), chart);
  return {
    ours: page.locator(`#chart-${chart} .drawing-960 a[data-row]`),
    plot: page.locator("#plot circle"),
    link: page.locator("#links a"),
  };
}

async function measure(
  page: Page,
  marks: Record<Side, Locator>,
  way: Way,
  rounds: number,
): Promise<Record<Side, number[]>> {
  const times: Record<Side, number[]> = {ours: [], plot: [], link: []};
  const points = {
    ours: await pointsOn(marks.ours),
    plot: await pointsOn(marks.plot),
    link: await pointsOn(marks.link),
  };
  const client = await page.context().newCDPSession(page);
  const finger = (type: "touchStart" | "touchEnd", touchPoints: {x: number; y: number}[]): Promise<unknown> =>
    client.send("Input.dispatchTouchEvent", {type, touchPoints});
  // The first ones warm the code up.
  for (let i = -5; i < rounds; i++)
    for (const side of sides) {
      const {x, y} = points[side][(i + 5) % points[side].length];
      await page.evaluate(() => (globalThis as unknown as Measured).arm());
      await page.waitForTimeout(60);
      if (way === "mouse") await page.mouse.move(x, y);
      else await finger("touchStart", [{x, y}]);
      const {milliseconds, shown} = await page.evaluate(() => (globalThis as unknown as Measured).sample);
      if (!shown && side !== "link") throw new Error(`no tooltip: ${side}, ${way}, mark at ${x}, ${y}`);
      if (i >= 0) times[side].push(milliseconds);
      if (way === "mouse") await page.mouse.move(2, 2);
      else {
        // A finger stays for a while; one that leaves the links alone follows none.
        await page.waitForTimeout(60);
        if (side === "link")
          await client.send("Input.dispatchTouchEvent", {type: "touchCancel", touchPoints: []});
        else await finger("touchEnd", []);
        await page.touchscreen.tap(2, 2);
      }
      await page.waitForTimeout(60);
    }
  await client.detach();
  return times;
}

/** Returns for each mark in view a point where it is on top. */
async function pointsOn(marks: Locator): Promise<{x: number; y: number}[]> {
  const points = await marks.evaluateAll((elements) =>
    elements.map((element) => {
      const shape = element.querySelector("path") ?? element;
      const {x, y, width, height} = shape.getBoundingClientRect();
      const at = {x: x + width / 2, y: y + height / 2};
      const hit = document.elementFromPoint(at.x, at.y);
      return hit && element.contains(hit) ? at : null;
    }),
  );
  return points.filter((point) => point !== null);
}

const sorted = (values: number[]): number[] => [...values].sort((a, b) => a - b);
const median = (values: number[]): number => sorted(values)[Math.floor(values.length / 2)];
const show = (values: number[]): string =>
  `${median(values).toFixed(1)} (${sorted(values)[Math.floor(values.length * 0.9)].toFixed(1)})`;
