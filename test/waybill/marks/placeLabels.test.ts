import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {around, type Box, boxesAlong, isWithin, overlaps} from "../../../src/waybill/marks/box.js";
import {type LabelItem, placeLabels} from "../../../src/waybill/marks/placeLabels.js";

const frame: Box = {x1: 0, y1: 0, x2: 200, y2: 100};
const item = (x: number, y: number, more: Partial<LabelItem> = {}): LabelItem => ({
  anchors: [{at: [x, y], r: 3}],
  width: 40,
  height: 12,
  ...more,
});

describe("placeLabels(items, {frame, avoid, places, overflow})", () => {
  it("stands to the right of its point, its middle at the point's", () => {
    const [label] = placeLabels([item(100, 50)], {frame});
    expect(label).toEqual({box: {x1: 107, y1: 44, x2: 147, y2: 56}, align: "start", leader: null});
  });

  it.each([
    ["at the right edge", 190, 50, "end"],
    ["in the top right corner", 198, 2, "end"],
    ["in the bottom left corner", 2, 98, "start"],
  ])("stays within the frame %s", (_where, x, y, align) => {
    const [label] = placeLabels([item(x, y)], {frame});
    expect(isWithin(label!.box, frame)).toBe(true);
    expect(label!.align).toBe(align);
  });

  it("takes the places in the order that it is given", () => {
    const [label] = placeLabels([item(100, 50)], {frame, places: ["below", "right"]});
    expect(label!.box.y1).toBeGreaterThan(53);
    expect(label!.align).toBe("middle");
  });

  it("covers no box that it is to avoid", () => {
    const wall: Box = {x1: 105, y1: 0, x2: 110, y2: 100};
    const [label] = placeLabels([item(100, 50)], {frame, avoid: [wall]});
    expect(overlaps(label!.box, wall)).toBe(false);
    expect(label!.align).toBe("end");
  });

  it("gives the better place to what comes first by priority, then by order", () => {
    const pair = [item(100, 50), item(100, 52, {priority: 1})];
    const [second, first] = placeLabels(pair, {frame});
    expect(first!.align).toBe("start");
    expect(second!.align).toBe("end");
    const [one, two] = placeLabels([item(100, 50), item(100, 52)], {frame});
    expect([one!.align, two!.align]).toEqual(["start", "end"]);
  });

  it("moves a label that has another place, for one that has none", () => {
    // The first may stand right or left, the second only right.
    const places = ["right", "left"] as const;
    const wall: Box = {x1: 84, y1: 60, x2: 92, y2: 70};
    const labels = placeLabels([item(100, 50), item(100, 58)], {
      frame,
      avoid: [wall],
      places,
      overflow: "hide",
    });
    expect(labels.map((label) => label?.align)).toEqual(["end", "start"]);
  });

  const crowd = Array.from({length: 14}, () => item(100, 50));

  it("leaves out what has no place with overflow: hide, and draws over with show", () => {
    const hidden = placeLabels(crowd, {frame, overflow: "hide"});
    expect(hidden.filter(Boolean).length).toBeGreaterThan(2);
    expect(hidden.filter(Boolean).length).toBeLessThan(crowd.length);
    const shown = placeLabels(crowd, {frame, overflow: "show"});
    expect(shown.every((label) => label && isWithin(label.box, frame))).toBe(true);
  });

  it("leads to labels that found no place beside their point, each line from its own point to its own label", () => {
    const labels = placeLabels(crowd, {frame, overflow: "leader"});
    const led = labels.filter((label) => label?.leader);
    expect(led.length).toBeGreaterThan(0);
    for (const label of led) {
      const [start, end] = label!.leader!;
      expect(Math.hypot(start[0] - 100, start[1] - 50)).toBeCloseTo(4, 6);
      expect(overlaps(label!.box, around(end, 5))).toBe(true);
    }
  });

  it("finds a place beside another point of its own where the first has none", () => {
    const anchors = [
      {at: [100, 50] as const, r: 3},
      {at: [40, 20] as const, r: 3},
    ];
    const [label] = placeLabels([item(0, 0, {anchors})], {
      frame,
      avoid: [{x1: 60, y1: 30, x2: 200, y2: 100}],
    });
    expect(label!.box.x1).toBe(47);
  });

  it("never overlaps, never leaves the frame, strikes no label with a line, and is the same every time", () => {
    const point = fc.tuple(
      fc.integer({min: 0, max: 1000}),
      fc.integer({min: 0, max: 1000}),
      fc.integer({min: 8, max: 120}),
    );
    fc.assert(
      fc.property(
        fc.array(point, {minLength: 1, maxLength: 200}),
        fc.constantFrom(280, 360, 640, 960, 1200),
        fc.constantFrom("leader" as const, "hide" as const),
        (points, width, overflow) => {
          const bounds: Box = {x1: 0, y1: 0, x2: width, y2: 400};
          const items = points.map(([x, y, w]) =>
            item((x / 1000) * width, (y / 1000) * 400, {width: Math.min(w, width), priority: w % 3}),
          );
          const dots = items.map(({anchors: [{at, r}]}) => around(at, r));
          const labels = placeLabels(items, {frame: bounds, avoid: dots, overflow});
          const shown = labels.filter((label) => label !== null);
          for (const {box} of shown) {
            expect(isWithin(box, bounds)).toBe(true);
            expect(dots.some((dot) => overlaps(dot, box))).toBe(false);
          }
          const lines = shown.flatMap(({leader}) => (leader ? boxesAlong(leader, 0.1) : []));
          shown.forEach(({box}, i) => {
            for (const other of shown.slice(i + 1)) expect(overlaps(box, other.box)).toBe(false);
            expect(lines.some((line) => overlaps(line, box))).toBe(false);
          });
          expect(placeLabels(items, {frame: bounds, avoid: dots, overflow})).toEqual(labels);
        },
      ),
      {seed: 1, numRuns: 40},
    );
  });

  it("shows the only label there is, wherever its point, if it fits", () => {
    fc.assert(
      fc.property(fc.integer({min: 0, max: 200}), fc.integer({min: 0, max: 100}), (x, y) => {
        expect(placeLabels([item(x, y)], {frame, overflow: "hide"})[0]).not.toBeNull();
      }),
      {seed: 1, numRuns: 200},
    );
  });
});
