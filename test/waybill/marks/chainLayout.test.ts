import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {chainLayout, type Edge} from "../../../src/waybill/marks/chainLayout.js";
import {settle} from "../../../src/waybill/marks/settle.js";

const edgesOf = (text: string): Edge[] =>
  text.split(" ").map((pair) => {
    const [from, to] = pair.split(">");
    return {from, to};
  });
const partiesOf = (edges: readonly Edge[], zoneOf?: (party: string) => string | null): string[][] =>
  chainLayout(edges, zoneOf)
    .layers.map((layer) => layer.flatMap(({name}) => name ?? []))
    .filter((_, n) => n % 2 === 0);

const randomEdges = fc.array(
  fc.record({from: fc.integer({min: 0, max: 14}), to: fc.integer({min: 0, max: 14})}).map(({from, to}) => ({
    from: `P${from}`,
    to: `P${to}`,
  })),
  {minLength: 1, maxLength: 40},
);

describe("chainLayout(edges, zoneOf)", () => {
  it.each([
    ["a>b", [["a"], ["b"]]],
    ["a>b b>c", [["a"], ["b"], ["c"]]],
    ["a>b a>c b>c", [["a"], ["b"], ["c"]]],
    ["a>b b>c d>c", [["a"], ["b", "d"], ["c"]]],
    [
      "a>d b>c",
      [
        ["a", "b"],
        ["d", "c"],
      ],
    ],
    ["a>b b>a", [["a"], ["b"]]],
    ["a>b b>c c>a", [["a"], ["b"], ["c"]]],
    ["a>a", [["a"]]],
  ])("%s", (text, layers) => {
    expect(partiesOf(edgesOf(text))).toEqual(layers);
  });

  it("has no layers without edges", () => {
    expect(chainLayout([])).toEqual({layers: [[]], links: [], crossings: 0});
  });

  it.each([
    ["a>d b>c", 0],
    ["a>z b>y c>x", 0],
    ["a>x a>y b>y b>z c>z c>x", 2],
    ["a>x a>y b>x b>y", 1],
    ["a>b b>c c>d a>d", 0],
  ])("lets the links of %s cross %i times", (text, crossings) => {
    expect(chainLayout(edgesOf(text)).crossings).toBe(crossings);
  });

  it("leads a link that closes a circle backward, and only that", () => {
    expect(chainLayout(edgesOf("a>b b>c c>a a>c b>b")).links.map(({backward}) => backward)).toEqual([
      false,
      false,
      true,
      false,
      false,
    ]);
  });

  it("gives each link one place for its label, and one in each layer that it passes", () => {
    const {links} = chainLayout(edgesOf("a>b b>c a>c"));
    expect(links.map(({slots}) => slots.map(({kind}) => kind))).toEqual([
      ["party", "label", "party"],
      ["party", "label", "party"],
      ["party", "label", "pass", "pass", "party"],
    ]);
  });

  it("keeps the parties of a zone beside each other", () => {
    const zones: Record<string, string> = {b: "North", d: "North", c: "South"};
    const [, second] = partiesOf(edgesOf("a>b a>c a>d"), (party) => zones[party] ?? null);
    expect(second.join("")).toMatch(/bd|db/);
  });

  it("places every party once, ends, leads links onward, and is the same each time", () => {
    fc.assert(
      fc.property(randomEdges, (edges) => {
        const layout = chainLayout(edges);
        const names = layout.layers.flat().flatMap(({name}) => name ?? []);
        expect(names.toSorted()).toEqual([...new Set(edges.flatMap(({from, to}) => [from, to]))].toSorted());
        layout.links.forEach(({slots, backward}, i) => {
          expect(slots[0].name).toBe(edges[i].from);
          expect(slots.at(-1)!.name).toBe(edges[i].to);
          const layers = slots.map(({layer}) => layer);
          if (edges[i].from !== edges[i].to)
            expect(layers).toEqual(layers.toSorted((a, b) => (backward ? b - a : a - b)));
        });
        expect(chainLayout(edges)).toEqual(layout);
      }),
      {seed: 1, numRuns: 100},
    );
  });
});

describe("settle(items)", () => {
  it.each([
    ["leaves things where they would be", [0, 50, 90], [0, 50, 90]],
    ["moves two that are in each other's way apart, as far each", [50, 50], [45, 55]],
    ["keeps the order, whatever is wanted", [100, 0], [45, 55]],
    ["moves no more than must be", [0, 50, 52], [0, 46, 56]],
  ])("%s", (_what, wanted, settled) => {
    expect(settle(wanted.map((at) => ({wanted: at, up: 5, down: 5})))).toEqual(settled);
  });
});
