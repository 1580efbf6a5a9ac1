import type {FigureRow} from "../model/figure.js";
import type {Theme} from "../theme.js";
import type {KeyItem} from "./key.js";

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

/** A column by its name, or a function of a row; as Plot's channels. */
export type Channel<Row, Value> = string | ((row: Row) => Value);

/** Rows: those of which a column is true, those a function takes, one by its index, or a column of booleans. */
export type Rows<Row> = string | number | readonly boolean[] | ((row: Row) => unknown);

/** A few words with a pointer at the marks of rows. */
export interface Annotation<Row> {
  at: Rows<Row>;
  text: string;
}

/** How a form draws; all of it may be left out. */
export interface FormOptions<Row extends FormRow = FormRow> {
  /** Width in CSS pixels, 280 to 1200; 640 by default. The height follows. */
  width?: number;
  /** The page's own by default; linkedom's or jsdom's where there is none. */
  document?: Document;
  theme?: Theme;
  /** What each row is called; its label, thing or goods by default. */
  label?: Channel<Row, string>;
  /** The words for a row's value; “more than $20m” by default. */
  text?: Channel<Row, string>;
  /** The accessible name of a row's mark; its label and its value in words by default. */
  name?: Channel<Row, string>;
  /** Where a row's mark leads; its href by default; null for nowhere. */
  href?: Channel<Row, string | null>;
  /** The colour of all marks, or of each: a hue, a column of hues, or a function. */
  color?: Hue | Channel<Row, Hue>;
  /** The rows that are strong; the others are grey, marks and words. All are strong by default. */
  emphasis?: Rows<Row>;
  /** Short words with a pointer at the marks of rows, where they cover nothing. */
  annotations?: readonly Annotation<Row>[];
  /** The same from a column: what is to be written at each row's mark; null for nothing. */
  note?: Channel<Row, string | null>;
  /** Who reports each row, in small letters at it, where a form has a place for that. */
  by?: Channel<Row, string>;
  /** What is said against each row alone, in small letters at it, where a form has a place for that (`Form.against`). */
  against?: Channel<Row, string | null>;
  /** By value, from the largest (“-value”) or the smallest; in the order of the rows by default. */
  sort?: "value" | "-value" | ((a: Row, b: Row) => number);
  /** How high a small picture with one message may be: what is secondary is left out of it, such as lists below marks. It is as high as it must be by default. */
  mostHeight?: number;
  /** What the whole drawing is called by assistive technology. */
  ariaLabel?: string;
}

/** A form: a whole chart from rows. */
export interface Form<Row extends FormRow = FormRow, Options extends FormOptions<Row> = FormOptions<Row>> {
  (rows: Iterable<Row>, options?: Options): SVGSVGElement;
  /** What its marks show that a key may have to explain. */
  shows?: Shown;
  /** Whether it has a place at each row for what is said against it. */
  against?: boolean;
  /** Its key, where that is not made from what its marks show. */
  key?: (rows: Iterable<Row>, options?: Options) => KeyItem[];
}

/** The shape of a form's marks, and which of their channels can be seen. */
export interface Shown {
  shape: "strip" | "dot" | "square" | "line";
  ends: boolean;
  paint: boolean;
  /** Up to how many rows words stand at every mark; at any number by default. */
  worded?: number;
}
