import {contextOf} from "../contexts.js";
import {type Doc, sentenceOf, sentenceTokens} from "../document.js";
import type {Found} from "../Found.js";
import type {Period} from "../find/date.js";
import {DIGITS, MARK} from "../scan.js";
import {firstFrom, within} from "../within.js";
import {isComparedWith} from "./compared.js";

export interface FigurePeriod {
  period: Period;
  basis: "stated" | "inferred";
}

/**
 * Returns when the figure is claimed for: the period of its own clause, else
 * one that opens its sentence, else none. A date inside a relative clause about
 * something else (“established in September 2022”) is not the figure's.
 */
export function findPeriod(doc: Doc, figure: Found, periods: readonly Period[]): FigurePeriod | null {
  const {from, to} = sentenceTokens(doc, sentenceOf(doc, figure.from));
  const first = firstFrom(periods, from);
  const after = firstFrom(periods, figure.from);
  let best: Period | null = null;
  let bestCost = 200;
  const weigh = (period: Period): void => {
    if (period.start === null && period.end === null && !period.backward) return;
    const cost = distance(doc, figure, period, from, bestCost);
    const isBetter = cost < bestCost || (cost === bestCost && best !== null && period.from < best.from);
    if (!isBetter || isComparedWith(doc, figure, period)) return;
    best = period;
    bestCost = cost;
  };
  // From the figure outward: of those that are further off than the best costs no more is asked.
  for (let n = after - 1; n >= first && figure.from - periods[n].to <= bestCost; n--) weigh(periods[n]);
  for (let n = after; n < periods.length && periods[n].to <= to; n++) {
    if (periods[n].from - figure.to > bestCost) break;
    weigh(periods[n]);
  }
  // What opens the sentence holds for all of it, however far off.
  for (let n = first; n < after && periods[n].from <= from + 1; n++) weigh(periods[n]);
  const found = best as Period | null;
  return found && {period: found, basis: found.inferred ? "inferred" : "stated"};
}

/**
 * Returns the period of every figure, with those that a sentence leaves out: of an
 * earlier mention of the same quantity, or of the next sentence where that tells
 * when the goods were moved.
 */
export function findPeriods(
  doc: Doc,
  figures: readonly Found[],
  periods: readonly Period[],
): (FigurePeriod | null)[] {
  const found: (FigurePeriod | null)[] = [];
  const mentioned = new Map<string, FigurePeriod>();
  figures.forEach((figure, n) => {
    const own = yearBefore(doc, figures, found, n) ?? findPeriod(doc, figure, periods);
    const name = `${figure.kind} ${figure.value} ${figure.unit}`;
    const inherited =
      own || figure.kind === "age" ? null : (mentioned.get(name) ?? nextMove(doc, figure, figures, periods));
    const when = own ?? (inherited && {...inherited, basis: "inferred" as const});
    if (when && !mentioned.has(name)) mentioned.set(name, when);
    found.push(when);
  });
  return found;
}

// "$90m for the year to June 30, from $95m a year earlier": the same stretch of the year before.
function yearBefore(
  doc: Doc,
  figures: readonly Found[],
  found: readonly (FigurePeriod | null)[],
  n: number,
): FigurePeriod | null {
  const {word} = doc;
  let k = figures[n].to;
  if (word[k] === "in") k++;
  const isBefore = contextOf(doc, "yearBefore", k, k) !== null;
  if (!isBefore) return null;
  const here = sentenceOf(doc, figures[n].from);
  for (let m = n - 1; m >= Math.max(0, n - 4) && sentenceOf(doc, figures[m].from) === here; m--) {
    const base = found[m];
    if (base) return {period: {...lastYear(base.period), from: k, to: k + 3}, basis: "inferred"};
  }
  return null;
}

function lastYear(period: Period): Period {
  const back = (day: string | null): string | null =>
    day && `${String(Number(day.slice(0, 4)) - 1).padStart(4, "0")}${day.slice(4)}`;
  return {...period, start: back(period.start), end: back(period.end), inferred: true};
}

// "It sent 1,000 rifles. The arms were transported between June and December last year."
function nextMove(
  doc: Doc,
  figure: Found,
  figures: readonly Found[],
  periods: readonly Period[],
): FigurePeriod | null {
  const next = sentenceOf(doc, figure.from) + 1;
  if (next >= doc.sentenceStart.length) return null;
  const {from, to} = sentenceTokens(doc, next);
  const period = within(periods, from, to).find((p) => p.start !== null || p.end !== null);
  if (!period || within(figures, from, to).length > 0) return null;
  for (let k = Math.max(from, period.from - 4); k < period.from; k++) {
    const verb = doc.lexeme[k]?.verb;
    if (verb && verb.frame !== "say" && verb.tense !== "base") return {period, basis: "inferred"};
  }
  return null;
}

// How far off a period is; more than the limit, where it is further than that.
function distance(doc: Doc, figure: Found, period: Period, sentenceFrom: number, limit: number): number {
  const {word, type} = doc;
  const [a, b] = period.from >= figure.to ? [figure.to, period.from] : [period.to, figure.from];
  let cost = b - a;
  const opens = period.from <= sentenceFrom + 1;
  for (let k = a; k < b && (opens || cost <= limit); k++) {
    if (type[k] === MARK && /^[,;()–—:]$/.test(word[k])) cost += word[k] === "," ? 4 : 12;
    if (doc.vocab.lists.relativeStarts.has(word[k])) cost += 15;
    // "fell to 200 in February from 300 in January": each has its own.
    if (doc.vocab.lists.comparisonWords.has(word[k]) && (k < b - 1 || b === figure.from))
      cost += period.from >= figure.to && isOfAmount(doc, k) ? 400 : 30;
  }
  // The words just before the date say whose date it is.
  for (let k = Math.max(sentenceFrom, period.from - 3); k < period.from; k++)
    if (doc.vocab.lists.dateOfOthers.has(word[k])) cost += 400;
  if (period.to < doc.count && doc.vocab.lists.datedNouns.has(word[period.to])) cost += 400;
  // A period that opens the sentence holds for all of it.
  if (opens) cost = Math.min(cost, 14);
  return cost;
}

// "rose to 40,000, compared with 35,000 in 2022": the date is of what it is compared with.
function isOfAmount({word, type, vocab}: Doc, k: number): boolean {
  const next = /^(?:with|to|about|around)$/.test(word[k + 1] ?? "") ? k + 2 : k + 1;
  return type[next] === DIGITS || (type[next] === MARK && vocab.currencies.next.has(word[next]));
}
