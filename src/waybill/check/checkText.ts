import type {Article, FigureRow} from "../model/figure.js";
import {type ParseOptions, parseFigures} from "../parse/parseFigures.js";
import type {Vocab} from "../parse/vocab.js";
import {draftVocab} from "./draftVocab.js";
import {type Finding, findingsOf} from "./findings.js";
import {type KnownParty, Names} from "./Names.js";
import {isSourcing} from "./sourcing.js";

/** What a draft is held against. */
export interface Checked {
  /** With who publishes each and whom it relays. */
  articles: readonly {text: string; figures: readonly FigureRow[]; voices: readonly string[]}[];
  /** Units that count the same: “batch” and “shipment”. */
  sameUnits: ReadonlyMap<string, string>;
  parties: readonly KnownParty[];
  vocab: Vocab;
  grammar?: ParseOptions["grammar"];
}

/** Returns what the articles say of each figure of a draft, in its order. */
export function checkText(
  {text, published, language}: Pick<Article, "text" | "published" | "language">,
  {articles, sameUnits, parties, vocab, grammar}: Checked,
): Finding[] {
  const read = draftVocab(vocab);
  const figures = parseFigures(text, {vocab: read, published, language, ...(grammar && {grammar})});
  return findingsOf({text, figures}, articles, {
    sameUnits,
    names: new Names(parties, vocab),
    broad: vocab.lists.broadNouns,
    isDocument: (voice) => /^(?:document|data)$/.test(vocab.sources.get(lastWord(voice)) ?? ""),
    isSourcing: (figure) => isSourcing(figure, {text, figures}, vocab),
    nameOf: (word) => vocab.places.next.get(word)?.value?.country.toLowerCase() ?? word,
  });
}

const lastWord = (words: string): string => words.toLowerCase().split(/\s+/).at(-1)!;
