import {crc32} from "node:zlib";
import {renderAsync} from "@resvg/resvg-js";
import type {Citation} from "./citation.js";
import {withOutlines} from "./outlines.js";
import type {Typesetter} from "./Typesetter.js";
import {toEmbeddedJson, toXml, writable} from "./xml.js";

export interface PngOptions {
  citation: Citation;
  /** Pixels for each of the drawing's. */
  scale: number;
  typesetter: Typesetter;
}

/** Returns a figure as PNG, drawn without a browser, with its citation in text chunks. */
export async function pngFile(
  svg: SVGSVGElement,
  {citation, scale, typesetter}: PngOptions,
): Promise<Buffer> {
  const image = await renderAsync(toXml(withOutlines(svg, typesetter)), {
    fitTo: {mode: "zoom", value: scale},
    font: {loadSystemFonts: false},
  });
  return withTexts(image.asPng(), {
    Title: citation.name,
    Description: citation.description,
    Source: citation.creditText,
    Copyright: `Licence: ${citation.license}`,
    ...(citation.url ? {URL: citation.url} : {}),
    Citation: toEmbeddedJson(citation),
  });
}

/** Returns a PNG with international text chunks (iTXt) after its header. */
export function withTexts(png: Buffer, texts: Record<string, string>): Buffer {
  const chunks = Object.entries(texts).map(([keyword, text]) =>
    chunk(
      "iTXt",
      Buffer.concat([Buffer.from(`${keyword}\0\0\0en\0\0`, "latin1"), Buffer.from(writable(text), "utf8")]),
    ),
  );
  // Signature (8 bytes), then the header chunk: length, name, 13 bytes, checksum.
  const header = 8 + 4 + 4 + 13 + 4;
  return Buffer.concat([png.subarray(0, header), ...chunks, png.subarray(header)]);
}

/** Returns the international text chunks of a PNG, by keyword. Throws if it is no PNG. */
export function readTexts(png: Buffer): Map<string, string> {
  if (png.toString("latin1", 1, 4) !== "PNG") throw new Error("is no PNG");
  const texts = new Map<string, string>();
  for (let at = 8; at + 12 <= png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString("latin1", at + 4, at + 8);
    if (type === "iTXt") {
      const data = png.subarray(at + 8, at + 8 + length);
      const keyword = data.subarray(0, data.indexOf(0)).toString("latin1");
      // Two flags for compression, then the language and the translated keyword, each closed by a zero.
      const language = data.indexOf(0, keyword.length + 3);
      texts.set(keyword, data.subarray(data.indexOf(0, language + 1) + 1).toString("utf8"));
    }
    at += length + 12;
  }
  return texts;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
