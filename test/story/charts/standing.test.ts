import {describe, expect, it} from "vitest";
import {tablesAbout} from "../../../loaders/scope.js";
import {figureHtml} from "../../../loaders/site/figureHtml.js";
import {queryCharts} from "../../../loaders/site/queryCharts.js";
import {statementsOf} from "../../../loaders/site/statements.js";
import {loadTables} from "../../../loaders/tables.js";
import {chartOf} from "../../../src/charts/index.js";
import type {Chart} from "../../../src/waybill/chart/Chart.js";
import {temporarySeeds} from "../../temporary.js";

const article = (title: string, text: string): string =>
  `---\ntitle: ${title}\npublisher: The ${title} Post\npublished: 2025-03-01\n---\n\n${text}\n`;

const field = {
  "profit.md": article(
    "Profit",
    "Northern Mills delivered a profit of $5.2 million in 2024, up from $4 million. Sales rose by 12% to $61 million.",
  ),
  "rain.md": article("Rain", "The coast had 420 millimetres of rain in March 2024."),
  "people.md": article(
    "People",
    "The town had a population of 41,000 in 2023. About 3,200 people moved away.",
  ),
  "poll.md": article("Poll", "A poll gave the Greens 31 percent. Almost half of the voters were undecided."),
  "budget.md": article(
    "Budget",
    "The ministry forecasts a deficit of $900 million for 2026. It denied a shortfall of $70 million.",
  ),
};

// Hands says of documents what they are said to be; the others are the story's own, of its goods.
const general = ["money", "agreement", "timeline", "hands", "consignments"];

describe("the words of charts of other fields", () => {
  it("are none of the arms trade's, in keys, titles, notes, names, alternative texts and pages", async () => {
    const tables = loadTables(temporarySeeds(field));
    const statements = statementsOf(tables);
    const charts = general.map((id) => {
      const {articles: _, ...chart} = chartOf(id);
      return chart as Chart;
    });
    const queried = await queryCharts(
      (tag) => tablesAbout(tables, tag),
      charts.map((chart) => ({chart})),
    );
    const rowsOf = new Map(queried.map(({chart, rows}) => [chart.id, rows]));
    expect(rowsOf.get("money")!.length).toBeGreaterThan(3);
    const trade = /deliver|\border|contract|suppl|shipment|consign|goods|weapon|arms\b|import|export/i;
    for (const {chart, rows} of queried) {
      const own = [
        ...chart.key(rows).map(({text}) => text),
        chart.title(rows),
        chart.subtitle(rows),
        ...chart.notes(rows),
        chart.describe(rows).short,
        ...rows.map((row) => chart.name(row, rows)),
      ];
      for (const words of own) expect(words, chart.id).not.toMatch(trade);
      const html = figureHtml(chart, rows, statements);
      expect(html).not.toMatch(/said to have been|no delivery is reported/);
    }
    const money = queried[0];
    expect(money.chart.key(money.rows).map(({text}) => text)).toEqual(
      expect.arrayContaining(["reported", "forecast"]),
    );
  });
});
