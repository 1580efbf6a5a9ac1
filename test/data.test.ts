import {spawn, spawnSync} from "node:child_process";
import {cpSync, existsSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {fromArrow} from "arquero";
import {validate} from "datapackage";
import {describe, expect, it} from "vitest";
import {openDatabase} from "../loaders/database.js";
import {dataDictionary, dataPackage} from "../loaders/dictionary.js";
import {replaceFolder} from "../loaders/replaceFolder.js";
import {loadTables} from "../loaders/tables.js";
import {formatTable, writeTables} from "../loaders/write.js";
import {asWritten} from "../src/waybill/model/spreadsheet.js";
import {type Row, tableNames, tables} from "../src/waybill/model/tables.js";
import {waybill} from "./engine.js";
import {grain, temporaryFolder, temporarySeeds} from "./temporary.js";

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
    expect({status, stdout}).toEqual({
      status: 0,
      stdout: `${out}/: 1 article, 2 figures, 2 facts, 0 disagreements\n`,
    });
    const files = ["README.md", "datapackage.json", ...tableNames.map((name) => `${name}.csv`)];
    expect(readdirSync(out).sort()).toEqual(files.sort());
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

  it("explains itself, and rejects an option it does not know in one line", () => {
    expect(runData("--help")).toMatchObject({status: 0, stdout: expect.stringContaining("--seeds FOLDER")});
    const {status, stderr} = runData("--sedes", "x");
    expect(status).toBe(1);
    expect(stderr.trim()).toMatch(/^unknown option '--sedes'.*$/);
  });

  it("gives the tables in data/ that are committed", () => {
    const made = loadTables();
    for (const name of tableNames)
      expect(readFileSync(`data/${name}.csv`, "utf8")).toBe(formatTable(name, made[name], "csv"));
    expect(readFileSync("data/README.md", "utf8")).toBe(dataDictionary());
    expect(JSON.parse(readFileSync("data/datapackage.json", "utf8"))).toEqual(dataPackage(["csv"]));
  });

  it("can be killed at any moment: the tables are those from before or the new ones", async () => {
    const seeds = temporarySeeds({});
    const [before, after] = await Promise.all(
      [note, note.replace("40 crates", "41 crates")].map(async (text) => {
        writeFileSync(path.join(seeds, "a.md"), text);
        const folder = temporaryFolder();
        await writeTables(loadTables(seeds), folder);
        return contentsOf(folder);
      }),
    );
    expect(before).not.toEqual(after);
    const out = path.join(temporaryFolder(), "data");
    cpSync(temporaryFolder(before), out, {recursive: true});
    for (const delay of [150, 300, 450, 600, 750, 900]) {
      const child = spawn(process.execPath, [...waybill, "data", "--seeds", seeds, "--out", out]);
      await new Promise((resolve) => {
        child.on("close", resolve);
        setTimeout(() => child.kill("SIGKILL"), delay);
      });
      await replaceFolder(out, () => Promise.reject(new Error("stopped"))).catch(() => {});
      expect([before, after]).toContainEqual(contentsOf(out));
    }
    expect(readdirSync(path.dirname(out)).sort()).toEqual(["data"]);
  });

  it("waits while another writes the same folder, and says for which process", async () => {
    const seeds = temporarySeeds({"a.md": note});
    const out = path.join(temporaryFolder(), "data");
    let stderr = "";
    let closed: Promise<unknown> | undefined;
    await replaceFolder(out, async (next) => {
      writeFileSync(path.join(next, "mine.txt"), "a user's own\n");
      const child = spawn(process.execPath, [...waybill, "data", "--seeds", seeds, "--out", out]);
      closed = new Promise((resolve) => child.on("close", resolve));
      for await (const chunk of child.stderr) {
        stderr += chunk;
        break;
      }
    });
    expect(stderr).toBe(`${out}/ is being written by process ${process.pid}: waiting\n`);
    expect(await closed).toBe(0);
    expect(readdirSync(out)).toEqual(expect.arrayContaining(["figures.csv", "mine.txt"]));
  });
});

function contentsOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), "utf8")]),
  );
}

describe("the published tables", () => {
  const made = loadTables();
  const formats = ["csv", "json", "arrow", "parquet"] as const;

  it.each(tableNames)("hold the same rows of %s in every format", async (name) => {
    const {key, columns} = tables[name];
    const expected = (made[name] as unknown as Row[]).map((row) =>
      Object.fromEntries(columns.map((column) => [column.name, row[column.name] ?? null])),
    );
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    const read = async (sql: string): Promise<Row[]> =>
      (await connection.runAndReadAll(sql)).getRowObjectsJS() as Row[];
    const types = columns.map((column) => `'${column.name}': '${column.type}'`).join(", ");
    for (const format of formats) {
      const file = `dist/data/${name}.${format}`;
      const rows =
        format === "arrow"
          ? (fromArrow(new Uint8Array(readFileSync(file))).objects() as Row[])
          : await read(
              format === "csv"
                ? `SELECT * FROM read_csv('${file}', header = true, columns = {${types}}, all_varchar = false)`
                : format === "json"
                  ? `SELECT * FROM read_json('${file}', columns = {${types}}, maximum_object_size = 100000000)`
                  : `SELECT * FROM '${file}'`,
            );
      const plain = rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([cell, value]) => [
            cell,
            format === "csv" && typeof value === "string" ? asWritten(value) : (value ?? null),
          ]),
        ),
      );
      expect(plain, `${file} (${key})`).toEqual(expected);
    }
    connection.closeSync();
    instance.closeSync();
  });

  it("are described by a data package that validates", async () => {
    for (const file of ["data/datapackage.json", "dist/data/datapackage.json"]) {
      const descriptor = JSON.parse(readFileSync(file, "utf8"));
      const {valid, errors} = await validate(descriptor);
      expect(errors, file).toEqual([]);
      expect(valid).toBe(true);
      for (const {path: resource} of descriptor.resources)
        expect(existsSync(path.join(path.dirname(file), resource)), resource).toBe(true);
    }
    const broken = structuredClone(dataPackage(["csv"])) as {
      resources: {schema: {fields: {type: string}[]}}[];
    };
    broken.resources[0].schema.fields[0].type = "no such type";
    expect((await validate(broken)).valid).toBe(false);
  });
});

describe("openDatabase(rows)", () => {
  it("holds every row of every table, under the schema's checks", async () => {
    const made = loadTables();
    const database = await openDatabase(made);
    for (const name of tableNames) {
      const [{n}] = await database.query<{n: number}>(`SELECT count(*) AS n FROM ${name}`);
      expect(n).toBe(made[name].length);
    }
    database.close();
  });

  it("rejects a kind that the schema does not have, and one id twice", async () => {
    const made = loadTables(grain);
    const [figure] = made.figures;
    await expect(openDatabase({...made, figures: [{...figure, kind: "weight" as never}]})).rejects.toThrow(
      /CHECK/i,
    );
    await expect(openDatabase({...made, figures: [figure, figure]})).rejects.toThrow(
      /primary key|duplicate/i,
    );
  });

  it("rejects a reference to a row that is not there, in a cell and in a list", async () => {
    const made = loadTables(grain);
    await expect(openDatabase({...made, articles: made.articles.slice(1)})).rejects.toThrow(/foreign key/i);
    const [fact] = made.facts;
    await expect(openDatabase({...made, facts: [{...fact, supplier: "nobody"}]})).rejects.toThrow(
      /foreign key/i,
    );
    await expect(
      openDatabase({...made, facts: [{...fact, figures: `${fact.figures} no-figure`}]}),
    ).rejects.toThrow("facts.figures: no such row in figures: no-figure");
  });
});

describe("the ids of figures", () => {
  it("do not change when another paragraph does, or another number of the sentence", () => {
    const ids = (body: string): string[] => {
      const root = temporarySeeds({"a.md": `---\ntitle: T\npublisher: P\n---\n${body}`});
      return loadTables(root).figures.map((figure) => figure.figure_id);
    };
    const before = ids("It sold 40 crates.\n\nIt sold 50 vans for $3 million.\n");
    const after = ids("It sold 41 crates and one hundred boxes.\n\nIt sold 50 vans for $3 million.\n");
    expect(before).toHaveLength(3);
    expect(after.slice(-2)).toEqual(before.slice(-2));
    expect(new Set(after).size).toBe(after.length);
    const [vans, price] = ids("It sold 50 vans for $3 million.\n");
    expect(ids("It sold 51 vans for $3 million.\n")[1]).toBe(price);
    expect(ids("It sold 50 vans for $4 million.\n")[0]).toBe(vans);
  });
});
