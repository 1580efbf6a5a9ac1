import type {Article, Caption} from "../../src/waybill/model/figure.js";
import {InputError, readEach} from "../InputError.js";
import {positionOf} from "./quote.js";

interface Span {
  start: number;
  end: number;
}

/**
 * Returns what a journalist noted to have happened on the dates of an article,
 * by the position of each date. Throws what is wrong, all at once, with file and
 * line: words that touch no date, several, or one that is told already.
 */
export function captionsOf(article: Article, dates: readonly Span[]): Map<number, string> {
  const captions = new Map<number, string>();
  const add = (caption: Caption): void => {
    const {file} = article;
    const {quote, what, line} = caption;
    const {start, end} = positionOf(article, caption, {file, line, what: "event"});
    const [date, another] = dates.filter((d) => d.start < end && start < d.end);
    if (!date) throw new InputError(file, line, `event matches no date: "${quote}"`);
    if (another) throw new InputError(file, line, `event matches more than one date: "${quote}"`);
    if (captions.has(date.start)) throw new InputError(file, line, `event is told already: "${quote}"`);
    captions.set(date.start, what);
  };
  readEach(article.captions ?? [], add);
  return captions;
}
