import {type Doc, isUpper} from "../document.js";
import type {Num} from "../number.js";
import {BREAK, DIGITS, WORD} from "../scan.js";

const reach = 40;

/** Returns where the noun stands that a list counts: of "seats: Labour 212, Tories 198, others 40" the seats; or -1. */
export function listedNoun({word, type, text, start, lexeme}: Doc, i: number): number {
  if (type[i - 1] !== WORD || !(isUpper(text, start[i - 1]) || word[i - 1] === "others")) return -1;
  for (let k = i - 1; k > 0 && k > i - reach; k--) {
    if (word[k] === ":") {
      const noun = word[k - 1] === ")" ? k - 4 : k - 1;
      return noun >= 0 && type[noun] === WORD && isPluralWord(word[noun]) && !lexeme[noun]?.function
        ? noun
        : -1;
    }
    const isListed =
      type[k] === DIGITS ||
      /^(?:[,.–-]|and|the|others|m|bn|k)$/.test(word[k]) ||
      lexeme[k]?.number ||
      (type[k] === WORD && isUpper(text, start[k]));
    if (!isListed) return -1;
  }
  return -1;
}

const isPluralWord = (w: string): boolean => w.length > 3 && /[^su]s$/.test(w);

/**
 * Whether the number ends a clause that leaves out what it counts: of “Labour holds
 * 24 seats, the Conservatives 19 and the Greens eight” the 19 and the eight.
 */
export function isGapped(doc: Doc, i: number, num: Num, counted = false): boolean {
  const {word, type, text, start, lexeme} = doc;
  if (!/^(?:[,.;)]|and|but)$/.test(word[num.to] ?? ".")) return false;
  let k = i - 1;
  while (k > i - 5 && type[k] === WORD && (isUpper(text, start[k]) || word[k] === "of")) k--;
  // "lost 40 tanks and the rebels 12", "21 in the north, the south 60", "on Tuesday 60"
  if (counted && k === i - 1 && type[k] === WORD && word[k - 1] === "the") k--;
  else if (counted && k < i - 1 && doc.vocab.lists.nameLinks.has(word[k])) k--;
  const article = word[k] === "the" || word[k] === "its";
  if (article) k--;
  if (!/^(?:[,;]|and)$/.test(word[k] ?? "")) return false;
  if (word[k] === "and" && word[k - 1] === ",") k--;
  for (let n = k - 1; n > k - 9 && n >= 0; n--) {
    if (/^[.:]$/.test(word[n]) || type[n] === BREAK) return false;
    if (type[n] === DIGITS || lexeme[n]?.number)
      return (
        counted ||
        (type[n - 1] === WORD && (!isUpper(text, start[n - 1]) || article || word[n - 2] === "the"))
      );
  }
  return false;
}
