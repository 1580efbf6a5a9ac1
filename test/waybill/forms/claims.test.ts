import {describe, expect, it} from "vitest";
import {claims} from "../../../src/waybill/forms/index.js";
import {document, linksOf, wordsOf} from "./drawnForm.js";

const rows = [
  {publisher: "The Gazette", exact: "40 barges", fact: "Barges", value: 40, href: "/a"},
  {
    publisher: "The Herald",
    exact: "more than 40 barges",
    fact: "Barges",
    value: 40,
    qualifier: "more_than" as const,
    href: "/b",
  },
  {
    publisher: "The Gazette",
    exact: "over 9 locks",
    fact: "Locks",
    value: 9,
    qualifier: "more_than" as const,
    href: "/c",
  },
  {
    publisher: "The Herald",
    exact: "over 9 locks",
    fact: "Locks",
    value: 9,
    qualifier: "more_than" as const,
    href: "/d",
  },
];
const red = "#8f2213";

describe("claims(rows, options)", () => {
  it.each([360, 640, 960])(
    "marks the words that hedge a number on one side alone, %d pixels wide",
    (width) => {
      const links = linksOf(claims(rows, {document, width, theme: "light"}));
      const marked = [...links].flatMap(([row, link]) =>
        [...link.querySelectorAll("text")].some((text) => text.closest(`[fill="${red}"]`)) ? [row] : [],
      );
      expect(marked).toEqual([1]);
    },
  );

  it("has the one origin of all sources above their columns, and none where there are two", () => {
    const wordsWith = (origin: (row: (typeof rows)[number]) => string): string[] =>
      wordsOf(claims(rows, {document, width: 640, origin}));
    expect(wordsWith(() => "The harbour office")).toContain("The harbour office");
    expect(wordsWith(({publisher}) => `${publisher}’s own`).join()).not.toContain("own");
  });

  it("says below a source's head how it came by its words", () => {
    const svg = claims(rows, {
      document,
      width: 640,
      sourceNote: ({publisher}) => (publisher === "The Herald" ? "by way of the county" : null),
    });
    expect(wordsOf(svg).filter((words) => words === "by way of the county").length).toBe(1);
  });

  it("has a square for each fact, as large as its line has room for", () => {
    const sideOf = (among: number): number => {
      const path = claims(rows, {document, width: 640, among}).innerHTML.match(/M[-\d.]+,0h(\d+)v/);
      return Number(path![1]);
    };
    expect(sideOf(16)).toBeGreaterThan(sideOf(25));
    expect(sideOf(100)).toBeGreaterThanOrEqual(14);
  });
});
