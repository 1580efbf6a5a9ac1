import {afterAll, describe, expect, it} from "vitest";
import {parse} from "yaml";
import {type Database, openDatabase} from "../../../../loaders/database.js";
import {loadTables} from "../../../../loaders/tables.js";
import {selectShown} from "../../../../src/waybill/chart/chartFields.js";
import {chartBlockOf} from "../../../../src/waybill/page/explore/chartBlock.js";
import type {ExploreRow} from "../../../../src/waybill/page/explore/fields.js";
import {temporarySeeds} from "../../../temporary.js";

type Chosen = [keyof ExploreRow, (string | null)[]][];

const seeds = {
  "a.md":
    "---\ntitle: T\npublisher: The O'Brindle Gazette\npublished: 2024-06-01\n---\nVolmer sold 7 tonnes of wheat to Kenya in 2023. Kovo ordered 9 barges from Chile.\n",
  "b.md": "---\ntitle: U\npublisher: Q\n---\nOndal paid $3 million.\n",
};

let opened: Promise<Database> | null = null;
const database = (): Promise<Database> => {
  opened ??= openDatabase(loadTables(temporarySeeds(seeds)));
  return opened;
};
afterAll(async () => (await opened)?.close());

const blockOf = (chosen: Chosen, query = ""): {of?: string} => {
  const block = chartBlockOf({query, chosen: new Map(chosen.map(([key, values]) => [key, new Set(values)]))});
  expect(block).toMatch(/^```chart\n[\s\S]*\n```\n$/);
  return parse(block.replace(/^```\w*\n|```\n$/g, ""));
};
const found = async (chosen: Chosen, query = ""): Promise<number[]> => {
  const {of = "true"} = blockOf(chosen, query);
  const rows = await (await database()).query<{value: number}>(
    selectShown(`SELECT value FROM shown WHERE ${of} ORDER BY value`),
  );
  return rows.map(({value}) => value);
};

describe("chartBlockOf(question)", () => {
  it.each<[Chosen, string, number[]]>([
    [[], "", [7, 9, 3e6]],
    [[["kind", ["money"]]], "", [3e6]],
    [[["kind", ["money", "count"]]], "", [9, 3e6]],
    [[["party", ["Kovo"]]], "", [9]],
    [
      [
        ["party", ["Volmer", "Kovo"]],
        ["country", ["Kenya"]],
      ],
      "",
      [7],
    ],
    [[["state", ["delivered"]]], "", [7]],
    [[["state", ["ordered"]]], "", [9]],
    [[["state", [null]]], "", [3e6]],
    [[["state", [null, "delivered", "ordered"]]], "", [7, 9, 3e6]],
    [[["year", ["2023"]]], "", [7]],
    [[["year", ["2022"]]], "", []],
    [[["year", ["2022", "2023"]]], "", [7]],
    [[["publisher", ["The O'Brindle Gazette"]]], "", [7, 9]],
    [
      [
        ["hedge", [null]],
        ["goods", ["grain", null]],
      ],
      "tonnes",
      [7],
    ],
    [[], "ondal PAID", [3e6]],
    [[], "o'brindle", [7, 9]],
  ])("%j %s", async (chosen, query, values) => {
    expect(await found(chosen, query)).toEqual(values);
  });

  it("names what it leaves out", () => {
    const block = chartBlockOf({
      query: "",
      chosen: new Map<keyof ExploreRow, Set<string | null>>([
        ["told", new Set(["2 reports"])],
        ["said_by", new Set([null])],
      ]),
    });
    expect(block).toContain("# not in it, for a chart has a row for each fact: told, said by");
    expect(block).not.toContain("of:");
  });
});
