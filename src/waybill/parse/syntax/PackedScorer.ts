import type {Features} from "./hash.js";
import type {Scorer} from "./Scorer.js";

// Of so few classes all weights of a feature fit into one number.
const few = 4;

// Weights are stored as the roots of their sizes, a byte each.
const sizeOf = Int32Array.from({length: 256}, (_, byte) => {
  const root = (byte << 24) >> 24;
  return root * Math.abs(root);
});

/**
 * Scores by weights that were stored as a byte each, of those classes only that
 * a feature speaks for or against.
 *
 * Most of the time goes into fetching from memory what stands far apart. So a
 * feature's key and what is to be known of it stand side by side: its weights
 * where the classes are few, else where its weights start and how many they are.
 */
export class PackedScorer implements Scorer {
  readonly classes: number;
  readonly #mask: number;
  // A hash table of two numbers a place: a feature and one, and what is known of it.
  readonly #table: Int32Array;
  // A class and its weight each.
  readonly #weights: Int32Array;

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
    while (room < features.length * 1.4) room *= 2;
    this.#mask = room - 1;
    this.#table = new Int32Array(room * 2);
    this.#weights = new Int32Array(classes <= few ? 0 : weights.length);
    for (let n = 0, from = 0; n < features.length; from += sizes[n], n++) {
      let place = features[n] & this.#mask;
      while (this.#table[2 * place] !== 0) place = (place + 1) & this.#mask;
      this.#table[2 * place] = features[n] + 1;
      let known = from * 256 + sizes[n];
      if (classes <= few) {
        known = 0;
        for (let w = from; w < from + sizes[n]; w++) known |= (weights[w] & 255) << (8 * which[w]);
      }
      this.#table[2 * place + 1] = known;
    }
    for (let w = 0; w < this.#weights.length; w++)
      this.#weights[w] = (sizeOf[weights[w] & 255] << 8) | which[w];
  }

  score(features: Features, scores: Float64Array): void {
    if (this.classes <= few) this.#scoreFew(features, scores);
    else this.#scoreMany(features, scores);
  }

  /** Returns the place of a feature in the table; -1 where it is not known. */
  #placeOf(feature: number): number {
    const table = this.#table;
    let place = feature & this.#mask;
    for (let held = table[2 * place]; held !== feature + 1; held = table[2 * place]) {
      if (held === 0) return -1;
      place = (place + 1) & this.#mask;
    }
    return place;
  }

  #scoreFew({at, count}: Features, scores: Float64Array): void {
    const table = this.#table;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let i = 0; i < count; i++) {
      const place = this.#placeOf(at[i]);
      if (place < 0) continue;
      const known = table[2 * place + 1];
      a += sizeOf[known & 255];
      b += sizeOf[(known >> 8) & 255];
      c += sizeOf[(known >> 16) & 255];
      d += sizeOf[known >>> 24];
    }
    scores[0] = a;
    scores[1] = b;
    scores[2] = c;
    scores[3] = d;
  }

  #scoreMany({at, count}: Features, scores: Float64Array): void {
    for (let k = 0; k < this.classes; k++) scores[k] = 0;
    const table = this.#table;
    const weights = this.#weights;
    for (let i = 0; i < count; i++) {
      const place = this.#placeOf(at[i]);
      if (place < 0) continue;
      const known = table[2 * place + 1];
      for (let w = known >>> 8, to = w + (known & 255); w < to; w++)
        scores[weights[w] & 255] += weights[w] >> 8;
    }
  }
}
