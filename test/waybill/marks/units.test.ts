import * as Plot from "@observablehq/plot";
import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {boxOfPath} from "../../../loaders/graphics/pathBox.js";
import {unitsX, unitsY} from "../../../src/waybill/marks/index.js";
import {paintOf} from "../../../src/waybill/marks/state.js";
import {drawUnits} from "../../../src/waybill/marks/units.js";
import {expectDrawing} from "./expectDrawing.js";

const newDocument = (): Document =>
  parseHTML("<!doctype html><html><body></body></html>").document as unknown as Document;
const plot = (options: Plot.PlotOptions) =>
  Plot.plot({document: newDocument(), width: 400, height: 240, ...options}) as SVGSVGElement;

const squaresIn = (d: string): number => d.match(/M/g)?.length ?? 0;

describe("drawUnits(strip, count, options)", () => {
  const strip = {x: 10, y: 20, toward: "right", length: 300, breadth: 40} as const;

  it.each([
    [1, 0],
    [2, 1],
    [63, 62],
    [12.5, 12],
  ])("%d units are that many squares, the last drawn by its hedge", (count, before) => {
    const strokes = drawUnits(strip, count, {pixels: 4, gap: 1, end: "square", paint: paintOf("happened")});
    const squares = strokes.reduce((sum, {d}) => sum + squaresIn(d), 0);
    expect(squares).toBe(before + 1);
  });

  it("nothing is nothing", () => {
    expect(drawUnits(strip, 0, {pixels: 4, gap: 1, end: "open", paint: paintOf("happened")})).toEqual([]);
  });

  it.each(["right", "left", "up", "down"] as const)("stays inside its strip towards the %s", (toward) => {
    const box = boxOfPath(
      drawUnits({...strip, toward}, 60, {pixels: 5, gap: 1, end: "open", paint: paintOf("ordered")})
        .map(({d}) => d)
        .join(""),
    )!;
    const [along, across] = [300, 40];
    const [w, h] = toward === "right" || toward === "left" ? [along, across] : [across, along];
    expect(box.x1).toBeGreaterThanOrEqual(toward === "left" ? strip.x - w : strip.x);
    expect(box.x2).toBeLessThanOrEqual(toward === "left" ? strip.x : strip.x + w);
    expect(box.y1).toBeGreaterThanOrEqual(toward === "up" ? strip.y - h : strip.y);
    expect(box.y2).toBeLessThanOrEqual(toward === "up" ? strip.y : strip.y + h);
  });
});

describe("unitsX(data, options) and unitsY(data, options)", () => {
  const rows = [
    {name: "exact", value: 63},
    {name: "more", value: 40, qualifier: "more_than"},
    {name: "about", value: 33.5, qualifier: "about"},
    {name: "ordered", value: 50, status: "ordered"},
    {name: "at most", value: 20, qualifier: "at_most"},
  ];

  it("draw one mark and one link a row, of one square for so many", () => {
    const svg = plot({
      marks: [
        unitsX([{name: "a", value: 5000, href: "/a"}], {x: "value", y: "name", unit: 1000, href: "href"}),
      ],
    });
    const links = svg.querySelectorAll("a");
    expect(links).toHaveLength(1);
    const drawn = [...links[0].querySelectorAll("path")].map((path) => path.getAttribute("d")!).join("");
    expect(squaresIn(drawn)).toBe(5);
  });

  it.each([
    [
      "units-x",
      {marginLeft: 80, marks: [unitsX(rows, {x: "value", y: "name", fill: "#8f2213", sort: {y: null}})]},
    ],
    ["units-y", {marks: [unitsY(rows, {y: "value", x: "name", fill: "#3d5a80", sort: {x: null}})]}],
  ] as [string, Plot.PlotOptions][])("are drawn as they were: %s", (name, options) => {
    expectDrawing(name, plot(options));
  });
});
