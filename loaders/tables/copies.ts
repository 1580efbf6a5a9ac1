import {addOrigin, type Origin} from "./origin.js";
import {hashOf} from "./saying.js";

/** The article that another one repeats. */
export interface Copied {
  article_id: string;
  file: string;
  /** Whether every word is the same, and not only nearly all. */
  isVerbatim: boolean;
  /** Whose reporting both are. */
  origin: Origin;
}

/** What is to be known of an article to find its copies. */
export interface Told {
  article_id: string;
  file: string;
  publisher: string | null;
  text: string;
  /** What tells its copies, where that is known; null for a text too short to have any. */
  print?: TextPrint | null;
  /** Whose reporting it is by what it says itself. What its copies tell is added to it. */
  origin: Origin;
}

/** What a text is known by. */
export interface TextPrint {
  /** Hash of all its words. */
  whole: number;
  /** The smallest hashes of its runs of words, in order: a sample that is the same for the same text. */
  runs: Uint32Array;
  /** How many runs of words it has. */
  count: number;
}

interface Sketch extends Omit<Told, "text" | "print">, TextPrint {}

/** Returns what a text is known by; null for one so short that it is like others by chance. */
export function printOf(text: string): TextPrint | null {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const all = runsOf(words);
  if (all.size < fewestRuns) return null;
  const runs = Uint32Array.from(all).sort().slice(0, sampled);
  return {whole: hashOf(words.join(" ")), runs, count: all.size};
}

/**
 * Finds articles that repeat an earlier one, as a whole or nearly: of each text
 * it keeps a sample of the hashes of its runs of words, and compares it with the
 * texts that share the smallest of them, so that time and memory are linear.
 *
 * Short texts are no copies, for they are alike by chance. Pages of one publisher
 * are copies only word for word, for they share what its site prints on all of them.
 */
export class CopyIndex {
  private readonly sketches: Sketch[] = [];
  private readonly byRun = new Map<number, number | number[]>();

  /** Adds an article and returns the one that it repeats, null if it repeats none. */
  add({text, print = printOf(text), ...told}: Told): Copied | null {
    if (print === null) return null;
    const own: Sketch = {...told, ...print};
    const other = this.find(own);
    this.keep(own);
    if (!other) return null;
    const {article_id, file, origin} = other;
    addOrigin(origin, own.origin);
    own.origin = origin;
    return {article_id, file, origin, isVerbatim: other.whole === own.whole};
  }

  private keep(own: Sketch): void {
    const at = this.sketches.push(own) - 1;
    for (const run of own.runs.subarray(0, looked)) {
      const known = this.byRun.get(run);
      if (known === undefined) this.byRun.set(run, at);
      else if (typeof known === "number") this.byRun.set(run, [known, at]);
      else if (known.length < mostAlike) known.push(at);
    }
  }

  private find(own: Sketch): Sketch | null {
    const seen = new Set<number>();
    for (const run of own.runs.subarray(0, looked))
      for (const at of [this.byRun.get(run) ?? []].flat()) {
        if (!seen.has(at) && isCopy(this.sketches[at], own)) return this.sketches[at];
        seen.add(at);
      }
    return null;
  }
}

const runLength = 5;
const fewestRuns = 30;
const sampled = 64;
const looked = 12;
// What a thousand pages share must not be compared with all of them.
const mostAlike = 8;
// Of the runs of both a copy shares so much, or of those of the shorter one, that it is a part of the other.
const nearly = 0.6;
const nearlyAll = 0.85;
const fewestCompared = 20;

function isCopy(a: Sketch, b: Sketch): boolean {
  if (a.whole === b.whole) return true;
  if (a.publisher !== null && a.publisher === b.publisher) return false;
  // Up to here both samples are complete.
  const limit = Math.min(...[a, b].map(({runs, count}) => (count > sampled ? runs[sampled - 1] : 2 ** 32)));
  const [inA, inB] = [a, b].map(({runs}) => countTo(runs, limit));
  const shared = countShared(a.runs, b.runs, limit);
  const shorter = Math.min(inA, inB);
  const ofBoth = shared / (inA + inB - shared);
  return ofBoth >= nearly || (shorter >= fewestCompared && shared / shorter >= nearlyAll);
}

function countTo(runs: Uint32Array, limit: number): number {
  let count = runs.length;
  while (count > 0 && runs[count - 1] > limit) count--;
  return count;
}

// Both are in order.
function countShared(a: Uint32Array, b: Uint32Array, limit: number): number {
  let shared = 0;
  for (let i = 0, k = 0; i < a.length && k < b.length && a[i] <= limit && b[k] <= limit; ) {
    if (a[i] === b[k]) shared++;
    const step = a[i] - b[k];
    if (step <= 0) i++;
    if (step >= 0) k++;
  }
  return shared;
}

function runsOf(words: readonly string[]): Set<number> {
  const runs = new Set<number>();
  const hashes = words.map(hashOf);
  for (let i = 0; i + runLength <= hashes.length; i++) {
    let run = 17;
    for (let k = i; k < i + runLength; k++) run = mix(run, hashes[k]);
    runs.add(run);
  }
  return runs;
}

function mix(a: number, b: number): number {
  const hash = Math.imul(a ^ (b % 2 ** 32), 0x9e3779b1);
  return (Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ (hash >>> 13)) >>> 0;
}
