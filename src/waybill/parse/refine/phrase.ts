import {contextOf} from "../contexts.js";
import type {Doc} from "../document.js";
import type {Found} from "../Found.js";
import type {Clause} from "./clause.js";
import {isName, type Party, partyAt} from "./party.js";

export interface Limits {
  left: number;
  right: number;
  /** Past the next figure: only where this one has no phrase of its own. */
  far: number;
}

export function ownLimits(doc: Doc, figure: Found, figures: readonly Found[], {from, to}: Clause): Limits {
  let left = from;
  let right = to;
  for (const other of figures) {
    if (other === figure) continue;
    if (other.from >= figure.to && other.from < right && isGoodsFigure(other)) right = other.from;
    if (other.to <= figure.from && other.to > left && isGoodsFigure(other)) left = other.to;
  }
  // "rose to 1.1m tonnes, while those to Senegal fell": the other clause has phrases of its own.
  for (let k = figure.to; k < right; k++) if (isOtherClause(doc, k)) right = k;
  for (let k = figure.from - 1; k > left; k--) if (isOtherClause(doc, k)) left = k;
  let far = to;
  for (let k = figure.to; k < far; k++) if (isOtherClause(doc, k)) far = k;
  return {left, right, far};
}

const isOtherClause = ({word, vocab}: Doc, k: number): boolean => vocab.lists.concessives.has(word[k]);

type Opener = "from" | "to" | "via" | "through";

/** The party after a preposition: to the right of the figure, else between it and the figure before, else further on. */
export function prepositional(
  doc: Doc,
  which: Opener,
  figure: Found,
  clause: Clause,
  {left, right, far}: Limits,
  leftFirst = false,
): Party | null {
  if (leftFirst) {
    const own = searchPhrase(doc, which, left, figure.from, clause.to);
    if (own) return own;
  }
  const near = searchPhrase(doc, which, figure.to, right, clause.to);
  // "12 shipments of parts, and via Ghana 12 tons": it leads over to the next figure.
  const leads =
    near !== null &&
    near.to === right &&
    right < clause.to &&
    /^(?:and|,)$/.test(doc.word[openerOf(doc, near, figure.to) - 1] ?? "");
  if (near && !leads) return near;
  const before = searchPhrase(doc, which, left, figure.from, clause.to);
  if (before) return before;
  if (far > right && !hasAnyPhrase(doc, figure.to, right))
    return searchPhrase(doc, which, right, far, clause.to);
  return null;
}

function openerOf({word, vocab}: Doc, party: Party, floor: number): number {
  let k = party.from - 1;
  while (k > floor && !vocab.lists.routeWords.has(word[k])) k--;
  return k;
}

function searchPhrase(doc: Doc, which: Opener, from: number, to: number, limit: number): Party | null {
  const {word} = doc;
  for (let k = from; k < to; k++) {
    const w = word[k];
    if (
      w !== which &&
      !(which === "to" && w === "into") &&
      !(which === "via" && w === "by" && word[k + 1] === "way" && word[k + 2] === "of")
    )
      continue;
    if (!opensParty(doc, which, k)) continue;
    const party = partyAt(doc, doc.word[k] === "by" ? k + 3 : k + 1, limit);
    if (party) return party;
  }
  return null;
}

function hasAnyPhrase(doc: Doc, from: number, to: number): boolean {
  return (["from", "to", "via", "through"] as const).some(
    (which) => searchPhrase(doc, which, from, to, to) !== null,
  );
}

function opensParty(doc: Doc, which: Opener, k: number): boolean {
  const told = contextOf(doc, which, k, k + 1);
  return told === "name" ? isName(doc, k + 1) : told !== "none";
}

// "does more business with Chile, where it bought": whom the business is done with.
export function counterparty(doc: Doc, {from}: Clause, figure: Found): Party | null {
  const {word} = doc;
  for (let k = figure.from - 1; k > from; k--)
    if (word[k] === "with" && doc.vocab.lists.dealingNouns.has(word[k - 1]))
      return partyAt(doc, k + 1, figure.from);
  return null;
}

export function phraseAfter(doc: Doc, preposition: string, from: number, to: number): Party | null {
  for (let k = from; k < Math.min(to, from + 16); k++)
    if (doc.word[k] === preposition && !doc.lexeme[k + 1]?.month) {
      const party = partyAt(doc, k + 1, to);
      if (party) return party;
    }
  return null;
}

export function isGoodsFigure({kind}: Found): boolean {
  return (
    kind === "money" ||
    kind === "count" ||
    kind === "mass" ||
    kind === "volume" ||
    kind === "rate" ||
    kind === "energy"
  );
}
