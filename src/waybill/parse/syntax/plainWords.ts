import type {Doc} from "../document.js";
import {type Found, isMeasure} from "../Found.js";
import {DIGITS, MARK, WORD} from "../scan.js";
import type {Words} from "./words.js";

/** Tokens [from, to) that are read as other words than are written. */
export interface Reading {
  from: number;
  to: number;
  forms: string[];
  /** The token of each form, where they do not stand side by side. */
  at?: number[];
}

/**
 * Returns how the numbers and sums of a text are read by its grammar, in order:
 * "€7.3m" as "40 dollars", "thirty-two" as "40". Grammar does not depend on how
 * much it is, and the treebanks know few ways to write it.
 */
export function plainNumbers(doc: Doc, figures: readonly Found[]): Reading[] {
  const readings: Reading[] = [];
  let at = 0;
  for (const figure of figures) {
    const reading = readingOf(doc, figure);
    const from = reading?.from ?? figure.from;
    addWays(doc, at, from, readings);
    const worth = figure.kind === "money" ? worthBefore(doc, from) : null;
    if (worth) readings.push(worth);
    if (reading) readings.push(reading);
    at = Math.max(at, reading?.to ?? figure.to);
  }
  addWays(doc, at, doc.count, readings);
  return readings;
}

function readingOf(doc: Doc, figure: Found): Reading | null {
  const {kind, coreFrom, coreTo: to} = figure;
  const from = isPlainHedge(doc, figure) ? figure.from : coreFrom;
  if (kind === "money" && to - coreFrom > 1) {
    if (doc.word[to] !== "worth") return {from, to, forms: sumOf(doc, figure)};
    // "imported $20m worth of tools", "sold aid to Peru over $20m worth"
    const isBehind = doc.word[to + 1] !== "of";
    return {from, to: to + 1, forms: isBehind ? ["of", "40", "dollars"] : ["40", "dollars"]};
  }
  const counted = countedOf(doc, figure);
  if (counted) return {...counted, from};
  const end = numberEnd(doc, coreFrom, to);
  // "some 1,650 of the scopes"
  const isPart = end === to && end > coreFrom && doc.word[to] === "of" && kind === "count";
  if (isPart && !isAfterDeterminer(doc, figure.from)) return {from: figure.from, to, forms: ["some"]};
  const alone = end === to && kind !== "percent" ? standIn(doc, coreFrom, to) : null;
  if (alone) return {from, to, forms: [alone]};
  const isWritten = doc.type[coreFrom] === WORD && !/^(one|a|an|half)$/.test(doc.word[coreFrom]);
  return end > coreFrom + 1 || (end > coreFrom && (isWritten || from < coreFrom))
    ? {from, to: end, forms: [isMeasure(kind) && isParty(doc, from - 1, false) ? "some" : "40"]}
    : null;
}

// What reads as one word, between the figures: a preposition, a time, an adjective that is joined.
function addWays(doc: Doc, from: number, to: number, readings: Reading[]): void {
  for (let i = from; i < to; ) {
    const reading = wayAt(doc, i) ?? timeAt(doc, i) ?? joinedAt(doc, i) ?? initialAt(doc, i);
    if (reading && reading.to <= to) readings.push(reading);
    i = reading && reading.to <= to ? reading.to : i + 1;
  }
}

// "by way of Malta"
const wayAt = ({word}: Doc, i: number): Reading | null =>
  word[i] === "by" && word[i + 2] === "of" && /^(way|means)$/.test(word[i + 1])
    ? {from: i, to: i + 3, forms: ["via"]}
    : null;

// "shipped them to Asia last month": no part of the name before.
function timeAt({word, lexeme, glued}: Doc, i: number): Reading | null {
  if (!/^(last|this|next)$/.test(word[i]) || !/^(year|month|week|quarter)$/.test(word[i + 1] ?? ""))
    return null;
  if (lexeme[i - 1]?.function === "preposition" || lexeme[i - 1]?.function === "determiner") return null;
  return glued[i + 2] && word[i + 2] !== "." && word[i + 2] !== ","
    ? null
    : {from: i, to: i + 2, forms: ["then"]};
}

// "the company I Steel Works"
function initialAt(doc: Doc, i: number): Reading | null {
  if (doc.word[i] !== "i" || doc.type[i + 1] !== WORD || !isCapital(doc, i) || !isCapital(doc, i + 1))
    return null;
  return {from: i, to: i + 2, forms: [doc.text.slice(doc.start[i + 1], doc.end[i + 1])]};
}

// "State-owned Ondal", "Lima-based dealer"
function joinedAt({word, type, glued}: Doc, i: number): Reading | null {
  const isJoined = word[i + 1] === "-" && glued[i + 1] && glued[i + 2] && type[i] === WORD && !glued[i];
  if (!isJoined || type[i + 3] !== WORD || glued[i + 3]) return null;
  return /^(owned|based|led|backed|run|registered|listed|controlled|headquartered)$/.test(word[i + 2])
    ? {from: i, to: i + 3, forms: ["new"]}
    : null;
}

// "sights worth $2.7m to a dealer": sights of that sum.
function worthBefore({word, type, lexeme}: Doc, sum: number): Reading | null {
  const isValued = word[sum - 1] === "at" && /^(valued|priced|estimated)$/.test(word[sum - 2] ?? "");
  if (word[sum - 1] !== "worth" && !isValued) return null;
  const from = sum - (isValued ? 2 : 1);
  const before = lexeme[from - 1];
  const isNoun = type[from - 1] === WORD && !before?.function && !before?.verb;
  return isNoun ? {from, to: sum, forms: ["of"]} : null;
}

// "at least 40 boats": the tree may take a hedge for a preposition.
function isPlainHedge({lexeme, type, word}: Doc, {from, coreFrom}: Found): boolean {
  for (let i = from; i < coreFrom; i++)
    if (type[i] !== WORD || lexeme[i]?.verb || lexeme[i]?.function === "determiner" || word[i] === "another")
      return false;
  return true;
}

// "1,150 restricted microchips" as "40 microchips": what describes them may be taken for a verb.
function countedOf(doc: Doc, {kind, from, coreFrom, nounFrom, nounTo, to}: Found): Reading | null {
  if (kind !== "count" || nounFrom <= coreFrom || nounTo > to) return null;
  const isSecond = isParty(doc, from - 1, false);
  if (!isSecond && nounTo - nounFrom < 2) return null;
  const {type, word, text, start, end, glued} = doc;
  const last = nounTo - 1;
  // "F-16s"
  const isModel =
    type[last] !== WORD || (glued[last] === 1 && (word[last - 1] === "-" || type[last - 1] === DIGITS));
  const at = [coreFrom];
  for (let i = nounFrom; i < last; i++) {
    const isJoined = word[i + 1] === "-" || word[i - 1] === "-";
    if (type[i] === WORD && isCapital(doc, i) && !isJoined) at.push(i);
  }
  at.push(last);
  const forms = at.map((i) => text.slice(start[i], end[i]));
  forms[0] = isSecond ? "some" : "40";
  if (isModel) forms[forms.length - 1] = "things";
  return {from: coreFrom, to: nounTo, forms, at};
}

const isAfterDeterminer = ({lexeme, word}: Doc, at: number): boolean =>
  lexeme[at - 1]?.function === "determiner" ||
  /^(first|last|other|further|another|more|remaining)$/.test(word[at - 1] ?? "");

// "paid Oulu €750,000": after a name the sum must not look like a part of it.
function sumOf(doc: Doc, {from, coreFrom, coreTo}: Found): string[] {
  if (isParty(doc, from - 1, true)) return ["some", "dollars"];
  return ["40", isBefore(doc, coreFrom, coreTo) ? "dollar" : "dollars"];
}

// "gave the museum £3m": what stands right before a number and is no verb is another noun.
function isParty(doc: Doc, at: number, isAmount: boolean): boolean {
  if (at < 0 || doc.type[at] !== WORD) return false;
  const {word, lexeme} = doc;
  if (isCapital(doc, at) || /^(her|him|them|us|me|it|you)$/.test(word[at])) return true;
  const isNoun = !lexeme[at]?.function && !lexeme[at]?.verb && !lexeme[at]?.changeBefore;
  return (
    isAmount &&
    isNoun &&
    !/(?:ed|ing|ly|worth)$/.test(word[at]) &&
    doc.vocab.words.get(word[at])?.month === undefined
  );
}

const isCapital = ({text, start, word}: Doc, i: number): boolean => text[start[i]] !== word[i][0];

// "promised 120", "thirty-two were bought": a number without a noun stands for one.
function standIn(doc: Doc, from: number, to: number): string | null {
  const {type, word, lexeme} = doc;
  const next = word[to] ?? "";
  if (type[to] === DIGITS) return null;
  if (type[to] === WORD && !/^(?:and|but|or)$/.test(next)) {
    const known = lexeme[to];
    const isVerb = known?.function === "auxiliary" || (known?.verb && known.verb.tense !== "base");
    if (next === "of" || !(isVerb || known?.function || /ly$/.test(next))) return null;
    if (isVerb && (from === 0 || type[from - 1] !== WORD)) return "they";
  }
  if (from === 0 || type[from - 1] !== WORD) return null;
  if (lexeme[from - 1]?.verb && lexeme[from - 1]?.verb?.tense !== "base") return "them";
  return isAfterDeterminer(doc, from) ? "things" : null;
}

// "a $20m contract": the sum describes the noun behind it.
function isBefore({type, lexeme, word, vocab}: Doc, from: number, to: number): boolean {
  return (
    type[to] === WORD &&
    !lexeme[to]?.function &&
    (!lexeme[to]?.verb || /^(?:a|an|the)$/.test(word[from - 1] ?? "")) &&
    !vocab.lists.calendarNouns.has(word[to]) &&
    !word[to].endsWith("ly") &&
    word[to] !== "ago"
  );
}

function numberEnd({type, word, lexeme, glued}: Doc, from: number, to: number): number {
  let end = from;
  for (let i = from; i < to; i++) {
    const isNumber =
      type[i] === DIGITS ||
      (type[i] === WORD &&
        ((lexeme[i]?.number != null && lexeme[i]?.number?.role !== "ordinal") || lexeme[i]?.scale != null));
    if (isNumber) end = i + 1;
    else if (!(type[i] === MARK && /^[-,.]$/.test(word[i]) && glued[i]) && word[i] !== "and") break;
  }
  return end;
}

/** Returns the words of a sentence with those in the given tokens read otherwise; `readings` are in order. */
export function readPlainly({start, end}: Doc, words: Words, readings: readonly Reading[]): Words {
  if (readings.length === 0 || words.forms.length === 0) return words;
  const plain: Words = {forms: [], start: [], end: [], token: []};
  const add = (form: string, from: number, to: number, token: number) => {
    plain.forms.push(form);
    plain.start.push(from);
    plain.end.push(to);
    plain.token.push(token);
  };
  let n = firstAfter(readings, words.token[0]);
  for (let i = 0; i < words.forms.length; i++) {
    const token = words.token[i];
    while (n < readings.length && readings[n].to <= token) n++;
    const reading = readings[n];
    if (!reading || token < reading.from) {
      add(words.forms[i], words.start[i], words.end[i], token);
      continue;
    }
    const {from, to, forms, at = forms.map((_, k) => from + k)} = reading;
    forms.forEach((form, k) => {
      const first = k === 0 ? from : at[k];
      add(form, start[first], end[k === forms.length - 1 ? to - 1 : first], first);
    });
    while (i + 1 < words.forms.length && words.token[i + 1] < to) i++;
    n++;
  }
  return plain;
}

// The first reading that ends behind a token; a text of many figures must not be gone through for each sentence.
function firstAfter(readings: readonly Reading[], token: number): number {
  let low = 0;
  let high = readings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (readings[middle].to <= token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Returns the first token of a sentence behind the place and agency that it opens with: "WARSAW (Reuters) – ". */
export function afterDateline({type, word, text, start, end, glued}: Doc, from: number, to: number): number {
  const first = text.slice(start[from], end[from]);
  if (type[from] !== WORD || first.length < 2 || first !== first.toUpperCase()) return from;
  for (let i = from + 1; i < Math.min(to, from + 14); i++)
    if (/^[-–—]$/.test(word[i]) && !(glued[i] && glued[i + 1])) return i + 1 < to ? i + 1 : from;
  return from;
}
