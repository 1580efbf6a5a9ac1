import {describe, expect, it} from "vitest";
import {pixelsOf} from "../../loaders/graphics/cite/pictureOf.js";
import {encodePng, readTexts} from "../../loaders/graphics/encodePng.js";

const [width, height] = [64, 48];

/** Returns pixels of a picture, of the colour that a function gives for each. */
function paint(colorAt: (i: number) => [number, number, number]): Uint8Array {
  const pixels = new Uint8Array(width * height * 4);
  for (let i = 0; i < width * height; i++) pixels.set([...colorAt(i), 255], i * 4);
  return pixels;
}

const encode = (pixels: Uint8Array, texts: Record<string, string> = {}): Promise<Buffer> =>
  encodePng(pixels, {width, height, density: 192, texts});

describe("encodePng(pixels, options)", () => {
  it.each([
    ["one colour", 1, 3],
    ["256 colours", 256, 3],
    ["257 colours", 257, 2],
    ["a colour for every pixel", width * height, 2],
  ])("keeps %s, and every pixel", async (_what, count, kind) => {
    const pixels = paint((i) => [(i % count) & 0xff, (i % count) >> 8, 7]);
    const png = await encode(pixels);
    // The kind of colour: 3 for a palette, 2 for red, green and blue.
    expect(png[25]).toBe(kind);
    const read = pixelsOf(png)!;
    expect([read.width, read.height]).toEqual([width, height]);
    expect(Buffer.from(read.data)).toEqual(Buffer.from(pixels));
  });

  it("says how large it is to be, and what is said in it", async () => {
    const png = await encode(
      paint(() => [1, 2, 3]),
      {Title: "Grain – ½\0", Long: "x".repeat(70_000)},
    );
    const at = png.indexOf("pHYs") + 4;
    expect([png.readUInt32BE(at), png.readUInt32BE(at + 4), png[at + 8]]).toEqual([7559, 7559, 1]);
    const texts = readTexts(png);
    expect(texts.get("Long")).toHaveLength(70_000);
    expect(texts.get("Title")).toMatch(/^Grain – ½/);
    expect(texts.get("Title")).not.toContain("\0");
    expect(() => readTexts(Buffer.from("GIF89a"))).toThrow("is no PNG");
  });

  it("makes equal bytes of equal pixels, wherever they lie in memory", async () => {
    const pixels = paint((i) => [i % 9, i % 7, 0]);
    const aside = new Uint8Array(pixels.length + 4).subarray(4);
    aside.set(pixels);
    expect(await encode(aside)).toEqual(await encode(pixels));
  });
});
