import {PackedScorer} from "./PackedScorer.js";
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

/** Returns the model in a model file as it is served, packed by gzip; a page has no other way to unpack it. */
export async function unpackModel(packed: Uint8Array<ArrayBuffer>): Promise<Model> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return readModel(new Uint8Array(await new Response(stream).arrayBuffer()));
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
