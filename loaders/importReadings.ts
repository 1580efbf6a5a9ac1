import type {Article, Figure, Review} from "../src/waybill/model/figure.js";
import {toDoc} from "../src/waybill/parse/document.js";
import {parseFigures} from "../src/waybill/parse/parseFigures.js";
import {matchForward} from "../src/waybill/parse/phrases.js";
import type {Vocab} from "../src/waybill/parse/vocab.js";
import {InputError, problemsOf} from "./InputError.js";
import {findQuote} from "./tables/quote.js";
import {applyReviews, reviewCells} from "./tables/review.js";

/** A reading that may be taken: the note that an article's front matter gets for it. */
export interface Taken {
  article: Article;
  /** Null where it says what we read as well. */
  note: Record<string, string> | null;
}

export interface ReadingOptions {
  articles: readonly Article[];
  vocab: Vocab;
  /** Who made the readings. */
  by: string;
  /** The file they are in, and the line of this one. */
  file: string;
  line: number;
}

const numbers = ["value", "low", "high"] as const;
const names = ["supplier", "recipient", "via", "said_by", "thing", "holder", "per"] as const;
const places = ["origin", "destination"] as const;

/**
 * Returns what is to be noted of a reading of one figure that was made elsewhere,
 * a line of JSON. It is taken only where its quote stands in the article, its
 * numbers are those that we read in the quote, and parties, things and places
 * that it names stand in the article. Throws an InputError that says why it is not.
 *
 * @example
 * takeReading('{"article": "yard", "quote": "40 crates", "supplier": "the north yard"}', options)
 */
export function takeReading(text: string, options: ReadingOptions): Taken {
  const {articles, vocab, by, file, line} = options;
  const refuse = (why: string): InputError => new InputError(file, line, why);
  const {article: id, quote, nth, ...cells} = cellsOf(text, refuse);
  const article = articles.find(({article_id}) => article_id === id);
  if (!article)
    throw refuse(
      `no such article: "${id ?? ""}" (have: ${articles.map(({article_id}) => article_id).join(", ") || "none"})`,
    );
  if (!quote) throw refuse('lacks "quote"');
  const at = findQuote(article.text, quote, Number(nth ?? 1));
  if (!at) throw refuse(`quote stands nowhere in ${id}: "${quote}"`);
  const own = ownReading(article, quote, at, vocab);
  if (own === "several") throw refuse(`quote holds more than one figure: "${quote}"`);
  if (own === null) throw refuse(`no number is read in the quote: "${quote}"`);
  checkNumbers(own.figure, cells, quote, refuse);
  checkNames(article, own.figure, cells, vocab, refuse);
  const settled = new Set(
    (article.review ?? [])
      .filter((review) => review.quote === quote && review.cells.by === undefined)
      .flatMap((review) => Object.keys(review.cells)),
  );
  const differing = Object.entries(cells).filter(
    ([name, value]) => String((own.figure as unknown as Record<string, unknown>)[name] ?? "") !== value,
  );
  const set = Object.fromEntries(differing.filter(([name]) => !settled.has(name)));
  if (differing.length > 0 && Object.keys(set).length === 0)
    throw refuse(
      `a review of the story's own has ${differing.map(([name]) => name).join(", ")} of "${quote}"`,
    );
  if (own.isRead && Object.keys(set).length === 0) return {article, note: null};
  const note = {
    quote,
    ...(nth && nth !== "1" ? {nth} : {}),
    by,
    ...(own.isRead ? {} : added(own.figure)),
    ...set,
  };
  tryReview(article, note, vocab, refuse);
  return {article, note};
}

type Refuse = (why: string) => InputError;

function cellsOf(text: string, refuse: Refuse): Record<string, string> {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (cause) {
    throw refuse(`is not JSON: ${(cause as Error).message.split("\n")[0]}`);
  }
  if (typeof read !== "object" || read === null || Array.isArray(read)) throw refuse("is no object of JSON");
  const have = ["article", "quote", "nth", ...reviewCells];
  const cells: Record<string, string> = {};
  for (const [name, value] of Object.entries(read)) {
    if (!have.includes(name)) throw refuse(`unknown cell: "${name}" (have: ${have.join(", ")})`);
    if (value === null) continue;
    if (typeof value !== "string" && typeof value !== "number")
      throw refuse(`${name} is neither text nor number`);
    cells[name] = String(value).trim();
  }
  return cells;
}

/** Returns the figure that we read at a quote, or in the quote alone where we read none there. */
function ownReading(
  {text, published, language}: Article,
  quote: string,
  at: {start: number; end: number},
  vocab: Vocab,
): {figure: Figure; isRead: boolean} | "several" | null {
  const touched = parseFigures(text, {vocab, published, language}).filter(
    ({start, end}) => start < at.end && at.start < end,
  );
  if (touched.length > 1) return "several";
  const [read] = touched;
  if (read) return {figure: read, isRead: true};
  const alone = parseFigures(quote, {vocab, published});
  if (alone.length > 1) return "several";
  return alone[0] ? {figure: alone[0], isRead: false} : null;
}

/** What a figure needs that a review adds. */
const added = ({kind, value, low, high, unit}: Figure): Record<string, string> =>
  Object.fromEntries(
    Object.entries({figure: "yes", kind, value, low, high, unit}).flatMap(([name, cell]) =>
      cell === null ? [] : [[name, String(cell)]],
    ),
  );

function checkNumbers(own: Figure, cells: Record<string, string>, quote: string, refuse: Refuse): void {
  for (const name of numbers) {
    if (cells[name] === undefined) continue;
    const [given, known] = [Number(cells[name]), own[name]];
    if (known === null || !(Math.abs(given - known) <= Math.abs(known) * 1e-9))
      throw refuse(
        `${name} is ${cells[name]}, and "${quote}" says ${known ?? own.value ?? `${own.low} to ${own.high}`}`,
      );
  }
  const {unit} = cells;
  if (unit !== undefined && unit !== own.unit && !isSaid(unit, own.sentence))
    throw refuse(`unit is "${unit}", and "${quote}" says "${own.unit ?? "none"}"`);
}

function checkNames(
  article: Article,
  own: Figure,
  cells: Record<string, string>,
  vocab: Vocab,
  refuse: Refuse,
): void {
  const {text, publisher, article_id} = article;
  for (const name of names)
    for (const one of (cells[name] ?? "").split(" > ").filter(Boolean))
      if (!isSaid(one, text) && !(name === "said_by" && isSaid(one, publisher)))
        throw refuse(`${name} stands nowhere in ${article_id}: "${one}"`);
  for (const name of places)
    if (cells[name] && !isSaid(cells[name], text) && !namesPlace(cells[name], text, vocab))
      throw refuse(`${name} stands nowhere in ${article_id}: "${cells[name]}"`);
  if (cells.period_text && !isSaid(cells.period_text, text))
    throw refuse(`period_text stands nowhere in ${article_id}: "${cells.period_text}"`);
  const around = Number(article.published?.slice(0, 4) ?? Number.NaN);
  for (const name of ["period_start", "period_end"] as const) {
    const year = Number(cells[name]?.slice(0, 4) ?? Number.NaN);
    const isNear = Math.abs(year - around) <= 1 || own[name]?.startsWith(String(year));
    if (cells[name] && !isNear && !text.includes(String(year)))
      throw refuse(`${name} is ${cells[name]}, a year that ${article_id} does not name`);
  }
}

const plain = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[^\p{L}\p{N}']+/gu, " ")
    .trim()} `;

/** Whether words stand in a text, whole, whatever their capitals and the marks between them. */
const isSaid = (words: string, text: string): boolean =>
  plain(words).trim() !== "" && plain(text).includes(plain(words));

/** Whether a text names a country by another of its forms, or a place in it. */
function namesPlace(country: string, text: string, vocab: Vocab): boolean {
  const doc = toDoc(text, vocab, null);
  return doc.word.some((_, i) => matchForward(doc, i, vocab.places)?.value.country === country);
}

function tryReview(article: Article, note: Record<string, string>, vocab: Vocab, refuse: Refuse): void {
  const {quote, nth = "1", ...cells} = note;
  const review: Review = {quote, nth: Number(nth), cells, line: 0};
  const {text, published, language} = article;
  try {
    applyReviews(
      {...article, review: [...(article.review ?? []), review]},
      parseFigures(text, {vocab, published, language}),
    );
  } catch (error) {
    throw refuse(problemsOf(error)[0].problem);
  }
}
