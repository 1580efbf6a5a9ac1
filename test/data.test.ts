import {spawnSync} from "node:child_process";
import {readdirSync, readFileSync, renameSync} from "node:fs";
import path from "node:path";
import {fromArrow, fromCSV} from "arquero";
import {describe, expect, it} from "vitest";
import {openDatabase} from "../loaders/database.js";
import {loadTables} from "../loaders/tables.js";
import {dataDictionary, formatTable, writeTables} from "../loaders/write.js";
import {type TableName, tables} from "../src/model/tables.js";
import {temporaryFolder, temporarySeeds} from "./temporary.js";

const note = "---\ntitle: T\npublisher: P\n---\nThe yard sold 40 crates for $3 million.\n";

function runData(...args: string[]) {
  return spawnSync(process.execPath, ["--import", "tsx", "loaders/commands/data.ts", ...args], {
    encoding: "utf8",
  });
}

describe("npm run data", () => {
  it("writes each table and the data dictionary, and nothing else", () => {
    const seeds = temporarySeeds({"a.md": note});
    const out = temporaryFolder();
    const {status, stdout} = runData("--seeds", seeds, "--out", out);
    expect({status, stdout}).toEqual({status: 0, stdout: `${out}/: 1 articles, 2 figures\n`});
    expect(readdirSync(out).sort()).toEqual(["README.md", "articles.csv", "figures.csv"]);
    expect(readFileSync(path.join(out, "figures.csv"), "utf8")).toContain("$3 million");
  });

  it("leaves the tables as they were, exits with 1 and says where, if a seed is broken", () => {
    const seeds = temporarySeeds({"a.md": note, "b.md": "---\ntitle: T\n---\nText.\n"});
    const out = temporaryFolder({"figures.csv": "as it was\n"});
    const {status, stdout, stderr} = runData("--seeds", seeds, "--out", out);
    expect({status, stdout}).toEqual({status: 1, stdout: ""});
    expect(stderr.trim()).toBe(`${seeds}/b.md:1: front matter lacks "publisher"`);
    expect(readdirSync(out)).toEqual(["figures.csv"]);
    expect(readFileSync(path.join(out, "figures.csv"), "utf8")).toBe("as it was\n");
  });

  it("puts back what it had renamed if a later file cannot be put in its place", () => {
    const made = loadTables();
    const out = temporaryFolder({"articles.csv": "as it was\n", "README.md": "as it was\n"});
    const inTheWay = path.join(out, "figures.csv");
    expect(() =>
      writeTables(made, out, {
        rename(from, to) {
          if (to === inTheWay) throw new Error("in the way");
          renameSync(from, to);
        },
      }),
    ).toThrow("in the way");
    expect(readdirSync(out).sort()).toEqual(["README.md", "articles.csv"]);
    for (const name of ["articles.csv", "README.md"])
      expect(readFileSync(path.join(out, name), "utf8")).toBe("as it was\n");
  });

  it("explains itself, and rejects an option it does not know in one line", () => {
    expect(runData("--help")).toMatchObject({status: 0, stdout: expect.stringContaining("--seeds FOLDER")});
    const {status, stderr} = runData("--sedes", "x");
    expect(status).toBe(1);
    expect(stderr.trim()).toMatch(/^unknown option '--sedes'.*$/);
  });

  it("gives the tables in data/ that are committed", () => {
    const made = loadTables();
    for (const name of Object.keys(tables) as TableName[])
      expect(readFileSync(`data/${name}.csv`, "utf8")).toBe(formatTable(name, made[name], "csv"));
    expect(readFileSync("data/README.md", "utf8")).toBe(dataDictionary());
  });
});

describe("the stub loaders in src/data/", () => {
  const made = loadTables();
  const stubs = readdirSync("src/data").filter((name) => name.endsWith(".ts"));

  it("stand for every table in every format", () => {
    const expected = Object.keys(tables).flatMap((name) =>
      ["arrow", "csv", "json"].map((f) => `${name}.${f}.ts`),
    );
    expect(stubs.sort()).toEqual(expected.sort());
  });

  it.each(stubs)("%s prints its table", (stub) => {
    const {status, stdout} = spawnSync(process.execPath, ["--import", "tsx", `src/data/${stub}`]);
    expect(status).toBe(0);
    const [name, format] = stub.split(".") as [TableName, string];
    const columns = tables[name].columns.map((column) => column.name);
    const ids = made[name].map((row) => (row as unknown as Record<string, string>)[tables[name].key]);
    const table =
      format === "csv"
        ? fromCSV(stdout.toString(), {autoType: false})
        : format === "arrow"
          ? fromArrow(new Uint8Array(stdout))
          : null;
    if (table) {
      expect(table.columnNames()).toEqual(columns);
      expect(table.array(tables[name].key)).toEqual(ids);
    } else {
      const rows = JSON.parse(stdout.toString());
      expect(Object.keys(rows[0])).toEqual(columns);
      expect(rows.map((row: Record<string, string>) => row[tables[name].key])).toEqual(ids);
    }
  });
});

describe("openDatabase(rows)", () => {
  it("holds every row of every table, under the schema's checks", async () => {
    const made = loadTables();
    const database = await openDatabase(made);
    for (const name of Object.keys(tables) as TableName[]) {
      const [{n}] = await database.query<{n: number}>(`SELECT count(*) AS n FROM ${name}`);
      expect(n).toBe(made[name].length);
    }
    database.close();
  });

  it("rejects a kind that the schema does not have, and one id twice", async () => {
    const made = loadTables();
    const [figure] = made.figures;
    await expect(openDatabase({...made, figures: [{...figure, kind: "weight" as never}]})).rejects.toThrow(
      /CHECK/i,
    );
    await expect(openDatabase({...made, figures: [figure, figure]})).rejects.toThrow(
      /primary key|duplicate/i,
    );
  });
});

describe("the ids of figures", () => {
  it("do not change when another paragraph does", () => {
    const ids = (body: string): string[] => {
      const root = temporarySeeds({"a.md": `---\ntitle: T\npublisher: P\n---\n${body}`});
      return loadTables(root).figures.map((figure) => figure.figure_id);
    };
    const before = ids("It sold 40 crates.\n\nIt sold 50 vans for $3 million.\n");
    const after = ids("It sold 41 crates and one hundred boxes.\n\nIt sold 50 vans for $3 million.\n");
    expect(before).toHaveLength(3);
    expect(after.slice(-2)).toEqual(before.slice(-2));
    expect(new Set(after).size).toBe(after.length);
  });
});
