import {type Doc, isUpper} from "../document.js";
import {isPlural} from "../nounPhrase.js";
import type {Num} from "../number.js";
import {matchForward} from "../phrases.js";
import {BREAK, MARK, WORD} from "../scan.js";
import type {SetAside} from "./name.js";

/**
 * Returns where a title ends that starts with a number in digits: “99 Red
 * Balloons”, “98 Degrees”, “2 Rifles”. Prose writes what it counts small, but
 * for peoples, parties, ranks, prizes and makes: “12 Danes”, “39 Bradleys”.
 */
export function findTitle(doc: Doc, i: number, num: Num | null): SetAside | null {
  const {text, start, end, type, word, lexeme, glued} = doc;
  if (!num?.digits || num.scale > 1 || num.to !== i + 1 || glued[i]) return null;
  let to = num.to;
  for (; to < num.to + 6 && type[to] === WORD && !glued[to] && isUpper(text, start[to]); to++) {
    const written = text.slice(start[to], end[to]);
    if (
      written.length < 2 ||
      /^[A-Z]{2}/.test(written) ||
      lexeme[to]?.month ||
      (lexeme[to]?.weekday ?? -1) >= 0
    )
      return null;
    if (matchForward(doc, to, doc.vocab.places) || doc.vocab.lists.awards.has(word[to]) || lexeme[to]?.party)
      return null;
  }
  const words = to - num.to;
  if (words === 0 || word[to] === "-" || !isProse(doc, i)) return null;
  // "17 Boeing 747 freighters", "40 Light Combat jets": the phrase goes on.
  if (
    word[to] !== undefined &&
    type[to] !== MARK &&
    type[to] !== BREAK &&
    !lexeme[to]?.function &&
    isPluralNear(doc, to)
  )
    return null;
  const first = lexeme[num.to];
  const isKnown = first !== null && !first.function && !first.label && isPlural(doc, num.to);
  const unit = matchForward(doc, num.to, doc.vocab.units)?.value;
  const isUnit = unit?.role === "word" && !isUpper(unit.form, 0);
  if (unit && !isUnit) return null;
  const opens = isPlural(doc, to - 1) || isUnit;
  // "The 39 Steps has": a plural that is one thing
  const isOne = word[i - 1] === "the" && doc.vocab.lists.titleVerbs.has(word[to]);
  // "the band plays 76 Trombones"
  if (words === 1 && opens && isOfWork(doc, i)) return {to, reason: "name"};
  if (words > 1 ? opens : isKnown || isUnit || isOne || (word[i].length === 1 && opens))
    return {to, reason: "name"};
  return null;
}

/** Returns where a title in quotation marks ends that starts with a number: “13 Ghosts”, “Ninety-Nine Names”. */
export function findQuotedTitle(doc: Doc, i: number, num: Num): SetAside | null {
  const {text, start, type, word, lexeme, glued} = doc;
  if (!glued[i] || !/^["“‘']$/.test(word[i - 1] ?? "") || (i > 1 && glued[i - 1])) return null;
  let capitals = 0;
  for (let k = num.to; k < num.to + 9; k++) {
    if (/^["”’']$/.test(word[k] ?? "") && glued[k]) {
      const to = word[k - 1] === "," || word[k - 1] === "." ? k - 1 : k;
      return capitals > 0 ? {to, reason: "name"} : null;
    }
    if (type[k] === WORD && isUpper(text, start[k])) capitals++;
    else if (type[k] === WORD ? !lexeme[k]?.function : type[k] === BREAK) return null;
  }
  return null;
}

// Whether a film, song or book is told of shortly before.
function isOfWork({word, type, vocab}: Doc, i: number): boolean {
  for (let k = i - 1; k > i - 7 && k >= 0 && type[k] !== BREAK; k--)
    if (vocab.lists.works.has(word[k])) return true;
  return false;
}

const isPluralNear = (doc: Doc, at: number): boolean => {
  for (let k = at; k < at + 3 && k < doc.count; k++)
    if (doc.type[k] === WORD && isPlural(doc, k)) return true;
  return false;
};

/** Whether words around are written small, as in no headline. */
export function isProse({type, text, start, lexeme}: Doc, i: number): boolean {
  let small = 0;
  for (const step of [-1, 1])
    for (let k = i + step, n = 0; k >= 0 && k < type.length && n < 12 && type[k] !== BREAK; k += step, n++)
      if (type[k] === WORD && !lexeme[k]?.function && !isUpper(text, start[k])) small++;
  return small >= 2;
}
