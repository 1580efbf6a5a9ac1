import {contextOf} from "../contexts.js";
import {type Doc, isUpper, sentenceOf, sentenceTokens} from "../document.js";
import {type Found, found} from "../Found.js";
import {isPlural, singularOfWord} from "../nounPhrase.js";
import {type Num, readNumber} from "../number.js";
import {DIGITS, WORD} from "../scan.js";
import {isPersonName, isPersonNoun} from "./apposition.js";
import {inTwoUnits} from "./measure.js";

/**
 * Returns the age that the given number states: “45-year-old”, “aged 34”, “six
 * months old”, “he was 78”, “children under 12”, “his brother, nine, …”; the
 * bare “Ann Lee, 34,” is find/apposition.ts.
 */
export function findAge(doc: Doc, i: number, num: Num | null): Found | null {
  if (num?.value == null) return null;
  const spelt = ageInWords(doc, i, num);
  if (spelt) return spelt;
  const {value} = num;
  if (num.scale !== 1 || value <= 0 || value >= 130) return null;
  if (doc.vocab.lists.percentMarks.has(doc.word[num.to]) || doc.lexeme[num.to]?.scale) return null;
  const confidence = toldAge(doc, i, num);
  if (confidence === null) return null;
  const aged = doc.word[i - 1] === "aged" ? 1 : 0;
  return found({
    kind: "age",
    from: i - aged,
    to: num.to,
    coreFrom: i,
    value,
    unit: "year",
    confidence,
  });
}

// "45-year-old", "34 years old", "12 years of age", "aged five weeks"
function ageInWords(doc: Doc, i: number, num: Num): Found | null {
  const {word, vocab} = doc;
  const j = word[num.to] === "-" ? num.to + 1 : num.to;
  if (!vocab.lists.ageUnits.has(word[j])) return null;
  const unit = singularOfWord(word[j]);
  const age = (from: number, to: number) =>
    found({kind: "age", from, to, coreFrom: i, value: num.value, unit});
  // "45-year-old", "34 years old", "12 years of age", "boilers older than 20 years"
  const more = contextOf(doc, "ageUnit", i, j + 1);
  if (more !== null) return age(i, j + 1 + Number(more));
  if (word[i - 1] === "aged") return inTwoUnits(doc, age(i - 1, j + 1));
  return null;
}

// Told by the words around: "aged 34", "under 12", "turned 50", "he is 78", "the pair, both 19,".
function toldAge(doc: Doc, i: number, num: Num): number | null {
  const {word} = doc;
  if (isAgedList(doc, i)) return 0.9;
  const value = num.value ?? 0;
  const told = contextOf(doc, "age", i, num.to, value, num.digits);
  if (told !== null) return told === "none" ? null : Number(told);
  if (value >= 112 || num.to >= i + 4 || !isPause(doc, num)) return null;
  const isWhole = Number.isInteger(value);
  if (isAgeOf(doc, i, isWhole)) return 0.7;
  if (!isWhole) return null;
  // "his wife Ann, now 62,"
  if (
    /^(?:now|then)$/.test(word[i - 1] ?? "") &&
    /^[,(]$/.test(word[i - 2] ?? "") &&
    /^[,)]$/.test(word[num.to] ?? "")
  )
    return value > 1 && isPerson(doc, i - 3) ? 0.7 : null;
  // "The actor, best known for his villains, was 81."
  if (
    doc.vocab.lists.beForms.has(word[i - 1]) &&
    word[i - 2] === "," &&
    num.digits &&
    value > 15 &&
    isOfPerson(doc, i)
  )
    return 0.7;
  return isNamedAge(doc, i, num) || isPairOfAges(doc, i, num) ? 0.6 : null;
}

// Where what is told of a person may end: a mark or a word that goes on with the sentence.
function isPause({word, glued, lexeme, type, vocab}: Doc, {to}: Num): boolean {
  const next = word[to] ?? ".";
  if (vocab.lists.ageClauseStarts.has(next)) return true;
  if (type[to] === WORD) return (lexeme[to]?.weekday ?? -1) >= 0;
  return (
    /^[.,;:!?)”"—–\n]$/.test(next) && !(next === "." && Boolean(glued[to + 1]) && type[to + 1] === DIGITS)
  );
}

// "two suspects, aged 29 and 41", "ages 19, 22 and 34"
function isAgedList({word, type, lexeme}: Doc, i: number): boolean {
  let k = i - 1;
  if (!/^(?:,|and|or)$/.test(word[k] ?? "")) return false;
  for (; k > i - 14 && k >= 0; k--) {
    if (word[k] === "aged" || word[k] === "ages") return true;
    if (!(type[k] === DIGITS || lexeme[k]?.number || /^(?:,|and|or)$/.test(word[k]))) return false;
  }
  return false;
}

// "the oldest bass is", "the average age of the crew was"
function isAgeOf({word, type}: Doc, i: number, isWhole: boolean): boolean {
  if (!/^(?:is|was|am|turned|'s)$/.test(word[i - 1] ?? "")) return false;
  for (let k = i - 2; k > i - 9 && k >= 0 && type[k] === WORD; k--)
    if (word[k] === "age" || (isWhole && k > i - 5 && /^(?:oldest|youngest|eldest)$/.test(word[k])))
      return true;
  return false;
}

function isPerson(doc: Doc, k: number): boolean {
  const {word, type, text, start} = doc;
  if (k < 0 || type[k] !== WORD) return false;
  return isUpper(text, start[k])
    ? isPersonName(doc, k)
    : doc.vocab.lists.kin.has(word[k]) || isPersonNoun(doc, word[k]);
}

// Whether the sentence opens with a person: "The actor, …", "Her husband, …".
function isOfPerson(doc: Doc, i: number): boolean {
  const {word, type, lexeme} = doc;
  const {from} = sentenceTokens(doc, sentenceOf(doc, i));
  if (!/^(?:the|a|an|his|her|my)$/.test(word[from])) return false;
  let k = from + 1;
  while (k < i && k < from + 4 && type[k + 1] === WORD && !lexeme[k + 1]?.function) k++;
  return !lexeme[k]?.party && (doc.vocab.lists.kin.has(word[k]) || isPersonNoun(doc, word[k]));
}

// "her daughter, six, was asleep", "Haggis, nine, lost", "She was six, her brother three, and"
function isNamedAge(doc: Doc, i: number, num: Num): boolean {
  const {word, type, text, start, lexeme} = doc;
  const closes = /^[,.;)]$/.test(word[num.to] ?? "");
  if (!closes) return false;
  if (
    !num.digits &&
    wasAge(doc, i) &&
    doc.vocab.lists.kin.has(word[i - 1]) &&
    doc.vocab.lists.possessivesAll.has(word[i - 2])
  )
    return true;
  if (word[i - 1] !== ",") return false;
  const k = i - 2;
  if (doc.vocab.lists.kin.has(word[k]) && !isPlural(doc, k)) return true;
  if (num.digits || word[num.to] !== "," || type[k] !== WORD) return false;
  const after = num.to + 1;
  const acts =
    lexeme[after]?.function === "auxiliary" ||
    lexeme[after]?.verb?.tense === "past" ||
    doc.vocab.lists.afterAge.has(word[after]) ||
    /[a-z]ed$/.test(word[after] ?? "");
  return acts && isUpper(text, start[k]) && isPersonName(doc, k) && lexeme[k - 1]?.function !== "preposition";
}

// "She was six, her brother three": an age was told just before.
function wasAge({word, lexeme, vocab}: Doc, i: number): boolean {
  for (let k = i - 3; k > i - 9 && k > 0; k--)
    if (lexeme[k]?.number && vocab.lists.ageCopulas.has(word[k - 1])) return true;
  return false;
}

// "The brothers, 14 and 16, were", "two cousins (8 and 11)"
function isPairOfAges(doc: Doc, i: number, num: Num): boolean {
  const {word, type} = doc;
  const isOpen = (k: number): boolean =>
    /^[,(]$/.test(word[k] ?? "") && type[k - 1] === WORD && isPeople(doc, k - 1);
  if (isOpen(i - 1) && word[num.to] === "and") {
    const other = readNumber(doc, num.to + 1);
    return other?.value != null && other.value < 112 && /^[,.;)]$/.test(word[other.to] ?? "");
  }
  return (
    word[i - 1] === "and" && isOpen(i - 3) && type[i - 2] === type[i] && /^[,.;)]$/.test(word[num.to] ?? "")
  );
}

function isPeople(doc: Doc, k: number): boolean {
  const w = doc.word[k];
  if (doc.vocab.lists.peopleOfAge2.has(w)) return true;
  return (
    isPlural(doc, k) && (doc.vocab.lists.kin.has(singularOfWord(w)) || isPersonNoun(doc, singularOfWord(w)))
  );
}
