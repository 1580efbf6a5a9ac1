import type {Doc} from "../document.js";
import type {Found} from "../Found.js";
import {matchForward} from "../phrases.js";
import {WORD} from "../scan.js";
import type {Clause} from "./clause.js";
import {isName, type Party, partyAt, partyBefore} from "./party.js";
import type {Subjects} from "./subject.js";

export interface Trade {
  /** The noun of trade. */
  at: number;
  supplier: Party | string | null;
  recipient: Party | string | null;
}

// "Dutch exports of tulips to Norway", "Armenia's imports from Italy", "sales by Hanwha"
export function findTrade(doc: Doc, figure: Found, {from, to}: Clause, subjects: Subjects): Trade | null {
  const {word, lexeme} = doc;
  for (let k = Math.min(to, figure.to + 12) - 1; k >= from; k--) {
    const out = doc.vocab.lists.outwardTrade.has(word[k]);
    if (!out && !doc.vocab.lists.inwardTrade.has(word[k])) continue;
    if (k >= figure.from && k < figure.to && figure.nounFrom < 0) continue;
    if (lexeme[k]?.verb && lexeme[k - 1]?.function === "auxiliary") continue;
    // "re-exports of cars"
    const first = word[k - 1] === "-" && word[k - 2] === "re" ? k - 2 : k;
    const owner =
      ownerBefore(doc, first, from) ??
      (/^(?:its|their)$/.test(word[k - 1] ?? "") ? subjects.antecedent(from) : null);
    const agent = word[k + 1] === "by" ? partyAt(doc, k + 2, to) : null;
    const party = agent ?? owner;
    if (!party && !/^(?:of|to|from|by)$/.test(word[k + 1] ?? "")) continue;
    const made = madeIn(doc, k, to);
    if (doc.vocab.lists.arrivalNouns.has(word[k]))
      return {at: k, supplier: made ?? party, recipient: portOf(doc, k, to)};
    return out
      ? {at: k, supplier: party ?? made, recipient: null}
      : {at: k, supplier: made, recipient: party};
  }
  return null;
}

// "shipments of Swiss watches", "imports of Guinean bauxite": where the goods are from.
function madeIn({word, vocab, text, start, end}: Doc, k: number, to: number): string | null {
  if (word[k + 1] !== "of" || k + 2 >= to) return null;
  const tokens = {text, start, end, word, count: to} as Doc;
  const place = matchForward(tokens, k + 2, vocab.places);
  const isWritten = place !== null && text.charAt(start[k + 2]) !== text.charAt(start[k + 2]).toLowerCase();
  return isWritten && place.value.role === "demonym" ? place.value.country : null;
}

// "discharges at Chinese ports", "arrivals in Rotterdam"
function portOf(doc: Doc, k: number, to: number): string | null {
  for (let j = k + 1; j < Math.min(to, k + 9); j++) {
    if (doc.word[j] !== "at" && doc.word[j] !== "in") continue;
    const place = matchForward(doc, j + 1, doc.vocab.places);
    if (place && isName(doc, j + 1))
      return place.value.role === "demonym"
        ? place.value.country
        : doc.text.slice(doc.start[j + 1], doc.end[place.to - 1]);
  }
  return null;
}

function ownerBefore(doc: Doc, k: number, from: number): Party | string | null {
  const {word} = doc;
  for (let b = k - 1; b >= Math.max(from, k - 6); b--) {
    const place = matchForward(doc, b, doc.vocab.places);
    if (place && place.to <= k && place.value.role === "demonym" && isName(doc, b)) {
      // "Danish companies' exports" names the companies; "Danish exports" the country.
      return doc.lexeme[place.to]?.party && place.to < k ? partyAt(doc, b, k) : place.value.country;
    }
    if (word[b].endsWith("'s") || (word[b] === "s" && word[b - 1] === "'") || word[b + 1] === "'") {
      const party = partyBefore(doc, b + 1, from);
      if (party) return stripPossessive(doc, party);
    }
    if (doc.type[b] !== WORD || doc.lexeme[b]?.function === "preposition") return null;
  }
  return null;
}

export function stripPossessive(doc: Doc, party: Party): Party | string {
  return doc.text.slice(doc.start[party.from], doc.end[party.to - 1]).replace(/['’]s?$/, "");
}
