import {describe, expect, it} from "vitest";
import {FigureIndex, type Question} from "../../../../src/waybill/page/explore/FigureIndex.js";
import type {ExploreRow} from "../../../../src/waybill/page/explore/fields.js";

const rows = [
  {
    fact: 0,
    value: 20,
    kind: "money",
    party: "Ondal\nVolmer",
    sentence: "Volmer paid Ondal",
    thing: null,
  },
  {fact: 0, value: 20, kind: "money", party: "Ondal", sentence: "Ondal was paid", thing: null},
  {fact: 1, value: 3, kind: "count", party: null, sentence: "three barges", thing: "barges"},
  {fact: 2, value: null, kind: "count", party: "Kovo", sentence: "almost all of it", thing: "wheat"},
] as Partial<ExploreRow>[];

const index = new FigureIndex(rows.length, (key) => ({at: (row) => rows[row][key] ?? null}), [
  "kind",
  "party",
]);
const ask = (question: Partial<Question>) => {
  const {rows: found, counts} = index.answer({
    query: "",
    chosen: new Map(),
    sort: null,
    once: false,
    ...question,
  });
  return {found: [...found], counts};
};

describe("FigureIndex", () => {
  it("gives all rows in their order where nothing is asked, and counts every value", () => {
    const {found, counts} = ask({});
    expect(found).toEqual([0, 1, 2, 3]);
    expect(counts.get("kind")).toEqual([
      ["count", 2],
      ["money", 2],
    ]);
    expect(counts.get("party")).toEqual([
      ["Ondal", 2],
      ["Kovo", 1],
      ["Volmer", 1],
      [null, 1],
    ]);
  });

  it("takes any value of one filter, and all filters together", () => {
    const chosen = new Map([["party" as const, new Set(["Volmer", "Kovo"])]]);
    expect(ask({chosen}).found).toEqual([0, 3]);
    expect(ask({chosen: new Map([...chosen, ["kind", new Set(["count"])]])}).found).toEqual([3]);
    expect(ask({chosen: new Map([["party", new Set([null])]])}).found).toEqual([2]);
    expect(ask({chosen: new Map([["party", new Set(["Volm"])]])}).found).toEqual([]);
    expect(ask({chosen: new Map([["party", new Set<string>()]])}).found).toHaveLength(4);
  });

  it("counts of a filter what the others leave, not what it leaves itself", () => {
    const {counts} = ask({chosen: new Map([["kind", new Set(["money"])]])});
    expect(counts.get("kind")).toEqual([
      ["count", 2],
      ["money", 2],
    ]);
    expect(counts.get("party")).toEqual([
      ["Ondal", 2],
      ["Volmer", 1],
      ["Kovo", 0],
      [null, 0],
    ]);
    const both = ask({
      chosen: new Map([
        ["kind", new Set(["money"])],
        ["party", new Set(["Kovo"])],
      ]),
    });
    expect(both.found).toEqual([]);
    expect(both.counts.get("kind")).toEqual([
      ["count", 1],
      ["money", 0],
    ]);
  });

  it("finds all words wherever they stand, and forgets them when they go", () => {
    expect(ask({query: "paid  ONDAL"}).found).toEqual([0, 1]);
    expect(ask({query: "paid Ondal v"}).found).toEqual([0]);
    expect(ask({query: "barges"}).found).toEqual([2]);
    expect(ask({query: "b"}).found).toEqual([2]);
    expect(ask({query: "none of them"}).found).toEqual([]);
    expect(ask({query: " "}).found).toHaveLength(4);
  });

  it("counts only what is found", () => {
    expect(ask({query: "barges"}).counts.get("kind")).toEqual([
      ["count", 1],
      ["money", 0],
    ]);
  });

  it("sorts by value either way, with what has none last, and equals as they stand", () => {
    expect(ask({sort: {key: "value", descending: true}}).found).toEqual([0, 1, 2, 3]);
    expect(ask({sort: {key: "value", descending: false}}).found).toEqual([2, 0, 1, 3]);
  });

  it("shows a fact once, where its first figure stands in the order", () => {
    expect(ask({once: true}).found).toEqual([0, 2, 3]);
    expect(ask({once: true, query: "was"}).found).toEqual([1]);
  });

  it("counts facts where each is shown once, and says how many there are", () => {
    const {counts} = ask({once: true});
    expect(counts.get("kind")).toEqual([
      ["count", 2],
      ["money", 1],
    ]);
    expect(counts.get("party")!.slice(0, 2)).toEqual([
      ["Kovo", 1],
      ["Ondal", 1],
    ]);
    expect(index.facts).toBe(3);
    expect(index.answer({query: "ondal", chosen: new Map(), sort: null, once: false}).facts).toBe(1);
  });

  it("gives the largest of the unit that most facts have, each fact once, and how many have a value", () => {
    const told = [
      [0, 20, "USD"],
      [0, 20, "USD"],
      [1, 3, "boat"],
      [2, 7, "USD"],
      [3, null, "USD"],
      [4, 90, "USD"],
      [5, 7, "USD"],
    ].map(([fact, value, unit]) => ({fact, value, unit})) as Partial<ExploreRow>[];
    const own = new FigureIndex(told.length, (key) => ({at: (row) => told[row][key] ?? null}), []);
    const all = Uint32Array.from(told.keys());
    expect(own.largest(all, 3)).toEqual({rows: [5, 0, 3], facts: 5});
    expect(own.largest(all, 9)).toEqual({rows: [5, 0, 3, 6], facts: 5});
    expect(own.largest(all.subarray(2, 3), 9)).toEqual({rows: [2], facts: 1});
    expect(own.largest(all.subarray(0, 0), 9)).toEqual({rows: [], facts: 0});
  });
});
