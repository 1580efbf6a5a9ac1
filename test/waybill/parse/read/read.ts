import {grammar} from "../../../../loaders/grammar.js";
import {readVocab} from "../../../../loaders/vocab.js";
import type {Figure} from "../../../../src/waybill/model/figure.js";
import {parseFigures} from "../../../../src/waybill/parse/parseFigures.js";

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
