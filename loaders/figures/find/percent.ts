import type {Doc} from "../document.js";
import {type Found, found} from "../Found.js";
import type {Num} from "../number.js";
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
  const end = endOfPercent(doc, j) ?? pollPoints(doc, j) ?? signedPercent(doc, i, num.to);
  if (!end) return null;
  const minus = i > 0 && word[i - 1] === "minus" && word[i - 2] !== "or";
  const sign = minus ? "-" : signBefore(doc, i);
  return found({
    kind: end.unit === "percent" ? "percent" : "percentage_points",
    from: sign || (end.to === num.to && word[i - 1] === "%") ? i - 1 : i,
    to: end.to,
    value: sign === "-" ? -num.base * (num.scaleRole === "word" ? num.scale : 1) : num.value,
    unit: end.unit,
    confidence: 0.97,
  });
}

// "a commission of %1.5", as Turkish papers write it
function signedPercent({word, glued}: Doc, i: number, to: number): {to: number; unit: string} | null {
  if (i === 0 || word[i - 1] !== "%" || !glued[i] || (i > 1 && glued[i - 1])) return null;
  return {to, unit: "percent"};
}

function endOfPercent({word}: Doc, j: number): {to: number; unit: string} | null {
  const w = word[j];
  if (
    w === "%" ||
    w === "％" ||
    w === "percent" ||
    w === "pct" ||
    w === "pc" ||
    (w === "per" && word[j + 1] === "cent")
  ) {
    const to = w === "per" ? j + 2 : j + 1;
    if (word[to] === "points" || word[to] === "point") return {to: to + 1, unit: "percentage_point"};
    if (word[to] === "-" && (word[to + 1] === "points" || word[to + 1] === "point"))
      return {to: to + 2, unit: "percentage_point"};
    return {to, unit: "percent"};
  }
  if (w === "p" && word[j + 1] === "." && word[j + 2] === "c")
    return {to: word[j + 3] === "." ? j + 4 : j + 3, unit: "percent"};
  if (w === "percentage" && (word[j + 1] === "points" || word[j + 1] === "point"))
    return {to: j + 2, unit: "percentage_point"};
  if (w === "percentage" && word[j + 1] === "-" && (word[j + 2] === "points" || word[j + 2] === "point"))
    return {to: j + 3, unit: "percentage_point"};
  if (w === "pp" || w === "ppt" || w === "ppts" || w === "pps") return {to: j + 1, unit: "percentage_point"};
  if (w === "basis" && (word[j + 1] === "points" || word[j + 1] === "point"))
    return {to: j + 2, unit: "basis_point"};
  if (w === "basis" && word[j + 1] === "-" && word[j + 2] === "point")
    return {to: j + 3, unit: "basis_point"};
  if (w === "bps" || w === "bp") return {to: j + 1, unit: "basis_point"};
  return null;
}

// "a lead of five points" in a poll is five percentage points; an index has points of its own.
function pollPoints({word, type}: Doc, j: number): {to: number; unit: string} | null {
  const at = word[j] === "-" ? j + 1 : j;
  if (word[at] !== "points" && word[at] !== "point") return null;
  let poll = false;
  for (let k = Math.max(0, j - 40); k < j + 25 && k < word.length; k++) {
    if (type[k] !== WORD) continue;
    if (
      /^(?:index|shares|stocks|ftse|dow|nasdaq|nikkei|dax|cac|sensex|nifty|composite|topix|rating|games?|match|league|season|assists|rebounds|table|championship)$/.test(
        word[k],
      )
    )
      return null;
    if (
      /^(?:poll|polls|polling|pollster|voters|vote|election|approval|turnout|support|coalition|unemployment|inflation)$/.test(
        word[k],
      )
    )
      poll = true;
  }
  return poll ? {to: at + 1, unit: "percentage_point"} : null;
}

/** Returns the sign glued to a number, "-" or "+", or null: “-3.2%”, but not the range “2-3%”. */
export function signBefore({word, glued}: Doc, i: number): "-" | "+" | null {
  if (i === 0 || !glued[i] || (i > 1 && glued[i - 1] && !/^[([“"'‘]$/.test(word[i - 2]))) return null;
  const w = word[i - 1];
  return w === "-" || w === "−" || w === "–" ? "-" : w === "+" ? "+" : null;
}
