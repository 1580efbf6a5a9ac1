import {describe, expect, it} from "vitest";
import {figureAt, findQuote} from "../../loaders/tables/quote.js";

const text = "It sold 120 drones, 20 drones and 1.5 million crates; 20 drones more.";
const found = (quote: string, nth?: number): string | null => {
  const at = findQuote(text, quote, nth);
  return at && `${at.start} ${text.slice(at.start, at.end)}`;
};

describe("findQuote(text, quote, nth)", () => {
  it.each([
    ["20 drones", 1, "20 20 drones"],
    ["20 drones", 2, "54 20 drones"],
    ["20 drones", 3, null],
    ["# drones", 1, "8 120 drones"],
    ["5 million", 1, null],
    ["sold 12", 1, null],
    ["and 1", 1, null],
    ["# million", 1, "34 1.5 million"],
    ["drones.", 1, null],
  ] as const)("%s, %d. time: %s", (quote, nth, expected) => {
    expect(found(quote, nth)).toBe(expected);
  });
});

describe("figureAt(figures, span)", () => {
  const figures = [
    {start: 10, end: 20},
    {start: 30, end: 40},
  ];

  it.each([
    ["lies in it", 10, 20, figures[0]],
    ["it touches", 12, 15, figures[0]],
    ["it touches at the end", 35, 50, figures[1]],
    ["ends where it begins", 20, 30, null],
    ["several lie in it", 0, 50, "several"],
    ["is far", 50, 60, null],
  ])("%s", (_, start, end, expected) => {
    expect(figureAt(figures, {start, end})).toBe(expected);
  });
});
