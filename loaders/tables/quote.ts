import type {Article} from "../../src/model/figure.js";
import {InputError} from "../InputError.js";

/**
 * Returns where words stand in a text for the nth time, from 1; null if they do
 * not. A # in them stands for any number in digits, so that what points at a
 * figure still does when the number is corrected.
 */
export function findQuote(text: string, quote: string, nth = 1): {start: number; end: number} | null {
  if (!quote.includes("#")) {
    let start = -1;
    for (let n = 0; n < nth; n++) {
      start = text.indexOf(quote, start + 1);
      if (start < 0) return null;
    }
    return {start, end: start + quote.length};
  }
  const pattern = quote
    .split("#")
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("\\d+(?:[.,\\u2009\\u202f\\u00a0]\\d+)*");
  const match = [...text.matchAll(new RegExp(pattern, "gu"))][nth - 1];
  return match ? {start: match.index, end: match.index + match[0].length} : null;
}

/** Returns the article and the words that “article: words” names; null if it names no article that is known. */
export function splitReference(
  reference: string,
  articles: ReadonlyMap<string, Article>,
): {article: Article; quote: string} | null {
  const [, article_id, quote] = /^([^:]+):\s*(.+)$/s.exec(reference) ?? [];
  const article = articles.get(article_id);
  return article ? {article, quote} : null;
}

/** Returns where a quote stands in an article. Throws an InputError with the place that quotes it if it does not. */
export function positionOf(
  {text}: Article,
  {quote, nth = 1}: {quote: string; nth?: number},
  from: {file: string; line: number; what: string},
): {start: number; end: number} {
  const position = findQuote(text, quote, nth);
  if (!position)
    throw new InputError(
      from.file,
      from.line,
      `${from.what} matches nothing: "${quote}"${nth > 1 ? ` a ${nth}. time` : ""}`,
    );
  return position;
}
