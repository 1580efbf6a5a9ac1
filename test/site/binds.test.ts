import {describe, expect, it} from "vitest";
import {binds} from "../../loaders/site/pageScripts.js";

describe("binds(name, block)", () => {
  it.each([
    "const sql = DuckDBClient.sql({});",
    'import {sql} from "npm:@observablehq/duckdb";',
    'import {query as sql} from "./own.js";',
    "const {a, b: sql} = tools;",
    "function sql() {}",
  ])("is true of %s", (content) => {
    expect(binds("sql", {tag: "js", content})).toBe(true);
  });

  it.each([
    "// const sql = 1",
    'display("const sql = 1");',
    'import {sql as duckdb} from "npm:@observablehq/duckdb";',
    "const rows = await sql`SELECT 1`;",
    "const {sql: own} = tools;",
    "const sql = ;",
  ])("is false of %s", (content) => {
    expect(binds("sql", {tag: "js", content})).toBe(false);
  });

  it("looks at code alone", () => {
    expect(binds("sql", {tag: "md", content: "const sql = 1"})).toBe(false);
    expect(binds("sql", {tag: "ts", content: "const sql: number = 1;"})).toBe(true);
  });
});
