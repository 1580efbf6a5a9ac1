import type {Features} from "../../src/waybill/parse/syntax/hash.js";
import type {Scorer} from "../../src/waybill/parse/syntax/Scorer.js";

/** An averaged perceptron over hashed features, which get a row of weights when they first decide wrongly. */
export class Perceptron implements Scorer {
  readonly classes: number;
  rows = 0;
  // A hash table, for features are far apart and few of them are in use: each feature and one, and its row.
  #keys = new Int32Array(1 << 16);
  #rowAt = new Int32Array(1 << 16);
  #weights: Float32Array;
  // Sum of each change times when it was made; the average is weights - late / steps.
  #late: Float32Array;
  #steps = 1;
  #averaged: Float32Array | null = null;
  readonly #allowed: Set<number> | null;

  /** With `allowed` no other features are learnt. */
  constructor(classes: number, allowed: Set<number> | null = null) {
    this.classes = classes;
    this.#allowed = allowed;
    this.#weights = new Float32Array(classes * 4096);
    this.#late = new Float32Array(classes * 4096);
  }

  score(features: Features, scores: Float64Array): void {
    const {classes} = this;
    const {at, count} = features;
    const weights = this.#averaged ?? this.#weights;
    for (let k = 0; k < classes; k++) scores[k] = 0;
    for (let i = 0; i < count; i++) {
      const row = this.#rowOf(at[i]);
      if (row === 0) continue;
      const from = row * classes;
      for (let k = 0; k < classes; k++) scores[k] += weights[from + k];
    }
  }

  /** Fills the scores of some classes alone. */
  scoreSome({at, count}: Features, scores: Float64Array, classes: readonly number[]): void {
    const weights = this.#averaged ?? this.#weights;
    for (const k of classes) scores[k] = 0;
    for (let i = 0; i < count; i++) {
      const row = this.#rowOf(at[i]);
      if (row === 0) continue;
      const from = row * this.classes;
      for (let n = 0; n < classes.length; n++) scores[classes[n]] += weights[from + classes[n]];
    }
  }

  #rowOf(feature: number): number {
    const keys = this.#keys;
    const mask = keys.length - 1;
    let place = feature & mask;
    while (keys[place] !== 0) {
      if (keys[place] === feature + 1) return this.#rowAt[place];
      place = (place + 1) & mask;
    }
    return 0;
  }

  step(): void {
    this.#steps++;
  }

  update({at, count}: Features, right: number, wrong: number): void {
    for (let i = 0; i < count; i++) {
      const row = this.#rowOf(at[i]) || this.#newRow(at[i]);
      if (row === 0) continue;
      const from = row * this.classes;
      this.#weights[from + right]++;
      this.#late[from + right] += this.#steps;
      this.#weights[from + wrong]--;
      this.#late[from + wrong] -= this.#steps;
    }
  }

  #newRow(feature: number): number {
    if (this.#allowed && !this.#allowed.has(feature)) return 0;
    if (this.rows * 2 > this.#keys.length) {
      const keys = this.#keys;
      const rowAt = this.#rowAt;
      this.#keys = new Int32Array(keys.length * 2);
      this.#rowAt = new Int32Array(keys.length * 2);
      keys.forEach((key, place) => {
        if (key !== 0) this.#put(key - 1, rowAt[place]);
      });
    }
    const row = ++this.rows;
    this.#put(feature, row);
    if ((row + 1) * this.classes > this.#weights.length) {
      this.#weights = grown(this.#weights);
      this.#late = grown(this.#late);
    }
    return row;
  }

  #put(feature: number, row: number): void {
    const mask = this.#keys.length - 1;
    let place = feature & mask;
    while (this.#keys[place] !== 0) place = (place + 1) & mask;
    this.#keys[place] = feature + 1;
    this.#rowAt[place] = row;
  }

  /** Scores by the averages from now on. */
  average(): void {
    const averaged = new Float32Array((this.rows + 1) * this.classes);
    for (let i = 0; i < averaged.length; i++) averaged[i] = this.#weights[i] - this.#late[i] / this.#steps;
    this.#averaged = averaged;
  }

  /** Scores by what was learnt last, to learn on. */
  resume(): void {
    this.#averaged = null;
  }

  /** The average weights of each feature, in the order of the features. */
  *entries(): Iterable<[feature: number, weights: Float32Array]> {
    const averaged = this.#averaged!;
    for (const key of this.#keys.filter((key) => key !== 0).sort()) {
      const row = this.#rowOf(key - 1);
      yield [key - 1, averaged.subarray(row * this.classes, (row + 1) * this.classes)];
    }
  }
}

function grown(old: Float32Array): Float32Array {
  const larger = new Float32Array(old.length * 2);
  larger.set(old);
  return larger;
}
