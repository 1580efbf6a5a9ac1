import {writeFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, it} from "vitest";
import {rateFor} from "../../loaders/tables/rates.js";
import {loadTables} from "../../loaders/tables.js";
import {grain, temporarySeeds} from "../temporary.js";

const note =
  "---\ntitle: T\npublisher: P\n---\nIn May 2022 it sold 40 crates for 3,000 yuan, and a van for $5,000.\n";

function withRates(rows: string) {
  const seeds = temporarySeeds({"a.md": note});
  writeFileSync(path.join(seeds, "vocab/rates.csv"), `unit,usd,date,source\n${rows}`);
  return seeds;
}

describe("conversion", () => {
  it("is made by a dated, cited rate only", () => {
    const [yuan, dollars] = loadTables(withRates("")).facts.filter(({kind}) => kind === "money");
    expect({unit: yuan.unit, usd: yuan.usd, rate: yuan.rate}).toEqual({unit: "CNY", usd: null, rate: null});
    expect({usd: dollars.usd, rate: dollars.rate}).toEqual({usd: 5000, rate: null});
    const seeds = withRates("CNY,0.15,2022-03-01,A bulletin\nCNY,0.14,2023-03-01,A bulletin\n");
    const [converted] = loadTables(seeds).facts.filter(({unit}) => unit === "CNY");
    expect(converted).toMatchObject({
      value: 3000,
      usd: 450,
      rate: "0.15 USD per CNY, 2022-03-01, A bulletin",
    });
  });

  it("is not made where a story has no rate of its own", () => {
    expect(loadTables(grain).facts.filter(({rate}) => rate !== null)).toEqual([]);
  });

  it.each([
    ["CNY,0.15,2022-03-01,\n", "the rate of CNY has no source"],
    ["CNY,0.15,May,A bulletin\n", 'date is not a date: "May"'],
    ["CNY,cheap,2022-03-01,A bulletin\n", 'usd is no number above 0: "cheap"'],
    ["yuan,0.15,2022-03-01,A bulletin\n", 'unit is no ISO 4217 code: "yuan"'],
  ])("rejects %j", (row, message) => {
    const seeds = withRates(row);
    expect(() => loadTables(seeds)).toThrow(`${seeds}/vocab/rates.csv:2: ${message}`);
  });
});

describe("rateFor(rates, unit, when)", () => {
  const rate = (date: string) => ({unit: "CNY", usd: 0.1, date, source: "S"});
  const rates = [rate("2022-01-01"), rate("2023-01-01")];

  it.each([
    ["2022-05", "2022-01-01"],
    ["2023-01", "2023-01-01"],
    ["2024", "2023-01-01"],
    ["2020", "2022-01-01"],
    [null, "2023-01-01"],
  ])("for %s is that of %s", (when, date) => {
    expect(rateFor(rates, "CNY", when)?.date).toBe(date);
  });

  it("is null where none is known", () => expect(rateFor(rates, "EUR", "2023")).toBeNull());
});
