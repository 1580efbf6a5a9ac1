import {type Doc, isUpper} from "../document.js";
import {type Found, found} from "../Found.js";
import {isPlural} from "../nounPhrase.js";
import type {Num} from "../number.js";
import {matchForward} from "../phrases.js";
import {BREAK, DIGITS, WORD} from "../scan.js";

/** Whether the word may be of a name of a person: known as nothing else. */
export function isPersonName(doc: Doc, k: number): boolean {
  const known = doc.lexeme[k];
  if (
    known?.function ||
    known?.month ||
    known?.number ||
    known?.scale ||
    known?.label ||
    (known && known.weekday >= 0)
  )
    return false;
  return matchForward(doc, k, doc.vocab.places) === null;
}

// "the woman, 66,": a noun for a person, by its ending.
export function isPersonNoun(w: string): boolean {
  if (
    /^(?:number|order|letter|paper|chapter|quarter|other|matter|river|water|power|winter|summer|september|october|november|december|floor|error|factor|sector|percent|event|amount|moment|present|president's|department|government|parliament|movement|development|investment|payment|agreement|tower|center|sister's)$/.test(
      w,
    )
  )
    return false;
  return /(?:man|woman|boy|girl|mother|father|son|daughter|wife|husband|nurse|judge|king|queen|star|coach|captain|teen|pupil|victim|suspect|cook|clerk|guard|chef|er|or|ist|ian|ee|ant|ent)$/.test(
    w,
  );
}

/** Nouns of people whose age is told: “boy”, “cousin”, “pensioner”. */
export const kin =
  /^(?:man|woman|boy|girl|mother|father|mum|dad|brother|sister|son|daughter|husband|wife|uncle|aunt|cousin|nephew|niece|baby|toddler|teen|teenager|pensioner|pupil|student|driver|rider|widow|widower|grandmother|grandfather)$/;

/** Returns the age in “Maria Lopez, 45, said” and “Jan Novak (34)”. */
export function findAppositionAge(doc: Doc, i: number, num: Num | null): Found | null {
  const {word, type, text, start, count, lexeme} = doc;
  if (
    type[i] !== DIGITS ||
    !num ||
    num.to !== i + 1 ||
    num.value === null ||
    num.value < 1 ||
    num.value > 115
  )
    return null;
  // "A man, about 40, was shot"
  const hedge = /^(?:about|around|nearly|almost)$/.test(word[i - 1] ?? "") && word[i - 2] === "," ? 1 : 0;
  const open = word[i - 1 - hedge];
  const close = word[i + 1];
  if (open === ",") {
    const ends =
      close === "," ||
      close === "." ||
      close === ";" ||
      close === undefined ||
      close === ")" ||
      type[i + 1] === BREAK;
    if (!ends && !(close === "from" || close === "of" || close === "who" || close === "and")) return null;
    if (close === "." && i + 2 < count && type[i + 2] === DIGITS) return null;
  } else if (open === "(") {
    if (close !== ")") return null;
  } else return null;
  const k = i - 2 - hedge;
  if (
    open === "," &&
    close === "," &&
    k >= 0 &&
    type[k] === WORD &&
    (kin.test(word[k]) || (k >= 1 && isPersonNoun(word[k]) && lexeme[k - 1]))
  )
    return found({kind: "age", from: i, to: i + 1, value: num.value, unit: "year", confidence: 0.7});
  // "The pilot, 68, had", "their cousin, 11."
  const head =
    lexeme[k - 1]?.function === "determiner" || /^(?:his|her|their|its|my|our)$/.test(word[k - 1] ?? "");
  if (
    open === "," &&
    k >= 1 &&
    type[k] === WORD &&
    !lexeme[k]?.month &&
    !lexeme[k]?.label &&
    !isUpper(text, start[k]) &&
    ((kin.test(word[k]) && head && (close === "." || close === ";" || close === ",")) ||
      (close === "," &&
        head &&
        num.value >= 15 &&
        !isPlural(doc, k) &&
        (lexeme[i + 2]?.function === "auxiliary" ||
          lexeme[i + 2]?.verb?.tense === "past" ||
          /(?:ed|lost|won|ran|met|said|told|left|died|fell|came|went|took)$/.test(word[i + 2] ?? ""))))
  )
    return found({kind: "age", from: i, to: i + 1, value: num.value, unit: "year", confidence: 0.7});
  // "Anna, 8, and Tom, 10, won"
  const opens = k === 0 || type[k - 1] === BREAK || /^(?:[.!?:]|and)$/.test(word[k - 1]);
  if (
    open === "," &&
    close === "," &&
    opens &&
    type[k] === WORD &&
    isUpper(text, start[k]) &&
    isPersonName(doc, k) &&
    /^(?:and|was|who|said|is|has|had|died|fell|told|won)$/.test(word[i + 2] ?? "")
  )
    return found({kind: "age", from: i, to: i + 1, value: num.value, unit: "year", confidence: 0.6});
  // "his sister Aoife, 5, raised"
  if (
    open === "," &&
    (close === "," || close === ".") &&
    k >= 1 &&
    type[k] === WORD &&
    isUpper(text, start[k]) &&
    isPersonName(doc, k) &&
    kin.test(word[k - 1])
  )
    return found({kind: "age", from: i, to: i + 1, value: num.value, unit: "year", confidence: 0.7});
  // "Sir Ivo Glanville, diplomat, 88;"
  if (
    open === "," &&
    (close === ";" || close === ".") &&
    k >= 2 &&
    word[k - 1] === "," &&
    type[k] === WORD &&
    !isUpper(text, start[k]) &&
    !lexeme[k]?.function &&
    type[k - 2] === WORD &&
    isUpper(text, start[k - 2]) &&
    num.value > 15
  )
    return found({kind: "age", from: i, to: i + 1, value: num.value, unit: "year", confidence: 0.6});
  // "lives with his wife, Carol, 58."
  if (
    open === "," &&
    k >= 2 &&
    isUpper(text, start[k]) &&
    isPersonName(doc, k) &&
    word[k - 1] === "," &&
    kin.test(word[k - 2])
  )
    return found({kind: "age", from: i, to: i + 1, value: num.value, unit: "year", confidence: 0.7});
  // "Messi, 36, scored", "J. Smith, 45, said": one name is enough between two commas.
  if (
    open === "," &&
    close === "," &&
    k >= 0 &&
    type[k] === WORD &&
    isUpper(text, start[k]) &&
    num.value >= 10 &&
    isPersonName(doc, k)
  )
    return found({kind: "age", from: i, to: i + 1, value: num.value, unit: "year", confidence: 0.6});
  if (k < 1 || type[k] !== WORD || type[k - 1] !== WORD) return null;
  if (!isUpper(text, start[k]) || !isUpper(text, start[k - 1])) return null;
  if (lexeme[k]?.month || lexeme[k - 1]?.month || (lexeme[k]?.weekday ?? -1) >= 0 || lexeme[k]?.label)
    return null;
  if (lexeme[k]?.function || lexeme[k - 1]?.function) return null;
  return found({kind: "age", from: i, to: i + 1, value: num.value, unit: "year", confidence: 0.75});
}
