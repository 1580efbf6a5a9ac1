import type {Article} from "../../src/waybill/model/figure.js";
import {InputError} from "../InputError.js";

/**
 * Returns where words stand in a text for the nth time, from 1; null if they do
 * not. A # in them stands for any number in digits, so that what points at a
 * figure still does when the number is corrected.
 */
export function findQuote(text: string, quote: string, nth = 1): Place | null {
  return placesOf(text, quote)[nth - 1] ?? null;
}

interface Place {
  start: number;
  end: number;
}

function placesOf(text: string, quote: string): Place[] {
  const pattern = quote
    .split("#")
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("\\d+(?:[.,\\u2009\\u202f\\u00a0]\\d+)*");
  // “20 drones” does not stand in “120 drones”, nor “5 million” in “1.5 million”.
  const opening = /^[\d#]/.test(quote) ? "(?<!\\d)(?<!\\d[.,])" : "";
  const closing = /[\d#]$/.test(quote) ? "(?!\\d)(?![.,]\\d)" : "";
  const matches = text.matchAll(new RegExp(`${opening}${pattern}${closing}`, "gu"));
  return [...matches].map((match) => ({start: match.index, end: match.index + match[0].length}));
}

/**
 * Returns the figures that a quote with a # fits, if it fits more than one and
 * does not say which; else none. A # that was meant for one number must not pass
 * on to another when the text changes.
 */
export function fitsSeveral<F extends {start: number; end: number}>(
  text: string,
  quote: string,
  figures: readonly F[],
): F[] {
  if (!quote.includes("#")) return [];
  const fitting = placesOf(text, quote).flatMap((place) =>
    figures.filter((figure) => touches(figure, place)),
  );
  const each = [...new Set(fitting)];
  return each.length > 1 ? each : [];
}

const touches = (figure: Place, {start, end}: Place): boolean => figure.start < end && start < figure.end;

/** Returns figures by their words, for a message that asks which is meant. */
export const namesOf = (figures: readonly {exact: string}[]): string =>
  figures.map(({exact}) => `“${exact}”`).join(", ");

/**
 * Returns the figure that a quote means: the one that lies in it, else the one
 * it touches; null if it touches none, "several" if more than one lies in it.
 */
export function figureAt<F extends {start: number; end: number}>(
  figures: readonly F[],
  {start, end}: {start: number; end: number},
): F | null | "several" {
  const inside = figures.filter((figure) => start <= figure.start && figure.end <= end);
  if (inside.length > 1) return "several";
  return inside[0] ?? figures.find((figure) => figure.start < end && start < figure.end) ?? null;
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
  {text}: Pick<Article, "text">,
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

/** Returns the sentence around a span, by its full stops and line breaks. */
export function sentenceAround(text: string, {start, end}: {start: number; end: number}): string {
  const from = Math.max(text.lastIndexOf("\n", start), text.lastIndexOf(". ", start) + 1) + 1;
  const stop = /[.!?](?=\s)|\n/.exec(text.slice(end));
  return text.slice(from, stop ? end + stop.index + 1 : text.length).trim();
}
