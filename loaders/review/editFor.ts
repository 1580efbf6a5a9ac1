import type {Article, FigureRow} from "../../src/waybill/model/figure.js";
import type {Act, Place} from "../../src/waybill/model/reviewDesk.js";
import {parseText} from "../../src/waybill/parse/parseFigures.js";
import {addReviews, type Cells, dropReview, setInReview} from "../articles/editReviews.js";
import {reviewCells} from "../tables/review.js";
import {findPlace, onlyQuote, quoteAt} from "./place.js";
import {type ArticleReading, everyFigure} from "./reading.js";

/** Why an act cannot be done: the article is another one now, or the act does not fit it. */
export class Refused extends Error {
  constructor(
    readonly status: 404 | 409 | 422,
    message: string,
  ) {
    super(message);
  }
}

export interface Edit {
  source: string;
  /** What was done, for whoever did it. */
  says: string;
}

/** An article as it is now, and what is read in it. */
export interface Now {
  article: Article;
  reading: ArticleReading;
}

/** What is written into an article. */
export type Writing = Exclude<Act, {act: "undo" | "derive"}>;

/**
 * Returns the source of an article as an act makes it. `same` is the figure of
 * another article that the act names, as a reference. Throws a Refused if the
 * words that the act is about no longer stand in the article, or are read
 * otherwise than the act takes them.
 */
export function editFor(source: string, now: Now, act: Writing, same: string | null): Edit {
  const {exact} = act.at;
  const span = findPlace(now.article.text, act.at);
  if (!span) throw new Refused(409, `the article no longer says “${exact}” in one place`);
  if (act.act === "yes") return addition(source, now, act.cells, span);
  const {figures, parsed} = now.reading;
  const isFigure = (one: {start: number; end: number}): boolean =>
    one.start === span.start && one.end === span.end;
  const figure = figures.find(isFigure);
  if (act.act === "clear") return cleared(source, now, span, `took back what was noted of “${exact}”`);
  if (!figure)
    throw new Refused(
      409,
      parsed.figures.some(isFigure)
        ? `“${exact}” is no figure, says a review`
        : `“${exact}” is read otherwise now`,
    );
  switch (act.act) {
    case "accept":
      return has(figure, "accepted")
        ? {source, says: `“${exact}” was accepted already`}
        : {source: withCells(source, now, figure, {accepted: "yes"}), says: `accepted “${exact}”`};
    case "set": {
      const cells = settled(act.cells, now, figure);
      const names = Object.keys(cells).join(", ");
      if (names === "") throw new Refused(422, "no cell is set");
      return {source: withCells(source, now, figure, cells), says: `set ${names} of “${exact}”`};
    }
    case "no":
      return refused(source, now, figure);
    case "same":
      return {
        source: withCells(source, now, figure, {same_as: same!}),
        says: `“${exact}” is one fact with ${same}`,
      };
  }
}

const has = ({reviewed}: FigureRow, name: string): boolean => reviewed?.split(" ").includes(name) === true;

// What readings made elsewhere say of a figure is left; a later note goes before an earlier one.
function withCells(source: string, now: Now, figure: FigureRow, cells: Cells): string {
  const {article, reading} = now;
  const last = reading.reviews.get(figure.start)?.at(-1);
  if (last !== undefined && article.review?.[last].cells.by === undefined)
    return setInReview(source, last, cells, article.file);
  return addReviews(source, [{...quoteOf(now, figure), ...cells}], article.file);
}

function quoteOf({article: {text}, reading}: Now, figure: Place): Cells {
  const quote = onlyQuote(text, figure, everyFigure(reading));
  if (quote !== null) return {quote};
  const own = quoteAt(text, figure);
  if (!own)
    throw new Refused(
      422,
      `no words of the article mean “${figure.exact}” alone (write the review in its front matter)`,
    );
  return own.nth === 1 ? {quote: own.quote} : {quote: own.quote, nth: String(own.nth)};
}

function refused(source: string, now: Now, figure: FigureRow): Edit {
  const {article, reading} = now;
  const says = `“${figure.exact}” is no figure`;
  // What a person added and nobody read is gone with its review.
  if (!reading.parsed.figures.some(({start}) => start === figure.start))
    return cleared(source, now, figure, says);
  const quote = quoteOf(now, figure);
  const without = withoutOwn(source, now, figure);
  return {source: addReviews(without, [{...quote, figure: "no"}], article.file), says};
}

function cleared(source: string, now: Now, span: {start: number; end: number}, says: string): Edit {
  const after = withoutOwn(source, now, span);
  if (after === source) throw new Refused(422, "no review of the story’s own is noted there");
  return {source: after, says};
}

function withoutOwn(source: string, {article, reading}: Now, span: {start: number; end: number}): string {
  return (reading.reviews.get(span.start) ?? [])
    .filter((n) => article.review?.[n].cells.by === undefined)
    .reverse()
    .reduce((before, n) => dropReview(before, n, article.file), source);
}

function addition(source: string, now: Now, cells: Cells, span: {start: number; end: number}): Edit {
  const {article, reading} = now;
  const exact = article.text.slice(span.start, span.end);
  const known = reading.figures.find(({start, end}) => start < span.end && span.start < end);
  if (known) throw new Refused(422, `“${known.exact}” is read as a figure already (edit its cells)`);
  if (reading.parsed.figures.some(({start, end}) => start < span.end && span.start < end))
    throw new Refused(422, `a review says that “${exact}” is no figure (take that back first)`);
  const quote = quoteAt(article.text, span);
  if (!quote)
    throw new Refused(422, `these words cannot be quoted: “${exact}” (leave # and parts of numbers out)`);
  const set = Object.fromEntries(Object.entries(withNumbers(cells, now)).filter(([, value]) => value !== ""));
  const note = {
    quote: quote.quote,
    ...(quote.nth === 1 ? {} : {nth: String(quote.nth)}),
    figure: "yes",
    ...set,
  };
  return {source: addReviews(source, [note], article.file), says: `“${exact}” is a figure`};
}

/** Returns the cells that differ from what a figure has, with what follows from them: the days of a period. */
function settled(cells: Cells, now: Now, figure: FigureRow): Cells {
  const set = withNumbers(cells, now);
  const differing = Object.entries(set).filter(
    ([name, value]) => String((figure as unknown as Record<string, unknown>)[name] ?? "") !== value,
  );
  const own = Object.fromEntries(differing);
  if (own.period_text === undefined || own.period_start !== undefined || own.period_end !== undefined)
    return own;
  return {...own, ...daysOf(own.period_text, now)};
}

function daysOf(wording: string, {article: {published, language}, reading: {vocab}}: Now): Cells {
  if (/^\d{4}(?:-\d\d){0,2}$/.test(wording)) return {period_start: wording, period_end: wording};
  const [date, ...more] = parseText(wording, {vocab, published, language}).dates;
  // Days that another wording had are not those of this one.
  const [from, to] = date && more.length === 0 ? [date.from, date.to] : [null, null];
  return {period_start: from ?? "", period_end: to ?? ""};
}

const numbers = ["value", "low", "high"];

/** Returns cells in their usual order, in which numbers are plain, however they were written: “20 million”, “1,200”. */
function withNumbers(cells: Cells, {reading: {vocab}}: Now): Cells {
  const known = reviewCells.filter((name) => Object.hasOwn(cells, name));
  return Object.fromEntries(
    [...new Set([...known, ...Object.keys(cells)])].map((name) => [
      name,
      numbers.includes(name) ? plainNumber(cells[name], vocab) : cells[name].trim(),
    ]),
  );
}

function plainNumber(written: string, vocab: ArticleReading["vocab"]): string {
  const bare = written
    .trim()
    .replace(/^−/, "-")
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, "");
  if (bare === "" || /^-?\d+(?:\.\d+)?$/.test(bare)) return bare;
  const figures = parseText(/\p{L}$/u.test(bare) && !/\s\p{L}+s$/u.test(bare) ? `${bare} units` : bare, {
    vocab,
  }).figures;
  const [figure] = figures;
  return figures.length === 1 && figure.value !== null ? String(figure.value) : bare;
}
