/** The part of the DOM that drawing needs: the browser's own, or linkedom's when graphics are made without one. */
export type ChartDocument = Document;

/** `auto` draws in custom properties, so that one drawing serves light and dark; the others in fixed colours. */
export type Theme = "auto" | "light" | "dark";

export interface DrawOptions {
  /** Width in CSS pixels; the height follows from it. */
  width: number;
  document: ChartDocument;
  theme: Theme;
}

export interface Description {
  /** Alternative text: one sentence with what the chart shows. */
  short: string;
  /** Long description: everything a reader learns from the drawing. */
  long: string;
}

/** What every row of a chart's query must carry, so that each mark can lead to its sentence. */
export interface ChartRow {
  figure_id: string;
  article_id: string;
  publisher: string;
  sentence: string;
  exact: string;
}

/**
 * One chart. Everything that is published of it is made from this definition:
 * the page figure, its table and credit, and every exported file.
 */
export interface Chart<Row extends ChartRow = ChartRow> {
  id: string;
  /** The finding, with its numbers taken from the rows. */
  title: (rows: Row[]) => string;
  /** Measure, unit and period. */
  subtitle: (rows: Row[]) => string;
  /** Hedges, what is derived, what is not known. */
  notes: (rows: Row[]) => string[];
  /** DuckDB SQL over the tables; the same natively at build and in the browser. */
  query: string;
  /** Returns the drawing. Every mark in it is a link to the sentence it stands on. */
  draw: (rows: Row[], options: DrawOptions) => SVGSVGElement;
  describe: (rows: Row[]) => Description;
}

/** Returns the address of the sentence that a row stands on, from the site's root. */
export function sentenceHref({article_id, figure_id}: Pick<ChartRow, "article_id" | "figure_id">): string {
  return `/sources/${article_id}#${figure_id}`;
}
