import {DuckDBInstance} from "@duckdb/node-api";
import {describe, expect, it} from "vitest";
import {harmlessQuery, plainQuery} from "../../../src/lib/explore/sql/replacing.js";
import {sqlName} from "../../../src/waybill/model/escape.js";
import {harmless} from "../../../src/waybill/model/spreadsheet.js";

const cells = [
  "=1+1",
  "-2",
  "-x",
  "+1.5e3",
  "+1.5E3",
  "@a",
  "'=1",
  "\t1",
  "＝1",
  "a=1",
  "",
  "-",
  "1",
  "'a",
  "\n=",
];

async function rowsOf(table: string, query: string): Promise<unknown[][]> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(table);
  return (await connection.runAndReadAll(query)).getRows();
}

describe("harmlessQuery(table, columns)", () => {
  it("makes of each cell what harmless makes of it, and leaves what is no words", async () => {
    const name = 'a "b';
    const values = cells.map((cell, n) => `(${n}, '${cell.replaceAll("'", "''")}')`).join(", ");
    const query = harmlessQuery("t", [
      {name: "n", type: "INTEGER"},
      {name, type: "VARCHAR"},
    ]);
    const rows = await rowsOf(
      `CREATE TABLE t AS FROM (VALUES ${values}) AS v(n, ${sqlName(name)})`,
      `${query} ORDER BY n`,
    );
    expect(rows).toEqual(cells.map((cell, n) => [n, harmless(cell)]));
    expect(cells.some((cell) => harmless(cell) !== cell)).toBe(true);
  });
});

describe("plainQuery(table, columns)", () => {
  it("gives words for times, spans and numbers of many digits, and leaves all else", async () => {
    const columns = ["TIME", "INTERVAL", "HUGEINT", "BIGINT", "INTEGER[]"];
    const query = plainQuery(
      "t",
      columns.map((type, n) => ({name: `c${n}`, type})),
    );
    expect(query.match(/::VARCHAR/g)).toHaveLength(3);
    const [row] = await rowsOf(
      "CREATE TABLE t AS SELECT TIME '01:02:03' AS c0, INTERVAL '1 day' AS c1, 170141183460469231731687303715884105727::HUGEINT AS c2, 7::BIGINT AS c3, [1] AS c4",
      query,
    );
    expect(row.slice(0, 4)).toEqual(["01:02:03", "1 day", "170141183460469231731687303715884105727", 7n]);
  });
});
