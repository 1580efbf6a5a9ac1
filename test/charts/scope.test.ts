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
import type {Chart} from "../../src/waybill/chart/Chart.js";
import {chartCsv} from "../../src/waybill/chart/csv.js";
import {widths} from "../../src/waybill/chart/widths.js";
import {referencesOf, tableNames} from "../../src/waybill/model/tables.js";
import {temporarySeeds} from "../temporary.js";
import {newDocument} from "./draw.js";
import {invented, inventedChart} from "./invented.js";

const folder = "test/input/grain/seeds";
const files = Object.fromEntries(
  readdirSync(folder, {recursive: true, encoding: "utf8"})
    .filter((name) => /\.(?:md|csv|yaml)$/.test(name))
    .map((name) => [name, readFileSync(`${folder}/${name}`, "utf8")]),
);
const tag = "harvest";
for (const name of ["mills.md", "quay.md", "bread.md"])
  files[name] = files[name].replace(/^tags: \[/m, `tags: [${tag}, `);

const article = (matter: string, text: string): string => `---\n${matter}\n---\n\n${text}\n`;

// Of another field; two of them share parties, goods and numbers with the others.
const others = {
  "budget.md": article(
    "title: The budget\npublisher: The Post\npublished: 2025-03-01",
    "The ministry forecasts a deficit of almost €16 trillion for 2026. Spending rose by 69% to €9.1 trillion.",
  ),
  "rain.md": article(
    "title: Rain\npublisher: The Gazette\npublished: 2025-04-02\ntags: weather",
    "The coast had 420 millimetres of rain in March 2025. Norway exported barley worth $2.4 million to Kenya.",
  ),
  "repeat.md": article(
    [
      "title: Wheat again",
      "publisher: The Post",
      "relays: [The Gazette]",
      "published: 2025-05-03",
      "tags: [trade]",
      "review:",
      "  - quote: more than $# million",
      '    same_as: "mills: for more than $# million"',
      "remarks:",
      "  - kind: scope",
      "    quote: wheat",
      '    against: "quay: loaded # ships"',
      "    what: It says nothing of the ships.",
    ].join("\n"),
    "Brekko Bread of Kenya received wheat from Norway for more than $12 million.",
  ),
};

const derived = `${files["derived.yaml"]}
- id: deficit-in-wheat
  about: The deficit over the wheat
  formula: deficit / wheat
  unit: fraction
  inputs:
    deficit: "budget: a deficit of almost €# trillion"
    wheat: "mills: for more than $# million"
`;

const readStory = (): Tables => loadTables(temporarySeeds(files));
const readAll = (): Tables => loadTables(temporarySeeds({...files, ...others, "derived.yaml": derived}));

/** The charts of the invented story, about its articles alone. */
const about = invented.map((chart) => ({...chart, articles: tag}) as Chart);

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

async function editionsOf(tables: Tables): Promise<Map<string, Record<string, string>>> {
  const statements = statementsOf(tables);
  const queried = await queryCharts(
    (of) => tablesAbout(tables, of),
    about.map((chart) => ({chart})),
  );
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
    const [before, after] = [await editionsOf(readStory()), await editionsOf(among)];
    for (const {id} of about) expect(after.get(id), id).toEqual(before.get(id));
  });

  it("are seen by a chart that has no tag, and those of a tag by one that has it", async () => {
    const among = readAll();
    const money = inventedChart("sums");
    const rowsOf = async (articles: string | undefined) => {
      const chart = (articles === undefined ? money : {...money, articles}) as Chart;
      const [{rows}] = await queryCharts((of) => tablesAbout(among, of), [{chart}]);
      return rows;
    };
    const every = await rowsOf(undefined);
    // A sum that has no rate in dollars is no row.
    for (const {usd} of every as unknown as {usd: number | null}[]) expect(usd).not.toBeNull();
    expect(every.length).toBe((await rowsOf(tag)).length);
    // The same sum from a third paper is one fact, which now stands on four figures.
    const sum = every.find(({stands_on}) => stands_on.includes("repeat-"));
    expect(sum?.stands_on).toContain("mills-");
    const trade = await rowsOf("trade");
    expect(trade.map(({article_id}) => article_id)).toEqual(["repeat"]);
    expect(trade[0].stands_on.split(" ")).toHaveLength(1);
    expect(await rowsOf("no-such-tag")).toEqual([]);
  });

  it("stand in no table of a tag that they do not have, and every table holds by itself", async () => {
    const among = readAll();
    for (const each of [tag, "weather", "trade", "no-such-tag"]) {
      const scoped = tablesAbout(among, each);
      const ids = new Set(scoped.articles.map(({article_id}) => article_id));
      expect([...ids].sort()).toEqual(
        among.texts.filter(({tags}) => tags?.split(" ").includes(each)).map(({article_id}) => article_id),
      );
      for (const name of tableNames)
        for (const row of scoped[name] as unknown as Record<string, string | null>[])
          for (const {name: column, refersTo} of referencesOf(name))
            if (refersTo === "articles" && row[column] !== null)
              for (const id of row[column].split(" ")) expect(ids, `${name}.${column}`).toContain(id);
      (await openDatabase(scoped)).close();
    }
    const own = tablesAbout(among, tag);
    const expected = readStory();
    for (const name of tableNames) if (name !== "articles") expect(own[name], name).toEqual(expected[name]);
  });
});

describe("tablesAbout(tables, tag)", () => {
  it("returns the tables themselves for no tag, and for one that every article has", () => {
    const tables = readStory();
    expect(tablesAbout(tables, undefined)).toBe(tables);
    expect(tablesAbout(tables, tag)).toBe(tables);
  });

  it("reads no article a second time", () => {
    const {readings} = readAll().options;
    expect(readings?.size).toBe(6);
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
    const cut = rowsAbout(among, tag);
    const ids = new Set(cut.articles.map(({article_id}) => article_id));
    expect(ids.size).toBe(3);
    expect(cut.figures).toEqual(among.figures.filter(({article_id}) => ids.has(article_id)));
    expect(JSON.stringify(cut.facts)).not.toMatch(/budget|repeat-/);
    expect(cut.derived.map(({derived_id}) => derived_id)).toContain("wheat-price");
    const database = await openDatabase(cut);
    database.close();
  });

  it("returns all of tables that know no tags, and for no tag", () => {
    const {texts: _texts, options: _options, ...all} = readStory();
    expect(rowsAbout(all, undefined)).toBe(all);
    const old = {...all, articles: all.articles.map(({tags: _tags, ...row}) => row)};
    expect(rowsAbout(old, tag)).toBe(old);
  });
});
