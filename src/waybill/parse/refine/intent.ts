import type {Status} from "../../model/figure.js";
import {type Doc, isUpper} from "../document.js";
import type {Found} from "../Found.js";
import {BREAK, DIGITS, MARK, WORD} from "../scan.js";
import type {Clause} from "./clause.js";

type Intent = Extract<Status, "planned" | "forecast" | "contracted">;

const cueOf = ({vocab: {lists}}: Doc, w: string | undefined): Intent | null =>
  w === undefined
    ? null
    : lists.forecastCues.has(w)
      ? "forecast"
      : lists.plannedCues.has(w)
        ? "planned"
        : null;

type Modal = "will" | "would" | "may";

const modalOf = (w: string): Modal | undefined =>
  /^(?:will|'ll|won't|shall)$/.test(w)
    ? "will"
    : w === "would"
      ? "would"
      : /^(?:could|may|might|should)$/.test(w)
        ? "may"
        : undefined;

const farthest = 30;

/** Returns what the words before a figure tell of its future: “plans to buy 40”, “is expected to reach 40”, or null. */
export function intentBefore(doc: Doc, figure: Found, {from, to}: Clause): Intent | null {
  const {word, type} = doc;
  for (let k = figure.from - 1; k >= from && figure.from - k < farthest; k--) {
    if (type[k] === BREAK) return null;
    if (type[k] !== WORD) continue;
    const w = word[k];
    if (doc.vocab.lists.intentBoundaries.has(w)) return null;
    const modal = modalAt(doc, k);
    if (modal) return isNegative(word, k + 1) ? null : afterModal(doc, k, modal);
    const cue = cueOf(doc, w);
    if (cue && isCue(doc, k, from)) return cue;
    if (w === "agreed" && word[k + 1] === "to")
      return doc.vocab.lists.tradeInfinitives.has(word[k + 2]) ? "contracted" : "planned";
    if (w === "to" && (doc.vocab.lists.resolves.has(word[k - 1]) || isHeadline(doc, k, from, to)))
      return "planned";
    if (isFact(doc, k)) return null;
  }
  return null;
}

/** Returns what the words after a figure tell of its future: “400 jobs will go”, “40 are planned”, or null. */
export function intentAfter(doc: Doc, figure: Found, to: number): Intent | null {
  const {word, type, lexeme} = doc;
  for (let k = figure.to; k < Math.min(to, figure.to + 10); k++) {
    // "900 benches, to be made in local workshops"
    if (word[k] === "," && word[k + 1] === "to" && word[k + 2] === "be") return "planned";
    if (type[k] === MARK || type[k] === BREAK || doc.vocab.lists.intentStops.has(word[k])) return null;
    const modal = modalAt(doc, k);
    if (modal) return isNegative(word, k + 1) ? null : afterModal(doc, k, modal);
    if (isBe(word[k])) return afterBe(doc, k);
    // "the 90 buses it had promised"
    if (word[k] === "had" && lexeme[k - 1]?.function === "pronoun") return cueOf(doc, word[k + 1]);
    if (lexeme[k]?.verb?.tense === "past" && lexeme[k]?.verb?.frame !== "say") return null;
  }
  return null;
}

// "May" is a month.
const modalAt = ({word, lexeme, text, start}: Doc, k: number): Modal | undefined =>
  lexeme[k]?.month && isUpper(text, start[k]) ? undefined : modalOf(word[k]);

const isBe = (w: string): boolean => /^(?:is|are|was|were|been|be)$/.test(w);
const isNegative = (word: readonly string[], k: number): boolean => word[k] === "not" || word[k] === "never";

// "50 are to go", "40 are planned", "12 are set to close"
function afterBe(doc: Doc, k: number): Intent | null {
  const {word} = doc;
  const next = word[k + 1] ?? "";
  if (next === "to" && word[k] !== "was" && word[k] !== "were") return "planned";
  if (next === "set") return "planned";
  return cueOf(doc, next);
}

function afterModal(doc: Doc, at: number, modal: Modal): Intent {
  const {word, lexeme, type} = doc;
  if (modal === "may") return "forecast";
  let k = at + 1;
  while (type[k] === WORD && (lexeme[k]?.function === "adverb" || word[k].endsWith("ly"))) k++;
  if (word[k] === "be" && type[k + 1] === WORD && /(?:ed|en|ld|nt|ught|t)$/.test(word[k + 1])) {
    const lemma = lexeme[k + 1]?.verb?.lemma;
    return lemma === undefined && doc.vocab.lists.sufferedParticiples.has(word[k + 1])
      ? "forecast"
      : "planned";
  }
  const w = word[k] ?? "";
  // What happens by itself is foreseen, what somebody does is planned; what somebody sets is only foreseen with "would".
  return doc.vocab.lists.outcomes.has(w) ||
    (doc.vocab.lists.planTerms.has(w) && (modal === "would" || isForeseen(doc, at)))
    ? "forecast"
    : "planned";
}

// "brokers reckon Brazil will have 9 million tonnes"
function isForeseen({word, type, vocab}: Doc, at: number): boolean {
  for (let k = at - 1; k >= Math.max(0, at - 6) && type[k] !== BREAK && word[k] !== "."; k--)
    if (vocab.lists.foreseers.has(word[k])) return true;
  return false;
}

// "fewer than expected", "an expected 40" and "the planned merger" tell nothing of this figure; "is planned" does.
function isCue(doc: Doc, k: number, from: number): boolean {
  const {word, lexeme, type} = doc;
  const before = word[k - 1] ?? "";
  if (k > from && /^(?:than|as|of)$/.test(before)) return false;
  const isPast = /ed$/.test(word[k]);
  if (isPast && lexeme[k - 1]?.function === "determiner")
    return lexeme[k + 1]?.number !== null || type[k + 1] === DIGITS;
  if (word[k] === "due" && word[k + 1] === "to") return isBe(before);
  if ((word[k] === "offered" || word[k] === "applied") && word[k + 1] !== "to" && word[k] === "applied")
    return false;
  // "were wanted", "was promised": by somebody else, so not theirs to plan
  return true;
}

// "Fares to rise by £2", "Oslo to buy 40 tanks": a headline has no other verb.
function isHeadline(doc: Doc, k: number, from: number, to: number): boolean {
  const {word, lexeme, type} = doc;
  if (
    k === from ||
    type[k - 1] !== WORD ||
    /ed$/.test(word[k - 1]) ||
    lexeme[k - 1]?.function ||
    lexeme[k - 1]?.verb
  )
    return false;
  const next = lexeme[k + 1];
  const isBase = next?.verb?.tense === "base" || (next?.changeBefore && !/(?:s|ed|ing)$/.test(word[k + 1]));
  if (!isBase && !(isUnended(doc, to) && isPlainWord(doc, k + 1))) return false;
  for (let j = from; j < k; j++) {
    const known = lexeme[j];
    if (type[j] === MARK || known?.function === "auxiliary" || known?.function === "determiner") return false;
    if (known?.verb && known.verb.tense !== "base") return false;
  }
  return true;
}

const isUnended = ({type, word, count}: Doc, to: number): boolean =>
  (to >= count || type[to] === BREAK) && !/^[.!?”"]$/.test(word[to - 1] ?? "");

const isPlainWord = ({word, type, lexeme, text, start}: Doc, k: number): boolean =>
  type[k] === WORD && !lexeme[k]?.function && !isUpper(text, start[k]) && !/(?:s|ed|ing)$/.test(word[k]);

// A finite verb in the past tells what has happened.
function isFact({word, lexeme}: Doc, k: number): boolean {
  const known = lexeme[k];
  if (word[k - 1] === "to") return false;
  if (known?.changeBefore && /(?:ed|ew|[rd]ose|ell|ank|unk)$/.test(word[k])) return true;
  const verb = known?.verb;
  return (
    verb != null &&
    verb.frame !== "say" &&
    (verb.tense === "past" || verb.tense === "participle") &&
    !isBe(word[k - 1] ?? "")
  );
}
