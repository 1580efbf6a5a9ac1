import type {Doc} from "../document.js";
import type {Found} from "../Found.js";
import {DIGITS, MARK, WORD} from "../scan.js";
import type {Words} from "./words.js";

/** Tokens [from, to) that are read as other words than are written. */
export interface Reading {
  from: number;
  to: number;
  forms: string[];
}

/**
 * Returns how the numbers and sums of a text are read by its grammar, in order:
 * "€7.3m" as "40 dollars", "thirty-two" as "40". Grammar does not depend on how
 * much it is, and the treebanks know few ways to write it.
 */
export function plainNumbers(doc: Doc, figures: readonly Found[]): Reading[] {
  const readings: Reading[] = [];
  for (const figure of figures) {
    const {kind, coreFrom: from, coreTo: to} = figure;
    if (kind === "money" && to - from > 1) readings.push({from, to, forms: sumOf(doc, figure)});
    else {
      const end = numberEnd(doc, from, to);
      // "some 1,650 of the scopes"
      if (
        end === to &&
        end > from &&
        doc.word[to] === "of" &&
        kind === "count" &&
        !isAfterDeterminer(doc, figure.from)
      ) {
        readings.push({from: figure.from, to, forms: ["some"]});
        continue;
      }
      const alone = end === to && kind !== "percent" ? standIn(doc, from, to) : null;
      if (alone) readings.push({from, to, forms: [alone]});
      else if (
        end > from + 1 ||
        (end > from && doc.type[from] === WORD && !/^(one|a|an|half)$/.test(doc.word[from]))
      )
        readings.push({from, to: end, forms: ["40"]});
    }
  }
  return readings;
}

const isAfterDeterminer = ({lexeme, word}: Doc, at: number): boolean =>
  lexeme[at - 1]?.function === "determiner" ||
  /^(first|last|other|further|another|more|remaining)$/.test(word[at - 1] ?? "");

// "paid Oulu €750,000": after a name the sum must not look like a part of it.
function sumOf(doc: Doc, {coreFrom, coreTo}: Found): string[] {
  const before = coreFrom - 1;
  const isParty =
    before >= 0 &&
    doc.type[before] === WORD &&
    (isCapital(doc, before) || /^(her|him|them|us|me|it|you)$/.test(doc.word[before]));
  if (isParty) return ["some", "dollars"];
  return ["40", isBefore(doc, coreTo) ? "dollar" : "dollars"];
}

const isCapital = ({text, start, word}: Doc, i: number): boolean => text[start[i]] !== word[i][0];

// "promised 120", "thirty-two were bought": a number without a noun stands for one.
function standIn(doc: Doc, from: number, to: number): string | null {
  const {type, word, lexeme} = doc;
  const next = word[to] ?? "";
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
function isBefore({type, lexeme, word, vocab}: Doc, to: number): boolean {
  return (
    type[to] === WORD &&
    !lexeme[to]?.function &&
    !lexeme[to]?.verb &&
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
    const {from, to, forms} = reading;
    forms.forEach((form, k) => {
      const last = k === forms.length - 1;
      add(form, start[from + k], last ? end[to - 1] : end[from + k], from + k);
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
