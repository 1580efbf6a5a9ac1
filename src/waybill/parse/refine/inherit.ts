import {contextOf} from "../contexts.js";
import {type Doc, sentenceOf} from "../document.js";
import type {Found} from "../Found.js";
import {isMeasure} from "../Found.js";
import {ratePer} from "../find/measure.js";
import {matchForward} from "../phrases.js";
import {BREAK, DIGITS, WORD} from "../scan.js";
import {carry} from "./carry.js";
import {isPast, nounTold, numberOf} from "./counted.js";
import {counterpart, inScaleOf, isPartOfWhole} from "./counterpart.js";
import {hedgeStart} from "./qualifier.js";

/**
 * Lends a bare number what it counts, from earlier in its sentence: “risen to
 * 31,000 units from 4,000”, “of the 61 people on board, 44 survived”, “the other six”.
 */
export function inherit(doc: Doc, figures: Found[]): Found[] {
  const {type} = doc;
  const result: Found[] = [];
  for (const figure of figures) {
    const before = result.at(-1);
    const bare = figure.kind === "count" && figure.unit === null;
    // An average or a ratio has no unit: "with 26.4 ppg; he hit .311".
    const isUnitless = doc.word[figure.from] === "." || contextOf(doc, "unitless", figure.from, figure.to);
    if (!bare || isUnitless) {
      result.push(figure);
      continue;
    }
    const points = pointsBefore(doc, before, figure);
    if (points) {
      result.push(points);
      continue;
    }
    const large = largeBefore(doc, result, figure);
    if (large) {
      result.push({...figure, kind: large.kind, unit: large.unit});
      continue;
    }
    // "drew 1.2m visitors and cost 800m"
    if (figure.scale >= 1000 && contextOf(doc, "priced", figure.from, figure.to)) {
      result.push(figure);
      continue;
    }
    const told =
      numberOf(doc, figure) ??
      ofThese(doc, result, figure) ??
      contextOf(doc, "unit", figure.from, figure.to, figure.value, type[figure.from] === DIGITS);
    if (told !== null) {
      // "a quake of magnitude 6.4"
      const kind = doc.vocab.units.next.get(told)?.value?.kind ?? figure.kind;
      result.push({...figure, kind, unit: told});
      continue;
    }
    const unit =
      before &&
      before.unit !== null &&
      before.kind !== "multiple" &&
      before.kind !== "share" &&
      before.kind !== "age" &&
      !isPartOfWhole(before, figure) &&
      !(before.kind === "duration" && isBeyondTime(figure)) &&
      (before.kind === "percent" ? isSecondPercent(doc, before, figure) : goesOn(doc, before, figure))
        ? before
        : counterpart(doc, result, figure);
    if (unit)
      result.push(
        inMetres(doc, {
          ...inScaleOf(unit, figure),
          kind: unit.kind,
          unit: unit.unit,
          value: inParts(doc, unit, inScaleOf(unit, figure).value),
        }),
      );
    else {
      const noun = nounTold(doc, figure);
      const measure = noun === null ? null : doc.vocab.units.next.get(noun)?.value;
      const amount = noun === null ? carry(doc, result, figure) : null;
      if (amount) result.push(amount);
      else if (measure) result.push({...figure, kind: measure.kind, unit: measure.unit});
      else result.push(noun ? {...figure, unit: noun} : figure);
    }
  }
  return result;
}

// "support at 38 per cent, down three"
function pointsBefore({word}: Doc, before: Found | undefined, figure: Found): Found | null {
  const isStep = /^(?:up|down)$/.test(word[figure.from - 1] ?? "") && word[figure.from - 2] === ",";
  if (before?.kind !== "percent" || before.to !== figure.from - 2 || !isStep) return null;
  return {...figure, kind: "percentage_points", unit: "percentage_point"};
}

// "a loss of 31 million euros versus a profit of 9 million", "a build of 1.2 million barrels; stocks fell
// by 3.4 million": what runs to millions is of one kind throughout a sentence.
function largeBefore(doc: Doc, before: Found[], figure: Found): Found | null {
  const {word, vocab} = doc;
  const next = word[figure.to] ?? "";
  const isMore = vocab.lists.comparingWords.has(next);
  const isOfThat = next === "of" && vocab.lists.countPronouns.has(word[figure.to + 1]);
  // "I cleared Sh640,000. This year, a hundred thousand less"
  const least = isMore ? 1000 : 1e6;
  if (figure.scale < least || !(isMore || isOfThat || endsPhrase(doc, figure.to))) return null;
  for (let n = before.length - 1; n >= Math.max(0, before.length - 4); n--) {
    const other = before[n];
    if (isApart(doc, other.from, figure.from)) {
      // "Five groups had bid, the dearest at 3.3 billion zlotys. The company had set aside 2.6 billion."
      const isNext = sentenceOf(doc, figure.from) - sentenceOf(doc, other.from) === 1;
      // "at a cost of £11m. Passenger journeys rose from 38 million"
      if (!isNext || hasBreak(doc, other.to, figure.from) || nounTold(doc, figure)) return null;
      if (other.kind !== "money") continue;
    }
    const size = other.value ?? other.low ?? 0;
    if ((isMore ? size < least : other.scale < least) || isInBrackets(doc, other)) continue;
    return other.kind === "money" || isMeasure(other.kind) ? other : null;
  }
  return null;
}

// "a three-month average of 112,000" are no months.
const isBeyondTime = ({value, low}: Found): boolean => (value ?? low ?? 0) >= 1000;

// "63 people in four hours. Eleven of them": what is counted, never what is measured
function ofThese(doc: Doc, before: readonly Found[], {from, to, value}: Found): string | null {
  const {word} = doc;
  if (word[to] !== "of" || !/^(?:the[ms]|tho|whi|whom)/.test(word[to + 1] ?? "")) return null;
  const sentence = sentenceOf(doc, from);
  for (let n = before.length - 1; n >= 0 && sentence - sentenceOf(doc, before[n].from) < 2; n--) {
    const other = before[n];
    if (other.kind === "count" && other.unit !== null && (other.value ?? 0) >= (value ?? Infinity))
      return other.unit;
  }
  return null;
}

function hasBreak({type}: Doc, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (type[k] === BREAK) return true;
  return false;
}

function isInBrackets({word}: Doc, {from}: Found): boolean {
  return word[from - 1] === "(" || word[from - 2] === "(";
}

function endsPhrase({word, type, lexeme}: Doc, k: number): boolean {
  return type[k] !== WORD || (Boolean(lexeme[k]?.function) && !/^(?:of|are|were|have|had)$/.test(word[k]));
}

// "3.4 percent, up from 3.1", but not "rose 5 percent from 350"; "on 41 percent, the others on 24"
function isSecondPercent(doc: Doc, before: Found, figure: Found): boolean {
  if ((before.value ?? 0) > 100 || figure.value === null || figure.value > 100) return false;
  const isFraction = !Number.isInteger(figure.value);
  if (doc.word[figure.from - 1] === "from" && isFraction) return true;
  // "84.1 percent passing against 80.2 for boys", "up 9.4 per cent, compared with 1.2"
  const isAgainst =
    doc.word[figure.from - 1] === "against" ||
    (doc.word[figure.from - 1] === "with" && doc.word[figure.from - 2] === "compared");
  if (isAgainst && isFraction && !isApart(doc, before.from, figure.from)) return true;
  // "52 per cent backed the plan, 31 opposed it"
  // "cut from 25% to 10", "a split of 50.5 per cent to 49.5"
  if (
    doc.word[figure.from - 1] === "to" &&
    (doc.word[before.from - 1] === "from" || isRestOf(before.value, figure.value)) &&
    figure.from === before.to + 1
  )
    return true;
  const isRest =
    doc.word[figure.from - 1] === "," &&
    figure.from - before.to < 8 &&
    !isApart(doc, before.from, figure.from) &&
    isPast(doc, before.to) &&
    isPast(doc, figure.to) &&
    (before.value ?? 0) + figure.value <= 100;
  return (
    isRest ||
    isNamedShare(doc, before, figure) ||
    isParallel(doc, before, figure) ||
    isSaidAgain(doc, before, figure) ||
    isListed(doc, before, figure) ||
    (isFraction && isNextInList(doc, before, figure))
  );
}

// "4.1 per cent in Leeds, 3.8 in York", "59% backed it in the south and 37 in the north"
const isListed = (doc: Doc, before: Found, figure: Found): boolean =>
  !isApart(doc, before.from, figure.from) &&
  figure.from - before.to < 12 &&
  contextOf(doc, "listed", hedgeStart(doc, figure.from), figure.to) !== null;

const isRestOf = (a: number | null, b: number): boolean => a !== null && Math.abs(a + b - 100) < 1.5;

// "Pakistan bought 38 percent and Egypt 19."
const isNamedShare = (doc: Doc, before: Found, figure: Found): boolean =>
  !isApart(doc, before.from, figure.from) &&
  figure.from - before.to <= 4 &&
  (before.value ?? 100) + (figure.value ?? 100) <= 100 &&
  contextOf(doc, "secondPercent", figure.from, figure.to, figure.value) !== null;

// "The Front had 41.7 percent of the vote and its rival 39.9,"
function isNextInList(doc: Doc, before: Found, figure: Found): boolean {
  const {word, type} = doc;
  if (isApart(doc, before.from, figure.from) || figure.from - before.to > 12) return false;
  if (type[figure.from - 1] !== WORD || !/^(?:[,.;)]|and|next|last|this)$/.test(word[figure.to] ?? "."))
    return false;
  for (let k = before.to; k < figure.from; k++) if (/^(?:and|while|[,;])$/.test(word[k])) return true;
  return false;
}

function isApart(doc: Doc, from: number, to: number): boolean {
  return sentenceOf(doc, from) !== sentenceOf(doc, to);
}

// "61 per cent in the north; in the south it was 48", "up 4 per cent this year, after 11 last year"
function isSaidAgain(doc: Doc, before: Found, figure: Found): boolean {
  if (figure.from - before.to > 12) return false;
  return contextOf(doc, "saidAgain", hedgeStart(doc, figure.from), figure.to) === "yes";
}

// "from 5 piastres to 20": hundredths as well.
function inParts(doc: Doc, {kind, coreTo}: Found, value: number | null): number | null {
  if (kind !== "money" || value === null) return value;
  const factor = matchForward(doc, coreTo - 1, doc.vocab.currencies)?.value.factor ?? 1;
  return factor < 1 ? Number((value * factor).toPrecision(15)) : value;
}

// "25m by 12m": the second m is no million either.
function inMetres({word}: Doc, figure: Found): Found {
  if (figure.unit !== "metre" || figure.scale !== 1e6 || word[figure.coreTo - 1] !== "m") return figure;
  return {...figure, value: figure.value === null ? null : figure.value / 1e6, scale: 1};
}

// After "($1.07 billion)", which gives the same once more.
function endOfBrackets({word}: Doc, at: number): number {
  if (word[at] !== "(") return at;
  for (let k = at + 1; k < at + 10; k++) if (word[k] === ")") return k + 1;
  return at;
}

// "an option for five more years, the last one for two": the same preposition leads both.
function isParallel(doc: Doc, before: Found, figure: Found): boolean {
  const {word, type, lexeme, vocab} = doc;
  const link = word[figure.from - 1] ?? "";
  if (!vocab.lists.nameLinks.has(link) || word[before.from - 1] !== link) return false;
  if (figure.from - before.to > 12 || before.kind === "money" || before.kind === "count") return false;
  // "a slope of 180 metres, at the rate of two a week"
  if (before.kind !== "rate" && before.kind !== "percent" && ratePer(doc, figure.to)) return false;
  return type[figure.to] !== WORD || Boolean(lexeme[figure.to]?.function);
}

const isNearby = (before: Found, {value}: Found): boolean => {
  const ratio = (value ?? 0) / (before.value ?? before.low ?? 1);
  return ratio > 0.2 && ratio < 5;
};

function goesOn(doc: Doc, before: Found, figure: Found): boolean {
  const {word, type} = doc;
  if (isApart(doc, before.from, figure.from)) return false;
  const from = hedgeStart(doc, figure.from);
  const link = word[from - 1] ?? "";
  // "cost £2,100, against 2,800 who walked": people are counted.
  const isOfWho = contextOf(doc, "counterpart", from, figure.to) === "none";
  if (isOfWho && before.kind !== "count") return false;
  if (isParallel(doc, before, figure)) return true;
  // "let at €900 a month; before, it was 650"
  const isFar =
    before.kind === "money" &&
    !(doc.vocab.lists.beForms.has(link) && isNearby(before, inScaleOf(before, figure)));
  if (before.kind !== "count" && !isFar && isSaidAgain(doc, before, figure)) return true;
  const near = from - endOfBrackets(doc, before.to) <= 5;
  if (
    near &&
    (link === "from" ||
      link === "to" ||
      link === "against" ||
      (link === "of" && doc.vocab.lists.levelNouns.has(word[from - 2])) ||
      (link === "with" && word[from - 2] === "compared"))
  ) {
    // "in place for 18 months, suggested something closer to 40"
    for (let k = endOfBrackets(doc, before.to); k < from - 1; k++)
      if (type[k] !== WORD && !(word[k] === "," && (link !== "to" || before.kind !== "duration")))
        return false;
    return true;
  }
  // "costs 45 lira at the market, up from 28 in January"
  if (link === "from" && /^(?:up|down)$/.test(word[from - 2] ?? "") && figure.from - before.to < 16) {
    const ratio = (figure.value ?? 0) / (before.value ?? before.low ?? 1);
    if (ratio > 0.02 && ratio < 50) return true;
  }
  // "1.13 million tons of cane this crop, compared with 1.32 million last year"
  const isSetAgainst = link === "with" && word[from - 2] === "compared" && figure.from - before.to <= 10;
  if (isSetAgainst && before.kind !== "money" && before.kind !== "duration") return true;
  // "50 gigawatts by 2030, against 14.7 now", "570 litres, or 1,640 with the seats down"
  const measured = isMeasure(before.kind);
  if (measured && /^(?:against|versus)$/.test(link) && figure.from - before.to <= 10) return true;
  if (measured && link === "or" && from - before.to <= 2 && type[figure.to] !== BREAK) return true;
  // "gained 312 points to finish at 28,451"
  if (before.unit === "point" && (link === "at" || link === "to") && (figure.value ?? 0) > 100) return true;
  // "rose to 217 in the year to June, from 183"
  if (link === "from" && word[from - 2] === "," && figure.from - before.to < 14)
    return before.kind === "count";
  const isAmount = isMeasure(before.kind);
  const isSum = before.kind === "money" && (figure.value ?? 0) >= 1000;
  if ((isAmount || isSum) && doc.vocab.lists.moreMarkers.has(link)) return true;
  // "three metres by two"
  if (link === "by" && before.kind === "length" && figure.from === before.to + 1) return true;
  // "212 metres long and 18 wide"
  const isSized = doc.vocab.lists.dimensionWords.has(word[figure.to]);
  if (before.kind === "length" && isSized && figure.from - before.to < 6) return true;
  // "14 tonnes, four more than the old one"
  const isCompared = doc.vocab.lists.comparingWords.has(word[figure.to]) && word[figure.to + 1] === "than";
  const isBelow = /^(?:above|below|short)$/.test(word[figure.to] ?? "");
  if (before.kind !== "money" && (isCompared || isBelow) && link === "," && near) return true;
  // "Of the 61 people …, 44 …", "Of the 5,000 tonnes promised, 900 have"
  const opener = word[before.from - 1] === "the" ? before.from - 2 : before.from - 1;
  const isWhole = word[opener] === "of" && (opener === 0 || type[opener - 1] !== WORD);
  if (isWhole && before.kind !== "money" && before.kind !== "duration") return true;
  if (before.kind !== "count") return false;
  // "14 pilgrims were killed and 32 injured", "of whom 14"
  if (contextOf(doc, "goOn", from, figure.to) !== null) return true;
  const next = word[figure.to] ?? "";
  // "40 in Uganda, 14 in Kenya": the same preposition follows both.
  if (/^(?:,|and|but|or)$/.test(link) && doc.vocab.lists.nameLinks.has(next) && word[before.to] === next)
    return true;
  return false;
}
