import {grammar} from "../../../../loaders/grammar.js";
import {readSyntax} from "../../../../loaders/readGrammar.js";
import {readVocab} from "../../../../loaders/vocab.js";
import type {Figure} from "../../../../src/waybill/model/figure.js";
import {parseFigures} from "../../../../src/waybill/parse/parseFigures.js";
import {grammarReader} from "../../../../src/waybill/parse/read/grammarReader.js";
import {Grammar} from "../../../../src/waybill/parse/syntax/Syntax.js";

const vocab = readVocab();

/** Returns the figures of a text, read with the engine's grammar. */
export function readFigures(text: string): Figure[] {
  return parseFigures(text, {vocab, grammar});
}

/** Returns the figure of those words in a text. */
export function figureOf(text: string, exact: string): Figure {
  const figure = readFigures(text).find((figure) => figure.exact === exact);
  if (!figure) throw new Error(`no figure reads "${exact}"`);
  return figure;
}

const byGrammar = grammarReader(() => new Grammar(readSyntax()));

/** Returns the figures of a text as words and grammar alone tell them, without what was learnt of roles. */
export function readByGrammar(text: string): Figure[] {
  return parseFigures(text, {vocab, grammar: byGrammar});
}
