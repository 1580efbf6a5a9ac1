import type {Doc} from "../document.js";
import type {Found} from "../Found.js";
import {BREAK, WORD} from "../scan.js";

/**
 * Widens a figure by the sign before it, and counts it below zero where that is
 * a minus: “-3.2%”, “-$2.1bn”, “minus 31 degrees”, “minus-260”, “−5 yards”.
 */
export function withSign(doc: Doc, figure: Found): Found {
  const {value, low} = figure;
  const sign = value !== null && low === null ? signBefore(doc, figure) : null;
  if (!sign || value === null) return figure;
  return {
    ...figure,
    from: sign.from,
    coreFrom: sign.from,
    value: sign.isMinus && value > 0 ? -value : value,
  };
}

function signBefore(doc: Doc, {from, kind}: Found): {from: number; isMinus: boolean} | null {
  const {word, glued, type, lexeme} = doc;
  const w = word[from - 1];
  // "plus or minus 3 points" is no three below zero.
  if (w === "minus" || (w === "negative" && /^(?:percent|percentage_points|money)$/.test(kind)))
    return word[from - 2] === "or" ? null : {from: from - 1, isMinus: true};
  if (w === "-" && word[from - 2] === "minus" && glued[from]) return {from: from - 2, isMinus: true};
  if (!glued[from] || !/^[-−–+]$/.test(w ?? "")) return null;
  // The range "2-3%", the compound "pre-5%"
  if (from > 1 && glued[from - 1] && !/^[([“"'‘]$/.test(word[from - 2])) return null;
  // "-5 boxes" at the start of a line is an item of a list; a dash before a count parts clauses.
  const isOpen = from > 1 && type[from - 2] !== BREAK;
  const isCertain = kind === "percent" || kind === "percentage_points" || w === "−";
  const isLed = w !== "–" || lexeme[from - 2]?.function === "preposition";
  if (!isCertain && !(isOpen && isLed && (kind !== "count" || type[from - 2] === WORD))) return null;
  return {from: from - 1, isMinus: w !== "+"};
}
