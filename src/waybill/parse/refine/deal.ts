import type {Doc} from "../document.js";
import {DIGITS, MARK} from "../scan.js";
import type {Clause} from "./clause.js";
import {goodsIn} from "./goods.js";
import {type Party, partyAt} from "./party.js";
import type {Subjects} from "./subject.js";

export interface Sides {
  supplier: Party | null;
  recipient: Party | null;
}

/**
 * Returns who supplies and who receives under the deal of a clause: “won a $4m
 * order from Poland”, “placed an order with Sandvarg for 12 howitzers”, “the
 * agency concluded six contracts with Trakia”, “the navy awarded Halvorsen a
 * contract”; or null where there is none, or its direction is not said.
 */
export function dealOf(doc: Doc, {from, to}: Clause, subjects: Subjects): Sides | null {
  const {word} = doc;
  for (let k = from; k < to; k++) {
    const verb = word[k];
    if (verb === "awarded") {
      const award = awardedTo(doc, k, from, to);
      if (award) return award;
    }
    if (
      !doc.vocab.lists.winningVerbs.has(verb) &&
      !doc.vocab.lists.placeForms.has(verb) &&
      !doc.vocab.lists.signedVerbs.has(verb)
    )
      continue;
    const noun = paperAfter(doc, k, to);
    if (noun < 0) continue;
    if (/^award/.test(verb)) return awarded(doc, k, noun, {from, to}, subjects);
    const subject = subjects.of(k, from);
    const link = linkAfter(doc, noun, to);
    const other = link < 0 ? null : partyAt(doc, link + 1, to);
    if (doc.vocab.lists.winningVerbs.has(verb)) {
      if (/^ha(?:s|ve|d)$/.test(verb) && noun - k > 2) continue;
      const customer = other && word[link] === "from" ? other : customerAfter(doc, noun, to);
      return subject ? {supplier: subject, recipient: customer} : null;
    }
    if (!subject || !other || word[link] !== "with") return null;
    if (doc.vocab.lists.placeForms.has(verb)) return {supplier: other, recipient: subject};
    return directed(doc, noun, to, subject, other);
  }
  return null;
}

function paperAfter({word, type, vocab}: Doc, k: number, to: number): number {
  for (let j = k + 1; j < Math.min(to, k + 12); j++) {
    if (vocab.lists.dealNouns.has(word[j])) return j;
    if (type[j] === MARK && /^[;:]$/.test(word[j])) return -1;
  }
  return -1;
}

// Past what the order is worth: "an order worth SKr4.1bn from Brazil".
function linkAfter({word, lexeme, glued}: Doc, noun: number, to: number): number {
  for (let j = noun + 1; j < Math.min(to, noun + 8); j++) {
    if (word[j] === "from" || word[j] === "with") return j;
    if (lexeme[j]?.verb || word[j] === "to" || (word[j] === "," && !glued[j + 1])) return -1;
  }
  return -1;
}

// "a contract to build three vessels for the Danish navy"
function customerAfter(doc: Doc, noun: number, to: number): Party | null {
  const {word} = doc;
  let isMade = false;
  for (let j = noun + 1; j < Math.min(to, noun + 24); j++) {
    if (doc.vocab.lists.supplyVerbs.has(word[j])) isMade = true;
    else if (isMade && (word[j] === "for" || word[j] === "to")) {
      const party = partyAt(doc, j + 1, to);
      if (party && !doc.lexeme[j + 1]?.month) return party;
    }
  }
  return null;
}

// "awarded Halvorsen a contract", "was awarded a contract by the navy"
function awarded(doc: Doc, k: number, noun: number, {from, to}: Clause, subjects: Subjects): Sides | null {
  const {word} = doc;
  const subject = subjects.of(k, from);
  if (/^(?:was|were|been|is|are)$/.test(word[k - 1] ?? "")) {
    for (let j = noun + 1; j < Math.min(to, noun + 14); j++)
      if (word[j] === "by") return {supplier: subject, recipient: partyAt(doc, j + 1, to)};
    return {supplier: subject, recipient: null};
  }
  const given = partyAt(doc, k + 1, noun);
  if (given?.named) return {supplier: given, recipient: subject};
  for (let j = noun + 1; j < Math.min(to, noun + 12); j++)
    if (word[j] === "to") return {supplier: partyAt(doc, j + 1, to), recipient: subject};
  return null;
}

// "A contract for 11,000 desks was awarded by the county to Fernhall", "the programme, awarded to Thornvale"
function awardedTo(doc: Doc, k: number, from: number, to: number): Sides | null {
  const {word} = doc;
  if (!/^(?:was|were|been|be|,)$/.test(word[k - 1] ?? "") || !/^(?:to|by)$/.test(word[k + 1] ?? ""))
    return null;
  let isPaper = false;
  for (let j = from; j < k; j++)
    if (doc.vocab.lists.dealNouns.has(word[j]) || word[j] === "programme" || word[j] === "program")
      isPaper = true;
  if (!isPaper) return null;
  let supplier: Party | null = null;
  let recipient: Party | null = null;
  for (let j = k + 1; j < Math.min(to, k + 16); j++) {
    if (word[j] === "to") supplier ??= partyAt(doc, j + 1, to);
    else if (word[j] === "by") recipient ??= partyAt(doc, j + 1, to);
  }
  return supplier ? {supplier, recipient} : null;
}

function directed(doc: Doc, noun: number, to: number, subject: Party, other: Party): Sides | null {
  for (let j = noun + 1; j < Math.min(to, noun + 20); j++) {
    if (doc.vocab.lists.supplyVerbs.has(doc.word[j])) return {supplier: subject, recipient: other};
    if (doc.vocab.lists.purchaseVerbs.has(doc.word[j])) return {supplier: other, recipient: subject};
  }
  if (isPublic(doc, subject) && !isPublic(doc, other)) return {supplier: other, recipient: subject};
  if (isPublic(doc, other) && !isPublic(doc, subject)) return {supplier: subject, recipient: other};
  return null;
}

function isPublic({word, vocab}: Doc, {from, to}: Party): boolean {
  for (let k = from; k < to; k++) if (vocab.lists.publicBodies.has(word[k])) return true;
  return false;
}

/**
 * Returns the sides of a payment. Who pays for goods receives them; where no
 * goods are named, what changes hands is the money itself.
 */
export function paymentOf(
  doc: Doc,
  verb: number,
  figureFrom: number,
  clause: Clause,
  subjects: Subjects,
): Sides {
  if (/^(?:is|are|was|were|be|been|being)$/.test(doc.word[verb - 1] ?? ""))
    return {supplier: null, recipient: null};
  const payer = subjects.of(verb, clause.from);
  const payee = verb < figureFrom ? partyAt(doc, verb + 1, figureFrom) : null;
  const toPayee = payee ?? partyTo(doc, figureFrom, clause.to);
  if (isForGoods(doc, figureFrom, clause)) return {supplier: toPayee, recipient: payer};
  return toPayee && payer ? {supplier: payer, recipient: toPayee} : {supplier: null, recipient: null};
}

// "paid €1.25m for 61 flights", "for which it paid $11.2m"
function isForGoods(doc: Doc, at: number, {from, to}: Clause): boolean {
  const {word, type, lexeme} = doc;
  for (let k = at; k > Math.max(from, at - 7); k--)
    if (word[k] === "which" && word[k - 1] === "for") return true;
  for (let k = at; k < Math.min(to, at + 14); k++)
    if (word[k] === "for")
      return (
        type[k + 1] === DIGITS ||
        Boolean(lexeme[k + 1]?.number) ||
        goodsIn(doc, k + 1, Math.min(to, k + 6)) !== null
      );
  return false;
}

function partyTo(doc: Doc, from: number, to: number): Party | null {
  for (let k = from; k < Math.min(to, from + 10); k++)
    if (doc.word[k] === "to") return partyAt(doc, k + 1, to);
  return null;
}

export const isPayment = ({word, vocab}: Doc, k: number): boolean => vocab.lists.payForms.has(word[k]);

/** Returns whence and whither goods went that “left Shenzhen for Moscow”. */
export function departureOf(doc: Doc, figure: {to: number}, {to}: Clause): Sides | null {
  const {word} = doc;
  for (let k = figure.to; k < Math.min(to, figure.to + 12); k++) {
    if (word[k] !== "left") continue;
    const supplier = partyAt(doc, k + 1, to);
    if (!supplier?.named) return null;
    for (let j = supplier.to; j < Math.min(to, supplier.to + 6); j++)
      if (word[j] === "for") {
        const recipient = partyAt(doc, j + 1, to);
        return recipient?.named ? {supplier, recipient} : null;
      }
    return null;
  }
  return null;
}
