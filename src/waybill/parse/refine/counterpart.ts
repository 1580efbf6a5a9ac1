import {contextOf} from "../contexts.js";
import {type Doc, sentenceOf} from "../document.js";
import type {Found} from "../Found.js";
import {isMeasure} from "../Found.js";
import {BREAK, DIGITS, WORD} from "../scan.js";
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
  const told = contextOf(doc, "counterpart", from, figure.to, figure.value, doc.type[figure.from] === DIGITS);
  if (told === "none") return null;
  for (let n = before.length - 1; n >= 0 && n > before.length - mostBack; n--) {
    const other = before[n];
    const apart = sentenceOf(doc, figure.from) - sentenceOf(doc, other.from);
    // "jailed for nine years. Prosecutors had sought twelve": a term may stand a sentence back.
    const isTerm = told === "term" && other.kind === "duration" && apart === 1;
    if (!isTerm && (figure.from - other.to > mostApart || apart > 0)) return null;
    // What is set against a number that is bare itself counts the same as that.
    if (told === "same" && other.kind === "count" && other.unit === null) return null;
    const isAge =
      other.kind === "age" && told === "same" && /^(?:is|was|of|at)$/.test(doc.word[other.from - 1]);
    if (!(isAge || isLender(other)) || !isComparable(other, figure)) continue;
    if (told !== null ? isLentBy(told, other, figure) : n === before.length - 1 && isLikeObject(other))
      return other;
  }
  return null;

  function isLikeObject(other: Found): boolean {
    return isSameSlot(doc, other, figure, from) || isPassed(doc, other, figure);
  }
}

function isLentBy(told: string, other: Found, figure: Found): boolean {
  if (told === "money") return other.kind === "money";
  if (told === "whole") return sizeOf(figure) > sizeOf(other);
  // "Snow lay 40 cm deep in the valley and 120 on the pass"
  if (told === "item") return (isMeasure(other.kind) || other.kind === "money") && figure.from - other.to < 9;
  return true;
}

/**
 * Returns the figure in millions or billions where what it is set against is told in them
 * and it leaves them out as well: “revenue rose to £2.4bn, from 2.1 a year ago”.
 */
export function inScaleOf(other: Found, figure: Found): Found {
  const written = sizeOf(other) / other.scale;
  const size = sizeOf(figure);
  // "cut off 1.1 million customers and left four missing"
  if (other.kind === "count" && Number.isInteger(size)) return figure;
  const isLeftOut = other.scale >= 1e6 && figure.scale === 1 && size > written / 5 && size < written * 5;
  if (!isLeftOut || figure.value === null || other.value === null) return figure;
  return {...figure, value: Number((figure.value * other.scale).toPrecision(15)), scale: other.scale};
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
  if (other.scale >= 1e6 && figure.scale === 1 && b < 1000) return inScaleOf(other, figure) !== figure;
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

// "Peru (22 per cent), Spain (14) and Malta (9)": what the brackets before held.
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
