import * as Plot from "@observablehq/plot";
import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {boxOfPath} from "../../../loaders/graphics/pathBox.js";
import {spanX} from "../../../src/waybill/marks/index.js";
import {edgeOf} from "../../../src/waybill/marks/span.js";
import {expectDrawing} from "./expectDrawing.js";

const newDocument = (): Document =>
  parseHTML("<!doctype html><html><body></body></html>").document as unknown as Document;
const plot = (options: Plot.PlotOptions) =>
  Plot.plot({document: newDocument(), width: 500, height: 260, ...options}) as SVGSVGElement & {
    scale: (name: string) => {apply: (value: Date) => number};
  };

describe("edgeOf(iso, at)", () => {
  it.each([
    ["2022", "first", "2022-01-01"],
    ["2022", "last", "2023-01-01"],
    ["2022-02", "first", "2022-02-01"],
    ["2022-02", "last", "2022-03-01"],
    ["2022-12", "last", "2023-01-01"],
    ["2024-02-29", "first", "2024-02-29"],
    ["2024-02-29", "last", "2024-03-01"],
    ["2022", "begun", "2023-01-01"],
    ["2022", "lasting", "2022-01-01"],
    ["2022-12", "begun", "2023-01-01"],
    ["2022-12", "lasting", "2022-12-01"],
    ["2024-02-29", "begun", "2024-02-29"],
    ["2024-02-29", "lasting", "2024-03-01"],
    ["0079-08-24", "first", "0079-08-24"],
    ["1889", "last", "1890-01-01"],
  ] as const)("%s, %s, is %s", (iso, at, day) => {
    expect(edgeOf(iso, at)?.toISOString().slice(0, 10)).toBe(day);
  });

  it.each([null, undefined, "", "soon", "2022-1", 2022])("%s is no date", (value) => {
    expect(edgeOf(value, "first")).toBeNull();
  });
});

const rows = [
  {name: "a day", period_start: "2022-03-05", period_end: "2022-03-05"},
  {name: "a month", period_start: "2022-03", period_end: "2022-03"},
  {name: "a year", period_start: "2022", period_end: "2022"},
  {name: "year to month", period_start: "2021", period_end: "2022-07"},
  {name: "day to day", period_start: "2021-05-02", period_end: "2022-07-20"},
  {name: "since", period_start: "2021-05", period_end: null},
  {name: "planned", period_start: "2023-01", period_end: "2023-09", status: "planned"},
  {name: "denied", period_start: "2021-05-02", period_end: "2022-07-20", status: "denied"},
];

describe("spanX(data, options)", () => {
  const svg = plot({marginLeft: 90, marks: [spanX(rows, {y: "name", fill: "#8f2213", sort: {y: null}})]});
  const boxes = [...svg.querySelectorAll("g[aria-label='bar'] g")].map((mark) =>
    [...mark.querySelectorAll("path")].map((path) => boxOfPath(path.getAttribute("d")!)!),
  );
  const left = (n: number): number => Math.min(...boxes[n].map(({x1}) => x1));
  const right = (n: number): number => Math.max(...boxes[n].map(({x2}) => x2));
  const at = (iso: string): number => svg.scale("x").apply(new Date(iso));

  it("reach from the first to the last moment that their dates may mean", () => {
    expect(left(3)).toBeCloseTo(at("2021-01-01"), 0);
    expect(right(3)).toBeCloseTo(at("2022-08-01"), 0);
    expect(right(5)).toBeCloseTo(at("2023-10-01"), 0);
  });

  it("are sharp at a day, and rise over a month or a year", () => {
    const pales = [...svg.querySelectorAll("g[aria-label='bar'] g")].map(
      (mark) => mark.querySelectorAll("path[fill-opacity='0.4']").length,
    );
    expect(pales[3]).toBe(2);
    expect(pales[4]).toBe(0);
  });

  it("show a day, however many years the axis has", () => {
    expect(right(0) - left(0)).toBeGreaterThanOrEqual(3);
  });

  it("leave out a row without a date, and keep the link of each other", () => {
    const linked = plot({
      marks: [
        spanX([...rows, {name: "never", period_start: null, period_end: null}], {
          y: "name",
          href: (d: {name: string}) => `/sources/a#${d.name.replaceAll(" ", "-")}`,
        }),
      ],
    });
    expect(linked.querySelectorAll("a")).toHaveLength(rows.length);
  });

  it("are drawn as they were", () => {
    expectDrawing("spans", svg);
  });
});
