import {addDays, addMonths, type Calendar, formatDay, formatMonth, weekdayOf} from "../calendar.js";
import {type Doc, isUpper} from "../document.js";
import {monthAt, type Span} from "./day.js";
import {season} from "./partOfYear.js";

const onDay = (day: Calendar | null, to: number): Span => {
  const text = day ? formatDay(day.year, day.month, day.day) : null;
  return {to, start: text, end: text, inferred: true};
};

// "last year", "this month", "last Tuesday", "yesterday", "three years ago", "the past decade"
export function relative(doc: Doc, i: number, published: Calendar | null): Span | null {
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
