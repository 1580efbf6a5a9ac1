import {likelyBy, optionBits, type RankModel, rowsOf} from "../../src/waybill/parse/read/answers/Ranker.js";
import {randomOf, shuffle} from "../treebank/random.js";
import type {RankedText} from "./answerExamples.js";
import {boost, type Growth, shareOfRight} from "./boost.js";
import type {LinearGrowth} from "./linear.js";

export interface RankLearning {
  seed: number;
  /** In how many parts the texts are cut, each to be judged by what was learnt from the others. */
  parts: number;
  linear: Omit<LinearGrowth, "seed">;
  trees: Omit<Growth, "seed">;
}

export const usualRanks: Omit<RankLearning, "seed"> = {
  parts: 5,
  linear: {rounds: 8, rate: 0.08, ridge: 0.01},
  trees: {trees: 150, leaves: 10, rate: 0.1, columns: 0.4, share: 0.7, fewest: 20, ridge: 5},
};

// So many steps a weight has in the file, and small ones none: that packs well, and answers no worse.
const levels = 31;
const least = 2.5;

/** Learns from texts how a kind of question is answered: weights of features, and trees that answer once more. */
export function learnRanker(
  texts: readonly RankedText[],
  {seed, parts, linear, trees}: RankLearning,
): RankModel {
  const rows: number[][] = [];
  const isRight: boolean[] = [];
  const starts: number[] = [];
  for (let part = 0; part < parts; part++) {
    const weights = learnWeights(
      texts.filter((_, n) => n % parts !== part),
      {...linear, seed},
    );
    for (const {questions, right} of texts.filter((_, n) => n % parts === part)) {
      const asked = rowsOf(
        questions,
        likelyBy(questions, (features) => weightOf(weights, features)),
      );
      asked.forEach((own, n) => {
        if (!own || !right[n]) return;
        starts.push(rows.length);
        rows.push(...own);
        isRight.push(...right[n]);
      });
    }
  }
  starts.push(rows.length);
  const weights = learnWeights(texts, {...linear, seed});
  const most = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const scale = Number((most / levels).toPrecision(6)) || 1;
  return {
    weights: Int8Array.from(weights, (weight) =>
      Math.abs(weight) < least * scale ? 0 : Math.round(weight / scale),
    ),
    scale,
    trees: boost(rows, shareOfRight(starts, isRight), {...trees, seed}),
  };
}

function weightOf(weights: Float64Array, features: Int32Array): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature];
  return sum;
}

// A softmax over the options of each question, learnt by AdaGrad and averaged over the second half of the rounds.
function learnWeights(texts: readonly RankedText[], {seed, rounds, rate, ridge}: LinearGrowth): Float64Array {
  const size = 1 << optionBits;
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1);
  const sums = new Float64Array(size);
  const random = randomOf(seed);
  const asked = texts.flatMap(({questions, right}) =>
    questions.flatMap((options, n) => (options && right[n] ? [{options, right: right[n]}] : [])),
  );
  let taken = 0;
  const add = () => {
    taken++;
    for (let at = 0; at < size; at++) sums[at] += weights[at];
  };
  for (let round = 0; round < rounds; round++) {
    if (round >= rounds / 2) add();
    for (const {options, right} of shuffle(asked, random)) {
      const scores = options.map(({features}) => weightOf(weights, features));
      const top = Math.max(...scores);
      const shares = scores.map((score) => Math.exp(score - top));
      const whole = shares.reduce((sum, share) => sum + share, 0);
      const wanted = shares.reduce((sum, share, o) => (right[o] ? sum + share : sum), 0);
      options.forEach(({features}, o) => {
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
