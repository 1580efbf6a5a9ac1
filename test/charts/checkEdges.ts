import {describe, expect, it} from "vitest";
import {figureHtml} from "../../loaders/site/figureHtml.js";
import type {Chart, ChartRow} from "../../src/waybill/chart/Chart.js";
import {chartCsv} from "../../src/waybill/chart/csv.js";
import {widths} from "../../src/waybill/chart/widths.js";
import {drawnShapes, drawnTexts} from "../waybill/forms/drawnBoxes.js";
import {drawChart} from "./draw.js";

type Cell = string | number | boolean | null;
type Cells = Record<string, Cell>;

const parties = ["supplier", "recipient", "via", "origin", "destination"];
const names = [
  ...parties,
  ...["thing", "goods", "fact", "what", "label", "group", "annotation", "remark"],
  ...["publisher", "relays", "origin_name", "origin_names"],
];
const numbers = ["value", "low", "high", "usd", "from", "rise"];

/** Returns the rows with every cell that is not empty, in the given columns, as `edit` has it. */
export function rewrite(
  rows: readonly ChartRow[],
  columns: readonly string[],
  edit: (cell: NonNullable<Cell>, column: string) => Cell,
): ChartRow[] {
  return rows.map((row) => {
    const cells = {...row} as unknown as Cells;
    for (const column of columns) {
      const cell = cells[column];
      if (cell !== undefined && cell !== null) cells[column] = edit(cell, column);
    }
    return cells as unknown as ChartRow;
  });
}

// A party keeps its name from row to row, so that chains stay chains.
const stretch = (filling: string) => (cell: NonNullable<Cell>) => `${cell} ${filling}`.slice(0, 200).trim();

/** Returns a chart's rows without the parties and places that their query may leave empty. */
export type WithoutParties = (id: string, rows: ChartRow[]) => ChartRow[];

/** Returns the rows without any party. */
export const withoutAnyParty: WithoutParties = (_id, rows) => rewrite(rows, parties, () => null);

const numbered = new Map<string, number>();

/** Returns a name in letters from right to left, of its own for every text. */
function fromRightToLeft(text: string): string {
  if (!numbered.has(text)) numbered.set(text, numbered.size);
  return `شركة التكنولوجيا ${numbered.get(text)} מכונות`;
}

const edgesOf = (
  withoutParties: WithoutParties,
): Record<string, (chart: Chart, rows: ChartRow[]) => ChartRow[]> => ({
  "rows as they are": (_chart, rows) => rows,
  "no rows": () => [],
  "the first row alone": (_chart, rows) => rows.slice(0, 1),
  "the last row alone": (_chart, rows) => rows.slice(-1),
  "values that are all alike": (_chart, rows) => rewrite(rows, numbers, () => 20_000),
  "dates that are all alike": (_chart, rows) =>
    rewrite(rows, ["date_start", "date_end", "published"], () => "2024-02-01"),
  "names of 200 characters": (_chart, rows) =>
    rewrite(rows, names, stretch("a company with limited liability and a name without an end ".repeat(4))),
  "names of 200 characters without a space": (_chart, rows) =>
    rewrite(rows, names, stretch("Donaudampfschifffahrtsgesellschaft".repeat(6))),
  "no parties": ({id}, rows) => withoutParties(id, rows),
  "no thing, goods, period or status": (_chart, rows) =>
    rewrite(rows, ["thing", "goods", "status", "stated_unit", "facts", "relays", "published"], () => null),
  "text from right to left": (_chart, rows) => rewrite(rows, names, (cell) => fromRightToLeft(String(cell))),
  "a value of 0": (_chart, rows) => rewrite(rows, numbers, () => 0),
  "values a thousand times as large": (_chart, rows) => rewrite(rows, numbers, (cell) => Number(cell) * 1000),
  "every hedge at most": (_chart, rows) =>
    rows.map((row) => ("qualifier" in row ? {...row, qualifier: "at_most"} : row)),
  "every value about": (_chart, rows) =>
    rows.map((row) => ("qualifier" in row ? {...row, qualifier: "about"} : row)),
  "everything denied": (_chart, rows) =>
    rows.map((row) => ("status" in row ? {...row, status: "denied"} : row)),
  // A chart with one row for each part of it has its query see to that.
  "every row twice": (_chart, rows) =>
    rows.some((row) => "role" in row) ? [...rows] : rows.flatMap((row) => [row, {...row}]),
});

/** Says what is drawn outside a drawing. */
function outside(svg: SVGSVGElement, width: number): string[] {
  const height = Number(svg.getAttribute("height"));
  const slack = 1;
  const problems: string[] = [];
  for (const {text, x1, x2, y1, y2} of drawnTexts(svg)) {
    if (x1 < -slack || x2 > width + slack)
      problems.push(`text from ${Math.round(x1)} to ${Math.round(x2)}: ${text.slice(0, 60)}`);
    if (y1 < -slack - 2 || y2 > height + slack + 2)
      problems.push(`text at ${Math.round(y2)} of ${height} from the top: ${text.slice(0, 60)}`);
  }
  for (const {x1, x2} of drawnShapes(svg, "path"))
    if (x1 < -slack || x2 > width + slack) problems.push(`path from ${Math.round(x1)} to ${Math.round(x2)}`);
  for (const line of svg.querySelectorAll("line"))
    for (const name of ["x1", "x2"]) {
      const x = Number(line.getAttribute(name));
      if (!(x >= -slack && x <= width + slack)) problems.push(`line at ${x}`);
    }
  return problems;
}

/** However large a number, its drawing stays one that a page can carry. */
const mostCharacters = 200_000;

const broken = /\b(?:NaN|Infinity|undefined|null)\b|\[object/;

/** Checks that charts hold at the edges of what rows may be: none, one, names without end, numbers of any size. */
export function checkEdges(
  every: readonly (readonly [string, Chart])[],
  rowsOf: ReadonlyMap<string, ChartRow[]>,
  withoutParties: WithoutParties = withoutAnyParty,
): void {
  describe.each(Object.entries(edgesOf(withoutParties)))("with %s", (_title, edit) => {
    it.each(every)("%s is drawn at every width, one link a row, nothing outside", (id, chart) => {
      const rows = edit(chart, rowsOf.get(id)!);
      const problems: string[] = [];
      const choices = (chart.switches ?? []).flatMap(({name, values}) =>
        values.map(({value}) => ({[name]: value})),
      );
      for (const choice of [{}, ...choices])
        for (const width of widths) {
          const svg = drawChart(chart, rows, width, {choices: choice});
          const at = [width, ...Object.values(choice)].join(" ");
          const html = svg.outerHTML;
          if (broken.test(html))
            problems.push(`${at}: ${html.slice(Math.max(0, html.search(broken) - 60)).slice(0, 120)}`);
          if (html.length > mostCharacters) problems.push(`${at}: ${Math.round(html.length / 1000)} kB`);
          const count = svg.querySelectorAll("a").length;
          if (count !== rows.length) problems.push(`${at}: ${count} links for ${rows.length} rows`);
          // Of no rows there may be nothing to draw.
          const least = rows.length > 0 ? 1 : 0;
          if (Number(svg.getAttribute("width")) !== width || !(Number(svg.getAttribute("height")) >= least))
            problems.push(`${at}: ${svg.getAttribute("width")} by ${svg.getAttribute("height")}`);
          problems.push(...outside(svg, width).map((problem) => `${at}: ${problem}`));
        }
      expect(problems).toEqual([]);
    });

    it.each(every)("%s has words, and none that should not be there", (id, chart) => {
      const rows = edit(chart, rowsOf.get(id)!);
      const {short, long} = chart.describe(rows);
      const texts = [
        chart.title(rows),
        // A title may say it all.
        ...[chart.subtitle(rows)].filter(Boolean),
        short,
        long,
        ...chart.notes(rows),
        ...rows.map((row) => chart.name(row, rows)),
        ...chart.key(rows).map(({text}) => text),
      ];
      for (const text of texts) {
        expect(text).not.toBe("");
        expect(text).not.toMatch(broken);
        expect(text).not.toMatch(/ {2}|,\s*,|\s[,.;]|^\s|\s$/);
      }
      expect(figureHtml(chart, rows, new Map())).not.toMatch(broken);
      expect(chartCsv(chart, rows)).not.toMatch(broken);
    });
  });

  describe("without rows", () => {
    it.each(every)("%s states no number at all", (_id, chart) => {
      const {short, long} = chart.describe([]);
      for (const text of [chart.title([]), chart.subtitle([]), ...chart.notes([]), short, long])
        expect(text).not.toMatch(/\d/);
      expect(chart.key([])).toEqual([]);
      for (const width of widths)
        expect(
          drawnTexts(drawChart(chart, [], width))
            .map(({text}) => text)
            .join(" "),
        ).not.toMatch(/\d/);
    });
  });
}
