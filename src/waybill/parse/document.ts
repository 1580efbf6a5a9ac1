import {BREAK, DIGITS, MARK, scanKnown, type Tokens, WORD} from "./scan.js";
import type {Lexeme, Vocab} from "./vocab.js";

/** A text ready to be parsed: its tokens, what is known of each word, and its sentences. */
export interface Doc extends Tokens {
  vocab: Vocab;
  published: string | null;
  lexeme: (Lexeme | null)[];
  /** First token of each sentence; sentence s ends before sentenceStart[s + 1]. */
  sentenceStart: number[];
}

/** Returns the text as a document, in one pass. */
export function toDoc(text: string, vocab: Vocab, published: string | null): Doc {
  const tokens = scanKnown(text, vocab.table, vocab.words);
  const {count, start, end, type, glued, word, known: lexeme} = tokens;
  const sentenceStart = splitSentences(tokens, vocab);
  // Spelt out, for every finder reads these and an object made by spreading is slow to read.
  return {text, count, start, end, type, glued, word, vocab, published, lexeme, sentenceStart};
}

/** Returns the number of the sentence that holds the given token. */
export function sentenceOf({sentenceStart}: Doc, token: number): number {
  let low = 0;
  let high = sentenceStart.length - 1;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if (sentenceStart[mid] <= token) low = mid;
    else high = mid - 1;
  }
  return low;
}

/** Returns the tokens [from, to) of a sentence without the line breaks around it. */
export function sentenceTokens(doc: Doc, sentence: number): {from: number; to: number} {
  let from = doc.sentenceStart[sentence];
  let to = doc.sentenceStart[sentence + 1] ?? doc.count;
  while (from < to && doc.type[from] === BREAK) from++;
  while (to > from && doc.type[to - 1] === BREAK) to--;
  return {from, to};
}

// What looks at a whole sentence must not look at a megabyte.
const longestSentence = 200;

function splitSentences(tokens: Tokens, {lists}: Vocab): number[] {
  const {count, type, word} = tokens;
  const starts: number[] = count > 0 ? [0] : [];
  let lineStart = 0;
  let last = 0;
  for (let i = 0; i < count; i++) {
    const t = type[i];
    if (t === WORD && i - last < longestSentence) continue;
    if (i - last >= longestSentence) starts.push(i);
    if (t === BREAK) {
      const next = i + 1;
      if (next < count && !isSoftWrap(tokens, lineStart, i)) starts.push(next);
      lineStart = next;
    } else if (t === MARK && isSentenceEnd(tokens, i, lists.abbreviations)) {
      let j = i + 1;
      while (j < count && tokens.glued[j] && isClosing(word[j])) j++;
      if (j < count && type[j] !== BREAK && !tokens.glued[j] && startsSentence(tokens, j)) starts.push(j);
      i = Math.max(i, j - 1);
    }
    last = starts[starts.length - 1];
  }
  return starts;
}

// A single line break inside a paragraph that was wrapped at a fixed width is
// no boundary: the line is long, does not end a sentence, and text follows.
function isSoftWrap(tokens: Tokens, lineStart: number, at: number): boolean {
  const {count, start, end, type, word} = tokens;
  if (at === lineStart || at + 1 >= count || type[at + 1] === BREAK) return false;
  const last = word[at - 1];
  if (/^[.!?:;”"»)]$/.test(last)) return false;
  const length = end[at - 1] - start[lineStart];
  const next = tokens.text.charAt(start[at + 1]);
  if (/[-•*–—|]/.test(next)) return false;
  return length >= 55 && length <= 110 && (last === "," || next === next.toLowerCase() || length >= 65);
}

function isSentenceEnd(
  {word, type, glued, text, start, end}: Tokens,
  i: number,
  abbreviations: ReadonlySet<string>,
): boolean {
  const w = word[i];
  if (w === "!" || w === "?" || w === "…") return true;
  if (w !== ".") return false;
  if (i === 0 || !glued[i]) return true;
  if (type[i - 1] === WORD) {
    const length = end[i - 1] - start[i - 1];
    // An initial, or the end of "U.S.", but not of "LAD-21T.".
    if (
      length === 1 &&
      isUpper(text, start[i - 1]) &&
      (!glued[i - 1] || (word[i - 2] === "." && end[i - 3] - start[i - 3] === 1))
    )
      return false;
    if (abbreviations.has(word[i - 1])) return false;
  }
  return true;
}

function startsSentence({type, text, start, word, count}: Tokens, j: number): boolean {
  while (j < count && type[j] === MARK && /^["“”„«'‘’([—–-]$/.test(word[j])) j++;
  if (j >= count) return true;
  if (type[j] === DIGITS) return true;
  if (type[j] === WORD) return isUpper(text, start[j]);
  return true;
}

const closing = new Set([".", "!", "?", "…", '"', "”", "“", "’", "'", "»", ")", "]"]);

function isClosing(w: string): boolean {
  return closing.has(w);
}

export function isUpper(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  if (c < 128) return c >= 65 && c <= 90;
  const s = text[at];
  return s !== s.toLowerCase() && s === s.toUpperCase();
}
