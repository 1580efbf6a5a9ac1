import {addDays, addMonths, type Calendar, formatDay, formatMonth, weekdayOf} from "../calendar.js";
import {type Doc, isUpper} from "../document.js";
import {DIGITS, WORD} from "../scan.js";

/** A date or stretch of time that ends before token `to`; start and end as in Period. */
export interface Span {
  to: number;
  start: string | null;
  end: string | null;
  inferred: boolean;
  /** A bare month or day without a year may take one from what follows. */
  month?: number;
  day?: number;
}

/** A date of which only is known where it ends. */
export const unknownTo = (to: number): Span => ({to, start: null, end: null, inferred: true});

export const isYear = (w: string | undefined): boolean => w !== undefined && /^(?:1[5-9]|20)\d\d$/.test(w);

// 2024-07-24
export function iso({word, type, glued}: Doc, i: number): Span | null {
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
export function numeric({word, type, glued}: Doc, i: number): Span | null {
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

export function monthAt(
  {lexeme, text, start, word, count}: Doc,
  i: number,
): {month: number; to: number} | null {
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
export function monthDay(doc: Doc, i: number, published: Calendar | null): Span | null {
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
  if (day === 0 && word[to] === "quarter") return quarterEnding(doc, month, to + 1, published);
  if (day === 0 && !isMonthPlace(doc, i, to)) return null;
  return dated(doc, month, day, to, published);
}

// "the June quarter", "the September quarter of last year"
function quarterEnding(doc: Doc, month: number, to: number, published: Calendar | null): Span {
  const y = yearAfter(doc, to, published) ?? guessYear(month, 0, published, to);
  if (!y) return {to, start: null, end: null, inferred: true};
  const first = addMonths({year: y.year, month, day: 1}, -2);
  return {
    to: y.to,
    start: formatMonth(first.year, first.month),
    end: formatMonth(y.year, month),
    inferred: y.inferred,
  };
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
export function dayMonth(doc: Doc, i: number, published: Calendar | null): Span | null {
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
  if (!y) return {...unknownTo(to), month, day};
  const text = day ? formatDay(y.year, month, day) : formatMonth(y.year, month);
  return {to: y.to, start: text, end: text, inferred: y.inferred, ...(y.inferred ? {month, day} : {})};
}

function yearAfter(
  {word, type, lexeme, vocab}: Doc,
  to: number,
  published: Calendar | null,
): {year: number; to: number; inferred: boolean} | null {
  let j = to;
  if (word[j] === "," && isYear(word[j + 1]) && type[j + 1] === DIGITS) j++;
  else if (word[j] === "of" && (isYear(word[j + 1]) || word[j + 1] === "last" || word[j + 1] === "this")) j++;
  if (type[j] === DIGITS && isYear(word[j]) && !lexeme[j])
    return {year: Number(word[j]), to: j + 1, inferred: false};
  if (published && word[j + 1] === "year" && vocab.lists.deictics.has(word[j]))
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

export function weekday(doc: Doc, i: number, published: Calendar | null): Span | null {
  const {lexeme, text, start, word} = doc;
  const day = lexeme[i]?.weekday ?? -1;
  if (day < 0 || !isUpper(text, start[i])) return null;
  let to = i + 1;
  if (word[i].length <= 5 && word[to] === ".") to++;
  // "Tuesday, 5 March 2024": the date says it all.
  const j = word[to] === "," ? to + 1 : to;
  const exact = monthDay(doc, j, published) ?? dayMonth(doc, j, published);
  if (exact) return exact;
  if (!published) return unknownTo(to);
  const past = addDays(published, -((weekdayOf(published) - day + 7) % 7));
  const date = formatDay(past.year, past.month, past.day);
  return {to, start: date, end: date, inferred: true};
}
