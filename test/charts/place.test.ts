import {describe, expect, it} from "vitest";
import {type Box, boxOf, overlaps, placeLabel} from "../../src/charts/place.js";

const bounds = {x1: 0, y1: 0, x2: 400, y2: 200};
const point = {x: 200, y: 100, r: 5};
const place = (taken: Box[], at = point) => placeLabel(at, {text: "Belarus"}, {taken, bounds});

describe("placeLabel(point, label, {taken, bounds})", () => {
  const right = {x1: 206, y1: 96, x2: 400, y2: 104};
  const left = {x1: 0, y1: 96, x2: 194, y2: 104};

  it("takes the first of several places that are free", () => {
    expect(place([])).toMatchObject({x: 210, y: 100, anchor: "start"});
    expect(place([right])).toMatchObject({x: 190, y: 100, anchor: "end"});
  });

  it("is above where the sides are taken, and below where that is taken too", () => {
    const above = place([right, left]);
    expect(above).toMatchObject({x: 200, anchor: "middle"});
    expect(above.y).toBeLessThan(point.y - point.r);
    const below = place([right, left, {x1: 0, y1: 0, x2: 400, y2: 94}]);
    expect(below).toMatchObject({x: 200, anchor: "middle"});
    expect(below.y).toBeGreaterThan(point.y + point.r);
  });

  it("stays within the bounds", () => {
    expect(place([], {x: 395, y: 100, r: 5}).anchor).toBe("end");
  });

  it("takes its place from the next", () => {
    const taken: Box[] = [];
    const [one, other] = [place(taken), place(taken)].map(boxOf);
    expect(overlaps(one, other)).toBe(false);
    expect(taken).toHaveLength(2);
  });

  it("covers what weighs least where nothing is free", () => {
    const all = {x1: -100, y1: -100, x2: 500, y2: 300};
    expect(place([all, {...right, weight: 9}])).toMatchObject({anchor: "end"});
  });
});

describe("overlaps(a, b)", () => {
  const box = {x1: 0, y1: 0, x2: 10, y2: 10};

  it.each([
    [{x1: 10, y1: 0, x2: 20, y2: 10}, false],
    [{x1: 0, y1: 10, x2: 10, y2: 20}, false],
    [{x1: 9, y1: 9, x2: 20, y2: 20}, true],
    [{x1: 2, y1: 2, x2: 3, y2: 3}, true],
  ])("%j: %s", (other, expected) => {
    expect([overlaps(box, other), overlaps(other, box)]).toEqual([expected, expected]);
  });
});
