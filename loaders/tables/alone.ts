import {createHash} from "node:crypto";
import type {Article, FigureRow} from "../../src/waybill/model/figure.js";
import type {Row} from "../../src/waybill/model/tables.js";
import type {TextReading} from "../../src/waybill/parse/parseFigures.js";
import type {Vocab} from "../../src/waybill/parse/vocab.js";
import {gather, type InputError} from "../InputError.js";
import {printOf, type TextPrint} from "./copies.js";
import {withinArticle} from "./disagreements.js";
import {equivalentsOf, linkEquivalents, reviewEquivalents} from "./equivalents.js";
import {eventsOf} from "./events.js";
import type {Statement} from "./facts.js";
import {flagFigures} from "./flags.js";
import {applyReviews} from "./review.js";
import {sayingOf} from "./saying.js";
import {apart} from "./WordStore.js";
import {withoutDelivery} from "./withoutDelivery.js";

/** What an article says by itself: it is the same whatever stands in other articles. */
export interface Alone {
  figures: readonly AloneFigure[];
  numerals: Row[];
  events: Row[];
  /** What is unclear in it, without regard to others. */
  disagreements: readonly Row[];
  /** What tells its copies; null for a text too short to have any. */
  print: TextPrint | null;
}

type AmongOthers = "unit" | "supplier" | "recipient" | "via" | "origin" | "destination" | "publisher";

/** A figure of an article: its row, and what it tells of a fact but for the names that all articles share. */
export interface AloneFigure {
  row: FigureRow;
  told: Omit<Statement, AmongOthers>;
  /** Whether it says itself that it is another one than those told before. */
  isApart: boolean;
}

/**
 * Returns what an article that was read says by itself, and what is wrong in its
 * reviews and captions; as far as it can be told where something is.
 */
export function readAlone(
  article: Article,
  read: TextReading,
  vocab: Vocab,
): {value: Alone; problems: readonly InputError[]} {
  const {value, problems} = gather((attempt): Alone => {
    const {article_id, text} = article;
    const reviewed = attempt(() => applyReviews(article, read.figures)) ?? [];
    const named = linkEquivalents(text, flagFigures(nameFigures(article_id, reviewed.map(withoutDelivery))));
    const figures = attempt(() => reviewEquivalents(article, named)) ?? [...named];
    const events = attempt(() => eventsOf(article, read.dates, figures)) ?? [];
    const equivalents = equivalentsOf(figures);
    return {
      figures: figures.map((row) => ({
        row,
        told: {...toldOf(row, text), ...(equivalents.get(row.figure_id) ?? noEquivalents)},
        isApart: anotherBefore.test(row.prefix) || another.test(row.exact),
      })),
      numerals: numeralRows(article_id, read.numerals, figures),
      events,
      disagreements: withinArticle(article, figures, events, vocab),
      print: printOf(text),
    };
  });
  return {value: value as Alone, problems};
}

const noEquivalents = {equivalents: null, usd: null, usdFigure: null};

function toldOf(figure: FigureRow, text: string): Omit<Statement, AmongOthers | keyof typeof noEquivalents> {
  const {figure_id, article_id, kind, value, low, high, qualifier, change, goods, thing, holder} = figure;
  const {period_start, period_end, status, unit, sentence} = figure;
  return {
    figure_id,
    article_id,
    kind,
    value,
    low,
    high,
    qualifier,
    change,
    goods,
    thing: thing === null ? null : inSentence(thing, sentence),
    holder,
    writtenUnit: unit,
    period_start,
    period_end,
    status,
    ...sayingOf(text, figure),
  };
}

function numeralRows(
  article_id: string,
  numerals: TextReading["numerals"],
  figures: readonly FigureRow[],
): Row[] {
  return numerals.map(({start, end, exact, role}) => {
    const figure = figures.find((f) => f.start <= start && end <= f.end);
    return {
      numeral_id: `${article_id}@${start}`,
      article_id,
      start,
      end,
      exact,
      role: figure ? "figure" : role === "figure" ? "reviewed" : role,
      figure_id: figure?.figure_id ?? null,
    };
  });
}

const another = /^(?:another|a further|an additional)\b/i;
const anotherBefore = /\b(?:another|a further|an additional)\s*$/i;

// The capital that opens a sentence is no name's.
function inSentence(thing: string, sentence: string): string {
  return sentence.startsWith(thing) && /^\p{Lu}\p{Ll}/u.test(thing)
    ? thing[0].toLowerCase() + thing.slice(1)
    : thing;
}

/** Returns the figures of an article with their ids, which edits elsewhere in the article do not change. */
function nameFigures<F extends ReturnType<typeof applyReviews>[number]>(
  article_id: string,
  figures: readonly F[],
): Omit<FigureRow, "equivalent_of">[] {
  const seen = new Map<string, number>();
  return figures.map((figure) => {
    const name = `${article_id}-${shortName(figure.exact)}-${fingerprint(figure)}`;
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return {figure_id: apart(nth === 1 ? name : `${name}-${nth}`), article_id, ...figure};
  });
}

// Of the wording and its sentence alone: the rest of the article may change, and so
// may the sentence's other numbers.
function fingerprint({sentence, exact}: Pick<FigureRow, "sentence" | "exact">): string {
  return createHash("sha256")
    .update(`${sentence.replace(/\d+(?:[.,\u2009\u202f\u00a0]\d+)*/g, "#")}\n${exact}`)
    .digest("hex")
    .slice(0, 5);
}

function shortName(exact: string): string {
  const plain = exact.replace(/(\d)[,\u2009\u202f\u00a0 ](?=\d{3})/g, "$1").replace(/%/g, " percent");
  const words = plain
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .split("-")
    .filter((word) => word && !/^(?:more|than|over|about|nearly|almost|of|the)$/.test(word));
  return words.slice(0, 3).join("-") || "figure";
}
