import {describe, expect, it} from "vitest";
import {boxOfPath} from "../../../loaders/graphics/pathBox.js";
import {type Point, widen} from "../../../src/waybill/marks/box.js";
import {drawLegs, drawWay, lengthOf, split} from "../../../src/waybill/marks/drawWay.js";
import {type End, paintOf, type State} from "../../../src/waybill/marks/index.js";
import {pointsOf, strikes} from "./ways.js";

const line: Point[] = [
  [0, 50],
  [60, 50],
  [120, 50],
];
const way = (end: End, state: State, derived = false) => drawWay(line, end, paintOf(state, derived));
const ends: End[] = ["square", "open", "soft", "capped"];
const states: State[] = ["happened", "ordered", "planned", "alleged", "denied"];

describe("drawWay(points, end, paint, options)", () => {
  it("draws no head if it is told to, up to the last point, as thick as it is told", () => {
    const strokes = drawWay(line, "square", paintOf("happened"), {heads: false, width: 4});
    expect(strokes.map(({width}) => width)).toEqual([4]);
    expect(strokes[0].d.endsWith(line.at(-1)!.join(","))).toBe(true);
  });

  it.each(ends.flatMap((end) => states.map((state) => [end, state] as const)))(
    "ends at its last point and begins at its first, %s and %s",
    (end, state) => {
      const boxes = way(end, state).map(({d}) => boxOfPath(d)!);
      expect(Math.max(...boxes.map(({x2}) => x2))).toBe(120);
      expect(Math.min(...boxes.map(({x1}) => x1))).toBe(0);
      for (const {y1, y2} of boxes) expect(y1 >= 44 && y2 <= 56).toBe(true);
    },
  );

  it("is drawn otherwise for each end and each state, and hatched where it was worked out", () => {
    const all = ends.flatMap((end) => states.map((state) => JSON.stringify(way(end, state))));
    expect(new Set(all).size).toBe(ends.length * states.length);
    expect(way("square", "happened", true)[0].dash).toBe("2 2");
    expect(way("square", "planned")[0].dash).toBe("5 3");
    expect(way("square", "happened")[0].dash).toBeNull();
  });

  it("is thin and in long dashes where it was only ordered, and has a cross at the middle where it is denied", () => {
    const [ordered, planned, full] = (["ordered", "planned", "happened"] as const).map(
      (state) => way("square", state)[0],
    );
    const dashOf = (dash?: string | null): number => Number.parseFloat(dash ?? "");
    expect(dashOf(ordered.dash)).toBeGreaterThan(dashOf(planned.dash));
    expect(ordered.width).toBeLessThan(full.width!);
    expect(boxOfPath(way("square", "denied").at(-1)!.d)).toEqual({x1: 55, x2: 65, y1: 45, y2: 55});
  });

  it("draws nothing within a gap", () => {
    const gap = {x1: 40, y1: 40, x2: 70, y2: 60};
    const strokes = drawWay(line, "square", paintOf("happened"), {gap});
    expect(strokes.length).toBe(3);
    for (const {d} of strokes) expect(strikes(pointsOf(d), widen(gap, -0.2))).toBe(false);
  });

  it("draws nothing along no line, and a small head on a short one", () => {
    expect(
      drawWay(
        [
          [5, 5],
          [5, 5],
        ],
        "square",
        paintOf("happened"),
      ),
    ).toEqual([]);
    expect(drawWay([], "square", paintOf("happened"))).toEqual([]);
    const boxes = drawWay(
      [
        [0, 0],
        [6, 0],
      ],
      "open",
      paintOf("happened"),
    ).map(({d}) => boxOfPath(d)!);
    expect(Math.min(...boxes.map(({x1}) => x1))).toBeGreaterThan(-0.5);
  });
});

describe("split(points, at)", () => {
  it.each([
    [0, 0, 120],
    [30, 30, 90],
    [60, 60, 60],
    [120, 120, 0],
  ])("at %d gives parts %d and %d long", (at, first, second) => {
    expect(split(line, at).map((part) => lengthOf(part))).toEqual([first, second]);
  });
});

describe("drawLegs(legs, end, paint, options)", () => {
  it("has a head at the end of each leg, and the way's own end at the last alone", () => {
    const legs: Point[][] = [line, line.map(([x, y]): Point => [x + 130, y])];
    const heads = drawLegs(legs, "square", paintOf("happened")).filter(({d}) => d.endsWith("Z"));
    expect(heads.map(({d}) => boxOfPath(d)!.x2)).toEqual([120, 250]);
    const open = drawLegs(legs, "open", paintOf("happened"));
    expect(open.slice(0, 2)).toEqual(drawWay(legs[0], "square", paintOf("happened")));
    expect(open.slice(2)).toEqual(drawWay(legs[1], "open", paintOf("happened")));
  });
});
