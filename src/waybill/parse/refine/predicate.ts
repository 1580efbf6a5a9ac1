import {type Doc, isUpper} from "../document.js";
import {isPlural} from "../nounPhrase.js";
import {DIGITS, MARK, WORD} from "../scan.js";
import {longest, trimStart} from "./nounSpan.js";

/** Tokens [from, to). */
export interface Stretch {
  from: number;
  to: number;
}

/** Whether the word is a verb that tells: “rose”, “was”, “reported”, but not the “reported” of “reported cases”. */
export function isFiniteVerb(doc: Doc, k: number): boolean {
  const {word, type, lexeme} = doc;
  if (type[k] !== WORD || isWrittenAsName(doc, k)) return false;
  const known = lexeme[k];
  if (known?.function) return known.function === "auxiliary";
  if (isNounHere(doc, k) || (word[k - 1] === "-" && doc.glued[k])) return false;
  if (doc.vocab.lists.irregularParticiples.has(word[k])) return true;
  if (doc.vocab.lists.alwaysVerbs.has(word[k])) return true;
  if (doc.vocab.lists.pluralNouns.has(word[k]) && !isBeforeAmount(doc, k)) return false;
  if (doc.vocab.lists.levelVerbs.has(word[k]) && isBeforeAmount(doc, k)) return true;
  if (known?.changeBefore || known?.verb)
    return (
      !word[k].endsWith("ing") &&
      (!isBase(doc, k) ||
        isBeforeNumber(doc, k) ||
        doc.vocab.lists.finiteLeads.has(word[k - 1]) ||
        isPluralWord(doc, k - 1))
    );
  return (
    word[k].length > 4 &&
    !word[k].endsWith("eed") &&
    word[k].endsWith("ed") &&
    !lexeme[k + 1]?.singular &&
    !isPluralWord(doc, k + 1)
  );
}

const isPluralWord = (doc: Doc, k: number): boolean => doc.type[k] === WORD && isPlural(doc, k);

// "stands at", "runs to 40", but not "numbers through the port"
const isBeforeAmount = (doc: Doc, k: number): boolean =>
  isBeforeNumber(doc, k) ||
  doc.vocab.currencies.next.has(doc.word[k + 1]) ||
  doc.vocab.lists.beforeAmount.has(doc.word[k + 1] ?? "");

// "Trains from Porto take two hours"
const isBeforeNumber = ({lexeme, type}: Doc, k: number): boolean =>
  type[k + 1] === DIGITS || Boolean(lexeme[k + 1]?.number);

// "rise" is a verb or a noun, "rose" only a verb.
function isBase({word, lexeme}: Doc, k: number): boolean {
  const tense = lexeme[k]?.verb?.tense;
  if (tense) return tense === "base";
  return !/(?:ed|s|[aeu]ng?|ew|ell|ose|unk|ank)$/.test(word[k]);
}

// "a rise", "its reported income", "the further fall"
function isNounHere({word, lexeme, type, vocab}: Doc, k: number): boolean {
  const before = lexeme[k - 1];
  if (before?.function === "determiner" && !vocab.lists.clauseSubjects.has(word[k - 1])) return true;
  if (before?.function === "preposition" && word[k - 1] !== "to") return true;
  return (
    type[k - 1] === WORD &&
    lexeme[k - 2]?.function === "determiner" &&
    !before?.function &&
    lexeme[k + 1]?.function !== "determiner" &&
    (lexeme[k]?.changeBefore ?? null) !== null &&
    vocab.lists.changeNouns2.has(word[k])
  );
}

const isWrittenAsName = ({text, start, type}: Doc, k: number): boolean =>
  isUpper(text, start[k]) && k > 0 && type[k - 1] === WORD;

/**
 * Returns the subject of the verb at token k, not before floor: “Labour costs”
 * of “Labour costs, swollen by a new agreement, were”. Of a verb that goes on
 * with another's subject (“to settle”, “, plunging”) it is that one's. Returns
 * null where a pronoun stands, or nothing.
 */
export function subjectOf(doc: Doc, k: number, floor: number, depth = 0): Stretch | null {
  const {word, type} = doc;
  let to = beforeVerbs(doc, k, floor);
  if (depth > 4 || to <= floor) return null;
  const last = word[to - 1];
  // ", down from £5m" goes on from the figure before.
  if (to === k && last === "," && doc.vocab.lists.movedWords.has(word[k])) return null;
  // "closed up 11.4 per cent": the verb stands before its adverb.
  if (to === k && isFiniteVerb(doc, to - 1) && !isFiniteVerb(doc, k - 2))
    return subjectOf(doc, to - 1, floor, depth + 1);
  if (last === "to") {
    const infinitive = subjectOfInfinitive(doc, to - 1, floor);
    if (infinitive) return infinitive;
  }
  if (goesOn(doc, k, to)) {
    const earlier = verbBefore(doc, to - 1, floor);
    return earlier < 0 ? null : subjectOf(doc, earlier, floor, depth + 1);
  }
  if (/^(?:which|that|who)$/.test(last)) to -= word[to - 2] === "," ? 2 : 1;
  else if (type[to - 1] === MARK) {
    const open = opening(doc, to - 1, floor);
    // "The programme, awarded to them": the noun stands right before.
    if (open < 0 && (last !== "," || !word[k].endsWith("ed"))) return null;
    to = open < 0 ? to - 1 : open;
  }
  const from = phraseStart(doc, to, floor);
  let start = trimStart(doc, from, to);
  // "led by technology, which rose"
  if (/(?:ed|led|ing)$/.test(word[start]) && doc.lexeme[start + 1]?.function === "preposition")
    start = trimStart(doc, start + 2, to);
  return to > start && type[start] === WORD ? {from: start, to} : null;
}

// "expects the cap to fall", "Energy bills to rise": who or what is to.
function subjectOfInfinitive(doc: Doc, to: number, floor: number): Stretch | null {
  const from = phraseStart(doc, to, floor);
  const start = trimStart(doc, from, to);
  if (start >= to || doc.type[start] !== WORD || doc.vocab.lists.infinitiveLeads.has(doc.word[to - 1]))
    return null;
  if (doc.lexeme[from - 1]?.function === "auxiliary") return null;
  return from === floor || isFiniteVerb(doc, from - 1) || doc.lexeme[from - 1]?.verb
    ? {from: start, to}
    : null;
}

export function beforeVerbs({word, lexeme, type, vocab}: Doc, k: number, floor: number): number {
  let to = k;
  while (to > floor && type[to - 1] === WORD) {
    const kind = lexeme[to - 1]?.function;
    if (
      kind !== "auxiliary" &&
      kind !== "adverb" &&
      !vocab.lists.passingAdverbs.has(word[to - 1]) &&
      !(word[to - 1].endsWith("ly") && word[to - 1].length > 4)
    )
      break;
    to--;
  }
  return to;
}

function goesOn({word, lexeme}: Doc, k: number, to: number): boolean {
  const last = word[to - 1];
  if (/^(?:and|or|but|to|then)$/.test(last)) return true;
  return last === "," && word[k].endsWith("ing") && !lexeme[k]?.function;
}

function verbBefore(doc: Doc, k: number, floor: number): number {
  for (let b = k - 1; b >= floor; b--) {
    if (/^[;:]$/.test(doc.word[b])) return -1;
    if (isFiniteVerb(doc, b)) return b;
  }
  return -1;
}

const widest = 30;

// The mark that opened what closes at the given token: ", swollen by a new agreement," is passed over.
function opening({word, lexeme}: Doc, close: number, floor: number): number {
  const opener = word[close] === ")" ? "(" : word[close];
  if (!/^[,(—–]$/.test(opener)) return -1;
  for (let k = close - 1; k > floor && close - k < widest; k--)
    if (
      word[k] === opener &&
      !(opener === "," && lexeme[k + 1]?.function === "conjunction" && word[k + 1] !== "who")
    )
      return k;
  return -1;
}

const joinsWords = /^(?:-|'|’|&|\.|\/|["“”‘])$/;

/** Returns where the noun phrase starts, with all that hangs on it, that ends before the given token. */
export function phraseStart(doc: Doc, to: number, floor: number): number {
  const {word, type, lexeme, glued} = doc;
  let from = to;
  let and = -1;
  while (from > floor && to - from < longest) {
    const k = from - 1;
    if (type[k] === MARK) {
      if (!joinsWords.test(word[k]) || (word[k] === "." && !glued[k + 1])) break;
    } else if (type[k] === DIGITS) {
      if (!isPartOfName(doc, k)) break;
    } else if (type[k] !== WORD) break;
    else {
      const known = lexeme[k];
      if (word[k] === "and") {
        if (type[k - 1] !== WORD || lexeme[k - 1]?.function || isFiniteVerb(doc, k - 1)) break;
        and = k;
      } else if (known?.function === "conjunction" || known?.function === "auxiliary") break;
      else if (known?.function === "pronoun") break;
      else if (doc.vocab.lists.phraseOpeners.has(word[k]) || (k < to - 1 && (known?.weekday ?? -1) >= 0))
        break;
      else if (word[k] === "before" && !doc.vocab.lists.offNouns.has(word[k + 1])) break;
      else if (word[k] === "since" && !lexeme[k + 1]?.month && type[k + 1] !== DIGITS) break;
      else if (isFiniteVerb(doc, k) && !isReduced(doc, k, to) && !isTradeNoun(doc, k)) break;
    }
    from--;
  }
  // "In the first half of 2023 imports fell": the date is not theirs.
  for (let k = from; k + 1 < to; k++)
    if (
      type[k] === DIGITS &&
      word[k].length === 4 &&
      type[k + 1] === WORD &&
      !lexeme[k + 1]?.function &&
      (word[k - 1] === "of" || word[k - 1] === "in" || lexeme[k - 1]?.month)
    )
      return k + 1;
  // "Gold was flat and silver fell": what stands before "and" belongs to the verb before it.
  if (and > from && from > floor && (isFiniteVerb(doc, from - 1) || type[from - 1] === DIGITS))
    return and + 1;
  return from;
}

// "the FTSE 100", "2024 oil demand", "a 2mn bl cargo"
function isPartOfName({word, text, start, glued, type, lexeme}: Doc, k: number): boolean {
  if (word[k].length === 4 || glued[k]) return true;
  if (
    lexeme[k + 1]?.month ||
    lexeme[k - 1]?.month ||
    /^(?:weeks|months|years|days|quarters|hours|-)$/.test(word[k + 1] ?? "")
  )
    return true;
  return type[k - 1] === WORD && (isUpper(text, start[k - 1]) || lexeme[k - 1]?.function === "determiner");
}

// "exports to Peru rose": the verb comes later.
const isTradeNoun = ({word, vocab}: Doc, k: number): boolean =>
  vocab.lists.nounVerbs.has(word[k]) && /^(?:of|to|from|by)$/.test(word[k + 1] ?? "");

// "goods shipped to Kenya": no verb that tells.
function isReduced({word, lexeme, vocab}: Doc, k: number, to: number): boolean {
  const verb = lexeme[k]?.verb;
  if (verb?.frame === "say") return false;
  if (lexeme[k - 1]?.function === "auxiliary" || !word[k].endsWith("ed")) return false;
  return k + 1 < to && vocab.lists.nameLinks.has(word[k + 1]);
}
