import {signature} from "../../src/waybill/parse/syntax/modelFile.js";
import type {Names} from "../../src/waybill/parse/syntax/TreeParser.js";
import type {Lexicon} from "../../src/waybill/parse/syntax/wordForms.js";
import type {Perceptron} from "./Perceptron.js";

// Weights are stored as the roots of their sizes: a byte has room for the largest, and small ones are told apart.
const middle = 6;
// Those below decide little, and there are many.
const smallest = 5;
const largest = 127;

/** What goes into a model file. */
export interface Parts {
  names: Names;
  lexicon: Lexicon;
  tagger: Perceptron;
  retagger: Perceptron;
  moves: Perceptron;
  relations: Perceptron;
}

/** Returns the bytes that readModel reads. Like things lie together, so that they pack well. */
export function writeModel({names, lexicon, tagger, retagger, moves, relations}: Parts): Uint8Array {
  const encoder = new TextEncoder();
  const header = encoder.encode(JSON.stringify(names));
  const parts = [encoder.encode(signature), varints([header.length]), header, ...lexiconBytes(lexicon)];
  for (const learner of [tagger, retagger, moves, relations]) parts.push(...weightBytes(learner));
  return join(parts);
}

function lexiconBytes(lexicon: Lexicon): Uint8Array[] {
  const words = [...lexicon.keys()].sort();
  const shared = words.map((word, n) => {
    const before = n > 0 ? words[n - 1] : "";
    let length = 0;
    while (length < Math.min(word.length, before.length, 255) && word[length] === before[length]) length++;
    return length;
  });
  const rests = new TextEncoder().encode(words.map((word, n) => word.slice(shared[n])).join("\n"));
  const entries = words.map((word) => lexicon.get(word)!);
  const bit = (is: boolean, value: number) => (is ? value : 0);
  return [
    varints([words.length]),
    Uint8Array.from(shared),
    varints([rests.length]),
    rests,
    Uint8Array.from(entries, ({noun}) => noun),
    Uint8Array.from(entries, ({verb}) => verb),
    Uint8Array.from(
      entries,
      ({frequent, adjective, adverb}) => bit(frequent, 1) + bit(adjective, 2) + bit(adverb, 4),
    ),
    Uint8Array.from(entries, ({tags}) => tags),
  ];
}

function weightBytes(learner: Perceptron): Uint8Array[] {
  const unit = unitOf(learner);
  const deltas: number[] = [];
  const sizes: number[] = [];
  const which: number[] = [];
  const weights: number[] = [];
  let last = 0;
  for (const [feature, row] of learner.entries()) {
    let size = 0;
    row.forEach((weight, k) => {
      const rounded = Math.sign(weight) * Math.min(largest, Math.round(Math.sqrt(Math.abs(weight) / unit)));
      if (Math.abs(rounded) < smallest) return;
      which.push(k);
      weights.push(rounded);
      size++;
    });
    if (size === 0) continue;
    deltas.push(feature - last);
    sizes.push(size);
    last = feature;
  }
  const keys = varints(deltas);
  return [
    varints([learner.classes, deltas.length, keys.length]),
    keys,
    Uint8Array.from(sizes),
    Uint8Array.from(which),
    new Uint8Array(Int8Array.from(weights).buffer),
  ];
}

// What a weight of one is worth: the weight in the middle comes to six, so that small ones keep their differences.
function unitOf(learner: Perceptron): number {
  const sizes: number[] = [];
  for (const [, row] of learner.entries())
    for (const weight of row) if (weight !== 0) sizes.push(Math.abs(weight));
  sizes.sort((a, b) => a - b);
  return Math.max(1e-9, sizes[sizes.length >> 1] ?? 1) / middle ** 2;
}

function varints(values: number[]): Uint8Array {
  const bytes: number[] = [];
  for (let value of values) {
    while (value > 127) {
      bytes.push((value & 127) | 128);
      value = Math.floor(value / 128);
    }
    bytes.push(value);
  }
  return Uint8Array.from(bytes);
}

function join(parts: Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, {length}) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
