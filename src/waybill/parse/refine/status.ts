import type {Status} from "../../model/figure.js";
import type {Doc} from "../document.js";
import type {Found} from "../Found.js";
import {DIGITS, MARK, WORD} from "../scan.js";
import {type Clause, clauseOf} from "./clause.js";
import {ALLEGED, CONTRACT, cuesOf, DENIED, ORDERED} from "./clauseCues.js";
import type {Governor} from "./governor.js";
import {intentAfter, intentBefore} from "./intent.js";
import type {Roles} from "./roles.js";

/** Returns how far the deal that the figure is part of has come, by the words of its clause, or null. */
export function findStatus(
  doc: Doc,
  figure: Found,
  clause: Clause,
  governor: Governor | null,
  trade: boolean,
): Roles["status"] {
  const cues = cuesOf(doc, clause);
  if (isDenied(doc, figure, clause, governor)) return stated("denied");
  if (cues & ALLEGED && isAlleged(doc, figure, clause)) return stated("alleged");
  const intent = intentBefore(doc, figure, clause) ?? intentAfter(doc, figure, clause.to);
  if (cues & CONTRACT && isUnderContract(doc, clause)) return stated("contracted");
  if (intent === "forecast" || intent === "contracted") return stated(intent);
  if (governor?.status === "ordered") return stated("ordered");
  if (cues & CONTRACT && isContracted(doc, figure, clause)) return stated("contracted");
  if (cues & ORDERED && isOrdered(doc, figure, clause, governor)) return stated("ordered");
  if (intent) return stated(intent);
  // "winds reached 160 kph", "passed 2 million km away": nothing is delivered.
  if (/^(?:length|other|age)$/.test(figure.kind)) return null;
  if (governor) {
    if (isIntended(doc, governor.at)) return stated("planned");
    return governor.status ? stated(governor.status) : null;
  }
  return trade ? {value: "delivered", basis: "inferred"} : null;
}

/**
 * Returns the status with what the source of a figure tells of it: what an
 * indictment or a prosecutor says was delivered is alleged.
 */
export function statusAsTold(status: Roles["status"], said: string | null): Roles["status"] {
  const source = said?.split(" > ").at(-1) ?? "";
  if (status?.value !== "delivered" || !accusers.test(source)) return status;
  return {value: "alleged", basis: "inferred"};
}

/** Returns whether a length of time is planned or foreseen, or null: nobody supplies one, so it has no other status. */
export function statusOfTime(doc: Doc, figure: Found): Roles["status"] {
  if (figure.kind !== "duration") return null;
  const clause = clauseOf(doc, figure);
  const intent = intentBefore(doc, figure, clause) ?? intentAfter(doc, figure, clause.to);
  return intent && stated(intent);
}

const accusers = /indictment|prosecut|charge sheet|chargesheet|criminal complaint|affidavit|lawsuit/i;

const stated = (value: Status): Roles["status"] => ({value, basis: "stated"});

function isIntended({word, lexeme, vocab}: Doc, at: number): boolean {
  if (/^(?:pledge|promise|offer)/.test(lexeme[at]?.verb?.lemma ?? "")) return true;
  if (vocab.lists.givingGerunds.has(word[at]) && /^(?:is|are)$/.test(word[at - 1] ?? "")) return true;
  if (word[at - 1] !== "to") return false;
  if (vocab.lists.intentWords.has(word[at - 2])) return true;
  for (let k = at - 2; k >= Math.max(0, at - 7); k--) if (vocab.lists.purposes.has(word[k])) return true;
  return false;
}

// "denied that 200 had died", "did not buy 40 tanks", "sold no tanks"; but "no more than 40 tanks"
function isDenied(doc: Doc, figure: Found, clause: Clause, governor: Governor | null): boolean {
  const {word, type, vocab} = doc;
  const {from} = clause;
  if (governor && isNegated(doc, governor.at, from)) return true;
  const isBound = (k: number): boolean => vocab.lists.notDenied.has(word[k + 1]);
  for (const k of [figure.from - 1, figure.from]) if (word[k] === "no" && !isBound(k)) return true;
  if ((cuesOf(doc, clause) & DENIED) === 0) return false;
  for (let k = from; k < figure.from; k++) {
    if (type[k] !== WORD) continue;
    if (vocab.lists.denials.has(word[k])) return true;
    if (word[k] === "false" && /^(?:is|are|was|were|as)$/.test(word[k - 1] ?? "")) return true;
    if (!vocab.lists.dismissals.has(word[k])) continue;
    for (let j = k + 1; j < k + 4; j++) if (vocab.lists.claimNouns.has(word[j])) return true;
  }
  return false;
}

function isNegated({word, vocab}: Doc, at: number, from: number): boolean {
  for (let k = at - 1; k >= Math.max(from, at - 4); k--) if (vocab.lists.negations.has(word[k])) return true;
  return false;
}

function isAlleged(doc: Doc, figure: Found, {from, to}: Clause): boolean {
  const {word, lexeme, type} = doc;
  for (let k = from; k < to; k++) {
    if (type[k] !== WORD) continue;
    const w = word[k];
    const before = word[k - 1] ?? "";
    if (doc.vocab.lists.allegingWords.has(w)) return true;
    // "the alleged forger, who has 9 passports": the passports are not alleged.
    if (w === "alleged" && (lexeme[k - 1]?.function !== "determiner" || k + 1 === figure.from)) return true;
    if (w === "suspected" && (word[k + 1] === "of" || /^(?:is|are|was|were)$/.test(before))) return true;
    if ((w === "claims" || w === "claim" || w === "claimed") && isVerbal(doc, k, from)) return true;
  }
  return false;
}

// "Kyiv claims", "claims that", but not "pays claims of" or "300 claims"
function isVerbal({word, lexeme, type}: Doc, k: number, from: number): boolean {
  const next = lexeme[k + 1]?.function;
  if (word[k] === "claimed") return k > from && type[k - 1] === WORD && next !== "preposition";
  if (word[k + 1] === "that" || word[k + 1] === "to") return true;
  if (k === from || type[k - 1] === DIGITS || lexeme[k - 1]?.verb || lexeme[k - 1]?.number) return false;
  const before = lexeme[k - 1]?.function;
  if (before === "determiner" || before === "preposition" || next === "preposition") return false;
  return type[k - 1] === WORD || (type[k - 1] === MARK && word[k - 1] === ",");
}

function isContracted({word, vocab}: Doc, figure: Found, {from, to}: Clause): boolean {
  let isSigned = false;
  for (let k = from; k < to; k++) {
    const w = word[k];
    isSigned ||= vocab.lists.signedVerbs.has(w);
    if (w === "contracted" && k <= figure.to + 8) return true;
    if (
      isSigned &&
      w === "for" &&
      vocab.lists.signedVerbs.has(word[k - 1]) &&
      k < figure.from &&
      /^sign/.test(word[k - 1])
    )
      return true;
    if (!vocab.lists.contractNouns.has(w)) continue;
    if (k > figure.to + 8) continue;
    const before = word[k - 1] ?? "";
    if (isSigned) return true;
    if (
      (vocab.lists.leadsToContract.has(before) || before.startsWith("$")) &&
      vocab.lists.contractSigns.has(before)
    )
      return true;
  }
  return false;
}

function isUnderContract({word, vocab}: Doc, {from, to}: Clause): boolean {
  for (let k = from; k < to; k++)
    if (vocab.lists.contractNouns.has(word[k]) && isUnder(word, k, from)) return true;
  return false;
}

// "under a 9 billion kroner contract"
function isUnder(word: readonly string[], at: number, from: number): boolean {
  for (let k = at - 1; k >= Math.max(from, at - 7); k--) {
    if (word[k] === "under") return true;
    if (word[k] === ",") return false;
  }
  return false;
}

function isOrdered(
  {word, vocab}: Doc,
  figure: Found,
  {from, to}: Clause,
  governor: Governor | null,
): boolean {
  const isDelivered = governor?.status === "delivered";
  for (let k = from; k < Math.min(to, figure.to + 7); k++) {
    if (!vocab.lists.orderForms.has(word[k]) || word[k - 1] === "in") continue;
    const isPlaced = word[k] === "order" && vocab.lists.nameLinks.has(word[k + 1]);
    if (governor?.frame === "move" && !isPlaced) continue;
    // "took delivery of 9 of the 30 trams it had ordered", "of the 412 on order 57 have been delivered"
    if (isDelivered && k > figure.to && governor.at < figure.from) continue;
    if (isDelivered && k < figure.from && governor.at > figure.to && !isPlaced) continue;
    return true;
  }
  return false;
}
