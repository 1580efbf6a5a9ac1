/*
 * The parser with the engine's own words, in a browser or in Node:
 *
 *   import {parse} from "waybill/parse";
 *   parse("They shipped more than 40 tonnes of wheat.")[0].value; // 40
 */
import type {Figure} from "../model/figure.js";
import {rows} from "./lexicon/rows.js";
import {parseFigures} from "./parseFigures.js";
import {toVocab, type Vocab} from "./vocab.js";
import {addWords, type VocabRows} from "./vocabRows.js";

export type {Figure} from "../model/figure.js";
export {
  accountForNumerals,
  type Numeral,
  type ParseOptions,
  parseFigures,
  parseText,
  type StatedDate,
  type TextReading,
} from "./parseFigures.js";
export {toVocab, type Vocab} from "./vocab.js";
export {addWords, type VocabFile, type VocabRows, vocabColumns} from "./vocabRows.js";

/** The engine's own words, as plain rows. */
export const words: VocabRows = rows;

let known: Vocab | undefined;

/** Returns the engine's own words in the form that the parser asks; made once, at the first call. */
export const vocab = (): Vocab => (known ??= toVocab(rows));

export interface OwnParseOptions {
  /** The day of the article, YYYY-MM-DD, from which “last year” is counted. */
  published?: string | null;
  /** BCP 47; English, if it is left out. Only English is read. */
  language?: string;
  /** Words to add to the engine's: rows of the vocabulary's files, by their names. */
  own?: Partial<VocabRows>;
}

/**
 * Returns the figures stated in a text, in reading order; [] if there are none,
 * or the text is not English. Spans are half-open UTF-16 offsets, so
 * text.slice(start, end) is the exact wording. What a figure is a quantity of and
 * whose it is asks for grammar, which parseFigures takes.
 */
export function parse(
  text: string,
  {published = null, language = "en", own}: OwnParseOptions = {},
): Figure[] {
  return parseFigures(text, {vocab: own ? toVocab(addWords(rows, own)) : vocab(), published, language});
}
