import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {charts} from "../charts/everyChart.js";
import {launchBrowser} from "./launch.js";
import {serveFolder} from "./serve.js";

let browser: Browser;
let page: Page;
let site: {origin: string; close: () => void};

beforeAll(async () => {
  browser = await launchBrowser();
  site = await serveFolder("dist");
  page = await browser.newPage();
  await page.goto(`${site.origin}/charts/`);
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

interface Compared {
  width: number;
  height: number;
  /** Share of pixels that differ plainly. */
  different: number;
  /** Share of pixels of the PNG that are not its ground. */
  drawn: number;
  ground: number[];
}

/** Returns how the PNG, drawn without a browser, differs from what this browser makes of the SVG. */
function compare(name: string): Promise<Compared> {
  return page.evaluate(
    async ({svg, png}) => {
      const pixelsOf = async (source: string): Promise<ImageData> => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const full = document.createElement("canvas");
        full.width = image.naturalWidth;
        full.height = image.naturalHeight;
        full.getContext("2d")!.drawImage(image, 0, 0);
        // From a distance: letters are smoothed in another way.
        const canvas = document.createElement("canvas");
        canvas.width = Math.round(full.width / 8);
        canvas.height = Math.round(full.height / 8);
        const context = canvas.getContext("2d")!;
        context.imageSmoothingQuality = "high";
        context.drawImage(full, 0, 0, canvas.width, canvas.height);
        return context.getImageData(0, 0, canvas.width, canvas.height);
      };
      const [a, b] = [await pixelsOf(svg), await pixelsOf(png)];
      const ground = [...b.data.slice(0, 3)];
      let [different, drawn] = [0, 0];
      for (let i = 0; i < b.data.length; i += 4) {
        const apart = (other: ArrayLike<number>, at: number): number =>
          Math.max(...[0, 1, 2].map((c) => Math.abs(b.data[i + c] - other[at + c])));
        if (apart(a.data, i) > 48) different++;
        if (apart(ground, 0) > 24) drawn++;
      }
      const pixels = b.width * b.height;
      return {width: b.width, height: b.height, different: different / pixels, drawn: drawn / pixels, ground};
    },
    {svg: `${site.origin}/graphics/${name}.svg`, png: `${site.origin}/graphics/${name}.png`},
  );
}

describe("a PNG beside its SVG in Chromium", () => {
  it.each(charts.flatMap(({id}) => [id, `${id}-dark`]))("%s: hardly a pixel differs", async (name) => {
    const {different, drawn, ground} = await compare(name);
    expect(ground).toEqual(name.endsWith("-dark") ? [0x17, 0x19, 0x1c] : [0xfd, 0xfc, 0xf9]);
    expect(drawn).toBeGreaterThan(0.02);
    expect(different).toBeLessThan(0.01);
  });
});

describe("a chart as one HTML file, from a disk", () => {
  it.each(charts.map(({id}) => id))(
    "%s: shows drawing, table and sources, and asks for nothing",
    async (id) => {
      const context = await browser.newContext({javaScriptEnabled: false});
      const own = await context.newPage();
      const asked: string[] = [];
      own.on("request", (request) => {
        if (!request.url().startsWith("data:")) asked.push(request.url());
      });
      const address = new URL(`../../dist/graphics/${id}.html`, import.meta.url).href;
      await own.goto(address, {waitUntil: "networkidle"});
      expect(asked).toEqual([address]);
      expect(await own.locator(".drawing svg:visible").count()).toBe(1);
      expect(await own.locator(".drawing:visible a").count()).toBe(await own.locator("tbody tr").count());
      expect(await own.locator(".statement").count()).toBeGreaterThan(0);
      await context.close();
    },
  );
});
