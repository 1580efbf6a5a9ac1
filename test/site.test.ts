import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import path from "node:path";
import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {loadTables} from "../loaders/tables.js";
import {charts} from "../src/charts/index.js";

const files = readdirSync("dist", {recursive: true, withFileTypes: true})
  .filter((entry) => entry.isFile())
  .map((entry) => path.posix.join(entry.parentPath, entry.name));
// Embed pages are no pages of Framework's: test/embed/ looks at them.
const pages = files.filter((file) => file.endsWith(".html") && !file.startsWith("dist/embed/"));
const documents = new Map(pages.map((page) => [page, parseHTML(readFileSync(page, "utf8")).document]));

/** The file that a plain web host sends for an address. */
function fileOf(address: string): string | undefined {
  return [address, `${address}.html`, path.posix.join(address, "index.html")].find(
    (file) => existsSync(file) && statSync(file).isFile(),
  );
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

  it.each(pages)("%s imports nothing that is not there", (page) => {
    const scripts = [...documents.get(page)!.querySelectorAll("script")].map((script) => script.textContent);
    const imports = [...scripts.join("\n").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(
      (match) => match[1],
    );
    expect(imports.length).toBeGreaterThan(0);
    for (const specifier of imports) {
      expect(specifier).toMatch(/^\.{0,2}\//);
      expect(existsSync(path.posix.join(path.posix.dirname(page), specifier)), specifier).toBe(true);
    }
  });

  it("has modules that import nothing that is not there", () => {
    const modules = files.filter((file) => file.endsWith(".js") && !file.includes(".worker."));
    expect(modules.length).toBeGreaterThan(5);
    for (const module of modules) {
      const code = readFileSync(module, "utf8");
      for (const [, specifier] of code.matchAll(
        /(?:^|[;\s}])(?:import|export)\s*(?:[\w*{}\s,$]*\s*from\s*)?"([^"\s]+)"/g,
      ))
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
    for (const style of document.querySelectorAll("style"))
      expect(style.textContent).not.toMatch(/url\(["']?(?:\w+:)?\/\//);
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
  const document = documents.get("dist/index.html")!;

  it.each(charts.map((chart) => chart.id))("%s is drawn at every width, with a name", (id) => {
    const figure = document.getElementById(`chart-${id}`)!;
    const drawings = [...figure.querySelectorAll("svg")];
    expect(drawings.map((svg) => svg.getAttribute("width"))).toEqual(["360", "640", "960"]);
    for (const svg of drawings) {
      expect(svg.getAttribute("role")).toBe("figure");
      expect(svg.getAttribute("aria-label")).toBeTruthy();
    }
  });

  it.each(charts.map((chart) => chart.id))(
    "%s: every mark leads to a sentence that states its figure",
    (id) => {
      const {figures} = loadTables();
      for (const svg of document.getElementById(`chart-${id}`)!.querySelectorAll("svg")) {
        const links = [...svg.querySelectorAll("a")];
        expect(links.length).toBeGreaterThan(0);
        for (const link of links) {
          const [page, hash] = link.getAttribute("href")!.split("#");
          expect(link.getAttribute("aria-label")).toBeTruthy();
          const target = documents.get(fileOf(path.posix.join("dist", page))!)!.getElementById(hash);
          const figure = figures.find((f) => f.figure_id === hash)!;
          expect(target?.textContent).toBe(figure.exact);
        }
      }
    },
  );

  it("takes every number in titles and notes from the rows", () => {
    const titles = [...document.querySelectorAll(".chart-title")].map((p) => p.textContent);
    expect(titles).toHaveLength(charts.length);
    expect(titles.join("\n")).toMatch(/more than \$20 million/);
    for (const chart of charts) {
      const empty = [chart.title([]), ...chart.notes([]), chart.describe([]).short].join(" ");
      expect(empty, chart.id).not.toMatch(/\d/);
    }
  });
});
