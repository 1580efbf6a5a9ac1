import {createHash} from "node:crypto";
import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {openDatabase} from "../../loaders/database.js";
import {citationOf} from "../../loaders/graphics/citation.js";
import {rowsAbout, tablesAbout} from "../../loaders/scope.js";
import {embedOf} from "../../loaders/site/embed/embedHtml.js";
import {figureHtml} from "../../loaders/site/figureHtml.js";
import {queryCharts} from "../../loaders/site/queryCharts.js";
import {statementsOf} from "../../loaders/site/statements.js";
import {loadTables, type Tables} from "../../loaders/tables.js";
import {chartOf, charts} from "../../src/charts/index.js";
import {story} from "../../src/charts/story.js";
import type {Chart} from "../../src/waybill/chart/Chart.js";
import {chartCsv} from "../../src/waybill/chart/csv.js";
import {widths} from "../../src/waybill/chart/widths.js";
import {referencesOf, tableNames} from "../../src/waybill/model/tables.js";
import {temporarySeeds} from "../temporary.js";
import {newDocument} from "./draw.js";
import {everyChart} from "./everyChart.js";

const files = Object.fromEntries(
  readdirSync("seeds")
    .filter((name) => /\.(?:md|yaml)$/.test(name))
    .map((name) => [name, readFileSync(`seeds/${name}`, "utf8")]),
);

const article = (matter: string, text: string): string => `---\n${matter}\n---\n\n${text}\n`;

// Invented, of another field; two of them share parties, goods and numbers with the story.
const others = {
  "budget.md": article(
    "title: The budget\npublisher: The Ledger\npublished: 2025-03-01",
    "The ministry forecasts a deficit of almost €16 trillion for 2026. Spending rose by 69% to €9.1 trillion.",
  ),
  "rain.md": article(
    "title: Rain\npublisher: RT\npublished: 2025-04-02\ntags: weather",
    "The coast had 420 millimetres of rain in March 2025. China exported ceramics worth $225 million to Russia.",
  ),
  "repeat.md": article(
    [
      "title: Machine tools again",
      "publisher: The Ledger",
      "relays: [The Gazette]",
      "published: 2025-05-03",
      "tags: [trade]",
      "review:",
      "  - quote: more than $# million",
      '    same_as: "rt-machine-tools: CNC machine tools from Taiwan for more than $# million"',
      "remarks:",
      "  - kind: scope",
      "    quote: CNC machine tools",
      '    against: "censor-machine-tools: # separate batches"',
      "    what: It says nothing of the batches.",
    ].join("\n"),
    "I Machine Technology received CNC machine tools from Taiwan for more than $20 million.",
  ),
};

const derived = `${files["derived.yaml"]}
- id: deficit-in-ceramics
  about: The deficit over the ceramics
  formula: deficit / ceramics
  unit: fraction
  inputs:
    deficit: "budget: a deficit of almost €# trillion"
    ceramics: "euromaidan-drones: came to more than $# million"
`;

const readStory = (): Tables => loadTables(temporarySeeds(files));
const readAll = (): Tables => loadTables(temporarySeeds({...files, ...others, "derived.yaml": derived}));

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

async function editionsOf(tables: Tables): Promise<Map<string, Record<string, string>>> {
  const statements = statementsOf(tables);
  const queried = await queryCharts((tag) => tablesAbout(tables, tag));
  return new Map(
    queried.map(({chart, rows}) => [
      chart.id,
      {
        rows: JSON.stringify(rows),
        figure: hash(figureHtml(chart, rows, statements)),
        csv: hash(chartCsv(chart, rows)),
        embed: hash(JSON.stringify(embedOf(chart, rows, statements))),
        citation: hash(JSON.stringify(citationOf({chart, rows, tables, statements, site: ""}))),
        drawings: hash(
          widths
            .map((width) => chart.draw(rows, {width, document: newDocument(), theme: "light"}).outerHTML)
            .join(),
        ),
      },
    ]),
  );
}

describe("articles of another field among the seeds", () => {
  it("change no byte of a chart that is about the story's", async () => {
    const among = readAll();
    expect(among.articles).toHaveLength(readStory().articles.length + 3);
    const about = everyChart.filter(([, {articles}]) => articles === story).map(([id]) => id);
    expect(about).toEqual(expect.arrayContaining(charts.map(({id}) => id)));
    const [before, after] = [await editionsOf(readStory()), await editionsOf(among)];
    for (const id of about) expect(after.get(id), id).toEqual(before.get(id));
  });

  it("are seen by a chart that has no tag, and those of a tag by one that has it", async () => {
    const among = readAll();
    const money = chartOf("money");
    const rowsOf = async (articles: string | undefined) => {
      const {articles: _, ...rest} = money;
      const chart = (articles === undefined ? rest : {...rest, articles}) as Chart;
      const [{rows}] = await queryCharts((tag) => tablesAbout(among, tag), [{chart}]);
      return rows;
    };
    const every = await rowsOf(undefined);
    // A sum that has no rate in dollars is no row.
    for (const {usd} of every as unknown as {usd: number | null}[]) expect(usd).not.toBeNull();
    expect(every.length).toBe((await rowsOf(story)).length);
    // The same sum from a third paper is one fact, which now stands on four figures.
    const sum = every.find(({stands_on}) => stands_on.includes("repeat-"));
    expect(sum?.stands_on).toContain("rt-machine-tools-");
    const trade = await rowsOf("trade");
    expect(trade.map(({article_id}) => article_id)).toEqual(["repeat"]);
    expect(trade[0].stands_on.split(" ")).toHaveLength(1);
    expect(await rowsOf("no-such-tag")).toEqual([]);
  });

  it("stand in no table of a tag that they do not have, and every table holds by itself", async () => {
    const among = readAll();
    for (const tag of [story, "weather", "trade", "no-such-tag"]) {
      const scoped = tablesAbout(among, tag);
      const ids = new Set(scoped.articles.map(({article_id}) => article_id));
      expect([...ids].sort()).toEqual(
        among.texts.filter(({tags}) => tags?.split(" ").includes(tag)).map(({article_id}) => article_id),
      );
      for (const name of tableNames)
        for (const row of scoped[name] as unknown as Record<string, string | null>[])
          for (const {name: column, refersTo} of referencesOf(name))
            if (refersTo === "articles" && row[column] !== null)
              for (const id of row[column].split(" ")) expect(ids, `${name}.${column}`).toContain(id);
      (await openDatabase(scoped)).close();
    }
    const own = tablesAbout(among, story);
    const expected = readStory();
    for (const name of tableNames) if (name !== "articles") expect(own[name], name).toEqual(expected[name]);
  });
});

describe("tablesAbout(tables, tag)", () => {
  it("returns the tables themselves for no tag, and for one that every article has", () => {
    const tables = readStory();
    expect(tablesAbout(tables, undefined)).toBe(tables);
    expect(tablesAbout(tables, story)).toBe(tables);
  });

  it("reads no article a second time", () => {
    const {readings} = readAll().options;
    expect(readings?.size).toBe(8);
    const among = readAll();
    for (const [id] of among.options.readings!)
      if (id !== "rain") among.options.readings!.set(id, {figures: [], numerals: [], dates: []});
    expect(tablesAbout(among, "trade").figures).toEqual([]);
    expect(tablesAbout(among, "weather").figures.length).toBeGreaterThan(0);
  });
});

describe("rowsAbout(tables, tag)", () => {
  it("keeps the rows that stand on the tag's articles, with what is left of their lists", async () => {
    const {texts: _texts, options: _options, ...among} = readAll();
    const cut = rowsAbout(among, story);
    const ids = new Set(cut.articles.map(({article_id}) => article_id));
    expect(ids.size).toBe(5);
    expect(cut.figures).toEqual(among.figures.filter(({article_id}) => ids.has(article_id)));
    expect(JSON.stringify(cut.facts)).not.toMatch(/budget|repeat-/);
    expect(cut.derived.map(({derived_id}) => derived_id)).toContain("ceramics-before");
    const database = await openDatabase(cut);
    database.close();
  });

  it("returns all of tables that know no tags, and for no tag", () => {
    const {texts: _texts, options: _options, ...all} = readStory();
    expect(rowsAbout(all, undefined)).toBe(all);
    const old = {...all, articles: all.articles.map(({tags: _tags, ...row}) => row)};
    expect(rowsAbout(old, story)).toBe(old);
  });
});
