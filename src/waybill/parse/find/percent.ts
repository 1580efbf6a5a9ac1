import type {Doc} from "../document.js";
import {type Found, found} from "../Found.js";
import {type Num, readNumber} from "../number.js";
import {matchForward} from "../phrases.js";
import {WORD} from "../scan.js";

/**
 * Returns the percentage, percentage points or basis points that start with
 * the given number: “69%”, “12 per cent”, “1.5 percentage points”, “25bps”.
 */
export function findPercent(doc: Doc, i: number, num: Num | null): Found | null {
  if (!num || num.value === null) return null;
  const {word, glued, count} = doc;
  const plain = num.scaleRole === null || num.scaleRole === "word" ? num.to : num.baseTo;
  let j = plain;
  if (j < count && word[j] === "-" && glued[j]) j++;
  if (j >= count) return null;
  const end =
    endOfPercent(doc, j) ??
    (num.value <= 100 ? pollPoints(doc, i, j) : null) ??
    signedPercent(doc, i, num.to);
  if (!end) return null;
  return found({
    kind: end.unit === "percent" ? "percent" : "percentage_points",
    from: end.to === num.to && word[i - 1] === "%" ? i - 1 : i,
    to: end.to,
    value: num.value,
    unit: end.unit,
    confidence: 0.97,
  });
}

// "a commission of %1.5", as Turkish papers write it
function signedPercent({word, glued}: Doc, i: number, to: number): {to: number; unit: string} | null {
  if (i === 0 || word[i - 1] !== "%" || !glued[i] || (i > 1 && glued[i - 1])) return null;
  return {to, unit: "percent"};
}

function endOfPercent(doc: Doc, j: number): {to: number; unit: string} | null {
  const match = matchForward(doc, j, doc.vocab.percents);
  return match && {to: match.to, unit: match.value};
}

// "a lead of five points" in a poll is five percentage points; an index has points of its own.
function pollPoints(doc: Doc, i: number, j: number): {to: number; unit: string} | null {
  const {word, type, vocab} = doc;
  const at = word[j] === "-" ? j + 1 : j;
  if (word[at] !== "points" && word[at] !== "point") return null;
  // “fell 1.1 points to 67.2 per cent”
  const to = word[at + 1] === "to" || word[at + 1] === "at" ? readNumber(doc, at + 2)?.to : undefined;
  if (to !== undefined && vocab.percents.next.has(word[to])) return {to: at + 1, unit: "percentage_point"};
  // “The League” may be a party: the nearest word tells, of those before rather than after.
  for (let away = 1; away < 40; away++)
    for (const k of away < 25 ? [i - away, j + away] : [i - away]) {
      if (type[k] !== WORD) continue;
      if (vocab.lists.pointsIndexes.has(word[k])) return null;
      if (vocab.lists.pollWords.has(word[k])) return {to: at + 1, unit: "percentage_point"};
    }
  return null;
}
