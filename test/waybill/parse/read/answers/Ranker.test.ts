import {describe, expect, it} from "vitest";
import {learnRanker, usualRanks} from "../../../../../loaders/roles/learnRanker.js";
import {
  likelyBy,
  type Options,
  optionBits,
  rank,
  rowsOf,
  softmax,
} from "../../../../../src/waybill/parse/read/answers/Ranker.js";
import {Sparse} from "../../../../../src/waybill/parse/read/Sparse.js";

const sparse = new Sparse(optionBits);

/** Two options, the first that there is none; what speaks for the second is one word. */
function optionsOf(word: number): Options {
  return [0, 1].map((key) => {
    sparse.put(1, word, key);
    return {key, features: sparse.take(), plain: [key]};
  });
}

it("shares what there is by the scores, without running over", () => {
  expect(softmax([0, 0])).toEqual([0.5, 0.5]);
  expect(softmax([1000, 0])[0]).toBe(1);
});

describe("the rows that trees are asked by", () => {
  const questions = [optionsOf(1), null, optionsOf(2)];
  const likely = [[0.9, 0.1], null, [0.4, 0.6]];
  const rows = rowsOf(questions, likely);

  it("hold the option's own chance, its best rival's and that of none", () => {
    expect(rows[0]![1].slice(0, 4)).toEqual([1, 0.1, 0.9, 0.9]);
  });

  it("hold the chance of the same option for the figures beside, past one that is not asked", () => {
    expect(rows[0]![1].slice(4, 6)).toEqual([-1, 0.6]);
    expect(rows[2]![1].slice(4, 6)).toEqual([0.1, -1]);
  });

  it("are none where a figure is not asked", () => {
    expect(rows[1]).toBeNull();
    expect(likelyBy(questions, () => 0)).toEqual([[0.5, 0.5], null, [0.5, 0.5]]);
  });
});

describe("what is learnt", () => {
  const texts = Array.from({length: 60}, (_, n) => {
    const words = [n % 7, (n * 3) % 7, (n * 5) % 7];
    return {questions: words.map(optionsOf), right: words.map((word) => [word < 3, word >= 3])};
  });
  const model = learnRanker(texts, {seed: 1, ...usualRanks});

  it("tells the options apart, and is the same for the same texts and seed", () => {
    const [[none], [, some]] = rank([optionsOf(1), optionsOf(5)], model) as number[][];
    expect(none).toBeGreaterThan(0.9);
    expect(some).toBeGreaterThan(0.9);
    expect(learnRanker(texts, {seed: 1, ...usualRanks})).toEqual(model);
  });

  it("has weights of few steps, which pack well", () => {
    expect(model.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)).toBe(31);
  });
});
