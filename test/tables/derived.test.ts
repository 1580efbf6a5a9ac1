import {writeFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, it} from "vitest";
import {readFormula} from "../../loaders/tables/formula.js";
import {combine, intervalOf} from "../../loaders/tables/interval.js";
import {loadTables} from "../../loaders/tables.js";
import {grain, temporarySeeds} from "../temporary.js";

const plain = {value: null, low: null, high: null, qualifier: null};
const moreThan = (value: number) => intervalOf({value, low: value, high: null, qualifier: "more_than"});
const exactly = (value: number) => intervalOf({...plain, value});

describe("derived numbers", () => {
  it("are worked out with what they were worked out from", () => {
    expect(loadTables(grain).derived).toMatchObject([
      {derived_id: "wheat-price", value: 300, low: 300, high: null, bounds: "at_least"},
    ]);
    expect(String(loadTables(grain).derived[0].figures).split(" ")).toHaveLength(2);
  });

  it("follow a corrected number, and name file and line of an input that points nowhere", () => {
    const seeds = temporarySeeds({
      "a.md": "---\ntitle: T\npublisher: P\n---\nIt sold 40 crates for $3,000.\n",
    });
    const declare = (formula: string, total: string): void =>
      writeFileSync(
        path.join(seeds, "derived.yaml"),
        `# prices\n- id: price\n  about: Price of a crate\n  formula: ${formula}\n  unit: USD\n  inputs:\n    total: "${total}"\n    crates: "a: # crates"\n`,
      );
    declare("total / crates", "a: for $#");
    expect(loadTables(seeds).derived[0]).toMatchObject({value: 75, bounds: "exact"});
    writeFileSync(
      path.join(seeds, "a.md"),
      "---\ntitle: T\npublisher: P\n---\nIt sold 40 crates for $4,000.\n",
    );
    expect(loadTables(seeds).derived[0].value).toBe(100);
    declare("total / crates", "a: for €#");
    expect(() => loadTables(seeds)).toThrow(
      `${seeds}/derived.yaml:2: input of price matches no figure of a: "for €#"`,
    );
    declare("total / crates", "b: for $#");
    expect(() => loadTables(seeds)).toThrow(`${seeds}/derived.yaml:2: unknown article in price`);
    declare("total / (crates", "a: for $#");
    expect(() => loadTables(seeds)).toThrow("broken formula of price: expected ) at the end");
    declare("total / boxes", "a: for $#");
    expect(() => loadTables(seeds)).toThrow('formula of price uses "boxes", which is none of its inputs');
  });
});

describe("units of derived numbers", () => {
  const derive = (formula: string, unit: string) => {
    const seeds = temporarySeeds({
      "a.md":
        "---\ntitle: T\npublisher: P\n---\nIt paid £75m for 40 crates, $5m for 30 vans, and rose 20%.\n",
    });
    writeFileSync(
      path.join(seeds, "derived.yaml"),
      `- id: d\n  about: A\n  formula: ${formula}\n  unit: ${unit}\n  inputs:\n${Object.entries({
        pounds: "£75m",
        crates: "40 crates",
        dollars: "$5m",
        vans: "30 vans",
        rise: "20%",
      })
        .filter(([name]) => formula.includes(name))
        .map(([name, quote]) => `    ${name}: "a: ${quote}"\n`)
        .join("")}`,
    );
    return () => loadTables(seeds).derived[0].value;
  };

  it.each([
    ["pounds + dollars", "USD", "formula of d adds different units: GBP and USD"],
    ["dollars - pounds", "USD", "formula of d subtracts different units: USD and GBP"],
    ["pounds + 1", "GBP", "formula of d adds different units: GBP and a bare number"],
    ["pounds / crates", "USD", 'unit of d is not what its formula gives: "USD" (GBP)'],
  ])("%s in %s is refused with file and line", (formula, unit, message) => {
    expect(derive(formula, unit)).toThrow(`derived.yaml:1: ${message}`);
  });

  it.each([
    ["pounds / (1 + rise / 100)", "GBP", 62.5e6],
    ["crates + vans", "vehicle", 70],
    ["dollars * pounds / pounds", "USD", 5e6],
    ["pounds / dollars", "times", 15],
  ])("%s in %s is worked out", (formula, unit, value) => {
    expect(derive(formula, unit)()).toBeCloseTo(value);
  });
});

describe("a number derived from a range", () => {
  it("is worked out from its middle, and bounded by its ends", () => {
    const seeds = temporarySeeds({
      "a.md": "---\ntitle: T\npublisher: P\n---\nIt sold between 30 and 50 crates for $2,400.\n",
      "derived.yaml":
        '- id: price\n  about: Price\n  formula: total / crates\n  unit: USD\n  inputs:\n    total: "a: for $#"\n    crates: "a: between # and # crates"\n',
    });
    expect(loadTables(seeds).derived).toMatchObject([{value: 60, low: 48, high: 80, bounds: "between"}]);
  });
});

describe("readFormula(text)", () => {
  it.each([
    ["a + 2 * b", 8],
    ["(a + 2) * b", 12],
    ["a / b / 2", 2 / 3 / 2],
    ["a - b - 1", -2],
    ["a * (1 + b / 100)", 2.06],
  ])("%s", (text, value) => {
    const formula = readFormula(text);
    expect(formula.valueOf({a: 2, b: 3})).toBeCloseTo(value);
    const {low, high} = formula.intervalOf({a: exactly(2), b: exactly(3)});
    expect(low).toBeCloseTo(value);
    expect(high).toBeCloseTo(value);
  });

  it.each([
    ["", "expected a name, a number or ( at the end"],
    ["a +", "expected a name, a number or ( at the end"],
    ["a b", 'expected + - * / or the end at character 3, found "b"'],
    ["a & b", 'expected + - * / or the end at character 3, found "&"'],
    ["(a", "expected ) at the end"],
  ])("rejects %j", (text, message) => {
    expect(() => readFormula(text)).toThrow(message);
  });
});

describe("intervals", () => {
  it("follow the hedge", () => {
    expect(moreThan(20)).toEqual({low: 20, high: Number.POSITIVE_INFINITY, known: true});
    expect(exactly(63)).toEqual({low: 63, high: 63, known: true});
    expect(intervalOf({value: 5, low: null, high: 5, qualifier: "up_to"})).toEqual({
      low: 0,
      high: 5,
      known: true,
    });
    expect(intervalOf({...plain, low: 3, high: 5})).toEqual({low: 3, high: 5, known: true});
    for (const qualifier of ["about", "almost"] as const)
      expect(intervalOf({...plain, value: 5, qualifier}).known).toBe(false);
  });

  it("never begin after their end", () => {
    const {low, high} = intervalOf({value: -3, low: null, high: -3, qualifier: "at_most"});
    expect(low).toBeLessThanOrEqual(high);
  });

  it("are combined by their ends", () => {
    const {POSITIVE_INFINITY: infinite} = Number;
    expect(combine("/", exactly(4.47), moreThan(20))).toMatchObject({low: 0, high: 4.47 * (1 / 20)});
    expect(combine("/", moreThan(100), exactly(30))).toMatchObject({low: 100 * (1 / 30), high: infinite});
    expect(combine("-", exactly(5), {low: 1, high: 2, known: true})).toMatchObject({low: 3, high: 4});
    expect(combine("*", {low: -1, high: 2, known: true}, {low: 3, high: 4, known: true})).toMatchObject({
      low: -4,
      high: 8,
    });
    expect(combine("/", exactly(1), {low: 0, high: 2, known: true}).known).toBe(false);
    expect(combine("+", exactly(1), {low: 0, high: 0, known: false}).known).toBe(false);
  });
});
