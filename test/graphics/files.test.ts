import {readFileSync} from "node:fs";
import * as fontkit from "fontkit";
import {parseHTML} from "linkedom";
import {getDocument} from "pdfjs-dist/legacy/build/pdf.mjs";
import {describe, expect, it} from "vitest";
import {columns} from "../../loaders/graphics/chartFiles.js";
import {readCitation} from "../../loaders/graphics/cite/readCitation.js";
import {readTexts} from "../../loaders/graphics/encodePng.js";
import {statementsOf} from "../../loaders/site/statements.js";
import {loadTables} from "../../loaders/tables.js";
import {charts} from "../../src/charts/index.js";
import {queryCharts} from "../charts/queryCharts.js";

const tables = loadTables();
const statements = statementsOf(tables);
const rowsOf = await queryCharts(tables);

const ids = charts.map(({id}) => id);
const read = (name: string): Buffer => readFileSync(`dist/graphics/${name}`);
const chartOf = (id: string) => charts.find((chart) => chart.id === id)!;
const suffixes = [
  ".svg",
  "-dark.svg",
  "-outlines.svg",
  ".png",
  "@2x.png",
  "-dark.png",
  "-dark@2x.png",
  "-card.png",
  ".pdf",
  "-90mm.pdf",
  ".csv",
  "-excel.csv",
  ".json",
  ".html",
  ".oembed.json",
];

describe.each(ids)("graphics of %s", (id) => {
  it.each(suffixes)("%s holds the title, the credit and every sentence, by the file alone", (suffix) => {
    const citation = readCitation(read(`${id}${suffix}`))!;
    const rows = rowsOf.get(id)!;
    expect(citation.name).toBe(chartOf(id).title(rows));
    expect(citation.creditText).toMatch(/^Waybill, from reports by /);
    const sentences = new Set(
      rows.flatMap(({stands_on}) =>
        stands_on.split(" ").map((s) => statements.get(s)!.sentence.replace(/\s+/g, " ").trim()),
      ),
    );
    expect(new Set(citation.citation.map(({text}) => text))).toEqual(sentences);
  });

  it.each([
    ["", 1],
    ["@2x", 2],
    ["-dark", 1],
    ["-dark@2x", 2],
  ])("%s.png is as large as its drawing, times %d", (suffix, scale) => {
    const svg = read(`${id}${suffix.startsWith("-dark") ? "-dark" : ""}.svg`).toString();
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!;
    const png = read(`${id}${suffix}.png`);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
      Number(width) * scale,
      Number(height) * scale,
    ]);
    expect([...readTexts(png).keys()]).toEqual(
      expect.arrayContaining(["Title", "Description", "Source", "Copyright", "XML:com.adobe.xmp"]),
    );
  });

  it("-card.png has the size that social media ask for", () => {
    const png = read(`${id}-card.png`);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  });

  it.each(["", "-dark"])("%s.svg embeds fonts that have every glyph, each of at most 20 kB", (suffix) => {
    const svg = read(`${id}${suffix}.svg`).toString();
    const {document} = parseHTML(svg);
    const fonts = [
      ...svg.matchAll(/font-family:"([^"]+)";font-weight:(\d+);src:url\(data:font\/woff2;base64,([^)]+)\)/g),
    ].map(([, family, weight, data]) => ({family, weight, bytes: Buffer.from(data, "base64")}));
    expect(fonts.length).toBeGreaterThanOrEqual(2);
    for (const {bytes} of fonts) expect(bytes.length).toBeLessThanOrEqual(20_000);
    let checked = 0;
    for (const text of document.querySelectorAll("text")) {
      const inherited = (name: string): string | undefined =>
        text.closest(`[${name}]`)?.getAttribute(name) ?? undefined;
      const family = inherited("font-family")?.includes("Source Serif") ? "Source Serif 4" : "Inter";
      const weight = inherited("font-weight") ?? "400";
      const cut = fonts.filter((font) => font.family === family && font.weight === weight);
      const faces = cut.map(({bytes}) => fontkit.create(bytes) as fontkit.Font);
      for (const character of text.textContent!)
        if (character.trim()) {
          const has = faces.some((face) => face.hasGlyphForCodePoint(character.codePointAt(0)!));
          expect(has, `${family} ${weight}: ${character}`).toBe(true);
          checked++;
        }
    }
    expect(checked).toBeGreaterThan(50);
  });

  it(".svg asks for nothing, and its links lead to sentences", () => {
    const svg = read(`${id}.svg`).toString();
    expect(svg).not.toMatch(/<image|<script(?! type="application\/ld\+json")|url\((?!#|data:)/);
    const links = [...parseHTML(svg).document.querySelectorAll("a")].map((a) => a.getAttribute("href"));
    expect(links).toHaveLength(rowsOf.get(id)!.length);
    for (const href of links) expect(href).toMatch(/^\.\.\/sources\/[\w-]+\.html#./);
  });

  it.each(columns.map(({suffix, millimetres}) => [suffix, millimetres] as const))(
    "%s.pdf is %d mm wide, its text is text, its links are live and named",
    async (suffix, millimetres) => {
      const rows = rowsOf.get(id)!;
      const file = await getDocument({data: new Uint8Array(read(`${id}${suffix}.pdf`))}).promise;
      const page = await file.getPage(1);
      const [, , width] = page.view;
      expect(width).toBeCloseTo((millimetres * 72) / 25.4, 0);
      const {items} = await page.getTextContent();
      const text = items.map((item) => ("str" in item ? item.str : "")).join(" ");
      const plain = (s: string): string => s.replace(/\s+/g, "");
      const {kicker, headline} = chartOf(id);
      expect(kicker(rows)).not.toBe("");
      expect(plain(text)).toContain(plain(kicker(rows) + headline(rows)));
      const links = (await page.getAnnotations()).filter(({subtype}) => subtype === "Link");
      expect(links).toHaveLength(rows.length);
      const names = rows.map((row) => chartOf(id).name(row, rows));
      expect(links.map(({contentsObj}) => contentsObj.str).sort()).toEqual([...names].sort());
      for (const {unsafeUrl, rect} of links) {
        expect(unsafeUrl).toMatch(/sources\/[\w-]+\.html#./);
        expect(rect[0]).toBeGreaterThanOrEqual(-1);
        expect(rect[2]).toBeLessThanOrEqual(width + 1);
        expect(rect[2] - rect[0]).toBeGreaterThan(1);
      }
      const {info} = (await file.getMetadata()) as unknown as {info: Record<string, string>};
      expect(info).toMatchObject({Title: chartOf(id).title(rows), Author: "Waybill", Language: "en"});
      expect(info.Subject).toBe(chartOf(id).describe(rows).short);
      const tree = await page.getStructTree();
      expect(JSON.stringify(tree)).toContain(JSON.stringify(chartOf(id).describe(rows).long).slice(1, 60));
    },
  );
});
