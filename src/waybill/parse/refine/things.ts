import {type Doc, sentenceOf, sentenceTokens} from "../document.js";
import type {Found} from "../Found.js";
import {BREAK, MARK, WORD} from "../scan.js";
import {isList, within} from "../within.js";
import {pricedObject} from "./measured.js";
import {beforeVerbs, isFiniteVerb, type Stretch, subjectOf} from "./predicate.js";
import {ownThing, type Thing, thingOfSentence} from "./thing.js";

/**
 * Returns what each figure is a quantity of, or null. What neither its phrase
 * nor its sentence names is taken from the figure before that it goes on from:
 * “£71m, against £68m a year earlier”.
 */
export function findThings(doc: Doc, figures: readonly Found[]): (Thing | null)[] {
  const things: (Thing | null)[] = [];
  let sentence = -1;
  let others: Found[] | null = null;
  figures.forEach((figure, n) => {
    const here = sentenceOf(doc, figure.from);
    if (here !== sentence) {
      sentence = here;
      const {from, to} = sentenceTokens(doc, here);
      others = isList(figures, from, to) ? null : within(figures, from, to);
    }
    things.push(others && thingOf(doc, figures, n, others, things));
  });
  return things.map((thing, n) => thing && (amounts.has(figures[n].kind) ? traded(doc, thing) : thing));
}

const amounts = new Set(["money", "count", "mass", "volume", "energy"]);

// Of "exports of pumps from Peru to Chile" the pumps: from and to are roles of their own.
function traded({word, vocab}: Doc, thing: Thing): Thing {
  if (!vocab.lists.nounVerbs.has(word[thing.from]) || word[thing.from + 1] !== "of") return thing;
  const from = thing.from + 2;
  let to = from;
  while (to < thing.to && word[to] !== "from" && word[to] !== "to") to++;
  return to > from ? {...thing, from, to} : thing;
}

function thingOf(
  doc: Doc,
  figures: readonly Found[],
  n: number,
  others: readonly Found[],
  things: readonly (Thing | null)[],
): Thing | null {
  const figure = figures[n];
  if (figure.kind === "age") return null;
  const own = ownThing(doc, figure, others);
  if (figure.kind === "duration") return own;
  if (own && !isVague(doc, own, figure)) return own;
  const before = others.length > 1 && n > 0 && others[0] !== figure ? n - 1 : -1;
  const mate =
    before >= 0 && isLinked(doc, figures[before], figure) ? takenFrom(figures, things, n, before) : null;
  if (mate) return mate;
  if (own)
    return (
      ahead(doc, figure, figures[n + 1], others) ??
      earlier(doc, figures, things, n, 0) ??
      ofPrice(doc, figure, others, own) ??
      thingOfSentence(doc, figure, others) ??
      earlier(doc, figures, things, n, 2) ??
      own
    );
  const bought = boughtFor(doc, figure, figures[n + 1], others);
  if (bought) return bought;
  const around = thingOfSentence(doc, figure, others);
  if (around && !isVague(doc, around)) return around;
  return (
    (isObject(doc, figure) ? null : earlier(doc, figures, things, n, 0)) ??
    (around || refersBack(doc, figure)
      ? (subjectBefore(doc, figure) ?? earlier(doc, figures, things, n, 2))
      : null) ??
    around
  );
}

// "saving £9m", "found £180,000": what somebody did with it does not say what it is.
function isObject(doc: Doc, figure: Found): boolean {
  const before = figure.from - 1;
  if (figure.kind !== "money" || doc.type[before] !== WORD || doc.lexeme[before]?.function) return false;
  if (doc.vocab.lists.objectVerbs.has(doc.word[before - 1] ?? "")) return true;
  return doc.word[before].endsWith("ing") || isFiniteVerb(doc, before);
}

// "arrives at a rate of", "launched at a cost of": what the rate or the cost is that of.
function ofPrice(doc: Doc, figure: Found, others: readonly Found[], own: Thing): Thing | null {
  const {word} = doc;
  let at = own.from - 1;
  if (doc.lexeme[at]?.function === "determiner") at--;
  if (word[at] !== "at") return null;
  const {from} = sentenceTokens(doc, sentenceOf(doc, figure.from));
  const floor = others.findLast((other) => other.to <= at)?.to ?? from;
  const stretch = pricedObject(doc, at, floor) ?? subjectNear(doc, at, floor);
  return stretch && {...stretch, basis: "stated"};
}

function subjectNear(doc: Doc, at: number, floor: number): Stretch | null {
  for (let k = at - 1; k >= floor && at - k < 20; k--)
    if (isFiniteVerb(doc, k)) return subjectOf(doc, k, floor);
  return null;
}

const inferred = (thing: Thing, after?: number): Thing => ({...thing, basis: "inferred", after});

// The nearest figure before with a thing, at most so many sentences back.
function earlier(
  doc: Doc,
  figures: readonly Found[],
  things: readonly (Thing | null)[],
  n: number,
  back: number,
): Thing | null {
  const here = sentenceOf(doc, figures[n].from);
  for (let m = n - 1; m >= 0 && n - m < 12; m--) {
    if (here - sentenceOf(doc, figures[m].from) > back) return null;
    const thing = things[m];
    if (thing && figures[m].kind !== "duration" && !isVague(doc, thing)) return inferred(thing, m);
  }
  return null;
}

function takenFrom(
  figures: readonly Found[],
  things: readonly (Thing | null)[],
  n: number,
  before: number,
): Thing | null {
  for (let m = before; m >= 0 && n - m < 6; m--) {
    const thing = things[m];
    if (thing && figures[m].kind !== "duration") return inferred(thing, m);
    if (things[m] === null && figures[m].kind !== "duration") return null;
  }
  return null;
}

// "£71m, against £68m", "$5m (£4m)", "31 cents, or 0.3%, to $90.05", "44 tanks for €950m": one thing, measured once more.
function isLinked(doc: Doc, before: Found, figure: Found): boolean {
  const {word, lexeme, type} = doc;
  if (figure.nounFrom >= 0 && figure.kind === "count") return false;
  // "from the £75m it had forecast"
  const last = word[figure.from - (lexeme[figure.from - 1]?.function === "determiner" ? 2 : 1)];
  if (!doc.vocab.lists.comparingLeads.has(last) && !isCompared(doc, figure)) return false;
  if (hasClause(doc, before.to, figure.from)) return false;
  for (let k = before.to; k < figure.from - 1; k++) {
    if (word[k] === ";" || type[k] === BREAK) return false;
    if (
      word[k] === "and" &&
      type[k + 1] === WORD &&
      k + 1 < figure.from &&
      !lexeme[k + 1]?.function &&
      !lexeme[k + 1]?.changeBefore
    )
      return false;
    if (doc.vocab.lists.linkWords.has(word[k])) return false;
  }
  return true;
}

// "jobs, and the unemployment rate rose to": a verb with a subject of its own stands between.
function hasClause(doc: Doc, from: number, to: number): boolean {
  for (let k = from + 1; k < to; k++) {
    if (!isFiniteVerb(doc, k)) continue;
    const subject = beforeVerbs(doc, k, from);
    if (subject <= from) {
      if (doc.lexeme[k]?.function === "auxiliary") return true;
      continue;
    }
    if (doc.type[subject - 1] === WORD && !doc.lexeme[subject - 1]?.function) return true;
    if (doc.word[subject - 1] === "," && doc.lexeme[k]?.function) return true;
  }
  return false;
}

// "22% more than a year before", "18 of them", "half of it"
function isCompared({word, lexeme, vocab}: Doc, figure: Found): boolean {
  const next = word[figure.to] ?? "";
  if (next === "of") return vocab.lists.countPronouns.has(word[figure.to + 1]);
  return lexeme[figure.to]?.changeAfter != null || next === "above" || next === "below" || next === "each";
}

/** Whether the phrase names no goods by itself: “a combined value”, “the 312 machines”. */
function isVague(doc: Doc, {from, to}: Thing, figure?: Found): boolean {
  const {word, type} = doc;
  // "18,000 vehicles" are vehicles, "the 70 vehicles" those that were named.
  if (
    figure?.kind === "count" &&
    doc.vocab.lists.namedGoods.has(word[to - 1]) &&
    !doc.vocab.lists.vagueDeterminers.has(word[figure.from - 1])
  )
    return false;
  let head = to;
  for (let k = from; k < to; k++)
    if (type[k] === WORD && doc.vocab.lists.thingPrepositions.has(word[k])) {
      if (/^(?:of|for)$/.test(word[k])) return false;
      head = k;
      break;
    }
  if (!doc.vocab.lists.vagueNouns.has(word[head - 1])) return false;
  for (let k = from; k < head - 1; k++)
    if (type[k] === WORD && !doc.vocab.lists.vagueAdjectives.has(word[k])) return false;
  return true;
}

// "paid $480,000 for 75,000 memory chips"
function boughtFor(doc: Doc, figure: Found, next: Found | undefined, others: readonly Found[]): Thing | null {
  if (
    figure.kind !== "money" ||
    !next ||
    !others.includes(next) ||
    next.kind !== "count" ||
    next.nounFrom < 0
  )
    return null;
  if (doc.word[next.from - 1] !== "for" || next.from - figure.to > 12) return null;
  for (let k = figure.to; k < next.from; k++) if (isFiniteVerb(doc, k)) return null;
  const thing = ownThing(doc, next, others);
  return thing && inferred(thing);
}

// "won a $4m order for 200 buses": the goods come with the next figure.
function ahead(doc: Doc, figure: Found, next: Found | undefined, others: readonly Found[]): Thing | null {
  if (!next || !others.includes(next) || next.kind !== "count" || next.from - figure.to > 14) return null;
  let isDeal = false;
  let leads = false;
  for (let k = figure.to; k < next.from; k++) {
    if (doc.vocab.lists.dealNouns.has(doc.word[k])) isDeal = true;
    if (/^(?:for|to|covering|on)$/.test(doc.word[k])) leads = true;
    if (doc.type[k] === MARK && doc.word[k] === ";") return null;
  }
  if (!isDeal || !leads) return null;
  const thing = ownThing(doc, next, others);
  return thing && inferred(thing);
}

// "The mine will employ 500 people. It will cost": the pronoun stands for the subject before.
function subjectBefore(doc: Doc, figure: Found): Thing | null {
  const here = sentenceOf(doc, figure.from);
  if (here === 0 || figure.kind === "count") return null;
  const {from} = sentenceTokens(doc, here);
  if (doc.word[from] !== "it") return null;
  const before = sentenceTokens(doc, here - 1);
  for (let k = before.from + 1; k < Math.min(before.to, before.from + 25); k++)
    if (isFiniteVerb(doc, k)) {
      if (doc.lexeme[k]?.verb?.frame === "say") return null;
      const subject = subjectOf(doc, k, before.from);
      return subject && {...subject, basis: "inferred"};
    }
  return null;
}

// "It has gained more than 11%", "Prices have doubled", "The other two": the sentence goes on about what was counted before.
function refersBack(doc: Doc, figure: Found): boolean {
  if ((figure.kind === "count" && figure.unit !== null) || /^(?:mass|volume|energy|rate)$/.test(figure.kind))
    return true;
  if (doc.vocab.lists.countPronouns.has(doc.word[figure.to - 1]) || isCompared(doc, figure)) return true;
  const {from} = sentenceTokens(doc, sentenceOf(doc, figure.from));
  for (let k = from, n = 0; k < figure.from && n < 3; k++, n++)
    if (doc.vocab.lists.backwardWords.has(doc.word[k]) && doc.lexeme[k + 1]?.verb?.frame !== "say")
      return true;
  return false;
}
