import {readFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, it} from "vitest";
import {openDatabase} from "../../loaders/database.js";
import {streamTables} from "../../loaders/streamTables.js";
import {ownTables, Tabulator} from "../../loaders/tables/Tabulator.js";
import {readOptions} from "../../loaders/tables.js";
import {formatTable} from "../../loaders/write.js";
import {type TableRows, tableNames} from "../../src/waybill/model/tables.js";
import {syntheticArticles} from "../bench/synthetic.js";
import {temporaryFolder} from "../temporary.js";

const options = {...readOptions(), derived: []};

describe("streamTables(articles, folder)", () => {
  it("writes the rows that the tables have in memory, and they keep all references", async () => {
    const folder = temporaryFolder();
    const counts = await streamTables(syntheticArticles(120), folder, options);
    const rows = Object.fromEntries(tableNames.map((name) => [name, []])) as unknown as TableRows;
    const tabulator = new Tabulator(options);
    for (const article of syntheticArticles(120)) {
      const own = tabulator.add(article);
      for (const name of ownTables) rows[name].push(...(own[name] as never[]));
    }
    tabulator.finish((name, row) => rows[name].push(row));
    for (const name of tableNames) {
      expect(counts[name], name).toBe(rows[name].length);
      expect(readFileSync(path.join(folder, `${name}.csv`), "utf8")).toBe(
        formatTable(name, rows[name], "csv"),
      );
    }
    expect(rows.facts.length).toBeLessThan(rows.figures.length);
    // Rows are written some hundreds at a time: all at once would prove little.
    expect(rows.figures.length).toBeGreaterThan(1000);
    (await openDatabase(rows)).close();
  });

  it("leaves nothing behind when an article cannot be read", async () => {
    const folder = temporaryFolder({"facts.csv": "as it was\n"});
    async function* broken() {
      yield* syntheticArticles(3);
      throw new Error("line 4 is broken");
    }
    await expect(streamTables(broken(), folder, options)).rejects.toThrow("line 4 is broken");
    expect(readFileSync(path.join(folder, "facts.csv"), "utf8")).toBe("as it was\n");
    const {readdirSync} = await import("node:fs");
    expect(readdirSync(folder)).toEqual(["facts.csv"]);
  });
});
