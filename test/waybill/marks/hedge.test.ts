import * as Plot from "@observablehq/plot";
import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {boxOfPath} from "../../../loaders/graphics/pathBox.js";
import {hedgeX, hedgeY} from "../../../src/waybill/marks/index.js";
import type {Qualifier, Status} from "../../../src/waybill/model/figure.js";
import {expectDrawing} from "./expectDrawing.js";

interface Row {
  name: string;
  value: number | null;
  low?: number | null;
  high?: number | null;
  qualifier?: Qualifier | null;
  status?: Status | null;
  derived?: boolean;
  href?: string;
}

const newDocument = (): Document =>
  parseHTML("<!doctype html><html><body></body></html>").document as unknown as Document;

function plot(options: Plot.PlotOptions): SVGSVGElement & {scale: (name: string) => Plot.Scale} {
  return Plot.plot({document: newDocument(), width: 400, height: 300, ...options}) as ReturnType<typeof plot>;
}

/** Returns the paths of each row's mark, in the order of the drawing. */
function marksOf(svg: Element): Element[] {
  return [...svg.querySelectorAll("g[aria-label='bar'] g, g[aria-label='dot'] g")];
}

function boxOf(mark: Element) {
  const boxes = [...mark.querySelectorAll("path")].map((path) => boxOfPath(path.getAttribute("d")!)!);
  return {
    left: Math.min(...boxes.map(({x1}) => x1)),
    right: Math.max(...boxes.map(({x2}) => x2)),
    top: Math.min(...boxes.map(({y1}) => y1)),
    bottom: Math.max(...boxes.map(({y2}) => y2)),
  };
}

const qualifiers: (Qualifier | null)[] = ["exactly", "more_than", "about", "at_most", null];
const statuses: (Status | null)[] = ["delivered", "contracted", "forecast", "alleged", "denied"];
const every: Row[] = statuses.flatMap((status) =>
  qualifiers.map((qualifier, i) => ({
    name: `${status} ${qualifier}`,
    value: qualifier ? 50 + 5 * i : null,
    low: qualifier ? null : 30,
    high: qualifier ? null : 80,
    qualifier,
    status,
    href: "/sources/a#b",
  })),
);
const workings: Row[] = qualifiers.map((qualifier, i) => ({
  name: `worked out ${qualifier}`,
  value: 50 + 5 * i,
  qualifier,
  derived: true,
}));
const reach = ({value, high}: Row): number => (value ?? high)!;

describe("hedgeX(options) and hedgeY(options) of a bar", () => {
  it.each([
    ["linear", {}],
    ["reversed", {reverse: true}],
    ["sqrt", {type: "sqrt" as const}],
    ["symlog", {type: "symlog" as const}],
  ])("ends at its value on a %s scale, however it is hedged and painted", (_name, scale) => {
    const svg = plot({
      x: scale,
      marks: [Plot.barX(every, hedgeX({x: "value", y: "name", sort: {y: null}}))],
    });
    const x = svg.scale("x") as Plot.Scale & {apply: (value: number) => number};
    const marks = marksOf(svg);
    expect(marks).toHaveLength(every.length);
    for (const [i, mark] of marks.entries()) {
      const {left, right} = boxOf(mark);
      const [base, value] = [x.apply(0), x.apply(reach(every[i]))];
      const [near, far] = value > base ? [left, right] : [right, left];
      expect(Math.abs(far - value), every[i].name).toBeLessThan(0.8);
      expect(Math.abs(near - base), every[i].name).toBeLessThan(1);
    }
  });

  it("ends at its value on a logarithmic scale and upright", () => {
    const svg = plot({
      y: {type: "log", domain: [1, 100]},
      marks: [Plot.barY(every, hedgeY({y1: 1, y2: (d: Row) => reach(d), x: "name", sort: {x: null}}))],
    });
    const y = svg.scale("y") as Plot.Scale & {apply: (value: number) => number};
    for (const [i, mark] of marksOf(svg).entries()) {
      const {top, bottom} = boxOf(mark);
      expect(Math.abs(top - y.apply(reach(every[i]))), every[i].name).toBeLessThan(1.6);
      expect(Math.abs(bottom - y.apply(1)), every[i].name).toBeLessThan(1.6);
    }
  });

  it("grows to the left where its value is negative", () => {
    const svg = plot({
      marks: [Plot.barX([{value: -40, name: "a", qualifier: "more_than"}], hedgeX({x: "value", y: "name"}))],
    });
    const x = svg.scale("x") as Plot.Scale & {apply: (value: number) => number};
    const {left, right} = boxOf(marksOf(svg)[0]);
    expect(left).toBeCloseTo(x.apply(-40), 0);
    expect(right).toBeCloseTo(x.apply(0), 0);
  });

  it("takes a range whose data has no value to its upper bound, with a line at both", () => {
    const [range] = marksOf(
      plot({
        x: {domain: [0, 100]},
        marks: [Plot.barX([{name: "a", value: null, low: 30, high: 80}], hedgeX({x: "value", y: "name"}))],
      }),
    );
    const lines = [...range.querySelectorAll("path[stroke-width='3']")].map(
      (line) => boxOfPath(line.getAttribute("d")!)!,
    );
    const x = 40 + 340 * 0.3;
    expect(lines).toHaveLength(2);
    expect(lines[0].x1).toBeCloseTo(x, 0);
  });

  it("keeps facets, insets, sort, links, names and titles as Plot's own mark has them", () => {
    const svg = plot({
      fx: {label: null},
      marks: [
        Plot.barX(
          [
            {name: "b", value: 1, side: "left", href: "/b"},
            {name: "a", value: 2, side: "right", href: "/a"},
          ],
          hedgeX({
            x: "value",
            y: "name",
            fx: "side",
            inset: 2,
            href: "href",
            ariaLabel: (d: {name: string}) => `bar ${d.name}`,
            title: "name",
            target: "_blank",
          }),
        ),
      ],
    });
    const links = [...svg.querySelectorAll("a")];
    expect(links.map((link) => link.getAttribute("href"))).toEqual(["/b", "/a"]);
    expect(links.map((link) => link.getAttribute("aria-label"))).toEqual(["bar b", "bar a"]);
    expect(links.map((link) => link.getAttribute("target"))).toEqual(["_blank", "_blank"]);
    expect(links.map((link) => link.querySelector("title")?.textContent)).toEqual(["b", "a"]);
    expect(svg.innerHTML).not.toContain("xlink");
  });

  it("takes its own columns, and leaves alone a mark whose data has none", () => {
    const rows = [{n: 3, hedge: "about", stage: "ordered"}];
    const own = plot({marks: [Plot.barX(rows, hedgeX({x: "n", qualifier: "hedge", status: "stage"}))]});
    expect(own.querySelectorAll("path[fill-opacity]").length).toBeGreaterThan(5);
    const plain = plot({marks: [Plot.barX([{n: 3}], hedgeX({x: "n"}))]});
    expect(marksOf(plain)[0].querySelectorAll("path")).toHaveLength(1);
  });

  it("widens the domain for the upper bound of a range, and names no axis after it", () => {
    const svg = plot({
      marks: [Plot.dot([{value: 5, low: 1, high: 9}], hedgeX({x: "value"}))],
    });
    expect((svg.scale("x") as Plot.Scale).domain).toEqual([1, 9]);
    expect(svg.querySelector("[aria-label='x-axis label']")?.textContent).toBe("value →");
  });

  it("writes no id, no style attribute and no element that a strict policy would stop", () => {
    const svg = plot({marks: [Plot.barX([...every, ...workings], hedgeX({x: "value", y: "name"}))]});
    for (const style of svg.querySelectorAll("style")) style.remove();
    expect(svg.innerHTML).not.toMatch(/\sid=|\sstyle=|url\(|<defs|<script/);
  });

  it("wraps a render transform that stands there already", () => {
    let calls = 0;
    plot({
      marks: [
        Plot.barX(
          [{value: 1}],
          hedgeX({
            x: "value",
            render: (index, scales, values, dimensions, context, next) => {
              calls++;
              return next!(index, scales, values, dimensions, context);
            },
          }),
        ),
      ],
    });
    expect(calls).toBe(1);
  });
});

describe("hedgeX(options) and hedgeY(options) is drawn as it was", () => {
  const x = {domain: [0, 100]};
  it.each([
    [
      "bar-x",
      {
        height: 620,
        marks: [Plot.barX(every, hedgeX({x: "value", y: "name", sort: {y: null}, fill: "#8f2213"}))],
      },
    ],
    [
      "bar-y",
      {marks: [Plot.barY(every.slice(0, 10), hedgeY({y: (d: Row) => reach(d), x: "name", fill: "#3d5a80"}))]},
    ],
    ["bar-worked-out", {marks: [Plot.barX(workings, hedgeX({x: "value", y: "name", fill: "#8c6000"}))]}],
    [
      "dot",
      {height: 620, x, marks: [Plot.dot(every, hedgeX({x: "value", y: "name", r: 6, fill: "#8f2213"}))]},
    ],
    [
      "dot-worked-out",
      {x, marks: [Plot.dot(workings, hedgeX({x: "value", y: "name", r: 6, fill: "#8c6000"}))]},
    ],
    [
      "rule",
      {
        x,
        marks: [Plot.ruleY(every.slice(0, 10), hedgeX({x1: 0, x2: "value", y: "name", stroke: "#8f2213"}))],
      },
    ],
    ["tick", {x, marks: [Plot.tickX(every.slice(0, 5), hedgeX({x: "value", y: "name", stroke: "#8f2213"}))]}],
    [
      "line",
      {
        marks: [
          Plot.lineY(
            [
              {year: 2019, value: 3},
              {year: 2020, value: 5, qualifier: "more_than"},
              {year: 2021, value: 4},
              {year: 2022, value: 6, qualifier: "about"},
              {year: 2023, value: 7, status: "forecast"},
              {year: 2024, value: 8, status: "forecast", qualifier: "up_to"},
            ],
            hedgeY({x: "year", y: "value", stroke: "#3d5a80"}),
          ),
        ],
      },
    ],
  ] as [string, Plot.PlotOptions][])("%s", (name, options) => {
    expectDrawing(name, plot({marginLeft: 130, ...options}));
  });
});
