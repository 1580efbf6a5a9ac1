import {createHash} from "node:crypto";

/** Where what is kept of the originals stands. */
export const recordsFile = "test/story/originals.json";

/**
 * What is kept of an original: its hash, and 16 bits of the hash of each five
 * words in a row and of each number in it, sorted. That is too little to read a
 * sentence out of: one in a hundred of any five words is among them too. It is
 * enough to tell a copy: nine words in a row are five such phrases, and that
 * all five of other words are among them happens once in ten thousand million.
 */
export interface OriginalRecord {
  sha256: string;
  phrases: string;
  numbers: string;
}

const copied = 9;
const phrase = 5;

/** Returns what is kept of an original. */
export function recordOf(original: string): OriginalRecord {
  const listOf = (parts: readonly string[]): string => [...new Set(parts.map(shortHash))].sort().join(" ");
  return {
    sha256: createHash("sha256").update(original).digest("hex"),
    phrases: listOf(phrasesIn(wordsOf(original))),
    numbers: listOf(numbersIn(original)),
  };
}

/** Returns the runs of nine words in a text that one of the recorded originals has too. */
export function copiedIn(text: string, originals: readonly OriginalRecord[]): string[] {
  const words = wordsOf(text);
  const hashes = phrasesIn(words).map(shortHash);
  const runs = hashes.slice(0, Math.max(0, words.length - copied + 1));
  return originals.flatMap(({phrases}) => {
    const theirs = new Set(phrases.split(" "));
    return runs.flatMap((_, i) =>
      hashes.slice(i, i + copied - phrase + 1).every((hash) => theirs.has(hash))
        ? [words.slice(i, i + copied).join(" ")]
        : [],
    );
  });
}

/** Returns the numbers that a text writes in digits and the recorded original does not. */
export function strangeNumbersIn(text: string, {numbers}: OriginalRecord): string[] {
  const theirs = new Set(numbers.split(" "));
  return numbersIn(text).filter((number) => !theirs.has(shortHash(number)));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}$%]+/gu) ?? [];
}

function numbersIn(text: string): string[] {
  return text.match(/\d+(?:[.,]\d+)*/g) ?? [];
}

function phrasesIn(words: readonly string[]): string[] {
  return words
    .slice(0, Math.max(0, words.length - phrase + 1))
    .map((_, i) => words.slice(i, i + phrase).join(" "));
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 4);
}
