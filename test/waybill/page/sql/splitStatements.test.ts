import {describe, expect, it} from "vitest";
import {
  firstWord,
  isDescription,
  isQuery,
  splitStatements,
} from "../../../../src/waybill/page/sql/splitStatements.js";

const texts = (sql: string): string[] => splitStatements(sql).map(({text}) => text);

describe("splitStatements(sql)", () => {
  it.each<[string, string[]]>([
    ["SELECT 1", ["SELECT 1"]],
    [" SELECT 1 ;; SELECT 2;\n", ["SELECT 1", "SELECT 2"]],
    ["SELECT 'a;''b;' ; SELECT 2", ["SELECT 'a;''b;'", "SELECT 2"]],
    ['SELECT ";" FROM "a"";b"; SELECT 2', ['SELECT ";" FROM "a"";b"', "SELECT 2"]],
    ["SELECT $$a;b$$; SELECT $x$;$$;$x$", ["SELECT $$a;b$$", "SELECT $x$;$$;$x$"]],
    ["SELECT 1 -- a; b\n; SELECT 2", ["SELECT 1 -- a; b", "SELECT 2"]],
    ["SELECT /* ; */ 1; SELECT 3-1; SELECT 4/2", ["SELECT /* ; */ 1", "SELECT 3-1", "SELECT 4/2"]],
    ["SELECT $1; SELECT 2", ["SELECT $1", "SELECT 2"]],
    [
      "SELECT E'a\\';b'; SELECT e'\\\\'; SELECT name'x'",
      ["SELECT E'a\\';b'", "SELECT e'\\\\'", "SELECT name'x'"],
    ],
    ["-- nothing", []],
    [" ; /* only */ ; ", []],
    ["SELECT 'open; SELECT 2", ["SELECT 'open", "SELECT 2"]],
  ])("%s", (sql, expected) => {
    expect(texts(sql)).toEqual(expected);
  });

  it("says where each starts", () => {
    const sql = "SELECT 1;\n  SELECT 2";
    for (const {text, start} of splitStatements(sql))
      expect(sql.slice(start, start + text.length)).toBe(text);
  });
});

describe("isQuery(sql)", () => {
  it.each([
    "SELECT 1",
    "from x",
    "(SELECT 1)",
    "WITH a AS (SELECT 1) FROM a",
    "/* x */ VALUES (1)",
    "SUMMARIZE x",
  ])("%s gives rows", (sql) => {
    expect(isQuery(sql)).toBe(true);
  });

  it.each([
    "DROP TABLE figures",
    "WITH a AS (SELECT 1) INSERT INTO b FROM a",
    "with a as (select 1) delete from b",
    "SET threads = 1",
    "EXPLAIN SELECT 1",
    "",
  ])("%s does not", (sql) => {
    expect(isQuery(sql)).toBe(false);
  });

  it("tells what describes from what selects", () => {
    expect(["DESCRIBE x", "-- a\nshow tables", "PIVOT x ON y"].every(isDescription)).toBe(true);
    expect(isDescription("SELECT 'DESCRIBE'")).toBe(false);
    expect(firstWord("/* a */ -- b\n  Select 1")).toBe("select");
  });
});
