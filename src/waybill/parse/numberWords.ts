import {contextOf} from "./contexts.js";
import type {Doc} from "./document.js";
import {readFraction, readPart} from "./fraction.js";
import {bareNumber, type Num} from "./number.js";
import {matchForward} from "./phrases.js";
import {WORD} from "./scan.js";

/** Returns the number that starts with the given word: “sixty-three”, “a dozen”, “several hundred”, or null. */
export function readWords(doc: Doc, i: number): Num | null {
  const {word, lexeme} = doc;
  const plural = readPlural(doc, i);
  if (plural) return plural;
  const w = word[i];
  if (w === "a" || w === "an" || w === "half" || w === "quarter") return readArticle(doc, i);
  const role = lexeme[i]?.number?.role;
  // "three quarters of a million", "two-thirds of a billion"
  const scaled = role === "unit" && readFraction(doc, i) ? readArticle(doc, i) : null;
  if (scaled) return scaled;
  const part = role === "unit" ? readFraction(doc, i) : null;
  if (part && isMeasured(doc, part.to)) return bareNumber(i, part.to, part.value, false);
  if (role === "unit" || role === "teen" || role === "tens") return readCardinal(doc, i);
  if (doc.vocab.lists.vagueNumbers.has(w)) return readVague(doc, i, i + 1);
  // "another million people", "some dozen traders": the scale by itself is the number.
  const scales = readScales(doc, i, i, 1);
  return scales && (doc.vocab.lists.beforeScale.has(word[i - 1]) || isOfMoney(doc, i, scales.to))
    ? scales
    : null;
}

// "a three-quarter-inch bolt", "one-half percent"
function isMeasured(doc: Doc, to: number): boolean {
  const at = doc.word[to] === "-" && doc.glued[to] ? to + 1 : to;
  const unit = matchForward(doc, at, doc.vocab.units)?.value;
  return unit?.role === "word" || matchForward(doc, at, doc.vocab.percents) !== null;
}

// "costs hundred rupees", but not "the million dollar question"
function isOfMoney(doc: Doc, i: number, to: number): boolean {
  const money = matchForward(doc, to, doc.vocab.currencies);
  const isPlain =
    doc.type[i - 1] === WORD && doc.lexeme[i - 1]?.function !== "determiner" && !doc.lexeme[i - 1]?.number;
  return isPlain && money?.value.role === "name" && doc.word[money.to - 1].endsWith("s");
}

// "several hundred", "a few thousand", "many dozen": more than one of them, how many is not said.
function readVague(doc: Doc, i: number, at: number): Num | null {
  const num = readScales(doc, i, at, 1);
  return num && {...num, value: null, low: 2 * num.scale};
}

// A number of tokens [from, …) that ends with scale words from token at: "hundred thousand", "dozen".
function readScales({lexeme, count}: Doc, from: number, at: number, times: number): Num | null {
  let factor = 1;
  let j = at;
  for (; j < count && factor < 1e9; j++) {
    const scale = lexeme[j]?.scale;
    if (scale?.role !== "word" && !(scale?.role === "group" && j === at)) break;
    factor *= scale.factor;
  }
  return j === at
    ? null
    : {...bareNumber(from, j, times * factor, false), scale: factor, scaleRole: "word", article: true};
}

// "dozens of", "hundreds of thousands of", "tens of millions of".
function readPlural(doc: Doc, i: number): Num | null {
  const {word, lexeme, count, type} = doc;
  const first = lexeme[i]?.scale;
  // "he scores twice"
  if (first?.role !== "plural" || (word[i] === "scores" && contextOf(doc, "scores", i, i + 1) !== "yes"))
    return null;
  let factor = first.factor;
  let j = i + 1;
  while (
    j + 1 < count &&
    word[j] === "of" &&
    type[j + 1] === WORD &&
    lexeme[j + 1]?.scale?.role === "plural"
  ) {
    factor *= lexeme[j + 1]!.scale!.factor;
    j += 2;
  }
  return {...bareNumber(i, j, null, false), low: 2 * factor, scale: factor};
}

// "a hundred", "a dozen", "half a million", "a quarter of a million", "a million and a half".
function readArticle(doc: Doc, i: number): Num | null {
  const {word, lexeme, count} = doc;
  let j = i;
  let fraction = 1;
  if (word[j] === "a" || word[j] === "an") {
    j++;
    if (word[j] === "-") j++;
  }
  // "a few thousand", "a couple of hundred"
  if (j === i + 1 && doc.vocab.lists.vagueNumbers.has(word[j])) return readVague(doc, i, j + 1);
  if (j === i + 1 && word[j] === "couple") {
    const pair = readScales(doc, i, word[j + 1] === "of" ? j + 2 : j + 1, 2);
    if (pair) return pair;
  }
  const spelt = readFraction(doc, i);
  const part = lexeme[j]?.number;
  if (spelt || part?.role === "fraction") {
    fraction = spelt?.value ?? part!.value;
    j = spelt?.to ?? j + 1;
    if (word[j] === "of") j++;
    if (word[j] === "-") j++;
    if (word[j] === "a" || word[j] === "an") j++;
    if (word[j] === "-") j++;
  }
  if (j >= count) return null;
  const scale = lexeme[j]?.scale;
  if (!scale || (scale.role !== "word" && scale.role !== "group")) {
    const group = lexeme[j]?.number;
    if (group?.role !== "group" || fraction !== 1 || word[j + 1] !== "of") return null;
    return {...bareNumber(i, j + 1, group.value, false), article: true};
  }
  if (word[j] === "score" && word[j + 1] !== "of") return null;
  let factor = scale.factor;
  j++;
  let value = fraction * factor;
  while (j < count && lexeme[j]?.scale?.role === "word" && factor < 1e9) {
    factor *= lexeme[j]!.scale!.factor;
    value *= lexeme[j]!.scale!.factor;
    j++;
  }
  if (fraction === 1 && word[j] === "and") {
    const part = readPart(doc, i, j);
    if (part) {
      value *= 1 + part.value;
      j = part.to;
    } else if (scale.role === "word") {
      const rest = readCardinal(doc, j + 1);
      if (rest?.value != null && rest.scale === 1 && rest.value < factor) {
        value += rest.value;
        j = rest.to;
      }
    }
  }
  return {...bareNumber(i, j, value, false), scale: factor, scaleRole: "word", article: true};
}

function readCardinal(doc: Doc, i: number): Num | null {
  const {word, lexeme, glued, count} = doc;
  let total = 0;
  let current = 0;
  let largest = 1;
  let j = i;
  let to = i;
  while (j < count) {
    const entry = lexeme[j];
    const number = entry?.number;
    const scale = entry?.scale;
    if (number?.role === "tens" && current % 100 === 0) {
      current += number.value;
      j++;
      const hyphen = word[j] === "-" && glued[j] && glued[j + 1] ? 1 : 0;
      const unit = lexeme[j + hyphen]?.number;
      if (unit?.role === "unit" && unit.value > 0 && (hyphen || !glued[j])) {
        current += unit.value;
        j += hyphen + 1;
      }
    } else if (number && (number.role === "unit" || number.role === "teen") && current % 100 === 0) {
      current += number.value;
      j++;
    } else if (scale?.role === "word" && j > i && total < 1e15) {
      if (scale.factor === 100) {
        if (current === 0 || current > 99) break;
        current *= 100;
      } else {
        total += (current || (total ? 0 : 1)) * scale.factor;
        if (current === 0 && total > 0 && j > i && lexeme[j - 1]?.scale) total *= scale.factor;
        current = 0;
      }
      largest = Math.max(largest, scale.factor);
      j++;
    } else if (word[j] === "dozen" && j > i) {
      current *= 12;
      j++;
      largest = Math.max(largest, 12);
      to = j;
      break;
    } else break;
    to = j;
    if (j >= count) break;
    const part = readPart(doc, i, j);
    if (part) {
      current += part.value;
      j = to = part.to;
      continue;
    }
    // "two hundred and fifty", but "three and forty" are two numbers.
    if (word[j] === "and" && lexeme[j - 1]?.scale && isCardinalWord(doc, j + 1)) {
      // "three million and five million copies" are two numbers as well.
      if ((lexeme[j + 2]?.scale?.factor ?? 1) >= (lexeme[j - 1]?.scale?.factor ?? 1)) break;
      j++;
    } else if (
      word[j] === "-" &&
      glued[j] &&
      glued[j + 1] &&
      (lexeme[j + 1]?.scale?.role === "word" || (lexeme[j - 1]?.scale && isCardinalWord(doc, j + 1)))
    )
      j++;
    else if (
      word[j] === "," &&
      lexeme[j - 1]?.scale &&
      (lexeme[j - 1]?.scale?.factor ?? 0) >= 1000 &&
      isCardinalWord(doc, j + 1)
    )
      j++;
    else if (lexeme[j]?.number && !lexeme[j - 1]?.scale) break;
  }
  if (to === i) return null;
  return {
    ...bareNumber(i, to, total + current, false),
    scale: largest,
    scaleRole: largest > 1 ? "word" : null,
  };
}

function isCardinalWord({lexeme}: Doc, j: number): boolean {
  const role = lexeme[j]?.number?.role;
  return role === "unit" || role === "teen" || role === "tens";
}
