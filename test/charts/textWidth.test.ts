import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {textWidth, wrapText} from "../../src/charts/textWidth.js";

const wide = (text: string): number => textWidth(text, 13);

describe("textWidth(text, size, weight)", () => {
  it("is nothing for no text, and grows with text, size and weight", () => {
    expect(textWidth("", 13)).toBe(0);
    expect(textWidth("ab", 13)).toBeCloseTo(textWidth("a", 13) + textWidth("b", 13), 9);
    expect(textWidth("shipments", 26)).toBeCloseTo(2 * textWidth("shipments", 13), 9);
    expect(textWidth("shipments", 13, 600)).toBeGreaterThan(textWidth("shipments", 13, 400));
  });

  it.each([400, 600])("counts all figures alike at weight %i, for they are tabular", (weight) => {
    const widths = [..."0123456789"].map((figure) => textWidth(figure, 13, weight));
    expect(new Set(widths).size).toBe(1);
  });

  it("counts a thin space as thinner than a space, and what it does not know as wide as a letter", () => {
    expect(wide("\u2009")).toBeLessThan(wide(" "));
    expect(wide("ж")).toBeGreaterThan(wide("n"));
    expect(wide("中")).toBeGreaterThan(wide("n"));
  });
});

describe("wrapText(text, width, {size, weight, most})", () => {
  const size = 13;
  const room = (text: string): number => wide(text) + 0.01;

  it.each([
    ["", 100, []],
    ["   ", 100, []],
    ["one", 0.5 * wide("o"), ["o-", "n-", "e"]],
    ["one two", room("one two"), ["one two"]],
    ["one two", room("one two") - 0.1, ["one", "two"]],
    ["one two three", room("one two"), ["one two", "three"]],
    ["one\ntwo", room("one two"), ["one two"]],
    ["  one   two  ", room("one two"), ["one two"]],
    ["shipments", room("shipm-"), ["shipm-", "ents"]],
    ["a shipments", room("shipments"), ["a", "shipments"]],
  ])("%j in %d px", (text, width, lines) => {
    expect(wrapText(text, width, {size})).toEqual(lines);
  });

  it("does not break at a thin space or one that holds, near as they are to a space", () => {
    for (const space of ["\u2009", "\u00a0", "\u202f"])
      expect(wrapText(`1${space}000 rifles`, room("1 000"), {size})).toEqual([`1${space}000`, "rifles"]);
  });

  it("ends in an ellipsis past so many lines, without the comma before it, and not when the last is full", () => {
    const text = "one, two, three, four";
    const width = room("three,");
    expect(wrapText(text, width, {size, most: 4})).toEqual(["one,", "two,", "three,", "four"]);
    expect(wrapText(text, width, {size, most: 2})).toEqual(["one,", "two…"]);
    expect(wrapText(text, width, {size, most: 1})).toEqual(["one…"]);
  });

  it("cuts a pair of surrogates nowhere but between letters", () => {
    for (const line of wrapText("🚁🚁🚁🚁", room("🚁"), {size}))
      expect(line).not.toMatch(/[\ud800-\udbff]-|^[\udc00-\udfff]/);
  });

  it("loses no letter, whatever the text and the width; and no line is too wide if one letter fits", () => {
    const words = fc.array(fc.stringMatching(/^[a-zA-Z0-9,.$“”]{1,30}$/), {maxLength: 12});
    fc.assert(
      fc.property(words, fc.integer({min: 30, max: 300}), (list, width) => {
        const lines = wrapText(list.join(" "), width, {size});
        expect(lines.join("").replace(/[- ]/g, "")).toBe(list.join(""));
        for (const line of lines) expect(wide(line)).toBeLessThanOrEqual(width);
        for (const line of lines) expect(line).not.toMatch(/^\s|\s$/);
      }),
      {seed: 1, numRuns: 500},
    );
  });

  it("measures a word without an end a few times a line, and no more often for a longer one", () => {
    const callsALine = (letters: number): number => {
      let calls = 0;
      const measure = (line: string): number => {
        calls++;
        return wide(line);
      };
      const lines = wrapText("x".repeat(letters), 40, {size, measure});
      expect(lines.length).toBeGreaterThan(letters / 15);
      return calls / lines.length;
    };
    // Finding each cut by halving takes as many as a number has binary digits.
    for (const letters of [750, 1_500, 3_000])
      expect(callsALine(letters)).toBeLessThan(3 + Math.log2(letters));
  });
});
