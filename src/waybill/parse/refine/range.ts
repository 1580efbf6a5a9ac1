import {unitFactor} from "../../model/unitFactor.js";
import {contextOf} from "../contexts.js";
import type {Doc} from "../document.js";
import type {Found} from "../Found.js";
import {readNumber} from "../number.js";
import {BREAK} from "../scan.js";
import {inherit} from "./inherit.js";

const dashes = new Set(["-", "–", "—", "‑"]);

/**
 * Joins the two ends of a range to one figure (“between $3m and $5m”, “$2-3
 * million”, “three or four days”) and lends a list's unit to its members (“40,
 * 55 and 60 containers”). “from 120 to 350” stays two figures of one unit.
 */
export function mergeRanges(doc: Doc, figures: Found[]): Found[] {
  const {word} = doc;
  const result: Found[] = [];
  // From the right, so that a unit travels through a list.
  for (let n = figures.length - 1; n >= 0; n--) {
    const first = figures[n];
    const next = result.at(-1);
    const isUnitless = first.unit === null && contextOf(doc, "unitless", first.from, first.to) !== null;
    const link = next && !isUnitless ? linkBetween(doc, first, next) : null;
    const margin = next && link === "margin" ? withMargin(doc, first, next) : null;
    if (margin) {
      result.pop();
      result.push(margin);
      continue;
    }
    const converted = next && link ? inUnitOf(first, next) : null;
    if (
      !next ||
      !link ||
      !(converted || isSameUnit(first, next, link, isOpenedBy(doc, first.from, "between")))
    ) {
      result.push(first);
      continue;
    }
    const between = isOpenedBy(doc, first.from, "between");
    const isRange =
      link === "dash" ||
      (link === "to" &&
        (!isOpenedBy(doc, first.from, "from") ||
          isAmountFromTo(doc, first, converted === null ? next : {...next, value: converted}) ||
          doc.vocab.lists.rangeWords.has(word[first.from - 2]) ||
          isOldRange(doc, figures, n)) &&
        ((first.unit === null && next.unit !== null) ||
          !isChange(doc, first.from) ||
          isOldRange(doc, figures, n) ||
          isSpread(doc, first, next))) ||
      (link === "and" && between) ||
      (link === "or" && first.unit === null);
    const lender = lend(doc, first, next, link);
    const isBelow =
      lender.value !== null && next.value !== null && next.value < lender.value && lender.value < 0;
    const low = isBelow ? next.value : lender.value;
    const high = isBelow ? lender.value : (converted ?? next.value);
    // "cut by $15 to $335" is an amount and a result; "by 10 to 15 per cent" is a range.
    const isResult =
      low !== null &&
      high !== null &&
      ((word[first.from - 1] === "by" && high > low * 3) ||
        // "put on $3.40 to $1,923"
        (link === "to" && next.symbolFirst && first.symbolFirst && high > low * 100) ||
        // "lost 6 cents to $11.92"
        (link === "to" && next.symbolFirst && !first.symbolFirst && first.kind === "money"));
    // "ext. 3-5213"
    const isLine = link === "dash" && next.unit === null && (high ?? 0) > 100 * (low ?? 0);
    if (
      isRange &&
      !isResult &&
      !isLine &&
      low !== null &&
      high !== null &&
      low < high &&
      next.qualifier === null
    ) {
      const from = between ? first.from - 1 : first.from;
      result.pop();
      result.push({
        ...next,
        from,
        coreFrom: first.from,
        value: null,
        unit: converted === null ? next.unit : first.unit,
        low,
        high,
        confidence: Math.min(first.confidence, next.confidence),
        flags: [...new Set([...first.flags, ...next.flags])],
        nounFrom: next.nounFrom,
        nounTo: next.nounTo,
      });
    } else if (first.unit === null && next.unit !== null && !(link === "comma" && isComparison(next))) {
      result.push(link === "comma" && word[first.to] !== "," ? first : lender);
    } else result.push(first);
  }
  return inherit(doc, result.reverse()).map((figure) => toAge(doc, figure));
}

// "$4.05 to $4.15 a share, up from $3.80 to $3.95": a range was a range before.
function isOldRange({word}: Doc, figures: readonly Found[], n: number): boolean {
  const [low, high] = [figures[n - 2], figures[n - 1]];
  const {from, unit} = figures[n];
  if (!low || !/^(?:up|down)$/.test(word[from - 2]) || high.unit !== unit || from - high.to > 8) return false;
  return high.from === low.to + 1 && (word[low.to] === "to" || dashes.has(word[low.to]));
}

// "provides from 7 to 12 years in prison", "paid from 60 to 80 percent of the value in advance": nothing moves.
function isAmountFromTo(doc: Doc, first: Found, next: Found): boolean {
  if (first.value === null || next.value === null || first.value >= next.value) return false;
  const {word, type} = doc;
  if (isMove(doc, next.to) || isMove(doc, next.to + 1)) return false;
  for (let k = first.from - 2; k > first.from - 16 && k >= 0 && type[k] !== BREAK; k--) {
    if (/^[.;:]$/.test(word[k])) break;
    if (isMove(doc, k)) return false;
  }
  return true;
}

const isMove = ({word, lexeme, vocab}: Doc, k: number): boolean =>
  Boolean(lexeme[k]?.changeBefore || lexeme[k]?.changeAfter) || vocab.lists.moves.has(word[k]);

// "goes up by 3% to 5%": two steps as near as these are one range.
const isSpread = ({word}: Doc, {kind, from, value}: Found, next: Found): boolean =>
  kind === "percent" && word[from - 1] === "by" && value! < next.value! && next.value! <= value! * 2;

// "numbered 6,000, twice last year's figure"
const isComparison = ({kind}: Found): boolean => kind === "multiple" || kind === "share";

// "fell 4p to 148p" is an amount and a result, no range.
function isChange({lexeme, word, vocab}: Doc, from: number): boolean {
  return (
    lexeme[from - 1]?.changeBefore != null ||
    (word[from - 1] === "by" && lexeme[from - 2]?.changeBefore != null) ||
    (vocab.lists.ageHedges.has(word[from - 1]) &&
      word[from - 2] === "by" &&
      lexeme[from - 3]?.changeBefore != null)
  );
}

// "aged between 25 and 30", "ages 5 to 11"
function toAge(doc: Doc, figure: Found): Found {
  const {word} = doc;
  // "aged eight to ten months"
  if (
    figure.kind === "duration" &&
    figure.low !== null &&
    figure.high !== null &&
    word[figure.from - 1] === "aged"
  )
    return {...figure, kind: "age", from: figure.from - 1};
  if (figure.kind !== "count" || figure.unit !== null || figure.low === null || figure.high === null)
    return figure;
  const before = word[figure.from - 1];
  if (before !== "aged" && before !== "ages" && before !== "age")
    return isOfPeople(doc, figure) || isGroup(doc, figure) ? {...figure, kind: "age", unit: "year"} : figure;
  return {...figure, kind: "age", unit: "year", from: before === "aged" ? figure.from - 1 : figure.from};
}

// "the 16-to-24 age group"
const isGroup = ({word, vocab}: Doc, {to}: Found): boolean =>
  word[to] === "age" && vocab.lists.ageGroupNouns.has(word[to + 1]);

// "The rest, all girls, were between 13 and 17."
function isOfPeople({word, vocab}: Doc, {from, to, low, high}: Found): boolean {
  const isAll = vocab.lists.allWords.has(word[from - 1]) && word[from - 2] === ",";
  if ((!isAll && !vocab.lists.beForms.has(word[from - 1])) || !/^(?:[.,;]|and|when)$/.test(word[to] ?? "."))
    return false;
  if (low === null || high === null || low < 3 || high > 110) return false;
  for (let k = from - 2; k > from - 9 && k >= 0 && word[k] !== "."; k--)
    if (vocab.lists.peopleOfAge.has(word[k]) || vocab.lists.suspectNouns.has(word[k])) return true;
  return false;
}

type Link = "dash" | "to" | "and" | "or" | "comma" | "margin";

function linkBetween({word, text, end, start, vocab}: Doc, first: Found, next: Found): Link | null {
  const between = text.slice(end[first.to - 1], Math.min(start[next.from], end[first.to - 1] + 16));
  if (/^,?\s*(?:±|\+ ?\/ ?[-−]|\+[-−]|plus or minus)\s*$/.test(between)) return "margin";
  const gap = next.from - first.to;
  const w = word[first.to];
  if (gap === 1) {
    if (dashes.has(w)) return "dash";
    if (w === "to" || w === "through") return "to";
    if (w === "and" || w === "&") return "and";
    if (w === "or") return "or";
    if (w === ",") return "comma";
  }
  // "cuts the climb from 212 to about 150 metres"
  if (
    gap === 2 &&
    w === "to" &&
    word[first.from - 1] === "from" &&
    vocab.lists.rangeHedges.has(word[first.to + 1])
  )
    return "to";
  if (gap === 3 && w === "-" && word[first.to + 1] === "to" && word[first.to + 2] === "-") return "to";
  if (gap === 2 && w === "," && (word[first.to + 1] === "and" || word[first.to + 1] === "or"))
    // "sizes average 27.3, and one school has 41" is no list; "40, 55, and 60" is.
    return word[first.to + 1] === "or"
      ? "comma"
      : word[first.from - 1] === "," || Number.isInteger(first.value)
        ? "and"
        : null;
  return null;
}

function isOpenedBy({word, vocab}: Doc, from: number, opener: string): boolean {
  return (
    word[from - 1] === opener || (word[from - 2] === opener && vocab.lists.rangeHedges.has(word[from - 1]))
  );
}

// "between 50 minutes and two hours", "240 g to 1.1 kg": the second value in the unit of the first, or null.
function inUnitOf(first: Found, next: Found): number | null {
  if (first.kind !== next.kind || !first.unit || !next.unit || first.unit === next.unit) return null;
  const factor = first.kind === "money" ? null : unitFactor(first.unit, next.unit);
  return factor === null || next.value === null ? null : Number((next.value * factor).toPrecision(12));
}

// "31% ± 3 points", "1.35 ± 0.05 million km": what follows says how far off it may be.
function withMargin(doc: Doc, first: Found, next: Found): Found | null {
  const isPoints = first.kind === "percent" && (next.kind === "percentage_points" || next.unit === "point");
  if (!isPoints && next.unit !== null && !isSameUnit(first, next, "to")) return null;
  const figure = next.unit === null || isPoints ? first : lend(doc, first, next, "to");
  const {value} = figure;
  if (value === null || next.value === null) return null;
  const [low, high] = [value - next.value, value + next.value].map((x) => Number(x.toPrecision(12)));
  return {...figure, to: next.to, coreTo: next.to, low, high};
}

/**
 * Joins two bounds of one thing to a range: “greater than 40 and smaller than 90
 * hectares”, “at least 3 but no more than 5 years”. Runs after the hedges are read.
 */
export function joinBounds(doc: Doc, figures: Found[]): Found[] {
  const result: Found[] = [];
  for (const next of figures) {
    const first = result.at(-1);
    const range = first ? bounded(doc, first, next) : null;
    if (range) result.pop();
    result.push(range ?? next);
  }
  return result;
}

const isLower = ({qualifier}: Found): boolean => qualifier === "more_than" || qualifier === "at_least";
const isUpper = ({qualifier}: Found): boolean =>
  qualifier === "less_than" || qualifier === "at_most" || qualifier === "up_to";

function bounded(doc: Doc, first: Found, next: Found): Found | null {
  const {word} = doc;
  const at = word[first.to] === "," ? first.to + 1 : first.to;
  if (at + 1 !== next.from || !/^(?:and|but|yet|or)$/.test(word[at])) return null;
  if (!(isLower(first) && isUpper(next)) && !(isUpper(first) && isLower(next))) return null;
  if (!isSameUnit(first, next, "to")) return null;
  const opening = lend(doc, first, next, "to").value;
  const [low, high] = isLower(first) ? [opening, next.value] : [next.value, opening];
  if (low === null || high === null || low >= high) return null;
  return {...next, from: first.from, coreFrom: first.coreFrom, value: null, low, high, qualifier: null};
}

function isSameUnit(first: Found, next: Found, link: Link, isBetween = false): boolean {
  // "40 and three quarters of them"
  if (first.unit === null)
    return first.kind === "count" && (next.kind !== "share" || !/^(?:and|comma)$/.test(link) || isBetween);
  if (first.kind === "money" && next.kind === "count" && next.unit === null) return true;
  if (first.kind === "money" && next.kind === "money") return first.unit === next.unit;
  return first.unit === next.unit || (next.unit?.startsWith(`${first.unit} per `) ?? false);
}

// The first of a range takes unit and scale from the last: "$2-3 million", "1.2 to 1.5 million tonnes".
function lend(doc: Doc, first: Found, next: Found, link: Link): Found {
  const money = first.kind === "money" && next.kind === "count";
  if (money) {
    next.kind = "money";
    next.unit = first.unit;
    next.nounFrom = next.nounTo = -1;
  }
  // "between 30m and 50m": an m before metres is no million.
  if (
    next.unit === "metre" &&
    first.scale === 1e6 &&
    doc.word[first.coreTo - 1] === "m" &&
    first.value !== null
  )
    return {...first, kind: "length", unit: "metre", scale: 1, value: first.value / 1e6};
  if (first.unit !== null && first.scale > 1) return first;
  const scaled =
    link !== "and" || isOpenedBy(doc, first.from, "between")
      ? next.scale > 1 &&
        first.scale === 1 &&
        first.value !== null &&
        next.value !== null &&
        first.value < next.value / next.scale + 1000 &&
        first.value < 1000
      : false;
  const value =
    scaled && first.value !== null ? Number((first.value * next.scale).toPrecision(15)) : first.value;
  if (first.unit !== null) return {...first, value, scale: scaled ? next.scale : first.scale};
  // "420-440p": both are in hundredths.
  const written = next.kind === "money" && next.scale === 1 ? readNumber(doc, next.coreFrom)?.value : null;
  // "between 8 and 9 in ten"
  const top = next.kind === "share" ? readNumber(doc, next.coreFrom)?.value : null;
  if (top && next.value !== null && first.value !== null)
    return {
      ...first,
      kind: "share",
      unit: next.unit,
      value: Number(((first.value * next.value) / top).toPrecision(15)),
    };
  const isInParts = written != null && next.value !== null && Math.abs(next.value * 100 - written) < 1e-6;
  return {
    ...first,
    kind: next.kind,
    unit: next.unit,
    value: isInParts && value !== null ? Number((value / 100).toPrecision(15)) : value,
    scale: scaled ? next.scale : first.scale,
    nounFrom: next.nounFrom,
    nounTo: next.nounTo,
  };
}
