import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {loadTables} from "../../loaders/tables.js";
import {charts} from "../charts/everyChart.js";
import {browser, site} from "./openSite.js";

interface Visit {
  width?: number;
  javaScript?: boolean;
}

/** Opens a page and returns it with its console errors and the hosts it asked for something. */
async function visit(path: string, {width = 1280, javaScript = true}: Visit = {}) {
  const context = await browser.newContext({viewport: {width, height: 900}, javaScriptEnabled: javaScript});
  const page = await context.newPage();
  const problems: string[] = [];
  const foreign: string[] = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on(
    "response",
    (response) => response.status() >= 400 && problems.push(`${response.status()} ${response.url()}`),
  );
  await context.route("**", (route) => {
    const url = route.request().url();
    if (url.startsWith(site.origin) || url.startsWith("data:") || url.startsWith("blob:"))
      return route.continue();
    foreign.push(url);
    return route.abort();
  });
  await page.goto(site.origin + path, {waitUntil: "networkidle"});
  return {page, problems, foreign, close: () => context.close()};
}

const paths = [
  "/",
  "/sources/",
  "/explore",
  "/check",
  "/docs/",
  "/docs/gallery",
  "/data/",
  "/data/figures",
  "/claims/",
  "/method",
  "/search",
  "/404",
  ...loadTables().articles.map(({article_id}) => `/sources/${article_id}`),
];

const [{id: first}] = charts;

describe("in a real browser", () => {
  it.each(paths)("%s opens without an error or a request to another host", async (path) => {
    const {page, problems, foreign, close} = await visit(path);
    if (path === "/explore") await page.locator("form.explore.is-ready").waitFor();
    expect(await page.locator(".observablehq--error").count()).toBe(0);
    expect({problems, foreign}).toEqual({problems: [], foreign: []});
    await close();
  });

  for (const width of [360, 768, 1280])
    for (const javaScript of [true, false])
      it(`/ shows the charts at ${width} px, script ${javaScript ? "on" : "off"}, one drawing each, nothing too wide`, async () => {
        const {page, problems, close} = await visit("/", {width, javaScript});
        for (const {id} of charts) {
          const drawings = page.locator(`#chart-${id} .drawing svg`);
          const visible = [];
          for (const svg of await drawings.all())
            if (await svg.isVisible()) visible.push(await svg.boundingBox());
          expect(visible, id).toHaveLength(1);
          expect(visible[0]!.width).toBeGreaterThan(Math.min(width, 640) * 0.75);
          expect(visible[0]!.height).toBeGreaterThan(60);
          expect(visible[0]!.x + visible[0]!.width).toBeLessThanOrEqual(width);
        }
        if (javaScript) {
          const [page_, screen] = await page.evaluate(() => [
            document.documentElement.scrollWidth,
            innerWidth,
          ]);
          expect(page_).toBeLessThanOrEqual(screen);
        }
        expect(problems).toEqual([]);
        await close();
      });

  it("a mark leads to its sentence without a script, and the sentence is in view and marked", async () => {
    const {page, close} = await visit("/", {javaScript: false});
    const {rows} = JSON.parse(readFileSync(`dist/graphics/${first}.json`, "utf8"));
    await page.locator(`#chart-${first} svg:visible a[data-row="0"] text`).first().click();
    await page.waitForURL(/\/sources\/[\w-]+\.html#/);
    const target = page.locator("mark:target");
    expect(await target.textContent()).toBe(rows[0].exact);
    const box = (await target.boundingBox())!;
    expect(box.y).toBeGreaterThan(0);
    expect(box.y).toBeLessThan(900);
    await close();
  });

  it("a chart's title shows, but where the page's own heading is that title", async () => {
    const {page, close} = await visit(`/charts/${first}`);
    const title = page.locator(`#chart-${first} .chart-title`);
    expect((await page.locator("h1").boundingBox())!.height).toBeGreaterThan(20);
    expect((await title.boundingBox())!.height).toBe(1);
    await page.route(`${site.origin}/`, async (route) => {
      const answer = await route.fetch();
      const html = (await answer.text()).replace(
        /(<\/h1>)[\s\S]*?(<figure class="chart" id="chart-)/,
        "$1$2",
      );
      await route.fulfill({response: answer, body: html});
    });
    await page.goto(`${site.origin}/`);
    const after = page.locator("#observablehq-main > h1:first-child + figure.chart .chart-title");
    expect((await after.boundingBox())!.height).toBeGreaterThan(20);
    expect(await after.evaluate((element) => getComputedStyle(element).clipPath)).toBe("none");
    await close();
  });
});
