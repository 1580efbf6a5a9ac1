import type {Doc} from "../document.js";
import type {Found} from "../Found.js";
import {matchForward} from "../phrases.js";
import {WORD} from "../scan.js";
import type {Clause} from "./clause.js";
import {isName, type Party, partyAt, partyBefore} from "./party.js";
import type {Subjects} from "./subject.js";

export interface Trade {
  supplier: Party | string | null;
  recipient: Party | string | null;
}

export const outward =
  /^(?:exports?|sales?|supplies|deliveries|shipments?|supply|delivery|donations?|re-exports?|transfers?)$/;
export const inward = /^(?:imports?|purchases?|orders?|buying|procurement|intake)$/;

// "Dutch exports of tulips to Norway", "Armenia's imports from Italy", "sales by Hanwha"
export function findTrade(doc: Doc, figure: Found, {from, to}: Clause, subjects: Subjects): Trade | null {
  const {word, lexeme} = doc;
  for (let k = Math.min(to, figure.to + 12) - 1; k >= from; k--) {
    const out = outward.test(word[k]);
    if (!out && !inward.test(word[k])) continue;
    if (k >= figure.from && k < figure.to && figure.nounFrom < 0) continue;
    if (lexeme[k]?.verb && lexeme[k - 1]?.function === "auxiliary") continue;
    const owner =
      ownerBefore(doc, k, from) ??
      (/^(?:its|their)$/.test(word[k - 1] ?? "") ? subjects.antecedent(from) : announcer(doc, k, from));
    const agent = word[k + 1] === "by" ? partyAt(doc, k + 2, to) : null;
    const party = agent ?? owner;
    if (!party && !/^(?:of|to|from|by)$/.test(word[k + 1] ?? "")) continue;
    return out ? {supplier: party, recipient: null} : {supplier: null, recipient: party};
  }
  return null;
}

// "the authority announced the purchase of": whoever announces it does it.
function announcer(doc: Doc, k: number, from: number): Party | null {
  if (doc.word[k - 1] !== "the" && doc.word[k - 1] !== "a") return null;
  return /^(?:announced|confirmed|completed|approved|reported)$/.test(doc.word[k - 2] ?? "")
    ? partyBefore(doc, k - 2, from)
    : null;
}

function ownerBefore(doc: Doc, k: number, from: number): Party | string | null {
  const {word} = doc;
  for (let b = k - 1; b >= Math.max(from, k - 6); b--) {
    const place = matchForward(doc, b, doc.vocab.places);
    if (place && place.to <= k && place.value.role === "demonym" && isName(doc, b)) {
      // "Chinese companies' exports" names the companies; "Chinese exports" the country.
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

// "received an order from Kolvex", "an order by Peru": who orders receives.
export function orderFrom(doc: Doc, from: number, to: number): Party | null {
  const {word} = doc;
  for (let k = from; k < to; k++) {
    if (
      !/^(?:order|orders|contract|request)$/.test(word[k]) ||
      !/^(?:an|a|the|new|received|won|secured|got|its|first)$/.test(word[k - 1] ?? "")
    )
      continue;
    for (let j = k + 1; j < Math.min(to, k + 9); j++)
      if (word[j] === "from" || word[j] === "by") {
        const party = partyAt(doc, j + 1, to);
        if (party) return party;
      }
  }
  return null;
}

// "won a $4m order from Poland", "placed an order with Sandvarg for 12 howitzers"
export function placedOrder(
  doc: Doc,
  {from, to}: Clause,
  subjects: Subjects,
): {supplier: Party | null; recipient: Party | null} | null {
  const {word} = doc;
  for (let k = from; k < to; k++) {
    if (!/^(?:won|wins|received|secured|landed|clinched|placed|places)$/.test(word[k])) continue;
    for (let j = k + 1; j < Math.min(to, k + 10); j++) {
      if (!/^(?:order|orders|contract|contracts)$/.test(word[j])) continue;
      const link = word[j + 1];
      if (link !== "from" && link !== "with") continue;
      const other = partyAt(doc, j + 2, to);
      const subject = subjects.of(k, from);
      if (!other || !subject) return null;
      return link === "from" && !word[k].startsWith("place")
        ? {supplier: subject, recipient: other}
        : {supplier: other, recipient: subject};
    }
  }
  return null;
}
