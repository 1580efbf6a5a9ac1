import {sumOf, type Tree} from "../roles/Forest.js";

/** One of the answers to a question about a figure. */
export interface Option {
  /** What it is, the same number wherever another figure's question has it too. */
  key: number;
  features: Int32Array;
  /** What is known of it in plain numbers, as many for every option of a kind of question. */
  plain: readonly number[];
}

/** The answers that a figure's question may have, the first that there is none; null for a figure that is not asked for. */
export type Options = readonly Option[] | null;

/** What was learnt of one kind of question. */
export interface RankModel {
  /** Weights of the hashed features, and what a weight of 1 stands for. */
  weights: Int8Array;
  scale: number;
  /** Trees that answer once more, knowing how likely the weights found each option, here and for the figures beside. */
  trees: readonly Tree[];
}

/** How many bits of a feature's hash are kept. */
export const optionBits = 19;

/** Returns shares that add up to 1, each the larger the higher its score. */
export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - top));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / whole);
}

/** Returns for each question how likely its options are by the weights of their features. */
export const likelyBy = (
  questions: readonly Options[],
  weigh: (features: Int32Array) => number,
): (number[] | null)[] =>
  questions.map((options) => options && softmax(options.map(({features}) => weigh(features))));

/** Returns for each question the rows of numbers, one for each option, that the trees are asked by. */
export function rowsOf(
  questions: readonly Options[],
  likely: readonly (readonly number[] | null)[],
): (number[][] | null)[] {
  const asked = questions.flatMap((options, n) => (options ? [n] : []));
  const place = new Map(asked.map((n, at) => [n, at]));
  const chanceAt = (at: number, key: number): number => {
    const n = asked[at];
    if (n === undefined) return -1;
    const option = questions[n]!.findIndex((other) => other.key === key);
    return option < 0 ? 0 : likely[n]![option];
  };
  const sums = new Map<number, number>();
  for (const n of asked)
    questions[n]!.forEach(({key}, o) => void sums.set(key, (sums.get(key) ?? 0) + likely[n]![o]));
  return questions.map((options, n) => {
    if (!options) return null;
    const own = likely[n]!;
    const at = place.get(n)!;
    return options.map(({key, plain}, o) => [
      ...plain,
      own[o],
      Math.max(...own.map((chance, other) => (other === o ? 0 : chance))),
      own[0],
      chanceAt(at - 1, key),
      chanceAt(at + 1, key),
      (sums.get(key)! - own[o]) / (asked.length - 1 || 1),
    ]);
  });
}

/** Returns for each question how likely its options are, all in all. */
export function rank(questions: readonly Options[], {weights, scale, trees}: RankModel): (number[] | null)[] {
  const likely = likelyBy(questions, (features) => {
    let sum = 0;
    for (const feature of features) sum += weights[feature];
    return sum * scale;
  });
  return rowsOf(questions, likely).map((rows) => rows && softmax(rows.map((row) => sumOf(trees, row))));
}
