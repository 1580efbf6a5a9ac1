import {hasDecimalCommas} from "./decimalComma.js";
import type {Doc} from "./document.js";
import {readMeasuredFraction, readPart} from "./fraction.js";
import {readWords} from "./numberWords.js";
import {DIGITS, WORD} from "./scan.js";

/** A number as it is written, without what it is a number of. Tokens [from, to). */
export interface Num {
  from: number;
  to: number;
  /** null for a vague plural such as “dozens”. */
  value: number | null;
  low: number | null;
  digits: boolean;
  /** The number without its scale word, and the token after it: “3” of “3m”. */
  base: number;
  baseTo: number;
  /** The factor of a scale word that is part of it, 1 without one. */
  scale: number;
  /** Whether the scale is a bare letter or a slip, which only money or a glued form makes certain. */
  scaleRole: "word" | "abbreviation" | "letter" | "money" | "slip" | "local" | null;
  /** Written with “a” or “half” for one: “a dozen”, “half a million”. */
  article: boolean;
}

/**
 * Returns the number that starts at the given token, with its scale word
 * (“4.47 million”), or null where none starts. Digits are read with the
 * thousands marks of English, Indian, Swiss and continental style.
 */
export function readNumber(doc: Doc, i: number): Num | null {
  if (i >= doc.count) return null;
  if (doc.type[i] === WORD) return readWords(doc, i);
  const part = readMeasuredFraction(doc, i);
  if (part) return withScale(doc, bareNumber(i, part.to, part.value, true), String(part.value));
  if (doc.type[i] === DIGITS) return readDigits(doc, i);
  if (!isLeadingPoint(doc, i)) return null;
  const digits = `0.${doc.word[i + 1]}`;
  return digits.length > 24 ? null : withScale(doc, bareNumber(i, i + 2, Number(digits), true), digits);
}

/** Whether the token is the point of a number that has nothing before it: “.5 percent”, “$.75”. */
export function isLeadingPoint(doc: Doc, i: number): boolean {
  const {word, type, glued} = doc;
  if (word[i] !== "." || type[i + 1] !== DIGITS || !glued[i + 1]) return false;
  return i === 0 || !glued[i] || /^[$€£¥₹([“"'‘~<>≈±+−-]$/.test(word[i - 1]);
}

/** Returns a number of tokens [from, to) without a scale. */
export function bareNumber(from: number, to: number, value: number | null, digits: boolean): Num {
  return {
    from,
    to,
    value,
    low: null,
    digits,
    base: value ?? 0,
    baseTo: to,
    scale: 1,
    scaleRole: null,
    article: false,
  };
}

function readDigits(doc: Doc, i: number): Num | null {
  const {word, type, glued, count} = doc;
  const grouped = readGroups(doc, i);
  let digits = grouped ? grouped.digits : word[i];
  let j = grouped ? grouped.to : i + 1;
  const mark = word[j];
  if (
    (mark === "." || (mark === "," && !grouped)) &&
    j + 1 < count &&
    glued[j] &&
    type[j + 1] === DIGITS &&
    glued[j + 1]
  ) {
    if (mark === "." || isDecimalComma(doc, j)) {
      // 1.2.3 is a version, an address or a date, not a number.
      if (mark === "." && word[j + 2] === "." && glued[j + 2] && type[j + 3] === DIGITS && glued[j + 3])
        return null;
      digits += `.${word[j + 1]}`;
      j += 2;
      // "$11.82-1/2 a bushel": a half of a cent
      const part = word[j - 1].length === 2 ? readPart(doc, i, j) : null;
      if (part) {
        digits = String(Number((Number(digits) + part.value / 100).toPrecision(12)));
        j = part.to;
      }
    }
  } else {
    const part = readPart(doc, i, j);
    if (part) {
      digits = String(Number(digits) + part.value);
      j = part.to;
    }
  }
  if (digits.length > 24) return null;
  const power = readPower(doc, j);
  if (power) return bareNumber(i, power.to, Number(`${digits}e${power.exponent}`), true);
  return withSmallerScales(doc, withScale(doc, bareNumber(i, j, Number(digits), true), digits));
}

// "8 billion 640 million", "UAH 1 bln 412 mln", "2 crore 40 lakh": each scale is smaller than the one before.
function withSmallerScales(doc: Doc, num: Num): Num {
  let whole = num;
  let smallest = num.scale;
  while (
    (whole.scaleRole === "word" || whole.scaleRole === "abbreviation") &&
    whole.value !== null &&
    whole.to + 1 < doc.count &&
    doc.type[whole.to] === DIGITS &&
    !doc.glued[whole.to]
  ) {
    const part = withScale(
      doc,
      bareNumber(whole.to, whole.to + 1, Number(doc.word[whole.to]), true),
      doc.word[whole.to],
    );
    const isScaled = part.scaleRole === "word" || part.scaleRole === "abbreviation";
    if (!isScaled || part.value === null || part.scale >= smallest || part.value >= smallest) break;
    smallest = part.scale;
    whole = {...whole, to: part.to, value: whole.value + part.value};
  }
  return whole;
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

// The power of ten behind a number: 4e14, 2.5E-3, 3.7 x 10^8, 2.48×10−5, 1.2 × 10⁻³.
function readPower({word, type, glued}: Doc, j: number): {exponent: number; to: number} | null {
  if (word[j] === "e" && glued[j]) return signedDigits(j + 1);
  if ((word[j] !== "×" && word[j] !== "x") || word[j + 1] !== "10") return null;
  const k = j + 2;
  if (word[k] === "^" && glued[k]) return signedDigits(k + 1);
  if (/^[-−]$/.test(word[k] ?? "") && glued[k]) return signedDigits(k);
  let text = "";
  let to = k;
  for (; glued[to] && /^[⁻⁰¹²³⁴-⁹]$/.test(word[to] ?? ""); to++)
    text += word[to] === "⁻" ? "-" : superscripts.indexOf(word[to]);
  return /^-?\d{1,3}$/.test(text) ? {exponent: Number(text), to} : null;

  function signedDigits(at: number) {
    const sign = /^[-−+]$/.test(word[at] ?? "") && glued[at] ? 1 : 0;
    const digits = at + sign;
    if (type[digits] !== DIGITS || !glued[digits] || word[digits].length > 3) return null;
    const exponent = Number(word[digits]) * (sign && word[at] !== "+" ? -1 : 1);
    return {exponent, to: digits + 1};
  }
}

// Reads 1,000,000 and 1.000.000 and 1'000'000 and 1 000 000 and 10,00,000.
function readGroups(doc: Doc, i: number) {
  const {word, type, glued, count, start, end, text} = doc;
  if (word[i].length > 3 || word[i][0] === "0") return null;
  let digits = word[i];
  let j = i + 1;
  const mark = word[j];
  if (mark === "," || mark === "." || mark === "'") {
    let groups = 0;
    let indian = false;
    while (
      j + 1 < count &&
      word[j] === mark &&
      glued[j] &&
      type[j + 1] === DIGITS &&
      glued[j + 1] &&
      (word[j + 1].length === 3 || (mark === "," && word[j + 1].length === 2))
    ) {
      if (word[j + 1].length === 2) indian = true;
      digits += word[j + 1];
      j += 2;
      groups++;
    }
    // 3.450,00 is continental: the comma makes the point a thousands mark.
    const cents =
      mark === "." &&
      groups > 0 &&
      word[j] === "," &&
      glued[j] &&
      type[j + 1] === DIGITS &&
      glued[j + 1] &&
      word[j + 1].length <= 2;
    if (cents) return {digits: `${digits}.${word[j + 1]}`, to: j + 2};
    if (groups === 0 || (mark === "." && groups < 2 && !hasDecimalCommas(doc))) return null;
    if (indian && (word[j - 1].length !== 3 || word[i].length > 2 || groups < 2)) return null;
    if (word[j] === mark && glued[j] && type[j + 1] === DIGITS && glued[j + 1]) return null;
    return {digits, to: j};
  }
  let groups = 0;
  while (
    j < count &&
    type[j] === DIGITS &&
    !glued[j] &&
    word[j].length === 3 &&
    start[j] === end[j - 1] + 1 &&
    text[end[j - 1]] !== "\t"
  ) {
    digits += word[j];
    j++;
    groups++;
  }
  if (groups === 0 || (j < count && type[j] === DIGITS && start[j] === end[j - 1] + 1)) return null;
  if (i > 0 && type[i - 1] === DIGITS && end[i - 1] + 1 === start[i]) return null;
  return {digits, to: j};
}

// "4,5 million" and "3,2 %", but not the list "1,2 and 3".
function isDecimalComma(doc: Doc, j: number): boolean {
  const {word, count, glued, lexeme} = doc;
  if (word[j + 1].length > 2) return false;
  const k = j + 2;
  if (k >= count) return hasDecimalCommas(doc);
  if (glued[k] && word[k] === "," && glued[k + 1]) return false;
  return (
    word[k] === "%" ||
    (word[k] === "/" && glued[k] && word[j + 1].length === 2) ||
    word[k] === "percent" ||
    word[k] === "per" ||
    lexeme[k]?.scale?.role === "word" ||
    lexeme[k]?.scale?.role === "abbreviation" ||
    hasDecimalCommas(doc)
  );
}

function withScale(doc: Doc, num: Num, digits: string): Num {
  const {word, type, glued, lexeme, count, text, end, start} = doc;
  let j = num.to;
  if (
    j < count &&
    word[j] === "-" &&
    glued[j] &&
    glued[j + 1] &&
    (lexeme[j + 1]?.scale?.role === "word" || lexeme[j + 1]?.scale?.role === "abbreviation")
  )
    j++;
  if (j >= count || type[j] !== WORD) return num;
  const scale = lexeme[j]?.scale;
  if (!scale || scale.role === "plural" || (scale.role === "local" && !isLakh(doc, num, j))) return num;
  if (scale.role === "group") {
    if (!num.digits && !glued[j])
      return {...num, to: j + 1, value: scaled(digits, scale.factor), scale: scale.factor, scaleRole: "word"};
    return word[j] === "dozen"
      ? {...num, to: j + 1, value: scaled(digits, 12), scale: 12, scaleRole: "word"}
      : num;
  }
  // A letter ends the word: "5m" and "5 m," but not "5 M1 tanks" or "5 m-high".
  if (
    scale.role !== "word" &&
    j + 1 < count &&
    glued[j + 1] &&
    (type[j + 1] === DIGITS || type[j + 1] === WORD || /^[²³/]$/.test(word[j + 1]))
  )
    return num;
  if (scale.role !== "word" && text[start[j]] !== text[start[j]].toLowerCase() && end[j] - start[j] > 2)
    return num;
  let value = scaled(digits, scale.factor);
  let factor = scale.factor;
  let to = j + 1;
  while (
    scale.role === "word" &&
    to < count &&
    (lexeme[to]?.scale?.role === "word" || word[to] === "cr") &&
    factor < 1e9
  ) {
    factor *= lexeme[to]!.scale!.factor;
    value = scaled(digits, factor);
    to++;
  }
  return {...num, to, value, scale: factor, scaleRole: scale.role === "word" ? "word" : scale.role};
}

const ofRupees = new WeakMap<Doc, boolean>();

// "fined 3.5L" where the text tells of rupees; "3.5L of milk" and "a 2.0L engine" are litres.
function isLakh(doc: Doc, num: Num, j: number): boolean {
  const {text, start, type, word, lexeme} = doc;
  if (
    !num.digits ||
    text[start[j]] !== "L" ||
    word[j + 1] === "of" ||
    (type[j + 1] === WORD && !lexeme[j + 1]?.function)
  )
    return false;
  const known = ofRupees.get(doc);
  if (known !== undefined) return known;
  const isOf = /\b(?:Rs|INR|PKR|lakhs?|crores?|rupees?)\b|₹|\d\/-/.test(text);
  ofRupees.set(doc, isOf);
  return isOf;
}

// 4.47 × 1e6 is 4469999.999… in binary; moving the decimal point is exact.
function scaled(digits: string, factor: number): number {
  const exponent = Math.log10(factor);
  return Number.isInteger(exponent) ? Number(`${digits}e${exponent}`) : Number(digits) * factor;
}
