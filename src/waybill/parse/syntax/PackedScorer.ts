import type {Features} from "./hash.js";
import type {Scorer} from "./Scorer.js";

// With so few classes a row for each feature is smaller and faster than a list of those that have a weight.
const stride = 4;

/** Scores by weights that were stored as a byte each, of those classes only that a feature speaks for or against. */
export class PackedScorer implements Scorer {
  readonly classes: number;
  readonly #mask: number;
  // A hash table: each feature and one; where its weights start, and the next one's.
  readonly #keys: Int32Array;
  readonly #number: Int32Array;
  readonly #from: Int32Array;
  readonly #which: Uint8Array;
  readonly #weights: Int16Array;
  readonly #rows: Int16Array | null;

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
    // They are stored as the roots of their sizes.
    this.#weights = Int16Array.from(weights, (root) => root * Math.abs(root));
    this.#rows = classes <= stride ? new Int16Array(features.length * stride) : null;
    for (let n = 0; n < features.length; n++) {
      let place = features[n] & this.#mask;
      while (this.#keys[place] !== 0) place = (place + 1) & this.#mask;
      this.#keys[place] = features[n] + 1;
      this.#number[place] = n;
      const from = this.#from[n];
      this.#from[n + 1] = from + sizes[n];
      if (this.#rows)
        for (let w = from; w < from + sizes[n]; w++) this.#rows[n * stride + which[w]] = this.#weights[w];
    }
  }

  score(features: Features, scores: Float64Array): void {
    if (this.#rows) this.#scoreFew(features, this.#rows, scores);
    else this.#scoreMany(features, scores);
  }

  #scoreFew({at, count}: Features, rows: Int16Array, scores: Float64Array): void {
    const keys = this.#keys;
    const number = this.#number;
    const mask = this.#mask;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let i = 0; i < count; i++) {
      const key = at[i] + 1;
      let place = at[i] & mask;
      while (keys[place] !== 0 && keys[place] !== key) place = (place + 1) & mask;
      if (keys[place] === 0) continue;
      const row = number[place] * stride;
      a += rows[row];
      b += rows[row + 1];
      c += rows[row + 2];
      d += rows[row + 3];
    }
    scores[0] = a;
    scores[1] = b;
    scores[2] = c;
    scores[3] = d;
  }

  #scoreMany({at, count}: Features, scores: Float64Array): void {
    for (let k = 0; k < this.classes; k++) scores[k] = 0;
    const keys = this.#keys;
    const number = this.#number;
    const mask = this.#mask;
    const from = this.#from;
    const weights = this.#weights;
    const which = this.#which;
    for (let i = 0; i < count; i++) {
      const key = at[i] + 1;
      let place = at[i] & mask;
      while (keys[place] !== 0 && keys[place] !== key) place = (place + 1) & mask;
      if (keys[place] === 0) continue;
      const n = number[place];
      const to = from[n + 1];
      for (let w = from[n]; w < to; w++) scores[which[w]] += weights[w];
    }
  }
}
