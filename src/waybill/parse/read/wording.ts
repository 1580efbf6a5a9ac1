import type {Doc} from "../document.js";
import {isName} from "../refine/party.js";
import {isFiniteVerb} from "../refine/predicate.js";
import {DIGITS, MARK, WORD} from "../scan.js";

/** Whether a token makes an owner of what it ends: “BA's”, the ' of “the brothers'”. */
export const isPossessive = ({word, glued}: Doc, k: number): boolean =>
  word[k].endsWith("'s") || (word[k] === "'" && glued[k] === 1 && word[k - 1].endsWith("s"));

/** Returns the words of tokens [from, to) without quotation marks and without an owner's 's. */
export function wordingOf({text, start, end}: Doc, from: number, to: number): string {
  return text
    .slice(start[from], end[to - 1])
    .replace(/\s+/g, " ")
    .replace(/["“”]/g, "")
    .replace(/['’]s?$/, "");
}

/** Returns where the noun phrase [from, to) ends without what hangs on it: before a comma, or a preposition that is no part of a name. */
export function coreEnd(doc: Doc, from: number, to: number): number {
  const {word, type, lexeme} = doc;
  for (let k = from + 1; k < to; k++) {
    if (type[k] === MARK ? /^[,(;:—–]$/.test(word[k]) : type[k] !== WORD && type[k] !== DIGITS) return k;
    const kind = lexeme[k]?.function;
    if (kind === "pronoun" && !isName(doc, k)) return k;
    if (kind !== "preposition") continue;
    const isOfName = word[k] === "of" && (isName(doc, k - 1) || doc.vocab.lists.officeNouns.has(word[k - 1]));
    if (!isOfName) return k;
  }
  return to;
}

/** Whether a date or span of time starts at the token. */
export function isDated({lexeme, word, type, vocab}: Doc, at: number): boolean {
  let k = at;
  while (lexeme[k]?.function === "determiner") k++;
  const known = lexeme[k];
  return (
    type[k] === DIGITS ||
    (known?.month ?? 0) > 0 ||
    (known?.weekday ?? -1) >= 0 ||
    vocab.lists.timeNouns.has(word[k])
  );
}

/** Returns where the plain nouns that start at the token end. */
export function nounEnd(doc: Doc, at: number, limit: number): number {
  const {lexeme, type, word} = doc;
  let k = at;
  while (
    k < limit &&
    k - at < 5 &&
    type[k] === WORD &&
    !lexeme[k]?.function &&
    !lexeme[k]?.verb &&
    !/(?:ed|ing)$/.test(word[k]) &&
    !isFiniteVerb(doc, k)
  )
    k++;
  return k;
}
