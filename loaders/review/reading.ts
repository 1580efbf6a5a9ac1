import {isDeepStrictEqual} from "node:util";
import type {Article, FigureRow} from "../../src/waybill/model/figure.js";
import type {Row} from "../../src/waybill/model/tables.js";
import {parseText, type TextReading} from "../../src/waybill/parse/parseFigures.js";
import {grammar} from "../grammar.js";
import {figureAt, findQuote} from "../tables/quote.js";
import {Tabulator, type TabulatorOptions} from "../tables/Tabulator.js";
import {readOptions} from "../tables.js";
import {readVocab} from "../vocab.js";

/** What is read in an article: by the parser alone, and with its reviews. */
export interface ArticleReading {
  parsed: TextReading;
  figures: FigureRow[];
  numerals: Row[];
  vocab: TabulatorOptions["vocab"];
  /** For each figure, by where it starts, the numbers in the article's front matter, from 0, of the reviews that mean it. */
  reviews: ReadonlyMap<number, readonly number[]>;
}

interface Known {
  article: Article;
  vocab: TabulatorOptions["vocab"];
  reading: ArticleReading;
}

/** Reads articles one by one, each with its reviews. A text is parsed once, and what has not changed is not read again. */
export class ArticleReader {
  private readonly known = new Map<string, Known>();

  constructor(private readonly root: string) {}

  /** Throws InputErrors with what is wrong in the story's words, or in what the article's front matter notes. */
  read(article: Article): ArticleReading {
    const {article_id, text, published, language} = article;
    const known = this.known.get(article_id);
    const vocab = readVocab(`${this.root}/vocab`);
    if (known?.vocab === vocab && isDeepStrictEqual(known.article, article)) return known.reading;
    const {derived: _, ...options} = readOptions(this.root);
    const isParsed =
      known?.vocab === vocab && known.article.text === text && known.article.published === published;
    const parsed = isParsed ? known.reading.parsed : parseText(text, {vocab, published, language, grammar});
    const tabulator = new Tabulator({...options, readings: new Map([[article_id, parsed]])});
    const {figures, numerals} = tabulator.add(article);
    const read = {parsed, figures: [...figures], numerals: [...numerals], vocab};
    const reading = {...read, reviews: reviewsByFigure(article, read)};
    this.known.set(article_id, {article, vocab, reading});
    return reading;
  }
}

/** Returns every figure that is read, and those that only a review has added, each once. */
export function everyFigure({
  parsed,
  figures,
}: Pick<ArticleReading, "parsed" | "figures">): {start: number; end: number}[] {
  const added = figures.filter(({start}) => !parsed.figures.some((one) => one.start === start));
  return [...parsed.figures, ...added];
}

function reviewsByFigure(
  {text, review = []}: Article,
  reading: Omit<ArticleReading, "reviews">,
): Map<number, number[]> {
  const every = everyFigure(reading);
  const reviews = new Map<number, number[]>();
  for (const [n, {quote, nth}] of review.entries()) {
    const place = findQuote(text, quote, nth);
    const meant = place && figureAt(every, place);
    if (meant && meant !== "several") reviews.set(meant.start, [...(reviews.get(meant.start) ?? []), n]);
  }
  return reviews;
}
