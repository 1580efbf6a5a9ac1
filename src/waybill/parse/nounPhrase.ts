import {contextOf} from "./contexts.js";
import {type Doc, isUpper} from "./document.js";
import {readNumber} from "./number.js";
import {matchForward} from "./phrases.js";
import {DIGITS, MARK, WORD} from "./scan.js";
import type {Verb} from "./vocab.js";

export interface NounPhrase {
  from: number;
  to: number;
  /** The counted noun in the singular. */
  head: string;
  plural: boolean;
}

const longest = 7;

/**
 * Returns the noun phrase that starts at the given token and names what a
 * number counts, up to its head noun, or null where none starts. English marks
 * the head of a counted noun with its plural, so no word class is needed: the
 * phrase ends at the first plural that no further plural follows.
 */
export function readNounPhrase(doc: Doc, at: number, {singular = false} = {}): NounPhrase | null {
  const {word, type, glued, count, lexeme, text, start, end} = doc;
  let j = at;
  if (j < count && word[j] === "-" && glued[j] && j + 1 < count && glued[j + 1]) j++;
  const from = j;
  // "two such transfers"
  if (doc.vocab.lists.comparingWords.has(word[j]) && word[j + 1] === "such") j++;
  if (word[j] === "such" && type[j + 1] === WORD) j++;
  let last = -1;
  let lastWord = -1;
  for (let n = 0; j < count && n < longest; n++) {
    if (isQuote(word[j]) && n < longest - 1 && type[j + 1] === WORD && !(last >= 0)) {
      j++;
      continue;
    }
    // "12 20ft containers", "five more 97-metre patrol ships"
    if (last < 0 && !glued[j] && (type[j] === DIGITS || (type[j] === MARK && type[j + 1] === DIGITS))) {
      const unit = sizeAfter(doc, j);
      if (unit > 0) {
        j = unit;
        continue;
      }
    }
    // "nine 19th-century paintings"
    if (
      type[j] === DIGITS &&
      glued[j + 1] &&
      /^(?:st|nd|rd|th)$/.test(word[j + 1] ?? "") &&
      word[j + 2] === "-" &&
      glued[j + 2] &&
      type[j + 3] === WORD
    ) {
      j += 4;
      continue;
    }
    // "four F-16s" are four of a model.
    if (type[j] === DIGITS && glued[j] && glued[j + 1] && word[j + 1] === "s" && lastWord >= 0)
      return {from, to: j + 2, head: doc.text.slice(doc.start[lastWord], doc.end[j]), plural: true};
    if (type[j] === DIGITS) {
      // A model's number inside the phrase: "1,000 AK 47 rifles", "40 F-16 jets".
      if (last >= 0 || lastWord < 0 || !(glued[j] || isUpper(doc.text, doc.start[j - 1]))) break;
      j++;
      continue;
    }
    if (type[j] !== WORD) break;
    const w = word[j];
    // "eleven full- and part-time jobs"
    if (lastWord < 0 && word[j + 1] === "-" && glued[j + 1] && !glued[j + 2] && isSuspended(doc, j)) {
      j += 3;
      continue;
    }
    // "ship-to-ship transfers"
    const inner =
      lastWord === j - 2 && word[j - 1] === "-" && glued[j] && word[j + 1] === "-" && glued[j + 1];
    // "14 in-calf heifers", "two off-duty officers"
    const opening =
      word[j + 1] === "-" && glued[j + 1] && glued[j + 2] && type[j + 2] === WORD && !lexeme[j + 2]?.number;
    // "twelve would-be migrants"
    const closing = last < 0 && lastWord === j - 2 && word[j - 1] === "-" && Boolean(glued[j]);
    // "730 Ford and Toyota cars"
    const isJoined = last < 0 && lastWord === j - 1 && isPair(doc, j) && isPluralAhead(doc, j + 1);
    if (stopsPhrase(doc, j) && !inner && !opening && !closing && !isJoined) break;
    // "the Orbit 7 phone comes with": a verb, and the noun before it is no plural.
    if (
      last < 0 &&
      lastWord >= 0 &&
      doc.vocab.lists.thirdPersons.has(w) &&
      !doc.vocab.lists.numberPredicates.has(w)
    )
      break;
    // "where 50 separates growth from contraction"
    if (lastWord < 0 && doc.vocab.lists.meaningVerbs.has(w)) return null;
    // "40 start-ups", "30 op-eds"
    const short =
      w.length === 3 &&
      w.endsWith("s") &&
      word[j - 1] === "-" &&
      glued[j] &&
      lastWord >= 0 &&
      !doc.vocab.lists.endInSNotPlural.has(w);
    // "one Grad MLRS combat vehicle"
    const acronym =
      w.length > 2 &&
      isUpper(text, end[j] - 1) &&
      type[j + 1] === WORD &&
      !isUpper(text, start[j + 1]) &&
      !lexeme[j + 1]?.function;
    // "97 civilians dead"
    if (last >= 0 && w === "dead") break;
    if (short || (!acronym && isPlural(doc, j))) {
      if (last >= 0 && (last !== j - 1 || doc.vocab.lists.thirdPersons.has(w))) break;
      last = j;
    } else if (last >= 0) break;
    else if (lastWord < 0 && doc.vocab.lists.transitives.has(w)) return null;
    // "For one mine Ukraine paid": a name after a noun is the next phrase.
    else if (
      singular &&
      lastWord === j - 1 &&
      lastWord >= 0 &&
      isUpper(text, start[j]) &&
      !isUpper(text, start[lastWord])
    )
      break;
    else if (singular && lastWord >= 0 && (doc.vocab.lists.irregularPasts.has(w) || isTold(lexeme[j]?.verb)))
      break;
    else if (isVerbLike(w) && lastWord >= 0 && !nextIsNoun(doc, j)) break;
    lastWord = j;
    j++;
    // "25 smugglers' balloons"
    if (last === j - 1 && word[j] === "'" && glued[j] && !glued[j + 1] && isPluralAhead(doc, j + 1)) {
      last = -1;
      j++;
      continue;
    }
    // "high-speed trains", "CQ-A rifles": a hyphen joins, anything else ends.
    if (j < count && word[j] === "-" && glued[j] && j + 1 < count && glued[j + 1]) {
      if (last === j - 1 && !isPluralAhead(doc, j + 1)) break;
      if (last === j - 1) last = -1;
      j++;
    } else if (j < count && glued[j] && word[j] === "/" && glued[j + 1]) j++;
    else if (
      j < count &&
      word[j] === "," &&
      last < 0 &&
      !doc.vocab.lists.befallen.has(w) &&
      isAdjectiveList(doc, j)
    )
      j++;
    if (lexeme[j]?.scale && type[j] === WORD && lexeme[j]?.scale?.role === "plural") break;
  }
  if (last >= 0) {
    // "25 passers-by", "three brothers-in-law"
    let to = last + 1;
    let tail = "";
    while (
      word[to] === "-" &&
      glued[to] &&
      glued[to + 1] &&
      doc.vocab.lists.inPhraseHeads.has(word[to + 1])
    ) {
      tail += `-${word[to + 1]}`;
      to += 2;
    }
    return {from, to, head: singularOf(doc, last) + tail, plural: true};
  }
  if (singular && lastWord === from && isVerbLike(word[lastWord])) return null;
  if (singular && lastWord >= 0 && !doc.lexeme[lastWord]?.function)
    return {from, to: lastWord + 1, head: singularOf(doc, lastWord), plural: false};
  return null;
}

const isSuspended = ({word, type, glued}: Doc, j: number): boolean =>
  /^(?:and|or|to)$/.test(word[j + 2] ?? "") &&
  type[j + 3] === WORD &&
  word[j + 4] === "-" &&
  Boolean(glued[j + 4] && glued[j + 5]);

// After the measure or the worth that a thing goes by, written without a space; -1 where there is none.
function sizeAfter(doc: Doc, j: number): number {
  const {word, glued, vocab, type} = doc;
  if (type[j] === MARK) {
    const worth = vocab.currencyPrefixes.next.has(word[j]) ? readNumber(doc, j + 1) : null;
    return worth && type[worth.to] === WORD ? worth.to : -1;
  }
  if (word[j + 1] === "-" && matchForward(doc, j + 2, vocab.currencies)?.to === j + 3) return j + 3;
  const at = word[j + 1] === "-" && glued[j + 1] ? j + 2 : j + 1;
  if (!glued[at] || type[at] !== WORD) return -1;
  const unit = matchForward(doc, at, vocab.units);
  return unit && type[unit.to] === WORD && !glued[unit.to] && /^(?:mass|length|volume)$/.test(unit.value.kind)
    ? unit.to
    : -1;
}

const isPair = ({word, type, text, start}: Doc, j: number): boolean =>
  word[j] === "and" && isUpper(text, start[j - 1]) && type[j + 1] === WORD && isUpper(text, start[j + 1]);

/** Whether the verb stands in a tense that tells: “sold”, “sells”. */
export const isTold = (verb: Verb | null | undefined): boolean =>
  verb?.tense === "past" || verb?.tense === "third";

// "4,000 new, cheap helmets"
function isAdjectiveList(doc: Doc, comma: number): boolean {
  const j = comma + 1;
  if (j + 1 >= doc.count || doc.type[j] !== WORD || doc.type[j + 1] !== WORD) return false;
  if (doc.lexeme[j]?.number) return false;
  return !stopsPhrase(doc, j) && !isPlural(doc, j) && isPlural(doc, j + 1) && !isVerbLike(doc.word[j]);
}

function isPluralAhead(doc: Doc, j: number): boolean {
  for (let k = j; k < Math.min(doc.count, j + 4); k++) {
    if (doc.type[k] !== WORD || stopsPhrase(doc, k)) return false;
    if (isPlural(doc, k)) return true;
  }
  return false;
}

function nextIsNoun(doc: Doc, j: number): boolean {
  return (
    j + 1 < doc.count && doc.type[j + 1] === WORD && !stopsPhrase(doc, j + 1) && isPluralAhead(doc, j + 1)
  );
}

/** Whether the word cannot be part of a noun phrase after a number. */
export function stopsPhrase(doc: Doc, j: number): boolean {
  const {lexeme, word, text, start, glued, type} = doc;
  const known = lexeme[j];
  if (!known) return false;
  // "US rifles", "CQ-A rifles": in capitals a function word is a name.
  if (known.function) {
    // "seven away games", "two earlier convictions", "2,300 hourly workers"
    const told = contextOf(doc, "adjective", j, j);
    if (told !== null) return told === "none";
    if (word[j].length > 2 || !isUpper(text, start[j])) return true;
    // "3 TO 4 DAYS": where all is in capitals they tell no name.
    if (word[j] !== "us" && (type[j + 1] === DIGITS ? !glued[j + 1] : isShouted(doc, j + 1))) return true;
    // "14 A320s"
    if (word[j].length === 1)
      return !((glued[j] && j > 0 && word[j - 1] === "-") || (type[j + 1] === DIGITS && glued[j + 1]));
    return !isUpper(text, start[j] + 1);
  }
  if (known.month && isUpper(text, start[j]) && word[j] !== "mar") return true;
  if (known.weekday >= 0 && isUpper(text, start[j])) return true;
  return false;
}

const isShouted = ({type, text, start, end}: Doc, j: number): boolean =>
  type[j] === WORD && end[j] - start[j] > 3 && isUpper(text, start[j] + 1) && isUpper(text, end[j] - 1);

function isVerbLike(w: string): boolean {
  return w.length > 4 && (w.endsWith("ed") || w.endsWith("ing"));
}

const notPlural = /(?:ss|us|is|ous|'s|s')$/;

/** Whether the word looks like a plural noun. */
export function isPlural({word, lexeme, text, end, vocab}: Doc, j: number): boolean {
  const w = word[j];
  const known = lexeme[j];
  // "GPUs", "EVs": a small s after capitals
  const before = text.charCodeAt(end[j] - 2);
  if (before > 64 && before < 91 && w.length > 2 && text.charCodeAt(end[j] - 1) === 115) return true;
  if (known?.singular || (w.length > 5 && w.endsWith("fish"))) return true;
  if (w.endsWith("men") && w.length > 5 && !/(?:specimen|regimen|abdomen|acumen|cyclamen|stamen)$/.test(w))
    return true;
  if (
    known?.verb &&
    (known.verb.tense === "third" || known.verb.tense === "past") &&
    known.verb.frame === "say"
  )
    // "two recounts": of several nobody says that one "recounts".
    return (
      known.verb.tense === "third" &&
      (vocab.lists.sayingNouns.has(w) || (lexeme[j - 1]?.number?.value ?? 0) > 1)
    );
  return (
    (w.length > 3 && w.endsWith("s") && !notPlural.test(w) && !vocab.lists.singularsInS.has(w)) ||
    vocab.lists.pluralAbbreviations.has(w)
  );
}

/** Returns the singular of a plural noun in lower case: “batches” -> “batch”. */
export function singularOf(doc: Doc, j: number): string {
  const {word, glued, lexeme, text, start, end, type, vocab} = doc;
  const w = word[j];
  // "MPs" are MPs, not mps.
  const written = text.slice(start[j], end[j]);
  if (/^[A-Z]{2,}s?$/.test(written) && written.length < 7) return written.replace(/s$/, "");
  // "40 Ukrainians" are no ukrainians.
  const people = w.endsWith("s") ? w.slice(0, -1) : w;
  if (written[0] !== w[0] && vocab.places.next.has(people)) return written[0] + people.slice(1);
  // "11,600 New Zealanders"
  const named = written[0] !== w[0] && j > 0 ? matchForward(doc, j - 1, vocab.places) : null;
  if (named?.to === j + 1 && named.value.role === "demonym") return text.slice(start[j - 1], end[j] - 1);
  const own = lexeme[j]?.singular ?? singularOfWord(w);
  // "30 great-grandchildren", "14 by-elections", "T-shirts": a hyphen makes one word.
  const isJoined = j > 1 && word[j - 1] === "-" && glued[j] && glued[j - 1] && type[j - 2] === WORD;
  const isNumbered = isJoined && lexeme[j - 2]?.number && !doc.vocab.lists.regularlyPlural.has(w);
  if (!isJoined || isNumbered) return own;
  return `${word[j - 2].length === 1 ? text.slice(start[j - 2], end[j - 2]) : word[j - 2]}-${own}`;
}

export function singularOfWord(w: string): string {
  if (/(?:wi|kni)ves$/.test(w)) return `${w.slice(0, -3)}fe`;
  if (w.endsWith("men") && w.length > 4) return `${w.slice(0, -3)}man`;
  if (w.length < 3 || !w.endsWith("s") || /(?:ss|us|is)$/.test(w)) return w;
  if (w.endsWith("ies") && w.length > 4) return `${w.slice(0, -3)}y`;
  const stem = w.slice(0, -2);
  if (/(?:ss|x|sh|zz|tz)es$/.test(w)) return /(?:^|pick|battle)axes$/.test(w) ? w.slice(0, -1) : stem;
  if (w.endsWith("ches")) return stem;
  // "viruses" and "campuses", but "houses", "causes", "excuses"
  if (w.endsWith("uses")) return /(?:[oa]|ab|exc|ref|acc|cl|^[fmr]?)uses$/.test(w) ? w.slice(0, -1) : stem;
  if (/(?:^g|bi|atl|anv|ali|istm)ases$/.test(w)) return stem;
  // "tornadoes" and "mangoes", but "canoes" and "floes"
  if (/.[rtdgnc]oes$/.test(w) && !/(?:can|tip)?toes$|canoes$/.test(w)) return stem;
  return w.slice(0, -1);
}

function isQuote(w: string): boolean {
  return /^[“”"'‘]$/.test(w);
}
