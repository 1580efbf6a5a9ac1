import {addMonths, type Calendar, formatMonth} from "../calendar.js";
import {type Doc, sentenceOf} from "../document.js";
import type {Period} from "../find/date.js";
import {within} from "../within.js";

/**
 * Gives a quarter that a company counts from its own year the months that the
 * sentence, or the one beside it, tells: “the third quarter, the three months to
 * 31 December”. A quarter with its year written stays as it is.
 */
export function tellFiscalQuarters(doc: Doc, periods: readonly Period[]): Period[] {
  const stretches = periods.filter((period) => isThreeMonths(doc, period));
  if (stretches.length === 0) return [...periods];
  return periods.map((period) => {
    if (!period.inferred || !isOrdinalQuarter(doc, period)) return period;
    const here = sentenceOf(doc, period.from);
    const told = (first: number, last: number): Period | undefined =>
      within(stretches, doc.sentenceStart[first] ?? 0, doc.sentenceStart[last] ?? doc.count)[0];
    const stretch = told(here, here + 1) ?? told(here - 1, here + 2);
    return stretch ? {...period, start: stretch.start, end: stretch.end} : period;
  });
}

const isOrdinalQuarter = ({word, lexeme}: Doc, {from, to}: Period): boolean => {
  const at = word[from] === "the" ? from + 1 : from;
  if (word[at] === "q" && to > at + 1) return true;
  const isOrdinal =
    /^(?:first|second|third|fourth|final)$/.test(word[at]) || lexeme[at]?.number?.role === "ordinal";
  return isOrdinal && (word[at + 1] === "quarter" || word[at + 2] === "quarter");
};

function isThreeMonths({word}: Doc, {from, to, start, end}: Period): boolean {
  if (!start || !end || /^(?:between|from)$/.test(word[from])) return false;
  const length = word.slice(from, to).join(" ");
  if (!/\b(?:months|quarter) (?:to|ended|ending|through)\b/.test(length)) return false;
  const [year, month] = start.split("-").map(Number);
  const last = addMonths({year, month, day: 1} satisfies Calendar, 2);
  return end.startsWith(formatMonth(last.year, last.month));
}
