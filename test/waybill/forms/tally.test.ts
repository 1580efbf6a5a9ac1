import {describe, expect, it} from "vitest";
import {tally} from "../../../src/waybill/forms/index.js";
import {drawnShapes} from "./drawnBoxes.js";
import {document, linksOf, wordsOf} from "./drawnForm.js";

const rows = [
  {label: "Mill Lane", town: "Ardle", shut: false, href: "/a"},
  {label: "Weir", town: "Ardle", shut: true, href: "/b"},
  {label: "Locks", town: "Brannock", shut: false, href: "/c"},
];
const options = {document, group: "town", emphasis: "shut", head: () => "Shut:"};

describe("tally(rows, options)", () => {
  it.each([300, 640, 1000])("has one square a row, all of one size, %d pixels wide", (width) => {
    const sides = [...linksOf(tally(rows, {...options, width})).values()].flatMap((link) =>
      drawnShapes(link, "path").map(({x1, x2, y1, y2}) => [x2 - x1, y2 - y1].map(Math.round)),
    );
    expect(sides).toHaveLength(rows.length);
    for (const side of sides) expect(side).toEqual([sides[0][0], sides[0][0]]);
  });

  it("has those in emphasis first in their line, and names them alone", () => {
    const svg = tally(rows, {...options, width: 640});
    const [first, second] = [1, 0].map((i) => drawnShapes(linksOf(svg).get(i)!, "path")[0]);
    expect(first.x1).toBeLessThan(second.x1);
    expect(first.y1).toBe(second.y1);
    const words = wordsOf(svg);
    expect(words).toEqual(expect.arrayContaining(["Ardle", "Brannock", "Shut:", "Weir", "2", "1"]));
    expect(words).not.toContain("Mill Lane");
  });

  it("has its groups side by side where all squares fit one line, in lines where they do not", () => {
    const topsAt = (width: number): number[] =>
      [...linksOf(tally(rows, {...options, width})).values()].map((link) =>
        Math.round(drawnShapes(link, "path")[0].y1),
      );
    expect(new Set(topsAt(640)).size).toBe(1);
    expect(new Set(topsAt(360)).size).toBe(2);
    const many = Array.from({length: 60}, (_, i) => ({
      label: `No. ${i}`,
      town: String(i % 2),
      href: `/${i}`,
    }));
    const tops = [...linksOf(tally(many, {document, width: 640, group: "town"})).values()].map((link) =>
      Math.round(drawnShapes(link, "path")[0].y1),
    );
    expect(new Set(tops).size).toBeGreaterThan(1);
  });

  it("sets side by side who says it in which words, and a dash for who does not", () => {
    const said = rows.map((row, i) => ({
      ...row,
      told: ["The Gazette|12 lanes", "The Gazette|1 weir\nThe Courier|a weir", "a|b|c"][i],
      shut: i < 2,
    }));
    const svg = tally(said, {...options, emphasis: "shut", versions: "told", width: 640});
    const words = wordsOf(svg);
    expect(words).toEqual(expect.arrayContaining(["The Gazette", "The Courier", "–"]));
    expect(wordsOf(linksOf(svg).get(1)!)).toEqual(["Weir", "1 weir", "a weir"]);
    expect(wordsOf(linksOf(svg).get(2)!)).toEqual([]);
  });

  it.each([360, 640])(
    "draws what none has as so many empty squares, below a head of its own, %d pixels wide",
    (width) => {
      const svg = tally(rows, {...options, width, has: "Built", lacks: "Inspected: none"});
      const isEmpty = (path: Element): boolean => path.getAttribute("fill") === "none";
      const empty = drawnShapes(svg, "path", isEmpty);
      const full = [...linksOf(svg).values()].flatMap((link) => drawnShapes(link, "path"));
      expect(empty).toHaveLength(rows.length);
      expect(Math.min(...empty.map(({y1}) => y1))).toBeGreaterThan(Math.max(...full.map(({y2}) => y2)));
      expect(wordsOf(svg)).toEqual(expect.arrayContaining(["Built", "Inspected: none"]));
      expect(drawnShapes(tally(rows, {...options, width}), "path", isEmpty)).toEqual([]);
    },
  );

  it("names none in a small picture, and says what they have in common", () => {
    const words = wordsOf(tally(rows, {...options, width: 640, mostHeight: 200}));
    expect(words).toContain("Shut:");
    expect(words).not.toContain("Weir");
  });

  it("is one line without groups, and names none without an emphasis", () => {
    expect(wordsOf(tally(rows, {document}))).toEqual(["3"]);
  });

  it("goes on in a second line where one is full", () => {
    const many = Array.from({length: 60}, (_, i) => ({label: `No. ${i}`, href: `/${i}`}));
    const tops = [...linksOf(tally(many, {document, width: 300})).values()].map((link) =>
      Math.round(drawnShapes(link, "path")[0].y1),
    );
    expect(new Set(tops).size).toBeGreaterThan(1);
    expect(new Set(tops).size).toBeLessThan(6);
  });
});
