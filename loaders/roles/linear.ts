import {randomOf, shuffle} from "../treebank/random.js";

/** A question with the features of each answer that it may have, and which of them are right. */
export interface Choice {
  options: readonly Int32Array[];
  right: readonly boolean[];
}

export interface LinearGrowth {
  seed: number;
  rounds: number;
  rate: number;
  ridge: number;
}

/**
 * Returns a weight for each of `size` features, such that of all answers to a
 * question the right ones score highest: a softmax learnt by AdaGrad, averaged
 * over the second half of the rounds.
 */
export function learnWeights(
  choices: readonly Choice[],
  size: number,
  {seed, rounds, rate, ridge}: LinearGrowth,
): Float64Array {
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1);
  const sums = new Float64Array(size);
  const random = randomOf(seed);
  let taken = 0;
  const add = () => {
    taken++;
    for (let at = 0; at < size; at++) sums[at] += weights[at];
  };
  for (let round = 0; round < rounds; round++) {
    if (round >= rounds / 2) add();
    for (const {options, right} of shuffle([...choices], random)) {
      const scores = options.map((features) => weightOf(weights, features));
      const top = Math.max(...scores);
      const shares = scores.map((score) => Math.exp(score - top));
      const whole = shares.reduce((sum, share) => sum + share, 0);
      const wanted = shares.reduce((sum, share, o) => (right[o] ? sum + share : sum), 0);
      options.forEach((features, o) => {
        const off = shares[o] / whole - (right[o] ? shares[o] / wanted : 0);
        if (Math.abs(off) < 1e-4) return;
        for (const feature of features) {
          const slope = off + ridge * weights[feature];
          squares[feature] += slope * slope;
          weights[feature] -= (rate * slope) / Math.sqrt(squares[feature]);
        }
      });
    }
  }
  add();
  return sums.map((sum) => sum / taken);
}

/** Returns the sum of the features' weights. */
export function weightOf(weights: Float64Array, features: Int32Array): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature];
  return sum;
}
