import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {figureHtml} from "../../loaders/site/figureHtml.js";
import {lighten, mostMarks, mostTableRows} from "../../loaders/site/lighten.js";
import {widths} from "../../src/waybill/chart/widths.js";
import {drawnTexts} from "../waybill/forms/drawnBoxes.js";
import {dots} from "./dots.js";
import {drawChart} from "./draw.js";
import {inventedChart, inventedRows} from "./invented.js";
import {manyRows} from "./manyRows.js";

const sums = inventedChart("sums");
const own = (await inventedRows()).get("sums")!;
const many = manyRows(own, 3000);

const figureOf = (rows: typeof own): Element =>
  parseHTML(`<body>${figureHtml(sums, rows, new Map())}</body>`).document.querySelector("figure")!;

describe("figureHtml(chart, rows)", () => {
  it("draws few marks with their links, and offers nothing more", () => {
    const figure = figureOf(own);
    expect(figure.querySelectorAll(".drawings a")).toHaveLength(own.length * widths.length);
    expect(figure.querySelector(".chart-full")).toBeNull();
    expect(figure.querySelectorAll("tbody tr")).toHaveLength(own.length);
    expect(figure.textContent).not.toMatch(/more in the data file/);
  });

  it.each([
    [0, true],
    [1, false],
  ])("switches %i past mostMarks, and not before", (past, linked) => {
    const figure = figureOf(manyRows(own, mostMarks + past));
    expect(figure.querySelectorAll(".drawings a").length > 0).toBe(linked);
    expect(figure.querySelector(".chart-full button") === null).toBe(linked);
  });

  it("draws thousands as pictures without links, with a button for the rest, and cuts the table", () => {
    const figure = figureOf(many);
    const drawings = [...figure.querySelectorAll(".drawings svg")];
    expect(drawings).toHaveLength(widths.length);
    for (const svg of drawings) {
      expect(svg.querySelectorAll("a, [href], [data-row]")).toHaveLength(0);
      expect(svg.getAttribute("aria-label")).toBeTruthy();
      expect(svg.querySelectorAll("path").length).toBeGreaterThan(0);
    }
    expect(figure.querySelector(".chart-full[hidden] button")?.textContent).toBeTruthy();
    expect(figure.querySelectorAll("tbody tr")).toHaveLength(mostTableRows);
    expect(figure.querySelector(".chart-table")?.textContent).toContain(
      `${many.length - mostTableRows} more in the data file`,
    );
    // The way to every source is left: the table's own, and the data file.
    expect(figure.querySelector('a[data-site-href="graphics/sums-plain.csv"]')).not.toBeNull();
  });
});

describe("lighten(svg)", () => {
  it.each([
    ["dots", dots, 0.31],
    ["bars with labels", sums, 0.35],
  ] as const)(
    "leaves every shape of %s and the words that are no mark's own, in far fewer bytes",
    (_form, chart, share) => {
      for (const width of widths) {
        const full = drawChart(chart, many, width);
        const light = lighten(drawChart(chart, many, width));
        expect(light.outerHTML.length / full.outerHTML.length).toBeLessThan(share);
        for (const label of [...full.querySelectorAll("a text")]) label.remove();
        expect(drawnTexts(light)).toEqual(drawnTexts(full));
        const points = (svg: SVGSVGElement): string =>
          [...svg.querySelectorAll("path")].map((path) => path.getAttribute("d")).join("");
        expect(points(light)).toBe(points(full));
      }
    },
  );

  it("joins shapes of one paint that follow each other, and no others", () => {
    const draw = (...paths: string[]): SVGSVGElement =>
      parseHTML(`<svg>${paths.join("")}</svg>`).document.querySelector("svg") as unknown as SVGSVGElement;
    const join = (...paths: string[]): string[] =>
      [...lighten(draw(...paths)).querySelectorAll("path")].map((path) => path.getAttribute("d")!);
    const red = (d: string): string => `<path d="${d}" fill="red"></path>`;
    const linked = (d: string): string => `<a href="#x" aria-label="x">${red(d)}</a>`;
    const stroked = (d: string): string => `<path d="${d}" fill="red" stroke="red"></path>`;
    expect(join(red("M0,0h1"), red("M2,0h1"))).toEqual(["M0,0h1M2,0h1"]);
    expect(join(linked("M0,0h1"), linked("M2,0h1"))).toEqual(["M0,0h1M2,0h1"]);
    const grouped = (d: string): string => `<a href="#x"><g fill="red"><path d="${d}"></path></g>\n</a>`;
    expect(join(grouped("M0,0h1"), grouped("M2,0h1"))).toEqual(["M0,0h1M2,0h1"]);
    const moved = (d: string): string =>
      `<a href="#x"><g transform="translate(5,0)"><path d="${d}" fill="red"></path></g></a>`;
    expect(join(moved("M0,0h1"), moved("M2,0h1"))).toEqual(["M0,0h1", "M2,0h1"]);
    expect(join(red("M0,0h1"), stroked("M2,0h1"), red("M4,0h1"))).toEqual(["M0,0h1", "M2,0h1", "M4,0h1"]);
    expect(join(red("M0,0h1"), "<text>a</text>", red("M2,0h1"))).toEqual(["M0,0h1", "M2,0h1"]);
  });
});
