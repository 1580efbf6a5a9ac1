import type {Found} from "../Found.js";
import {prepositionOf} from "../syntax/clauses.js";
import {contentsOf, type Event, lots} from "./events.js";
import type {Passage} from "./Passage.js";
import type {Side, Sides} from "./sides.js";

/** What was read of a figure from its own words. */
export interface Part {
  figure: Found;
  passage: Passage | null;
  /** The word of the figure that governs the others. */
  root: number;
  event: Event | null;
  sides: Sides;
}

const farthest = 12;

// "sold 9 boats", and whatever else has both sides.
const isTrade = ({event, sides: {supplier, recipient}}: Part): boolean =>
  event !== null &&
  ((supplier !== null && recipient !== null) ||
    (event.frame.needs === null && (supplier ?? recipient) !== null));

/**
 * Returns the sides of each figure with those that it shares with another one:
 * "bought 40 lathes from Ondal, paying $3m"; "The lathes were billed to Peru";
 * "A further 12 came in June". What a figure says itself stays.
 */
export function shareSides(parts: readonly Part[]): Sides[] {
  const all: Sides[] = [];
  parts.forEach((part, n) => {
    all.push(completed(part, n, parts, all));
  });
  return all;
}

/**
 * Returns the sides without those that tell too little: "brought 9 boats" is a
 * handing over where both sides are named or a preposition names one, "gave 9
 * boats" also where the article tells of trade.
 */
export function sureSides(parts: readonly Part[]): Sides[] {
  const ofTrade = parts.some(isTrade);
  return parts.map(({event, sides, figure}) => {
    const needs = event?.frame.needs;
    const isWeak = needs === "both" || (needs === "trade" && !ofTrade && figure.kind !== "money");
    if (!isWeak || sides.isDirected || (sides.supplier && sides.recipient) || isReceipt(event)) return sides;
    return {...noSides, via: sides.supplier || sides.recipient ? sides.via : null};
  });
}

function completed(part: Part, n: number, parts: readonly Part[], done: readonly Sides[]): Sides {
  const own = fromOthers(part, n, parts, done);
  const before = parts[n - 1];
  if (own.supplier || own.recipient || !before || !goesOn(before, part)) return own;
  const {supplier, recipient} = done[n - 1];
  return supplier || recipient ? merge(own, done[n - 1], n - 1) : own;
}

// "sold 40 lathes for $3m, 9% more than in May": one thing, measured once more, where nothing else is said between.
function goesOn(before: Part, {figure, passage, root, event}: Part): boolean {
  if (!passage || passage !== before.passage || root < 0 || before.root < 0) return false;
  if (/^(age|duration|length|percentage_points)$/.test(figure.kind) || figure.from - before.figure.to > 16)
    return false;
  if (figure.kind === "count" && figure.nounFrom >= 0 && figure.unit === "people") return false;
  for (let i = before.root + 1; i < root; i++) {
    const {pos, tag, form, relation} = passage.tokens[i];
    if (pos === "VERB" && tag !== "VBG" && !/^(amod|acl|case|compound)$/.test(relation)) return false;
    if (/^(;|while|whereas|but|although|though|despite)$/i.test(form)) return false;
  }
  return event === null || event.isNoun || event.frame.object === "money";
}

// "took delivery of 40 lathes"
const isReceipt = (event: Event | null): boolean =>
  event?.passage.tokens[event.clause?.object?.head ?? -1]?.lemma === "delivery";

function fromOthers(part: Part, n: number, parts: readonly Part[], done: readonly Sides[]): Sides {
  const {event, sides, figure} = part;
  const around = clauseMate(part, parts);
  // Who pays is told, and what for; from whom to whom it went is told by the sale.
  if (around) {
    const place = parts.indexOf(around);
    return merge(
      event?.frame.object === "money" ? noSides : sides,
      around.sides,
      place < n ? place : undefined,
    );
  }
  if (event && sides.supplier && sides.recipient && figure.kind === "money")
    return isPayment(sides, n, done)
      ? {...sides, supplier: sides.recipient, recipient: sides.supplier}
      : sides;
  const whole = wholeOf(part, parts);
  if (whole >= 0 && whole < n && event) return merge(sides, done[whole], whole);
  if (!event || (sides.supplier && sides.recipient)) return sides;
  if (figure.kind === "percent") return sides;
  const {passage} = part;
  const goods = passage ? goodsOf(passage, event) : new Set<string>();
  const isSame = (other: Part) =>
    other.passage && other.event && [...goodsOf(other.passage, other.event)].some((noun) => goods.has(noun));
  let unnamed = -1;
  for (let m = n - 1; m >= 0 && n - m <= farthest; m--) {
    const {supplier, recipient} = done[m];
    if (!supplier || !recipient) continue;
    const {supplier: s, recipient: r} = sides;
    if (event.frame.object === "money" && s && isAlike(s, recipient))
      return {supplier, recipient, via: sides.via};
    if (s && isAlike(s, supplier) && !isAlike(s, recipient))
      return merge(sides, {supplier: null, recipient, via: null});
    if (r && isAlike(r, recipient) && isSame(parts[m]))
      return merge(sides, {supplier, recipient: null, via: null});
    if (s || r || !(isSame(parts[m]) || isStandIn(part) || isLot(passage, event))) continue;
    // Who is named goes before "the Russian company".
    if (isNamed(supplier) && isNamed(recipient))
      return {...merge(sides, {supplier, recipient, via: null}, m), isLot: isLot(passage, event)};
    if (unnamed < 0) unnamed = m;
  }
  return unnamed < 0 ? sides : merge(sides, {...done[unnamed], via: null}, unnamed);
}

// Money that goes to who has handed something over to the payer is the price of that.
function isPayment({supplier, recipient}: Sides, n: number, done: readonly Sides[]): boolean {
  for (let m = n - 1; m >= 0 && n - m <= farthest; m--) {
    const before = done[m];
    if (
      before.supplier &&
      recipient &&
      isAlike(before.supplier, recipient) &&
      before.recipient &&
      supplier &&
      !isAlike(before.recipient, recipient)
    )
      return true;
  }
  return false;
}

// "Of the $64m that Peru pledged, $11m was paid out"
function wholeOf({passage, root, event}: Part, parts: readonly Part[]): number {
  if (!passage || !event) return -1;
  const {tree} = passage;
  return parts.findIndex(
    (other) =>
      other.passage === passage &&
      other.root >= 0 &&
      other.root < root &&
      tree.tokens[other.root].head === event.word &&
      prepositionOf(tree, other.root) === "of",
  );
}

/** Nobody at all. */
export const noSides: Sides = {supplier: null, recipient: null, via: null};

const isNamed = ({text}: Side): boolean => /(?:^| )\p{Lu}\S*$/u.test(text);

const inferred = (side: Side | null): Side | null => side && {...side, basis: "inferred"};

function merge(own: Sides, other: Sides, after?: number): Sides {
  const same = (a: Side | null, b: Side | null) => a && b && isAlike(a, b);
  const supplier = own.supplier ?? (same(other.supplier, own.recipient) ? null : inferred(other.supplier));
  const recipient = own.recipient ?? (same(other.recipient, own.supplier) ? null : inferred(other.recipient));
  const sides = {supplier, recipient, via: own.via ?? inferred(other.via)};
  return after === undefined ? sides : {...sides, after};
}

const anybody = /^(company|companies|firms?|group|maker)$/;

/** Whether two wordings can name the same: one's last word stands in the other, and tells more than that it is a firm. */
export function isAlike(a: Side, b: Side): boolean {
  const words = ({text}: Side) =>
    text
      .toLowerCase()
      .replace(/['’]s?\b/g, "")
      .split(/\s+/);
  const [x, y] = [words(a), words(b)];
  const isIn = (word: string, others: readonly string[]) => others.includes(word) && !anybody.test(word);
  return isIn(y[y.length - 1], x) || isIn(x[x.length - 1], y) || x.join(" ") === y.join(" ");
}

// Another figure's handing over whose clause this one's belongs to, or that belongs to it: "…, paying $3m".
function clauseMate({passage, root, event}: Part, parts: readonly Part[]): Part | null {
  if (!passage || root < 0 || (event && event.frame.object !== "money")) return null;
  const clause = event?.clause ?? passage.clauseOver(root);
  if (!clause || (!event && !isPaid(passage, clause.head))) return null;
  return (
    parts.find(
      (other) =>
        other.passage === passage &&
        other.event?.clause &&
        other.event !== event &&
        other.event.frame.object !== "money" &&
        other.sides.supplier &&
        other.sides.recipient &&
        (clause.parent === other.event.clause ||
          other.event.clause === clause ||
          other.event.clause.parent === clause),
    ) ?? null
  );
}

const isPaid = ({tokens}: Passage, head: number): boolean =>
  /^(pay|cost|worth|total|fetch|spend)$/.test(tokens[head].lemma);

// The nouns that are handed over, as base forms.
function goodsOf(passage: Passage, {things, word, isNoun}: Event): Set<string> {
  const heads = [...things, ...(isNoun ? [word] : [])].flatMap((thing) => [
    thing,
    ...contentsOf(passage, thing),
  ]);
  const nouns = heads.flatMap((head) => [
    head,
    ...passage.tree.dependents(head).filter((d) => passage.tree.is(d, "compound")),
  ]);
  return new Set(
    nouns
      .filter(
        (noun) =>
          passage.tokens[noun].pos === "NOUN" &&
          !/^(dollar|thing|tonne|ton|kilo|barrel|litre|part|piece|unit|lot)s?$/.test(
            passage.tokens[noun].lemma,
          ),
      )
      .map((noun) => passage.tokens[noun].lemma.toLowerCase()),
  );
}

// "The machines were shipped in 63 batches"
const isLot = (passage: Passage | null, {things}: Event): boolean =>
  things.some((thing) => lots.has(passage?.tokens[thing].lemma ?? ""));

// "a further 12", "thirty-two were": the noun was named before.
const isStandIn = ({figure: {nounFrom, kind, unit}}: Part): boolean =>
  kind === "count" && ((nounFrom < 0 && unit !== "people") || lots.has(unit ?? ""));
