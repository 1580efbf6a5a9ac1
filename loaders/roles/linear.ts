import {featureBits} from "../../src/waybill/parse/read/roles/features.js";
import {mayHave} from "../../src/waybill/parse/read/roles/firstPass.js";
import {roles} from "../../src/waybill/parse/read/roles/Inquiry.js";
import {randomOf, shuffle} from "../treebank/random.js";
import type {Example} from "./examples.js";

const size = (1 << featureBits) * roles.length;

export interface LinearGrowth {
  seed: number;
  rounds: number;
  rate: number;
  ridge: number;
}

/**
 * Returns a weight for each feature and role, such that of all candidates and
 * nobody the right one scores highest: a softmax learnt by AdaGrad, averaged
 * over the second half of the rounds.
 */
export function learnWeights(
  examples: readonly Example[],
  {seed, rounds, rate, ridge}: LinearGrowth,
): Float64Array {
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1);
  const sums = new Float64Array(size);
  const random = randomOf(seed);
  const order = examples.map((_, n) => n);
  let taken = 0;
  const correct = (features: Int32Array, role: number, off: number) => {
    for (const feature of features) {
      const at = feature * roles.length + role;
      const slope = off + ridge * weights[at];
      squares[at] += slope * slope;
      weights[at] -= (rate * slope) / Math.sqrt(squares[at]);
    }
  };
  const add = () => {
    taken++;
    for (let at = 0; at < size; at++) sums[at] += weights[at];
  };
  for (let round = 0; round < rounds; round++) {
    if (round >= rounds / 2) add();
    for (const n of shuffle(order, random)) {
      const example = examples[n];
      for (let role = 0; role < roles.length; role++) learnOne(example, role, weights, correct);
    }
  }
  add();
  return sums.map((sum) => sum / taken);
}

function learnOne(
  {rows: {nobody, candidates}, right, isStated, isThing}: Example,
  role: number,
  weights: Float64Array,
  correct: (features: Int32Array, role: number, off: number) => void,
): void {
  const whom = right[role];
  if (!whom) return;
  const isFound = whom.some(Boolean);
  // Who is named is none of the candidates: there is nothing to learn.
  if (isStated[role] && !isFound) return;
  const scores = candidates.map((features, c) =>
    mayHave(role, isThing[c]) ? weightOf(weights, features, role) : Number.NEGATIVE_INFINITY,
  );
  scores.push(weightOf(weights, nobody, role));
  const top = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - top));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const wanted = whom.reduce((sum, isRight, c) => (isRight ? sum + shares[c] : sum), 0);
  shares.forEach((share, c) => {
    const isNobody = c === candidates.length;
    const goal = isFound ? (!isNobody && whom[c] ? share / wanted : 0) : isNobody ? 1 : 0;
    const off = share / whole - goal;
    if (Math.abs(off) > 1e-4) correct(isNobody ? nobody : candidates[c], role, off);
  });
}

/** Returns the sum of the features' weights. */
export function weightOf(weights: Float64Array, features: Int32Array, role: number): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature * roles.length + role];
  return sum;
}
