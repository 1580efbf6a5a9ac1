import type {Features} from "./hash.js";
import type {Scorer} from "./Scorer.js";
import type {Learnt, Names} from "./TreeParser.js";
import type {Entry, Lexicon} from "./wordForms.js";

/** A model as it lies in its file: what was learnt and the words it knows. */
export interface Model {
  learnt: Learnt;
  lexicon: Lexicon;
}

export const signature = "waybill syntax 1\n";

/**
 * Returns the model in the bytes of a model file, unpacked. Throws an Error where
 * they are no model, or one of another version.
 */
export function readModel(bytes: Uint8Array): Model {
  const reader = new Reader(bytes);
  if (reader.text(signature.length) !== signature)
    throw new Error("model: no syntax model, or one of another version");
  const names = JSON.parse(reader.text(reader.varint())) as Names;
  const lexicon = readLexicon(reader);
  const scorers = Array.from({length: 4}, () => readScorer(reader));
  const [tagger, retagger, moves, relations] = scorers;
  return {learnt: {names, tagger, retagger, moves, relations}, lexicon};
}

class Reader {
  #at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  text(length: number): string {
    return new TextDecoder().decode(this.take(length));
  }

  take(length: number): Uint8Array {
    const taken = this.#bytes.subarray(this.#at, this.#at + length);
    if (taken.length < length) throw new Error("model: the file ends too early");
    this.#at += length;
    return taken;
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.take(1)[0];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }
}

// Words in order, each as the length of what it shares with the one before, and the rest.
function readLexicon(reader: Reader): Lexicon {
  const count = reader.varint();
  const shared = reader.take(count);
  const rests = reader.text(reader.varint()).split("\n");
  const nouns = reader.take(count);
  const verbs = reader.take(count);
  const flags = reader.take(count);
  const sets = reader.take(count);
  const lexicon = new Map<string, Entry>();
  let word = "";
  for (let n = 0; n < count; n++) {
    word = word.slice(0, shared[n]) + rests[n];
    lexicon.set(word, {
      tags: sets[n],
      noun: nouns[n],
      verb: verbs[n],
      frequent: (flags[n] & 1) !== 0,
      adjective: (flags[n] & 2) !== 0,
      adverb: (flags[n] & 4) !== 0,
    });
  }
  return lexicon;
}

function readScorer(reader: Reader): PackedScorer {
  const classes = reader.varint();
  const count = reader.varint();
  const keys = new Int32Array(count);
  const deltas = reader.take(reader.varint());
  for (let n = 0, at = 0, key = 0; n < count; n++) {
    let shift = 0;
    let byte: number;
    do {
      byte = deltas[at++];
      key += (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    keys[n] = key;
  }
  const sizes = reader.take(count);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const which = reader.take(total);
  const weights = new Int8Array(reader.take(total));
  return new PackedScorer(classes, keys, sizes, which, weights);
}

/** Scores by weights of a byte each, of those classes only that a feature speaks for or against. */
export class PackedScorer implements Scorer {
  readonly classes: number;
  readonly #mask: number;
  // For each place of a hash table: the feature and one, and where its weights start and end.
  readonly #keys: Int32Array;
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #which: Uint8Array;
  readonly #weights: Int8Array;

  constructor(classes: number, keys: Int32Array, sizes: Uint8Array, which: Uint8Array, weights: Int8Array) {
    this.classes = classes;
    let room = 16;
    while (room < keys.length * 2) room *= 2;
    this.#mask = room - 1;
    this.#keys = new Int32Array(room);
    this.#from = new Int32Array(room);
    this.#to = new Int32Array(room);
    this.#which = which;
    this.#weights = weights;
    for (let n = 0, at = 0; n < keys.length; n++) {
      let place = keys[n] & this.#mask;
      while (this.#keys[place] !== 0) place = (place + 1) & this.#mask;
      this.#keys[place] = keys[n] + 1;
      this.#from[place] = at;
      at += sizes[n];
      this.#to[place] = at;
    }
  }

  score({at, count}: Features, scores: Float64Array): void {
    for (let k = 0; k < this.classes; k++) scores[k] = 0;
    const keys = this.#keys;
    const mask = this.#mask;
    const weights = this.#weights;
    const which = this.#which;
    for (let i = 0; i < count; i++) {
      const key = at[i] + 1;
      let place = at[i] & mask;
      while (keys[place] !== 0 && keys[place] !== key) place = (place + 1) & mask;
      if (keys[place] === 0) continue;
      const to = this.#to[place];
      for (let w = this.#from[place]; w < to; w++) scores[which[w]] += weights[w];
    }
  }
}
