import {describe, expect, it} from "vitest";
import {numbers} from "../../../src/waybill/forms/index.js";
import {drawnShapes, drawnTexts} from "./drawnBoxes.js";
import {document, linksOf, wordsOf} from "./drawnForm.js";

const rows = [
  {value: 640, thing: "vests", got: 2, href: "/a"},
  {value: 12, thing: "boats", got: 1, href: "/b"},
  {value: 3, thing: "cabins", got: 0, href: "/c"},
  {value: 9, thing: "ropes", got: null, href: "/d"},
];
const draw = (own: object = {}) =>
  numbers(rows, {
    document,
    theme: "light",
    width: 640,
    as: "table",
    stages: "Ordered > Shipped > Landed",
    stage: "got",
    ...own,
  } as never);
const isFull = (path: Element): boolean => (path.getAttribute("fill") ?? "none") !== "none";
const isEmpty = (path: Element): boolean => !isFull(path);

describe("numbers as a table with stages", () => {
  it("fills each row's dots up to the stage that it has reached", () => {
    const full = [...linksOf(draw()).values()].map((link) => drawnShapes(link, "path", isFull).length);
    expect(full).toEqual([3, 2, 1, 0]);
  });

  it("leaves open what a row has not reached, and asks where that is in doubt", () => {
    const links = [...linksOf(draw()).values()];
    const open = links.map(
      (link) => drawnShapes(link, "path", isEmpty).filter(({x1, x2}) => x2 - x1 < 20).length,
    );
    expect(open.slice(0, 3)).toEqual([0, 1, 2]);
    expect(links.map((link) => wordsOf(link).includes("?"))).toEqual([false, false, false, true]);
  });

  it("names the stages once, above their dots, and keeps words clear of them", () => {
    const svg = draw();
    const heads = drawnTexts(svg).filter(({text}) => /^(?:Ordered|Shipped|Landed)$/.test(text));
    expect(heads).toHaveLength(3);
    const [first] = linksOf(svg).values();
    const dots = drawnShapes(first, "path", isFull).map(({x1, x2}) => (x1 + x2) / 2);
    for (const [n, {x1, x2}] of heads.entries()) expect((x1 + x2) / 2).toBeCloseTo(dots[n], 0);
    for (const link of linksOf(svg).values()) {
      const words = drawnTexts(link).filter(({text}) => text !== "?");
      expect(Math.max(...words.map(({x2}) => x2))).toBeLessThan(Math.min(...dots));
    }
  });

  it.each([
    ["without room", {width: 360}],
    ["with one stage alone", {stages: "Ordered"}],
    ["in a small picture", {mostHeight: 300}],
  ])("has no track %s", (_what, own) => {
    for (const link of linksOf(draw(own)).values()) expect(drawnShapes(link, "path")).toEqual([]);
  });
});
