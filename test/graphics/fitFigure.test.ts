import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {columns, mostMillimetres} from "../../loaders/graphics/chartFiles.js";
import {creditOf} from "../../loaders/graphics/citation.js";
import {openFaces} from "../../loaders/graphics/faces.js";
import {figureSvg} from "../../loaders/graphics/figureSvg.js";
import {fitFigure} from "../../loaders/graphics/fitFigure.js";
import {Typesetter} from "../../loaders/graphics/Typesetter.js";
import type {Chart, ChartDocument, ChartRow} from "../../src/waybill/chart/Chart.js";
import {invented, inventedChart, inventedRows} from "../charts/invented.js";
import {manyRows} from "../charts/manyRows.js";

const rowsOf = await inventedRows();
const typesetter = new Typesetter(await openFaces([]));
const document = parseHTML("<!doctype html><html><body></body></html>").document as unknown as ChartDocument;

const fitted = (
  chart: Chart,
  rows: ChartRow[],
  {millimetres, widths}: (typeof columns)[number],
): SVGSVGElement =>
  fitFigure(
    rows,
    (how) =>
      figureSvg({
        ...how,
        chart,
        rows,
        document,
        measure: typesetter.measure,
        credit: creditOf(rows),
        theme: "light",
        root: "..",
      }),
    {widths, most: mostMillimetres / millimetres},
  );
const sizeOf = (svg: SVGSVGElement): number[] =>
  ["width", "height"].map((name) => Number(svg.getAttribute(name)));
const wordsOf = (svg: SVGSVGElement): string =>
  [...svg.querySelectorAll("text")].map((text) => text.textContent).join(" ");

describe.each(invented.map((chart) => ({id: chart.id, chart})))(
  "fitFigure(options, room) of $id",
  ({id, chart}) => {
    const rows = rowsOf.get(id)!;

    it.each(columns)("draws every row in $millimetres mm", (column) => {
      const svg = fitted(chart, rows, column);
      expect(svg.querySelectorAll("a")).toHaveLength(rows.length);
      expect(wordsOf(svg)).not.toMatch(/… and \d+ more/);
    });

    it.each(columns)(
      "is no higher than a page with many more rows, in $millimetres mm, and says how many are left out",
      (column) => {
        const many = manyRows(rows, 50);
        const svg = fitted(chart, many, column);
        const [width, height] = sizeOf(svg);
        const millimetres = (height / width) * column.millimetres;
        expect(millimetres).toBeLessThanOrEqual(mostMillimetres);
        const left = many.length - svg.querySelectorAll("a").length;
        // Where squares stand side by side there is room for all.
        if (id !== "agreement") expect(left).toBeGreaterThan(0);
        if (left === 0) return;
        expect(wordsOf(svg)).toContain(`… and ${left} more, in the chart’s data`);
        // Little of the page stays empty; but squares that show a ratio are no more where rows are.
        if (id !== "drones") expect(millimetres).toBeGreaterThan(mostMillimetres * 0.8);
      },
    );
  },
);

describe("fitFigure(options, room) of more rows than any edition draws", () => {
  it("says once how many are left out", () => {
    const rows = manyRows(rowsOf.get("sums")!, 140);
    const svg = fitted(inventedChart("sums"), rows, columns[1]);
    const left = rows.length - svg.querySelectorAll("a").length;
    expect(wordsOf(svg)).toContain(`… and ${left} more, in the chart’s data`);
    expect(wordsOf(svg)).not.toContain("Only the first");
  });
});

describe("fitFigure(options, room) of a chart whose words fill the page", () => {
  it("leaves out nothing", () => {
    const [chart] = invented;
    const wordy = {
      ...chart,
      notes: () => Array.from({length: 90}, () => "A note of some length. ".repeat(4)),
    };
    const rows = rowsOf.get(chart.id)!;
    expect(fitted(wordy, rows, columns[1]).querySelectorAll("a")).toHaveLength(rows.length);
  });
});

describe("fitFigure(rows, draw, room) and how often it draws", () => {
  const search = (heightOf: (rows: number) => number, most: number) => {
    let drawn = 0;
    const svg = fitFigure(
      Array.from({length: 60}),
      ({width, most: shown = 60}) => {
        drawn++;
        const attributes: Record<string, number> = {width, height: heightOf(shown), shown};
        return {getAttribute: (name: string) => String(attributes[name])} as unknown as SVGSVGElement;
      },
      {widths: [100], most: most / 100},
    );
    return {drawn, shown: Number(svg.getAttribute("shown"))};
  };

  it.each([
    ["as much a row", (rows: number) => 190 + 27 * rows, 1540, 50, 4],
    ["rows in pairs", (rows: number) => 100 + 50 * Math.ceil(rows / 2), 860, 30, 8],
    ["almost all in the last rows", (rows: number) => 100 + 3 ** (rows / 8), 900, 48, 14],
    ["almost all in the first row", (rows: number) => (rows > 0 ? 800 + rows : 0), 850, 50, 8],
  ])("grows by %s: finds the most rows in few drawings", (_, heightOf, most, expected, drawings) => {
    const {drawn, shown} = search(heightOf, most);
    expect(shown).toBe(expected);
    expect(drawn).toBeLessThanOrEqual(drawings);
  });
});
