import {afterEach, describe, expect, it} from "vitest";
import {marksOf, numberLanguages} from "../../../loaders/numberMarks.js";
import {formatFigure, formatNumber, formatValue, splitHedge} from "../../../src/waybill/model/format.js";
import {english, formatDigits, inEnglish, useMarks} from "../../../src/waybill/model/numbers.js";
import {textWidth} from "../../../src/waybill/textWidth.js";
import {tieWords} from "../../../src/waybill/tieWords.js";

afterEach(() => useMarks(english));

describe("marksOf(code)", () => {
  it.each([
    // code, 1234567.5 with its marks
    ["en", "1,234,567.5"],
    ["de", "1.234.567,5"],
    ["de-DE", "1.234.567,5"],
    ["de-CH", "1'234'567,5"],
    ["fr", "1\u00a0234\u00a0567,5"],
    ["sv", "1\u00a0234\u00a0567,5"],
    ["pt", "1.234.567,5"],
    ["en-IN", "12,34,567.5"],
    ["EN-gb", "1,234,567.5"],
  ])("%s: %s", (code, text) => {
    useMarks(marksOf(code)!);
    expect(formatDigits(1_234_567.5)).toBe(text);
  });

  it.each([
    ["no language", "german"],
    ["a language whose marks are not known", "tlh"],
    ["a country alone", "DE-"],
    ["another country than is known", "de-BR"],
    ["digits of its own, which charts have no letters for", "ar-EG"],
    ["nothing", ""],
    ["a path", "../en-US"],
  ])("is null for %s: %s", (_what, code) => {
    expect(marksOf(code)).toBeNull();
  });

  it("has no mark whose width is not known: the measures of charts are those of Inter", () => {
    expect(numberLanguages().length).toBeGreaterThan(15);
    const width = textWidth("\u00a0", 100);
    for (const language of numberLanguages()) {
      const {decimal, thousands, grouping} = marksOf(language)!;
      expect(`${decimal}${thousands}`, language).toMatch(/^[.,'\u00a0]{2}$/);
      expect(grouping[0]).toBe(3);
    }
    expect(width).toBeGreaterThan(20);
    expect(width).toBeLessThan(35);
  });
});

describe("formatDigits(value)", () => {
  it.each([
    [0, "0"],
    [999, "999"],
    [1000, "1.000"],
    [-1234.5, "−1.234,5"],
    [0.0000001, "0,0000001"],
    [1e21, "1.000.000.000.000.000.000.000"],
  ])("%d in German is %s", (value, text) => {
    useMarks(marksOf("de")!);
    expect(formatDigits(value)).toBe(text);
  });
});

describe("a figure with the marks of German", () => {
  const figure = {value: 1_340_000, low: null, high: null, unit: "USD", qualifier: "more_than"} as const;

  it("has its words in English, in prose and in a chart, and none of its marks in both", () => {
    useMarks(marksOf("de")!);
    expect(formatFigure(figure, "prose")).toBe("more than $1,34 million");
    expect(formatFigure(figure, "chart")).toBe("more than $1,34m");
    expect(formatValue(4200, "tonne", "chart")).toBe("4.200 tonnes");
    expect(formatValue(0.2235, "fraction", "chart")).toBe("22,4%");
    expect(formatNumber(-12.345)).toBe("−12,3");
    expect(splitHedge(formatFigure(figure, "chart"))).toEqual({hedge: "more than", number: "$1,34m"});
  });

  it("stays in one line with its unit, whatever its marks", () => {
    for (const [code, number] of [
      ["de", "4.200"],
      ["fr", "4\u00a0200"],
      ["de-CH", "4'200"],
    ]) {
      useMarks(marksOf(code)!);
      expect(tieWords(`Some ${formatValue(4200, "tonne", "prose")} came`)).toBe(
        `Some ${number}\u00a0tonnes came`,
      );
    }
    expect(tieWords("for $1,34 million in")).toBe("for $1,34\u00a0million in");
    expect(tieWords("It sold 12.50 a box. 40 came, 3 went")).toBe("It sold 12.50 a box. 40 came, 3 went");
  });
});

describe("inEnglish(write)", () => {
  it("writes as English does, and leaves the marks as they were, even where it fails", () => {
    useMarks(marksOf("de")!);
    expect(inEnglish(() => formatNumber(1000))).toBe("1,000");
    expect(() =>
      inEnglish(() => {
        throw new Error("broken");
      }),
    ).toThrow("broken");
    expect(formatNumber(1000)).toBe("1.000");
  });
});
