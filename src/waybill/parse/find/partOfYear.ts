import {type Calendar, daysInMonth, formatDay, formatMonth, monthsFrom} from "../calendar.js";
import {type Doc, isUpper} from "../document.js";
import {DIGITS} from "../scan.js";
import {isYear, type Span, unknownTo} from "./day.js";

type Point = (doc: Doc, i: number, published: Calendar | null) => Span | null;

const ordinals: Record<string, number> = {first: 1, second: 2, third: 3, fourth: 4, final: 4, last: 4};

// "early 2022", "the end of last year", "the first seven months of 2023", "the third quarter", "Q3 2023"
export function part(doc: Doc, i: number, published: Calendar | null, point: Point): Span | null {
  const {word, lexeme, glued, type} = doc;
  let j = i;
  if (word[j] === "the") j++;
  const w = word[j];
  const time = doc.vocab.times.get(w);
  if (time?.role === "part" || time?.role === "loose") {
    let k = j + 1;
    if (word[k] === "-" && glued[k]) k++;
    if (word[k] === "in") k++;
    const whole = point(doc, word[k] === "the" ? k + 1 : k, published);
    return whole?.start && time.role === "part" ? third(whole, time.value) : whole;
  }
  if (time?.role === "part of" && word[j + 1] === "of") {
    const whole =
      currentAt(doc, j + 2, published) ?? point(doc, word[j + 2] === "the" ? j + 3 : j + 2, published);
    return whole?.start ? third(whole, time.value) : whole;
  }
  if (w === "q" && glued[j + 1] && /^[1-4]$/.test(word[j + 1] ?? "") && isUpper(doc.text, doc.start[j]))
    return quarterOf(doc, Number(word[j + 1]), j + 2, published);
  if (
    w === "h" &&
    glued[j + 1] &&
    /^[12]$/.test(word[j + 1] ?? "") &&
    isUpper(doc.text, doc.start[j]) &&
    (isYear(word[j + 2]) || word[j + 2] === "of")
  )
    return months(doc, word[j + 1] === "1" ? 1 : 7, 6, j + 2, published);
  const n = ordinals[w];
  if (n && (word[j + 1] === "quarter" || (word[j + 1] === "-" && word[j + 2] === "quarter"))) {
    const to = word[j + 1] === "quarter" ? j + 2 : j + 3;
    // "the third quarter-point rise"
    if ((w === "last" && word[to] !== "of") || (word[to] === "-" && glued[to + 1])) return null;
    return quarterOf(doc, n, to, published);
  }
  if (n && word[j + 1] === "half" && (w === "first" || w === "second")) {
    if (word[j + 2] !== "of" && !isYear(word[j + 2])) return null;
    return months(doc, w === "first" ? 1 : 7, 6, j + 2, published);
  }
  if (w === "first" || w === "last" || w === "final" || w === "past" || w === "opening") {
    const number =
      type[j + 1] === DIGITS
        ? Number(word[j + 1])
        : lexeme[j + 1]?.number?.role === "unit" || lexeme[j + 1]?.number?.role === "teen"
          ? lexeme[j + 1]!.number!.value
          : 0;
    if (number > 0 && doc.vocab.lists.ageUnits.has(word[j + 2]) && word[j + 3] === "of") {
      const unit = word[j + 2].replace(/s$/, "");
      if (unit === "month" || unit === "quarter") {
        const length = unit === "month" ? number : number * 3;
        return months(doc, w === "first" || w === "opening" ? 1 : 13 - length, length, j + 3, published);
      }
    }
  }
  return null;
}

// "the start of the year": the one that runs when the article is published.
function currentAt({word}: Doc, k: number, published: Calendar | null): Span | null {
  if (!published || word[k] !== "the") return null;
  const {year, month} = published;
  const [from, to] = word[k + 1] === "year" ? [1, 12] : word[k + 1] === "month" ? [month, month] : [0, 0];
  if (from === 0) return null;
  return {to: k + 2, ...monthsFrom(year, from, to - from + 1), inferred: true};
}

// The first, middle or last third of a year or a month.
function third(whole: Span, which: number): Span {
  const start = whole.start!;
  const end = whole.end ?? start;
  const [y, m] = start.split("-").map(Number);
  if (start.length === 7 && start.endsWith("-01") && end === formatMonth(y, 12)) {
    const first = [1, 5, 10][which];
    return {to: whole.to, ...monthsFrom(y, first, first === 10 ? 3 : 4), inferred: whole.inferred};
  }
  if (start.length !== 7 || start !== end) return whole;
  const last = [10, 20, daysInMonth(y, m)][which];
  return {...whole, start: formatDay(y, m, [1, 11, 21][which]), end: formatDay(y, m, last), day: 0};
}

function quarterOf(doc: Doc, quarter: number, to: number, published: Calendar | null): Span {
  return months(doc, quarter * 3 - 2, 3, to, published);
}

// A stretch of months of the year that follows, or of the last year in which it was over.
function months(doc: Doc, first: number, length: number, to: number, published: Calendar | null): Span {
  const {word, type} = doc;
  let j = to;
  // Which months a company's own year has, its country and the company decide.
  if (word[to] === "fy") return unknownTo(type[to + 1] === DIGITS ? to + 2 : to + 1);
  if (word[j] === "of" || word[j] === "in" || word[j] === ",") j++;
  if (word[j] === "the" || word[j] === "fiscal") j++;
  let year: number | null = null;
  let inferred = true;
  let end = to;
  if (type[j] === DIGITS && isYear(word[j])) {
    year = Number(word[j]);
    inferred = false;
    end = j + 1;
  } else if (published && word[j + 1] === "year" && doc.vocab.lists.deictics.has(word[j])) {
    year = published.year - (word[j] === "last" || word[j] === "previous" ? 1 : 0);
    end = j + 2;
  } else if (published) {
    year = published.year - (first > published.month ? 1 : 0);
    if (word[j] === "year") end = j + 1;
  }
  return year === null ? unknownTo(end) : {to: end, ...monthsFrom(year, first, length), inferred};
}

// "summer 2022", "the winter of 2022-23"; a bare season only after "last" or "this" (see relative)
export function season(doc: Doc, i: number, published: Calendar | null): Span | null {
  const {word, type} = doc;
  let j = i;
  if (word[j] === "the") j++;
  const time = doc.vocab.times.get(word[j]);
  if (time?.role !== "season") return null;
  const first = time.value;
  let k = j + 1;
  if (word[k] === "of") k++;
  let year: number | null = null;
  let inferred = false;
  if (type[k] === DIGITS && isYear(word[k])) year = Number(word[k]);
  else if (word[j - 1] === "last" || word[j - 1] === "this") {
    if (!published) return unknownTo(j + 1);
    k = j;
    inferred = true;
    year = published.year - (word[j - 1] === "last" && first >= published.month ? 1 : 0);
    if (first > published.month && word[j - 1] === "this") year = published.year;
  } else return null;
  return {to: k + 1, ...monthsFrom(year, first, 3), inferred};
}
