import {appendFileSync, readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, it} from "vitest";
import {sourcePages} from "../../loaders/site/fragments.js";
import {statementsOf} from "../../loaders/site/statements.js";
import {loadTables, type Tables} from "../../loaders/tables.js";
import {syntheticArticles} from "../bench/synthetic.js";
import {temporarySeeds} from "../temporary.js";

/** A folder of so many made-up articles. */
function seedsOf(count: number): string {
  const files = [...syntheticArticles(count)].map(({article_id, title, publisher, published, text}) => [
    `${article_id}.md`,
    `---\ntitle: ${title}\npublisher: ${publisher}\npublished: ${published}\n---\n${text}\n`,
  ]);
  return temporarySeeds(Object.fromEntries(files));
}

/** The articles that were read for these tables, and not for those before. */
function readAnew(tables: Tables, before: Tables): string[] {
  const [now, old] = [tables.options.readings!, before.options.readings!];
  return [...now].flatMap(([id, reading]) => (old.get(id) === reading ? [] : [id]));
}

describe("loadTables(seeds, {before})", () => {
  it("reads the one article that changed, or is new, and gives what it gives from nothing", () => {
    const seeds = seedsOf(30);
    const first = loadTables(seeds);
    expect(first.options.readings!.size).toBe(30);
    expect(readAnew(loadTables(seeds, {before: first}), first)).toEqual([]);
    appendFileSync(path.join(seeds, "synthetic-7.md"), "It sold 41 crates.\n");
    writeFileSync(path.join(seeds, "another.md"), "---\ntitle: A\npublisher: P\n---\nIt sold 42 crates.\n");
    const second = loadTables(seeds, {before: first});
    expect(readAnew(second, first)).toEqual(["another", "synthetic-7"]);
    const {options: _, ...rows} = second;
    const {options: _options, ...fromNothing} = loadTables(seeds);
    expect(rows).toEqual(fromNothing);
    // A figure's "last year" is counted from the day of its article.
    const file = path.join(seeds, "synthetic-9.md");
    writeFileSync(file, readFileSync(file, "utf8").replace(/^published: .*$/m, "published: 2001-02-03"));
    const third = loadTables(seeds, {before: second});
    expect(readAnew(third, second)).toEqual(["synthetic-9"]);
    writeFileSync(path.join(seeds, "vocab/units.csv"), "form,unit,kind,role\nzork,zork,mass,word\n");
    expect(readAnew(loadTables(seeds, {before: third}), third)).toHaveLength(31);
  });
});

describe("sourcePages(tables, statements, charts)", () => {
  /** How often a page's maker asks a row whose it is. */
  function looks(count: number): number {
    const tables = loadTables(seedsOf(count));
    let asked = 0;
    const counted = <Row extends object>(row: Row): Row =>
      new Proxy(row, {
        get(target, name, receiver) {
          if (name === "article_id") asked++;
          return Reflect.get(target, name, receiver);
        },
      });
    const statements = new Map([...statementsOf(tables)].map(([id, statement]) => [id, counted(statement)]));
    const rows = [{stands_on: [...statements.keys()].join(" ")}];
    const charts = [{chart: {id: "all", title: () => "All"}, rows}] as never;
    const pages = sourcePages({...tables, figures: tables.figures.map(counted)}, statements, charts);
    // A title, a text and its charts for each, and the list of all.
    expect(pages.size).toBe(3 * count + 1);
    expect(pages.get("sources/synthetic-7.charts")).toBe('[{"href":"/charts/all.html","title":"All"}]');
    return asked;
  }

  it("looks at each row once: twice the articles, twice the looks", () => {
    const [once, twice] = [looks(20), looks(40)];
    expect(once).toBeGreaterThan(20);
    expect(twice / once).toBeLessThan(2.5);
  });
});
