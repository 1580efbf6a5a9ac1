import * as fontkit from "fontkit";
import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import type {Citation} from "../../loaders/graphics/citation.js";
import {faces, openFaces} from "../../loaders/graphics/faces.js";
import {missingLine} from "../../loaders/graphics/makeGraphics.js";
import {pdfFile} from "../../loaders/graphics/pdfFile.js";
import {pngFile} from "../../loaders/graphics/pngFile.js";
import {create} from "../../loaders/graphics/svgElement.js";
import {svgFile} from "../../loaders/graphics/svgFile.js";
import {Typesetter} from "../../loaders/graphics/Typesetter.js";
import type {ChartDocument} from "../../src/waybill/chart/Chart.js";
import {textWidth} from "../../src/waybill/textWidth.js";
import {inkOfPdf, inkOfPng} from "./ink.js";

const [regular, , serif] = faces;
const citation: Citation = {
  "@context": "https://schema.org",
  "@type": "ImageObject",
  identifier: "name",
  name: "A name",
  description: "A name",
  creditText: "Waybill",
  license: "MIT",
  version: "0123456",
  inLanguage: "en",
  isBasedOn: [],
  citation: [],
};

/** Returns a figure that is one line of text. */
function figureOf(text: string, face: (typeof faces)[number] = regular): SVGSVGElement {
  const document = parseHTML("<!doctype html><html><body></body></html>")
    .document as unknown as ChartDocument;
  const [width, height] = [400, 50];
  const svg = create(document, "svg", {
    xmlns: "http://www.w3.org/2000/svg",
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    "font-size": 20,
  });
  const line = create(document, "text", {
    x: 10,
    y: 30,
    "font-weight": face.weight,
    ...(face === serif ? {"font-family": "'Source Serif 4', serif"} : {}),
  });
  line.append(document.createTextNode(text));
  svg.append(create(document, "desc", {}), create(document, "rect", {width, height, fill: "#fff"}), line);
  return svg as SVGSVGElement;
}

const typesetterFor = async (...texts: string[]): Promise<Typesetter> =>
  new Typesetter(await openFaces(texts));

/** Returns the letters of a line as they are seen, from left to right. */
const seen = (typesetter: Typesetter, text: string): string =>
  typesetter
    .set(text, regular)
    .runs.flatMap(({shaped}) => shaped.glyphs.map(({codePoints}) => String.fromCodePoint(...codePoints)))
    .join("");

const names: [script: string, name: string][] = [
  ["Latin", "Şişecam Œuvre Łódź"],
  ["Greek", "Ελληνικά Πετρέλαια"],
  ["Cyrillic", "Рособоронэкспорт ґ"],
  ["Arabic", "شركة النفط الوطنية"],
  ["Hebrew", "חברת שלום"],
  ["Devanagari", "हिन्दुस्तान क्षमता"],
  ["Thai", "บริษัทน้ำมันไทย"],
  ["Chinese", "中国机械工业集团"],
  ["Japanese", "株式会社トヨタの骨"],
  ["Korean", "삼성전자주식회사"],
  ["emoji", "🚀🛢🚢"],
];

describe.each(names)("a name in %s, %s", (_script, name) => {
  it.each([regular, serif])(
    "is drawn without gaps in PNG and PDF, at one place, in $name $weight",
    async (face) => {
      const typesetter = await typesetterFor(name);
      const svg = figureOf(name, face);
      const png = await inkOfPng(await pngFile(svg, {citation, scale: 2, typesetter, alt: ""}));
      const pdf = await inkOfPdf(await pdfFile(svg, {citation, width: 100, typesetter, alt: ""}), 400);
      expect([...typesetter.missing]).toEqual([]);
      const width = typesetter.measure(name, face, 20);
      for (const ink of [png!, pdf!]) {
        expect(ink.left).toBeGreaterThan(8);
        expect(ink.right).toBeLessThan(10 + width + 2);
        expect(ink.right - ink.left).toBeGreaterThan(0.9 * width - 4);
        expect(ink.filled).toBeGreaterThan(0.6);
      }
      for (const side of ["left", "right", "top", "bottom"] as const)
        expect(Math.abs(png![side] - pdf![side]), side).toBeLessThanOrEqual(1);
      const standIns = await inkOfPng(
        await pngFile(figureOf("□".repeat([...name].length), face), {
          citation,
          scale: 2,
          typesetter,
          alt: "",
        }),
      );
      expect(png).not.toEqual(standIns);
    },
  );

  it("is in the fonts that its SVG file holds", async () => {
    const {families} = await typesetterFor(name);
    const file = await svgFile(figureOf(name), {citation, alt: "", families});
    const fonts = [...file.matchAll(/base64,([^)]+)\) format\("woff2"\);unicode-range:([^}]+)/g)].map(
      ([, data, ranges]) => ({
        font: fontkit.create(Buffer.from(data, "base64")) as fontkit.Font,
        ranges: ranges.split(",").map((range) =>
          range
            .replace("U+", "")
            .split("-")
            .map((code) => Number.parseInt(code, 16)),
        ),
      }),
    );
    for (const letter of name.replaceAll(" ", "")) {
      const code = letter.codePointAt(0)!;
      const setting = fonts.findLast(({ranges}) =>
        ranges.some(([from, to = from]) => code >= from && code <= to),
      );
      expect(setting?.font.hasGlyphForCodePoint(code), letter).toBe(true);
    }
  });
});

describe("Typesetter.set(text, face)", () => {
  it.each([
    ["abc שלום def", "abc םולש def"],
    ["שלום עולם", "םלוע םולש"],
    ["to שלום (Haifa) 12", "to םולש (Haifa) 12"],
    ["שלום 12 עולם", "םלוע 12 םולש"],
    ["שלום (עולם)", "(םלוע) םולש"],
    ["\u202eabc\u202c d", "cba d"],
    ["٥٠ rifles", "٥٠ rifles"],
  ])("shows %j as %j", async (text, shown) => {
    expect(seen(await typesetterFor(text), text)).toBe(shown);
  });

  it("joins the letters of Arabic, and sets the marks of others on their letters", async () => {
    const typesetter = await typesetterFor("سس क्ष र्क");
    const width = (text: string): number => typesetter.measure(text, regular, 20);
    expect(width("سس")).toBeLessThan(2 * width("س"));
    expect(width("क्ष")).toBeLessThan(width("क") + width("ष"));
  });

  it("draws the letters that Chinese and Japanese share as each draws them", async () => {
    const outline = async (text: string): Promise<string> => {
      const run = (await typesetterFor(text)).set("骨", regular).runs[0];
      return run.part;
    };
    expect(await outline("骨")).toMatch(/noto-sans-sc/);
    expect(await outline("骨の")).toMatch(/noto-sans-jp/);
  });

  it("sets hyphens and figures as wide as a chart's words are measured, and no wider than their face has them", async () => {
    const words = ["so-called", "CQ-A", "LAD-21T", "calculation: at least", "“flanges”"];
    const typesetter = await typesetterFor(...words, "0123456789,");
    const gap = typesetter.measure("o-c", regular, 20) - typesetter.measure("oc", regular, 20);
    expect(gap).toBeLessThan(0.5 * 20);
    for (const [text, weight] of [
      ...words.flatMap((text) => [[text, 400] as const, [text, 600] as const]),
      ["100,000", 400],
      ["12,750", 600],
    ] as const) {
      const set = typesetter.measure(text, {name: "Inter", weight}, 20);
      expect(textWidth(text, 20, weight) / set).toBeGreaterThan(0.99);
      expect(textWidth(text, 20, weight) / set).toBeLessThan(1.06);
    }
  });

  it("keeps a blank as narrow as its face has it, beside an emoji too", async () => {
    const typesetter = await typesetterFor("🚀 a");
    const width = (text: string): number => typesetter.measure(text, regular, 20);
    expect(width("🚀 a")).toBeCloseTo(width("🚀") + width(" ") + width("a"), 5);
    expect(width(" ")).toBeLessThan(8);
  });

  it("draws a box for what no font has, and remembers it", async () => {
    const typesetter = await typesetterFor("ᠮᠣ & Sons\u0007");
    expect(seen(typesetter, "ᠮᠣ & Sons\u0007")).toBe("□□ & Sons□");
    expect([...typesetter.missing].sort()).toEqual(["\u0007", "ᠣ", "ᠮ"]);
    const ink = await inkOfPng(await pngFile(figureOf("ᠮᠣ"), {citation, scale: 2, typesetter, alt: ""}));
    expect(ink!.right - ink!.left).toBeGreaterThan(25);
    expect(seen(typesetter, "ᠮ\u0301!")).toBe("□□!");
  });

  it("draws nothing for signs of direction and joiners, and misses none", async () => {
    const text = "a\u200eb\u2067\u2069\u200d\ufe0f";
    const typesetter = await typesetterFor(text);
    expect(seen(typesetter, text).replaceAll(" ", "")).toBe("ab");
    expect(typesetter.measure(text, regular, 20)).toBeCloseTo(typesetter.measure("ab", regular, 20), 5);
    expect(typesetter.missing.size).toBe(0);
  });
});

describe("missingLine(id, rows, missing)", () => {
  it("says in one line which letters of which chart and rows no font has", () => {
    const rows = [{supplier: "Smith"}, {supplier: "ᠮᠣ"}, {supplier: "ᠮ\u0007"}];
    expect(missingLine("money", rows, ["\u0007", "ᠣ", "ᠮ"])).toBe(
      'chart money: no font has U+0007 in row 3; "ᠣ" U+1823 in row 2; "ᠮ" U+182E in rows 2, 3 (drawn as □ in PNG and PDF)',
    );
  });
});
