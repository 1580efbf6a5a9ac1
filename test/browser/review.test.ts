import {spawnSync} from "node:child_process";
import {cpSync, readFileSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import path from "node:path";
import type {AxeResults, RunOptions} from "axe-core";
import type {Page} from "playwright-core";
import {describe, expect, it, onTestFinished} from "vitest";
import {waybill} from "../engine.js";
import {startProcess} from "../startProcess.js";
import {temporaryFolder} from "../temporary.js";
import {launchBrowser} from "./launch.js";
import {problemsOf} from "./problemsOf.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
declare const window: {axe: {run: (context: Document, options: RunOptions) => Promise<AxeResults>}};

const patience = {timeout: 60_000};

/** The desk of an article in a page, and what a journalist sees of it. */
class DeskPage {
  constructor(
    readonly page: Page,
    private readonly story: string,
    private readonly article: string,
  ) {}

  get file(): string {
    return path.join(this.story, "seeds", `${this.article}.md`);
  }

  /** The article's reviews as they stand in its file, a line each. */
  reviews(): string[] {
    return readFileSync(this.file, "utf8").match(/^ +- \{quote.*$/gm) ?? [];
  }

  press(...keys: string[]): Promise<void> {
    return keys.reduce(async (before, key) => {
      await before;
      await this.page.keyboard.press(key);
    }, Promise.resolve());
  }

  /** Waits until the live region says something. */
  async says(words: string): Promise<void> {
    await expect.poll(() => this.page.locator("#says").textContent(), patience).toContain(words);
  }

  async isAt(words: string): Promise<void> {
    await expect
      .poll(() => this.page.locator("#text mark[aria-current]").textContent(), patience)
      .toBe(words);
  }

  /** Moves down the queue until it is at the given words. */
  async goTo(words: string): Promise<void> {
    await this.press(...Array(12).fill("k"));
    for (let n = 0; n < 12; n++) {
      if ((await this.page.locator("#text mark[aria-current]").textContent()) === words) return;
      await this.press("j");
    }
    throw new Error(`no such figure: ${words}`);
  }

  async axe(): Promise<string[]> {
    // The page's policy lets no script in but its own; what is evaluated is not asked.
    await this.page.evaluate(`if (!window.axe) {${axe}}`);
    const {violations, passes} = await this.page.evaluate(() =>
      window.axe.run(document, {resultTypes: ["violations", "passes"]}),
    );
    // A run that looked at nothing finds nothing.
    expect(passes.length).toBeGreaterThan(15);
    return violations.flatMap(({id, nodes}) =>
      nodes.map(({target, failureSummary}) => `${id}: ${target} ${failureSummary}`),
    );
  }
}

const note = `---
# Kept as it is: a remark of the editor’s.
title: Herring landings rose at Halvik
publisher: The Skerry Times
published: 2023-06-12
---
Boats landed 4,200 tonnes of herring at Halvik in 2022, up 12% from 2021, the harbour office said. The fish plant paid more than 310 million kroner for it. About 640 tonnes of cod went to Portugal, in Route 7 boxes.

Some 640 crates stood on the quay. Skerry Foods took 85 of them.
`;

const other = `---
title: The quay
publisher: Nordly Post
---
The crane cost 20 million kroner. For the herring the plant paid 305 million kroner.
`;

describe("the review desk", {timeout: 600_000}, () => {
  it("is gone through by keyboard alone, writes each act at once, and takes it from nobody else", async () => {
    const story = temporaryFolder();
    cpSync("test/input/harbour", story, {recursive: true});
    writeFileSync(path.join(story, "seeds/landings.md"), note);
    writeFileSync(path.join(story, "seeds/quay.md"), other);
    const {origin, printed} = await startProcess([...waybill, "--story", story, "review", "landings"], ".");
    expect(printed()).toContain(`open the review desk: ${origin}/review/landings\n`);
    // Whoever opens it at once finds every article: it waits for nothing that is made after the pages.
    const list = await fetch(`${origin}/review/`);
    expect([list.status, await list.text()]).toEqual([200, expect.stringContaining("Herring landings")]);
    const again = spawnSync(process.execPath, [...waybill, "--story", story, "review", "seeds/strike.txt"], {
      encoding: "utf8",
    });
    expect(again.stdout).toBe(`${origin}/review/strike\n`);

    const browser = await launchBrowser();
    onTestFinished(() => browser.close());
    const page = await browser.newPage({viewport: {width: 1280, height: 900}});
    page.setDefaultTimeout(60_000);
    const problems = problemsOf(page);
    const desk = new DeskPage(page, story, "landings");

    // The list leads to the article.
    await page.goto(`${origin}/review/`);
    expect(await page.locator("li", {hasText: "Herring landings"}).textContent()).toMatch(/\d of \d open/);
    expect(await desk.axe()).toEqual([]);
    await page.getByRole("link", {name: "Herring landings rose at Halvik"}).press("Enter");
    await page.waitForSelector("#text mark[aria-current]");
    const shown = page.frameLocator("#site").locator("main");
    await shown.waitFor();

    // Accept: one key, and on to the next; not on and on while it is held down.
    await desk.goTo("4,200 tonnes");
    for (let n = 0; n < 3; n++) await page.keyboard.down("Enter");
    await page.keyboard.up("Enter");
    await desk.says("accepted “4,200 tonnes”");
    expect(desk.reviews()).toEqual(['  - {quote: "4,200 tonnes", accepted: "yes"}']);
    expect(await page.locator("#text mark[aria-current]").textContent()).not.toBe("4,200 tonnes");

    // Edit a cell, and take the words of another from the text.
    await desk.goTo("About 640 tonnes");
    await desk.press("e");
    await page.keyboard.type("650");
    for (
      let n = 0;
      n < 20 && !(await page.locator("#cell-supplier").evaluate((cell) => cell === document.activeElement));
      n++
    )
      await desk.press("Tab");
    await desk.press("F2");
    // From the figure on to the last word of the text, and back to “Skerry Foods”.
    await desk.press(...Array(4).fill("ArrowDown"), ...Array(4).fill("ArrowLeft"));
    await desk.press("Shift+ArrowLeft");
    expect(await page.evaluate(() => String(getSelection()))).toBe("Skerry Foods");
    await desk.press("Enter");
    expect(await page.locator("#cell-supplier").inputValue()).toBe("Skerry Foods");
    await desk.press("Enter");
    await desk.says("set value, supplier of “About 640 tonnes”");
    expect(desk.reviews().at(-1)).toBe(
      '  - {quote: "About 640 tonnes", value: "650", supplier: "Skerry Foods"}',
    );

    // What it changes is on screen by itself.
    await page.locator("#shown").selectOption("/sources/landings");
    await shown.getByText("about 650 tonnes").first().waitFor();

    expect(await shown.getByRole("link", {name: "Review this article"}).getAttribute("href")).toBe(
      "/review/landings",
    );

    // No figure; and undone, byte for byte.
    const before = readFileSync(desk.file, "utf8");
    await desk.goTo("12%");
    await desk.press("x");
    await desk.says("“12%” is no figure");
    expect(desk.reviews().at(-1)).toBe('  - {quote: "12%", figure: "no"}');
    await desk.press("u");
    await desk.says("took back: “12%” is no figure");
    expect(readFileSync(desk.file, "utf8")).toBe(before);

    // A figure that was missed: its words are picked, its cells typed.
    await desk.goTo("12%");
    await desk.press("n");
    // “12%” is the first word; “Route 7” follows 26 and 27 words on.
    const words = note.slice(note.lastIndexOf("---\n") + 4).match(/\S+/g)!;
    const steps = words.indexOf("Route") - words.indexOf("12%");
    await desk.press(...Array(steps).fill("ArrowRight"), "Shift+ArrowRight");
    expect(await page.evaluate(() => String(getSelection()))).toBe("Route 7");
    await desk.press("Enter");
    await page.locator("#cell-unit").waitFor();
    expect(await page.locator("#cell-value").inputValue()).toBe("7");
    await page.locator("#cell-unit").focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("route");
    await desk.press("Enter");
    await desk.says("“Route 7” is a figure");
    expect(desk.reviews().at(-1)).toBe(
      '  - {quote: "Route 7", figure: "yes", kind: "count", value: "7", unit: "route"}',
    );

    // The same fact as a figure of another article.
    await desk.goTo("more than 310 million kroner");
    await desk.press("s");
    await page.locator("#candidates input").first().waitFor();
    // The nearest number comes first.
    expect(await page.locator("#candidates strong").allTextContents()).toEqual([
      "305 million kroner",
      "20 million kroner",
    ]);
    await desk.press("ArrowDown", "ArrowUp", "Enter");
    await desk.says("is one fact with quay: 305 million kroner");
    expect(desk.reviews().at(-1)).toBe(
      '  - {quote: "more than 310 million kroner", same_as: "quay: 305 million kroner"}',
    );
    await desk.press("u");
    await desk.says("took back");

    // With a mouse: a click chooses a figure, words that are selected go to the cell.
    await page.locator("#text mark", {hasText: "About 640 tonnes"}).click();
    await desk.isAt("About 640 tonnes");
    await page.locator("#cell-recipient").click();
    const {x, y} = await page.evaluate(() => {
      const nodes = document.createTreeWalker(document.getElementById("text")!, NodeFilter.SHOW_TEXT);
      let node = nodes.nextNode() as Text;
      while (!node.data.includes("Halvik")) node = nodes.nextNode() as Text;
      const range = document.createRange();
      range.setStart(node, node.data.indexOf("Halvik"));
      range.setEnd(node, node.data.indexOf("Halvik") + 6);
      return range.getBoundingClientRect();
    });
    await page.mouse.dblclick(x + 15, y + 8);
    expect(await page.locator("#cell-recipient").inputValue()).toBe("Halvik");
    await desk.press("Escape");
    expect(await page.locator("#cell-recipient").inputValue()).not.toBe("Halvik");

    // Calculated from this figure and one of another article.
    await desk.goTo("more than 310 million kroner");
    await desk.press("c");
    await page.locator("#inputs input").first().waitFor();
    await page.locator("#inputs label", {hasText: "20 million kroner"}).locator("input").focus();
    await desk.press("Space");
    expect(await page.locator("#derive-formula").inputValue()).toBe("a / b");
    expect(await desk.axe()).toEqual([]);
    await page.locator("#derive-unit").focus();
    await page.keyboard.type("times");
    await desk.press("Tab");
    await page.keyboard.type("Herring for each crane");
    await desk.press("Enter");
    await desk.says("worked out 15.5 times, noted as herring-for-each-crane in seeds/derived.yaml");
    const derived = readFileSync(path.join(story, "seeds/derived.yaml"), "utf8");
    expect(derived).toContain(
      'a: "landings: more than 310 million kroner"\n    b: "quay: 20 million kroner"',
    );

    // An editor writes into the file meanwhile: nothing of it is lost, and what it says shows.
    const edited = readFileSync(desk.file, "utf8")
      .replace("Boats landed", "In all, boats landed")
      .replace("title: H", "language: en\ntitle: H");
    writeFileSync(desk.file, edited);
    await desk.goTo("more than 310 million kroner");
    await desk.press("Enter");
    await desk.says("accepted “more than 310 million kroner”");
    expect(readFileSync(desk.file, "utf8")).toBe(
      edited.replace(
        /(unit: "route"\})\n/,
        '$1\n  - {quote: "more than 310 million kroner", accepted: "yes"}\n',
      ),
    );
    await expect.poll(() => page.locator("#text").textContent(), patience).toContain("In all, boats landed");
    await desk.press("u");
    await desk.says("took back: accepted");
    expect(readFileSync(desk.file, "utf8")).toBe(edited);

    // The words are gone before the page has heard of it: refused, and the file is as the editor left it.
    await page.evaluate(() => Object.defineProperty(document, "visibilityState", {value: "hidden"}));
    await desk.goTo("12%");
    writeFileSync(desk.file, edited.replace("up 12% from 2021, ", ""));
    await desk.press("Enter");
    await expect
      .poll(() => page.locator("#problem").textContent(), patience)
      .toContain("the article no longer says “12%” in one place");
    expect(readFileSync(desk.file, "utf8")).toBe(edited.replace("up 12% from 2021, ", ""));
    writeFileSync(desk.file, edited);

    await desk.press("?");
    await page.locator("#keys").waitFor();
    for (const colorScheme of ["light", "dark"] as const)
      for (const width of [320, 768, 1280]) {
        await page.emulateMedia({colorScheme});
        await page.setViewportSize({width, height: 900});
        expect(await desk.axe(), `${colorScheme}, ${width} px`).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    await desk.press("Escape");
    expect(await desk.axe()).toEqual([]);

    expect(problems.filter((problem) => !/409/.test(problem))).toEqual([]);
    await forgeries(
      origin,
      await page.locator('meta[name="waybill-token"]').getAttribute("content"),
      desk.file,
    );
  });
});

/** Asks for acts as no page of the preview would: none is taken, and the file stays as it is. */
async function forgeries(origin: string, token: string | null, file: string): Promise<void> {
  const before = readFileSync(file, "utf8");
  const address = `${origin}/_waybill/review/landings`;
  const own = {origin, "content-type": "application/json", "x-waybill-token": String(token)};
  const view = await (await fetch(address, {headers: own})).json();
  const {start, end, exact, prefix, suffix} = view.items.find((item: {open: boolean}) => item.open);
  const act = {act: "accept", at: {start, end, exact, prefix, suffix}};
  const post = async (headers: Record<string, string>, body: unknown = act, at = address): Promise<number> =>
    (await fetch(at, {method: "POST", headers, body: typeof body === "string" ? body : JSON.stringify(body)}))
      .status;
  const {"x-waybill-token": _, ...noToken} = own;
  const {origin: __, ...noOrigin} = own;
  expect(await post(noToken)).toBe(403);
  expect(await post({...own, "x-waybill-token": "0".repeat(48)})).toBe(403);
  expect(await post(noOrigin)).toBe(403);
  expect(await post({...own, origin: "https://example.org"})).toBe(403);
  // Another server of this machine, whose pages may read the site’s files.
  expect(await post({...own, origin: "http://127.0.0.1:1"})).toBe(403);
  expect(await post({...own, "content-type": "text/plain"})).toBe(415);
  expect(await post({...own, "content-type": "application/x-www-form-urlencoded"})).toBe(415);
  expect(await post(own, `{"act": "accept", "pad": "${"x".repeat(70_000)}"}`)).toBe(413);
  expect(await post(own, "{")).toBe(400);
  expect(await post(own, {...act, act: "erase"})).toBe(400);
  expect(await post(own, {...act, at: {...act.at, end: end + 1}})).toBe(400);
  expect(await post(own, {act: "set", at: act.at, cells: {status: "lost"}})).toBe(422);
  expect(await post(own, {act: "set", at: act.at, cells: {colour: "red"}})).toBe(422);
  expect(await post(own, act, `${origin}/_waybill/review/nowhere`)).toBe(404);
  expect(await post(own, act, `${origin}/_waybill/review/story`)).toBe(404);
  expect(await post(own, act, `${origin}/_waybill/review/..%2Fseeds%2Flandings`)).toBe(400);
  expect((await fetch(address)).status).toBe(403);
  expect((await fetch(address, {method: "PUT", headers: own, body: "{}"})).status).toBe(405);
  const nowhere = await fetch(`${origin}/review/nowhere`);
  expect([nowhere.status, await nowhere.text()]).toEqual([404, "no such article: “nowhere”\n"]);
  const {headers} = await fetch(`${origin}/review/landings`, {headers: {origin: "http://127.0.0.1:1"}});
  expect(headers.get("access-control-allow-origin")).toBeNull();
  expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(readFileSync(file, "utf8")).toBe(before);
  // The same act with all that belongs to it is taken: it was refused for nothing else.
  expect(await post(own)).toBe(200);
  expect(readFileSync(file, "utf8")).not.toBe(before);
}
