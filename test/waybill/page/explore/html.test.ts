import {describe, expect, it} from "vitest";
import {chosenHtml, facetsHtml, sortHtml} from "../../../../src/waybill/page/explore/html.js";

const boxes = (html: string): string[] =>
  [...html.matchAll(/name="kind" value="([^"]*)"( checked)?/g)].map(([, value, checked]) =>
    checked ? `${value} chosen` : value,
  );

describe("facetsHtml(counts, chosen, open)", () => {
  it("has what was chosen and no figure has, so that it can be taken away", () => {
    const counts = new Map([["kind" as const, [["money", 2] as [string, number]]]]);
    const of = (...chosen: string[]): string[] =>
      boxes(facetsHtml(counts, new Map([["kind", new Set(chosen)]]), new Set()));
    expect(of("money", "<b>")).toEqual(["money chosen", "&lt;b&gt; chosen"]);
    expect(of("money")).toEqual(["money chosen"]);
    expect(of()).toEqual(["money"]);
  });
});

describe("sortHtml(sort)", () => {
  const options = (html: string): string[][] =>
    [...html.matchAll(/<option value="([^"]*)"( selected)?>([^<]*)/g)].map(([, ...parts]) => parts);

  it("has both ways of each column once, and marks the one in force", () => {
    const all = options(sortHtml({key: "start", descending: true}));
    const values = all.map(([value]) => value);
    expect(new Set(values).size).toBe(values.length);
    expect(all.filter(([, selected]) => selected)).toEqual([["-start", " selected", "When, latest first"]]);
    expect(values.filter((value) => value === "value" || value === "-value")).toEqual(["-value", "value"]);
  });

  it("marks the articles' own order where there is none", () => {
    expect(options(sortHtml(null)).filter(([, selected]) => selected)).toEqual([
      ["", " selected", "As in the articles"],
    ]);
  });
});

describe("chosenHtml({query, chosen})", () => {
  it("names the search and each value by its filter, with what no article says in words", () => {
    const html = chosenHtml({query: " a<b ", chosen: new Map([["hedge", new Set(["more_than", null])]])});
    expect([...html.matchAll(/>([^<>]+)<\/button>/g)].map(([, text]) => text)).toEqual([
      "“a&lt;b”",
      "Hedge: more than",
      "Hedge: stated plainly",
    ]);
    expect(chosenHtml({query: " ", chosen: new Map()})).toBe("");
  });
});
