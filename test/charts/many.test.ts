import {describe, expect, it} from "vitest";
import {creditOf} from "../../loaders/graphics/citation.js";
import {figureHtml, mostReports} from "../../loaders/site/figureHtml.js";
import type {Statement} from "../../loaders/site/statements.js";
import type {ChartRow} from "../../src/waybill/chart/Chart.js";
import {list, mostDrawn, undrawnNotes} from "../../src/waybill/chart/many.js";
import {widths} from "../../src/waybill/chart/widths.js";
import {drawChart} from "./draw.js";
import {invented, inventedChart, inventedRows} from "./invented.js";
import {manyRows} from "./manyRows.js";

const rowsOf = await inventedRows();

const statementsFor = (rows: readonly ChartRow[]): Map<string, Statement> =>
  new Map(
    rows.map(({stands_on, article_id, publisher, relays, exact, sentence}) => [
      stands_on,
      {
        id: stands_on,
        anchor: stands_on,
        article_id,
        publisher,
        nature: null,
        relays,
        exact,
        sentence,
        topics: [],
      },
    ]),
  );

// On a map stands a row for each way, however much goes it: there are never so many.
const grows = invented.map(({id}) => id).filter((id) => id !== "ways");

describe.each(grows)("%s with thousands of rows", (id) => {
  const chart = inventedChart(id);
  const [some, more] = [1500, 3000].map((count) => manyRows(rowsOf.get(id)!, count));

  it("draws the first of them at every width, and says how many are left", () => {
    for (const width of widths) {
      const links = [...drawChart(chart, some, width).querySelectorAll("a")];
      expect(links.map((link) => Number(link.getAttribute("data-row"))).sort((a, b) => a - b)).toEqual(
        Array.from({length: mostDrawn}, (_, n) => n),
      );
    }
    expect(chart.notes(some).at(-1)).toMatch(
      /^Only the first 100 are drawn; 1,400 more are in the data file\.$/,
    );
    expect(chart.notes(some.slice(0, mostDrawn)).join()).not.toMatch(/data file/);
  });

  it("makes a page that grows no further with them", () => {
    const [small, large] = [some, more].map((rows) => figureHtml(chart, rows, statementsFor(rows)).length);
    expect(small).toBeLessThan(2_000_000);
    expect(large / small).toBeLessThan(1.1);
  });
});

describe("a line of sources", () => {
  it("names so many reports, and says how many more there are", () => {
    const rows = manyRows(rowsOf.get("sums")!, 200);
    const reports = new Set(rows.map(({article_id}) => article_id)).size;
    const html = figureHtml(inventedChart("sums"), rows, statementsFor(rows));
    const [line] = /<p class="chart-source">.*<\/p>/.exec(html)!;
    expect(line.match(/<a /g)).toHaveLength(mostReports);
    expect(line).toContain(`; and ${reports - mostReports} more</p>`);
    expect(creditOf(rows)).toMatch(/; and \d+ more$/);
    expect(creditOf(rowsOf.get("sums")!)).not.toMatch(/more$/);
  });
});

describe("list(items, most)", () => {
  it.each([
    [[], 2, ""],
    [["a", "b"], 2, "a; b"],
    [["a", "b", "c", "d"], 2, "a; b; and 2 more"],
  ])("%j, %i", (items, most, text) => {
    expect(list(items, most)).toBe(text);
  });
});

describe("undrawnNotes(rows)", () => {
  it("says nothing where everything is drawn, and how many are not", () => {
    expect(undrawnNotes(Array.from({length: mostDrawn}))).toEqual([]);
    expect(undrawnNotes(Array.from({length: mostDrawn + 1}))).toEqual([
      "Only the first 100 are drawn; 1 more is in the data file.",
    ]);
  });
});
