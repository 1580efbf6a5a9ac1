import * as Plot from "@observablehq/plot";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {isWithin, overlaps} from "../../../src/waybill/marks/box.js";
import {labels} from "../../../src/waybill/marks/index.js";
import {document, drawnTexts} from "./drawn.js";
import {expectDrawing} from "./expectDrawing.js";

const towns = [
  {name: "Upper Harbour", people: 12, income: 30},
  {name: "Lower Harbour", people: 12.4, income: 30.5},
  {name: "Old Mill", people: 3, income: 12},
  {name: "Saint Mary by the Bridge", people: 20, income: 44},
  {name: "Far End", people: 20, income: 12},
];
const common = {document, width: 360, height: 220, axis: null} as const;
const position = {x: "people", y: "income"} as const;
const textsOf = (element: Element) => drawnTexts(element.querySelector("[aria-label=text]")!);

describe("labels(options)", () => {
  it("draws as it did", () => {
    const dots = Plot.dot(towns, {...position, r: "people", fill: "#8f2213"});
    const text = labels({
      ...position,
      text: "name",
      r: "people",
      width: 90,
      priority: "people",
      href: "name",
      ariaLabel: "name",
    });
    expectDrawing(
      "labels",
      Plot.plot({
        ...common,
        inset: 14,
        marks: [Plot.frame({stroke: "#d9d4c9"}), dots, Plot.text(towns, text)],
      }),
    );
  });

  it("draws lines to labels that have no room at their point", () => {
    const crowd = Array.from({length: 12}, (_, i) => ({name: `No. ${i + 1}`, x: 50 + i / 4, y: 50}));
    const text = labels({x: "x", y: "y", text: "name", leaderStroke: "#888888"});
    const scales = {x: {domain: [0, 100]}, y: {domain: [0, 100]}};
    const svg = Plot.plot({
      ...common,
      ...scales,
      marks: [Plot.dot(crowd, {x: "x", y: "y"}), Plot.text(crowd, text)],
    });
    expect(svg.querySelectorAll("[aria-label=text] path").length).toBeGreaterThan(0);
    expectDrawing("labels-leader", svg);
  });

  it("breaks text at a width in pixels, and at lineWidth in ems as Plot does, and ends in an ellipsis past `lines`", () => {
    const linesWith = (options: Parameters<typeof labels>[0] & {width?: number; lines?: number}) =>
      textsOf(
        Plot.plot({
          ...common,
          marks: [Plot.text([towns[3]], labels({...position, text: "name", ...options}))],
        }),
      )[0].lines;
    expect(linesWith({})).toEqual(["Saint Mary by the Bridge"]);
    expect(linesWith({width: 90})).toEqual(["Saint Mary by", "the Bridge"]);
    expect(linesWith({lineWidth: 90 / 12})).toEqual(["Saint Mary by", "the Bridge"]);
    expect(linesWith({width: 60})).toEqual(["Saint", "Mary by", "the Bridge"]);
    expect(linesWith({width: 60, lines: 2})).toEqual(["Saint", "Mary by…"]);
  });

  it.each([
    ["no style, no id, no clip path", /style="|<clipPath|\bid="/],
    ["no number that is none", /NaN|undefined|Infinity/],
  ])("%s", (_what, broken) => {
    const svg = Plot.plot({...common, marks: [Plot.text(towns, labels({...position, text: "name"}))]});
    for (const style of svg.querySelectorAll("style")) style.remove();
    expect(svg.querySelector("[aria-label=text]")!.outerHTML).not.toMatch(broken);
  });

  it("keeps off bars, dots, rules and lines of the same plot, under any scale", () => {
    const bar = Plot.barX(towns, {x: "income", y: "name"});
    const svg = Plot.plot({
      ...common,
      marks: [bar, Plot.text(towns, labels({x: "people", y: "name", text: "name", avoid: [bar], r: 0}))],
    });
    const bars = [...svg.querySelectorAll("rect")].map((rect) => {
      const [x, y, w, h] = ["x", "y", "width", "height"].map((name) => Number(rect.getAttribute(name)));
      return {x1: x, y1: y, x2: x + w, y2: y + h};
    });
    expect(bars.length).toBe(towns.length);
    for (const text of textsOf(svg))
      expect(
        bars.some((box) => overlaps(box, text)),
        text.text,
      ).toBe(false);
    const rule = Plot.ruleX([12.2]);
    const ruled = Plot.plot({
      ...common,
      marks: [rule, Plot.text(towns, labels({...position, text: "name", avoid: [rule]}))],
    });
    const at = Number(ruled.querySelector("line")!.getAttribute("x1"));
    for (const {x1, x2} of textsOf(ruled)) expect(x1 > at || x2 < at).toBe(true);
    const line = Plot.lineY(towns, {...position, sort: "people"});
    const lined = Plot.plot({
      ...common,
      marks: [line, Plot.text(towns, labels({...position, text: "name", avoid: [line]}))],
    });
    expect(textsOf(lined).length).toBeGreaterThan(2);
  });

  it("keeps off the labels of another mark in the same plot, but not of another plot", () => {
    const text = labels({...position, text: "name"});
    const once = () => textsOf(Plot.plot({...common, marks: [Plot.text(towns, text)]}));
    const svg = Plot.plot({
      ...common,
      marks: [Plot.text(towns, text), Plot.text(towns, {...text, className: "again"})],
    });
    const all = [...svg.querySelectorAll("[aria-label=text]")].flatMap((group) => drawnTexts(group));
    expect(all.length).toBeGreaterThan(towns.length);
    all.forEach((a, i) => {
      for (const b of all.slice(i + 1)) expect(overlaps(a, b), `${a.text} ${b.text}`).toBe(false);
    });
    expect(once()).toEqual(once());
  });

  it("stands in the middle of bands, and in facets, each placed for itself", () => {
    const svg = Plot.plot({
      ...common,
      marks: [
        Plot.cell(towns, {x: () => "a", y: "name"}),
        Plot.text(towns, labels({x: () => "a", y: "name", text: "name", places: ["right"], r: 0, gap: 0})),
      ],
    });
    const [x, width] = ["x", "width"].map((name) => Number(svg.querySelector("rect")!.getAttribute(name)));
    const shift = /translate\(([-\d.]+)/.exec(
      svg.querySelector("[aria-label=text]")!.getAttribute("transform") ?? "",
    )![1];
    expect(textsOf(svg)[0].x1 + Number(shift)).toBeCloseTo(x + width / 2 + 1.5, 6);
    const faceted = Plot.plot({
      ...common,
      marks: [Plot.text(towns, labels({...position, fx: (d) => d.income > 20, text: "name"}))],
    });
    const groups = [...faceted.querySelectorAll("[aria-label=text] > g")];
    expect(groups.map((group) => group.querySelectorAll("text").length)).toEqual([2, 3]);
  });

  it("leaves out rows without a text or a place, and takes filter, sort and projections as any mark", () => {
    const rows = [
      ...towns,
      {name: null, people: 4, income: 4},
      {name: "Nowhere", people: Number.NaN, income: 3},
    ];
    const svg = Plot.plot({
      ...common,
      marks: [Plot.text(rows, labels({...position, text: "name", filter: (d) => d.name !== "Far End"}))],
    });
    expect(textsOf(svg).map(({text}) => text)).toEqual(towns.slice(0, 4).map(({name}) => name));
    const map = Plot.plot({
      ...common,
      projection: "equal-earth",
      marks: [Plot.text([[10, 50]], labels({x: "0", y: "1", text: () => "Here", places: ["right"]}))],
    });
    const [{x1, x2}] = textsOf(map);
    expect(x1).toBeGreaterThan(180);
    expect(x2).toBeLessThan(250);
  });

  it("draws no two labels over each other and none outside the frame, at any width", () => {
    const row = fc.record({
      x: fc.integer({min: 0, max: 100}),
      y: fc.integer({min: 0, max: 100}),
      name: fc.string({maxLength: 30, unit: "grapheme-ascii"}),
    });
    fc.assert(
      fc.property(
        fc.array(row, {minLength: 1, maxLength: 200}),
        fc.constantFrom(280, 360, 640, 960, 1200),
        (rows, width) => {
          const svg = Plot.plot({
            ...common,
            width,
            height: 300,
            margin: 5,
            marks: [Plot.text(rows, labels({x: "x", y: "y", text: "name", width: 90}))],
          });
          const group = svg.querySelector("[aria-label=text]");
          const texts = group ? drawnTexts(group) : [];
          texts.forEach((a, i) => {
            expect(isWithin(a, {x1: 4.9, y1: 4.9, x2: width - 4.9, y2: 295.1}), a.text).toBe(true);
            for (const b of texts.slice(i + 1))
              expect(overlaps(a, b), `${a.text} over ${b.text}`).toBe(false);
          });
        },
      ),
      {seed: 1, numRuns: 20},
    );
  });
});
