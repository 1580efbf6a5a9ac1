import type {Doc} from "../document.js";
import type {Found} from "../Found.js";
import {matchForward} from "../phrases.js";
import {BREAK, DIGITS, MARK, WORD} from "../scan.js";
import {phraseEnd, trimStart} from "./nounSpan.js";
import {isFiniteVerb, type Stretch, subjectOf} from "./predicate.js";

const measures = new Set(["mass", "length", "area", "volume", "power", "energy", "data"]);

/**
 * Returns the subject of which the figure is a measure: “Dutch exports of tulips
 * to Norway” of “Dutch exports of tulips to Norway rose by 12%”, “its cash
 * rate” of “raised its cash rate by 25 basis points”; null where the words that
 * say so are missing.
 */
export function measured(doc: Doc, figure: Found, from: number): Stretch | null {
  if (figure.kind === "age" || figure.kind === "duration") return null;
  const {lexeme, word} = doc;
  if (figure.kind === "multiple") {
    const multiplied = multipliedBy(doc, figure, from);
    if (multiplied) return multiplied;
  }
  // "saving £9m": what was done with it is not what it measures.
  const doing = figure.from - 1;
  if (word[doing]?.endsWith("ing") && !lexeme[doing]?.function && !isMeasuring(doc, doing, figure))
    return null;
  // "topped $3tn": the hedge is the verb.
  if (figure.coreFrom > figure.from && doc.vocab.lists.amountVerbs.has(word[figure.from]))
    return subjectOf(doc, figure.from, from);
  for (let k = figure.from - 1; k >= from; k--) {
    if (word[k] === ";") return null;
    if (isMeasuring(doc, k, figure)) {
      const object = isTransitive(doc, k) ? objectOf(doc, k, figure) : null;
      if (object) return object;
      const isNoun = isChangeNoun(doc, k);
      if (isNoun) {
        const changed = changedIn(doc, k, figure.from);
        if (changed) return changed;
        continue;
      }
      return subjectOf(doc, k, from);
    }
    const verb = lexeme[k]?.verb;
    if (
      verb &&
      verb.frame !== "say" &&
      verb.tense !== "gerund" &&
      verb.tense !== "base" &&
      isFiniteVerb(doc, k)
    )
      return null;
  }
  return null;
}

function isMeasuring(doc: Doc, k: number, figure: Found): boolean {
  const {lexeme, word} = doc;
  const kind = lexeme[k]?.function;
  if (kind && kind !== "auxiliary" && !lexeme[k]?.changeBefore) return false;
  if (doc.vocab.lists.loseForms.has(word[k])) return figure.kind === "percent" || figure.kind === "share";
  if (lexeme[k]?.changeBefore) {
    // "up" and "down" alone before a sum lead on from another one.
    return !(doc.vocab.lists.movedWords.has(word[k]) && k === figure.from - 1 && figure.kind === "money");
  }
  if (doc.vocab.lists.amountVerbs.has(word[k])) return true;
  // "accounts for 18%", "made up 54%", "average $2,340"
  if (/^accounts?$/.test(word[k])) return word[k + 1] === "for";
  if (doc.vocab.lists.makeForms.has(word[k])) return word[k + 1] === "up";
  if (word[k] === "average") return isFiniteVerb(doc, k);
  if (doc.vocab.lists.hasForms.has(word[k])) return measures.has(figure.kind) && figure.from - k <= 2;
  if (doc.vocab.lists.puttingVerbs.has(word[k]))
    return /^(?:is|are|was|were|be|been|being)$/.test(word[k - 1] ?? "")
      ? leadsTo(doc, k, figure)
      : word[figure.from - 1] === "at";
  // "resumed at 180,000 barrels"
  if (k === figure.from - 2 && /^(?:at|to|by|from|for)$/.test(word[k + 1]) && isFiniteVerb(doc, k))
    return true;
  return doc.vocab.lists.copulas.has(word[k]) && leadsTo(doc, k, figure);
}

// "exports tripled", "the exporters doubled the price"
function multipliedBy(doc: Doc, figure: Found, from: number): Stretch | null {
  const {word, lexeme, type} = doc;
  const at = figure.to - 1;
  if (type[at] !== WORD || !/(?:ed|es|ing)$/.test(word[at]) || word[at] === "times") return null;
  if (lexeme[figure.to]?.function === "determiner") {
    const start = trimStart(doc, figure.to, doc.count);
    const to = phraseEnd(doc, start, doc.count);
    if (
      to > start &&
      !lexeme[start]?.month &&
      !/^(?:year|month|week|quarter|decade|day)s?$/.test(word[start])
    )
      return {from: start, to};
  }
  return subjectOf(doc, figure.from, from);
}

const near = 7;

// "was 5%", "was nearly flat at 5%", "are barely changed, at 57p", "was placed at", "is stated as"
function leadsTo({word, lexeme, type, vocab}: Doc, k: number, figure: Found): boolean {
  const gap = figure.from - k - 1;
  if (gap > near) return false;
  if (gap <= 1) return true;
  const last = word[figure.from - 1];
  if (!vocab.lists.amountLeads.has(last)) {
    for (let j = k + 1; j < figure.from; j++) if (!lexeme[j]?.function) return false;
    return true;
  }
  for (let j = k + 1; j < figure.from - 1; j++) {
    if (type[j] === MARK && word[j] !== ",") return false;
    const kind = lexeme[j]?.function;
    if (kind && kind !== "adverb" && kind !== "auxiliary" && kind !== "preposition") return false;
  }
  return true;
}

function isTransitive({lexeme, word, vocab}: Doc, k: number): boolean {
  return (
    (lexeme[k]?.changeBefore != null || vocab.lists.puttingVerbs.has(word[k])) &&
    !vocab.lists.beForms.has(word[k - 1])
  );
}

function objectOf(doc: Doc, verb: number, figure: Found): Stretch | null {
  const {word, type, lexeme} = doc;
  let by = -1;
  for (let k = figure.from - 1; k > verb; k--) {
    if (/^(?:by|from|to|at)$/.test(word[k])) by = k;
    else if (lexeme[k]?.function === "conjunction" || word[k] === ",") return null;
  }
  if (by < verb + 2) return null;
  let from = verb + 1;
  while (from < by && lexeme[from]?.function) from++;
  for (let k = from; k < by; k++) if (type[k] !== WORD && type[k] !== DIGITS && word[k] !== "-") return null;
  return from < by ? {from, to: by} : null;
}

function isChangeNoun({lexeme, word, type}: Doc, k: number): boolean {
  if (!lexeme[k]?.changeAfter) return false;
  const before = lexeme[k - 1];
  if (before?.function === "determiner") return true;
  if (before?.function === "preposition" && word[k - 1] !== "to") return true;
  return type[k - 1] === WORD && !before && lexeme[k - 2]?.function === "determiner" && word[k + 1] === "of";
}

// "a rise in exports of 5%", "the increase in the levy to £4"
function changedIn(doc: Doc, k: number, limit: number): Stretch | null {
  const {word} = doc;
  if (!/^(?:in|on|of|for)$/.test(word[k + 1] ?? "")) return null;
  const from = trimStart(doc, k + 2, limit);
  const to = phraseEnd(doc, from, limit);
  return to > from ? {from, to} : null;
}

/**
 * Returns the noun phrase that a list leaves without its verb: “gas” of “and
 * gas 6.5p”, “the S&P 500” of “with the S&P 500 off 0.4%”, “Halden V6” of
 * “Rival: Halden V6, £45,500”.
 */
export function gapped(doc: Doc, figure: Found, floor: number, first: number): Stretch | null {
  const {word, type, lexeme} = doc;
  let to = figure.from;
  if (/^(?:by|to|at|:|,|—|–|\()$/.test(word[to - 1] ?? "")) to--;
  if (/^(?:off|up|down)$/.test(word[to - 1] ?? "")) to--;
  // "The stock, down 44% this year, fell"
  if (to < figure.from && floor === first && word[to - 1] === ",") to--;
  const isApart = to < figure.from;
  if (to <= floor || (type[to - 1] === MARK && word[to - 1] !== ")")) return null;
  let from = to;
  while (from > floor && to - from < 6) {
    const k = from - 1;
    if (type[k] === MARK ? !/^[-&.'’]$/.test(word[k]) : type[k] !== WORD && type[k] !== DIGITS) break;
    if (lexeme[k]?.function || isFiniteVerb(doc, k)) break;
    from--;
  }
  if (
    from === to ||
    type[from] !== WORD ||
    doc.vocab.lists.measuredInfinitives.has(word[from]) ||
    (to - from === 1 && word[from].endsWith("ing")) ||
    lexeme[from]?.verb?.tense === "base" ||
    lexeme[from]?.changeBefore
  )
    return null;
  const opener = lexeme[from - 1]?.function === "determiner" ? from - 2 : from - 1;
  const isOpened =
    (opener < first && isApart) ||
    /^(?:and|with|while|but|:|;)$/.test(word[opener] ?? "") ||
    type[opener] === BREAK ||
    (word[opener] === "," && floor > first && opener - floor <= 3 && to - from <= 3);
  const isClause =
    to - from === 2 &&
    word[to - 1].endsWith("s") &&
    matchForward(doc, from, doc.vocab.places)?.to === from + 1;
  return isOpened && !isClause ? {from, to} : null;
}

/** Returns what a share or a change that stands as a noun is of: “exports” of “a 5% fall in exports”. */
export function changeAfter(doc: Doc, figure: Found, limit: number): Stretch | null {
  const {word, lexeme, type} = doc;
  for (let k = figure.to, n = 0; k < limit && n < 7 && (type[k] === WORD || word[k] === "-"); k++, n++) {
    if (doc.vocab.lists.comparingWords.has(word[k])) {
      const to = phraseEnd(doc, k + 1, limit);
      return to > k + 1 && k === figure.to ? {from: k + 1, to} : null;
    }
    if (lexeme[k]?.changeAfter && !lexeme[k]?.function) return changedIn(doc, k, limit);
    if (lexeme[k]?.function && word[k - 1] !== "-") return null;
  }
  return null;
}

/** Returns the object of a verb of buying and selling before “at” or “for” a price: “bought ventilators at”. */
export function pricedObject(doc: Doc, at: number, floor: number): Stretch | null {
  const {lexeme, word, type} = doc;
  for (let k = at - 1; k >= floor && at - k < 30; k--) {
    if (type[k] === MARK && /^[;:]$/.test(word[k])) return null;
    const verb = lexeme[k]?.verb;
    if (!verb || (verb.frame !== "give" && verb.frame !== "get")) continue;
    const start = trimStart(doc, k + 1, at);
    const to = phraseEnd(doc, start, at);
    const isPassive = lexeme[k + 1]?.function === "preposition" || lexeme[k - 1]?.function === "auxiliary";
    return to > start && !isPassive ? {from: start, to} : subjectOf(doc, k, floor);
  }
  return null;
}
