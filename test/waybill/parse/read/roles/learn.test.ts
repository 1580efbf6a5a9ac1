import {expect, it} from "vitest";
import {boost} from "../../../../../loaders/roles/boost.js";
import {sumOf} from "../../../../../src/waybill/parse/read/roles/Forest.js";

const growth = {seed: 1, trees: 30, leaves: 4, rate: 0.3, columns: 1, share: 1, fewest: 2, ridge: 1};

// One of two, and not both: no single cut tells it.
const rows = Array.from({length: 64}, (_, n) => [n % 2, (n >> 1) % 2, n % 5]);
const isTrue = rows.map(([a, b]) => a !== b);
const trees = () =>
  boost(
    rows,
    (scores, slopes, bends) => {
      for (let n = 0; n < scores.length; n++) {
        const chance = 1 / (1 + Math.exp(-scores[n]));
        slopes[n] = chance - (isTrue[n] ? 1 : 0);
        bends[n] = chance * (1 - chance) + (n % 3) * 1e-3;
      }
    },
    growth,
  );

it("boost(rows, loss, growth) learns what no single cut tells", () => {
  const learnt = trees();
  rows.forEach((row, n) => {
    expect(sumOf(learnt, row) > 0).toBe(isTrue[n]);
  });
});

it("boost(rows, loss, growth) gives the same trees for the same seed", () => {
  expect(trees()).toEqual(trees());
});
