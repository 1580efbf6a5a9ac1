import {contextOf} from "../contexts.js";
import {type Doc, sentenceOf} from "../document.js";
import type {Found} from "../Found.js";
import {listedNoun} from "../find/gapped.js";
import {isPlural, readNounPhrase, singularOf} from "../nounPhrase.js";
import {BREAK, DIGITS, WORD} from "../scan.js";
import {hedgeStart} from "./qualifier.js";

/**
 * Returns what a bare number counts where the words around name it apart from the
 * number: “Mourners, some 300 in all”, “complaints fell to 280”, “the toll climbed to 28”.
 */
export const nounTold = (doc: Doc, figure: Found): string | null =>
  // "nights fell to minus 2": nobody counts below nought.
  (figure.value ?? 0) < 0
    ? null
    : (appositive(doc, figure) ?? countedSubject(doc, figure) ?? ofToll(doc, figure));

/** Returns what is counted in “it brings to 17 the number of quads taken”. */
export function numberOf(doc: Doc, {to}: Found): string | null {
  const {word, vocab} = doc;
  const isTold = word[to] === "the" && vocab.lists.tollNouns.has(word[to + 1]) && word[to + 2] === "of";
  return isTold ? (readNounPhrase(doc, to + 3)?.head ?? null) : null;
}

// "the toll climbed to 28": of people
function ofToll(doc: Doc, figure: Found): string | null {
  const {word, type, lexeme} = doc;
  if (!Number.isInteger(figure.value ?? figure.low)) return null;
  const from = hedgeStart(doc, figure.from);
  for (let k = from - 1; k >= Math.max(0, from - 7) && type[k] === WORD; k--) {
    if (word[k] === "toll") return "people";
    const passes =
      lexeme[k]?.function ||
      lexeme[k]?.changeBefore ||
      lexeme[k]?.verb ||
      doc.vocab.lists.reachingForms.has(word[k]);
    if (!passes) return null;
  }
  return null;
}

// "Mourners, some 300 in all,", "Passengers, 14 of whom were treated", "Relief flights: 14 landed"
function appositive(doc: Doc, figure: Found): string | null {
  const {word} = doc;
  const from = hedgeStart(doc, figure.from);
  const next = word[figure.to] ?? "";
  const isWhole = contextOf(doc, "whole", from, figure.to) !== null;
  const opens = word[from - 1] === ":" && sentenceOf(doc, from - 2) === sentenceOf(doc, from);
  const label = opens && endsLine(doc, figure.to) ? labelNoun(doc, from - 2) : -1;
  if (label >= 0) return singularOf(doc, label);
  const listed = listedNoun(doc, from);
  if (listed > 0) return nounOf(doc, listed);
  if (!isWhole && !(opens && (isPast(doc, figure.to) || /^[,.;]$/.test(next)))) return null;
  const k = from - 2;
  return nounOf(doc, k);
}

const endsLine = ({type, count, word}: Doc, k: number): boolean =>
  k >= count || type[k] === BREAK || (/^[;.]$/.test(word[k]) && (k + 1 >= count || type[k + 1] === BREAK));

// The plural that starts a line of a list: "Schools closed: 316", "- Health posts cut off: 48"; or -1.
function labelNoun(doc: Doc, last: number): number {
  const {type, word, lexeme} = doc;
  let k = last;
  while (k > last - 6 && k > 0 && type[k] === WORD) k--;
  if (type[k] === WORD || (type[k] !== BREAK && !/^[-–—•*;]$/.test(word[k]))) return -1;
  for (let j = k + 1; j <= last && !lexeme[j]?.function; j++)
    if (isPlural(doc, j) && !doc.vocab.lists.notInherited.has(word[j])) return j;
  return -1;
}

// What the plural at the token names; of "passenger numbers" the passengers.
function nounOf(doc: Doc, at: number): string | null {
  const {word, type, lexeme} = doc;
  const k = word[at] === "numbers" && type[at - 1] === WORD ? at - 1 : at;
  if (k !== at) return singularOf(doc, k);
  if (k < 0 || type[k] !== WORD || !isPlural(doc, k) || lexeme[k]?.function) return null;
  return doc.vocab.lists.notInherited.has(word[k]) ? null : singularOf(doc, k);
}

// "Opener Tejas Varma hit 143": a name in the middle of its sentence, and no people.
function isPersonsName({text, start, word, vocab}: Doc, j: number, from: number): boolean {
  const c = text[start[j]];
  return j > from && c !== c.toLowerCase() && !vocab.places.next.has(word[j].slice(0, -1));
}

/** Whether the word is a verb in the past, or helps one. */
export const isPast = ({word, lexeme, type}: Doc, k: number): boolean =>
  type[k] === WORD &&
  (/[a-z]ed$/.test(word[k]) || lexeme[k]?.verb?.tense === "past" || lexeme[k]?.function === "auxiliary");

// "the number of ferrymen rose from 120", "complaints fell to 280"
function countedSubject(doc: Doc, figure: Found): string | null {
  const {word, lexeme, type} = doc;
  const start = hedgeStart(doc, figure.from);
  const link = word[start - 1];
  // "foreign residents topped 3.6 million", "visitors numbered 6,000"
  const reaches =
    doc.vocab.lists.reachingVerbs.has(link ?? "") ||
    (link === "to" && doc.vocab.lists.cameTo.has(word[start - 2]));
  // "topped" may stand as a hedge.
  const hedged = start < figure.from && doc.vocab.lists.reachingVerbs.has(word[start]);
  if (!reaches && !hedged && link !== "to" && link !== "from" && link !== "at") return null;
  const verb = hedged ? start : reaches ? start - 1 : -1;
  for (let k = verb >= 0 ? verb : start - 2; k >= Math.max(0, figure.from - 14) && type[k] !== BREAK; k--) {
    if (/^[.;:]$/.test(word[k]) && !(doc.glued[k + 1] && type[k + 1] === DIGITS)) return null;
    const goes = /^(?:gone|went)$/.test(word[k]) && word[k + 1] === "from";
    const puts = link === "at" && doc.vocab.lists.putOrStood.has(word[k]);
    if (
      puts &&
      word[k + 1] === "the" &&
      /^(?:number|total|toll)$/.test(word[k + 2] ?? "") &&
      word[k + 3] === "of"
    )
      return readNounPhrase(doc, k + 4)?.head ?? null;
    // "organisers put the figure at 10,000": of what was counted, not of those who put it
    if (puts && doc.vocab.lists.tollNouns.has(word[k + 2])) return null;
    if (k !== verb && !lexeme[k]?.changeBefore && !goes && !puts) continue;
    let from = k;
    while (from > 0 && type[from - 1] !== BREAK && !/^[.,;:“"—]$/.test(word[from - 1]) && k - from < 22)
      from--;
    let subject = -1;
    for (let j = from; j < k; j++) {
      if (/^(?:number|numbers)$/.test(word[j]) && word[j + 1] === "of")
        return readNounPhrase(doc, j + 2)?.head ?? null;
      // "sales of new cars came to 31,470"
      if (doc.vocab.lists.nounVerbs.has(word[j]) && word[j + 1] === "of") {
        const sold = readNounPhrase(doc, j + 2);
        if (sold) return sold.head;
      }
      if (
        type[j] === WORD &&
        isPlural(doc, j) &&
        !lexeme[j]?.function &&
        !(verb >= 0 && lexeme[j]?.verb) &&
        !isPersonsName(doc, j, from)
      )
        subject = j;
      if (lexeme[j]?.function === "preposition") break;
    }
    if (subject < 0) return null;
    // "ewe numbers fell to": of ewes
    if (word[subject] === "numbers" && subject > from) return singularOf(doc, subject - 1);
    return doc.vocab.lists.notInherited.has(word[subject]) || lexeme[subject]?.verb
      ? null
      : singularOf(doc, subject);
  }
  return null;
}
