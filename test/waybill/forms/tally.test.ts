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

  it.each([360, 640, 960])(
    "has all squares in each stage, filled as far as rows reached it, %d pixels wide",
    (width) => {
      const stages = "Asked for > Funded > Finished";
      const draw = (last: number): SVGSVGElement =>
        tally(rows, {...options, width, stages, stage: ({shut}: (typeof rows)[0]) => (shut ? last : 0)});
      const isSquare = ({x1, x2, y1, y2}: {x1: number; x2: number; y1: number; y2: number}): boolean =>
        Math.abs(x2 - x1 - (y2 - y1)) < 1;
      const squaresOf = (svg: SVGSVGElement): number[] =>
        [0, 1, 2].map((i) => drawnShapes(linksOf(svg).get(i)!, "path").filter(isSquare).length);
      const funded = draw(1);
      expect(squaresOf(funded)).toEqual([1, 2, 1]);
      expect(wordsOf(funded)).toEqual(
        expect.arrayContaining(["3", "Asked for", "1", "Funded", "0", "Finished"]),
      );
      const emptyIn = (svg: SVGSVGElement): number =>
        [...svg.querySelectorAll("path")]
          .filter((path) => path.getAttribute("fill") === "none")
          .map((path) => path.getAttribute("d")!.split("M").length - 1)
          .reduce((sum, count) => sum + count, 0);
      expect(emptyIn(funded)).toBe(2 + 3);
      const finished = draw(2);
      expect(emptyIn(finished)).toBe(2 + 2);
      expect(squaresOf(finished)).toEqual([1, 3, 1]);
      expect(wordsOf(finished)).not.toContain("0");
    },
  );

  it("has in each stage what got furthest first, and of that what is in emphasis", () => {
    const odd = [0, 1, 0, 1].map((got, i) => ({label: `No. ${i}`, got, big: i > 1, href: `/${i}`}));
    const svg = tally(odd, {document, stages: "Asked for > Funded", stage: "got", emphasis: "big"});
    const lefts = odd.map((_row, i) => drawnShapes(linksOf(svg).get(i)!, "path")[0].x1);
    expect([3, 1, 2, 0].map((i) => lefts[i])).toEqual(lefts.toSorted((a, b) => a - b));
  });

  it("has a group's name in one line where it is given the room of the widest", () => {
    for (let n = 0; n < 10; n++) {
      const towns = Array.from({length: 60}, (_, i) => ({
        label: `No. ${i}`,
        town: i % 2 ? "A" : `Region ${n}`,
      }));
      expect(wordsOf(tally(towns, {document, width: 640, group: "town"}))).toContain(`Region ${n}`);
    }
  });

  it("has in the first stage alone what says none, or one that is none", () => {
    const odd = [null, -1, Number.NaN, 1].map((got, i) => ({
      label: `No. ${i}`,
      got,
      note: "late",
      href: `/${i}`,
    }));
    const svg = tally(odd, {document, stages: "Asked for > Funded > Finished", stage: "got", note: "note"});
    expect(wordsOf(svg)).toEqual(expect.arrayContaining(["4", "1", "0"]));
    for (const i of [0, 1, 2]) expect(drawnShapes(linksOf(svg).get(i)!, "path").length).toBeGreaterThan(0);
  });

  it("has what is in no group first, where it does not seem to be of the group above", () => {
    const svg = tally([...rows, {label: "Mole", town: null, shut: false, href: "/d"}], {
      ...options,
      width: 360,
    });
    const [loose, first] = [3, 0].map((i) => drawnShapes(linksOf(svg).get(i)!, "path")[0]);
    expect(loose.y2).toBeLessThan(first.y1);
  });

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
