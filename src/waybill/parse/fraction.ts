import type {Doc} from "./document.js";
import {matchForward} from "./phrases.js";
import {DIGITS, MARK} from "./scan.js";

/** A part of one, up to token `to`: “½”, “3/4”, “three-quarters”, “a half”. */
export interface Fraction {
  value: number;
  to: number;
}

const vulgar: Record<string, number> = {
  "¼": 0.25,
  "½": 0.5,
  "¾": 0.75,
  "⅓": 1 / 3,
  "⅔": 2 / 3,
  "⅕": 0.2,
  "⅖": 0.4,
  "⅗": 0.6,
  "⅘": 0.8,
  "⅙": 1 / 6,
  "⅚": 5 / 6,
  "⅛": 0.125,
  "⅜": 0.375,
  "⅝": 0.625,
  "⅞": 0.875,
};

/** Returns the fraction that starts at the given token, in digits or in words, or null. */
export function readFraction(doc: Doc, i: number): Fraction | null {
  const {type, word} = doc;
  if (type[i] === MARK) return word[i] in vulgar ? {value: vulgar[word[i]], to: i + 1} : null;
  return type[i] === DIGITS ? slashed(doc, i) : spelt(doc, i);
}

/**
 * Returns what is added to the whole number of tokens [from, at): the “1/2” of
 * “3 1/2 miles”, the “and three-quarters” of “two and three-quarters”, or null.
 */
export function readPart(doc: Doc, from: number, at: number): Fraction | null {
  const {word, glued, type} = doc;
  const isJoined = word[at] === "-" && Boolean(glued[at]) && Boolean(glued[at + 1]);
  const next = isJoined ? at + 1 : at;
  if (type[next] === DIGITS) return isJoined || !glued[next] ? slashed(doc, next) : null;
  if (type[next] === MARK && !isJoined && word[next] !== "&") return readFraction(doc, next);
  if (word[next] !== "and" && word[next] !== "&") return null;
  const part = readFraction(doc, isJoined && word[next + 1] === "-" ? next + 2 : next + 1);
  // "between one and three quarters", "40, and three quarters of them"
  return part === null || word[part.to] === "of" || word[from - 1] === "between" ? null : part;
}

/**
 * Returns a fraction in digits or as one sign that is the number of what follows
 * it: “1/4 mile”, “3/4 million”, “½-inch”, “3/4 of an hour”; not “9/11” or “3/4 of them”.
 */
export function readMeasuredFraction(doc: Doc, i: number): Fraction | null {
  const part = doc.type[i] === DIGITS || doc.type[i] === MARK ? readFraction(doc, i) : null;
  if (!part) return null;
  const {word, type, lexeme, vocab} = doc;
  let of = part.to;
  if (word[of] === "of") of++;
  if (word[of] === "a" || word[of] === "an") of++;
  const at = of === part.to && word[of] === "-" ? of + 1 : of;
  const unit = matchForward(doc, at, vocab.units);
  // "slipped 3/8 to 18 7/8"
  const isChange = type[i] === DIGITS && of === part.to && lexeme[i - 1]?.changeBefore != null;
  const isMeasured =
    isChange ||
    (unit && unit.value.role !== "glued") ||
    lexeme[at]?.scale?.role === "word" ||
    matchForward(doc, at, vocab.currencies);
  if (isMeasured) return {value: part.value, to: of};
  return doc.type[i] === MARK ? part : null;
}

// "3/4", but not the date "3/4/2024", nor "24/7": a part of what rulers, scales and cooks divide things into.
function slashed({word, glued, type}: Doc, i: number): Fraction | null {
  if (word[i + 1] !== "/" || !glued[i + 1] || !glued[i + 2] || type[i + 2] !== DIGITS) return null;
  if (!/^(?:[234568]|10|16|32|64|100)$/.test(word[i + 2]) || (word[i - 1] === "/" && glued[i])) return null;
  if (glued[i + 3] && (type[i + 3] === DIGITS || word[i + 3] === "/")) return null;
  const value = Number(word[i]) / Number(word[i + 2]);
  return value > 0 && value < 1 ? {value, to: i + 3} : null;
}

// "a half", "one-third", "three quarters"; "a third" is one only of what is measured.
function spelt(doc: Doc, i: number): Fraction | null {
  const {word, glued, lexeme} = doc;
  const isArticle = word[i] === "a";
  const top = isArticle ? 1 : lexeme[i]?.number?.role === "unit" ? lexeme[i]!.number!.value : 0;
  const at = word[i + 1] === "-" && glued[i + 1] ? i + 2 : i + 1;
  const part = lexeme[at]?.number;
  if (part?.role !== "fraction" || top === 0 || top * part.value >= 1) return null;
  const isHalf = word[at] === "half" || word[at] === "quarter";
  if (isArticle && !isHalf && matchForward(doc, at + 1, doc.vocab.units)?.value.role !== "word") return null;
  return top === 1 || word[at].endsWith("s") || at === i + 2 ? {value: top * part.value, to: at + 1} : null;
}
