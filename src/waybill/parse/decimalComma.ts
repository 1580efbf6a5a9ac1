import type {Doc} from "./document.js";
import {DIGITS} from "./scan.js";

const known = new WeakMap<Doc, boolean>();

/**
 * Whether the text writes decimals with a comma throughout, as houses in South
 * Africa, Brazil and most of Europe do: “5,5%”, “1,3 kilo”, “1.100 km”. Worked
 * out once, from all of its numbers.
 */
export function hasDecimalCommas(doc: Doc): boolean {
  const before = known.get(doc);
  if (before !== undefined) return before;
  const {type, word, glued, count} = doc;
  let commas = 0;
  let points = 0;
  for (let i = 0; i + 2 < count && points === 0; i++) {
    if (type[i] !== DIGITS || type[i + 2] !== DIGITS || !glued[i + 1] || !glued[i + 2]) continue;
    const isFirst = i === 0 || !glued[i] || !/^[.,:/-]$/.test(word[i - 1]);
    const isLast = i + 4 >= count || !glued[i + 3] || !glued[i + 4] || type[i + 4] !== DIGITS;
    const digits = word[i + 2].length;
    if (word[i + 1] === ",") {
      // "12,500" is written with points elsewhere, or it groups thousands.
      if (digits === 3 && word[i].length <= 3) points++;
      else if (digits <= 2 && isFirst && isLast && isQuantity(doc, i, i + 3)) commas++;
    } else if (word[i + 1] === "." && digits <= 2 && isFirst && isLast && isQuantity(doc, i, i + 3)) points++;
  }
  const result = commas > 0 && points === 0;
  known.set(doc, result);
  return result;
}

// By a sign of money or per cent, or by a word of scale or measure.
function isQuantity({word, lexeme, vocab}: Doc, from: number, to: number): boolean {
  const before = word[from - 1] ?? "";
  const after = word[to] ?? "";
  return (
    before === "%" ||
    vocab.currencyPrefixes.next.has(before) ||
    vocab.lists.percentMarks.has(after) ||
    Boolean(lexeme[to]?.scale) ||
    vocab.units.next.has(after)
  );
}
