import {addMonths, type Calendar, daysInMonth, formatDay, formatMonth} from "../calendar.js";
import {type Doc, isUpper} from "../document.js";
import {DIGITS} from "../scan.js";
import {isYear, type Span} from "./day.js";

type Point = (doc: Doc, i: number, published: Calendar | null) => Span | null;

const ordinals: Record<string, number> = {first: 1, second: 2, third: 3, fourth: 4, final: 4, last: 4};

// "early 2022", "the end of last year", "the first seven months of 2023", "the third quarter", "Q3 2023"
export function part(doc: Doc, i: number, published: Calendar | null, point: Point): Span | null {
  const {word, lexeme, glued, type} = doc;
  let j = i;
  if (word[j] === "the") j++;
  const w = word[j];
  if (w === "early" || w === "late" || w === "mid" || w === "earlier" || w === "later") {
    let k = j + 1;
    if (word[k] === "-" && glued[k]) k++;
    if (word[k] === "in") k++;
    const whole = point(doc, word[k] === "the" ? k + 1 : k, published);
    return whole?.start
      ? third(
          whole,
          w === "mid" ? "middle" : w === "late" || w === "later" ? "late" : "early",
          w === "earlier" || w === "later",
        )
      : whole;
  }
  if ((w === "beginning" || w === "start" || w === "end" || w === "middle") && word[j + 1] === "of") {
    const whole =
      currentAt(doc, j + 2, published) ?? point(doc, word[j + 2] === "the" ? j + 3 : j + 2, published);
    return whole?.start
      ? third(whole, w === "end" ? "late" : w === "middle" ? "middle" : "early", false)
      : whole;
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
    if (w === "last" && word[to] !== "of") return null;
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
    if (
      number > 0 &&
      /^(?:months?|weeks?|days?|quarters?)$/.test(word[j + 2] ?? "") &&
      word[j + 3] === "of"
    ) {
      const unit = word[j + 2].replace(/s$/, "");
      if (unit === "month" || unit === "quarter") {
        const length = unit === "month" ? number : number * 3;
        return months(doc, w === "first" || w === "opening" ? 1 : 13 - length, length, j + 3, published);
      }
      return {to: j + 3, start: null, end: null, inferred: true};
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
  return {to: k + 2, start: formatMonth(year, from), end: formatMonth(year, to), inferred: true};
}

function third(whole: Span, which: "early" | "middle" | "late", loose: boolean): Span {
  const start = whole.start!;
  const end = whole.end ?? start;
  if (loose) return whole;
  if (
    start.length === 7 &&
    end.length === 7 &&
    start.slice(0, 4) === end.slice(0, 4) &&
    start.endsWith("-01") &&
    end.endsWith("-12")
  ) {
    const y = Number(start.slice(0, 4));
    const [from, to] = which === "early" ? [1, 4] : which === "middle" ? [5, 8] : [10, 12];
    return {to: whole.to, start: formatMonth(y, from), end: formatMonth(y, to), inferred: whole.inferred};
  }
  if (start.length === 7 && start === end) {
    const [y, m] = start.split("-").map(Number);
    const [from, to] = which === "early" ? [1, 10] : which === "middle" ? [11, 20] : [21, daysInMonth(y, m)];
    return {...whole, start: formatDay(y, m, from), end: formatDay(y, m, to), day: 0};
  }
  return whole;
}

function quarterOf(doc: Doc, quarter: number, to: number, published: Calendar | null): Span {
  return months(doc, quarter * 3 - 2, 3, to, published);
}

// A stretch of months of the year that follows, or of the last year in which it was over.
function months(doc: Doc, first: number, length: number, to: number, published: Calendar | null): Span {
  const {word, type} = doc;
  let j = to;
  // Which months a company's own year has, its country and the company decide.
  if (word[to] === "fy")
    return {to: type[to + 1] === DIGITS ? to + 2 : to + 1, start: null, end: null, inferred: true};
  if (word[j] === "of" || word[j] === "in" || word[j] === ",") j++;
  if (word[j] === "the" || word[j] === "fiscal") j++;
  let year: number | null = null;
  let inferred = true;
  let end = to;
  if (type[j] === DIGITS && isYear(word[j])) {
    year = Number(word[j]);
    inferred = false;
    end = j + 1;
  } else if (published && word[j + 1] === "year" && /^(?:last|this|previous|current)$/.test(word[j] ?? "")) {
    year = published.year - (word[j] === "last" || word[j] === "previous" ? 1 : 0);
    end = j + 2;
  } else if (published) {
    year = published.year - (first > published.month ? 1 : 0);
    if (word[j] === "year") end = j + 1;
  }
  if (year === null) return {to: end, start: null, end: null, inferred: true};
  return {to: end, start: formatMonth(year, first), end: formatMonth(year, first + length - 1), inferred};
}

const seasons: Record<string, [number, number]> = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  fall: [9, 11],
  winter: [12, 14],
};

// "summer 2022", "the winter of 2022-23"; a bare season only after "last" or "this" (see relative)
export function season(doc: Doc, i: number, published: Calendar | null): Span | null {
  const {word, type} = doc;
  let j = i;
  if (word[j] === "the") j++;
  const range = seasons[word[j] ?? ""];
  if (!range) return null;
  let k = j + 1;
  if (word[k] === "of") k++;
  let year: number | null = null;
  let inferred = false;
  if (type[k] === DIGITS && isYear(word[k])) year = Number(word[k]);
  else if (word[j - 1] === "last" || word[j - 1] === "this") {
    if (!published) return {to: j + 1, start: null, end: null, inferred: true};
    k = j;
    inferred = true;
    year = published.year - (word[j - 1] === "last" && range[0] >= published.month ? 1 : 0);
    if (range[0] > published.month && word[j - 1] === "this") year = published.year;
  } else return null;
  const start = addMonths({year, month: range[0], day: 1}, 0);
  const end = addMonths({year, month: 1, day: 1}, range[1] - 1);
  return {
    to: k + 1,
    start: formatMonth(start.year, start.month),
    end: formatMonth(end.year, end.month),
    inferred,
  };
}
