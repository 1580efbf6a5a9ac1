import {describe, expect, it} from "vitest";
import {
  capitalize,
  formatCount,
  formatDate,
  formatFigure,
  formatNumber,
  formatValue,
  splitHedge,
} from "../../../src/waybill/model/format.js";

describe("formatValue(value, unit, style)", () => {
  it.each([
    [2e7, "USD", "$20 million", "$20m"],
    [-2e7, "USD", "−$20 million", "−$20m"],
    [1e6, "EUR", "€1 million", "€1m"],
    [3e3, "CNY", "3,000 yuan", "3,000 yuan"],
    [-3e3, "CNY", "−3,000 yuan", "−3,000 yuan"],
    [5, "XAU", "5 XAU", "5 XAU"],
    [69, "percent", "69 percent", "69%"],
    [-1.5, "percent", "−1.5 percent", "−1.5%"],
    [0.2235, "fraction", "22.4%", "22.4%"],
    [3, "times", "3 times", "3 times"],
    [0, "crate", "0 crates", "0 crates"],
    [0.5, "tonne", "0.5 tonnes", "0.5 tonnes"],
    [1, "tonne", "1 tonne", "1 tonne"],
    [-1, "tonne", "−1 tonne", "−1 tonne"],
    [2, "battery", "2 batteries", "2 batteries"],
    [2, "day", "2 days", "2 days"],
    [2, "box", "2 boxes", "2 boxes"],
    [2, "aircraft", "2 aircraft", "2 aircraft"],
    [7, null, "7", "7"],
    [58, "USD per barrel", "$58 per barrel", "$58 per barrel"],
    [2000, "barrel per day", "2,000 barrels per day", "2,000 barrels per day"],
  ] as const)("%d %s is %s, %s in a chart", (value, unit, prose, chart) => {
    expect(formatValue(value, unit, "prose")).toBe(prose);
    expect(formatValue(value, unit, "chart")).toBe(chart);
  });
});

describe("formatNumber(value)", () => {
  it.each([
    [999.4, "999"],
    [999.6, "1,000"],
    [1000, "1,000"],
    [1234567, "1,234,567"],
    [12.345, "12.3"],
    [-0.5, "−0.5"],
  ])("%d is %s", (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });
});

describe("formatFigure(figure, style)", () => {
  const figure = {value: 5, low: null, high: null, unit: "crate"};

  it.each([
    ["exactly", "exactly 5 crates", "5 crates"],
    ["more_than", "more than 5 crates", "more than 5 crates"],
    ["at_least", "at least 5 crates", "at least 5 crates"],
    ["less_than", "less than 5 crates", "less than 5 crates"],
    ["at_most", "at most 5 crates", "at most 5 crates"],
    ["about", "about 5 crates", "about 5 crates"],
    ["almost", "almost 5 crates", "almost 5 crates"],
    ["up_to", "up to 5 crates", "up to 5 crates"],
    [null, "5 crates", "5 crates"],
  ] as const)("%s: %s, %s in a chart", (qualifier, prose, chart) => {
    expect(formatFigure({...figure, qualifier}, "prose")).toBe(prose);
    expect(formatFigure({...figure, qualifier}, "chart")).toBe(chart);
  });

  it("says what a price is for", () => {
    const price = {...figure, unit: "USD", qualifier: null};
    expect(formatFigure({...price, per: "barrel"}, "prose")).toBe("$5 per barrel");
    expect(formatFigure({...price, per: null}, "prose")).toBe("$5");
  });

  it("has both ends of a range, and says where one is missing", () => {
    const range = {...figure, value: null, qualifier: null};
    expect(formatFigure({...range, low: 3, high: 5}, "prose")).toBe("3 crates to 5 crates");
    expect(formatFigure({...range, low: 3}, "prose")).toBe("at least 3 crates");
    expect(formatFigure(range, "prose")).toBe("an unknown number");
  });
});

it.each([
  ["2023", "2023"],
  ["2023-07", "July 2023"],
  ["2024-02-01", "1 February 2024"],
])("formatDate(%s) is %s", (iso, words) => expect(formatDate(iso)).toBe(words));

it("formatCount(count) has words up to twelve", () => {
  expect([0, 1, 12, 13, 1000].map(formatCount)).toEqual(["no", "one", "twelve", "13", "1,000"]);
});

it("splitHedge(text) parts a hedge from its number", () => {
  expect(splitHedge("more than $20m")).toEqual({hedge: "more than", number: "$20m"});
  expect(splitHedge("$20m")).toEqual({hedge: "", number: "$20m"});
  expect(splitHedge("aboutness")).toEqual({hedge: "", number: "aboutness"});
});

it("capitalize(text) opens a sentence", () => expect(capitalize("élan and more")).toBe("Élan and more"));
