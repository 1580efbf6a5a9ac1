/*
 * Dates and periods by a scanner of our own, not chrono-node. On the articles
 * chrono-node alone takes as long as this whole parser (`npm run bench --
 * parser`), it puts dates without a year in the nearest year on either side,
 * where a report means the past, and it has no “the first seven months of last
 * year” and no “between June and December last year”.
 */
import {
  addDays,
  addMonths,
  type Calendar,
  daysInMonth,
  formatDay,
  formatMonth,
  toCalendar,
  weekdayOf,
} from "../calendar.js";
import {type Doc, isUpper} from "../document.js";
import {isPlural} from "../nounPhrase.js";
import {DIGITS, WORD} from "../scan.js";
import {DATE} from "../vocab.js";

/** When, in tokens [from, to). start and end are months or days, inclusive; null where open or unknown. */
export interface Period {
  from: number;
  to: number;
  start: string | null;
  end: string | null;
  /** Whether the year, or more, had to be worked out from the article's date. */
  inferred: boolean;
}

interface Span {
  to: number;
  start: string | null;
  end: string | null;
  inferred: boolean;
  /** A bare month or day without a year may take one from what follows. */
  month?: number;
  day?: number;
}

/** Returns the period that starts at the given token, with its preposition, or null. */
export function findDate(doc: Doc, i: number): Period | null {
  const {published: date} = doc;
  const published = date === lastDate ? lastCalendar : remember(date);
  const span = opened(doc, i, published) ?? point(doc, i, published);
  if (!span) return null;
  return {
    from: i,
    to: span.to,
    start: span.start,
    end: span.end,
    inferred: span.inferred,
  };
}

let lastDate: string | null = null;
let lastCalendar: Calendar | null = null;

function remember(date: string | null): Calendar | null {
  lastDate = date;
  lastCalendar = toCalendar(date);
  return lastCalendar;
}

/** Whether findDate can say anything about a token; cheap. */
export function mayStartDate(doc: Doc, i: number): boolean {
  if (doc.type[i] === DIGITS) return true;
  const known = doc.lexeme[i];
  if (known === null || !(known.starts & DATE)) return false;
  if (known.month > 0 || known.weekday >= 0) return isUpper(doc.text, doc.start[i]) || !known.function;
  // Words such as "the" and "in" start a date only with another date word behind them.
  if (known.function === null) return true;
  let next = i + 1;
  for (let n = 0; n < 2 && next < doc.count; n++, next++) {
    if (doc.type[next] === DIGITS) return true;
    const after = doc.lexeme[next];
    if (after === null) return doc.word[next] === "-" && n === 0;
    if (after.starts & DATE && !after.function) return true;
    if (!after.function) return false;
  }
  return next < doc.count && (doc.type[next] === DIGITS || ((doc.lexeme[next]?.starts ?? 0) & DATE) > 0);
}

// Prepositions that open or close a period: since, as of, until, between … and, from … to.
function opened(doc: Doc, i: number, published: Calendar | null): Span | null {
  const {word} = doc;
  const w = word[i];
  if (w === "since") {
    const from = point(doc, i + 1, published);
    return from && {...from, end: null};
  }
  if (w === "as" && (word[i + 1] === "of" || word[i + 1] === "at")) {
    const at = point(doc, i + 2, published);
    return at && {...at, start: null, end: at.end ?? at.start};
  }
  if (w === "until" || w === "till" || (w === "up" && word[i + 1] === "to")) {
    const at = point(doc, w === "up" ? i + 2 : i + 1, published);
    return at && {...at, start: null};
  }
  if (w === "between" || w === "from") {
    const first = point(doc, i + 1, published);
    if (!first) return null;
    const link = word[first.to];
    if (
      link !== "and" &&
      link !== "to" &&
      link !== "until" &&
      link !== "till" &&
      link !== "through" &&
      link !== "-" &&
      link !== "–"
    )
      return null;
    const last = point(doc, first.to + 1, published);
    return last && joined(first, last, published);
  }
  return null;
}

function _skipping(doc: Doc, i: number, published: Calendar | null): Span | null {
  return point(doc, doc.word[i] === "the" && doc.type[i + 1] === WORD ? i : i, published);
}

// The year of the second date is also that of the first: "between June and December last year".
function joined(first: Span, last: Span, _published: Calendar | null): Span {
  let start = first.start;
  const lastYear = last.start ? Number(last.start.slice(0, 4)) : null;
  if (first.month && lastYear !== null) {
    const lastMonth = Number(last.start!.slice(5, 7)) || 12;
    const year =
      first.month > lastMonth && !last.inferred
        ? lastYear - 1
        : first.month > lastMonth
          ? lastYear - 1
          : lastYear;
    start = first.day ? formatDay(year, first.month, first.day) : formatMonth(year, first.month);
  }
  return {to: last.to, start, end: last.end, inferred: last.inferred || (first.inferred && !first.month)};
}

function point(doc: Doc, i: number, published: Calendar | null): Span | null {
  if (i >= doc.count) return null;
  if (doc.type[i] === DIGITS)
    return iso(doc, i) ?? numeric(doc, i) ?? dayMonth(doc, i, published) ?? yearRange(doc, i) ?? year(doc, i);
  const known = doc.lexeme[i];
  if (known === null || !(known.starts & DATE)) return null;
  if (known.month > 0) return monthDay(doc, i, published);
  if (known.weekday >= 0) return weekday(doc, i, published);
  return (
    part(doc, i, published) ??
    relative(doc, i, published) ??
    season(doc, i, published) ??
    (doc.word[i] === "the" ? dayMonth(doc, i, published) : null)
  );
}

const isYear = (w: string | undefined): boolean => w !== undefined && /^(?:1[5-9]|20)\d\d$/.test(w);

// 2024-07-24
function iso({word, type, glued}: Doc, i: number): Span | null {
  if (!isYear(word[i]) || type[i] !== DIGITS) return null;
  if (!(word[i + 1] === "-" && glued[i + 1] && glued[i + 2] && /^\d\d$/.test(word[i + 2] ?? ""))) return null;
  const month = Number(word[i + 2]);
  if (month < 1 || month > 12) return null;
  const hasDay = word[i + 3] === "-" && glued[i + 3] && glued[i + 4] && /^\d\d$/.test(word[i + 4] ?? "");
  if (!hasDay) return null;
  const day = formatDay(Number(word[i]), month, Number(word[i + 4]));
  let to = i + 5;
  if (word[to] === "t" && glued[to]) while (glued[to] && to < i + 14) to++;
  return {to, start: day, end: day, inferred: false};
}

// 24/07/2024, 24.07.2024; day first unless that cannot be
function numeric({word, type, glued}: Doc, i: number): Span | null {
  if (type[i] !== DIGITS || !/^\d{1,2}$/.test(word[i])) return null;
  const mark = word[i + 1];
  if ((mark !== "/" && mark !== "." && mark !== "-") || !glued[i + 1] || !glued[i + 2]) return null;
  if (word[i + 3] !== mark || !glued[i + 3] || !glued[i + 4]) return null;
  if (!/^\d{1,2}$/.test(word[i + 2] ?? "") || !/^(?:\d\d|(?:19|20)\d\d)$/.test(word[i + 4] ?? ""))
    return null;
  let day = Number(word[i]);
  let month = Number(word[i + 2]);
  if (month > 12 && day <= 12) [day, month] = [month, day];
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const y = word[i + 4].length === 2 ? 2000 + Number(word[i + 4]) : Number(word[i + 4]);
  const date = formatDay(y, month, day);
  return {to: i + 5, start: date, end: date, inferred: false};
}

function monthAt({lexeme, text, start, word, count}: Doc, i: number): {month: number; to: number} | null {
  if (i >= count) return null;
  const month = lexeme[i]?.month;
  if (!month || !isUpper(text, start[i])) return null;
  const dot =
    word[i].length <= 4 &&
    word[i] !== "may" &&
    word[i] !== "june" &&
    word[i] !== "july" &&
    word[i + 1] === ".";
  return {month, to: dot ? i + 2 : i + 1};
}

const dayAt = (w: string | undefined): number =>
  w !== undefined && /^(?:[1-9]|0[1-9]|[12]\d|3[01])$/.test(w) ? Number(w) : 0;

// "Dec. 1", "July 10, 2024", "January 2023", "March", "June of last year"
function monthDay(doc: Doc, i: number, published: Calendar | null): Span | null {
  const at = monthAt(doc, i);
  if (!at) return null;
  const {word, type, glued} = doc;
  const {month} = at;
  let to = at.to;
  let day = 0;
  if (
    type[to] === DIGITS &&
    dayAt(word[to]) &&
    !(glued[to + 1] && word[to + 1] === "," && type[to + 2] === DIGITS && glued[to + 2])
  ) {
    day = dayAt(word[to]);
    to++;
    if (glued[to] && /^(?:st|nd|rd|th)$/.test(word[to] ?? "")) to++;
    if ((word[to] === "-" || word[to] === "–") && glued[to] && glued[to + 1] && dayAt(word[to + 1])) {
      const last = dayAt(word[to + 1]);
      const y = yearAfter(doc, to + 2, published) ?? guessYear(month, day, published, to + 2);
      if (y)
        return {
          to: y.to,
          start: formatDay(y.year, month, day),
          end: formatDay(y.year, month, last),
          inferred: y.inferred,
        };
    }
  }
  if (day === 0 && !isMonthPlace(doc, i, to)) return null;
  return dated(doc, month, day, to, published);
}

// "may" and "march" at the head of a sentence are as often verbs.
function isMonthPlace({word, type, lexeme}: Doc, i: number, to: number): boolean {
  if (isYear(word[to])) return true;
  if (
    word[i] !== "may" &&
    word[i] !== "march" &&
    word[i] !== "mar" &&
    word[i] !== "august" &&
    word[i] !== "jan" &&
    word[i] !== "april" &&
    word[i] !== "june"
  )
    return true;
  if (i === 0 || type[i - 1] !== WORD)
    return (
      word[i] !== "may" &&
      word[i] !== "march" &&
      word[i] !== "jan" &&
      word[i] !== "april" &&
      word[i] !== "june"
    );
  return (
    lexeme[i - 1]?.function === "preposition" ||
    /^(?:last|this|next|early|late|mid|and|to|of|each|every|until|through|-)$/.test(word[i - 1])
  );
}

// "1 December 2023", "the 10th of July", "24 Feb"
function dayMonth(doc: Doc, i: number, published: Calendar | null): Span | null {
  const {word, type, glued} = doc;
  let j = i;
  if (word[j] === "the") j++;
  const day = type[j] === DIGITS ? dayAt(word[j]) : 0;
  if (!day) return null;
  j++;
  let last = 0;
  if (glued[j] && /^(?:st|nd|rd|th)$/.test(word[j] ?? "")) j++;
  if (/^(?:-|–|to|and)$/.test(word[j] ?? "") && dayAt(word[j + 1]) && type[j + 1] === DIGITS) {
    let k = j + 2;
    if (glued[k] && /^(?:st|nd|rd|th)$/.test(word[k] ?? "")) k++;
    if (monthAt(doc, k)) {
      last = dayAt(word[j + 1]);
      j = k;
    }
  }
  if (word[j] === "of") j++;
  const at = monthAt(doc, j);
  if (!at) return null;
  const span = dated(doc, at.month, day, at.to, published);
  return last && span.start
    ? {...span, end: `${span.start.slice(0, 8)}${String(last).padStart(2, "0")}`}
    : span;
}

function dated(doc: Doc, month: number, day: number, to: number, published: Calendar | null): Span {
  const y = yearAfter(doc, to, published) ?? guessYear(month, day, published, to);
  if (!y) return {to, start: null, end: null, inferred: true, month, day};
  const text = day ? formatDay(y.year, month, day) : formatMonth(y.year, month);
  return {to: y.to, start: text, end: text, inferred: y.inferred, ...(y.inferred ? {month, day} : {})};
}

function yearAfter(
  {word, type, lexeme}: Doc,
  to: number,
  published: Calendar | null,
): {year: number; to: number; inferred: boolean} | null {
  let j = to;
  if (word[j] === "," && isYear(word[j + 1]) && type[j + 1] === DIGITS) j++;
  else if (word[j] === "of" && (isYear(word[j + 1]) || word[j + 1] === "last" || word[j + 1] === "this")) j++;
  if (type[j] === DIGITS && isYear(word[j]) && !lexeme[j])
    return {year: Number(word[j]), to: j + 1, inferred: false};
  if (published && word[j + 1] === "year" && /^(?:last|this|next)$/.test(word[j] ?? ""))
    return {
      year: published.year + (word[j] === "last" ? -1 : word[j] === "next" ? 1 : 0),
      to: j + 2,
      inferred: true,
    };
  if (published && word[j] === "the" && word[j + 1] === "previous" && word[j + 2] === "year")
    return {year: published.year - 1, to: j + 3, inferred: true};
  return null;
}

/** The nearest fitting past: a month or day without a year is never put in the future. */
function guessYear(month: number, day: number, published: Calendar | null, to: number) {
  if (!published) return null;
  const later = month > published.month || (month === published.month && day > published.day);
  return {year: published.year - (later ? 1 : 0), to, inferred: true};
}

const ordinals: Record<string, number> = {first: 1, second: 2, third: 3, fourth: 4, final: 4, last: 4};

// "early 2022", "the end of last year", "the first seven months of 2023", "the third quarter", "Q3 2023"
function part(doc: Doc, i: number, published: Calendar | null): Span | null {
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
    const whole = point(doc, word[j + 2] === "the" ? j + 3 : j + 2, published);
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

const onDay = (day: Calendar | null, to: number): Span => {
  const text = day ? formatDay(day.year, day.month, day.day) : null;
  return {to, start: text, end: text, inferred: true};
};

// "last year", "this month", "last Tuesday", "yesterday", "three years ago", "the past decade"
function relative(doc: Doc, i: number, published: Calendar | null): Span | null {
  const {word, lexeme} = doc;
  const w = word[i];
  if (w === "today" || w === "tonight") return onDay(published, i + 1);
  if (w === "yesterday") return onDay(published && addDays(published, -1), i + 1);
  if (w === "tomorrow") return onDay(published && addDays(published, 1), i + 1);
  let j = i;
  if (w === "the" || w === "over" || w === "in" || w === "during") j++;
  if (j > i && word[j] === "the") j++;
  const which = word[j];
  if (!/^(?:last|this|next|past|previous|current)$/.test(which ?? "")) return null;
  if (j > i && (which === "this" || which === "next") && word[i] !== "the") return null;
  if (j > i && w !== "the" && which === "last" && word[i + 1] !== "the") return null;
  const step = which === "next" ? 1 : which === "this" || which === "current" ? 0 : -1;
  const unit = word[j + 1] ?? "";
  const to = j + 2;
  if (
    lexeme[j + 1]?.weekday !== undefined &&
    lexeme[j + 1]!.weekday >= 0 &&
    isUpper(doc.text, doc.start[j + 1])
  ) {
    if (!published) return onDay(null, to);
    const back = (weekdayOf(published) - lexeme[j + 1]!.weekday + 7) % 7;
    return onDay(
      addDays(published, which === "next" ? 7 - back : which === "last" && back === 0 ? -7 : -back),
      to,
    );
  }
  const month = monthAt(doc, j + 1);
  if (month) {
    if (!published) return {to: month.to, start: null, end: null, inferred: true};
    const same = month.month >= published.month ? 1 : 0;
    const year =
      which === "next"
        ? published.year + (month.month <= published.month ? 1 : 0)
        : which === "last"
          ? published.year - same
          : published.year;
    return {
      to: month.to,
      start: formatMonth(year, month.month),
      end: formatMonth(year, month.month),
      inferred: true,
    };
  }
  if (unit === "year") {
    if (!published) return {to, start: null, end: null, inferred: true};
    const year = published.year + step;
    return {to, start: formatMonth(year, 1), end: formatMonth(year, 12), inferred: true};
  }
  if (unit === "month") {
    if (!published) return {to, start: null, end: null, inferred: true};
    const m = addMonths(published, step);
    const text = formatMonth(m.year, m.month);
    return {to, start: text, end: text, inferred: true};
  }
  if (unit === "week" || unit === "weekend") {
    if (!published) return {to, start: null, end: null, inferred: true};
    const monday = addDays(published, -((weekdayOf(published) + 6) % 7) + 7 * step);
    const sunday = addDays(monday, 6);
    const saturday = addDays(monday, 5);
    const from = unit === "weekend" ? saturday : monday;
    return {
      to,
      start: formatDay(from.year, from.month, from.day),
      end: formatDay(sunday.year, sunday.month, sunday.day),
      inferred: true,
    };
  }
  if (unit === "quarter" && published) {
    const first = addMonths(
      {year: published.year, month: Math.floor((published.month - 1) / 3) * 3 + 1, day: 1},
      3 * step,
    );
    const last = addMonths(first, 2);
    return {
      to,
      start: formatMonth(first.year, first.month),
      end: formatMonth(last.year, last.month),
      inferred: true,
    };
  }
  if (/^(?:spring|summer|autumn|fall|winter)$/.test(unit)) {
    const s = season(doc, j + 1, published);
    return s && {...s, inferred: true};
  }
  if (/^(?:decade|century|night|evening|morning|afternoon|fiscal|financial|academic)$/.test(unit))
    return {to, start: null, end: null, inferred: true};
  return null;
}

function weekday(doc: Doc, i: number, published: Calendar | null): Span | null {
  const {lexeme, text, start, word} = doc;
  const day = lexeme[i]?.weekday ?? -1;
  if (day < 0 || !isUpper(text, start[i])) return null;
  let to = i + 1;
  if (word[i].length <= 5 && word[to] === ".") to++;
  // "Tuesday, 5 March 2024": the date says it all.
  const j = word[to] === "," ? to + 1 : to;
  const exact = monthDay(doc, j, published) ?? dayMonth(doc, j, published);
  if (exact) return exact;
  if (!published) return {to, start: null, end: null, inferred: true};
  const past = addDays(published, -((weekdayOf(published) - day + 7) % 7));
  const date = formatDay(past.year, past.month, past.day);
  return {to, start: date, end: date, inferred: true};
}

const seasons: Record<string, [number, number]> = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  fall: [9, 11],
  winter: [12, 14],
};

// "summer 2022", "the winter of 2022-23"; a bare season only after "last" or "this" (see relative)
function season(doc: Doc, i: number, published: Calendar | null): Span | null {
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

// "2022-23", "1939–45", "2019/20"
function yearRange({word, type, glued, lexeme, count}: Doc, i: number): Span | null {
  if (type[i] !== DIGITS || !isYear(word[i])) return null;
  if (!/^[-–/]$/.test(word[i + 1] ?? "") || !glued[i + 1] || !glued[i + 2] || type[i + 2] !== DIGITS)
    return null;
  const last = word[i + 2];
  if (!/^(?:\d\d|(?:19|20)\d\d)$/.test(last)) return null;
  if (i + 3 < count && lexeme[i + 3]?.scale) return null;
  const end = last.length === 2 ? `${word[i].slice(0, 2)}${last}` : last;
  if (Number(end) <= Number(word[i])) return null;
  return {to: i + 3, start: `${word[i]}-01`, end: `${end}-12`, inferred: false};
}

const yearBefore =
  /^(?:in|since|by|of|until|till|from|during|before|after|late|early|mid|through|for|and|to|between|spring|summer|autumn|fall|winter|year|the|a|this|fiscal|circa|around|ending|ended|season|class|vintage|through|throughout|than|vs|versus|mid-|pre|post|-|–|\(|’|')$/;

function year(doc: Doc, i: number): Span | null {
  const {word, type, glued, lexeme, count} = doc;
  if (type[i] !== DIGITS || !isYear(word[i])) return null;
  if (glued[i] && i > 0 && type[i - 1] === WORD) return null;
  const next = i + 1;
  if (
    next < count &&
    glued[next] &&
    (word[next] === "," || word[next] === ".") &&
    type[next + 1] === DIGITS &&
    glued[next + 1]
  )
    return null;
  let to = next;
  // "1990s" and "1990's"
  if (glued[next] && word[next] === "s") {
    const decade = Number(word[i]);
    return {
      to: next + 1,
      start: `${decade}-01`,
      end: `${decade + (decade % 100 === 0 ? 99 : 9)}-12`,
      inferred: false,
    };
  }
  if (glued[next] && word[next] === "'" && word[next + 1] === "s") to = next;
  if (glued[next] && type[next] === WORD) return null;
  if (
    next < count &&
    (lexeme[next]?.scale?.role === "word" ||
      word[next] === "%" ||
      word[next] === "percent" ||
      word[next] === "per")
  )
    return null;
  if (next < count && type[next] === WORD && !glued[next]) {
    const before = word[i - 1] ?? "";
    const counted = isPlural(doc, next) || word[next] === "people" || lexeme[next]?.singular != null;
    if (counted && !yearBefore.test(before)) return null;
    if (counted && /^(?:for|of|and|to|from|by|than|between|around)$/.test(before)) return null;
    if (
      /^(?:km|kg|m|tonnes|tons|metres|meters|miles|hours|mw|gb|litres|euros|dollars|yuan|roubles|rubles|rupees)$/.test(
        word[next],
      )
    )
      return null;
  }
  return {to, start: `${word[i]}-01`, end: `${word[i]}-12`, inferred: false};
}
