import {csvParse} from "d3";
import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {joinBoxes} from "../../loaders/graphics/pathBox.js";
import {figureHtml} from "../../loaders/site/figureHtml.js";
import {statementsOf} from "../../loaders/site/statements.js";
import type {Tables} from "../../loaders/tables.js";
import type {Chart, ChartRow} from "../../src/waybill/chart/Chart.js";
import {sentenceHref} from "../../src/waybill/chart/Chart.js";
import {chartCsv} from "../../src/waybill/chart/csv.js";
import type {ShownRow} from "../../src/waybill/chart/facts.js";
import {widths} from "../../src/waybill/chart/widths.js";
import {workingOf} from "../../src/waybill/chart/words.js";
import {nameAlone} from "../../src/waybill/markName.js";
import type {Qualifier} from "../../src/waybill/model/figure.js";
import {formatFigure, isWorded} from "../../src/waybill/model/format.js";
import {drawnShapes, drawnTexts} from "../waybill/forms/drawnBoxes.js";
import {drawChart} from "./draw.js";

const hedges: Record<Qualifier, string> = {
  exactly: "exactly ",
  more_than: "more than ",
  at_least: "at least ",
  less_than: "less than ",
  at_most: "at most ",
  about: "about ",
  almost: "almost ",
  up_to: "up to ",
};

/** How the charts that are checked are read. */
export interface Reading {
  /** Drawings that read across the page, like a sentence; on others the eye goes down it, and from left to right on a line. */
  goesAcross?: (id: string, width: number) => boolean;
  /** Drawings whose marks lie as the world has them: on a map, or as a tree that branches. */
  isLaidOut?: (id: string) => boolean;
  /** What stands beside the line that is read: an order, next to what was supplied. */
  isBeside?: (id: string, row: ChartRow) => boolean;
  /** Columns are read one after the other, each from its head. */
  standsInColumns?: (id: string) => boolean;
  /** Everything that the name of a row's mark has to say, as far as the row holds it. */
  wordsOf?: (id: string, row: ChartRow) => (string | null)[];
}

/** Returns what the name of a mark has to say that shows one fact. */
export function wordsOfFact(_id: string, row: ChartRow): (string | null)[] {
  const cells = row as unknown as Record<string, string | null>;
  const {supplier = null, recipient = null, via = null, thing = null, goods = null} = cells;
  const who = [supplier, recipient];
  const shown = row as unknown as ShownRow;
  if (shown.value === null || shown.value === undefined) return [...who, thing ?? goods, row.publisher];
  // What is counted may be named but once: “63 shipments”, not “63 shipments of shipments”.
  const unit = shown.kind === "count" ? null : shown.unit;
  const amount = formatFigure({...shown, unit, qualifier: null}, "prose");
  // A share in words has its hedge in them.
  const hedge = shown.qualifier && !isWorded(shown) ? hedges[shown.qualifier] : "";
  const said = [hedge + amount, thing ?? goods, row.publisher];
  return shown.derived ? [...said, workingOf(shown, "prose")] : [...said, ...who, via];
}

const never = (): boolean => false;

/** Checks that the rows of charts are their marks, the lines of their tables and of their CSV, in the order in which they are read, each under a name that says all. */
export function checkRows(
  every: readonly (readonly [string, Chart])[],
  rowsOf: ReadonlyMap<string, ChartRow[]>,
  tables: Tables,
  {
    goesAcross = never,
    isLaidOut = never,
    isBeside = never,
    standsInColumns = never,
    wordsOf = wordsOfFact,
  }: Reading = {},
): void {
  const statements = statementsOf(tables);
  const atWidths = every.flatMap(([id, chart]) => widths.map((width) => [id, width, chart] as const));
  const linksOf = (chart: Chart, width: number): Element[] => [
    ...drawChart(chart, rowsOf.get(chart.id)!, width).querySelectorAll("a"),
  ];

  describe("a chart's rows", () => {
    it.each(atWidths)(
      "%s at %i px: are the lines of its table, the lines of its CSV, and its marks, in one order",
      (id, width, chart) => {
        const rows = rowsOf.get(id)!;
        expect(rows.length).toBeGreaterThan(0);
        const links = linksOf(chart, width);
        const {document} = parseHTML(`<body>${figureHtml(chart, rows, statements)}</body>`);
        const lines = [...document.querySelectorAll("tbody tr")];
        const csv = csvParse(chartCsv(chart, rows));
        const names = rows.map((row) => chart.name(row, rows));
        const byRow = [...links].sort(
          (a, b) => Number(a.getAttribute("data-row")) - Number(b.getAttribute("data-row")),
        );
        expect(byRow.map((link) => Number(link.getAttribute("data-row")))).toEqual(rows.map((_, i) => i));
        expect(byRow.map((link) => nameAlone(link.getAttribute("aria-label")!))).toEqual(names);
        expect(lines.map((line) => line.querySelector("th")?.textContent)).toEqual(names);
        expect(csv.map(({mark}) => mark)).toEqual(names);
        const targets = rows.map((row) => sentenceHref(row));
        expect(byRow.map((link) => link.getAttribute("href"))).toEqual(targets);
        expect(lines.map((line) => line.querySelector("th a")?.getAttribute("href"))).toEqual(targets);
        expect(csv.map(({source}) => source)).toEqual(targets);
        expect(csv.map(({stands_on}) => stands_on)).toEqual(rows.map(({stands_on}) => stands_on));
      },
    );

    it.each(atWidths)(
      "%s at %i px: have names of their own, so that no two marks sound alike",
      (_id, width, chart) => {
        const names = linksOf(chart, width).map((link) => link.getAttribute("aria-label"));
        const alike = names.filter((name, i) => names.indexOf(name) !== i);
        expect(alike).toEqual([]);
      },
    );
  });

  describe("the marks of a chart", () => {
    it.each(atWidths.filter(([id]) => !isLaidOut(id)))(
      "%s at %i px: follow each other as they are read",
      (id, width, chart) => {
        const rows = rowsOf.get(id)!;
        const links = linksOf(chart, width).filter(
          (link) => !isBeside(id, rows[Number(link.getAttribute("data-row"))]),
        );
        const boxes = links.map((link) => ({
          name: link.getAttribute("aria-label"),
          ...joinBoxes([...drawnTexts(link), ...drawnShapes(link, "path")])!,
        }));
        const slack = 12;
        const across = goesAcross(id, width);
        const wrong = boxes.flatMap((a, i) =>
          boxes.slice(i + 1).flatMap((b) => {
            const isNextColumn = standsInColumns(id) && b.x1 > a.x1 + slack;
            const isAbove = !isNextColumn && b.y2 < a.y1 + slack && b.y1 < a.y1 - slack;
            const isOnLine = Math.abs(a.y1 - b.y1) <= slack;
            const isLeft = b.x2 < a.x1 + slack && b.x1 < a.x1 - slack;
            const isBefore = across ? isLeft : isAbove || (isOnLine && isLeft);
            return isBefore ? [`“${b.name}” stands before “${a.name}”`] : [];
          }),
        );
        expect(wrong).toEqual([]);
      },
    );
  });

  describe("the name of a mark", () => {
    it.each(every)(
      "%s: says value with hedge, thing, parties and publisher, as far as the row holds them",
      (id, chart) => {
        const rows = rowsOf.get(id)!;
        for (const row of rows) {
          const name = chart.name(row, rows);
          for (const words of wordsOf(id, row))
            if (words) expect(name.toLowerCase()).toContain(words.toLowerCase());
          expect(name).not.toMatch(/\b(?:null|undefined|NaN|unknown)\b|\[object|,\s*,|\s{2}|^\s|[,\s]$/);
        }
      },
    );

    it.each(every)(
      "%s: says when nothing more than an order, a contract, a plan or an allegation is reported",
      (id, chart) => {
        const rows = rowsOf.get(id)!;
        for (const row of rows) {
          const {status} = row as {status?: string | null};
          // A way that several matters went has one state, and each of them its own word.
          const words = status === "ordered" ? /ordered|contracted/ : new RegExp(status ?? "");
          if (status && status !== "delivered") expect(chart.name(row, rows)).toMatch(words);
        }
      },
    );
  });

  describe("the name of a mark that we worked out", () => {
    it.each(every)("%s: is our calculation, from figures that others reported", (id, chart) => {
      const rows = rowsOf.get(id)! as (ChartRow & {derived?: boolean})[];
      for (const row of rows) {
        const name = chart.name(row, rows);
        if (row.derived) expect(name).toMatch(/our calculation: .+, from figures reported by /);
        else expect(name).not.toMatch(/our calculation:/);
      }
    });
  });
}
