import {promisify} from "node:util";
import {constants, crc32, deflate} from "node:zlib";
import {writable} from "./xml.js";

export interface EncodeOptions {
  width: number;
  height: number;
  /** Pixels to the inch at which it is to be printed or shown. */
  density: number;
  /** What is said in it, by keyword, as international text (iTXt). */
  texts: Record<string, string>;
}

const compress = promisify<Buffer, object, Buffer>(deflate);
const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
const inchesPerMetre = 1000 / 25.4;

/**
 * Returns an opaque picture as PNG, without loss: up to 256 colours as a
 * palette, which holds for flat drawings with all their softened edges, else
 * three bytes a pixel. Pixels are red, green, blue and a byte that is passed
 * over. The bytes depend on nothing but what is given.
 *
 * ```ts
 * await encodePng(image.pixels, {width: 688, height: 562, density: 96, texts: {Title: "Grain"}})
 * ```
 */
export async function encodePng(
  pixels: Uint8Array,
  {width, height, density, texts}: EncodeOptions,
): Promise<Buffer> {
  // As whole numbers, four bytes at once, in whichever order the machine has them.
  const colors = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const palette = paletteOf(colors);
  const lines = palette ? inPalette(colors, width, palette) : inFull(pixels, width);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, palette ? 3 : 2, 0, 0, 0], 8);
  const physical = Buffer.alloc(9);
  const perMetre = Math.round(density * inchesPerMetre);
  physical.writeUInt32BE(perMetre, 0);
  physical.writeUInt32BE(perMetre, 4);
  physical[8] = 1;
  const data = await compress(lines, {level: constants.Z_BEST_COMPRESSION});
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("pHYs", physical),
    ...Object.entries(texts).map(([keyword, text]) => textChunk(keyword, text)),
    ...(palette ? [chunk("PLTE", bytesOf(palette))] : []),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Returns the colours of a picture with their places in its palette, in the order in which they are met; null if they are too many for one. */
function paletteOf(colors: Uint32Array): Map<number, number> | null {
  const palette = new Map<number, number>();
  let last = -1;
  for (const color of colors) {
    if (color === last) continue;
    last = color;
    if (palette.has(color)) continue;
    if (palette.size === 256) return null;
    palette.set(color, palette.size);
  }
  return palette;
}

// Each line begins with a 0 for no filter: flat areas and letters pack best as they are, in a palette and in full colour.
function inPalette(colors: Uint32Array, width: number, palette: ReadonlyMap<number, number>): Buffer {
  const lines = Buffer.alloc((colors.length / width) * (width + 1));
  let [last, place, to] = [-1, 0, 0];
  for (let i = 0; i < colors.length; i++) {
    if (i % width === 0) to++;
    if (colors[i] !== last) {
      last = colors[i];
      place = palette.get(last)!;
    }
    lines[to++] = place;
  }
  return lines;
}

function inFull(pixels: Uint8Array, width: number): Buffer {
  const lines = Buffer.alloc((pixels.length / 4 / width) * (width * 3 + 1));
  let to = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    if (at % (width * 4) === 0) to++;
    lines[to++] = pixels[at];
    lines[to++] = pixels[at + 1];
    lines[to++] = pixels[at + 2];
  }
  return lines;
}

function bytesOf(palette: ReadonlyMap<number, number>): Buffer {
  const bytes = new Uint8Array(Uint32Array.from(palette.keys()).buffer);
  return Buffer.from(bytes.filter((_, i) => i % 4 < 3));
}

function textChunk(keyword: string, text: string): Buffer {
  // Two flags for compression, then the language and the translated keyword, each closed by a zero.
  const head = Buffer.from(`${keyword}\0\0\0\0\0`, "latin1");
  return chunk("iTXt", Buffer.concat([head, Buffer.from(writable(text), "utf8")]));
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

/** Returns the international text chunks of a PNG, by keyword. Throws if it is no PNG. */
export function readTexts(png: Buffer): Map<string, string> {
  if (png.toString("latin1", 1, 4) !== "PNG") throw new Error("is no PNG");
  const texts = new Map<string, string>();
  for (let at = signature.length; at + 12 <= png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString("latin1", at + 4, at + 8);
    if (type === "iTXt") {
      const data = png.subarray(at + 8, at + 8 + length);
      const keyword = data.subarray(0, data.indexOf(0)).toString("latin1");
      const language = data.indexOf(0, keyword.length + 3);
      texts.set(keyword, data.subarray(data.indexOf(0, language + 1) + 1).toString("utf8"));
    }
    at += length + 12;
  }
  return texts;
}
