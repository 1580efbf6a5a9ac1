import {addDays, type Calendar, formatDay, monthsFrom, weekdayOf} from "../calendar.js";
import {type Doc, isUpper} from "../document.js";
import {monthAt, type Span, unknownTo} from "./day.js";
import {season} from "./partOfYear.js";

const onDay = (day: Calendar | null, to: number): Span => {
  const text = day ? formatDay(day.year, day.month, day.day) : null;
  return {to, start: text, end: text, inferred: true};
};

// "last year", "this month", "last Tuesday", "yesterday", "three years ago", "the past decade"
export function relative(doc: Doc, i: number, published: Calendar | null): Span | null {
  const {word, lexeme} = doc;
  const w = word[i];
  const time = doc.vocab.times.get(w);
  if (time?.role === "day") return onDay(published && addDays(published, time.value), i + 1);
  let j = i;
  if (w === "the" || w === "over" || w === "in" || w === "during") j++;
  if (j > i && word[j] === "the") j++;
  const which = word[j];
  if (!doc.vocab.lists.deictics.has(which ?? "")) return null;
  if (j > i && (which === "this" || which === "next") && word[i] !== "the") return null;
  if (j > i && w !== "the" && which === "last" && word[i + 1] !== "the") return null;
  const step = which === "next" ? 1 : which === "this" || which === "current" ? 0 : -1;
  const unit = word[j + 1] ?? "";
  const to = j + 2;
  const weekday = isUpper(doc.text, doc.start[j + 1]) ? (lexeme[j + 1]?.weekday ?? -1) : -1;
  const month = monthAt(doc, j + 1);
  if (!published) {
    if (month) return unknownTo(month.to);
    if (weekday >= 0 || /^(?:year|quarter|month|week|weekend)$/.test(unit)) return unknownTo(to);
  } else if (weekday >= 0) {
    const back = (weekdayOf(published) - weekday + 7) % 7;
    const days = which === "next" ? 7 - back : which === "last" && back === 0 ? -7 : -back;
    return onDay(addDays(published, days), to);
  } else if (month) {
    const isOver = which === "next" ? month.month > published.month : month.month < published.month;
    const years = isOver || (which !== "last" && which !== "next") ? 0 : which === "next" ? 1 : -1;
    return {to: month.to, ...monthsFrom(published.year + years, month.month), inferred: true};
  } else if (unit === "week" || unit === "weekend") {
    const monday = addDays(published, -((weekdayOf(published) + 6) % 7) + 7 * step);
    const first = onDay(unit === "week" ? monday : addDays(monday, 5), to);
    return {...first, end: onDay(addDays(monday, 6), to).end};
  } else {
    const quarter = Math.floor((published.month - 1) / 3) * 3 + 1;
    const {year} = published;
    const months =
      unit === "year"
        ? monthsFrom(year + step, 1, 12)
        : unit === "month"
          ? monthsFrom(year, published.month + step)
          : unit === "quarter"
            ? monthsFrom(year, quarter + 3 * step, 3)
            : null;
    if (months) return {to, ...months, inferred: true};
  }
  if (doc.vocab.times.get(unit)?.role === "season") {
    const s = season(doc, j + 1, published);
    return s && {...s, inferred: true};
  }
  if (doc.vocab.lists.periodNouns.has(unit)) return unknownTo(to);
  return null;
}
