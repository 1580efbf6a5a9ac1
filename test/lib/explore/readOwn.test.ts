import {readFileSync} from "node:fs";
import path from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {type Table, tableFromIPC} from "apache-arrow";
import {describe, expect, it} from "vitest";
import type {Engine} from "../../../src/lib/explore/sql/Engine.js";
import {jsonIn, nameOf, readOwn, rowsOf, textOf} from "../../../src/lib/explore/sql/readOwn.js";
import {temporaryFolder} from "../../temporary.js";

const taken: {name: string; csv?: string; bytes?: number; table?: Table}[] = [];
const engine = {
  addCsv: async (name: string, csv: string) => void taken.push({name, csv}),
  addTable: async (name: string, bytes: Uint8Array) =>
    void taken.push({name, bytes: bytes.length, table: tableFromIPC(bytes)}),
} as unknown as Engine;
const read = async (name: string, content: string | Uint8Array): Promise<(typeof taken)[number]> => {
  taken.length = 0;
  await readOwn(new File([content as BlobPart], name), engine, {
    root: new URL("http://localhost/"),
    tables: ["figures"],
  });
  return taken[0];
};

describe("readOwn(file, engine)", () => {
  it("reads CSV in UTF-8, UTF-16 and Western Windows", async () => {
    const csv = "name;sum\nÅse;3\n";
    expect(await read("Sums 2024.csv", csv)).toEqual({name: "sums_2024", csv});
    expect((await read("a.csv", Buffer.from(`\ufeff${csv}`, "utf16le"))).csv).toBe(csv);
    expect((await read("a.csv", Buffer.from(csv, "latin1"))).csv).toBe(csv);
  });

  it("reads JSON, a list in an object too", async () => {
    expect((await read("a.json", '[{"a": 1}, {"b": [1]}]')).bytes).toBeGreaterThan(100);
    expect((await read("a.json", ' {"data": [{"a": 1}]}')).bytes).toBeGreaterThan(100);
  });

  it("does not put a file in the place of a table of ours", async () => {
    expect((await read("Figures.csv", "a\n1\n")).name).toBe("own_figures");
    expect((await read("figures2.csv", "a\n1\n")).name).toBe("figures2");
  });

  it("takes a column of several types as words, and one of one type as it is", async () => {
    const {table} = await read("a.json", '[{"a": 1, "b": 1}, {"a": "x", "b": 2}, {"a": null}]');
    const {a, b} = Object.fromEntries(["a", "b"].map((name) => [name, [...table!.getChild(name)!]]));
    expect([a, b]).toEqual([
      ["1", "x", null],
      [1, 2, null],
    ]);
  });

  it.each(["snappy", "zstd", "gzip", "brotli", "lz4_raw", "uncompressed"])(
    "reads Parquet compressed by %s",
    async (codec) => {
      const file = path.join(temporaryFolder(), "packed.parquet");
      const connection = await (await DuckDBInstance.create(":memory:")).connect();
      await connection.run(
        `COPY (SELECT i::INT AS n, repeat('word ', 20) AS w FROM range(500) AS t(i)) TO '${file}' (FORMAT parquet, COMPRESSION ${codec})`,
      );
      const {table} = await read("packed.parquet", readFileSync(file));
      expect(table!.numRows).toBe(500);
      expect(table!.get(499)!.n).toBe(499);
    },
  );

  it("reads Parquet with lists, structs and days", async () => {
    const file = path.join(temporaryFolder(), "nested.parquet");
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    await connection.run(
      `COPY (SELECT [1::BIGINT, 2] AS l, {'n': 9007199254740993} AS s, DATE '2024-01-02' AS d) TO '${file}'`,
    );
    const {table} = await read("nested.parquet", readFileSync(file));
    const [row] = table!.toArray().map((each) => each.toJSON());
    expect(row).toMatchObject({l: "[1,2]", s: '{"n":"9007199254740993"}'});
    expect(new Date(row.d).toISOString()).toBe("2024-01-02T00:00:00.000Z");
  });

  it("reads an object on each line", () => {
    expect(jsonIn('{"a": 1}\n{"a": 2}\n')).toEqual([{a: 1}, {a: 2}]);
    expect(jsonIn('{"a": 1}')).toEqual({a: 1});
    expect(jsonIn('{"a":\n {"b": 1}\n}')).toEqual({a: {b: 1}});
  });

  it("says in a line what it cannot read", async () => {
    await expect(read("a.csv", "")).rejects.toThrow("is empty");
    await expect(read("a.xlsx", "PK\x03\x04\0\0\0\0\0")).rejects.toThrow(
      "is neither CSV, JSON, Parquet, Arrow nor text",
    );
    await expect(read("a.json", '{"a": 1}')).rejects.toThrow("holds no list of objects");
    await expect(read("a.json", "[1, 2]")).rejects.toThrow("holds no list of objects");
    await expect(read("a.json", "[{}]")).rejects.toThrow("holds no list of objects");
    await expect(read("a.arrow", "ARROW1\0\0nothing")).rejects.toThrow("cannot be read as one");
    await expect(read("a.json", "[{")).rejects.toThrow(SyntaxError);
  });
});

describe("nameOf(file)", () => {
  it.each([
    ["Exports (final).v2.CSV", "exports_final_v2"],
    ["2024.csv", "t_2024"],
    ["Ärger.json", "ärger"],
    [".csv", "t_own"],
  ])("%s is %s", (file, name) => {
    expect(nameOf(file)).toBe(name);
  });
});

describe("textOf(bytes) and rowsOf(json)", () => {
  it("leave what is right as it is", () => {
    expect(textOf(new TextEncoder().encode("naïve €"))).toBe("naïve €");
    expect(rowsOf({a: [], b: [{c: 1}]})).toEqual([{c: 1}]);
  });
});
