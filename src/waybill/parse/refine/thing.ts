import {type Doc, sentenceOf, sentenceTokens} from "../document.js";
import type {Found} from "../Found.js";
import {isPlural} from "../nounPhrase.js";
import {DIGITS, MARK, WORD} from "../scan.js";
import {changeAfter, gapped, measured} from "./measured.js";
import {complements, isBoundary, longest, phraseEnd, trimStart} from "./nounSpan.js";
import {isFiniteVerb, type Stretch} from "./predicate.js";

/** What a figure is a quantity of: tokens [from, to). */
export interface Thing {
  from: number;
  to: number;
  basis: "stated" | "inferred";
  /** The earlier figure, by its place in the list, whose thing it is. */
  after?: number | undefined;
}

/** What a finder of things looks at: the figure, and the tokens [floor, limit) between its neighbours. */
interface Span {
  figure: Found;
  from: number;
  floor: number;
  limit: number;
}

/**
 * Returns what the figure is a quantity of, from the figure's own phrase:
 * “parts for a water pump”, “drones” of “$5m of drones”, “loan” of “a $5m
 * loan”, or null where that does not say.
 */
export function ownThing(doc: Doc, figure: Found, others: readonly Found[]): Thing | null {
  const span = spanOf(doc, figure, others);
  const {from, floor, limit} = span;
  return (
    counted(doc, figure, limit) ??
    inside(doc, figure) ??
    after(doc, figure, limit) ??
    stated(changeAfter(doc, figure, limit)) ??
    attributive(doc, figure, limit) ??
    ofFigure(doc, figure, floor) ??
    worth(doc, figure, floor) ??
    spentOn(doc, figure, floor, limit) ??
    stated(gapped(doc, figure, floor, from))
  );
}

/**
 * Returns what the figure is a quantity of, from the sentence around it:
 * “Dutch exports of tulips to Norway” of “… rose by 12%”, or null where the
 * sentence does not say.
 */
export function thingOfSentence(doc: Doc, figure: Found, others: readonly Found[]): Thing | null {
  const {from, limit} = spanOf(doc, figure, others);
  return purpose(doc, figure, limit) ?? stated(measured(doc, figure, from)) ?? into(doc, figure, limit);
}

const stated = (stretch: Stretch | null): Thing | null => stretch && {...stretch, basis: "stated"};

function spanOf(doc: Doc, figure: Found, others: readonly Found[]): Span {
  const {from, to} = sentenceTokens(doc, sentenceOf(doc, figure.from));
  return {
    figure,
    from,
    limit: Math.min(to, nextFigure(doc, figure, others) ?? to),
    floor: Math.max(from, previousFigure(figure, others) ?? from),
  };
}

// A figure in brackets right after this one is the same once more: what follows both belongs to both.
const nextFigure = (doc: Doc, figure: Found, others: readonly Found[]): number | null => {
  const at = pastRate(doc, figure);
  return others.find((other) => other.from >= at)?.from ?? null;
};
const previousFigure = (figure: Found, others: readonly Found[]): number | null =>
  others.findLast((other) => other.to <= figure.from)?.to ?? null;

// A count's noun with its complement: "12 shipments of parts for drones" are parts for drones.
function counted(doc: Doc, figure: Found, limit: number): Thing | null {
  if (figure.nounFrom < 0) return null;
  const {word, type} = doc;
  // The noun of a list stands with its last number: "40, 55 and 60 containers of lobster".
  if (figure.nounFrom >= limit) limit = sentenceTokens(doc, sentenceOf(doc, figure.from)).to;
  let at = figure.nounTo;
  if (word[at] === "of" && isContainer(doc, doc.word[figure.nounTo - 1])) {
    const end = phraseEnd(doc, at + 1, limit);
    if (end > at + 1) return {from: at + 1, to: end, basis: "stated"};
  }
  while (word[at] === "and" && type[at + 1] === WORD && isPlural(doc, at + 1)) at += 2;
  const end = complements.has(word[at]) ? phraseEnd(doc, at + 1, limit) : at;
  const to = end > at + 1 ? end : at;
  return {from: figure.nounFrom, to: Math.max(to, figure.nounTo), basis: "stated"};
}

// Units in which goods come: what matters is what is in them.
function isContainer(doc: Doc, w: string): boolean {
  return doc.vocab.lists.containers.has(w);
}

// After the rate and the brackets that hang on a figure: "£98 a hectare", "$113,000 (£90,000)".
function pastRate({word, type, vocab}: Doc, {to, kind}: Found): number {
  if (word[to] === "(") for (let k = to + 1; k < to + 8; k++) if (word[k] === ")") return k + 1;
  if (word[to] === ")") return to + 1;
  if (kind !== "money" && kind !== "rate") return to;
  if (vocab.lists.perWords.has(word[to]) && type[to + 1] === WORD)
    return word[to] === "each" ? to + 1 : to + 2;
  return to;
}

// "up to 9000 litres of milk a day", "one in five nursing positions": what the figure's own wording holds.
function inside(doc: Doc, figure: Found): Thing | null {
  const {word, type, lexeme} = doc;
  for (let k = figure.from + 1; k < figure.to - 1; k++)
    if (word[k] === "of" && type[k + 1] === WORD) {
      const start = trimStart(doc, k + 1, figure.to);
      const to = withoutRate(doc, start, phraseEnd(doc, start, figure.to));
      return to > start ? {from: start, to, basis: "stated"} : null;
    }
  if (figure.kind !== "share") return null;
  let from = figure.to;
  while (
    from > figure.from &&
    type[from - 1] === WORD &&
    !lexeme[from - 1]?.function &&
    !isNumeral(doc, from - 1)
  )
    from--;
  return from < figure.to && isPlural(doc, figure.to - 1) ? {from, to: figure.to, basis: "stated"} : null;
}

const isNumeral = ({lexeme}: Doc, k: number): boolean =>
  Boolean(lexeme[k]?.number || lexeme[k]?.scale) || (lexeme[k]?.starts ?? 0) % 2 === 1;

function withoutRate({word, vocab}: Doc, from: number, to: number): number {
  for (let k = from + 1; k < to; k++) if (vocab.lists.perWords.has(word[k])) return k;
  return to;
}

// "worth of drones", "$5m of steel", "12 tons of copper wire", "69% of exports"
function after(doc: Doc, figure: Found, limit: number): Thing | null {
  const {word} = doc;
  let at = pastRate(doc, figure);
  if (word[at] === "worth") at++;
  if (word[at] !== "of") return null;
  at++;
  if (
    word[at] === "the" ||
    word[at] === "its" ||
    word[at] === "their" ||
    word[at] === "his" ||
    word[at] === "her"
  )
    at++;
  const to = phraseEnd(doc, at, limit);
  if (to <= at) return null;
  // "the deficit narrowed to 0.7 per cent of GDP": a yardstick, not what is measured.
  if (figure.kind === "percent" && doc.vocab.lists.yardsticks.has(word[at]) && to - at <= 3) {
    const subject = measured(doc, figure, sentenceTokens(doc, sentenceOf(doc, figure.from)).from);
    if (subject) return {...subject, basis: "stated"};
  }
  return {from: at, to, basis: "stated"};
}

// "a $150 million loan", "the ten-year maintenance contract"
const isExpected = ({word, lexeme, vocab}: Doc, figure: Found, k: number): boolean =>
  lexeme[k]?.function === "pronoun" ||
  (vocab.lists.haveForms.has(word[k]) &&
    word[figure.from - 1] === "the" &&
    lexeme[k + 1]?.function !== "auxiliary");

function isNounAt(doc: Doc, at: number): boolean {
  const known = doc.lexeme[at];
  if (
    doc.type[at] !== WORD ||
    known?.function ||
    known?.number ||
    (known?.month ?? 0) > 0 ||
    (known?.weekday ?? -1) >= 0
  )
    return false;
  return (
    !doc.vocab.lists.notThings.has(doc.word[at]) &&
    !/(?:ly|wards)$/.test(doc.word[at]) &&
    !(doc.word[at].endsWith("ing") && (doc.type[at + 1] !== WORD || doc.lexeme[at + 1]?.function != null)) &&
    !isFiniteVerb(doc, at) &&
    !/ed$/.test(doc.word[at])
  );
}

function attributive(doc: Doc, figure: Found, limit: number): Thing | null {
  if (figure.nounFrom >= 0 || /^(?:count|age|rate|multiple|percentage_points|other)$/.test(figure.kind))
    return null;
  const {word, lexeme, type, glued} = doc;
  const at = word[figure.to] === "-" && glued[figure.to] && glued[figure.to + 1] ? figure.to + 1 : figure.to;
  const isJoined = at > figure.to || word[figure.to - 2] === "-" || word[figure.to - 1] === "-";
  const isSaid = isJoined || figure.kind !== "duration";
  if (!isSaid && !doc.vocab.lists.partitiveDeterminers.has(word[figure.from - 1])) return null;
  if (!isNounAt(doc, at)) return null;
  let to = at;
  while (to < limit && to - at < 6 && !(to > at && isFiniteVerb(doc, to))) {
    if (
      type[to] === WORD
        ? lexeme[to]?.function && !(word[to - 1] === "-" && glued[to])
        : word[to] !== "-" || !glued[to] || !glued[to + 1]
    )
      break;
    to++;
  }
  // "the $430 million analysts had expected"
  if (!isJoined && isExpected(doc, figure, to)) return null;
  for (let k = at; k < to; k++)
    if (lexeme[k]?.changeAfter && !doc.vocab.lists.effectNouns.has(word[k]))
      // "a 7% pay rise" is one of pay.
      return k > at && word[k - 1] !== "-" && !lexeme[at]?.changeAfter && !/(?:ly|ed)$/.test(word[at])
        ? {from: at, to: k, basis: "stated"}
        : null;
  if (complements.has(word[to])) to = Math.max(to, phraseEnd(doc, at, limit));
  return {from: at, to, basis: "stated"};
}

// "a net loss of ₩92.3 billion", "a fine of $5m"
function ofFigure(doc: Doc, figure: Found, floor: number): Thing | null {
  const {word, lexeme, type} = doc;
  if (word[figure.from - 1] !== "of" || figure.kind === "duration" || figure.kind === "age") return null;
  const to = figure.from - 1;
  let from = to;
  while (
    from > floor &&
    type[from - 1] === WORD &&
    !lexeme[from - 1]?.function &&
    !isFiniteVerb(doc, from - 1) &&
    to - from < 4
  )
    from--;
  if (word[from - 1] === "-" && from - 2 >= floor && type[from - 2] === WORD) from -= 2;
  // "sales by Peru to Chile of over $100m": whom they went to.
  if (/^(?:to|from|via|by)$/.test(word[from - 1] ?? "")) return null;
  return from < to ? {from, to, basis: "stated"} : null;
}

function isClose(doc: Doc, from: number, to: number): boolean {
  if (doc.sentenceStart[sentenceOf(doc, to)] === from || to - from > 12) return false;
  for (let k = from; k < to; k++) if (isFiniteVerb(doc, k) || doc.word[k] === ",") return false;
  return true;
}

// "drones worth $5m", "a contract valued at", "machines from Norway for more than $20 million"
function worth(doc: Doc, figure: Found, floor: number): Thing | null {
  if (figure.kind !== "money") return null;
  const {word, type, lexeme} = doc;
  let k = figure.from - 1;
  // "4,100 tonnes of hake, worth £19m": of the figure before.
  if (word[k] === "worth" && word[k - 1] === "," && floor > 0 && isClose(doc, floor, k - 1)) return null;
  if (word[k] === "at" && doc.vocab.lists.valuedParticiples.has(word[k - 1])) k -= 2;
  else if (doc.vocab.lists.worthWords.has(word[k])) k--;
  else return null;
  while (k >= floor && (/^[,"”’']$/.test(word[k]) || /^(?:were|was|they|is|are)$/.test(word[k]))) k--;
  for (let tries = 0; tries < 3; tries++) {
    const to = k + 1;
    let from = to;
    while (from > floor && to - from < longest && type[from - 1] !== MARK && !isBoundary(doc, from - 1))
      from--;
    // "from Norway", "to Chile": whom it went through stands between; go on before it.
    if (/^(?:from|to|via|by|in)$/.test(word[from - 1] ?? "") && from - 1 >= floor) {
      // Nothing but the figure before: that is what was sold.
      if (from - 1 === floor) return null;
      k = from - 2;
      continue;
    }
    const start = trimStart(doc, from, to);
    return to > start && lexeme[start]?.function !== "pronoun" ? {from: start, to, basis: "stated"} : null;
  }
  return null;
}

// "would spend A$420m restarting its pit", "invested £3m in a mill": what the money is for.
function spentOn(doc: Doc, figure: Found, floor: number, limit: number): Thing | null {
  if (figure.kind !== "money") return null;
  const {word, lexeme} = doc;
  let k = figure.from - 1;
  while (k > floor && k > figure.from - 4 && !doc.vocab.lists.spendingVerbs.has(word[k])) k--;
  if (!doc.vocab.lists.spendingVerbs.has(word[k])) return null;
  if (doc.vocab.lists.towardsWords.has(word[figure.to])) {
    if (doc.type[figure.to + 1] !== WORD || lexeme[figure.to + 1]?.month) return null;
    const from = trimStart(doc, figure.to + 1, limit);
    const to = phraseEnd(doc, from, limit);
    return to > from ? {from, to, basis: "stated"} : null;
  }
  if (!word[figure.to]?.endsWith("ing")) return null;
  let from = figure.to + 1;
  while (from < limit && lexeme[from]?.function === "determiner") from++;
  const to = phraseEnd(doc, from, limit);
  return to > from ? {from: figure.to, to, basis: "stated"} : null;
}

const isTime = ({word, lexeme, vocab}: Doc, from: number, to: number): boolean =>
  vocab.lists.timeNouns.has(word[from]) ||
  vocab.lists.timeNouns.has(word[to - 1]) ||
  (lexeme[from]?.month ?? 0) > 0;

// "£45m for the Severn valley"
function purpose(doc: Doc, figure: Found, limit: number): Thing | null {
  if (doc.vocab.lists.spendingPrepositions.has(doc.word[figure.from - 1])) return null;
  if (figure.kind !== "money" || !/^(?:for|on|towards)$/.test(doc.word[pastRate(doc, figure)] ?? ""))
    return null;
  // "rose £4m for the year", "the price was £5 for adults"
  if (doc.lexeme[figure.from - 1]?.changeBefore || doc.lexeme[figure.from - 1]?.function === "auxiliary")
    return null;
  return into(doc, figure, limit);
}

// "$5m in aid", "£2bn on hospitals", "€3m for repairs"
function into(doc: Doc, figure: Found, limit: number): Thing | null {
  if (figure.kind !== "money" && figure.kind !== "percent" && figure.kind !== "share") return null;
  const {word, lexeme} = doc;
  const at = pastRate(doc, figure);
  const w = word[at];
  if (!/^(?:in|on|for|towards)$/.test(w)) return null;
  if (lexeme[at + 1]?.month || doc.type[at + 1] === DIGITS) return null;
  const to = phraseEnd(doc, at + 1, limit);
  const from = trimStart(doc, at + 1, to);
  return to > from && !isTime(doc, from, to) ? {from, to, basis: "stated"} : null;
}
