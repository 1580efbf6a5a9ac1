import type {Doc} from "../document.js";
import type {Found} from "../Found.js";
import type {Period} from "../find/date.js";
import {BREAK, DIGITS, MARK, WORD} from "../scan.js";

/**
 * Whether a period is what a figure is compared with, and not when it was: “up 27%
 * from its 2003 performance”, “12% higher than in 2020”, “the largest since 2010”.
 * A figure that stands with the period is of it: “from $9 billion in 2021”.
 */
export function isComparedWith(doc: Doc, figure: Found, period: Period): boolean {
  const {word, vocab} = doc;
  // "2022's $6bn", "its December total of 6,000"
  if (figure.from >= period.to && figure.from - period.to < 4 && word[period.to] !== ",") return false;
  if (word[period.from] === "since") return isRecord(doc, period.from);
  if (figure.to <= period.from && vocab.lists.comparedLevels.has(word[period.to])) return true;
  for (let k = period.from - 1; k > period.from - 7 && k >= 0; k--) {
    if (doc.type[k] === MARK || doc.type[k] === BREAK || doc.type[k] === DIGITS) return false;
    if (doc.lexeme[k]?.number || doc.lexeme[k]?.scale || doc.lexeme[k]?.verb) return false;
    if (vocab.lists.comparisonBases.has(word[k])) return true;
    if (/^(?:with|to)$/.test(word[k]) && /^(?:compared|relative)$/.test(word[k - 1] ?? "")) return true;
    if (word[k] === "on" && k === period.from - 1) return isAmountBefore(doc, k) && isOfYear(doc, period);
    if (word[k] === "from") return isChangeBefore(doc, k);
    if (
      !doc.lexeme[k]?.function &&
      !vocab.lists.comparedLevels.has(word[k]) &&
      !vocab.lists.periodWords.has(word[k])
    )
      return false;
  }
  return false;
}

// "its best result since 1998", "the first time since May"
function isRecord({word, type, vocab}: Doc, at: number): boolean {
  for (let k = at - 1; k > at - 8 && type[k] === WORD; k--)
    if (vocab.lists.records.has(word[k]) || /[a-z]{2}est$/.test(word[k])) return true;
  return false;
}

// "up 10% on 2022", "40 more on last year"
const isAmountBefore = ({word, type}: Doc, k: number): boolean =>
  type[k - 1] === DIGITS || /^(?:%|percent|cent|points?|more|fewer|less|up|down)$/.test(word[k - 1] ?? "");

const isOfYear = ({word, type}: Doc, {from, to}: Period): boolean =>
  word[to - 1] === "year" || (to === from + 1 && type[from] === DIGITS);

function isChangeBefore({lexeme, type, word, glued}: Doc, at: number): boolean {
  for (let k = at - 1; k > at - 10 && k >= 0 && type[k] !== BREAK; k--) {
    if (/^[.;]$/.test(word[k]) && !(glued[k + 1] && type[k + 1] === DIGITS)) return false;
    if (lexeme[k]?.changeBefore || lexeme[k]?.changeAfter) return true;
  }
  return false;
}
