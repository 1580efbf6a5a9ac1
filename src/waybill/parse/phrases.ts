import {scan, type Tokens} from "./scan.js";

/** A set of phrases that can be matched, token by token, against a text. */
export interface Phrases<T> {
  next: ReadonlyMap<string, Phrases<T>>;
  value: T | null;
}

export interface PhraseMatch<T> {
  value: T;
  /** The token after the last one matched; before the first one, for matchBackward. */
  to: number;
}

/** Returns phrases from (wording, value) pairs; a later pair does not replace an earlier one. */
export function phrasesOf<T>(pairs: Iterable<readonly [string, T]>, {backward = false} = {}): Phrases<T> {
  const root: Growing<T> = {next: new Map(), value: null};
  for (const [wording, value] of pairs) {
    const word = wordsOf(wording);
    let node = root;
    for (const w of backward ? word.reverse() : word) {
      let next = node.next.get(w);
      if (!next) {
        // Most phrases are a word or two: nearly all that they end with share one map.
        if (node.next === ended) node.next = new Map();
        next = {next: ended, value: null};
        node.next.set(w, next);
      }
      node = next;
    }
    node.value ??= value;
  }
  return root;
}

interface Growing<T> {
  next: Map<string, Growing<T>>;
  value: T | null;
}

const ended = new Map<string, never>();

// A vocabulary has thousands of phrases, nearly all of them of plain words.
function wordsOf(wording: string): string[] {
  return /^[a-z]+(?:[' ][a-z]+)*$/i.test(wording) ? wording.toLowerCase().split(" ") : scan(wording).word;
}

/** Returns the longest phrase that starts at the given token, or null. */
export function matchForward<T>(tokens: Tokens, i: number, phrases: Phrases<T>): PhraseMatch<T> | null {
  const {word, count} = tokens;
  if (i >= count) return null;
  let value: T | null = null;
  let to = i;
  for (let node = phrases.next.get(word[i]); node; node = i < count ? node.next.get(word[i]) : undefined) {
    i++;
    if (node.value !== null) {
      value = node.value;
      to = i;
    }
  }
  return value === null ? null : {value, to};
}

/** Returns the longest phrase whose last token is the given one, or null. The phrases must be built backward. */
export function matchBackward<T>(tokens: Tokens, i: number, phrases: Phrases<T>): PhraseMatch<T> | null {
  let match: PhraseMatch<T> | null = null;
  let node: Phrases<T> | undefined = phrases;
  for (; i >= 0 && node; i--) {
    node = node.next.get(tokens.word[i]);
    if (node && node.value !== null) match = {value: node.value, to: i - 1};
  }
  return match;
}
