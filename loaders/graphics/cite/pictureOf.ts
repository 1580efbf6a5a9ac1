import {decode} from "@cwasm/webp";
import {Resvg} from "@resvg/resvg-js";

/** A picture's look: how light it is in each field of a square grid, whatever its size. */
export interface Look {
  /** Width by height. */
  ratio: number;
  /** So normed that pictures are compared by where they are light and dark, not by how much. */
  fields: Float64Array;
}

interface Pixels {
  width: number;
  height: number;
  data: Uint8Array | Uint8ClampedArray;
}

/** Fields on a side of the grid: enough to tell lines of text apart, few enough to outlive a quarter of the size. */
const side = 64;
/** More than this is no picture that came from a page. */
const mostPixels = 100_000_000;

/**
 * Returns how a picture looks, by its bytes: PNG, JPEG, GIF, WebP or SVG. null if
 * it is none of them, cannot be read, or is one flat colour.
 */
export function lookOf(bytes: Buffer): Look | null {
  const pixels = pixelsOf(bytes);
  return pixels && pixels.width >= side && pixels.height >= side ? gridOf(pixels) : null;
}

/** Returns how alike two looks are: 1 for the same, about 0 for any two, less than that for one's negative. */
export function likeness(a: Look, b: Look): number {
  return a.fields.reduce((sum, field, i) => sum + field * b.fields[i], 0);
}

/** Returns the pixels of a picture; null if it is none that can be read. */
export function pixelsOf(bytes: Buffer): Pixels | null {
  const start = bytes.toString("latin1", 0, 12);
  try {
    if (/^RIFF....WEBP$/s.test(start)) return decode(bytes);
    const type = /^\x89PNG/.test(start)
      ? "png"
      : /^\xff\xd8\xff/.test(start)
        ? "jpeg"
        : /^GIF8/.test(start)
          ? "gif"
          : null;
    if (type) return drawn(type, bytes);
    return /<svg[\s>]/.test(bytes.toString("utf8", 0, 4096)) ? drawn("svg+xml", bytes) : null;
  } catch {
    return null;
  }
}

/** Returns the pixels of what resvg can draw as a picture inside an SVG. */
function drawn(type: string, bytes: Buffer): Pixels | null {
  const options = {font: {loadSystemFonts: false}, background: "#ffffff"};
  const image = `<image href="data:image/${type};base64,${bytes.toString("base64")}"/>`;
  const svg = (size: {width: number; height: number}): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">${image}</svg>`;
  const box = new Resvg(svg({width: 1, height: 1}), options).getBBox();
  if (!box || box.width * box.height > mostPixels) return null;
  const {width, height, pixels} = new Resvg(svg(box), options).render();
  return {width, height, data: pixels};
}

function gridOf({width, height, data}: Pixels): Look | null {
  const [sums, counts] = [new Float64Array(side * side), new Float64Array(side * side)];
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y * side) / height) * side;
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      const field = row + Math.floor((x * side) / width);
      sums[field] += 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
      counts[field]++;
    }
  }
  const light = sums.map((sum, i) => sum / counts[i]);
  const mean = light.reduce((sum, value) => sum + value, 0) / light.length;
  const length = Math.hypot(...light.map((value) => value - mean));
  return length < 1 ? null : {ratio: width / height, fields: light.map((value) => (value - mean) / length)};
}
