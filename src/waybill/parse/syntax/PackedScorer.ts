import type {Features} from "./hash.js";
import type {Scorer} from "./Scorer.js";

/** Scores by weights of a byte each, of those classes only that a feature speaks for or against. */
export class PackedScorer implements Scorer {
  readonly classes: number;
  readonly #mask: number;
  // A hash table: each feature and one; where its weights start, and the next one's.
  readonly #keys: Int32Array;
  readonly #number: Int32Array;
  readonly #from: Int32Array;
  readonly #which: Uint8Array;
  readonly #weights: Int8Array;

  /** Each feature has, one after another, as many weights as `sizes` says, for the classes in `which`. */
  constructor(
    classes: number,
    features: Int32Array,
    sizes: Uint8Array,
    which: Uint8Array,
    weights: Int8Array,
  ) {
    this.classes = classes;
    let room = 16;
    while (room < features.length * 2) room *= 2;
    this.#mask = room - 1;
    this.#keys = new Int32Array(room);
    this.#number = new Int32Array(room);
    this.#from = new Int32Array(features.length + 1);
    this.#which = which;
    this.#weights = weights;
    for (let n = 0; n < features.length; n++) {
      let place = features[n] & this.#mask;
      while (this.#keys[place] !== 0) place = (place + 1) & this.#mask;
      this.#keys[place] = features[n] + 1;
      this.#number[place] = n;
      this.#from[n + 1] = this.#from[n] + sizes[n];
    }
  }

  score({at, count}: Features, scores: Float64Array): void {
    scores.fill(0, 0, this.classes);
    const keys = this.#keys;
    const mask = this.#mask;
    const from = this.#from;
    const weights = this.#weights;
    const which = this.#which;
    for (let i = 0; i < count; i++) {
      const key = at[i] + 1;
      let place = at[i] & mask;
      while (keys[place] !== 0 && keys[place] !== key) place = (place + 1) & mask;
      if (keys[place] === 0) continue;
      const n = this.#number[place];
      const to = from[n + 1];
      for (let w = from[n]; w < to; w++) scores[which[w]] += weights[w];
    }
  }
}
