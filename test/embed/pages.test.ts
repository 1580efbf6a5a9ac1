import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import path from "node:path";
import {brotliCompressSync} from "node:zlib";
import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {siteUrl} from "../../loaders/site/address.js";
import {embedOf, embedPage, heightsOf} from "../../loaders/site/embed/embedHtml.js";
import {type ChartRow, chartOf, charts} from "./charts.js";

const ids = charts.map(({id}) => id);
const [first] = ids;
const compressed = (...files: string[]): number =>
  brotliCompressSync(Buffer.concat(files.map((file) => readFileSync(file)))).length;

function fileOf(address: string): string | undefined {
  return [address, `${address}.html`, path.posix.join(address, "index.html")].find(
    (file) => existsSync(file) && statSync(file).isFile(),
  );
}

describe("the embed pages", () => {
  it.each(ids)(
    "%s weighs at most 10 kB with its style sheet, and 3 kB more for a map's coasts and borders",
    (id) => {
      const page = readFileSync(`dist/embed/${id}.html`, "utf8");
      const isMap = [...page.matchAll(/ d="([^"]+)"/g)].some(([, path]) => path.length > 2000);
      expect(compressed(`dist/embed/${id}.html`) + compressed("dist/embed/embed.css")).toBeLessThanOrEqual(
        isMap ? 13_000 : 10_000,
      );
    },
  );

  it("have scripts and fonts within their budgets", () => {
    expect(compressed("dist/embed.js")).toBeLessThanOrEqual(2000);
    expect(compressed("dist/embed/frame.js")).toBeLessThanOrEqual(1000);
    for (const face of ["sans", "serif"])
      expect(statSync(`dist/fonts/embed-${face}.woff2`).size).toBeLessThanOrEqual(20_000);
  });

  it.each(ids.flatMap((id) => [id, `${id}-light`, `${id}-dark`]))(
    "%s has nothing inline, and asks the site alone",
    (name) => {
      const html = readFileSync(`dist/embed/${name}.html`, "utf8");
      const {document} = parseHTML(html);
      expect(html).not.toMatch(/ style=| on\w+=|javascript:|<style/);
      for (const script of document.querySelectorAll("script")) expect(script.textContent).toBe("");
      for (const element of document.querySelectorAll("[src], link[href]"))
        expect(element.getAttribute("src") ?? element.getAttribute("href")).not.toMatch(/^(?:\w+:)?\/\/|^\//);
      expect(document.documentElement.getAttribute("lang")).toBe("en");
      expect(document.querySelector("meta[name=robots]")!.getAttribute("content")).toBe("noindex");
      expect(document.querySelectorAll("main.waybill > figure")).toHaveLength(1);
    },
  );

  it.each(ids)("%s has a link for each mark and each report, to what is there, in a new tab", (id) => {
    const {document} = parseHTML(readFileSync(`dist/embed/${id}.html`, "utf8"));
    const links = [...document.querySelectorAll("a")];
    expect(links.length).toBeGreaterThan(4);
    for (const link of links) {
      const [address, hash] = link.getAttribute("href")!.split("#");
      const file = fileOf(path.posix.join("dist/embed", address));
      expect(file, address).toBeDefined();
      if (hash) expect(readFileSync(file!, "utf8"), hash).toContain(`id="${hash}"`);
      expect(link.getAttribute("target")).toBe("_blank");
      expect(link.getAttribute("rel")).toBe("noopener");
    }
    for (const svg of document.querySelectorAll(".drawing svg"))
      expect(svg.querySelectorAll("a").length).toBeGreaterThan(0);
    expect(document.querySelectorAll("details table tbody tr").length).toBeGreaterThan(0);
  });

  it("say where they belong: relatively, or with the site's address", () => {
    const {chart, rows} = chartOf(first);
    const embed = embedOf(chart, rows, new Map());
    const parse = (site: string | null) => {
      const {document} = parseHTML(embedPage(embed, {id: first, theme: "auto", site}));
      const attribute = (selector: string, name: string) =>
        document.querySelector(selector)?.getAttribute(name) ?? null;
      return {
        canonical: attribute("link[rel=canonical]", "href"),
        oembed: attribute('link[type="application/json+oembed"]', "href"),
        url: attribute('meta[property="og:url"]', "content"),
        image: attribute('meta[property="og:image"]', "content"),
        title: attribute('meta[property="og:title"]', "content"),
      };
    };
    const {title} = embed;
    expect(parse("https://example.org/w/")).toEqual({
      canonical: `https://example.org/w/charts/${first}.html`,
      oembed: `https://example.org/w/graphics/${first}.oembed.json`,
      url: `https://example.org/w/charts/${first}.html`,
      image: `https://example.org/w/graphics/${first}-card.png`,
      title,
    });
    expect(parse(null)).toEqual({
      canonical: `../charts/${first}.html`,
      oembed: `../graphics/${first}.oembed.json`,
      url: null,
      image: null,
      title,
    });
  });

  it("are made of any rows: none, and more than a page holds", () => {
    const {chart, rows} = chartOf(first);
    const empty = embedOf(chart, [], new Map());
    expect(empty.figure).toContain("<figure");
    expect(heightsOf(chart, rows, new Map())).toEqual(embedOf(chart, rows, new Map()).heights);
    const many: ChartRow[] = Array.from({length: 400}, (_, i) => ({...rows[0], stands_on: `f-${i}`}));
    const {figure} = embedOf(chart, many, new Map());
    expect(figure.match(/<tr>/g)!.length).toBeLessThanOrEqual(101);
    expect(figure).toContain("300 more in the data file.");
  });
});

describe("siteUrl(given)", () => {
  it.each([
    ["https://example.org", "https://example.org/"],
    ["https://example.org/a/b", "https://example.org/a/b/"],
    ["https://example.org/a/?q#h", "https://example.org/a/"],
    ["", null],
    [undefined, null],
  ])("%s is %s", (given, expected) => {
    expect(siteUrl(given)).toBe(expected);
  });
  it.each(["example.org", "ftp://example.org", "/waybill"])("refuses %s", (given) => {
    expect(() => siteUrl(given)).toThrow(`site's address: not a web address: ${given}`);
  });
});

describe("the chart modules", () => {
  const modules = readdirSync("dist/charts").filter((name) => name.endsWith(".js"));

  it.each(ids)("%s has a module, rows, types, and imports nothing but its neighbours", (id) => {
    for (const ending of ["js", "rows.js", "d.ts"])
      expect(existsSync(`dist/charts/${id}.${ending}`)).toBe(true);
    expect(readFileSync(`dist/charts/${id}.d.ts`, "utf8")).toContain("export declare function draw(");
    expect(existsSync("dist/charts/waybill.css")).toBe(true);
  });

  it.each(modules)("%s imports files that are there", (name) => {
    const code = readFileSync(`dist/charts/${name}`, "utf8");
    for (const [, specifier] of code.matchAll(/(?:^|[;}])(?:import|export)\s*[^;"']*from\s*"([^"]+)"/g)) {
      expect(specifier).toMatch(/^\.\//);
      expect(existsSync(path.posix.join("dist/charts", specifier)), specifier).toBe(true);
    }
    expect(code).not.toMatch(/\beval\(|new Function\(/);
  });
});
