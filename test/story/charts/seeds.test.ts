import {createHash} from "node:crypto";
import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {figureHtml} from "../../../loaders/site/figureHtml.js";
import {statementsOf} from "../../../loaders/site/statements.js";
import {loadTables, type Tables} from "../../../loaders/tables.js";
import type {Chart, ChartRow} from "../../../src/waybill/chart/Chart.js";
import {chartCsv} from "../../../src/waybill/chart/csv.js";
import {widths} from "../../../src/waybill/chart/widths.js";
import type {FigureRow} from "../../../src/waybill/model/figure.js";
import {newDocument} from "../../charts/draw.js";
import {themes} from "../../charts/drawingTime.js";
import {everyChart} from "../../charts/everyChart.js";
import {queryCharts} from "../../charts/queryCharts.js";
import {temporarySeeds} from "../../temporary.js";

interface Made {
  tables: Tables;
  rows: Map<string, ChartRow[]>;
  /** Hashes of the editions of each chart, by the edition's name. */
  hashes: Map<string, Record<string, string>>;
}

const hash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);

function editionsOf(chart: Chart, rows: ChartRow[], tables: Tables): Record<string, string> {
  const document = newDocument();
  const editions: Record<string, string> = {
    html: hash(figureHtml(chart, rows, statementsOf(tables))),
    csv: hash(chartCsv(chart, rows)),
  };
  for (const width of widths)
    for (const theme of themes)
      editions[`${width}-${theme}.svg`] = hash(chart.draw(rows, {width, document, theme}).outerHTML);
  return editions;
}

async function makeAll(seeds: string): Promise<Made> {
  const tables = loadTables(seeds);
  const rows = await queryCharts(tables);
  const hashes = new Map(everyChart.map(([id, chart]) => [id, editionsOf(chart, rows.get(id)!, tables)]));
  return {tables, rows, hashes};
}

const files = Object.fromEntries(
  readdirSync("seeds", {recursive: true, encoding: "utf8"})
    .filter((name) => /^(?:vocab\/.*\.csv|[^/]*\.(?:md|yaml))$/.test(name))
    .map((name) => [name, readFileSync(`seeds/${name}`, "utf8")]),
);
const before = await makeAll("seeds");
/** Says how many facts there are in all: a number that is no longer told twice is one more. */
const countsAll = "agreement";

/** The next number that is written in the same way: 63 and 64, 4.47 and 4.48, 1,000 and 1,001. */
const next = (words: string): string =>
  words.replace(/\d[\d,]*(?:\.\d+)?/, (number) => {
    const decimals = number.split(".")[1]?.length ?? 0;
    const value = Number(number.replaceAll(",", "")) + 10 ** -decimals;
    const [whole, rest] = value.toFixed(decimals).split(".");
    const grouped = number.includes(",") ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
    return rest ? `${grouped}.${rest}` : grouped;
  });

const standsOn = (rows: ChartRow[], id: string): boolean =>
  rows.some(({stands_on}) => stands_on.split(" ").includes(id));

const statements = statementsOf(before.tables);

/** The sentences that a chart's table quotes. */
const quotedBy = (rows: ChartRow[]): Set<string> =>
  new Set(
    rows.flatMap(({stands_on}) => stands_on.split(" ").flatMap((id) => statements.get(id)?.sentence ?? [])),
  );

/** Whether a mark is marked as one of a fact's that the figure belongs to. */
const namesFactOf = (rows: ChartRow[], id: string): boolean =>
  before.tables.facts.some(
    ({fact_id, figures}) =>
      String(figures).split(" ").includes(id) &&
      rows.some(({facts}) => facts?.split(" ").includes(String(fact_id))),
  );

const charted = before.tables.figures.filter(
  ({figure_id, exact}) =>
    /\d/.test(exact) && [...before.rows.values()].some((rows) => standsOn(rows, figure_id)),
);

/** Returns the seeds with one number in one note changed. */
function seedsWith({article_id, start, end, exact}: FigureRow): string {
  const {file, text} = before.tables.texts.find((article) => article.article_id === article_id)!;
  const name = file.replace(/^.*\//, "");
  const at = files[name].indexOf(text);
  expect(at, name).toBeGreaterThan(0);
  expect(text.slice(start, end)).toBe(exact);
  const changed = files[name].slice(0, at + start) + next(exact) + files[name].slice(at + end);
  return temporarySeeds({...files, [name]: changed});
}

describe("one number in a seed, changed by a little", () => {
  it("the charts stand on enough of them to try", () => {
    expect(charted.length).toBeGreaterThan(15);
    expect(charted.map(({exact}) => next(exact))).not.toContain("");
    expect([next("63 shipments"), next("$4.47 million"), next("1,000 rifles"), next("199,999")]).toEqual([
      "64 shipments",
      "$4.48 million",
      "1,001 rifles",
      "200,000",
    ]);
  });

  it.each(charted.map((figure) => [figure.exact, figure.article_id, figure] as const))(
    "%s in %s changes every edition of the charts that use it, and nothing else",
    async (_exact, _article, figure) => {
      const after = await makeAll(seedsWith(figure));
      const changed = after.tables.figures.find(
        ({article_id, start}) => article_id === figure.article_id && start === figure.start,
      );
      expect(changed?.exact).toBe(next(figure.exact));
      const using: string[] = [];
      for (const [id] of everyChart) {
        const [was, is] = [before.hashes.get(id)!, after.hashes.get(id)!];
        const same = Object.keys(was).filter((edition) => was[edition] === is[edition]);
        const uses =
          standsOn(before.rows.get(id)!, figure.figure_id) ||
          standsOn(after.rows.get(id)!, changed!.figure_id);
        const rows = before.rows.get(id)!;
        const touches = quotedBy(rows).has(figure.sentence) || namesFactOf(rows, figure.figure_id);
        if (uses) {
          using.push(id);
          expect(same, `${id} uses it, and these editions do not change`).toEqual([]);
        } else if (!touches && id !== countsAll)
          expect(same, `${id} does not use it, and other editions change`).toEqual(Object.keys(was));
      }
      expect(using.length).toBeGreaterThan(0);
    },
  );
});
