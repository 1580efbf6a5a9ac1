import {afterAll, describe, expect, it} from "vitest";
import {citationOf} from "../../loaders/graphics/citation.js";
import {tablesAbout} from "../../loaders/scope.js";
import {cacheFolder, useCache} from "../../loaders/site/cache.js";
import {readGraphicsInput, writeGraphicsInput} from "../../loaders/site/graphicsInput.js";
import {queryCharts} from "../../loaders/site/queryCharts.js";
import {statementsOf} from "../../loaders/site/statements.js";
import {loadTables} from "../../loaders/tables.js";
import {temporaryFolder} from "../temporary.js";

const usual = cacheFolder;
afterAll(() => useCache(usual));

describe("readGraphicsInput()", () => {
  it("throws if nothing was kept yet", () => {
    useCache(temporaryFolder());
    expect(() => readGraphicsInput()).toThrow("not made yet: graphics-input.json");
  });

  it("gives each chart the rows and the citation that it has from the seeds", async () => {
    useCache(temporaryFolder());
    const tables = loadTables();
    const charts = await queryCharts((tag) => tablesAbout(tables, tag));
    const made = {tables, statements: statementsOf(tables), charts};
    writeGraphicsInput(made);
    const kept = readGraphicsInput();
    const told = ({chart, rows}: (typeof charts)[number]) => [chart.id, rows];
    expect(kept.charts.map(told)).toEqual(charts.map(told));
    for (const {chart, rows} of charts) {
      const citation = citationOf({...kept, chart, rows, site: ""});
      expect(citation.citation.length).toBeGreaterThan(0);
      expect(citation).toEqual(citationOf({...made, chart, rows, site: ""}));
    }
  });
});
