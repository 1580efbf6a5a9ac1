import {DuckDBInstance} from "@duckdb/node-api";
import {JSDOM} from "jsdom";
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {exactInputs, exactSql, type Sql} from "../../src/waybill/notebook.js";

/** DuckDB outside a browser as the tag of a page: a connection for each asking, as Framework has it. */
async function tagOf(): Promise<{sql: Sql; texts: string[]}> {
  const instance = await DuckDBInstance.create(":memory:");
  const texts: string[] = [];
  const sql: Sql = async (strings, ...values) => {
    const text = strings.join("?");
    texts.push(text);
    const connection = await instance.connect();
    const result = await connection.runAndReadAll(text, values as never);
    const [names, rows] = [result.columnNames(), result.getRowsJS()];
    const types = result.columnTypes().map((type) => (/^DECIMAL/.test(String(type)) ? "Decimal" : "Other"));
    return {
      schema: {fields: names.map((name, n) => ({name, type: types[n]}))},
      numRows: rows.length,
      getChildAt: (n) => ({get: (row) => rows[row][n]}),
    };
  };
  return {sql, texts};
}

const inputs = {table: (_data: never): HTMLElement => document.createElement("table")};

async function shown(table: unknown): Promise<string[][]> {
  const place = exactInputs(inputs).table(table as never);
  await vi.waitFor(() => {
    if (!place.querySelector("tbody")) throw new Error("not there yet");
  });
  return [...place.querySelectorAll("tbody tr")].map((row) =>
    [...row.querySelectorAll("td")].map((cell) => cell.textContent!),
  );
}

beforeEach(() => vi.stubGlobal("document", new JSDOM().window.document));
afterEach(() => vi.unstubAllGlobals());

describe("exactSql(sql)", () => {
  it("asks a query once, and a table of it shows what it gave", async () => {
    const {sql} = await tagOf();
    await sql(["CREATE SEQUENCE askings"]);
    const table = await exactSql(sql)([
      "SELECT nextval('askings') AS n, 0.50 AS share, DATE '2024-07-24' AS day",
    ]);
    expect(Number(table.getChildAt(0)!.get(0))).toBe(1);
    expect(table.getChildAt(1)!.get(0)).toBe(0.5);
    expect(await shown(table)).toEqual([["1", "0.50", "2024-07-24"]]);
    const again = await sql(["SELECT nextval('askings')"]);
    expect(Number(again.getChildAt(0)!.get(0))).toBe(2);
  });

  it("keeps the order, takes what is put in, and shows a table without rows", async () => {
    const {sql} = await tagOf();
    const exact = exactSql(sql);
    const ordered = await exact(
      ["FROM range(1, 5) AS t(n) WHERE n > ", " ORDER BY n DESC -- the last first"],
      2,
    );
    expect(await shown(ordered)).toEqual([["4"], ["3"]]);
    expect(await shown(await exact(["SELECT 7 AS n -- the last line"]))).toEqual([["7"]]);
    const described = await exact(["DESCRIBE SELECT 1 AS one"]);
    expect((await shown(described))[0].slice(0, 2)).toEqual(["one", "INTEGER"]);
    expect(await shown(await exact(["SELECT 1 AS one WHERE false"]))).toEqual([]);
  });

  it("leaves what is no single query to the tag, and throws what that throws", async () => {
    const {sql, texts} = await tagOf();
    const exact = exactSql(sql);
    await exact(["CREATE TABLE own (n INT)"]);
    await exact(["INSERT INTO own VALUES (1); FROM own"]);
    expect(texts).toEqual(["CREATE TABLE own (n INT)", "INSERT INTO own VALUES (1); FROM own"]);
    await expect(exact(["SELECT colour FROM own"])).rejects.toThrow('"colour" not found');
  });
});
