import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import path from "node:path";
import {parse} from "acorn";
import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {loadTables} from "../loaders/tables.js";
import {widths} from "../src/waybill/chart/widths.js";
import {charts} from "./charts/everyChart.js";

const files = readdirSync("dist", {recursive: true, withFileTypes: true})
  .filter((entry) => entry.isFile())
  .map((entry) => path.posix.join(entry.parentPath, entry.name));
// Graphics that are HTML are files to be taken, no pages of the site.
const pages = files.filter((file) => file.endsWith(".html") && !/^dist\/(?:graphics|embed|v)\//.test(file));
const documents = new Map(pages.map((page) => [page, parseHTML(readFileSync(page, "utf8")).document]));

/** The file that a plain web host sends for an address. */
function fileOf(address: string): string | undefined {
  return [address, `${address}.html`, path.posix.join(address, "index.html")].find(
    (file) => existsSync(file) && statSync(file).isFile(),
  );
}

/** Returns what a module imports, at once or later; of Framework's client, which names what no page here asks for, at once alone. */
function importsOf(file: string): string[] {
  const code = readFileSync(file, "utf8");
  const kinds = file.includes("/_observablehq/") ? /^(?:ImportD|Export)/ : /^(?:Import|Export)/;
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const {type, source} = node as {type?: string; source?: {value?: unknown} | null};
    if (kinds.test(type ?? "") && typeof source?.value === "string") found.push(source.value);
    for (const child of Object.values(node)) visit(child);
  };
  visit(parse(code, {ecmaVersion: "latest", sourceType: "module"}));
  return found;
}

describe("the built site", () => {
  it("has a page for home, explore, and each article", () => {
    const expected = ["dist/index.html", "dist/explore.html", "dist/sources/index.html"];
    expect(pages).toEqual(expect.arrayContaining(expected));
    for (const {article_id} of loadTables().articles)
      expect(pages).toContain(`dist/sources/${article_id}.html`);
  });

  it.each(pages)("%s has no error in it, a language, and a viewport that zooms", (page) => {
    const html = readFileSync(page, "utf8");
    expect(html).not.toContain("observablehq--error");
    expect(html).toContain('<html lang="en">');
    expect(html).not.toContain("maximum-scale");
    expect(documents.get(page)!.querySelector("h1")?.textContent?.trim()).toBeTruthy();
  });

  it.each(pages)("%s has no script and no style in it, and asks for none that is not there", (page) => {
    const document = documents.get(page)!;
    expect([
      ...document.querySelectorAll("style, [style], script:not([src], [type='application/ld+json'])"),
    ]).toEqual([]);
    const attributes = [...document.querySelectorAll("*")].flatMap(({attributes}) => [...attributes]);
    expect(attributes.filter(({name}) => name.startsWith("on"))).toEqual([]);
    const named = [...document.querySelectorAll("script[src], link[href]")].map(
      (element) => element.getAttribute("src") ?? element.getAttribute("href")!,
    );
    expect(named.length).toBeGreaterThan(5);
    for (const address of named) {
      // What is not there may be asked for at any depth.
      const isLost = page === "dist/404.html";
      expect(address).toMatch(isLost ? /^\/(?!\/)/ : /^\.{1,2}\//);
      const [file] = address.split("?");
      expect(existsSync(path.posix.join(path.posix.dirname(page), file)), address).toBe(true);
    }
  });

  it("has nothing of the review desk, no page, no script, no link to it", () => {
    // The docs tell of it.
    const others = files.filter((file) => file !== "dist/docs/review.html");
    expect(others.filter((file) => /review/i.test(path.posix.relative("dist", file)))).toEqual([]);
    const texts = others.filter((file) => /\.(?:html|js|css)$/.test(file));
    expect(texts.length).toBeGreaterThan(20);
    expect(
      texts.filter((file) => /_waybill\/|waybill-token|\/review\//.test(readFileSync(file, "utf8"))),
    ).toEqual([]);
  });

  it("loads Framework's client only where a page has code: the gallery of forms alone", () => {
    const withClient = pages.filter((page) => readFileSync(page, "utf8").includes("_observablehq/client."));
    expect(withClient).toEqual(["dist/docs/gallery.html"]);
    const withPackages = pages.filter((page) =>
      /(?:src|href)="[^"]*\/_npm\//.test(readFileSync(page, "utf8")),
    );
    expect(withPackages).toEqual(withClient);
  });

  it("has modules that import nothing that is not there", () => {
    const modules = files.filter((file) => file.endsWith(".js") && !file.includes(".worker."));
    expect(modules.length).toBeGreaterThan(5);
    for (const module of modules) {
      for (const specifier of importsOf(module))
        expect(
          existsSync(path.posix.join(path.posix.dirname(module), specifier)),
          `${module}: ${specifier}`,
        ).toBe(true);
    }
  });

  it.each(pages)("%s links to nothing that is not there", (page) => {
    const links = [...documents.get(page)!.querySelectorAll("a[href]")].map((a) => a.getAttribute("href")!);
    expect(links.length).toBeGreaterThan(0);
    for (const href of links) {
      expect(href).not.toMatch(/^(?:\w+:)?\/\//);
      const [address, hash] = href.split("#");
      const target =
        address === "" ? page : fileOf(path.posix.join(path.posix.dirname(page), decodeURI(address)));
      expect(target, href).toBeDefined();
      if (hash && target!.endsWith(".html"))
        expect(documents.get(target!)!.getElementById(decodeURIComponent(hash)), href).not.toBeNull();
    }
  });

  it.each(pages)("%s asks no other host for anything", (page) => {
    const document = documents.get(page)!;
    for (const element of document.querySelectorAll("[src], link[href]"))
      expect(element.getAttribute("src") ?? element.getAttribute("href")).not.toMatch(/^(?:\w+:)?\/\//);
  });

  it("has style sheets that ask no other host for anything", () => {
    const sheets = files.filter((file) => file.endsWith(".css"));
    expect(sheets.length).toBeGreaterThan(0);
    for (const sheet of sheets)
      expect(readFileSync(sheet, "utf8")).not.toMatch(/(?:url\(|@import\s*)["']?(?:\w+:)?\/\//);
  });

  it("publishes the tables under /data/", () => {
    for (const name of ["articles", "figures"])
      for (const format of ["csv", "json", "arrow", "parquet"])
        expect(files).toContain(`dist/data/${name}.${format}`);
  });
});

describe("the charts in the page, without any script", () => {
  const alone = charts.map(({id}) => `dist/charts/${id}.html`);
  const titleIn = (place: Document | Element): string =>
    ["kicker", "title"]
      .map((part) => place.querySelector(`figcaption .chart-${part}`)!.textContent)
      .join(": ");

  it("all stand on the home page, and each alone on a page that bears its title", () => {
    const idsOn = (page: string): string[] =>
      [...documents.get(page)!.querySelectorAll("figure.chart")].map((figure) => figure.id);
    expect(idsOn("dist/index.html").sort()).toEqual(charts.map(({id}) => `chart-${id}`).sort());
    for (const [i, {id}] of charts.entries()) {
      expect(idsOn(alone[i])).toEqual([`chart-${id}`]);
      const document = documents.get(alone[i])!;
      const title = titleIn(document);
      expect(title).toMatch(/^.{5,}: .{10,}/s);
      expect(document.querySelector("h1")!.textContent).toBe(title);
      expect(document.title).toContain(title);
    }
  });

  it("are all in the list at /charts/, by their titles", () => {
    const links = [...documents.get("dist/charts/index.html")!.querySelectorAll("main li h2 a")];
    const words = (text: string): string => text.replace(/:? *\n? +/g, " ").trim();
    const listed = links
      .map((a) => [path.basename(a.getAttribute("href")!, ".html"), words(a.textContent)])
      .sort();
    const titles = charts.map(({id}, i) => [id, words(titleIn(documents.get(alone[i])!))]);
    expect(listed).toEqual(titles.sort());
  });

  it.each(["dist/index.html", ...alone])(
    "%s: each is a figure named by its title, drawn at every width, with table and source",
    (page) => {
      const document = documents.get(page)!;
      for (const figure of document.querySelectorAll("figure.chart")) {
        const labels = figure.getAttribute("aria-labelledby")!.split(" ");
        const named = labels.map((label) => document.getElementById(label));
        expect(named.map((element) => element?.className)).toEqual(["chart-kicker", "chart-title"]);
        for (const element of named) expect(figure.contains(element)).toBe(true);
        const drawings = [...figure.querySelectorAll(".drawings svg")];
        expect(drawings.map((svg) => Number(svg.getAttribute("width")))).toEqual([...widths]);
        const marks = drawings.map((svg) => svg.querySelectorAll("a[aria-label]").length);
        expect(new Set(marks).size).toBe(1);
        expect(figure.querySelectorAll("tbody tr")).toHaveLength(marks[0]);
        expect(figure.querySelectorAll(".chart-source a[href]").length).toBeGreaterThan(0);
        for (const svg of drawings) {
          for (const link of svg.querySelectorAll("a"))
            expect(link.getAttribute("href")).toMatch(/\/sources\/[^#]+#./);
          expect(svg.getAttribute("role")).toBe("figure");
          expect(svg.getAttribute("aria-label")).toMatch(/^[A-Z\d$].*\.$/s);
        }
      }
    },
  );

  it.each(["dist/index.html", ...alone])("%s has no id twice", (page) => {
    const ids = [...documents.get(page)!.querySelectorAll("[id]")].map((element) => element.id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it("have their words and rows beside them as CSV and JSON", () => {
    for (const [i, {id}] of charts.entries()) {
      const figure = documents.get(alone[i])!.getElementById(`chart-${id}`)!;
      const csv = figure.querySelector('a[href$=".csv"]')!.getAttribute("href")!;
      expect(fileOf(path.posix.join("dist/charts", csv))).toBe(`dist/graphics/${id}-plain.csv`);
      const json = JSON.parse(readFileSync(`dist/graphics/${id}.json`, "utf8"));
      expect(json.title).toBe(titleIn(figure));
      expect(json.title).toBe(`${json.kicker}: ${json.headline}`);
      expect(json.rows).toHaveLength(figure.querySelectorAll("tbody tr").length);
    }
  });
});
