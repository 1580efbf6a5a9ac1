import {readFileSync, statSync} from "node:fs";
import path from "node:path";
import {describe, expect, it} from "vitest";
import {mostMillimetres} from "../../loaders/graphics/chartFiles.js";
import type {Citation} from "../../loaders/graphics/citation.js";
import {pixelsOf} from "../../loaders/graphics/cite/pictureOf.js";
import {readCitation} from "../../loaders/graphics/cite/readCitation.js";
import {addressOfLicence} from "../../loaders/graphics/licence.js";
import {story} from "../../loaders/story.js";
import {charts} from "../charts/everyChart.js";
import {describeWith, programFolder, runProgram} from "./programs.js";

/*
 * Files read back by programs that nobody here wrote: what they say of a file
 * counts, not what we say of it.
 */

const {byline} = story();
const ids = charts.map(({id}) => id);
const folder = programFolder();
const fileOf = (name: string): string => path.resolve("dist/graphics", name);
const madeAs = (name: string): string => path.join(folder, name);
const citationIn = (name: string) => readCitation(readFileSync(fileOf(name))) as Citation;

/** Returns the share of pixels in which two pictures of one size differ by more than a softened edge does. */
function difference(a: Buffer, b: Buffer): number {
  const [one, other] = [a, b].map((bytes) => pixelsOf(bytes)!);
  expect([one.width, one.height]).toEqual([other.width, other.height]);
  let differing = 0;
  for (let i = 0; i < one.data.length; i += 4)
    if ([0, 1, 2].some((n) => Math.abs(one.data[i + n] - other.data[i + n]) > 64)) differing++;
  return differing / (one.data.length / 4);
}

describeWith("rsvg-convert", "draws the SVG with outlines as we do", () => {
  it.each(ids)("%s", (id) => {
    const drawn = runProgram("rsvg-convert", fileOf(`${id}-outlines.svg`));
    expect(difference(drawn, readFileSync(fileOf(`${id}.png`)))).toBeLessThan(0.003);
  });
});

describeWith(
  "inkscape",
  "draws the SVG with outlines as we do, and keeps the citation of what it saves",
  () => {
    const id = ids[0];
    it(id, {timeout: 120_000}, () => {
      const [png, svg] = [madeAs("inkscape.png"), madeAs("inkscape.svg")];
      runProgram("inkscape", fileOf(`${id}-outlines.svg`), `--export-filename=${png}`);
      expect(difference(readFileSync(png), readFileSync(fileOf(`${id}.png`)))).toBeLessThan(0.003);
      runProgram("inkscape", fileOf(`${id}.svg`), `--export-filename=${svg}`);
      expect(readCitation(readFileSync(svg))).toEqual(citationIn(`${id}.svg`));
    });
  },
);

describeWith("exiftool", "finds credit, rights, licence, alternative text and date", () => {
  it.each(ids.flatMap((id) => [`${id}.png`, `${id}-card.png`, `${id}.pdf`, `${id}-90mm.pdf`]))(
    "%s",
    (name) => {
      const [tags] = JSON.parse(
        String(runProgram("exiftool", "-json", "-G0", "-XMP:all", "-PNG:all", fileOf(name))),
      );
      const {creditText, license, description, name: title, isBasedOn} = citationIn(name);
      const newest = isBasedOn
        .map(({datePublished = ""}) => datePublished)
        .sort()
        .at(-1)!;
      expect(tags).toMatchObject({
        "XMP:Title": title,
        "XMP:Creator": byline,
        "XMP:Credit": creditText,
        "XMP:Rights": `${byline}. Licence: ${license}`,
        "XMP:UsageTerms": `${byline}. Licence: ${license}`,
        // A licence that nobody states has no address.
        ...(addressOfLicence(license) && {"XMP:WebStatement": addressOfLicence(license)}),
        "XMP:AltTextAccessibility": description,
      });
      expect(tags["XMP:ExtDescrAccessibility"].length).toBeGreaterThan(description.length);
      expect(tags["XMP:DateCreated"]).toBe(newest.replaceAll("-", ":"));
      if (name.endsWith(".png")) expect(tags["PNG:PixelsPerUnitX"]).toBe(3780);
    },
  );
});

describeWith("optipng", "makes our pictures hardly smaller", () => {
  it.each(ids)("%s", (id) => {
    const smaller = madeAs(`${id}-optipng.png`);
    runProgram("optipng", "-quiet", "-o2", "-out", smaller, fileOf(`${id}.png`));
    const [own, packed] = [fileOf(`${id}.png`), smaller].map((file) => statSync(file).size);
    expect(own / packed).toBeLessThan(1.1);
  });
});

const pdfs = ids.flatMap((id) => [`${id}.pdf`, `${id}-90mm.pdf`]);

describeWith("pdfinfo", "reads the PDF, which is tagged, dated and no higher than a page", () => {
  it.each(pdfs)("%s", (name) => {
    const told = String(runProgram("pdfinfo", "-isodates", fileOf(name)));
    const [, height] = /^Page size:\s+[\d.]+ x ([\d.]+) pts/m.exec(told)!;
    expect((Number(height) * 25.4) / 72).toBeLessThanOrEqual(mostMillimetres);
    expect(told).toMatch(/^Tagged:\s+yes$/m);
    expect(told).toMatch(/^CreationDate:\s+20[12]\d-/m);
    expect(told).toContain(citationIn(name).creditText);
  });
});

describeWith("qpdf", "finds no fault in the PDF", () => {
  it.each(pdfs)("%s", (name) => {
    expect(String(runProgram("qpdf", "--check", fileOf(name)))).toContain(
      "No syntax or stream encoding errors",
    );
  });
});

describeWith("mutool", "draws the PDF without a complaint", () => {
  it("all of them", () => {
    const {length} = runProgram(
      "mutool",
      "draw",
      "-q",
      "-F",
      "pam",
      "-r",
      "36",
      "-o",
      "-",
      ...pdfs.map(fileOf),
    );
    expect(length).toBeGreaterThan(pdfs.length * 1000);
  });
});

describeWith("gs", "parts the PDF into four inks: words in black alone, and nowhere too much of them", () => {
  it.each(ids)("%s", {timeout: 120_000}, (id) => {
    const [cmyk, raw] = [madeAs(`${id}-cmyk.pdf`), madeAs(`${id}.pam`)];
    const quiet = ["-q", "-dNOPAUSE", "-dBATCH", "-dSAFER"];
    runProgram(
      "gs",
      ...quiet,
      "-sDEVICE=pdfwrite",
      "-sColorConversionStrategy=CMYK",
      `-sOutputFile=${cmyk}`,
      fileOf(`${id}.pdf`),
    );
    runProgram("gs", ...quiet, "-sDEVICE=pamcmyk32", "-r72", `-sOutputFile=${raw}`, cmyk);
    const bytes = readFileSync(raw);
    const inks = bytes.subarray(bytes.indexOf("ENDHDR\n") + 7);
    let [most, black, blurred] = [0, 0, 0];
    for (let i = 0; i + 3 < inks.length; i += 4) {
      const [c, m, y, k] = inks.subarray(i, i + 4);
      most = Math.max(most, c + m + y + k);
      if (k === 255) black++;
      // Full black with colour below it is a letter in four inks.
      if (k === 255 && c + m + y > 60) blurred++;
    }
    expect(most / 2.55).toBeLessThanOrEqual(300);
    expect(black).toBeGreaterThan(20);
    expect(blurred / black).toBeLessThan(0.02);
    expect(inks.subarray(0, 4)).toEqual(Buffer.alloc(4));
  });
});

describeWith("soffice", "opens the CSV as a table, and the one for Excel too", () => {
  it("with every cell", {timeout: 240_000}, () => {
    const profile = `-env:UserInstallation=file://${madeAs("profile")}`;
    const [id] = ids;
    const read = (name: string, charset: number, separator: number): string => {
      const filter = `--infilter=CSV:${separator},34,${charset}`;
      runProgram(
        "soffice",
        profile,
        "--headless",
        filter,
        "--convert-to",
        "html:HTML (StarCalc)",
        "--outdir",
        folder,
        fileOf(name),
      );
      return readFileSync(madeAs(name.replace(/csv$/, "html")), "utf8").replace(/^[\s\S]*?<table/, "<table");
    };
    // 76 and 65535 are LibreOffice's numbers for UTF-8 and UTF-16; 44 and 9 are a comma and a tab.
    const [plain, excel] = [read(`${id}.csv`, 76, 44), read(`${id}-excel.csv`, 65535, 9)];
    expect(plain.match(/<td/g)!.length).toBeGreaterThan(20);
    expect(excel).toBe(plain);
  });
});

describe("what no program has to be there for", () => {
  it.each(ids)("%s-outlines.svg has no text, font or script, and all its words in its description", (id) => {
    const [outlined, plain] = ["-outlines", ""].map((end) => readFileSync(fileOf(`${id}${end}.svg`), "utf8"));
    expect(outlined).not.toMatch(/<text|<script|<style|font-face|<image|foreignObject/);
    const [, description] = /<desc[^>]*>([\s\S]*?)<\/desc>/.exec(outlined)!;
    const words = [...plain.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
    expect(words.length).toBeGreaterThan(8);
    for (const text of words) expect(description).toContain(text);
    expect(outlined.match(/<a /g)).toHaveLength(plain.match(/<a /g)!.length);
  });
});
