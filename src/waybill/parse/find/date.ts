/*
 * Dates and periods by a scanner of our own, not chrono-node. On the articles
 * chrono-node alone takes as long as this whole parser (`npm run bench --
 * parser`), it puts dates without a year in the nearest year on either side,
 * where a report means the past, and it has no “the first seven months of last
 * year” and no “between June and December last year”.
 */
import {type Calendar, formatDay, formatMonth, toCalendar} from "../calendar.js";
import {type Doc, isUpper} from "../document.js";
import {DIGITS} from "../scan.js";
import {DATE} from "../vocab.js";
import {dayMonth, iso, monthDay, numeric, type Span, weekday} from "./day.js";
import {part, season} from "./partOfYear.js";
import {relative} from "./relativeDate.js";
import {mayStartStretch, stretchTo} from "./stretch.js";
import {year, yearRange} from "./year.js";

/** When, in tokens [from, to). start and end are months or days, inclusive; null where open or unknown. */
export interface Period {
  from: number;
  to: number;
  start: string | null;
  end: string | null;
  /** Whether the year, or more, had to be worked out from the article's date. */
  inferred: boolean;
  /** Whether it was told to end before it starts: then neither end is known. */
  backward?: boolean;
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
  if (known === null) return false;
  if (doc.word[i] === "this")
    return doc.vocab.lists.dateNouns.has(doc.word[i + 1] ?? "") || startsAfter(doc, i);
  if (known.number !== null || doc.word[i] === "the") if (mayStartStretch(doc, i)) return true;
  if (!(known.starts & DATE)) return false;
  if (known.month > 0 || known.weekday >= 0) return isUpper(doc.text, doc.start[i]) || !known.function;
  // Words such as "the" and "in" start a date only with another date word behind them.
  if (known.function === null) return true;
  return startsAfter(doc, i);
}

function startsAfter(doc: Doc, i: number): boolean {
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
    if (!/^(?:and|to|until|till|through|-|–)$/.test(link ?? "")) return null;
    const last = point(doc, first.to + 1, published);
    return last && joined(first, last);
  }
  return null;
}

// The year of the second date is also that of the first: "between June and December last year".
function joined(first: Span, last: Span): Span {
  let start = first.start;
  const lastYear = last.start ? Number(last.start.slice(0, 4)) : null;
  if (first.month && lastYear !== null) {
    const lastMonth = Number(last.start!.slice(5, 7)) || 12;
    const year = first.month > lastMonth ? lastYear - 1 : lastYear;
    start = first.day ? formatDay(year, first.month, first.day) : formatMonth(year, first.month);
  }
  return {to: last.to, start, end: last.end, inferred: last.inferred || (first.inferred && !first.month)};
}

function point(doc: Doc, i: number, published: Calendar | null): Span | null {
  if (i >= doc.count) return null;
  const stretch = stretchTo(doc, i, published, point);
  if (stretch) return stretch;
  if (doc.type[i] === DIGITS)
    return iso(doc, i) ?? numeric(doc, i) ?? dayMonth(doc, i, published) ?? yearRange(doc, i) ?? year(doc, i);
  const known = doc.lexeme[i];
  if (known === null || !(known.starts & DATE)) return null;
  if (known.month > 0) return monthDay(doc, i, published);
  if (known.weekday >= 0) return weekday(doc, i, published);
  return (
    part(doc, i, published, point) ??
    relative(doc, i, published) ??
    season(doc, i, published) ??
    (doc.word[i] === "the" ? dayMonth(doc, i, published) : null)
  );
}
