import type {Features} from "./hash.js";

/** What decides: adds up, for each class, what the features speak for it. */
export interface Scorer {
  readonly classes: number;
  /** Fills scores, one for each class. */
  score(features: Features, scores: Float64Array): void;
}

/** Returns the class with the highest score; of equal ones the first. */
export function best(scores: Float64Array, classes: number): number {
  let top = 0;
  for (let k = 1; k < classes; k++) if (scores[k] > scores[top]) top = k;
  return top;
}

/** Returns that of some classes with the highest score; of equal ones the first. */
export function bestOf(scores: Float64Array, candidates: readonly number[]): number {
  let top = candidates[0];
  for (let n = 1; n < candidates.length; n++) if (scores[candidates[n]] > scores[top]) top = candidates[n];
  return top;
}
