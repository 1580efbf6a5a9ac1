import type {Doc} from "../document.js";
import type {Found} from "../Found.js";
import {isName, partyBefore} from "../refine/party.js";
import {beforeVerbs, isFiniteVerb, subjectOf as nounSubjectOf, type Stretch} from "../refine/predicate.js";
import {WORD} from "../scan.js";
import {coreEnd} from "./wording.js";

/** Returns the verb before the token that is nearest to it, or -1. */
export function verbBefore(doc: Doc, at: number, floor: number): number {
  for (let k = at - 1; k >= floor; k--) {
    if (/^[;:]$/.test(doc.word[k])) return -1;
    if (isFiniteVerb(doc, k) || isVerbByPlace(doc, k, at)) return k;
  }
  return -1;
}

// "to hire 45 people", "which employs 1,300 people", "of pocketing $1.4m": no list has all verbs.
const modal = /^(?:will|would|shall|should|can|could|may|might|must)$/;

function isVerbByPlace(doc: Doc, k: number, at: number): boolean {
  const {word, lexeme, type, vocab} = doc;
  if (type[k] !== WORD || lexeme[k]?.function || isName(doc, k)) return false;
  if (word[k - 1] === "to" || modal.test(word[k - 1] ?? "")) return true;
  if (lexeme[k - 1]?.function === "pronoun" || /^(?:who|which)$/.test(word[k - 1] ?? "")) return true;
  let next = k + 1;
  while (next < at && lexeme[next]?.function === "determiner") next++;
  const isBefore = next === at || vocab.lists.holdingVerbs.has(stemOf(doc, k));
  if (!isBefore || lexeme[k - 1]?.function === "determiner") return false;
  return word[k].endsWith("ing") || (word[k].endsWith("s") && lexeme[k - 1]?.function !== "preposition");
}

// "employs", "employed", "employing" of "employ"; irregular forms are listed themselves.
function stemOf({word, vocab}: Doc, k: number): string {
  const w = word[k];
  const {holdingVerbs} = vocab.lists;
  for (const [ending, instead] of endings) {
    if (!w.endsWith(ending)) continue;
    const stem = w.slice(0, w.length - ending.length) + instead;
    if (holdingVerbs.has(stem)) return stem;
  }
  return w;
}

const endings = [
  ["", ""],
  ["s", ""],
  ["ed", ""],
  ["d", ""],
  ["ing", ""],
  ["ing", "e"],
  ["ies", "y"],
  ["es", ""],
  ["ied", "y"],
] as const;

const farthest = 12;

/** Whether the verb says that its subject has what stands at the token: “has”, “employs”, “lost”. */
export function isHolding(doc: Doc, verb: number, at: number): boolean {
  const {word, vocab, lexeme} = doc;
  if (at - verb > farthest || !vocab.lists.holdingVerbs.has(stemOf(doc, verb))) return false;
  // "has seen 40" has not, and "it took a year" is nobody's.
  if (/^ha(?:s|ve|d)$/.test(word[verb]))
    for (let k = verb + 1; k < at; k++)
      if (!/^(?:determiner|adverb)$/.test(lexeme[k]?.function ?? "")) return false;
  if (/^t(?:akes?|ook)$/.test(word[verb]) && word[verb - 1] === "it") return false;
  // "are held by", "was run on": what has it does not stand before.
  if (vocab.lists.beForms.has(word[verb - 1])) return false;
  for (let k = verb + 1; k < at; k++) {
    if (/^["“”(]$/.test(word[k])) return false;
    if (
      lexeme[k]?.function === "preposition" &&
      !/^(?:of|over|about|around|up|on|under|to|than)$/.test(word[k])
    )
      return false;
  }
  return true;
}

/** Whether the verb tells of a rise, a fall or a size of its subject. */
export function isMovedIn({lexeme, word, vocab}: Doc, verb: number, {kind, from}: Found): boolean {
  if (kind === "count" || kind === "money") return false;
  const {beForms, amountVerbs, puttingVerbs} = vocab.lists;
  for (let k = verb; k < from; k++) if (lexeme[k]?.changeBefore) return true;
  return (
    beForms.has(word[verb]) ||
    amountVerbs.has(word[verb]) ||
    (puttingVerbs.has(word[verb]) && beForms.has(word[verb - 1]))
  );
}

/** Returns the subject of a verb, a pronoun apart; also of one that goes on from another verb. */
export function subjectOf(
  doc: Doc,
  verb: number,
  floor: number,
  depth = 0,
): Stretch | {pronoun: number} | null {
  const {word, lexeme} = doc;
  const to = beforeVerbs(doc, verb, floor);
  if (to <= floor || depth > 4) return null;
  const last = word[to - 1];
  if (/^(?:it|they|he|she|we|i)(?:'(?:ve|d|ll|m|re|s))?$/.test(last)) return {pronoun: to - 1};
  const isGerund = word[verb].endsWith("ing") && !lexeme[verb]?.function;
  // "accuses the chairman of pocketing": whom the clause accuses.
  if (isGerund && lexeme[to - 1]?.function === "preposition") {
    const party = partyBefore(doc, word[to - 2] === "," ? to - 2 : to - 1, floor);
    if (party) return party;
  }
  if (/^(?:and|or|but|to|then)$/.test(last) || (isGerund && /^(?:,|of|for|by|from)$/.test(last))) {
    const earlier = verbBefore(doc, to - 1, floor);
    return earlier < 0 ? null : subjectOf(doc, earlier, floor, depth + 1);
  }
  return nounSubjectOf(doc, verb, floor);
}

/** Whether a thing tells of a handing over, whoever its sides are: “India's imports of oil”, “diesel sold in Karachi”. */
export function isTraded(doc: Doc, {from, to}: Stretch): boolean {
  const {word, lexeme, vocab} = doc;
  const {outwardTrade, inwardTrade, arrivalNouns} = vocab.lists;
  const core = coreEnd(doc, from, to);
  // "revenue from exports" is a firm's.
  const end = vocab.lists.ownedNouns.has(word[core - 1]) ? core : to;
  for (let k = from; k < end; k++) {
    const isTrade = outwardTrade.has(word[k]) || inwardTrade.has(word[k]) || arrivalNouns.has(word[k]);
    // "order book", and a firm's "annual sales"
    if (isTrade && word[k] !== "order") return !/^sales?$/.test(word[k]) || word[k + 1] === "to";
    const verb = lexeme[k]?.verb;
    if (verb && verb.frame !== "say" && word[k].endsWith("d")) return true;
  }
  return false;
}
