import {type Features, featureBits} from "../../src/waybill/parse/syntax/hash.js";
import type {Scorer} from "../../src/waybill/parse/syntax/Scorer.js";

/** An averaged perceptron over hashed features, which get a row when they first decide wrongly. */
export class Perceptron implements Scorer {
  readonly classes: number;
  readonly rowOf = new Int32Array(1 << featureBits);
  rows = 0;
  weights: Float32Array;
  // Sum of each change times when it was made; the average is weights - late / steps.
  late: Float32Array;
  #steps = 1;
  #averaged: Float32Array | null = null;
  readonly #features: number[] = [];
  readonly #allowed: Set<number> | null;

  /** With `allowed` no other features are learnt. */
  constructor(classes: number, allowed: Set<number> | null = null) {
    this.classes = classes;
    this.#allowed = allowed;
    this.weights = new Float32Array(classes * 4096);
    this.late = new Float32Array(classes * 4096);
  }

  score({at, count}: Features, scores: Float64Array): void {
    const {classes, rowOf} = this;
    const weights = this.#averaged ?? this.weights;
    for (let k = 0; k < classes; k++) scores[k] = 0;
    for (let i = 0; i < count; i++) {
      const row = rowOf[at[i]];
      if (row === 0) continue;
      const from = row * classes;
      for (let k = 0; k < classes; k++) scores[k] += weights[from + k];
    }
  }

  /** Fills the scores of some classes alone. */
  scoreSome({at, count}: Features, scores: Float64Array, classes: readonly number[]): void {
    const weights = this.#averaged ?? this.weights;
    for (const k of classes) scores[k] = 0;
    for (let i = 0; i < count; i++) {
      const row = this.rowOf[at[i]];
      if (row === 0) continue;
      const from = row * this.classes;
      for (let n = 0; n < classes.length; n++) scores[classes[n]] += weights[from + classes[n]];
    }
  }

  step(): void {
    this.#steps++;
  }

  update({at, count}: Features, right: number, wrong: number): void {
    for (let i = 0; i < count; i++) {
      const row = this.rowOf[at[i]] || this.#newRow(at[i]);
      if (row === 0) continue;
      const from = row * this.classes;
      this.weights[from + right]++;
      this.late[from + right] += this.#steps;
      this.weights[from + wrong]--;
      this.late[from + wrong] -= this.#steps;
    }
  }

  #newRow(feature: number): number {
    if (this.#allowed && !this.#allowed.has(feature)) return 0;
    const row = ++this.rows;
    this.rowOf[feature] = row;
    this.#features.push(feature);
    if ((row + 1) * this.classes > this.weights.length) {
      const grow = (old: Float32Array) => {
        const grown = new Float32Array(old.length * 2);
        grown.set(old);
        return grown;
      };
      this.weights = grow(this.weights);
      this.late = grow(this.late);
    }
    return row;
  }

  /** Scores by the averages from now on. */
  average(): void {
    const averaged = new Float32Array((this.rows + 1) * this.classes);
    for (let i = 0; i < averaged.length; i++) averaged[i] = this.weights[i] - this.late[i] / this.#steps;
    this.#averaged = averaged;
  }

  /** Scores by what was learnt last, to learn on. */
  resume(): void {
    this.#averaged = null;
  }

  /** The average weights of each feature, in the order of the features. */
  *entries(): Iterable<[feature: number, weights: Float32Array]> {
    const averaged = this.#averaged!;
    for (const feature of this.#features.toSorted((a, b) => a - b)) {
      const row = this.rowOf[feature];
      yield [feature, averaged.subarray(row * this.classes, (row + 1) * this.classes)];
    }
  }
}
