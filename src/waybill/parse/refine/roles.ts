import type {Basis, Status} from "../../model/figure.js";
import {type Doc, sentenceOf, sentenceTokens} from "../document.js";
import type {Found} from "../Found.js";
import {BREAK} from "../scan.js";
import {isList, within} from "../within.js";
import {type Clause, clauseOf} from "./clause.js";
import {cuesOf, DEAL, TRADE} from "./clauseCues.js";
import {dealOf, departureOf, isPayment, paymentOf} from "./deal.js";
import {findGovernor} from "./governor.js";
import {gappedSubject, indirectObject} from "./object.js";
import {type Party, partyAt, partyBefore} from "./party.js";
import {counterparty, ownLimits, phraseAfter, prepositional} from "./phrase.js";
import {findStatus} from "./status.js";
import {Subjects} from "./subject.js";
import type {Thing} from "./thing.js";
import {findTrade, stripPossessive} from "./trade.js";

export interface Role {
  text: string;
  basis: Basis;
}

/** From whom, to whom and through whom a figure's goods went, and what had happened with them. */
export interface Roles {
  supplier: Role | null;
  recipient: Role | null;
  via: Role | null;
  status: {value: Status; basis: Basis} | null;
  /** The earlier figure, by its place in the list, that this one goes on about; -1 for none. */
  after: number;
}

const none: Roles = {supplier: null, recipient: null, via: null, status: null, after: -1};

/**
 * Returns the roles of each figure. They come from the verb that governs the
 * figure (“X sold Y to Z”), from nouns of trade (“Danish exports to Chile”),
 * and, where a sentence names nobody, from the sentence before.
 */
export function findRoles(doc: Doc, figures: readonly Found[], things: readonly (Thing | null)[]): Roles[] {
  const subjects = new Subjects(doc);
  const result: Roles[] = [];
  figures.forEach((figure, n) => {
    if (figure.kind === "age" || figure.kind === "duration") {
      result.push(none);
      return;
    }
    const clause = clauseOf(doc, figure);
    if (isList(figures, clause.from, clause.to)) {
      result.push(none);
      return;
    }
    const companions = within(figures, clause.from, clause.to);
    const own = ownRoles(doc, figure, companions, clause, subjects);
    // Lengths and people are handed over by nobody, but may be planned.
    if (isNoGoods(doc, figure)) {
      result.push({...none, status: own.status});
      return;
    }
    const roles = complete(doc, figure, own, figures, result, n);
    result.push(likeItsThing(figure, roles, things[n], result));
  });
  return result;
}

// "They came to €31m": of whom and to whom is as with the figure whose thing it shares.
function likeItsThing(figure: Found, own: Roles, thing: Thing | null, done: readonly Roles[]): Roles {
  if (own.supplier || own.recipient || thing?.after === undefined || figure.kind === "percentage_points")
    return own;
  const {supplier, recipient} = done[thing.after];
  return {...own, supplier: inferred(supplier), recipient: inferred(recipient)};
}

const isNoGoods = ({vocab}: Doc, {kind, unit}: Found): boolean =>
  kind === "length" || (kind === "count" && unit !== null && vocab.lists.peopleNouns.has(unit));

function ownRoles(
  doc: Doc,
  figure: Found,
  figures: readonly Found[],
  clause: Clause,
  subjects: Subjects,
): Roles {
  const {word} = doc;
  const governor = findGovernor(doc, figure, clause);
  const cues = cuesOf(doc, clause);
  const trade = cues & TRADE ? findTrade(doc, figure, clause, subjects) : null;
  let supplier: Party | string | null = null;
  let recipient: Party | string | null = null;
  if (governor) {
    const subject = gappedSubject(doc, governor.at, figure, figures) ?? subjects.of(governor.at, clause.from);
    if (governor.passive) {
      const agent = phraseAfter(doc, "by", governor.at + 1, clause.to);
      if (governor.frame === "give") supplier = agent;
      else if (governor.frame === "get") recipient = agent;
      // "were given 40 rifles": a person or company as subject of a passive receives.
      if (
        governor.frame === "give" &&
        subject &&
        figure.from > governor.at &&
        doc.lexeme[governor.at]?.verb &&
        isRecipientSubject(doc, governor.at, figure)
      )
        recipient = subject;
    } else if (governor.frame === "give") {
      supplier = subject;
      // "sold Peru $20m of rails", "supplied Kolvex, a Tartu maker of lenses, with 40 lathes"
      const indirect = governor.at < figure.from ? partyAt(doc, governor.at + 1, figure.from) : null;
      if (indirect?.named && indirect.to <= figure.from && isIndirect(doc, indirect, figure))
        recipient = indirect;
      else if (governor.at < figure.from) recipient = indirectObject(doc, governor.at, figure);
    } else if (governor.frame === "get") recipient = subject;
    else if (governor.frame === "move" && word[governor.at].startsWith("reach"))
      recipient = partyAt(doc, governor.at + 1, clause.to);
    // "the metro's 85 escalators were supplied by": whose they are now.
    if (
      governor.passive &&
      governor.frame === "give" &&
      !recipient &&
      /['’]s$/.test(
        doc.text.slice(doc.start[Math.max(0, figure.from - 1)], doc.end[Math.max(0, figure.from - 1)]),
      )
    ) {
      const owner = partyBefore(doc, figure.from, clause.from);
      if (owner) recipient = stripPossessive(doc, owner);
    }
  }
  if (governor && isPayment(doc, governor.at))
    ({supplier, recipient} = paymentOf(doc, governor.at, figure.from, clause, subjects));
  const deal =
    (cues & DEAL) === 0 ||
    (governor && doc.lexeme[governor.at]?.verb?.lemma !== "award" && (supplier || recipient))
      ? null
      : dealOf(doc, clause, subjects);
  if (deal) {
    supplier = deal.supplier ?? supplier;
    recipient = deal.recipient ?? recipient;
  }
  const departure = departureOf(doc, figure, clause);
  if (departure) ({supplier, recipient} = departure);
  if (trade) {
    supplier ??= trade.supplier;
    recipient ??= trade.recipient;
  }
  const about = governor !== null || trade !== null || deal !== null || departure !== null;
  let via: Party | null = null;
  if (about) {
    const limits = ownLimits(doc, figure, figures, clause);
    // "exports of machinery to Kazakhstan reached $61m": the noun's own phrases stand before the figure.
    const leftFirst =
      trade !== null &&
      trade.at < figure.from &&
      (governor === null || governor.at < trade.at || governor.at > figure.from);
    const from = deal?.supplier ? null : prepositional(doc, "from", figure, clause, limits, leftFirst);
    if (
      from &&
      !(
        supplier &&
        governor?.frame === "give" &&
        !governor.passive &&
        !isVerbGap(doc, governor.at, from.from)
      )
    )
      supplier = from;
    const to = deal ? null : prepositional(doc, "to", figure, clause, limits, leftFirst);
    if (to && (governor?.frame !== "get" || !recipient)) recipient = to;
    via =
      prepositional(doc, "via", figure, clause, limits) ??
      prepositional(doc, "through", figure, clause, limits);
    if (governor?.frame === "get" && !supplier) supplier = counterparty(doc, clause, figure);
  }
  recipient ??= aided(doc, figure, clause);
  const status = findStatus(doc, figure, clause, governor, trade !== null);
  return {
    supplier: toRole(doc, supplier),
    recipient: toRole(doc, recipient),
    via: toRole(doc, via),
    status,
    after: -1,
  };
}

// "a $300m package for Kyiv", "$5m in aid to Chad": whom the money is to help.
function aided(doc: Doc, figure: Found, {to}: Clause): Party | null {
  if (figure.kind !== "money") return null;
  for (let k = figure.to; k < Math.min(to, figure.to + 6); k++)
    if (doc.vocab.lists.aidNouns.has(doc.word[k]) && /^(?:for|to)$/.test(doc.word[k + 1] ?? "")) {
      const party = partyAt(doc, k + 2, to);
      return party?.named ? party : null;
    }
  return null;
}

function toRole(doc: Doc, party: Party | string | null): Role | null {
  if (party === null) return null;
  if (typeof party === "string") return {text: party, basis: "inferred"};
  const text = doc.text
    .slice(doc.start[party.from], doc.end[party.to - 1])
    .replace(/\s+/g, " ")
    .replace(/["“”]/g, "");
  return text ? {text, basis: "stated"} : null;
}

function isRecipientSubject(doc: Doc, at: number, figure: Found): boolean {
  return (
    doc.vocab.lists.givenParticiples.has(doc.word[at]) && figure.from - at <= 4 && doc.word[at + 1] !== "to"
  );
}

function isIndirect({word, type}: Doc, party: Party, figure: Found): boolean {
  if (party.to === figure.from) return true;
  for (let k = party.to; k < figure.from; k++) {
    if (word[k] === "with") return true;
    if (type[k] === BREAK) return false;
  }
  return figure.from - party.to <= 1;
}

function isVerbGap({lexeme}: Doc, a: number, b: number): boolean {
  for (let k = a + 1; k < b; k++) if (lexeme[k]?.verb) return true;
  return false;
}

// A fragment, or a sentence that names nobody, goes on about what was said before.
function complete(
  doc: Doc,
  figure: Found,
  own: Roles,
  figures: readonly Found[],
  done: readonly Roles[],
  n: number,
): Roles {
  if (figure.kind === "age" || figure.kind === "duration") return own;
  if (own.supplier || own.recipient) {
    const mate = sameSentence(doc, figure, figures, done, n);
    if (mate && isElliptic(doc, figure, figures[n - 1])) return fill(own, mate, n - 1);
    return own;
  }
  const mate = sameSentence(doc, figure, figures, done, n);
  if (
    mate &&
    (isElliptic(doc, figure, figures[n - 1]) ||
      ((figure.kind === "multiple" || figure.kind === "percent") && !isTurned(doc, figures[n - 1], figure)))
  )
    return fill(own, mate, n - 1);
  if (!own.status && !isDefinite(doc, figure)) return own;
  if (own.status === null && figure.from - sentenceTokens(doc, sentenceOf(doc, figure.from)).from > 6)
    return own;
  const here = sentenceOf(doc, figure.from);
  for (let m = n - 1; m >= 0; m--) {
    const roles = done[m];
    const back = here - sentenceOf(doc, figures[m].from);
    if (back > 60) break;
    if (roles.supplier && roles.recipient && (back <= 2 || isDefinite(doc, figure)))
      return fill(own, roles, m);
  }
  return own;
}

function sameSentence(
  doc: Doc,
  figure: Found,
  figures: readonly Found[],
  done: readonly Roles[],
  n: number,
): Roles | null {
  const before = figures[n - 1];
  return before && sentenceOf(doc, before.from) === sentenceOf(doc, figure.from) ? done[n - 1] : null;
}

// "200 units worth 114,000 yuan", "by 69% to more than $225 million": one thing, measured twice.
function isElliptic({word, lexeme, vocab}: Doc, figure: Found, before: Found | undefined): boolean {
  if (!before || figure.from - before.to > 16) return false;
  for (let k = before.to; k < figure.from; k++) {
    if (lexeme[k]?.verb && lexeme[k]?.verb?.frame !== "say") return false;
    if (vocab.lists.ellipticWords.has(word[k])) return false;
  }
  return true;
}

function isTurned({word, vocab}: Doc, before: Found, figure: Found): boolean {
  for (let k = before.to; k < figure.from; k++) if (vocab.lists.concessives.has(word[k])) return true;
  return false;
}

// "The machines were shipped in 63 batches", "Sent in 63 shipments": the article is still on the same goods.
function isDefinite(doc: Doc, figure: Found): boolean {
  const {from} = sentenceTokens(doc, sentenceOf(doc, figure.from));
  const first = doc.word[from];
  const verb = doc.lexeme[from]?.verb;
  if (verb && (verb.tense === "past" || verb.tense === "participle")) return true;
  return (
    (first === "the" || first === "these" || first === "those" || first === "they") && figure.kind === "count"
  );
}

const inferred = (role: Role | null): Role | null => role && {...role, basis: "inferred"};

function fill(own: Roles, from: Roles, after: number): Roles {
  return {
    supplier: own.supplier ?? inferred(from.supplier),
    recipient: own.recipient ?? inferred(from.recipient),
    via: own.via,
    status: own.status ?? (from.status && {...from.status, basis: "inferred"}),
    after,
  };
}
