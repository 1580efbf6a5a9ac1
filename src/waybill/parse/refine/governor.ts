import type {Status} from "../../model/figure.js";
import {contextOf} from "../contexts.js";
import type {Doc} from "../document.js";
import type {Found} from "../Found.js";
import {MARK, WORD} from "../scan.js";
import type {Clause} from "./clause.js";
import {goodsIn} from "./goods.js";
import {indirectObject} from "./object.js";
import {isName, partyAt, partyBefore} from "./party.js";

export interface Governor {
  at: number;
  frame: "give" | "get" | "move";
  passive: boolean;
  status: Status | null;
}

// The verb of giving or getting that governs the figure: the nearest before it, else the first after it.
export function findGovernor(doc: Doc, figure: Found, {from, to}: Clause): Governor | null {
  for (let k = figure.from - 1; k >= from; k--) {
    const governor = governorAt(doc, k, from, figure);
    if (governor) return governor;
  }
  for (let k = figure.to; k < Math.min(to, figure.to + 14); k++) {
    const governor = governorAt(doc, k, from, figure);
    const relative = governor !== null && hasRelative(doc, figure.to, governor.at);
    if (governor && (governor.passive || governor.frame === "move" || relative)) return governor;
    if (doc.lexeme[k]?.verb?.frame === "say") return null;
  }
  return null;
}

// "17 shipments that a Breda company had tried to send"
function hasRelative({word}: Doc, from: number, to: number): boolean {
  let relative = false;
  for (let k = from; k < to; k++) {
    if (word[k] === "that" || word[k] === "which") relative = true;
    else if (relative && /^(?:,|and|but|or)$/.test(word[k])) return false;
  }
  return relative;
}

function governorAt(doc: Doc, k: number, from: number, figure: Found): Governor | null {
  const {lexeme, word, type, glued} = doc;
  if (type[k] !== WORD) return null;
  const verb = lexeme[k]?.verb;
  if (!verb || verb.frame === "say" || (isName(doc, k) && k !== from)) return null;
  if (glued[k] && word[k - 1] === "-" && word[k - 2] !== "re") return null;
  // "the order", "supplies of", "an offer": nouns that are spelt like verbs.
  if (contextOf(doc, `${verb.tense}Verb`, k, k + 1) === "none") return null;
  // "Cobalt exports from Congo were", "orders fell": the noun, not the verb.
  if (
    (doc.vocab.lists.outwardTrade.has(word[k]) || doc.vocab.lists.inwardTrade.has(word[k])) &&
    verb.tense === "third" &&
    (lexeme[k + 1]?.function === "auxiliary" ||
      lexeme[k + 1]?.function === "preposition" ||
      doc.vocab.lists.amountVerbs.has(word[k + 1]) ||
      lexeme[k + 1]?.changeBefore ||
      lexeme[k + 1]?.verb)
  )
    return null;
  if (doc.vocab.lists.lightVerbs.has(word[k]) && !isStrongUse(doc, k, figure)) return null;
  let passive = false;
  if (verb.tense === "participle" || verb.tense === "past") {
    for (let b = k - 1; b >= Math.max(from, k - 4); b--) {
      if (doc.vocab.lists.beForms.has(word[b])) {
        passive = true;
        break;
      }
      if (
        lexeme[b]?.function !== "adverb" &&
        lexeme[b]?.function !== "auxiliary" &&
        !word[b].endsWith("ly") &&
        word[b] !== "not"
      )
        break;
    }
    // "rifles sent to Chile", "Sent in 63 shipments": a participle with no auxiliary and no subject before it.
    if (
      !passive &&
      (k === from ||
        (type[k - 1] === MARK &&
          word[k - 1] !== "," &&
          word[k - 1] !== "”" &&
          word[k - 1] !== ")" &&
          word[k - 1] !== "—" &&
          word[k - 1] !== "–"))
    )
      passive = true;
    if (
      !passive &&
      doc.vocab.lists.governorPrepositions.has(word[k + 1]) &&
      verb.frame !== "move" &&
      !lexeme[k - 1]?.function &&
      type[k - 1] === WORD &&
      !isFiniteContext(doc, k)
    )
      passive = true;
  }
  return {at: k, frame: verb.frame, passive, status: verb.status};
}

function isStrongUse(doc: Doc, k: number, figure: Found): boolean {
  const {word} = doc;
  // "gave 22 howitzers", "took 120 tonnes", "has released 143,500 food packs"
  const at = /^(?:over|in|out|up)$/.test(word[k + 1] ?? "") ? k + 2 : k + 1;
  if (figure.from === at && !doc.vocab.lists.motionVerbs.has(word[k])) {
    if (/^br[io]/.test(word[k])) return word[k + 1] === "in" && figure.kind !== "money";
    if (figure.kind === "mass" || figure.kind === "volume") return word[k] !== "take" && word[k] !== "taking";
    if (
      figure.kind === "count" &&
      (/^(?:release|hand)/.test(word[k]) || goodsIn(doc, figure.from, figure.to) !== null)
    )
      return true;
  }
  if (/^br[io]/.test(word[k])) return false;
  if (k < figure.from && indirectObject(doc, k, figure)) return true;
  // "had given Ukraine €41 million"
  if (
    /^(?:gi[vf]|gave|grant|lend|offer|hand|tak)/.test(word[k]) &&
    partyAt(doc, k + 1, Math.min(doc.count, k + 7))?.named
  )
    return true;
  for (let j = k + 1; j < Math.min(doc.count, k + 8); j++)
    if (/^(?:to|from|via|through)$/.test(word[j]) && partyAt(doc, j + 1, Math.min(doc.count, j + 8))?.named)
      return true;
  return word[k + 1] === "delivery";
}

// "Volmer sold to X" has a name as subject; "lasers sold to X" has goods.
function isFiniteContext(doc: Doc, k: number): boolean {
  const party = partyBefore(doc, k, Math.max(0, k - 8));
  return party !== null;
}
