import type {Status} from "../../../src/model/figure.js";
import type {Doc} from "../document.js";
import type {Found} from "../Found.js";
import {DIGITS, MARK, WORD} from "../scan.js";
import {type Clause, clauseOf} from "./clause.js";
import type {Governor} from "./governor.js";
import {intentAfter, intentBefore} from "./intent.js";
import type {Roles} from "./roles.js";

const signed = new Set(
  "signed signs sign signing won wins win awarded awards secured inked concluded clinched landed struck".split(
    " ",
  ),
);
const contract = new Set("contract contracts deal agreement tender".split(" "));
const leadsToContract = new Set("a the signed won awarded under new supply worth contracts of".split(" "));
const signs = new Set("under agreed has with contracts a the".split(" "));

/** Returns how far the deal that the figure is part of has come, by the words of its clause, or null. */
export function findStatus(
  doc: Doc,
  figure: Found,
  clause: Clause,
  governor: Governor | null,
  trade: boolean,
): Roles["status"] {
  if (isDenied(doc, figure, clause, governor)) return stated("denied");
  if (isAlleged(doc, figure, clause)) return stated("alleged");
  const intent = intentBefore(doc, figure, clause) ?? intentAfter(doc, figure, clause.to);
  if (isUnderContract(doc, clause)) return stated("contracted");
  if (intent === "forecast" || intent === "contracted") return stated(intent);
  if (governor?.status === "ordered") return stated("ordered");
  if (isContracted(doc, figure, clause)) return stated("contracted");
  if (isOrdered(doc, figure, clause, governor)) return stated("ordered");
  if (intent) return stated(intent);
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

const purposes = new Set(
  "package plan plans budget tender fund loan aid scheme programme program bid proposal request permission licence license option right talks approval approved decision".split(
    " ",
  ),
);

function isIntended({word, lexeme}: Doc, at: number): boolean {
  if (/^(?:pledge|promise|offer)/.test(lexeme[at]?.verb?.lemma ?? "")) return true;
  if (/^(?:sending|donating|giving)$/.test(word[at]) && /^(?:is|are)$/.test(word[at - 1] ?? "")) return true;
  if (word[at - 1] !== "to") return false;
  if (
    /^(?:plans|agreed|wants|intends|aims|hopes|is|are|due|set|ready|willing|decided)$/.test(
      word[at - 2] ?? "",
    )
  )
    return true;
  for (let k = at - 2; k >= Math.max(0, at - 7); k--) if (purposes.has(word[k])) return true;
  return false;
}

const report = new Set(
  "claims claim reports report allegations allegation accusations accusation suggestions suggestion rumours rumour rumors rumor figures figure numbers number that it".split(
    " ",
  ),
);

// "denied that 200 had died", "did not buy 40 tanks", "sold no tanks"; but "no more than 40 tanks"
function isDenied({word, type}: Doc, figure: Found, {from}: Clause, governor: Governor | null): boolean {
  if (governor && isNegated(word, governor.at, from)) return true;
  const isBound = (k: number): boolean =>
    /^(?:more|fewer|less|later|longer|one|doubt)$/.test(word[k + 1] ?? "");
  for (const k of [figure.from - 1, figure.from]) if (word[k] === "no" && !isBound(k)) return true;
  for (let k = from; k < figure.from; k++) {
    if (type[k] !== WORD) continue;
    if (/^(?:denied|denies|deny|denying|untrue)$/.test(word[k])) return true;
    if (word[k] === "false" && /^(?:is|are|was|were|as)$/.test(word[k - 1] ?? "")) return true;
    if (!/^(?:dismissed|dismisses|rejected|rejects|disputed|disputes)$/.test(word[k])) continue;
    for (let j = k + 1; j < k + 4; j++) if (report.has(word[j] ?? "")) return true;
  }
  return false;
}

function isNegated(word: readonly string[], at: number, from: number): boolean {
  for (let k = at - 1; k >= Math.max(from, at - 4); k--)
    if (
      /^(?:not|never|didn't|hasn't|haven't|wasn't|weren't|doesn't|don't|isn't|aren't|without)$/.test(word[k])
    )
      return true;
  return false;
}

const alleging = new Set(
  "allegedly allege alleges alleging accused accuses accuse accusing purportedly suspicion prosecution indictment".split(
    " ",
  ),
);

function isAlleged(doc: Doc, figure: Found, {from, to}: Clause): boolean {
  const {word, lexeme, type} = doc;
  for (let k = from; k < to; k++) {
    if (type[k] !== WORD) continue;
    const w = word[k];
    const before = word[k - 1] ?? "";
    if (alleging.has(w)) return true;
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

function isContracted({word}: Doc, figure: Found, {from, to}: Clause): boolean {
  let isSigned = false;
  for (let k = from; k < to; k++) {
    const w = word[k];
    isSigned ||= signed.has(w);
    if (w === "contracted" && k <= figure.to + 8) return true;
    if (
      isSigned &&
      w === "for" &&
      signed.has(word[k - 1] ?? "") &&
      k < figure.from &&
      /^sign/.test(word[k - 1])
    )
      return true;
    if (!contract.has(w)) continue;
    if (k > figure.to + 8) continue;
    const before = word[k - 1] ?? "";
    if (isSigned) return true;
    if ((leadsToContract.has(before) || before.startsWith("$")) && signs.has(before)) return true;
  }
  return false;
}

function isUnderContract({word}: Doc, {from, to}: Clause): boolean {
  for (let k = from; k < to; k++) if (contract.has(word[k]) && isUnder(word, k, from)) return true;
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

function isOrdered({word}: Doc, figure: Found, {from, to}: Clause, governor: Governor | null): boolean {
  const isDelivered = governor?.status === "delivered";
  for (let k = from; k < Math.min(to, figure.to + 7); k++) {
    if (!/^(?:ordered|orders|order)$/.test(word[k]) || word[k - 1] === "in") continue;
    const isPlaced = word[k] === "order" && /^(?:for|from|of)$/.test(word[k + 1] ?? "");
    if (governor?.frame === "move" && !isPlaced) continue;
    // "took delivery of 9 of the 30 trams it had ordered", "of the 412 on order 57 have been delivered"
    if (isDelivered && k > figure.to && governor.at < figure.from) continue;
    if (isDelivered && k < figure.from && governor.at > figure.to && !isPlaced) continue;
    return true;
  }
  return false;
}
