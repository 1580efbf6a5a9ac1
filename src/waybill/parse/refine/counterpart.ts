import {contextOf} from "../contexts.js";
import {type Doc, sentenceOf} from "../document.js";
import type {Found} from "../Found.js";
import {isMeasure} from "../Found.js";
import {BREAK, WORD} from "../scan.js";
import {hedgeStart} from "./qualifier.js";

const mostBack = 6;
const mostApart = 24;

/**
 * Returns the figure that a bare number is set against in its sentence, whose unit
 * it leaves out: “stays fell to 3.9 days in the north, against 4.7”, “9 kg out of
 * 34”, “needs 33 megawatts, and has 20”, or null where no wording leads back to one.
 */
export function counterpart(doc: Doc, before: readonly Found[], figure: Found): Found | null {
  if (isInBrackets(doc, figure)) return bracketed(doc, before, figure);
  const from = hedgeStart(doc, figure.from);
  const told = contextOf(doc, "counterpart", from, figure.to);
  if (told === "none") return null;
  for (let n = before.length - 1; n >= 0 && n > before.length - mostBack; n--) {
    const other = before[n];
    if (figure.from - other.to > mostApart || sentenceOf(doc, other.from) !== sentenceOf(doc, figure.from))
      return null;
    // What is set against a number that is bare itself counts the same as that.
    if (told === "same" && other.kind === "count" && other.unit === null) return null;
    if (!isLender(other) || !isComparable(other, figure)) continue;
    if (told === "same" || (told === "whole" && sizeOf(figure) > sizeOf(other))) return other;
    const isLast = told === null && n === before.length - 1;
    if (isLast && (isSameSlot(doc, other, figure, from) || isPassed(doc, other, figure))) return other;
  }
  return null;
}

const isLender = ({kind, unit}: Found): boolean =>
  unit !== null && !/^(?:multiple|share|age|percentage_points)$/.test(kind);

const sizeOf = ({value, low}: Found): number => Math.abs(value ?? low ?? 0);

/** Whether half of something is told of what is counted whole: “34 stations beat the old record of 38.7”. */
export const isPartOfWhole = (other: Found, figure: Found): boolean =>
  other.kind === "count" && Number.isInteger(sizeOf(other)) && !Number.isInteger(sizeOf(figure));

// Of one order, and no half of what is counted whole.
function isComparable(other: Found, figure: Found): boolean {
  const [a, b] = [sizeOf(other), sizeOf(figure)];
  if (other.kind === "percent") return a <= 100 && b <= 100;
  if (isPartOfWhole(other, figure)) return false;
  return a > 0 && b > 0 && a <= b * 30 && b <= a * 30;
}

// "the line needs 33 megawatts, and the grid has offered 20": the objects of two clauses.
function isSameSlot(doc: Doc, other: Found, figure: Found, from: number): boolean {
  const {word, type} = doc;
  if (!isMeasure(other.kind) || other.kind === "rate" || sizeOf(figure) < 2 || !isVerb(doc, from - 1))
    return false;
  if (type[figure.to] === WORD || word[figure.to] === "-") return false;
  for (let k = other.to; k < from; k++)
    if (word[k] === ";" || (word[k] === "," && /^(?:and|but|while|whereas)$/.test(word[k + 1] ?? "")))
      return true;
  return false;
}

// "nine minutes of added time; eight had gone"
function isPassed({word, lexeme}: Doc, other: Found, figure: Found): boolean {
  if (other.kind === "money" || other.kind === "percent" || figure.from - other.to > 8) return false;
  const isNext = /^[;,]$/.test(word[figure.from - 1] ?? "") && lexeme[figure.to]?.function === "auxiliary";
  return isNext && sizeOf(figure) > 1 && sizeOf(figure) <= sizeOf(other);
}

const isVerb = ({lexeme, word, type}: Doc, k: number): boolean =>
  type[k] === WORD && lexeme[k]?.function == null && (lexeme[k]?.verb != null || /[a-z]ed$/.test(word[k]));

const isInBrackets = ({word}: Doc, {from, to}: Found): boolean => word[from - 1] === "(" && word[to] === ")";

// "Iran (22 per cent), Spain (14) and China (9)": what the brackets before held.
function bracketed(doc: Doc, before: readonly Found[], figure: Found): Found | null {
  for (let n = before.length - 1; n >= 0 && n > before.length - mostBack; n--) {
    const other = before[n];
    if (other.to < figure.from - mostApart || hasBreak(doc, other.to, figure.from)) return null;
    if (isInBrackets(doc, other) && isLender(other) && isComparable(other, figure)) return other;
  }
  return null;
}

function hasBreak({type}: Doc, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (type[k] === BREAK) return true;
  return false;
}
