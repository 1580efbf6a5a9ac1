import type {Status} from "../../../src/model/figure.js";
import type {Doc} from "../document.js";
import type {Found} from "../Found.js";
import {MARK, WORD} from "../scan.js";
import type {Clause} from "./clause.js";
import {goodsIn} from "./goods.js";
import {indirectObject} from "./object.js";
import {isName, partyAt, partyBefore} from "./party.js";
import {inward, outward} from "./trade.js";

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

const be = new Set("is are was were been be being got gets".split(" "));

function governorAt(doc: Doc, k: number, from: number, figure: Found): Governor | null {
  const {lexeme, word, type, glued} = doc;
  if (type[k] !== WORD) return null;
  const verb = lexeme[k]?.verb;
  if (!verb || verb.frame === "say" || (isName(doc, k) && k !== from)) return null;
  if (glued[k] && word[k - 1] === "-") return null;
  const before = word[k - 1] ?? "";
  // "the order", "supplies of", "an offer": nouns that are spelt like verbs.
  const noun =
    lexeme[k - 1]?.function === "determiner" ||
    /^(?:of|new|first|last|annual|monthly|total|more|further|its|their|his|her)$/.test(before);
  if (noun && verb.tense !== "participle" && verb.tense !== "past") return null;
  if (
    noun &&
    (verb.tense === "past" || verb.tense === "participle") &&
    lexeme[k - 1]?.function === "determiner" &&
    !/^(?:that|which|who)$/.test(before)
  )
    return null;
  if (word[k + 1] === "of" && verb.tense !== "gerund" && (verb.tense === "base" || verb.tense === "third"))
    return null;
  if (
    verb.tense === "base" &&
    !/^(?:to|has|have|had|will|would|could|can|may|might|should|must|not|shall|did|do|does|and|they|we|who|which|that|also|secretly|companies|firms|countries)$/.test(
      before,
    ) &&
    !(lexeme[k - 1]?.function === "adverb") &&
    !isPluralNoun(word[k - 1])
  )
    return null;
  // "Cobalt exports from Congo were", "orders fell": the noun, not the verb.
  if (
    (outward.test(word[k]) || inward.test(word[k])) &&
    verb.tense === "third" &&
    (lexeme[k + 1]?.function === "auxiliary" ||
      lexeme[k + 1]?.function === "preposition" ||
      lexeme[k + 1]?.changeBefore ||
      lexeme[k + 1]?.verb)
  )
    return null;
  if (verb.tense === "third" && lexeme[k - 1] && lexeme[k - 1]?.function === "preposition") return null;
  if (
    /^(?:go|goes|went|going|take|takes|took|taken|taking|get|gets|got|getting|come|comes|came|give|gives|gave|given|giving|pass|land|move|moves|moved|book|hand|source|fly|collect|lend|grant|offer|offers|offered|release|released|pump|bring|brings|brought|bringing|accept|secure|secured)$/.test(
      word[k],
    ) &&
    !isStrongUse(doc, k, figure)
  )
    return null;
  let passive = false;
  if (verb.tense === "participle" || verb.tense === "past") {
    for (let b = k - 1; b >= Math.max(from, k - 4); b--) {
      if (be.has(word[b])) {
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
    // "rifles sent to Russia", "Sent in 63 shipments": a participle with no auxiliary and no subject before it.
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
      /^(?:by|to|from|via|through|in)$/.test(word[k + 1] ?? "") &&
      verb.frame !== "move" &&
      !lexeme[k - 1]?.function &&
      type[k - 1] === WORD &&
      !isFiniteContext(doc, k)
    )
      passive = true;
  }
  return {at: k, frame: verb.frame, passive, status: verb.status};
}

function isPluralNoun(w: string | undefined): boolean {
  return w !== undefined && w.length > 3 && w.endsWith("s");
}

function isStrongUse(doc: Doc, k: number, figure: Found): boolean {
  const {word} = doc;
  // "gave 22 howitzers", "took 120 tonnes", "has released 143,500 food packs"
  const at = /^(?:over|in|out|up)$/.test(word[k + 1] ?? "") ? k + 2 : k + 1;
  if (
    figure.from === at &&
    !/^(?:go|goes|went|going|come|comes|came|pass|land|get|gets|got)$/.test(word[k])
  ) {
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

// "Haucore sold to X" has a name as subject; "lasers sold to X" has goods.
function isFiniteContext(doc: Doc, k: number): boolean {
  const party = partyBefore(doc, k, Math.max(0, k - 8));
  return party !== null;
}
