import {type Doc, isUpper, sentenceOf, sentenceTokens} from "../document.js";
import {type Found, found} from "../Found.js";
import {isPlural, singularOfWord} from "../nounPhrase.js";
import {type Num, readNumber} from "../number.js";
import {BREAK, DIGITS, WORD} from "../scan.js";
import {isPersonName, isPersonNoun, kin} from "./apposition.js";

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
  if (/^(?:%|percent|per|pct)$/.test(doc.word[num.to] ?? "") || doc.lexeme[num.to]?.scale) return null;
  const confidence = beforeAge(doc, i, num) ?? (value < 112 && num.to < i + 4 ? toldAge(doc, i, num) : null);
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
function ageInWords({word}: Doc, i: number, num: Num): Found | null {
  const j = word[num.to] === "-" ? num.to + 1 : num.to;
  if (!/^(?:years?|months?|weeks?|days?)$/.test(word[j] ?? "")) return null;
  const unit = singularOfWord(word[j]);
  const age = (from: number, to: number) =>
    found({kind: "age", from, to, coreFrom: i, value: num.value, unit});
  if (word[j + 1] === "-" && /^olds?$/.test(word[j + 2] ?? "")) return age(i, j + 3);
  if (word[j + 1] === "old" || word[j + 1] === "olds") return age(i, j + 2);
  if (word[j + 1] === "of" && word[j + 2] === "age") return age(i, j + 3);
  if (word[i - 1] === "aged") return age(i - 1, j + 1);
  // "boilers older than 20 years"
  if (word[i - 1] === "than" && /^(?:older|younger)$/.test(word[i - 2] ?? "")) return age(i, j + 1);
  return null;
}

// What the word before the number says of it, as a confidence: "aged 34", "under 12", "turned 50".
function beforeAge(doc: Doc, i: number, num: Num): number | null {
  const {word, lexeme, type} = doc;
  const value = num.value ?? 0;
  const before = word[i - 1] ?? "";
  const next = word[num.to] ?? ".";
  if (before === "under" || before === "over") {
    const of = word[i - 2] ?? "";
    // "children under 12", "anyone over 65"
    if (
      value < 100 &&
      (peopleOfAge.test(of) || (/s$/.test(of) && isPersonNoun(singularOfWord(of)))) &&
      (type[num.to] !== WORD || lexeme[num.to]?.function || isPredicate(doc, num.to)) &&
      !/^(?:of|-)$/.test(next)
    )
      return 0.7;
    // "nine in ten of the dead were over 65", "three-quarters of them under five"
    if (
      /^(?:were|are|was|is|them)$/.test(of) &&
      value % 5 === 0 &&
      value < 100 &&
      /^(?:[.,;]|and|or|when)$/.test(next)
    )
      return 0.6;
  }
  // "children as young as nine", "the average age is 43"
  if (before === "as" && /^(?:young|old)$/.test(word[i - 2] ?? "") && word[i - 3] === "as") return 0.8;
  // "nine of them younger than 18"
  if (before === "than" && /^(?:younger|older)$/.test(word[i - 2] ?? "") && value > 4 && isPause(doc, num))
    return 0.7;
  if (isAgedList(doc, i)) return 0.9;
  if (isContinued(doc, num)) return null;
  if (/^(?:just|only|about|around|over|under|barely|nearly|almost)$/.test(before) && word[i - 2] === "aged")
    return 0.9;
  const bare = type[num.to] !== WORD || Boolean(lexeme[num.to]?.function);
  const plain = num.digits && bare && num.to === i + 1;
  if (/^(?:turned|turns|turning)$/.test(before) && plain && value >= 10) return 0.7;
  if (/^(?:oldest|youngest|eldest)$/.test(before) && num.digits && bare) return 0.7;
  // "a boy of 12"
  if (
    before === "of" &&
    isPersonNoun(word[i - 2] ?? "") &&
    /^(?:a|an)$/.test(word[i - 3] ?? "") &&
    num.digits &&
    num.to === i + 1 &&
    (bare || /ed$/.test(next))
  )
    return 0.7;
  if (before === "at" && /^(?:died|dies|die|dead|retired|retire|retires|married)$/.test(word[i - 2] ?? ""))
    return num.digits && num.to === i + 1 ? 0.7 : null;
  // "gave his age as 52"
  if (before === "as" && word[i - 2] === "age" && num.to === i + 1 && value > 0) return 0.8;
  // "who died on Monday at 77"
  if (before === "at" && num.digits && num.to === i + 1 && bare && value > 15 && isDeath(doc, i)) return 0.6;
  if (before === "aged") return 0.9;
  if (
    before === "age" &&
    /^(?:the|of|at|over|under|from|by|before|until|past|to|average|median|minimum)$/.test(word[i - 2] ?? "")
  )
    return 0.9;
  if (before === "of" && word[i - 2] === "age") return 0.9;
  return null;
}

// After "died", "died on Monday" or "has died in Paris".
function isDeath({word, type}: Doc, i: number): boolean {
  for (let k = i - 2; k > i - 6 && k >= 0 && type[k] === WORD; k--)
    if (/^(?:died|dies|retired|married)$/.test(word[k])) return true;
  return false;
}

// "he is 78", "I do it now, at 86", "the pair, both 19", "her son, now nine,", "Rex, nine, barked"
function toldAge(doc: Doc, i: number, num: Num): number | null {
  const {word, type, text, start} = doc;
  const value = num.value ?? 0;
  if (!Number.isInteger(value) || !isPause(doc, num)) return null;
  const before = word[i - 1] ?? "";
  if (before === "both" && num.digits && word[num.to] === ",") return 0.8;
  if (isAgeOf(doc, i)) return 0.7;
  if (before === "at" && num.digits && value >= 13) {
    const next = num.to + 1;
    const opens = i === 1 || (type[i - 2] !== WORD && word[i - 2] !== ",");
    if (
      opens &&
      word[num.to] === "," &&
      isUpper(text, start[i - 1]) &&
      (/^(?:he|she|they|i)$/.test(word[next] ?? "") || (type[next] === WORD && isUpper(text, start[next])))
    )
      return 0.6;
    if (word[i - 2] === "," && /^[.,]$/.test(word[num.to] ?? "") && hasPerson(doc, i - 2)) return 0.6;
  }
  // "his wife Ann, now 62,"
  if (/^(?:now|then)$/.test(before) && /^[,(]$/.test(word[i - 2] ?? "") && /^[,)]$/.test(word[num.to] ?? ""))
    return value > 1 && isPerson(doc, i - 3) ? 0.7 : null;
  // "The actor, best known for his villains, was 81."
  if (/^(?:was|is)$/.test(before) && word[i - 2] === "," && num.digits && value > 15 && isOfPerson(doc, i))
    return 0.7;
  return isNamedAge(doc, i, num) || isPairOfAges(doc, i, num) ? 0.6 : null;
}

// Where what is told of a person may end: a mark or a word that goes on with the sentence.
function isPause({word, glued, lexeme, type}: Doc, {to}: Num): boolean {
  const next = word[to] ?? ".";
  if (/^(?:and|but|when|while|as|at|on)$/.test(next)) return true;
  if (type[to] === WORD) return (lexeme[to]?.weekday ?? -1) >= 0;
  return (
    /^[.,;:!?)”"—–\n]$/.test(next) && !(next === "." && Boolean(glued[to + 1]) && type[to + 1] === DIGITS)
  );
}

// "aged 11 to 14" is one range.
function isContinued({word, type, lexeme}: Doc, {to}: Num): boolean {
  return (
    /^(?:to|-|–|or)$/.test(word[to] ?? "") && (type[to + 1] === DIGITS || Boolean(lexeme[to + 1]?.number))
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

// "he is", "she was", "who was", "the oldest bass is", "the average age of the crew was"
function isAgeOf(doc: Doc, i: number): boolean {
  const {word, type} = doc;
  if (/^(?:he's|she's|i'm)$/.test(word[i - 1] ?? "")) return true;
  if (!/^(?:is|was|am|turned|'s)$/.test(word[i - 1] ?? ""))
    return (
      /^(?:were|are)$/.test(word[i - 1] ?? "") &&
      /^(?:they|we)$/.test(word[i - 2] ?? "") &&
      /^(?:when|time|once|until|before)$/.test(word[i - 3] ?? "")
    );
  if (word[i - 2] === "who" && doc.type[i] === DIGITS) return true;
  if (/^(?:he|she|i)$/.test(word[i - 2] ?? "") || kin.test(word[i - 2] ?? "")) return true;
  for (let k = i - 2; k > i - 5 && k >= 0 && type[k] === WORD; k--)
    if (/^(?:oldest|youngest|eldest)$/.test(word[k])) return true;
  for (let k = i - 2; k > i - 9 && k >= 0 && type[k] === WORD; k--) if (word[k] === "age") return true;
  return false;
}

// Whether the clause before is about a person: "I do it now", "she still swims".
function hasPerson({word, type}: Doc, at: number): boolean {
  for (let k = at; k >= 0 && k > at - 20 && type[k] !== BREAK && word[k] !== "."; k--)
    if (/^(?:i|he|she|who|his|her|my)$/.test(word[k])) return true;
  return false;
}

function isPerson(doc: Doc, k: number): boolean {
  const {word, type, text, start} = doc;
  if (k < 0 || type[k] !== WORD) return false;
  return isUpper(text, start[k]) ? isPersonName(doc, k) : kin.test(word[k]) || isPersonNoun(word[k]);
}

// Whether the sentence opens with a person: "The actor, …", "Her husband, …".
function isOfPerson(doc: Doc, i: number): boolean {
  const {word, type, lexeme} = doc;
  const {from} = sentenceTokens(doc, sentenceOf(doc, i));
  if (!/^(?:the|a|an|his|her|my)$/.test(word[from])) return false;
  let k = from + 1;
  while (k < i && k < from + 4 && type[k + 1] === WORD && !lexeme[k + 1]?.function) k++;
  return !lexeme[k]?.party && (kin.test(word[k]) || isPersonNoun(word[k]));
}

// "her daughter, six, was asleep", "Haggis, nine, lost", "She was six, her brother three, and"
function isNamedAge(doc: Doc, i: number, num: Num): boolean {
  const {word, type, text, start, lexeme} = doc;
  const closes = /^[,.;)]$/.test(word[num.to] ?? "");
  if (!closes) return false;
  if (
    !num.digits &&
    wasAge(doc, i) &&
    kin.test(word[i - 1] ?? "") &&
    /^(?:his|her|their|my|our)$/.test(word[i - 2] ?? "")
  )
    return true;
  if (word[i - 1] !== ",") return false;
  const k = i - 2;
  if (kin.test(word[k] ?? "") && !isPlural(doc, k)) return true;
  if (num.digits || word[num.to] !== "," || type[k] !== WORD) return false;
  const after = num.to + 1;
  const acts =
    lexeme[after]?.function === "auxiliary" ||
    lexeme[after]?.verb?.tense === "past" ||
    /^(?:who|lost|won|ran|met|told|left|died|fell|came|went|took|said|got|had)$/.test(word[after] ?? "") ||
    /[a-z]ed$/.test(word[after] ?? "");
  return acts && isUpper(text, start[k]) && isPersonName(doc, k) && lexeme[k - 1]?.function !== "preposition";
}

// "She was six, her brother three": an age was told just before.
function wasAge({word, lexeme}: Doc, i: number): boolean {
  for (let k = i - 3; k > i - 9 && k > 0; k--)
    if (lexeme[k]?.number && /^(?:was|is|were|are|aged|turned)$/.test(word[k - 1])) return true;
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
  if (/^(?:children|men|women|twins|siblings|pair|couple|duo|two|teenagers)$/.test(w)) return true;
  return isPlural(doc, k) && (kin.test(singularOfWord(w)) || isPersonNoun(singularOfWord(w)));
}

// "those over 75 get free passes"
const isPredicate = ({word, lexeme}: Doc, k: number): boolean =>
  lexeme[k]?.verb != null || /^(?:get|gets|need|live|lived|vote|voted|died|qualify|face|work)$/.test(word[k]);

/** Nouns of people whose age is told in the plural. */
export const peopleOfAge =
  /^(?:children|kids|boys|girls|people|adults|women|men|those|anyone|everyone|anybody|everybody|pupils|drivers|voters|residents|patients|players|workers|students|pensioners|teenagers|youngsters|smokers)$/;
