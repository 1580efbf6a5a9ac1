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
