import {type Doc, isUpper} from "../document.js";
import {BREAK, DIGITS, MARK, WORD} from "../scan.js";
import {isName} from "./party.js";

/** Who speaks, tokens [from, to): a person, an office, a document, or a pronoun for one of them. */
export interface Speaker {
  from: number;
  to: number;
}

const longest = 16;

export const isPronoun = ({vocab}: Doc, w: string): boolean => vocab.lists.speakerPronouns.has(w);

const isDateWord = ({lexeme, word, vocab}: Doc, k: number): boolean => {
  const known = lexeme[k];
  return (known?.month ?? 0) > 0 || (known?.weekday ?? -1) >= 0 || vocab.lists.dateNouns.has(word[k]);
};

const isHyphen = (w: string): boolean => /^[-&/.']$/.test(w);

/** Returns the phrase that stands before a verb as its subject, not before floor, or null. */
export function speakerBefore(doc: Doc, verb: number, floor: number): Speaker | null {
  let end = beforeAdverbs(doc, verb, floor);
  for (let n = 0; n < 3 && end > floor; n++) {
    end = beforeTime(doc, end, floor);
    const w = doc.word[end - 1];
    if (doc.vocab.lists.speakerPronouns.has(w) && w !== "who" && w !== "which")
      return {from: end - 1, to: end};
    if (w === "who" || w === "which") end = end - 1 > floor && doc.word[end - 2] === "," ? end - 2 : end - 1;
    else if (w === ")") end = openingBracket(doc, end - 1, floor);
    else if (w === ",") {
      const open = openingComma(doc, end - 1, floor);
      if (open < 0) return null;
      const inner = nameAt(doc, open + 1, end - 1);
      const head = nounPhraseBefore(doc, open, floor);
      if (inner && head && !hasName(doc, head)) return inner;
      // "Okoro, 58, who runs the shop, said"
      end = doc.type[open - 1] === DIGITS && doc.word[open - 2] === "," ? open - 2 : open;
    } else break;
  }
  return end > floor ? nounPhraseBefore(doc, end, floor) : null;
}

function beforeAdverbs({type, lexeme, word}: Doc, at: number, floor: number): number {
  let end = at;
  while (
    end > floor &&
    type[end - 1] === WORD &&
    (lexeme[end - 1]?.function === "auxiliary" ||
      lexeme[end - 1]?.function === "adverb" ||
      word[end - 1] === "both" ||
      word[end - 1] === "all" ||
      (word[end - 1].endsWith("ly") && !lexeme[end - 1]))
  )
    end--;
  return end;
}

// "figures released on Monday showed", "the ministry last week said"
function beforeTime(doc: Doc, at: number, floor: number): number {
  let end = at;
  while (end > floor && isOfDate(doc, end - 1)) end--;
  if (end === at) return at;
  while (end > floor && doc.vocab.lists.timeAdjectives.has(doc.word[end - 1])) end--;
  if (end > floor + 1 && isParticiple(doc, end - 1)) end--;
  return end;
}

const isOfDate = (doc: Doc, k: number): boolean =>
  isDateWord(doc, k) ||
  (doc.type[k] === DIGITS && isDateWord(doc, k - 1)) ||
  (doc.glued[k] === 1 && doc.vocab.lists.ordinalEnds.has(doc.word[k]));

const isParticiple = ({word, lexeme, type}: Doc, k: number): boolean =>
  type[k] === WORD &&
  (lexeme[k]?.verb?.tense === "participle" ||
    lexeme[k]?.verb?.tense === "past" ||
    /..ed$|^(?:seen|shown|led|run|based|made|sent|put|held)$/.test(word[k]));

function openingBracket({word, type}: Doc, close: number, floor: number): number {
  let k = close - 1;
  while (k > floor && word[k] !== "(" && type[k] !== BREAK && close - k < 12) k--;
  return word[k] === "(" ? k : floor;
}

function openingComma({word, type, glued}: Doc, close: number, floor: number): number {
  for (let k = close - 1; k > floor && close - k < 30; k--) {
    if (type[k] === BREAK || word[k] === ";") return -1;
    if (word[k] === "," && !(glued[k] && glued[k + 1])) return k;
  }
  return -1;
}

/** Returns the noun phrase that ends before the given token, with what hangs on it by prepositions. */
function nounPhraseBefore(doc: Doc, end: number, floor: number): Speaker | null {
  const {type, word, lexeme, glued} = doc;
  let start = end;
  for (let k = end - 1; k >= floor && end - k <= longest; ) {
    if (type[k] === MARK) {
      if (/^[”"’]$/.test(word[k]) && k === start - 1 && type[k - 1] === WORD) {
        const open = openingQuote(doc, k, floor);
        if (open < 0) break;
        start = open;
        k = open - 1;
      } else if (word[k] === ")" && start < end) {
        k = openingBracket(doc, k, floor);
        if (word[k] !== "(") break;
        start = k;
        k--;
      } else if (word[k] === "." && isInitial(doc, k, floor)) start = k--;
      else if (isHyphen(word[k]) && (glued[k] || word[k] === "&") && k > floor) start = k--;
      else break;
      continue;
    }
    if (type[k] === DIGITS) {
      // "a survey of 2,000 adults"
      if (word[k - 1] === "," && glued[k] && type[k - 2] === DIGITS && word[k - 3] === "of") {
        start = k - 2;
        k -= 3;
        continue;
      }
      // "1,900 respondents" are respondents.
      if (/^[,.]$/.test(word[k - 1] ?? "") || (!(glued[k] && type[k - 1] !== BREAK) && !glued[k + 1])) break;
      start = k--;
      continue;
    }
    if (type[k] !== WORD || word[k] === "what") break;
    const kind =
      isName(doc, k) || (word[k + 1] === "." && isInitial(doc, k + 1, floor)) ? null : lexeme[k]?.function;
    if (kind === "determiner") {
      start = k--;
      if (!doc.vocab.lists.nameLinks.has(word[k]) || !hangsOnNoun(doc, k, floor)) break;
      start = k--;
    } else if (kind === "preposition") {
      if (start === end || !doc.vocab.lists.nameLinks.has(word[k]) || !hangsOnNoun(doc, k, floor)) break;
      start = k--;
    } else if (word[k] === "and") {
      if (start === end || !isJoint(doc, k, floor)) break;
      start = k--;
    } else if (isMonthOf(doc, k, start)) start = k--;
    else if (kind || isDateWord(doc, k) || lexeme[k]?.number || (lexeme[k]?.scale && !isName(doc, k))) break;
    else if (!isNounLike(doc, k, start)) break;
    else start = k--;
  }
  return trimmed(doc, start, end);
}

// "A March survey", but not "in March officials said"
const isMonthOf = ({lexeme}: Doc, k: number, start: number): boolean =>
  start === k + 1 && (lexeme[k]?.month ?? 0) > 0 && lexeme[k - 1]?.function === "determiner";

function openingQuote({word, type}: Doc, close: number, floor: number): number {
  for (let k = close - 1; k >= floor && close - k < 8 && type[k] !== BREAK; k--)
    if (/^[“"‘]$/.test(word[k])) return k;
  return -1;
}

const isInitial = ({start, end, text, glued}: Doc, k: number, floor: number): boolean =>
  k > floor && glued[k] === 1 && end[k - 1] - start[k - 1] <= 3 && isUpper(text, start[k - 1]);

// "figures from the ministry", "records seen by the paper", "data on exports": the phrase before goes on.
function hangsOnNoun(doc: Doc, k: number, floor: number): boolean {
  if (k - 1 < floor || doc.type[k - 1] !== WORD) return doc.word[k - 1] === ")" && k - 1 > floor;
  if (isName(doc, k - 1)) return true;
  if (isParticiple(doc, k - 1))
    return k - 2 >= floor && doc.type[k - 2] === WORD && !doc.lexeme[k - 2]?.function;
  return !doc.lexeme[k - 1]?.function && !isDateWord(doc, k - 1) && !doc.lexeme[k - 1]?.changeBefore;
}

function isJoint(doc: Doc, k: number, floor: number): boolean {
  if (k - 1 < floor || doc.type[k - 1] !== WORD) return false;
  return isName(doc, k - 1) && isName(doc, k + 1);
}

// A finite verb ends the phrase: "the shares rose officials said".
function isNounLike(doc: Doc, k: number, start: number): boolean {
  const verb = doc.lexeme[k]?.verb;
  if (!verb || isName(doc, k) || doc.lexeme[k]?.party || doc.vocab.sources.has(doc.word[k])) return true;
  if (verb.tense === "base" || verb.tense === "third" || verb.tense === "gerund")
    return verb.frame === "say" || start < doc.count;
  return doc.lexeme[k + 1]?.function === "preposition" || doc.glued[k] === 1;
}

function trimmed(doc: Doc, from: number, to: number): Speaker | null {
  let start = from;
  while (
    start < to &&
    ((doc.lexeme[start]?.function && !isName(doc, start)) ||
      (doc.type[start] === MARK && !/^[“"‘(]$/.test(doc.word[start])))
  )
    start++;
  return start < to ? {from: start, to} : null;
}

/** Returns the phrase from the given token on that may be a speaker, before limit, or null. */
export function speakerAfter(doc: Doc, at: number, limit: number): Speaker | null {
  const {type, word, lexeme, glued} = doc;
  let from = at;
  while (from < limit && lexeme[from]?.function === "determiner" && !isName(doc, from)) from++;
  let k = from;
  while (k < limit && k - from < longest) {
    if (type[k] === MARK) {
      if (word[k] === "." && k + 1 < limit && isInitial(doc, k, from)) k++;
      else if (isHyphen(word[k]) && word[k] !== "." && (word[k] === "&" || glued[k + 1])) k++;
      else if (word[k] === "(" && word[k + 2] === ")") k += 3;
      else if (/^[“"‘]$/.test(word[k]) && k > from && openCloses(doc, k, limit) > 0)
        k = openCloses(doc, k, limit);
      else break;
      continue;
    }
    if (type[k] === DIGITS) {
      if (!glued[k] && (!glued[k + 1] || type[k + 2] === DIGITS)) break;
      k++;
      continue;
    }
    if (type[k] !== WORD) break;
    if (!isName(doc, k)) {
      const kind = lexeme[k]?.function;
      if (kind === "preposition") {
        if (k === from || !doc.vocab.lists.nameLinks.has(word[k])) break;
        k++;
        while (k < limit && lexeme[k]?.function === "determiner" && !isName(doc, k)) k++;
        continue;
      }
      if (word[k] === "and" && k > from && isName(doc, k - 1) && isName(doc, k + 1)) {
        k++;
        continue;
      }
      if (kind || (isDateWord(doc, k) && !glued[k]) || lexeme[k]?.number) break;
      if (lexeme[k]?.verb && k > from && !lexeme[k]?.party && !doc.vocab.sources.has(word[k])) break;
    }
    k++;
  }
  while (
    k > from &&
    ((type[k - 1] === WORD && lexeme[k - 1]?.function && !isName(doc, k - 1)) ||
      (type[k - 1] === MARK && !/^[)”"’]$/.test(word[k - 1])))
  )
    k--;
  if (k === from) return null;
  const speaker = {from, to: k};
  // "said the mayor, Ada Okoro, who": the name that follows an office.
  if (!hasName(doc, speaker) && word[k] === ",") {
    const name = nameAt(doc, k + 1, Math.min(limit, k + 8));
    if (
      name &&
      name.to - name.from >= 2 &&
      (name.to >= limit || type[name.to] === MARK || word[name.to] === "and")
    )
      return name;
  }
  return speaker;
}

function openCloses({word, type}: Doc, open: number, limit: number): number {
  for (let k = open + 1; k < limit && k - open < 8 && type[k] !== BREAK; k++)
    if (/^[”"’]$/.test(word[k])) return k + 1;
  return -1;
}

/** Returns the proper name that stands from the given token on, and nothing else, or null. */
function nameAt(doc: Doc, at: number, limit: number): Speaker | null {
  let from = at;
  while (from < limit && doc.lexeme[from]?.function === "determiner" && !isName(doc, from)) from++;
  let k = from;
  while (
    k < limit &&
    (isName(doc, k) ||
      (k > from && (isHyphen(doc.word[k]) || doc.vocab.lists.nameParticles.has(doc.word[k]))))
  )
    k++;
  while (k > from && !isName(doc, k - 1)) k--;
  return k > from ? {from, to: k} : null;
}

export function hasName(doc: Doc, {from, to}: Speaker): boolean {
  for (let k = from; k < to; k++) if (isName(doc, k) && !(k === from && startsSentence(doc, k))) return true;
  return isName(doc, from) && (to - from > 1 ? isName(doc, from + 1) : doc.lexeme[from] === null);
}

function startsSentence({type, word}: Doc, k: number): boolean {
  return k === 0 || type[k - 1] === BREAK || /^[.!?:“"”—]$/.test(word[k - 1]);
}

/**
 * Returns where a source ends that stands after “according to”, “citing” and the
 * like: at the comma or the verb, with “of …”, “by …” and “from …”.
 */
export function sourceEnd(doc: Doc, at: number, limit: number): number {
  const {word, type, lexeme, glued} = doc;
  let k = at;
  for (; k < limit && k - at < longest; k++) {
    if (type[k] === MARK) {
      if (word[k] === "." && glued[k] && k + 1 < limit && (glued[k + 1] || isInitial(doc, k, at))) continue;
      if (word[k] === "”" && k > at) return k + 1;
      if (/^["“”&'‘’/-]$/.test(word[k])) continue;
      break;
    }
    if (type[k] === DIGITS) {
      // "the 2021 census", but "according to police 40 people died"
      if (k > at && !glued[k] && !lexeme[k - 1]?.function && !isDateWord(doc, k - 1)) break;
      continue;
    }
    if (type[k] !== WORD) break;
    if (isName(doc, k)) continue;
    const known = lexeme[k];
    const kind = known?.function;
    if (k > at && known?.verb?.frame === "say" && !doc.vocab.sources.has(word[k]) && !lexeme[k - 1]?.function)
      break;
    if (kind === "pronoun" && k === at) return k + 1;
    if (kind === "auxiliary" || kind === "pronoun" || kind === "conjunction") {
      if (word[k] === "and" && isJointSource(doc, k)) continue;
      break;
    }
    if (kind === "preposition" && !doc.vocab.lists.datePrepositions.has(word[k])) break;
    // "according to police the gang made": a new subject
    if (kind === "determiner" && k > at && !lexeme[k - 1]?.function && !isParticiple(doc, k - 1)) break;
  }
  while (k > at && type[k - 1] === WORD && lexeme[k - 1]?.function && !isName(doc, k - 1) && k - 1 > at) k--;
  return k;
}

// "Moody's and the IMF", "trade and port data"
function isJointSource(doc: Doc, k: number): boolean {
  const {lexeme, vocab, word} = doc;
  const next = lexeme[k + 1]?.function === "determiner" ? k + 2 : k + 1;
  if (isName(doc, k - 1) && isName(doc, next)) return true;
  for (let j = next; j < next + 3 && j < doc.count && !lexeme[j]?.function; j++)
    if (vocab.sources.has(word[j])) return true;
  return false;
}

/** The phrase that a sentence opens with, if it is one that can speak. */
export function openingSubject(doc: Doc, from: number, limit: number): Speaker | null {
  if (doc.lexeme[from]?.function === "preposition") return null;
  if (isPronoun(doc, doc.word[from]) && !isName(doc, from)) return {from, to: from + 1};
  const speaker = speakerAfter(doc, from, limit);
  return speaker && canSpeak(doc, speaker) ? speaker : null;
}

/** Whether a phrase names somebody, or is an office, a group of people or a document. */
export function canSpeak(doc: Doc, speaker: Speaker): boolean {
  const to = headEnd(doc, speaker);
  if (hasName(doc, {from: speaker.from, to})) return true;
  for (let k = speaker.from; k < to; k++)
    if (doc.lexeme[k]?.party || doc.vocab.sources.has(doc.word[k]) || isPeople(doc.word[k])) return true;
  return false;
}

const isPeople = (w: string): boolean => /...(?:ers|ors|ists|ians|men|women|people)$/.test(w);

/** Returns where the noun itself ends, before what hangs on it: “prosecutors” of “prosecutors in Lviv”. */
export function headEnd({lexeme, word, type, vocab}: Doc, {from, to}: Speaker): number {
  for (let k = from + 1; k < to; k++)
    if (type[k] === WORD && (lexeme[k]?.function === "preposition" || vocab.lists.passedOn.has(word[k])))
      return k;
  return to;
}
