import type {Doc} from "../document.js";
import {BREAK, DIGITS, MARK, WORD} from "../scan.js";

/** The words of a sentence as treebanks cut them, each with its place in the text and its first token. */
export interface Words {
  forms: string[];
  start: number[];
  end: number[];
  token: number[];
}

// Written with a hyphen these are no words of their own in the treebanks: “co-workers”, “non-commercial”.
const prefixes = new Set(
  "a anti bi bio co counter cyber de e eco euro ex extra hyper inter intra macro mega micro mid mini mis multi neo non over post pre pro proto pseudo quasi re semi sub super trans tri ultra un under".split(
    " ",
  ),
);
const clitic = /^(.+)('(?:s|re|ve|ll|d|m))$/;
const measures = /^(am|pm|km|kg|cm|mm|ft|mph|kph|lb|lbs|mg|ml|gb|mb|tb|mw|gw|kw|hz|ghz|usd|eur|gbp)$/;
const beforeDollar = /^(us|hk|nz|a|c|s|r|nt|au|ca)$/;

/**
 * Returns the tokens [from, to) of a document as words: numbers, abbreviations
 * and addresses are one word each, contractions and possessives two, and a sign
 * of money or percent is a word of its own.
 */
export function wordsOf(doc: Doc, from: number, to: number): Words {
  const words: Words = {forms: [], start: [], end: [], token: []};
  const {text, start, end, type, word, glued} = doc;
  const add = (token: number, at: number, until: number) => {
    words.forms.push(text.slice(at, until));
    words.start.push(at);
    words.end.push(until);
    words.token.push(token);
  };
  const isGlued = (i: number) => i < to && glued[i] === 1;
  for (let i = from; i < to; i++) {
    if (type[i] === BREAK) continue;
    let last = addressEnd(doc, i, from, to);
    if (last < 0) last = wordEnd(doc, i, from, to);
    const at = start[i];
    const until = end[last];
    if (last === i && type[i] === WORD) {
      const w = word[i];
      // A clitic is cut by its length from the end: what stands there may be longer than its folded form.
      const cut = w.endsWith("n't") && w.length > 3 ? 3 : (clitic.exec(w)?.[2].length ?? 0);
      if (cut > 0 && until - at === w.length) {
        add(i, at, until - cut);
        add(i, until - cut, until);
        continue;
      }
      if (w === "cannot" && until - at === 6) {
        add(i, at, at + 3);
        add(i, at + 3, until);
        continue;
      }
    }
    add(i, at, until);
    i = last;
  }
  return words;

  // The last token of the word that starts at token i.
  function wordEnd({vocab}: Doc, i: number, from: number, to: number): number {
    if (
      type[i] === DIGITS ||
      (word[i] === "." && isGlued(i + 1) && type[i + 1] === DIGITS && !(i > from && glued[i]))
    )
      return numberEnd(i);
    if (type[i] === MARK) {
      if (/^[.!?*=_-]$/.test(word[i])) {
        let j = i;
        while (isGlued(j + 1) && word[j + 1] === word[i]) j++;
        return j;
      }
      if (
        word[i] === "'" &&
        i > from &&
        glued[i] &&
        isGlued(i + 1) &&
        /^(s|re|ve|ll|d|m|t)$/.test(word[i + 1])
      )
        return i + 1;
      return i;
    }
    let j = i;
    // Initials: “U.S.”, “a.m.”.
    if (end[i] - start[i] === 1)
      while (
        isGlued(j + 1) &&
        word[j + 1] === "." &&
        isGlued(j + 2) &&
        type[j + 2] === WORD &&
        end[j + 2] - start[j + 2] === 1
      )
        j += 2;
    if (isGlued(j + 1) && word[j + 1] === ".") {
      const initial = end[j] - start[j] === 1 && (j > i || (j + 2 < to && !glued[j + 2]));
      if (initial || (j === i && vocab.lists.abbreviations.has(word[i]))) return j + 1;
    }
    if (j > i) return j;
    if (isGlued(i + 1) && word[i + 1] === "$" && beforeDollar.test(word[i])) return i + 1;
    if (isGlued(i + 1) && type[i + 1] === DIGITS) return numberEnd(i + 1);
    if (
      prefixes.has(word[i]) &&
      isGlued(i + 1) &&
      word[i + 1] === "-" &&
      isGlued(i + 2) &&
      (type[i + 2] === WORD || type[i + 2] === DIGITS)
    )
      return type[i + 2] === DIGITS ? numberEnd(i + 2) : i + 2;
    return i;
  }

  function numberEnd(i: number): number {
    let j = type[i] === DIGITS ? i : i + 1;
    while (isGlued(j + 1) && /^[.,:/]$/.test(word[j + 1]) && isGlued(j + 2) && type[j + 2] === DIGITS) j += 2;
    if (isGlued(j + 1) && type[j + 1] === WORD && !measures.test(word[j + 1])) j++;
    return j;
  }
}

// The last token of an address of a page or person that starts there, else -1.
function addressEnd({text, start, end, glued, type}: Doc, i: number, from: number, to: number): number {
  if (type[i] !== WORD || (i > from && glued[i])) return -1;
  let last = i;
  while (last + 1 < to && glued[last + 1]) last++;
  if (last < i + 2) return -1;
  const run = text.slice(start[i], end[last]);
  if (!/^(https?:|www\.)|^[\w.+-]+@\w|^\w[\w-]*\.(com|org|net|gov|edu|info)\b/i.test(run)) return -1;
  while (type[last] === MARK && !/[/)]/.test(text[start[last]])) last--;
  return last;
}
