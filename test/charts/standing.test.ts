import {describe, expect, it} from "vitest";
import {tablesAbout} from "../../loaders/scope.js";
import {figureHtml} from "../../loaders/site/figureHtml.js";
import {queryCharts} from "../../loaders/site/queryCharts.js";
import {statementsOf} from "../../loaders/site/statements.js";
import {loadTables} from "../../loaders/tables.js";
import {chartOf} from "../../src/charts/index.js";
import {keyOf} from "../../src/charts/key.js";
import type {Chart} from "../../src/waybill/chart/Chart.js";
import {type Standing, type Stated, standingOf, wordsOf} from "../../src/waybill/standing.js";
import {temporarySeeds} from "../temporary.js";

const stated = (cells: Partial<Stated>): Stated => ({
  kind: "money",
  goods: null,
  supplier: null,
  recipient: null,
  status: null,
  ...cells,
});

describe("standingOf(figure)", () => {
  it.each<[string, Partial<Stated>, Standing]>([
    ["rifles that reached a buyer", {kind: "count", recipient: "B", status: "delivered"}, "delivered"],
    ["goods that a maker sold", {goods: "drones", supplier: "A", status: "delivered"}, "delivered"],
    ["a profit whose verb is of delivery", {status: "delivered"}, "reported"],
    ["a company's own sum", {supplier: "A", status: "delivered"}, "reported"],
    [
      "a growth of exports",
      {kind: "percent", goods: "drones", recipient: "B", status: "delivered"},
      "reported",
    ],
    ["a share of a delivery", {kind: "share", recipient: "B", status: "delivered"}, "reported"],
    ["how often more", {kind: "multiple", recipient: "B", status: "delivered"}, "reported"],
    ["rainfall", {kind: "length"}, "reported"],
    ["a population", {kind: "count"}, "reported"],
    ["a deficit that is foreseen", {status: "forecast"}, "forecast"],
    ["an order", {recipient: "B", status: "ordered"}, "ordered"],
    ["a contract", {recipient: "B", status: "contracted"}, "contracted"],
    ["a plan", {recipient: "B", status: "planned"}, "planned"],
    ["an allegation", {recipient: "B", status: "alleged"}, "alleged"],
    ["what is denied", {recipient: "B", status: "denied"}, "denied"],
  ])("%s", (_what, cells, standing) => {
    expect(standingOf(stated(cells))).toBe(standing);
  });
});

describe("wordsOf(standings)", () => {
  it.each<[Standing[], string]>([
    [["delivered"], "said to have been delivered"],
    [["delivered", "reported", "delivered"], "reported or said to have been delivered"],
    [["contracted"], "contracted: no delivery is reported"],
    [["contracted", "ordered"], "ordered or contracted: no delivery is reported"],
    [["forecast"], "forecast"],
    [["alleged", "planned", "forecast"], "planned, forecast or alleged"],
    [["denied"], "denied"],
  ])("%j", (standings, words) => {
    expect(wordsOf(standings)).toBe(words);
  });
});

describe("keyOf(rows) of other fields", () => {
  const textsOf = (...rows: Partial<Stated>[]): string[] =>
    keyOf(rows.map((row) => ({...stated(row), qualifier: null}))).map(({text}) => text);

  it("names a profit beside a forecast for what they are", () => {
    expect(textsOf({status: "delivered"}, {status: "forecast"})).toEqual(["reported", "forecast"]);
  });

  it("parts a plan from an order, which looks firmer", () => {
    expect(textsOf({status: "ordered"}, {status: "planned"}, {status: "contracted"})).toEqual([
      "ordered or contracted: no delivery is reported",
      "planned",
    ]);
  });

  it("says of one paint all that it stands for", () => {
    expect(textsOf({}, {recipient: "B", status: "delivered"}, {status: "denied"})).toEqual([
      "reported or said to have been delivered",
      "denied",
    ]);
  });

  it("needs no line where the paint tells nothing apart", () => {
    expect(textsOf({}, {recipient: "B", status: "delivered"})).toEqual([]);
  });
});

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
    expect(rowsOf.get("agreement")!.length).toBeGreaterThan(7);
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
