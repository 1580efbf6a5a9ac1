import {likelyBy, optionBits, type RankModel, rowsOf} from "../../src/waybill/parse/read/answers/Ranker.js";
import type {RankedText} from "./answerExamples.js";
import {boost, type Growth, shareOfRight} from "./boost.js";
import {type Choice, type LinearGrowth, learnWeights, weightOf} from "./linear.js";

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
  const weightsOf = (some: readonly RankedText[]) =>
    learnWeights(some.flatMap(choicesIn), 1 << optionBits, {...linear, seed});
  const rows: number[][] = [];
  const isRight: boolean[] = [];
  const starts: number[] = [];
  for (let part = 0; part < parts; part++) {
    const weights = weightsOf(texts.filter((_, n) => n % parts !== part));
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
  const weights = weightsOf(texts);
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

const choicesIn = ({questions, right}: RankedText): Choice[] =>
  questions.flatMap((options, n) => {
    const own = right[n];
    return options && own ? [{options: options.map(({features}) => features), right: own}] : [];
  });
