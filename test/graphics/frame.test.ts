import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {cardSvg} from "../../loaders/graphics/cardSvg.js";
import {faceOf, openFaces} from "../../loaders/graphics/faces.js";
import {figureSvg} from "../../loaders/graphics/figureSvg.js";
import {startOf} from "../../loaders/graphics/outlines.js";
import {boxOfPath, type PathBox} from "../../loaders/graphics/pathBox.js";
import {Typesetter} from "../../loaders/graphics/Typesetter.js";
import type {Chart, ChartDocument} from "../../src/waybill/chart/Chart.js";
import {bars} from "../../src/waybill/forms/index.js";

const names = {
  "60 letters in words": "The Joint Stock Company for Optical and Mechanical Machines",
  "60 letters in one word": "Donaudampfschifffahrtsgesellschaftskapitaensmuetzenfabrikant",
  "440 letters in words": "The Joint Stock Company for Optical and Mechanical Machines of the North "
    .repeat(7)
    .slice(0, 440),
  "440 letters in one word": "Donaudampfschifffahrtsgesellschaft".repeat(13).slice(0, 440),
  "440 letters in Chinese": "中国机械工业集团有限公司".repeat(37).slice(0, 440),
  "440 letters in Arabic": "شركةالنفطالوطنية".repeat(28).slice(0, 440),
};

/** A chart that writes a name wherever the frame around a drawing has words. */
const chartOf = (name: string): Chart => ({
  id: "names",
  query: "",
  kicker: () => name,
  headline: () => name,
  title: () => name,
  subtitle: () => name,
  notes: () => [name],
  key: () =>
    [name, name].map((text) => ({text, swatch: (color) => [{d: "M2,1h40v12h-40Z", fill: color("red")}]})),
  name: () => name,
  describe: () => ({short: name, long: name}),
  draw: (_rows, options) => bars([{label: "drawn", value: 1}], options),
});

/** Returns the box of an element in the picture, by the transforms of the groups around it. */
function placed(element: Element, box: PathBox): PathBox {
  let {x1, y1, x2, y2} = box;
  for (let at: Element | null = element; at; at = at.parentElement) {
    const transform = at.getAttribute("transform") ?? "";
    const [, scale = "1"] = /scale\(([\d.]+)\)/.exec(transform) ?? [];
    const [, dx = "0", dy = "0"] = /translate\(([-\d.]+),([-\d.]+)\)/.exec(transform) ?? [];
    [x1, x2] = [x1, x2].map((x) => x * Number(scale) + Number(dx));
    [y1, y2] = [y1, y2].map((y) => y * Number(scale) + Number(dy));
  }
  return {x1, y1, x2, y2};
}

/** Says what of a figure stands outside its frame. */
function outside(svg: SVGSVGElement, typesetter: Typesetter): string[] {
  const [width, height] = ["width", "height"].map((name) => Number(svg.getAttribute(name)));
  const boxes: [string, PathBox | null][] = [...svg.querySelectorAll("text")].map((text) => {
    const size = Number(text.closest("[font-size]")!.getAttribute("font-size"));
    const wide = typesetter.set(text.textContent!, faceOf(text)).width * size;
    const [x, y] = ["x", "y"].map((name) => Number(text.getAttribute(name)));
    const x1 = startOf(text, x, wide);
    return [text.textContent!, placed(text, {x1, x2: x1 + wide, y1: y - size, y2: y + 0.3 * size})];
  });
  for (const path of svg.querySelectorAll("path")) {
    const box = boxOfPath(path.getAttribute("d")!);
    boxes.push(["a path", box && placed(path, box)]);
  }
  expect(boxes.length).toBeGreaterThan(2);
  return boxes.flatMap(([what, box]) =>
    box && (box.x1 < -0.5 || box.y1 < -0.5 || box.x2 > width + 0.5 || box.y2 > height + 0.5)
      ? [`${what}: ${JSON.stringify(box)}`]
      : [],
  );
}

describe.each(Object.entries(names))("a name of %s", (_kind, name) => {
  const document = parseHTML("<!doctype html><html><body></body></html>")
    .document as unknown as ChartDocument;
  const setUp = async () => {
    const typesetter = new Typesetter(await openFaces([name]));
    const credit = `Waybill, from reports by ${name}, relaying ${name}`;
    return {
      typesetter,
      options: {chart: chartOf(name), rows: [], document, measure: typesetter.measure, credit},
    };
  };

  it.each([360, 640, 960])(
    "stays in the frame of a figure of %d px, and no letter of it is lost",
    async (width) => {
      const {typesetter, options} = await setUp();
      const svg = figureSvg({...options, width, theme: "light", root: ".."});
      expect(outside(svg, typesetter)).toEqual([]);
      const shown = [...svg.querySelectorAll("text")]
        .map((text) => text.textContent)
        .join("")
        .replace(/[- ]/g, "");
      // Kicker, title, subtitle, two lines of the key, a note, and twice in the credit.
      expect(shown.split(name.replace(/[- ]/g, ""))).toHaveLength(9);
      expect(svg.querySelector("title")!.textContent).toBe(name);
    },
  );

  it("stays in the frame of a card, shortened where it is too long", async () => {
    const {typesetter, options} = await setUp();
    const svg = cardSvg({...options, theme: "light"});
    expect(outside(svg, typesetter)).toEqual([]);
    const lines = [...svg.querySelectorAll("text")].filter(
      (text) => text.getAttribute("font-weight") === "700",
    );
    expect(lines.length).toBeLessThanOrEqual(7);
    const read = lines.map((line) => line.textContent!.replace(/[- …]/g, "")).join("");
    expect(read.length).toBeGreaterThan(15);
    expect(name.replace(/[- ]/g, "").startsWith(read), read).toBe(true);
    if (name.length > 100) expect(lines.at(-1)!.textContent).toMatch(/[^-]…$/);
  });
});
