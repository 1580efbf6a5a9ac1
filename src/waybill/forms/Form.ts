import type {FigureRow} from "../../model/figure.js";
import type {Theme} from "../theme.js";

export type {Theme};

/** The colours that a mark may have. */
export type Hue = "red" | "slate" | "ochre" | "ink";

/**
 * What a form reads of a row by itself: any of it may be missing, and any other
 * column may stand beside it.
 */
export interface FormRow
  extends Partial<Pick<FigureRow, "value" | "low" | "high" | "unit" | "qualifier" | "status">> {
  /** Whether the number was worked out, not stated. */
  derived?: boolean | null;
  /** What the row is called in the drawing. */
  label?: string | null;
  thing?: string | null;
  goods?: string | null;
  /** Where its mark leads. */
  href?: string | null;
}

/** How a form draws; all of it may be left out. */
export interface FormOptions<Row extends FormRow = FormRow> {
  /** Width in CSS pixels, 280 to 1200; 640 by default. The height follows. */
  width?: number;
  /** The page's own by default; linkedom's or jsdom's where there is none. */
  document?: Document;
  theme?: Theme;
  /** What each row is called; its label, thing or goods by default. */
  label?: (row: Row) => string;
  /** The words for a row's value; “>$20m” by default. */
  text?: (row: Row) => string;
  /** The accessible name of a row's mark; its label and its value in words by default. */
  name?: (row: Row) => string;
  /** Where a row's mark leads; its href by default; null for nowhere. */
  href?: (row: Row) => string | null;
  /** The colour of all marks, or of each. */
  color?: Hue | ((row: Row) => Hue);
  /** The rows that are strong; the others are grey. All are, by default. */
  emphasis?: (row: Row) => boolean;
  /** By value, from the largest (“-value”) or the smallest; in the order of the rows by default. */
  sort?: "value" | "-value" | ((a: Row, b: Row) => number);
  /** What the whole drawing is called by assistive technology. */
  ariaLabel?: string;
}

/** A form: a whole chart from rows. */
export type Form<Row extends FormRow, Options extends FormOptions<Row>> = (
  rows: Iterable<Row>,
  options?: Options,
) => SVGSVGElement;
