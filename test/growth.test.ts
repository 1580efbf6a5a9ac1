import {describe, expect, it} from "vitest";
import {growthOf, superlinear} from "./growth.js";

const loop = (steps: number) => () => {
  let sum = 0;
  for (let i = 0; i < steps; i++) sum = (sum + Math.imul(i, sum ^ i)) | 0;
  expect(Number.isInteger(sum)).toBe(true);
};

describe("growthOf(size, prepare)", () => {
  it("tells work that grows with its input from work that grows with its square", () => {
    expect(growthOf(500_000, loop)).toBeLessThan(superlinear);
    expect(growthOf(50_000, (n) => loop(n * Math.log2(n)))).toBeLessThan(superlinear);
    expect(growthOf(500, (n) => loop(n * n))).toBeGreaterThan(superlinear);
    // A third of the work for the input, all but a tenth of it for sixteen times.
    expect(growthOf(1000, (n) => loop(400 * n + n * (n / 5)))).toBeGreaterThan(superlinear);
  });
});
