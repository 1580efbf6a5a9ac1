import type {Figure} from "../model/figure.js";
import {characterEnd, characterStart} from "../model/graphemes.js";
import {wordsAround} from "../model/wordsAround.js";
import {type Doc, sentenceOf, sentenceTokens, toDoc} from "./document.js";
import type {Found} from "./Found.js";
import type {Reason} from "./find/name.js";
import {isEnglish} from "./language.js";
import {type Reading, read} from "./pipeline.js";
import {Speakers} from "./refine/attribution.js";
import {doubtsOf} from "./refine/doubts.js";
import {goodsIn} from "./refine/goods.js";
import {findPeriods} from "./refine/period.js";
import {countryIn} from "./refine/place.js";
import {findRoles} from "./refine/roles.js";
import {statusAsTold, statusOfTime} from "./refine/status.js";
import {DIGITS, WORD} from "./scan.js";
import type {GrammarReader, Told} from "./Told.js";
import type {Vocab} from "./vocab.js";
import {isList} from "./within.js";

export interface ParseOptions {
  vocab: Vocab;
  /** The article's own date, YYYY-MM-DD; without it “last year” stays unresolved. */
  published?: string | null;
  /** The text's language, BCP 47. Of any but English the numbers in digits are accounted for, and not read. */
  language?: string;
  /** Reads the grammar of sentences, `grammarReader(…)`; without it nothing tells what a figure is a quantity of, whose it is, nor from whom, to whom and through whom it goes. */
  grammar?: GrammarReader | null;
}

/**
 * Returns the figures stated in the given text, in reading order and disjoint.
 * Spans are half-open UTF-16 offsets, so text.slice(start, end) is the exact
 * wording. Numbers that name things (“LAD-21T”, “page 12”) are not figures;
 * accountForNumerals says where they went. Returns [] for a text that states
 * none, and never throws on text.
 *
 * `value` is the number as stated, in `unit`; `low` and `high` are the bounds
 * that its wording implies. What the text does not say is null.
 *
 * @example
 * parseFigures("It imported more than $20 million of tools.", {vocab})[0];
 * // {exact: "more than $20 million", kind: "money", value: 20000000,
 * //  low: 20000000, high: null, unit: "USD", qualifier: "more_than", …}
 */
export function parseFigures(text: string, options: ParseOptions): Figure[] {
  return figuresOf(readDoc(text, options), options.grammar);
}

/** A number or number word of a text, and what became of it. */
export interface Numeral {
  start: number;
  end: number;
  exact: string;
  /** "figure", or the reason why it is none. */
  role: "figure" | Reason;
}

/**
 * Returns every number and number word of the text with what became of it: part
 * of a figure, a date, a name, or set aside with a reason. No digit is left out.
 *
 * @example
 * accountForNumerals("The LAD-21T costs $5.", {vocab});
 * // [{start: 8, end: 10, exact: "21", role: "name"}, {…, exact: "5", role: "figure"}]
 */
export function accountForNumerals(text: string, options: ParseOptions): Numeral[] {
  return numeralsOf(readDoc(text, options));
}

/** A date or span of time that a text names. */
export interface StatedDate {
  start: number;
  end: number;
  exact: string;
  sentence: string;
  /** First and last day, month or year, ISO 8601, as precisely as it is known; null where open. */
  from: string | null;
  to: string | null;
  /** Whether the year, or more, was worked out from the article's own date. */
  inferred: boolean;
}

/** Everything that is read in one pass over a text. */
export interface TextReading {
  figures: Figure[];
  numerals: Numeral[];
  dates: StatedDate[];
}

/** Returns the figures, the numerals and the dates of a text; each as parseFigures and accountForNumerals do. */
export function parseText(text: string, options: ParseOptions): TextReading {
  const read = readDoc(text, options);
  return {figures: figuresOf(read, options.grammar), numerals: numeralsOf(read), dates: datesOf(read)};
}

interface ReadDoc {
  doc: Doc;
  reading: Reading;
}

function readDoc(text: string, {vocab, published, language = "en"}: ParseOptions): ReadDoc {
  const doc = toDoc(text, vocab, published ?? null);
  // “3,4 milliards” is no 3.4, and “six” may be a word of theirs.
  const asides = [{from: 0, to: doc.count, reason: "other_language" as const}];
  return {doc, reading: isEnglish(language) ? read(doc) : {figures: [], periods: [], asides}};
}

/** Returns what the words of a document tell of each figure, without the grammar of its sentences. */
export function toldByWords(doc: Doc, reading: Reading): Told[] {
  const roles = findRoles(doc, reading.figures);
  const speakers = new Speakers(doc);
  const periods = findPeriods(doc, reading.figures, reading.periods);
  return reading.figures.map(
    (figure, n): Told => ({
      roles: roles[n],
      thing: null,
      holder: null,
      said: speakers.of(figure),
      when: periods[n],
      isSideUnsure: false,
    }),
  );
}

function figuresOf({doc, reading}: ReadDoc, grammar: GrammarReader | null = null): Figure[] {
  const plain = toldByWords(doc, reading);
  const told = grammar ? grammar.read(doc, reading, plain) : plain;
  return reading.figures.map((figure, n) => toFigure(doc, figure, reading.figures, told[n]));
}

function numeralsOf({doc, reading: {figures, asides}}: ReadDoc): Numeral[] {
  const role: (Numeral["role"] | undefined)[] = new Array(doc.count);
  for (const {from, to, reason} of asides) role.fill(reason, from, to);
  for (const {from, to} of figures) role.fill("figure", from, to);
  const numerals: Numeral[] = [];
  for (let i = 0; i < doc.count; i++) {
    const isNumeral =
      doc.type[i] === DIGITS ||
      (doc.type[i] === WORD && role[i] !== "other_language" && isNumberWord(doc, i));
    if (!isNumeral) continue;
    numerals.push({
      start: doc.start[i],
      end: doc.end[i],
      exact: doc.text.slice(doc.start[i], doc.end[i]),
      role: role[i] ?? "unread",
    });
  }
  return numerals;
}

function datesOf({doc, reading}: ReadDoc): StatedDate[] {
  return reading.periods.map(({from, to, start, end, inferred}) => {
    const sentence = sentenceTokens(doc, sentenceOf(doc, from));
    return {
      start: doc.start[from],
      end: doc.end[to - 1],
      exact: doc.text.slice(doc.start[from], doc.end[to - 1]),
      sentence: sentenceText(doc, sentence),
      from: start,
      to: end,
      inferred,
    };
  });
}

function isNumberWord({lexeme}: Doc, i: number): boolean {
  const known = lexeme[i];
  return known?.number != null || known?.scale?.role === "word" || known?.scale?.role === "plural";
}

function sentenceText({text, start, end}: Doc, {from, to}: {from: number; to: number}): string {
  return text.slice(characterStart(text, start[from]), characterEnd(text, end[to - 1]));
}

// Most figures have none, and a list of numbers is a hundred thousand figures.
function flagsOf(
  found: readonly string[],
  doubts: readonly string[],
  {when, isSideUnsure}: Pick<Told, "when" | "isSideUnsure">,
): string | null {
  const isBackward = when?.period.backward === true;
  if (found.length === 0 && doubts.length === 0 && !isBackward && !isSideUnsure) return null;
  const told = [...(isBackward ? ["period_backward"] : []), ...(isSideUnsure ? ["side_unsure"] : [])];
  return [...found, ...doubts, ...told].join(" ");
}

function toFigure(
  doc: Doc,
  figure: Found,
  figures: readonly Found[],
  {roles, thing, holder, said, when, isSideUnsure}: Told,
): Figure {
  const {text} = doc;
  const start = characterStart(text, doc.start[figure.from]);
  const end = characterEnd(text, doc.end[figure.to - 1]);
  const sentence = sentenceTokens(doc, sentenceOf(doc, figure.from));
  const status = statusAsTold(roles.status ?? statusOfTime(doc, figure), said?.chain ?? null);
  const slice = (from: number, to: number): string => text.slice(doc.start[from], doc.end[to - 1]);
  const goods = isList(figures, sentence.from, sentence.to)
    ? null
    : ((thing && goodsIn(doc, thing.from, thing.to)) ??
      goodsIn(doc, figure.from, sentence.to) ??
      goodsIn(doc, sentence.from, figure.from));
  return {
    ...wordsAround(text, {start, end}),
    sentence: sentenceText(doc, sentence),
    kind: figure.kind,
    value: figure.value,
    low: figure.low,
    high: figure.high,
    unit: figure.unit,
    per: figure.per ?? (figure.kind === "rate" ? (figure.unit?.split(" per ")[1] ?? null) : null),
    qualifier: figure.qualifier,
    change: figure.change,
    thing: thing && slice(thing.from, thing.to).replace(/\s+/g, " "),
    goods,
    holder: holder?.text ?? null,
    supplier: roles.supplier?.text ?? null,
    recipient: roles.recipient?.text ?? null,
    via: roles.via?.text ?? null,
    origin: roles.supplier && countryIn(doc, roles.supplier.text),
    destination: roles.recipient && countryIn(doc, roles.recipient.text),
    period_text: when && slice(when.period.from, when.period.to).replace(/\s+/g, " "),
    period_start: when?.period.start ?? null,
    period_end: when?.period.end ?? null,
    status: status?.value ?? null,
    said_by: said?.chain ?? null,
    confidence: figure.confidence,
    thing_basis: thing?.basis ?? null,
    holder_basis: holder?.basis ?? null,
    supplier_basis: roles.supplier?.basis ?? null,
    recipient_basis: roles.recipient?.basis ?? null,
    via_basis: roles.via?.basis ?? null,
    period_basis: when?.basis ?? null,
    status_basis: status?.basis ?? null,
    said_by_basis: said?.basis ?? null,
    flags: flagsOf(figure.flags, doubtsOf(doc, figure), {when, isSideUnsure}),
  };
}
