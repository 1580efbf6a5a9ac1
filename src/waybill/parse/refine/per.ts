import {type Doc, sentenceOf} from "../document.js";
import type {Found} from "../Found.js";

const mostApart = 10;

/**
 * Lends what a price is for to the price that it is set against: “$200 a tonne,
 * down from $210”, “rose from $4 to $5 a share”. A sum of another order has none.
 */
export function lendPer(doc: Doc, figures: Found[]): Found[] {
  return figures.map((figure, n) => {
    if (figure.kind !== "money" || figure.per !== null) return figure;
    const [before, after] = [figures[n - 1], figures[n + 1]];
    const isLent =
      (before && isAgainst(doc, before, figure) && isLike(before, figure) && before) ||
      (after && isAgainst(doc, figure, after) && isLike(after, figure) && after);
    return isLent ? {...figure, per: isLent.per} : figure;
  });
}

const isLike = (priced: Found, figure: Found): boolean => {
  const [a, b] = [priced.value ?? priced.high ?? 0, figure.value ?? figure.high ?? 0];
  return priced.per !== null && priced.unit === figure.unit && a > 0 && b > 0 && a < b * 10 && b < a * 10;
};

function isAgainst(doc: Doc, first: Found, next: Found): boolean {
  if (sentenceOf(doc, first.from) !== sentenceOf(doc, next.from) || next.from - first.to > mostApart)
    return false;
  const link = doc.word[next.from - 1] ?? "";
  return (
    /^(?:from|to|against|versus|than)$/.test(link) ||
    (link === "with" && doc.word[next.from - 2] === "compared")
  );
}
