import {readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {csvFormatRows, csvParseRows, dsvFormat} from "d3";
import type {Browser} from "playwright-core";
import {optimize} from "svgo";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {findOnSite} from "../../loaders/graphics/cite/findOnSite.js";
import {readCitation} from "../../loaders/graphics/cite/readCitation.js";
import {readRemains} from "../../loaders/graphics/cite/readRemains.js";
import {readTexts} from "../../loaders/graphics/encodePng.js";
import {launchBrowser} from "../browser/launch.js";
import {charts} from "../charts/everyChart.js";
import {describeWith, programFolder, runProgram} from "./programs.js";

const ids = charts.map(({id}) => id);
const folder = programFolder();
const fileOf = (name: string): string => path.resolve("dist/graphics", name);
const bytesOf = (name: string): Buffer => readFileSync(fileOf(name));
const citationOf = (id: string) => JSON.parse(bytesOf(`${id}.json`).toString()).citation;
const foundIn = (bytes: Buffer) => findOnSite(bytes, "dist");

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe("a picture that was made anew", () => {
  it("is found by its look: as JPEG and WebP, at a third of its size, without metadata", {
    timeout: 300_000,
  }, async () => {
    const page = await browser.newPage();
    /** Draws a picture at a share of its size, and has the browser write it, with nothing of what was beside the pixels. */
    const converted = async (name: string, type: string, scale: number): Promise<Buffer> => {
      const data = await page.evaluate(
        async ([source, mime, share]) => {
          const image = new Image();
          image.src = source as string;
          await image.decode();
          const canvas = document.createElement("canvas");
          canvas.width = Math.round(image.width * (share as number));
          canvas.height = Math.round(image.height * (share as number));
          canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
          return canvas.toDataURL(mime as string, 0.5);
        },
        [`data:image/png;base64,${bytesOf(name).toString("base64")}`, type, scale] as const,
      );
      expect(data).toContain(`data:${type};`);
      return Buffer.from(data.split(",")[1], "base64");
    };
    for (const id of ids)
      for (const [suffix, type, scale] of [
        ["", "image/jpeg", 1],
        ["-dark", "image/webp", 0.6],
        ["-card", "image/jpeg", 0.33],
        ["", "image/png", 0.3],
      ] as const) {
        const bytes = await converted(`${id}${suffix}.png`, type, scale);
        expect(readCitation(bytes)).toBeNull();
        const found = foundIn(bytes);
        expect(found?.citation, `${id}${suffix} ${type}`).toEqual(citationOf(id));
        expect(found!.how).toContain(`${id}${suffix}.png`);
      }
    await page.setContent(`<h1>Another page</h1><p>${"Words of another page. ".repeat(80)}</p>`);
    expect(foundIn(await page.screenshot())).toBeNull();
    await page.close();
  });
});

describe("an SVG that svgo made smaller", () => {
  it.each(ids.flatMap((id) => [`${id}.svg`, `${id}-outlines.svg`]))("%s keeps its citation", (name) => {
    const {data} = optimize(bytesOf(name).toString(), {multipass: true});
    expect(data.length).toBeLessThan(bytesOf(name).length);
    expect(data).not.toContain("<metadata");
    expect(readCitation(Buffer.from(data))).toEqual(citationOf(name.replace(/(?:-outlines)?\.svg$/, "")));
  });
});

describe("an SVG whose citation is gone", () => {
  it.each(ids)("%s is found by the address in its words", (id) => {
    const bare = bytesOf(`${id}.svg`)
      .toString()
      .replace(/ data-citation='[^']*'/, "")
      .replace(/<metadata>.*?<\/metadata>/s, "");
    expect(readCitation(Buffer.from(bare))).toBeNull();
    expect(readRemains(Buffer.from(bare))).toEqual([
      citationOf(id).name,
      `chart ${id}, version ${citationOf(id).version}`,
    ]);
    expect(foundIn(Buffer.from(bare))).toEqual({
      citation: citationOf(id),
      how: "by the address in it",
      otherVersion: null,
    });
    const older = bare.replace(/version [0-9a-f]{7}/, "version 0000000");
    expect(foundIn(Buffer.from(older))).toMatchObject({otherVersion: "0000000"});
  });
});

describe("a table that a spreadsheet saved", () => {
  const rowsOf = (id: string): string[][] => csvParseRows(bytesOf(`${id}.csv`).toString());

  it.each(ids)("%s keeps its citation with semicolons and with tabs", (id) => {
    const whole = readCitation(bytesOf(`${id}.csv`))!;
    for (const separator of [";", "\t"])
      expect(readCitation(Buffer.from(dsvFormat(separator).formatRows(rowsOf(id))))).toEqual(whole);
    expect(whole.creditText).toBe(citationOf(id).creditText);
  });

  it.each(ids)("%s is found by the cells that are left", (id) => {
    const [names, ...rows] = rowsOf(id);
    const kept = ["mark", "value", "publisher"].map((name) => names.indexOf(name)).filter((at) => at >= 0);
    const few = Buffer.from(csvFormatRows([names, ...rows].map((row) => kept.map((at) => row[at]))));
    expect(readCitation(few)).toBeNull();
    expect(foundIn(few)?.citation).toEqual(citationOf(id));
    expect(foundIn(Buffer.from("name,value\nsome other thing,12345\n"))).toBeNull();
  });
});

describeWith("gs", "leaves title, credit and address of a PDF that it writes anew", () => {
  it.each(ids)("%s", (id) => {
    const file = path.join(folder, `${id}-gs.pdf`);
    runProgram(
      "gs",
      "-q",
      "-dNOPAUSE",
      "-dBATCH",
      "-sDEVICE=pdfwrite",
      `-sOutputFile=${file}`,
      fileOf(`${id}.pdf`),
    );
    const bytes = readFileSync(file);
    const {name, creditText, version} = citationOf(id);
    expect(readCitation(bytes)).toBeNull();
    expect(readRemains(bytes)).toEqual([name, creditText, `chart ${id}, version ${version}`]);
    expect(foundIn(bytes)).toMatchObject({citation: citationOf(id), otherVersion: null});
  });
});

describe("a PDF whose XMP Ghostscript spoiled", () => {
  it("has its credit in its dictionary, in the letters of PDF's own encoding", () => {
    const pdf = (keywords: string): Buffer =>
      Buffer.from(
        `%PDF-1.7\n<</Title(Herring)${keywords}>>\n<pdf:Keywords>The Skerry\ufffds desk; charts/catch, version 3fa2c1d</pdf:Keywords>\n`,
        "latin1",
      );
    expect(readRemains(pdf("/Keywords(The Skerry\\220s desk; charts/catch, version 3fa2c1d)"))).toEqual([
      "Herring",
      "The Skerry’s desk",
      "chart catch, version 3fa2c1d",
    ]);
    // Another program leaves no keywords there.
    expect(readRemains(pdf(""))[1]).toMatch(/^The Skerry.s desk$/);
  });
});

describeWith("qpdf", "leaves the citation of a PDF that it packs anew", () => {
  it.each(ids)("%s", (id) => {
    const file = path.join(folder, `${id}-qpdf.pdf`);
    runProgram("qpdf", "--object-streams=generate", "--recompress-flate", fileOf(`${id}.pdf`), file);
    expect(readCitation(readFileSync(file))).toEqual(citationOf(id));
  });
});

describeWith("exiftool", "carries the citation from PNG to JPEG as XMP", () => {
  it("as a photo desk's program does", async () => {
    const [id] = ids;
    const page = await browser.newPage();
    await page.setContent(`<img src="data:image/png;base64,${bytesOf(`${id}.png`).toString("base64")}">`);
    const file = path.join(folder, "taken.jpg");
    writeFileSync(file, await page.screenshot({type: "jpeg"}));
    await page.close();
    runProgram("exiftool", "-q", "-overwrite_original", "-tagsfromfile", fileOf(`${id}.png`), "-XMP", file);
    expect(readCitation(readFileSync(file))).toEqual(citationOf(id));
  });
});

describe("a PNG", () => {
  it("holds its citation once, as XMP", () => {
    const texts = readTexts(bytesOf(`${ids[0]}.png`));
    const {citation} = citationOf(ids[0]);
    const holding = [...texts].filter(([, text]) => text.includes(JSON.stringify(citation[0].identifier)));
    expect(holding.map(([keyword]) => keyword)).toEqual(["XML:com.adobe.xmp"]);
  });
});
