import {csvParse, tsvParse} from "d3";
import {parseHTML} from "linkedom";
import {getDocument} from "pdfjs-dist/legacy/build/pdf.mjs";
import {SaxesParser} from "saxes";
import {beforeAll, describe, expect, it} from "vitest";
import {prepareChart} from "../../loaders/graphics/chartFiles.js";
import {citationOf} from "../../loaders/graphics/citation.js";
import {readCitation} from "../../loaders/graphics/cite/readCitation.js";
import {readTexts} from "../../loaders/graphics/encodePng.js";
import {writable} from "../../loaders/graphics/xml.js";
import type {Statement} from "../../loaders/site/statements.js";
import type {Chart, ChartRow} from "../../src/waybill/chart/Chart.js";
import {asWritten} from "../../src/waybill/model/spreadsheet.js";
import type {TableRows} from "../../src/waybill/model/tables.js";
import {inventedChart} from "../charts/invented.js";
import {hostileStrings} from "./hostileStrings.js";

const strings = Object.values(hostileStrings);
const every = strings.join(" / ");

// A chart that writes each of them wherever a chart writes words.
const chart = {
  ...inventedChart("sums"),
  kicker: () => every,
  headline: () => every,
  title: () => every,
  subtitle: () => every,
  notes: () => strings,
  describe: () => ({short: every, long: every}),
} as unknown as Chart;

const rows = strings.map((text, i) => ({
  stands_on: `f${i}`,
  facts: null,
  article_id: `a${i}`,
  figure_id: `f${i}`,
  publisher: text,
  relays: text,
  sentence: text,
  exact: text,
  thing: text,
  goods: text,
  supplier: text,
  recipient: text,
  kind: "money",
  value: 1000 * (i + 1),
  usd: 1000 * (i + 1),
  unit: "USD",
  qualifier: null,
  status: null,
})) as unknown as ChartRow[];

const statements = new Map<string, Statement>(
  strings.map((text, i) => [
    `f${i}`,
    {
      id: `f${i}`,
      article_id: `a${i}`,
      sentence: text,
      exact: text,
      publisher: text,
      relays: text,
      anchor: `f${i}`,
    } as Statement,
  ]),
);
const tables = {
  articles: strings.map((text, i) => ({
    article_id: `a${i}`,
    title: text,
    publisher: text,
    relays: text,
    published: "2024-02-01",
  })),
} as unknown as Pick<TableRows, "articles">;

const options = {chart, rows, tables, statements, site: ""};
const citation = citationOf(options);
let files: Map<string, string | Buffer>;
const bytes = (suffix: string): Buffer => Buffer.from(files.get(`sums${suffix}`)! as string);
const text = (suffix: string): string => bytes(suffix).toString("utf8");

function checkXml(xml: string): void {
  const parser = new SaxesParser({xmlns: true});
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
}

describe("files of a chart whose every word is hostile", () => {
  beforeAll(async () => {
    files = await (await prepareChart(options)).make();
  });

  it.each([".svg", "-dark.svg", "-outlines.svg"])(
    "%s is well-formed, has no script, and reads as written",
    (suffix) => {
      const svg = text(suffix);
      checkXml(svg);
      const {document} = parseHTML(svg);
      expect(document.querySelectorAll("script")).toHaveLength(0);
      expect(document.querySelector("title")!.textContent).toBe(writable(every));
      const names = [...document.querySelectorAll("a")].map((a) => a.getAttribute("aria-label")!);
      for (const string of strings)
        expect(
          names.some((name) => name.includes(writable(string))),
          JSON.stringify(string),
        ).toBe(true);
      for (const element of document.querySelectorAll("*"))
        for (const {name, value} of element.attributes) {
          expect(name).not.toMatch(/^on/);
          if (name === "href") expect(value).toMatch(/^\.\.\/sources\//);
        }
    },
  );

  it.each([
    ".svg",
    "-dark.svg",
    "-outlines.svg",
    ".png",
    "@2x.png",
    "-dark.png",
    "-card.png",
    ".pdf",
    "-90mm.pdf",
    ".json",
    ".html",
    ".oembed.json",
  ])("%s gives its citation back as it was written", (suffix) =>
    expect(readCitation(bytes(suffix))).toEqual(JSON.parse(JSON.stringify(citation))),
  );

  it.each([".csv", "-excel.csv"])("%s keeps every cell, and its citation", (suffix) => {
    const read = suffix === ".csv" ? csvParse(text(suffix)) : tsvParse(bytes(suffix).toString("utf16le", 2));
    expect(read).toHaveLength(strings.length);
    // UTF-8 has no way to write half a pair.
    const kept = strings.map((string) => Buffer.from(string).toString());
    expect(read.map(({supplier}) => asWritten(supplier))).toEqual(kept);
    for (const cell of read.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^[=+@\t\r-]/);
    const found = readCitation(bytes(suffix))!;
    expect(found.creditText).toBe(Buffer.from(citation.creditText).toString());
    expect(found.citation.map((quoted) => quoted.text)).toEqual(
      citation.citation.map((quoted) => Buffer.from(quoted.text).toString()),
    );
  });

  it(".html runs nothing and shows the words", () => {
    const {document} = parseHTML(text(".html"));
    expect([...document.querySelectorAll("script")].map((s) => s.getAttribute("type"))).toEqual([
      "application/ld+json",
    ]);
    for (const element of document.querySelectorAll("*"))
      for (const {name, value} of element.attributes) {
        expect(name).not.toMatch(/^on/);
        if (name === "href") expect(value).not.toMatch(/^\s*(?:javascript|data:text)/i);
      }
    const notes = [...document.querySelectorAll(".chart-note")].map((note) => note.textContent);
    expect(notes).toEqual(strings.map(writable));
  });

  it(".png holds texts without a zero", () => {
    for (const [keyword, content] of readTexts(bytes(".png"))) expect(content, keyword).not.toContain("\0");
  });

  it.each([".pdf", "-90mm.pdf"])("%s opens, and its metadata is XML", async (suffix) => {
    const [xmp] = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(text(suffix))!;
    checkXml(xmp);
    const file = await getDocument({data: new Uint8Array(bytes(suffix)), verbosity: 0}).promise;
    const {info} = (await file.getMetadata()) as unknown as {info: Record<string, string>};
    expect(info.Title).toBe(writable(every));
    const links = await (await file.getPage(1)).getAnnotations();
    expect(links).toHaveLength(strings.length);
    for (const {unsafeUrl} of links) expect(unsafeUrl).toMatch(/^\.\.\/sources\//);
  });
});
