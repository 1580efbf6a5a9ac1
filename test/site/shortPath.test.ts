import {describe, expect, it} from "vitest";
import {shortPath} from "../../loaders/site/shortPath.js";

/** Returns where a path's segments end, read letter by letter; only of paths that have a letter before each segment's numbers, or lines. */
function endsOf(d: string): [number, number][] {
  const ends: [number, number][] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [, letter, rest] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const name = letter.toUpperCase();
    const count = {Z: 0, H: 1, V: 1, C: 6, A: 7}[name] ?? 2;
    const isRelative = letter !== name;
    if (name === "Z") [x, y] = [startX, startY];
    for (let i = 0; i < numbers.length; i += count) {
      const own = numbers.slice(i, i + count);
      const [baseX, baseY] = isRelative ? [x, y] : [0, 0];
      if (name !== "V") x = baseX + own[name === "H" ? 0 : count - 2];
      if (name !== "H") y = baseY + own[count - 1];
      if (name === "M" && i === 0) [startX, startY] = [x, y];
      ends.push([x, y]);
    }
  }
  return ends;
}

const paths = [
  "M115.5,234.6L115.3,240.5L119.9,243.8Z",
  "M0,136.68H640M38.4,136.68v5M174.7,136.68v5M312.5,136.68v5",
  "M4,4L8.2,4.2L8.25,4.45L4,4ZM100,100L100.5,100.25",
  "M10,5a4,4,0,1,1,-8,0a4,4,0,1,1,8,0",
  "M1,2C3.33,4.44,5.55,6.66,7.77,8.88C9,10,11,12,13,14",
  "M5,5m1,1l2,2zm10,0l1,0",
  "m5,5 1.5.5-.5-.5",
  "M0.04,0L0.08,0L0.12,0L0.16,0L0.2,0L0.24,0",
  "M9,9L9,9",
];

describe("shortPath(d)", () => {
  it("tells short ways from point to point, long ones from the corner, and straight ones by one number", () => {
    expect(shortPath("M115.5,234.6L115.3,240.5L119.9,243.8Z")).toBe("M115.5 234.6l-.2 5.9 4.6 3.3z");
    expect(shortPath("M100,100L2,3")).toBe("M100 100 2 3");
    expect(shortPath("M7,3L7,9L1,9")).toBe("M7 3v6H1");
  });

  it.each(paths)("ends every segment within a twentieth of a pixel of where it was: %s", (d) => {
    const [was, is] = [endsOf(d), endsOf(shortPath(d))];
    expect(is).toHaveLength(was.length);
    was.forEach((point, i) => {
      for (const axis of [0, 1]) expect(Math.abs(is[i][axis] - point[axis])).toBeLessThan(0.0501);
    });
  });

  it.each(paths)("is never longer, and the same when done again: %s", (d) => {
    expect(shortPath(d).length).toBeLessThanOrEqual(d.length);
    expect(shortPath(shortPath(d))).toBe(shortPath(d));
  });

  it("keeps the flags of arcs, and a space where two numbers would become one", () => {
    expect(shortPath("M0,0A5,5,0,0,1,10,10")).toBe("M0 0a5 5 0 0 1 10 10");
    expect(shortPath("M0,0L1,4L1.2,4.3")).toBe("M0 0l1 4 .2.3");
  });

  it("adds up no error over thousands of small steps", () => {
    const steps = Array.from(
      {length: 3000},
      (_, i) => `L${(i * 0.133).toFixed(3)},${(i * 0.271).toFixed(3)}`,
    );
    const [x, y] = endsOf(shortPath(`M0,0${steps.join("")}`)).at(-1)!;
    expect([x, y].map((value) => Math.round(value))).toEqual([399, 813]);
  });

  it.each(["", "L1,2", "M1", "M1,2R3,4", "M1,2Z3", "M0 0a4 4 0 1110 5", "M1,2L3,x"])(
    "leaves what it cannot read: %j",
    (d) => {
      expect(shortPath(d)).toBe(d);
    },
  );

  it("reads a hostile text in a moment", () => {
    const start = performance.now();
    shortPath(`M${"1-".repeat(100_000)}`);
    shortPath(`M${"1".repeat(200_000)}`);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
