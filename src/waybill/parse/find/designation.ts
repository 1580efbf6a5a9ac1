import {type Doc, isUpper} from "../document.js";
import {readNumber} from "../number.js";
import {matchForward} from "../phrases.js";
import {BREAK, DIGITS, MARK, WORD} from "../scan.js";
import {findMoney} from "./money.js";
import type {SetAside} from "./name.js";

/** Returns where a designation ends whose letters are glued to its digits: M16, LAD-21T, T-72, 5G, 3D, CO2. */
export function findDesignation(doc: Doc, i: number): SetAside | null {
  const {word, type, glued, text, start, count, lexeme} = doc;
  // "001P-04", "account 0042"
  if (word[i].length > 1 && word[i][0] === "0" && !glued[i]) return {to: endOfGlued(doc, i), reason: "label"};
  // "the Christmas '23 sales"
  if (
    word[i - 1] === "'" &&
    glued[i] &&
    !glued[i - 1] &&
    word[i].length === 2 &&
    type[i - 2] === WORD &&
    (isUpper(text, start[i - 2]) || /^(?:of|in|since)$/.test(word[i - 2])) &&
    !glued[i + 1]
  )
    return {to: i + 1, reason: "date"};
  if (i > 0 && glued[i]) {
    if (type[i - 1] === WORD && !isCurrencyBefore(doc, i)) return {to: endOfGlued(doc, i), reason: "name"};
    // "kit 17-0338"
    if (word[i - 1] === "-" && word[i].length > 1 && word[i][0] === "0")
      return {to: endOfGlued(doc, i), reason: "label"};
    const hyphen = /^[-–/+]$/.test(word[i - 1]);
    if (
      hyphen &&
      i > 1 &&
      glued[i - 1] &&
      type[i - 2] === WORD &&
      !lexeme[i - 2]?.number &&
      !isSecondMeasure(doc, i) &&
      !isOpenCompound(doc, i)
    )
      return {to: endOfGlued(doc, i), reason: "name"};
    // "the ID.4 car"
    if (
      word[i - 1] === "." &&
      glued[i - 1] &&
      type[i - 2] === WORD &&
      isUpper(text, start[i - 2]) &&
      !isCurrencyBefore(doc, i - 1)
    )
      return {to: endOfGlued(doc, i), reason: "name"};
    if (word[i - 1] === "#") return {to: endOfGlued(doc, i), reason: "name"};
  }
  const next = i + 1;
  if (next < count && glued[next] && type[next] === WORD) {
    const w = word[next];
    if (/^(?:st|nd|rd|th)$/.test(w)) return null;
    if (w === "s") return {to: next + 1, reason: "name"};
    // "3M-14 missiles", "3M said"
    if (w === "m" && isUpper(text, start[next]) && isNameOfMillions(doc, next + 1))
      return {to: endOfGlued(doc, i), reason: "name"};
    // "seat 14F", "flat 12c"
    if (w.length === 1 && lexeme[i - 1]?.label && !lexeme[next]?.scale)
      return {to: next + 1, reason: "label"};
    if (isPostcode(doc, i)) return {to: next + 1, reason: "label"};
    if (isKnownSuffix(doc, next)) return null;
    // "4e14"
    if (w === "e" && word[i].length < 3 && readNumber(doc, i)?.to !== next) return null;
    return {to: endOfGlued(doc, i), reason: "name"};
  }
  // "the 737's doors"
  if (word[next] === "'" && glued[next] && word[next + 1] === "s" && glued[next + 1] && word[i].length < 4)
    return {to: next + 2, reason: "name"};
  // "22-CR-417"
  if (
    word[next] === "-" &&
    glued[next] &&
    glued[next + 1] &&
    type[next + 1] === WORD &&
    isUpper(text, start[next + 1]) &&
    word[next + 2] === "-" &&
    type[next + 3] === DIGITS
  )
    return {to: endOfGlued(doc, i), reason: "label"};
  // "HS code 8471.30 rather than 8542.31"
  if (
    /^\d{4}$/.test(word[i]) &&
    word[next] === "." &&
    glued[next] &&
    /^\d\d$/.test(word[next + 1] ?? "") &&
    glued[next + 1]
  )
    for (let k = Math.max(0, i - 12); k < i; k++)
      if (doc.vocab.lists.codeLeads.has(word[k])) return {to: next + 2, reason: "label"};
  // "999 calls", "911 operators"
  if (/^(?:999|911|112|101|111)$/.test(word[i]) && doc.vocab.lists.callWords.has(word[next]))
    return {to: next, reason: "name"};
  // "401(k)"
  if (
    next + 2 < count &&
    word[next] === "(" &&
    glued[next] &&
    type[next + 1] === WORD &&
    word[next + 1].length === 1 &&
    word[next + 2] === ")"
  )
    return {to: next + 3, reason: "name"};
  // "7-Eleven", "3-D": a capital after the hyphen; not "12-Member" in a headline.
  if (
    next + 1 < count &&
    word[next] === "-" &&
    glued[next] &&
    glued[next + 1] &&
    type[next + 1] === WORD &&
    isUpper(text, start[next + 1])
  ) {
    if (word[next + 1].length === 1) return {to: next + 2, reason: "name"};
  }
  return null;
}

// "180C/160C", "29,000t-31,000t": the end of a pair in one unit.
function isSecondMeasure({word, type, glued, vocab}: Doc, i: number): boolean {
  if (type[i - 3] !== DIGITS) return false;
  // "800 kg-1.2 tonnes"
  if (!glued[i - 2])
    return word[i - 1] !== "/" && word[i - 2].length > 1 && vocab.units.next.has(word[i - 2]);
  if (word[i - 1] === "/") return true;
  for (let k = i + 1; k < i + 6 && glued[k]; k++) if (word[k] === word[i - 2]) return true;
  return false;
}

// The second half of "SW1A 2AA": after a word with digits glued to it, a digit and two capitals.
function isPostcode({word, type, text, start, end, glued}: Doc, i: number): boolean {
  if (word[i].length !== 1 || glued[i] || !/^[A-Z]{2}$/.test(text.slice(start[i + 1], end[i + 1])))
    return false;
  let k = i - 1;
  while (k > 0 && glued[k]) k--;
  return k < i - 1 && type[k] === WORD && word[k].length <= 2 && isUpper(text, start[k]);
}

// After a capital M: a number, or what a firm does. "They gave 3M for it" are millions.
const isNameOfMillions = ({word, type, glued, lexeme}: Doc, at: number): boolean =>
  (word[at] === "-" && Boolean(glued[at]) && type[at + 1] === DIGITS) ||
  (word[at] === "'" && word[at + 1] === "s") ||
  (lexeme[at]?.verb?.frame === "say" && lexeme[at]?.verb?.tense !== "base") ||
  /^(?:settled|agreed|makes|made|will|has)$/.test(word[at] ?? "");

function isOpenCompound({word, vocab}: Doc, i: number): boolean {
  return vocab.lists.designationOpens.has(word[i - 2]);
}

function isCurrencyBefore(doc: Doc, i: number): boolean {
  const match = matchForward(doc, i - 1, doc.vocab.currencyPrefixes);
  if (!match) return false;
  const {form, role} = match.value;
  if (role === "letter" || role === "local") return findMoney(doc, i - 1, null) !== null;
  return (
    (role === "code" || role === "before" || role === "symbol") &&
    doc.text.slice(doc.start[i - 1], doc.end[i - 1]) === form
  );
}

function isKnownSuffix(doc: Doc, next: number): boolean {
  const {word, lexeme, vocab, glued, type, count} = doc;
  const w = word[next];
  if (next + 1 < count && glued[next + 1] && type[next + 1] === DIGITS && w !== "ft" && w !== "x")
    return false;
  // "fined 35L", but not the tax code "1257L"
  if (lexeme[next]?.scale?.role === "local") return readNumber(doc, next - 1)?.scaleRole === "local";
  if (lexeme[next]?.scale || lexeme[next]?.number) return true;
  // "sales grew 4x", but "the 777X jet"
  if (vocab.lists.knownSuffixes.has(w)) return w !== "x" || doc.text[doc.start[next]] === "x";
  const unit = matchForward(doc, next, vocab.units);
  if (unit) {
    // "5G" and "3D" are not grams; a capital letter alone is a name unless the unit is so written.
    if (w.length > 1 || unit.value.form === doc.text.slice(doc.start[next], doc.end[next])) return true;
  }
  const currency = matchForward(doc, next, vocab.currencies);
  return (
    currency !== null &&
    (w.length > 1 || currency.value.form === doc.text.slice(doc.start[next], doc.end[next]))
  );
}

function endOfGlued({glued, type, word, count}: Doc, i: number): number {
  let j = i + 1;
  for (let n = 0; j < count && glued[j] && n < 12; n++) {
    if (type[j] === BREAK) break;
    // "PM2.5"
    if (word[j] === "." && type[j + 1] === DIGITS && glued[j + 1]) {
      j += 2;
      continue;
    }
    if (
      type[j] === MARK &&
      !(/^[-/–+]$/.test(word[j]) && j + 1 < count && glued[j + 1] && type[j + 1] !== MARK)
    )
      break;
    j++;
  }
  return j;
}
