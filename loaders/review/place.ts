import type {Place} from "../../src/waybill/model/reviewDesk.js";
import {figureAt, findQuote} from "../tables/quote.js";

interface Span {
  start: number;
  end: number;
}

/**
 * Returns where words stand that were seen in an earlier text: where they stood,
 * with the same around them, else the one place that has them with more or less
 * of it. Null if they are gone, or stand in several places alike.
 */
export function findPlace(text: string, {start, exact, prefix, suffix}: Place): Span | null {
  if (exact === "") return null;
  const isHere = text.startsWith(prefix + exact + suffix, start - prefix.length);
  if (isHere && start >= prefix.length) return {start, end: start + exact.length};
  for (const [before, after] of [
    [prefix, suffix],
    [prefix, ""],
    ["", suffix],
    ["", ""],
  ]) {
    const at = onlyPlace(text, before + exact + after);
    if (at !== null) return {start: at + before.length, end: at + before.length + exact.length};
  }
  return null;
}

function onlyPlace(text: string, words: string): number | null {
  const at = text.indexOf(words);
  return at >= 0 && text.indexOf(words, at + 1) < 0 ? at : null;
}

/** Words that a review or a reference quotes. */
export interface Quote {
  quote: string;
  /** Which occurrence of them, from 1. */
  nth: number;
}

/** How many words are taken from either side to make a quote the only one. */
const longest = 8;

/**
 * Returns words that mean one figure of an article and no other: its own, where
 * they stand once, else with as few words around as it takes. Null where eight
 * on either side are not enough.
 */
export function onlyQuote(text: string, figure: Span, figures: readonly Span[]): string | null {
  const from = text.lastIndexOf("\n\n", figure.start) + 1;
  const paragraphEnd = text.indexOf("\n\n", figure.end);
  const before = [...text.slice(from, figure.start).matchAll(/\S+\s*/g)]
    .map(({index}) => from + index)
    .reverse();
  const after = [
    ...text.slice(figure.end, paragraphEnd < 0 ? undefined : paragraphEnd).matchAll(/\s*\S+/g),
  ].map(({index, 0: word}) => figure.end + index + word.length);
  for (let words = 0; words <= 2 * longest; words++)
    for (let right = Math.min(words, longest); right >= 0 && words - right <= longest; right--) {
      const [start, end] = [before[words - right - 1] ?? figure.start, after[right - 1] ?? figure.end];
      const quote = bare(text, {start, end}, figure);
      const span = meantBy(text, quote, figures);
      if (span?.start === figure.start && span.end === figure.end) return quote;
    }
  return null;
}

// Marks at either end tell nothing apart that is not soon another.
function bare(text: string, {start, end}: Span, figure: Span): string {
  const before = text.slice(start, figure.start).replace(/^[^\p{L}\p{N}]+(?=.)/u, "");
  const after = text.slice(figure.end, end).replace(/[^\p{L}\p{N}%]+$/u, "");
  return (before + text.slice(figure.start, figure.end) + after).trim();
}

// The figure that words mean, if they stand once.
function meantBy(text: string, quote: string, figures: readonly Span[]): Span | null {
  // A # in a quote is any number.
  if (quote.includes("#") || findQuote(text, quote, 2)) return null;
  const at = findQuote(text, quote);
  const meant = at && figureAt(figures, at);
  return meant === "several" ? null : meant;
}

/** Returns the words at a span as a quote, with which occurrence of them it is; null where no quote can say so. */
export function quoteAt(text: string, {start, end}: Span): Quote | null {
  const quote = text.slice(start, end);
  if (quote.includes("#")) return null;
  for (let nth = 1; ; nth++) {
    const found = findQuote(text, quote, nth);
    if (!found || found.start > start) return null;
    if (found.start === start) return {quote, nth};
  }
}
