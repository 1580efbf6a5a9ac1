import {Sparse} from "../Sparse.js";
import {featureBits} from "./features.js";
import {type Inquiry, roles} from "./Inquiry.js";

/** What the features of one figure say, those of each candidate and those for nobody, as rows of hashes. */
export interface Rows {
  nobody: Int32Array;
  /** What is known of the figure in plain numbers. */
  shared: number[];
  candidates: Int32Array[];
  /** Of each candidate the plain numbers. */
  plain: number[][];
}

/** What weights make of a figure: by role and candidate the score against nobody, and how likely it is. */
export interface Likely {
  scores: number[][];
  chances: number[][];
  /** By role, how likely it is that nobody has it. */
  nobody: number[];
}

/** Returns by role what the features weigh together. */
export type Weigh = (features: Int32Array) => ArrayLike<number>;

/** Returns the features of each figure, null for one that is not asked for. */
export function rowsOf(inquiry: Inquiry): (Rows | null)[] {
  const sparse = new Sparse(featureBits);
  return inquiry.questions.map((question, n) => {
    if (!question) return null;
    inquiry.nobody(n, sparse);
    const nobody = sparse.take();
    const plain: number[][] = [];
    const candidates = question.candidates.map((_, c) => {
      plain.push(inquiry.pair(n, c, sparse));
      return sparse.take();
    });
    return {nobody, candidates, plain, shared: inquiry.shared(n)};
  });
}

/** Whether a candidate may have a role at all: what is no party gives and gets nothing. */
export const mayHave = (role: number, isThing: boolean): boolean => role >= 2 || !isThing;

/** Returns how likely each candidate has each role by the weights of the features. */
export function likelyOf(
  {nobody, candidates}: Rows,
  isThing: (candidate: number) => boolean,
  weigh: Weigh,
): Likely {
  const likely: Likely = {scores: [], chances: [], nobody: []};
  const none = weigh(nobody);
  const weights = candidates.map(weigh);
  roles.forEach((_, role) => {
    const scores = weights.map((own, c) => (mayHave(role, isThing(c)) ? own[role] - none[role] : -20));
    const top = Math.max(0, ...scores);
    const shares = scores.map((score) => Math.exp(score - top));
    const whole = shares.reduce((sum, share) => sum + share, Math.exp(-top));
    likely.scores.push(scores);
    likely.chances.push(shares.map((share) => share / whole));
    likely.nobody.push(Math.exp(-top) / whole);
  });
  return likely;
}
