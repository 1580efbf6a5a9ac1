import {describe, expect, it} from "vitest";
import type {Engine} from "../../../src/lib/explore/sql/Engine.js";
import {nameOf, readOwn, rowsOf, textOf} from "../../../src/lib/explore/sql/readOwn.js";

const taken: {name: string; csv?: string; bytes?: number}[] = [];
const engine = {
  addCsv: async (name: string, bytes: Uint8Array) =>
    void taken.push({name, csv: new TextDecoder().decode(bytes)}),
  addTable: async (name: string, bytes: Uint8Array) => void taken.push({name, bytes: bytes.length}),
} as unknown as Engine;
const read = async (name: string, content: string | Uint8Array): Promise<(typeof taken)[number]> => {
  taken.length = 0;
  await readOwn(new File([content as BlobPart], name), engine, new URL("http://localhost/"));
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

  it("says in a line what it cannot read", async () => {
    await expect(read("a.csv", "")).rejects.toThrow("is empty");
    await expect(read("a.xlsx", "PK\x03\x04\0\0\0\0\0")).rejects.toThrow(
      "is neither CSV, JSON, Parquet, Arrow nor text",
    );
    await expect(read("a.json", '{"a": 1}')).rejects.toThrow("holds no list of objects");
    await expect(read("a.json", "[1, 2]")).rejects.toThrow("holds no list of objects");
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
