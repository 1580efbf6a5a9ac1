import {spawn} from "node:child_process";
import {readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import path from "node:path";
import {csvParseRows, tsvParseRows} from "d3";
import MarkdownIt from "markdown-it";
import type {Page} from "playwright-core";
import {expect, it, onTestFinished} from "vitest";
import {unknownSite} from "../../loaders/site/deskHtml.js";
import {loadTables, type Tables} from "../../loaders/tables.js";
import {mailForms, webForms} from "../../src/waybill/embed/codeForms.js";
import {writable} from "../../src/waybill/model/escape.js";
import {charts} from "../charts/everyChart.js";
import {hostileStrings} from "../graphics/hostileStrings.js";
import {poisonTables} from "../hostile/poison.js";
import {hostileSeeds} from "../hostile/seeds.js";
import {temporaryProject} from "../temporary.js";
import {launchBrowser} from "./launch.js";
import {type Served, serveFolder, servePages} from "./serve.js";

/** Returns text as a reader sees it, however it is broken into lines. */
const shown = (text: string): string => writable(text).replace(/\s+/g, " ").trim();

/** Returns a title as a browser gives it: with a space for the sign that deletes. */
const titled = (title: string): string => title.replaceAll("\x7f", " ");

/**
 * Returns a project with hostile seeds, and hostile strings in every word of its
 * tables and of its charts' rows: they come in where tables and rows are handed on.
 */
function hostileProject(): {project: string; tables: Tables} {
  const project = temporaryProject();
  // The docs show no word of it.
  rmSync(path.join(project, "src/docs"), {recursive: true});
  const {files, taken} = hostileSeeds();
  const count = Object.keys(hostileStrings).length;
  for (const field of ["title", "publisher", "relays", "remarks.what", "relations.from", "relations.thing"])
    expect(taken.get(field), field).toBeGreaterThan(count / 2);
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(project, "seeds", name), text);
  const wrap = (file: string, code: string): void => {
    const clean = file.replace(".ts", ".clean.ts");
    renameSync(path.join(project, file), path.join(project, clean));
    writeFileSync(path.join(project, file), code);
  };
  wrap(
    "loaders/tables.ts",
    `import {poisonTables} from "../test/hostile/poison.js";
import {loadTables as load} from "./tables.clean.js";
export * from "./tables.clean.js";
export const loadTables = (...given) => poisonTables(load(...given));
`,
  );
  wrap(
    "loaders/site/queryCharts.ts",
    `import {poisonRows} from "../../test/hostile/poison.js";
import {queryCharts as query} from "./queryCharts.clean.js";
export * from "./queryCharts.clean.js";
export const queryCharts = async (...given) =>
  (await query(...given)).map(({chart, rows}) => ({chart, rows: poisonRows(rows)}));
`,
  );
  return {project, tables: poisonTables(loadTables(path.join(project, "seeds")))};
}

async function build(project: string): Promise<void> {
  const child = spawn("npm", ["run", "--silent", "build"], {cwd: project});
  onTestFinished(() => void child.kill());
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      printed += chunk;
    });
  const code = await new Promise((resolve) => child.on("close", resolve));
  if (code !== 0) throw new Error(`the site does not build:\n${printed.slice(-4000)}`);
}

/** What tells that words were taken for code: elements and attributes that no page of ours has. */
const intruders = [
  ...["load", "error", "focus", "mouseover", "click"].map((event) => `[on${event}]`),
  // The choices of what to follow have names in bold.
  "main b:not(.follow b)",
  "[autofocus]",
  'img[src="x"]',
  'iframe[src*="example.org"]',
  'a[href^="javascript:" i]',
  "script:not([src]):not([type='application/ld+json'])",
].join();

/** What is done on a page once it is open. */
type Look = (page: Page, check: (text: string | null, words: string) => void) => Promise<void>;

/** Opens pages, and keeps what goes wrong in them, with the address that it went wrong at. */
class Reader {
  private at = "";

  constructor(
    readonly page: Page,
    private readonly origins: readonly string[],
    private readonly problems: string[],
  ) {
    page.on("dialog", (dialog) => {
      this.report(`runs ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("pageerror", (error) => this.report(String(error)));
    page.on("console", (message) => {
      // What a browser looks for by itself beside a drawing that names no icon.
      if (message.type() === "error" && !message.location().url.endsWith("/favicon.ico"))
        this.report(message.text());
    });
    page.on("request", (request) => {
      const url = request.url();
      if (!["data:", "blob:", ...origins].some((start) => url.startsWith(start))) this.report(`asks ${url}`);
    });
  }

  report(problem: string): void {
    this.problems.push(`${this.at}: ${problem}`);
  }

  async open(address: string, look?: Look, [origin] = this.origins): Promise<void> {
    this.at = address;
    await this.page.goto(origin + address);
    const found = await this.page.evaluate(
      (selector) =>
        [...document.querySelectorAll(selector)].map((element) => element.outerHTML.slice(0, 200)),
      intruders,
    );
    for (const element of found) this.report(`has ${element}`);
    await look?.(this.page, (text, words) => {
      if (!shown(text ?? "").includes(shown(words))) this.report(`does not show ${JSON.stringify(words)}`);
    });
  }
}

it("what articles, tables and rows say runs nowhere, breaks nothing, and shows as it is written", async () => {
  const {project, tables} = hostileProject();
  await build(project);
  const dist = path.join(project, "dist");
  const site = await serveFolder(dist, {headers: () => ({"access-control-allow-origin": "*"})});
  onTestFinished(site.close);
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const problems: string[] = [];
  const jsonOf = (file: string) => JSON.parse(readFileSync(path.join(dist, "graphics", file), "utf8"));

  const looks = new Map<string, Look>();
  looks.set("explore.html", async (page) => {
    await page.waitForSelector("table td", {timeout: 180_000});
  });
  for (const {article_id, title, publisher, text} of tables.texts)
    looks.set(`sources/${article_id}.html`, async (page, check) => {
      check(await page.title(), titled(title));
      check(await page.locator("h1").textContent(), title);
      check(await page.locator(".citation").textContent(), publisher);
      // Notes on its words stand between its paragraphs.
      await page.locator(".margin").evaluateAll((notes) => {
        for (const note of notes) note.remove();
      });
      check(await page.locator(".source-text").textContent(), text);
    });
  looks.set("sources/index.html", async (page, check) => {
    const list = await page.locator(".source-list").textContent();
    for (const {title, publisher} of tables.texts) {
      check(list, title);
      check(list, publisher);
    }
  });
  const codes: string[] = [];
  for (const {id} of charts) {
    const json = jsonOf(`${id}.json`);
    looks.set(`charts/${id}.html`, async (page, check) => {
      check(await page.title(), titled(json.title));
      check(await page.locator("h1").textContent(), json.title);
      check(await page.locator(".chart-title").textContent(), json.headline);
      const figure = await page.locator("figure.chart").textContent();
      for (const {publisher} of json.rows) check(figure, publisher);
      // The codes as they are where the site's address is that of the server here.
      const texts = (await page.locator(".desk-code .copy-text").allTextContents()).map((code) =>
        code.replaceAll(unknownSite, `${site.origin}/`),
      );
      expect(texts).toHaveLength(webForms.length + mailForms.length);
      // Components are for a compiler, not for a page.
      codes.push(...texts.filter((code) => !/^(?:\[!\[|import |<script)/.test(code)));
      const markdown = texts.find((code) => code.startsWith("[!["))!;
      codes.push(new MarkdownIt({html: true, linkify: true}).render(markdown));
      codes.push(jsonOf(`${id}.oembed.json`).html.replaceAll('"../', `"${site.origin}/`));
    });
    looks.set(`embed/${id}.html`, async (page, check) => {
      check(await page.locator(".title").textContent(), json.headline);
      check(await page.title(), titled(json.title));
      const module = (await page.evaluate(
        `import("/charts/${id}.js").then(({title, rows, draw}) => ({title, rows: rows.length, marks: draw({width: 640}).querySelectorAll("a").length}))`,
      )) as {title: string; rows: number; marks: number};
      check(module.title, json.title);
      expect(module.rows).toBe(json.rows.length);
      expect(module.marks).toBeGreaterThan(0);
    });
  }

  const files = readdirSync(dist, {recursive: true, encoding: "utf8"}).map((file) =>
    file.replaceAll("\\", "/"),
  );
  expect(files).toEqual(expect.arrayContaining([...looks.keys()]));
  const pages = files.filter((name) => /\.html$|\.svg$/.test(name)).sort();
  // Two at a time: while one loads, the other is looked at.
  const waiting = pages.values();
  const context = await browser.newContext();
  const readAll = async (): Promise<number> => {
    const reader = new Reader(await context.newPage(), [site.origin], problems);
    let count = 0;
    for (const file of waiting) {
      await reader.open(`/${file}`, looks.get(file));
      count++;
    }
    return count;
  };
  const counts = await Promise.all([readAll(), readAll()]);
  expect(counts[0] + counts[1]).toBe(pages.length);

  const host = await hostOf(codes, site.origin);
  onTestFinished(host.close);
  const reader = new Reader(await context.newPage(), [host.origin, site.origin], problems);
  await reader.open("/", async (page, check) => {
    for (const {id} of charts) {
      const titles = await page
        .locator(`iframe[src*="/${id}.html"], img[src*="/${id}.svg"]`)
        .evaluateAll((elements) =>
          elements.map((element) => element.getAttribute("title") ?? element.closest("a")?.title ?? ""),
        );
      check(titles.join("\n"), jsonOf(`${id}.json`).title);
    }
  });

  await reader.open("/sources/index.html", undefined, [site.origin]);
  for (const file of files)
    await checkFile(path.join(dist, file), reader.page, (problem) => reader.report(problem));
  expect([...new Set(problems)]).toEqual([]);
}, 900_000);

/** Serves a page of somebody else's, with the codes in it. */
function hostOf(codes: readonly string[], site: string): Promise<Served> {
  const html = `<!doctype html><title>Host</title><link rel="icon" href="${site}/lib/icon.svg"><main>${codes.join("\n")}</main>`;
  return servePages(new Map([["/", {html}]]));
}

/** Reports a file that its kind of reader cannot read. */
async function checkFile(file: string, page: Page, report: (problem: string) => void): Promise<void> {
  const text = (): string => readFileSync(file, "utf8");
  switch (path.extname(file)) {
    case ".svg": {
      const problem = await page.evaluate(
        (xml) =>
          new DOMParser().parseFromString(xml, "application/xml").querySelector("parsererror")?.textContent,
        text(),
      );
      if (problem) report(`${file}: ${problem}`);
      return;
    }
    case ".json":
      JSON.parse(text());
      return;
    case ".csv": {
      const bytes = readFileSync(file);
      // The edition for Excel is UTF-16 with tabs.
      const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
      const rows = isUtf16 ? tsvParseRows(new TextDecoder("utf-16le").decode(bytes)) : csvParseRows(text());
      for (const row of rows) if (row.length !== rows[0].length) report(`${file}: ${row.length} cells`);
      return;
    }
  }
}
