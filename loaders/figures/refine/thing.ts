import {type Doc, isUpper, sentenceOf, sentenceTokens} from "../document.js";
import type {Found} from "../Found.js";
import {isPlural} from "../nounPhrase.js";
import {DIGITS, MARK, WORD} from "../scan.js";

/** What a figure is a quantity of: tokens [from, to). */
export interface Thing {
  from: number;
  to: number;
  basis: "stated" | "inferred";
}

const complements = new Set(["of", "for"]);
const longest = 14;

/**
 * Returns what the figure is a quantity of, from the words around it:
 * “parts for a water pump”, “drones”, “Dutch exports of
 * tulips to Norway”, or null where the sentence does not say.
 */
export function findThing(doc: Doc, figure: Found, others: readonly Found[]): Thing | null {
  const {from, to} = sentenceTokens(doc, sentenceOf(doc, figure.from));
  const limit = Math.min(to, nextFigure(figure, others) ?? to);
  const floor = Math.max(from, previousFigure(figure, others) ?? from);
  return (
    counted(doc, figure, limit) ??
    after(doc, figure, limit) ??
    worthAfter(doc, figure, floor) ??
    attributive(doc, figure, limit) ??
    worth(doc, figure, floor) ??
    changed(doc, figure, from) ??
    into(doc, figure, limit) ??
    ofFigure(doc, figure, floor)
  );
}

const nextFigure = (figure: Found, others: readonly Found[]): number | null =>
  others.find((other) => other.from >= figure.to)?.from ?? null;
const previousFigure = (figure: Found, others: readonly Found[]): number | null =>
  others.findLast((other) => other.to <= figure.from)?.to ?? null;

// A count's noun with its complement: "12 shipments of parts for drones" are parts for drones.
function counted(doc: Doc, figure: Found, limit: number): Thing | null {
  if (figure.nounFrom < 0) return null;
  const {word, type} = doc;
  // The noun of a list stands with its last number: "40, 55 and 60 containers of lobster".
  if (figure.nounFrom >= limit) limit = sentenceTokens(doc, sentenceOf(doc, figure.from)).to;
  let at = figure.nounTo;
  if (word[at] === "of" && isContainer(doc.word[figure.nounTo - 1])) {
    const end = phraseEnd(doc, at + 1, limit);
    if (end > at + 1) return {from: at + 1, to: end, basis: "stated"};
  }
  while (word[at] === "and" && type[at + 1] === WORD && isPlural(doc, at + 1)) at += 2;
  const end = complements.has(word[at]) ? phraseEnd(doc, at + 1, limit) : at;
  const to = end > at + 1 ? end : at;
  return {from: figure.nounFrom, to: Math.max(to, figure.nounTo), basis: "stated"};
}

// Units in which goods come: what matters is what is in them.
function isContainer(w: string): boolean {
  return /^(?:shipments?|units?|batch(?:es)?|lots?|pieces?|boxes|crates?|containers?|consignments?|deliver(?:y|ies)|loads?|truckloads?|tons?|tonnes?|packages?|parcels?|sets?|pairs?|cases?|pallets?|wagons?|barrels?|bottles?|doses?|bags?|sacks?|bales?|items?|tranches?|rounds?|cargoes|carloads?|shiploads?)$/.test(
    w,
  );
}

// "worth of drones", "$5m of steel", "12 tons of armored vehicles", "69% of exports"
function after(doc: Doc, figure: Found, limit: number): Thing | null {
  const {word} = doc;
  let at = figure.to;
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
  return to > at ? {from: at, to, basis: "stated"} : null;
}

// "sold lamps to Kenya, over $3 million worth": what was sold stands before.
function worthAfter(doc: Doc, figure: Found, floor: number): Thing | null {
  const {word, lexeme, type} = doc;
  if (word[figure.to] !== "worth" || word[figure.to + 1] === "of") return null;
  let to = figure.from;
  for (let k = to - 1; k >= floor; k--) {
    const known = lexeme[k];
    if (word[k] === "to" || word[k] === "from" || word[k] === "via") to = k;
    if (!(word[k] === "with" || (known?.verb && known.verb.frame !== "say"))) continue;
    let from = k + 1;
    while (from < to && (lexeme[from]?.function || type[from] !== WORD)) from++;
    return from < to ? {from, to, basis: "stated"} : null;
  }
  return null;
}

// "a $150 million loan", "the ten-year maintenance contract"
function attributive(doc: Doc, figure: Found, limit: number): Thing | null {
  if (figure.nounFrom >= 0 || (figure.kind !== "money" && figure.kind !== "duration")) return null;
  const {word, lexeme, type} = doc;
  if (!/^(?:a|an|the|its|their|his|her|this|that|new|-)$/.test(word[figure.from - 1] ?? "")) return null;
  if (type[figure.to] !== WORD || lexeme[figure.to]?.function) return null;
  let to = figure.to;
  while (to < limit && type[to] === WORD && !lexeme[to]?.function && to - figure.to < 4) to++;
  return {from: figure.to, to, basis: "stated"};
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
    !lexeme[from - 1]?.verb &&
    to - from < 4
  )
    from--;
  return from < to ? {from, to, basis: "stated"} : null;
}

// "drones worth $5m", "a contract valued at", "machines from Taiwan for more than $20 million"
function worth(doc: Doc, figure: Found, floor: number): Thing | null {
  if (figure.kind !== "money") return null;
  const {word, type, lexeme} = doc;
  let k = figure.from - 1;
  if (word[k] === "at" && /^(?:valued|priced|estimated)$/.test(word[k - 1] ?? "")) k -= 2;
  else if (/^(?:worth|costing|totalling|totaling|for)$/.test(word[k] ?? "")) k--;
  else return null;
  while (k >= floor && (/^[,"”’']$/.test(word[k]) || /^(?:were|was|they|is|are)$/.test(word[k]))) k--;
  for (let tries = 0; tries < 3; tries++) {
    const to = k + 1;
    let from = to;
    while (from > floor && to - from < longest && type[from - 1] !== MARK && !isBoundary(doc, from - 1))
      from--;
    // "from Taiwan", "to Russia": whom it went through stands between; go on before it.
    if (/^(?:from|to|via|by|in)$/.test(word[from - 1] ?? "") && from - 1 > floor) {
      k = from - 2;
      continue;
    }
    const start = trimStart(doc, from, to);
    return to > start && lexeme[start]?.function !== "pronoun" ? {from: start, to, basis: "stated"} : null;
  }
  return null;
}

const totals =
  /^(?:totalled|totaled|reached|hit|stood|amounted|amounts|came|accounted|cost|costs|exceeded|numbered|surpassed)$/;

function objectOf(doc: Doc, verb: number, figure: Found): Thing | null {
  const {word, type, lexeme} = doc;
  let by = -1;
  for (let k = figure.from - 1; k > verb; k--)
    if (word[k] === "by" || word[k] === "from" || word[k] === "to") by = k;
  if (by < verb + 2) return null;
  let from = verb + 1;
  while (from < by && lexeme[from]?.function) from++;
  for (let k = from; k < by; k++) if (type[k] !== WORD) return null;
  return from < by ? {from, to: by, basis: "stated"} : null;
}

// "Dutch exports of tulips to Norway rose by 12%": the subject of the change.
function changed(doc: Doc, figure: Found, from: number): Thing | null {
  if (figure.kind === "age" || figure.kind === "duration") return null;
  const {lexeme, type, word} = doc;
  for (let k = figure.from - 1; k > from; k--) {
    const known = lexeme[k];
    const copula =
      /^(?:is|are|was|were|averaged|averages|stands|runs)$/.test(word[k]) && k >= figure.from - 2;
    if (!(known?.changeBefore || copula || totals.test(word[k]))) continue;
    // "raised its cash rate by 25 basis points": what was changed stands between.
    const object = objectOf(doc, k, figure);
    if (object) return object;
    if (
      /^(?:up|down|cut|lower|recovering)$/.test(word[k]) &&
      k === figure.from - 1 &&
      figure.kind === "money"
    )
      continue;
    let to = k;
    while (
      to > from &&
      (lexeme[to - 1]?.function === "auxiliary" ||
        lexeme[to - 1]?.function === "adverb" ||
        lexeme[to - 1]?.function === "conjunction" ||
        (word[to - 1].endsWith("ly") && type[to - 1] === WORD))
    )
      to--;
    let begin = to;
    while (
      begin > from &&
      type[begin - 1] !== DIGITS &&
      to - begin < longest &&
      type[begin - 1] !== MARK &&
      !/^(?:that|which|as|and|but|while|when|said|says|because|also)$/.test(word[begin - 1])
    )
      begin--;
    begin = trimStart(doc, begin, to);
    if (to > begin && type[begin] === WORD) return {from: begin, to, basis: "stated"};
    return null;
  }
  return null;
}

// "$5m in aid", "£2bn on hospitals", "€3m for repairs"
function into(doc: Doc, figure: Found, limit: number): Thing | null {
  if (figure.kind !== "money" && figure.kind !== "percent" && figure.kind !== "share") return null;
  const {word, lexeme} = doc;
  const w = word[figure.to];
  if (w !== "in" && w !== "on" && w !== "for") return null;
  if (lexeme[figure.to + 1]?.month || doc.type[figure.to + 1] === DIGITS) return null;
  const to = phraseEnd(doc, figure.to + 1, limit);
  const from = trimStart(doc, figure.to + 1, to);
  return to > from ? {from, to, basis: "stated"} : null;
}

/** Returns where a noun phrase with its “of …” and “for …” ends. */
function phraseEnd(doc: Doc, at: number, limit: number): number {
  const {word, type, glued, lexeme} = doc;
  let j = at;
  let plural = false;
  if (word[j] === "so" && word[j + 1] === "-" && word[j + 2] === "called") j += 3;
  while (j < limit && j - at < longest) {
    if (type[j] === MARK) {
      if (word[j] === "-" && glued[j] && glued[j + 1]) {
        j++;
        continue;
      }
      // A list of things: "thermal imagers, drones and parts", quotes around one of them.
      if (/^["“”‘’']$/.test(word[j]) && j + 1 < limit && (type[j + 1] === WORD || /^["”’']$/.test(word[j]))) {
        j++;
        continue;
      }
      if (
        word[j] === "," &&
        plural &&
        j + 2 < limit &&
        type[j + 1] === WORD &&
        isListGoingOn(doc, j + 1, limit)
      ) {
        j++;
        continue;
      }
      break;
    }
    if (type[j] !== WORD && !(type[j] === DIGITS && glued[j])) break;
    const known = lexeme[j];
    if (known?.function) {
      const determiner =
        known.function === "determiner" &&
        (j === at || complements.has(word[j - 1]) || word[j - 1] === "and");
      const joins =
        complements.has(word[j]) &&
        j > at &&
        j + 1 < limit &&
        type[j + 1] === WORD &&
        !(word[j] === "for" && isFigureNext(doc, j + 1));
      const and =
        word[j] === "and" &&
        plural &&
        type[j + 1] === WORD &&
        !lexeme[j + 1]?.function &&
        !lexeme[j + 1]?.verb;
      const name =
        isUpper(doc.text, doc.start[j]) &&
        word[j].length <= 2 &&
        (glued[j] || isUpper(doc.text, doc.start[j] + 1));
      if (!determiner && !joins && !and && !name) break;
    } else if (known?.verb && known.verb.tense !== "participle" && plural && !isPlural(doc, j)) break;
    else if (known?.changeBefore && plural) break;
    else if (isPlural(doc, j)) plural = true;
    j++;
  }
  while (j > at && (doc.lexeme[j - 1]?.function || (type[j - 1] === MARK && !/^["”’']$/.test(word[j - 1]))))
    j--;
  return j;
}

function isFigureNext({type}: Doc, j: number): boolean {
  return type[j] !== WORD;
}

function isListGoingOn({word, type, lexeme}: Doc, j: number, limit: number): boolean {
  for (let k = j; k < Math.min(limit, j + 5); k++) {
    if (word[k] === "and") return k > j;
    if (type[k] !== WORD || lexeme[k]?.function) return word[k] === "," && k > j;
  }
  return false;
}

function isBoundary({lexeme, word}: Doc, k: number): boolean {
  const known = lexeme[k];
  if (!known) return false;
  if (known.verb || known.changeBefore)
    return !/^(?:orders|reports|supplies|exports|imports|purchases|transfers)$/.test(word[k]);
  return known.function !== null && known.function !== "determiner" && word[k] !== "of";
}

function trimStart({lexeme, type, word}: Doc, from: number, to: number): number {
  while (from < to && (type[from] !== WORD || lexeme[from]?.function || word[from] === "worth")) {
    if (type[from] === DIGITS) break;
    from++;
  }
  return from;
}
