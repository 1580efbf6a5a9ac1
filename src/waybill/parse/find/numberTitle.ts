import {type Doc, isUpper} from "../document.js";
import {isPlural} from "../nounPhrase.js";
import type {Num} from "../number.js";
import {matchForward} from "../phrases.js";
import {BREAK, WORD} from "../scan.js";
import type {SetAside} from "./name.js";
import {isProse} from "./title.js";

// "Seven Mile Echo pulled out", "One Hundred Brushstrokes, a novel": prose writes "seven miles" small.
function isTitleOpening(doc: Doc, i: number): boolean {
  const {text, start, type, lexeme, count} = doc;
  if (!isUpper(text, start[i]) || (i > 0 && type[i - 1] === WORD)) return false;
  let j = i + 1;
  while (j < count && (doc.word[j] === "-" || lexeme[j]?.number || lexeme[j]?.scale)) j++;
  if (type[j] !== WORD || !isUpper(text, start[j]) || matchForward(doc, j, doc.vocab.places)) return false;
  // "Five Pakistanis drowned"
  if (doc.vocab.places.next.has(doc.word[j].replace(/s$/, ""))) return false;
  const follows = type[j + 1] === WORD && isUpper(text, start[j + 1]);
  if (!follows && !isPlural(doc, j)) return false;
  // "Five Guys opened": no headline goes on in small letters.
  let after = j;
  while (type[after] === WORD && isUpper(text, start[after])) after++;
  if (type[after] === WORD && (lexeme[after]?.verb || /[a-z]ed$/.test(doc.word[after]))) return true;
  // Not a headline in capitals.
  let small = 0;
  for (let k = j + 1; k < Math.min(count, j + 16); k++)
    if (type[k] === WORD && !lexeme[k]?.function && !isUpper(text, start[k])) small++;
  return small >= 3;
}

// "day-four bowlers"
const isHyphened = ({word, type, glued, lexeme, vocab}: Doc, i: number): boolean =>
  word[i - 1] === "-" &&
  Boolean(glued[i]) &&
  Boolean(glued[i - 1]) &&
  type[i - 2] === WORD &&
  !lexeme[i - 2]?.number &&
  vocab.lists.hyphenatedSpans.has(word[i - 2]);

/** Returns where a name with number words in capitals ends: “Fifty Shades”, “the Magnificent Seven”, “Three Mile Island”. */
export function findNumberTitle(doc: Doc, i: number, num: Num | null): SetAside | null {
  const {text, start, word, type, lexeme} = doc;
  const role = lexeme[i]?.number?.role;
  if (role !== "unit" && role !== "teen" && role !== "tens") return null;
  if (isHyphened(doc, i)) return {to: i + 1, reason: "name"};
  if (isTitleOpening(doc, i)) return {to: i + 1, reason: "name"};
  if (!isUpper(text, start[i]) || i === 0 || type[i - 1] === BREAK || /^[.!?:;“"”'‘—–]$/.test(word[i - 1]))
    return null;
  // "the Six-Day War", "founder of Forty-Two Kitchens"
  const spelt = num ? num.to : i + 1;
  const isHyphenedName =
    word[spelt] === "-" && isUpper(text, start[spelt + 1]) && isUpper(text, start[spelt + 2]);
  if (isHyphenedName && type[spelt + 2] === WORD && isProse(doc, i)) return {to: spelt + 3, reason: "name"};
  const isHyphenedNumber = spelt === i + 3 && isUpper(text, start[i + 2]) && type[spelt] === WORD;
  if (isHyphenedNumber && isUpper(text, start[spelt]) && isProse(doc, i))
    return {to: spelt + 1, reason: "name"};
  // "The Thirty-Nine Steps"
  if (
    word[i - 1] === "the" &&
    isUpper(text, start[i - 1]) &&
    i > 1 &&
    type[i - 2] === WORD &&
    type[spelt] === WORD &&
    isUpper(text, start[spelt]) &&
    !matchForward(doc, spelt, doc.vocab.places)
  )
    return {to: spelt + 1, reason: "name"};
  const nextUpper = type[i + 1] === WORD && isUpper(text, start[i + 1]) && !lexeme[i + 1]?.month;
  const previousUpper = type[i - 1] === WORD && isUpper(text, start[i - 1]) && !lexeme[i - 1]?.function;
  if (nextUpper && previousUpper) return null;
  if (!nextUpper && !previousUpper) return null;
  // "Nineteen Eighty-Four" is one name.
  let to = i + 1;
  for (;;) {
    const next = word[to] === "-" ? to + 1 : to;
    if (next < doc.count && type[next] === WORD && lexeme[next]?.number && isUpper(text, start[next]))
      to = next + 1;
    else break;
  }
  return {to, reason: "name"};
}
