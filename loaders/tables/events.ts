import type {Article, FigureRow} from "../../src/waybill/model/figure.js";
import type {Row} from "../../src/waybill/model/tables.js";
import type {StatedDate} from "../../src/waybill/parse/parseFigures.js";
import {captionsOf} from "./captions.js";
import {joined} from "./slug.js";

/**
 * Returns the rows of `events` for one article: its dates, what a journalist
 * noted to have happened on them, and the figures in the sentence of each.
 */
export function eventsOf(
  article: Article,
  dates: readonly StatedDate[],
  figures: readonly FigureRow[],
): Row[] {
  const {article_id} = article;
  const captions = captionsOf(article, dates);
  const known = new Map<string, string[]>();
  for (const {sentence, figure_id} of figures) {
    const ids = known.get(sentence);
    if (ids) ids.push(figure_id);
    else known.set(sentence, [figure_id]);
  }
  return dates.map((date) => ({
    event_id: `${article_id}@${date.start}`,
    article_id,
    start: date.start,
    end: date.end,
    exact: date.exact,
    sentence: date.sentence,
    what: captions.get(date.start) ?? null,
    date_start: date.from,
    date_end: date.to,
    precision: precisionOf(date),
    year_basis: date.from === null && date.to === null ? "unknown" : date.inferred ? "worked_out" : "stated",
    figures: joined(known.get(date.sentence) ?? []),
  }));
}

const partOfYear = /\b(?:early|mid|late|beginning|start|end|spring|summer|autumn|fall|winter)\b/i;

/** Returns how precisely a date is known: to the day, the month, a part of the year, the year, or as a span. */
export function precisionOf({exact, from, to}: Pick<StatedDate, "exact" | "from" | "to">): string {
  if (from === null && to === null) return "vague";
  if (from === null || to === null) return "open";
  if (partOfYear.test(exact) && from !== to) return "season";
  if (from === to) return from.length === 10 ? "day" : from.length === 7 ? "month" : "year";
  return from.endsWith("-01") && to === `${from.slice(0, 4)}-12` ? "year" : "span";
}
