import type {Article, FigureRow} from "../../src/waybill/model/figure.js";
import type {Row} from "../../src/waybill/model/tables.js";
import {parseText, type TextReading} from "../../src/waybill/parse/parseFigures.js";
import {grammar} from "../grammar.js";
import {figureAt, findQuote} from "../tables/quote.js";
import {Tabulator, type TabulatorOptions} from "../tables/Tabulator.js";
import {readOptions} from "../tables.js";

/** What is read in an article: by the parser alone, and with its reviews. */
export interface ArticleReading {
  parsed: TextReading;
  figures: FigureRow[];
  numerals: Row[];
  vocab: TabulatorOptions["vocab"];
}

interface Known {
  text: string;
  published: string | null;
  vocab: TabulatorOptions["vocab"];
  parsed: TextReading;
}

/** Reads articles one by one, each with its reviews; a text is parsed once. */
export class ArticleReader {
  private readonly known = new Map<string, Known>();

  constructor(private readonly root: string) {}

  /** Throws InputErrors with what is wrong in the story's words, or in what the article's front matter notes. */
  read(article: Article): ArticleReading {
    const {article_id, text, published, language} = article;
    const {derived: _, ...options} = readOptions(this.root);
    const {vocab} = options;
    const known = this.known.get(article_id);
    const isAsBefore = known?.text === text && known.published === published && known.vocab === vocab;
    const parsed = isAsBefore ? known.parsed : parseText(text, {vocab, published, language, grammar});
    this.known.set(article_id, {text, published, vocab, parsed});
    const {figures, numerals} = new Tabulator({...options, readings: new Map([[article_id, parsed]])}).add(
      article,
    );
    return {parsed, figures: [...figures], numerals: [...numerals], vocab};
  }
}

/** Returns every figure that is read, and those that only a review has added, each once. */
export function everyFigure({parsed, figures}: ArticleReading): {start: number; end: number}[] {
  const added = figures.filter(({start}) => !parsed.figures.some((one) => one.start === start));
  return [...parsed.figures, ...added];
}

/** Returns the numbers in the article's front matter, from 0, of the reviews that mean a figure, in their order. */
export function reviewsOf(
  {text, review = []}: Article,
  reading: ArticleReading,
  at: {start: number; end: number},
): number[] {
  const every = everyFigure(reading);
  return review.flatMap(({quote, nth}, n) => {
    const place = findQuote(text, quote, nth);
    const meant = place && figureAt(every, place);
    return meant && meant !== "several" && meant.start === at.start ? [n] : [];
  });
}
