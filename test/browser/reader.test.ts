import {readFileSync} from "node:fs";
import path from "node:path";
import {brotliCompressSync} from "node:zlib";
import {parseHTML} from "linkedom";
import ogs from "open-graph-scraper";
import {getDocument} from "pdfjs-dist/legacy/build/pdf.mjs";
import type {Browser, Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {loadTables} from "../../loaders/tables.js";
import {charts} from "../charts/everyChart.js";
import {browser, site} from "./openSite.js";

const {articles, figures} = loadTables();
const paths = [
  "/",
  "/charts/",
  `/charts/${charts[0].id}`,
  "/sources/",
  ...articles.map(({article_id}) => `/sources/${article_id}`),
  "/claims/",
  "/explore",
  "/method",
  `/search?q=${encodeURIComponent(String(articles[0].title).split(" ")[0])}`,
  "/licences",
  "/404",
];

async function visit(path: string, options: Parameters<Browser["newPage"]>[0] = {}): Promise<Page> {
  const page = await browser.newPage(options);
  await page.goto(site.origin + path, {waitUntil: "networkidle"});
  return page;
}

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe("every page", () => {
  it.each(paths)("%s scrolls nowhere sideways at 320 px, nor with letters twice as large", async (path) => {
    const page = await visit(path, {viewport: {width: 320, height: 800}});
    expect(await sideways(page)).toBe(0);
    await page.setViewportSize({width: 640, height: 800});
    const size = () => page.locator("h1").evaluate((h1) => Number.parseFloat(getComputedStyle(h1).fontSize));
    const before = await size();
    // As a reader's own size of letters does.
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    expect(await size()).toBeGreaterThan(before * 1.4);
    expect(await sideways(page)).toBe(0);
    await page.close();
  });

  it.each([768, 1280])("letters twice as large are so in charts too, at %d px", async (width) => {
    const page = await visit("/", {viewport: {width, height: 900}});
    const heights = () =>
      page.locator("figure.chart").evaluateAll((figures) =>
        figures.map((figure) => {
          const texts = [...figure.querySelectorAll(".drawing svg text")].filter((text) =>
            text.checkVisibility(),
          );
          return Math.min(...texts.map((text) => text.getBoundingClientRect().height));
        }),
      );
    const before = await heights();
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    for (const [i, height] of (await heights()).entries())
      expect(height, charts[i].id).toBeGreaterThan(before[i] * 1.5);
    expect(await sideways(page)).toBe(0);
    await page.close();
  });

  it("has each chart as a heading below the one that it stands under", async () => {
    const page = await visit("/");
    const levels = await page
      .locator("main :is(h1, h2, h3, [role=heading])")
      .evaluateAll((headings) =>
        headings.map((heading) => Number(heading.ariaLevel ?? heading.tagName.slice(1))),
      );
    expect(levels.filter((level) => level === 3)).toHaveLength(charts.length);
    for (const [i, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1);
    await page.close();
  });

  it.each(paths)("%s has a description, a title of its own, and says what it is", async (path) => {
    const html = await (await fetch(site.origin + path)).text();
    const {result} = await ogs({html});
    expect(result.ogTitle).toBeTruthy();
    expect(result.ogSiteName).toBeTruthy();
    expect(result.ogDescription?.length).toBeGreaterThan(20);
    const {document} = parseHTML(html);
    expect(document.title).toContain(result.ogTitle!);
    expect(document.querySelectorAll('meta[name="description"]')).toHaveLength(1);
  });

  it("begins with a way past its head for who goes by keyboard", async () => {
    const page = await visit("/claims/");
    await page.keyboard.press("Tab");
    const skip = page.locator(".skip");
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    expect((await skip.boundingBox())!.width).toBeGreaterThan(60);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement!.closest("main") !== null)).toBe(true);
    await page.close();
  });
});

describe("the head of a page", () => {
  it.each([720, 768, 900, 1280])("stands on one line at %i px", async (width) => {
    const page = await visit("/charts/", {viewport: {width, height: 600}});
    const tops = await page
      .locator(".site :is(a, select)")
      .evaluateAll((all) =>
        all.map((one) => one.getBoundingClientRect()).map(({y, height}) => y + height / 2),
      );
    expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(8);
    await page.close();
  });
});

describe("the home page", () => {
  it("weighs at most 86 kB with all that it loads, as hosts send it", async () => {
    const page = await browser.newPage();
    const files: string[] = [];
    page.on("response", (response) => files.push(new URL(response.url()).pathname));
    await page.goto(`${site.origin}/`, {waitUntil: "networkidle"});
    const sizes = files.map((file) => {
      const bytes = readFileSync(path.join("dist", file === "/" ? "index.html" : file));
      return file.endsWith(".woff2") ? bytes.length : brotliCompressSync(bytes).length;
    });
    expect(files.length).toBeGreaterThan(5);
    expect(sizes.reduce((a, b) => a + b)).toBeLessThanOrEqual(86_000);
    await page.close();
  });
});

describe("the fonts", () => {
  const familyOf = (page: Page): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.body).fontFamily.split(",")[0].replaceAll('"', ""));
  const phone = {viewport: {width: 390, height: 844}, isMobile: true};
  const asked = (page: Page): string[] => {
    const fonts: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith(".woff2")) fonts.push(path.basename(request.url()));
    });
    return fonts;
  };

  it("are for a phone's next page: the first is set in what the phone has, and asks for them after all else", async () => {
    const context = await browser.newContext(phone);
    const page = await context.newPage();
    const order: string[] = [];
    page.on("request", (request) => order.push(path.basename(new URL(request.url()).pathname)));
    await page.goto(`${site.origin}/`, {waitUntil: "networkidle"});
    expect(await familyOf(page)).toBe("Source Serif 4 Stand-in");
    expect(order.slice(-2).sort()).toEqual(["inter.woff2", "source-serif-4.woff2"]);
    await page.goto(`${site.origin}/charts/`, {waitUntil: "networkidle"});
    expect(await familyOf(page)).toBe("Source Serif 4");
    await context.close();
  });

  it.each([
    ["a wide screen", {viewport: {width: 1280, height: 800}}],
    ["a phone without JavaScript", {...phone, javaScriptEnabled: false}],
  ])("are there at once on %s", async (_, options) => {
    const page = await browser.newPage(options);
    const fonts = asked(page);
    await page.goto(`${site.origin}/`, {waitUntil: "networkidle"});
    expect(fonts.sort()).toEqual(["inter.woff2", "source-serif-4.woff2"]);
    if (!("javaScriptEnabled" in options)) expect(await familyOf(page)).toBe("Source Serif 4");
    await page.close();
  });
});

describe("a source", () => {
  it("has the whole sentence marked that a link leads to, without a script", async () => {
    const {article_id, figure_id, sentence} = figures[0];
    const page = await visit(`/sources/${article_id}#${figure_id}`, {javaScriptEnabled: false});
    const marked = page.locator(".sentence:has(mark:target)");
    expect((await marked.textContent())!.replace(/\s+/g, " ")).toBe(sentence.replace(/\s+/g, " "));
    const paint = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).backgroundColor);
    const plain = await paint(".sentence:not(:has(:target)):not(:target)");
    expect(await paint(".sentence:has(mark:target)")).not.toBe(plain);
    await page.close();
  });

  it("says what a figure is without colour", async () => {
    const page = await visit(`/sources/${figures[0].article_id}`);
    for (const mark of await page.locator("mark.figure").all()) {
      const label = await mark.evaluate((element) => getComputedStyle(element, "::after").content);
      expect(label).toBe(JSON.stringify(await mark.getAttribute("data-label")));
      expect(label.length).toBeGreaterThan(4);
    }
    await page.close();
  });
});

describe("the search", () => {
  const [{exact, figure_id, article_id}] = figures.filter(({kind}) => kind === "count");

  it("answers from the address, and its results lead to the sentence", async () => {
    const page = await visit(`/search?q=${encodeURIComponent(exact)}`);
    const link = page.locator(`.search-results a[href$="/sources/${article_id}.html#${figure_id}"]`);
    await link.click();
    expect(await page.locator("mark:target").textContent()).toBe(exact);
    await page.close();
  });

  it("answers while somebody types, keeps the question in the address, and says that nothing is found", async () => {
    const page = await visit("/search");
    await page.locator("#question").fill(exact);
    await page.waitForSelector(".search-results li");
    expect(new URL(page.url()).searchParams.get("q")).toBe(exact);
    await page.locator("#question").fill("qqqqqqzz");
    await page.waitForFunction(() => document.querySelectorAll(".search-results li").length === 0);
    expect(await page.locator(".search-status").textContent()).toMatch(/^Nothing found/);
    await page.close();
  });

  it("is loaded on its own page alone, and its index when something is asked", async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    const isOurs = (name: string): boolean => /search/.test(name) && name !== "/search";
    await page.goto(`${site.origin}/`, {waitUntil: "networkidle"});
    expect(asked.filter(isOurs)).toEqual([]);
    await page.goto(`${site.origin}/search`, {waitUntil: "networkidle"});
    expect(asked.filter(isOurs).sort()).toEqual(["/lib/search.css", "/lib/search.js"]);
    await page.locator("#question").fill("a");
    await page.waitForResponse(/search\.json/);
    await page.close();
  });

  it("says what to do without a script", async () => {
    const page = await visit("/search", {javaScriptEnabled: false});
    expect(await page.locator("form.search").isVisible()).toBe(false);
    for (const name of ["the claims", "the sources"])
      expect(await page.getByRole("link", {name, exact: true}).isVisible()).toBe(true);
    expect(await page.getByText("needs JavaScript").isVisible()).toBe(true);
    await page.close();
  });
});

describe("on paper", () => {
  /** Returns the text of each page of a printed page. */
  async function printed(path: string): Promise<string[]> {
    const page = await visit(path);
    const bytes = await page.pdf({format: "A4"});
    await page.close();
    const pdf = await getDocument({data: new Uint8Array(bytes), verbosity: 0}).promise;
    const texts: string[] = [];
    for (let n = 1; n <= pdf.numPages; n++) {
      const {items} = await (await pdf.getPage(n)).getTextContent();
      texts.push(
        items
          .map((item) => ("str" in item ? item.str : ""))
          .join(" ")
          .replace(/\s+/g, " "),
      );
    }
    return texts;
  }

  const squeezed = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();

  it("the story has at most eight pages, and neither title nor note parts from its drawing", async () => {
    const pages = (await printed("/")).map(squeezed);
    expect(pages.length).toBeLessThanOrEqual(8);
    const page = await visit("/");
    for (const {id} of charts) {
      const figure = page.locator(`#chart-${id}`);
      const title = squeezed((await figure.locator(".chart-title").textContent()) ?? "");
      // The longest words in the drawing that is printed: short ones may stand anywhere.
      const words = await figure.locator(".drawing-640 svg text").allTextContents();
      const [longest] = words.map(squeezed).sort((a, b) => b.length - a.length);
      const on = pages.findIndex((text) => text.includes(title));
      expect(on, id).toBeGreaterThanOrEqual(0);
      expect(pages[on], `${id}: ${longest}`).toContain(longest);
      for (const note of await figure.locator(".chart-note").allTextContents())
        expect(pages[on], `${id}: ${note}`).toContain(squeezed(note).slice(0, 40));
    }
    await page.close();
  });

  it("says which site, at which address, and what the figures in the text lead to", async () => {
    const text = (await printed("/")).join(" ");
    expect(text).toContain(`${site.origin}/`);
    const [link] = figures.filter(({article_id}) => text.includes(`/sources/${article_id}.html`));
    expect(squeezed(text)).toContain(squeezed(`${site.origin}/sources/${link.article_id}.html#`));
    expect(text).toMatch(/Last changed/);
  });

  it("a chart's page has neither codes nor buttons", async () => {
    const text = (await printed(`/charts/${charts[0].id}`)).join(" ");
    expect(text).not.toMatch(/iframe|Copy|WordPress|Take the graphic/);
    expect(text).toContain(`${site.origin}/charts/${charts[0].id}`);
  });
});
