import type {Doc} from "../document.js";
import {matchForward} from "../phrases.js";

/**
 * Returns the class of goods that tokens [from, to) speak of: that of the
 * first term of seeds/vocab/goods.csv in them, or null where none stands.
 */
export function goodsIn(doc: Doc, from: number, to: number): string | null {
  for (let i = from; i < to; i++) {
    const match = matchForward(doc, i, doc.vocab.goods);
    if (match && match.to <= to) return match.value;
  }
  return null;
}
