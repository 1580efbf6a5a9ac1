import type {KeyItem} from "../forms/key.js";
import type {Nature} from "../model/article.js";
import {sourceHref} from "../model/escape.js";
import {sentenceAnchor} from "../model/sentenceAnchor.js";
import type {Theme} from "../theme.js";

/** The part of the DOM that drawing needs: the browser's own, or linkedom's when graphics are made without one. */
export type ChartDocument = Document;

export type {Theme};

export interface DrawOptions {
  /** Width in CSS pixels; the height follows from it. */
  width: number;
  document: ChartDocument;
  theme: Theme;
  /** How high a small picture may be, such as a card's: only what the headline is about is drawn. */
  mostHeight?: number;
  /** The reader's choice for each of the chart's switches; the first value of each where it is left out. */
  choices?: Record<string, string>;
}

export interface Description {
  /** Alternative text: one sentence with what the chart shows. */
  short: string;
  /** Long description: everything a reader learns from the drawing. */
  long: string;
}

/**
 * What every row of a chart's query must carry. A row is one mark, one line of
 * the chart's table and one line of its CSV, and leads to its sentence.
 */
export interface ChartRow {
  /** Ids of the figures, relations and events that the mark stands on, joined by spaces; the first is where it leads. */
  stands_on: string;
  /** Ids of the facts that the mark shows, joined by spaces; marks of one fact are highlighted together. */
  facts: string | null;
  article_id: string;
  /** The figure that the mark leads to; null if it leads to a sentence without one. */
  figure_id: string | null;
  publisher: string;
  /** Whose reporting the publisher passes on, outermost first, joined by “ > ”. */
  relays: string | null;
  /** All that report it, one “publisher|relays” a line; left out where it is the row's own article alone. */
  reports?: string | null;
  /** What is said against it, one “caveat_id|publisher|what” a line (caveats.ts); null where nothing is. */
  caveats?: string | null;
  /** Whose words `sentence` and `exact` are: our note's, or the report's own; null where nothing tells. */
  nature?: Nature | null;
  sentence: string;
  exact: string;
}

/** A choice that a reader has, which draws the chart anew. */
export interface Switch {
  name: string;
  label: string;
  /** The first is what is drawn at build. */
  values: readonly {value: string; label: string}[];
}

/**
 * One chart. Everything that is published of it is made from this definition:
 * the page figure, its table and credit, and every exported file.
 */
export interface Chart<Row extends ChartRow = ChartRow> {
  id: string;
  /** Who says so: “The Gazette reports”; "" where it is not said. Stands in a line of its own above the headline. */
  kicker: (rows: Row[]) => string;
  /** The finding, with its numbers taken from the rows; never without the kicker beside it. */
  headline: (rows: Row[]) => string;
  /** Both in one, for where a title stands alone: “The Gazette reports: Grain exports fell by half”. */
  title: (rows: Row[]) => string;
  /** Measure, unit and period. */
  subtitle: (rows: Row[]) => string;
  /** Hedges, what is derived, what is not known. */
  notes: (rows: Row[]) => string[];
  /** What the looks of its marks mean. */
  key: (rows: Row[]) => KeyItem[];
  /** The tag of the articles that it draws on; left out, it draws on all. */
  articles?: string;
  /** DuckDB SQL over the tables of those articles; the same natively at build and in the browser. */
  query: string;
  /** Returns the name of a row's mark: value, hedge, thing, parties and who reports it. */
  name: (row: Row, rows: Row[]) => string;
  /** Returns the drawing: one mark for each row, a link to the sentence it stands on. */
  draw: (rows: Row[], options: DrawOptions) => SVGSVGElement;
  describe: (rows: Row[]) => Description;
  switches?: readonly Switch[];
  /** Whether its drawing has, at each mark, what is said against that row alone. */
  hasCaveatsAtMarks?: boolean;
}

/** Returns the address of the sentence that a row stands on, from the site's root. */
export function sentenceHref({
  article_id,
  figure_id,
  sentence,
}: Pick<ChartRow, "article_id" | "figure_id" | "sentence">): string {
  // What stands on no sentence stands on the article's citation.
  return sourceHref(article_id, figure_id ?? (sentence ? sentenceAnchor(sentence) : "citation"));
}
