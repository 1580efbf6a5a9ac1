import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {textWidth, wrapText} from "../../src/waybill/textWidth.js";

const wide = (text: string): number => textWidth(text, 13);

describe("textWidth(text, size, weight)", () => {
  it("is nothing for no text, and grows with text, size and weight", () => {
    expect(textWidth("", 13)).toBe(0);
    expect(textWidth("ab", 13)).toBeCloseTo(textWidth("a", 13) + textWidth("b", 13), 9);
    expect(textWidth("shipments", 26)).toBeCloseTo(2 * textWidth("shipments", 13), 9);
    expect(textWidth("shipments", 13, 600)).toBeGreaterThan(textWidth("shipments", 13, 400));
  });

  it.each([400, 600])(
    "counts a hyphen and a 1 narrower than a 0 at weight %i, as words are set",
    (weight) => {
      const [hyphen, one, zero] = [..."-10"].map((letter) => textWidth(letter, 13, weight));
      expect(hyphen).toBeLessThan(0.8 * zero);
      expect(one).toBeLessThan(0.8 * zero);
    },
  );

  it("counts a thin space as thinner than a space, and what it does not know as wide as a letter", () => {
    expect(wide("\u2009")).toBeLessThan(wide(" "));
    expect(wide("ж")).toBeGreaterThan(wide("n"));
    expect(wide("中")).toBeGreaterThan(wide("n"));
  });

  it("knows Greek and Cyrillic, and counts no width for accents and signs of direction", () => {
    expect(wide("Щ")).toBeGreaterThan(wide("щ"));
    expect(wide("і")).toBeLessThan(wide("и"));
    expect(wide("Ψ")).toBeGreaterThan(wide("Ι"));
    expect(wide("é")).toBe(wide("e"));
    expect(wide("Žilinská")).toBe(wide("Zilinska"));
    expect(wide("e\u0301\u200f")).toBe(wide("e"));
    expect(wide("中国")).toBe(26);
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

  it("measures a long text without a space in steps that grow with its length alone", () => {
    const lettersMeasured = (length: number): number => {
      let letters = 0;
      wrapText("x".repeat(length), 40, {
        size,
        measure(line) {
          letters += line.length;
          return wide(line);
        },
      });
      return letters;
    };
    expect(lettersMeasured(6_000)).toBeLessThan(5 * lettersMeasured(1_500));
  });

  it.each([
    ["Rhein-Westfalen-Gesellschaft", room("Rhein-Westfalen-Gesel"), ["Rhein-Westfalen-", "Gesellschaft"]],
    ["reports/2024/orchards", room("reports/2024/orch"), ["reports/2024/", "orchards"]],
    ["中国机械工业集团", 13 * 4, ["中国机械", "工业集团"]],
    ["мышьяк", room("мышь-"), ["мышь-", "як"]],
    ["e\u0301e\u0301e\u0301e\u0301", room("ee-"), ["e\u0301e\u0301-", "e\u0301e\u0301"]],
    ["क्षक्षक्ष", 13 * 1.4, ["क्ष", "क्ष", "क्ष"]],
    ["👩🏽‍🚀👩🏽‍🚀", 13 * 4, ["👩🏽‍🚀", "👩🏽‍🚀"]],
  ])("cuts %j in %d px where its script lets a reader cut it", (text, width, lines) => {
    expect(wrapText(text, width, {size})).toEqual(lines);
  });

  it.each([60, 440])(
    "keeps a word of %d letters within the width, and ends it in one ellipsis past the lines",
    (n) => {
      const name = "Kugellagerfabrik".repeat(30).slice(0, n);
      const lines = wrapText(`The ${name} Company`, 120, {size});
      expect(lines.join("").replace(/[- ]/g, "")).toBe(`The${name}Company`);
      for (const line of lines) expect(wide(line)).toBeLessThanOrEqual(120);
      const short = wrapText(`The ${name} Company`, 120, {size, most: 2});
      expect(short).toHaveLength(2);
      expect(short[1]).toMatch(/[^-]…$/);
      expect(wide(short[1])).toBeLessThanOrEqual(120);
    },
  );

  it("balances lines: as many of them, the widest as narrow as can be, and nothing lost", () => {
    const text = "one two three four five six seven";
    const width = room("one two three four five six");
    expect(wrapText(text, width, {size})).toEqual(["one two three four five six", "seven"]);
    expect(wrapText(text, width, {size, balanced: true})).toEqual(["one two three four", "five six seven"]);
    fc.assert(
      fc.property(fc.string(), fc.integer({min: 20, max: 300}), (words, most) => {
        const [full, balanced] = [false, true].map((isBalanced) =>
          wrapText(words, most, {size, balanced: isBalanced}),
        );
        expect(balanced).toHaveLength(full.length);
        expect(balanced.join("").replace(/[- ]/g, "")).toBe(full.join("").replace(/[- ]/g, ""));
        expect(Math.max(0, ...balanced.map(wide))).toBeLessThanOrEqual(Math.max(0, ...full.map(wide)) + 0.01);
      }),
    );
  });
});
