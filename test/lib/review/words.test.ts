import {describe, expect, it} from "vitest";
import {guessFigure, movePicked, spanOf, wordAt, wordsOf} from "../../../src/lib/review/words.js";

const text = "“Boats”, he said, paid $20 (12%) – or 4,200 kr.";
const words = wordsOf(text);

describe("wordsOf(text)", () => {
  it("leaves the marks around words out, and signs of money and percent in", () => {
    expect(words.map(({start, end}) => text.slice(start, end))).toEqual([
      "Boats",
      "he",
      "said",
      "paid",
      "$20",
      "12%",
      "or",
      "4,200",
      "kr",
    ]);
    expect(wordsOf("– … “”")).toEqual([]);
  });
});

describe("movePicked(picked, key, isExtending, count)", () => {
  it.each([
    ["ArrowRight", false, {anchor: 3, focus: 3}],
    ["ArrowRight", true, {anchor: 2, focus: 3}],
    ["ArrowLeft", true, {anchor: 2, focus: 1}],
    ["ArrowDown", false, {anchor: 8, focus: 8}],
    ["ArrowUp", true, {anchor: 2, focus: 0}],
  ])("%s, extending: %s", (key, isExtending, after) => {
    expect(movePicked({anchor: 2, focus: 2}, key, isExtending, words.length)).toEqual(after);
  });

  it("knows no other key", () => {
    expect(movePicked({anchor: 2, focus: 2}, "j", false, 9)).toBeNull();
  });
});

it("spanOf(words, picked) is the same in either direction", () => {
  for (const picked of [
    {anchor: 0, focus: 1},
    {anchor: 1, focus: 0},
  ]) {
    const {start, end} = spanOf(words, picked);
    expect(text.slice(start, end)).toBe("Boats”, he");
  }
});

it("wordAt(words, position) is the word there, the next, or the last", () => {
  expect(wordAt(words, 0)).toBe(0);
  expect(wordAt(words, text.indexOf("said"))).toBe(2);
  expect(wordAt(words, text.indexOf("–"))).toBe(6);
  expect(wordAt(words, text.length)).toBe(8);
});

describe("guessFigure(words)", () => {
  it.each([
    ["Route 7", {kind: "count", value: "7", unit: "Route"}],
    ["1,200 hats", {kind: "count", value: "1200", unit: "hat"}],
    ["$3.5", {kind: "money", value: "3.5", unit: "USD"}],
    ["12 per cent", {kind: "percent", value: "12", unit: "percent"}],
  ])("%s", (given, guess) => {
    expect(guessFigure(given)).toEqual(guess);
  });
});
