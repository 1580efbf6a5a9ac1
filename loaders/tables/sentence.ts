import {type Doc, sentenceOf, sentenceTokens, toDoc} from "../../src/waybill/parse/document.js";
import type {Vocab} from "../../src/waybill/parse/vocab.js";

/**
 * Returns a function that returns the sentence in which a span of the text
 * stands, as the parser cuts sentences; null for a span that stands in two.
 */
export function sentencesOf(
  text: string,
  vocab: Vocab,
): (span: {start: number; end: number}) => string | null {
  const doc = toDoc(text, vocab, null);
  return ({start, end}) => {
    const first = sentenceOf(doc, tokenAt(doc, start));
    if (first !== sentenceOf(doc, tokenAt(doc, end - 1))) return null;
    const {from, to} = sentenceTokens(doc, first);
    return text.slice(doc.start[from], doc.end[to - 1]);
  };
}

/** Returns where the sentences of a text stand, as the parser cuts them. */
export function sentenceSpans(text: string, vocab: Vocab): {start: number; end: number}[] {
  const doc = toDoc(text, vocab, null);
  return doc.sentenceStart.flatMap((_, n) => {
    const {from, to} = sentenceTokens(doc, n);
    return from < to ? {start: doc.start[from], end: doc.end[to - 1]} : [];
  });
}

// The first token that ends after a position.
function tokenAt({end, count}: Doc, position: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (end[mid] > position) high = mid;
    else low = mid + 1;
  }
  return low;
}
