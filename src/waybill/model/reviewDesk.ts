import type {Basis} from "./figure.js";

/*
 * What the review desk's page and the preview say to each other. The preview
 * answers with a DeskView; the page sends an Act.
 */

/** Where words stand in an article's text, and what stands around them: enough to find them again in a text that has changed elsewhere. */
export interface Place {
  start: number;
  end: number;
  exact: string;
  /** Up to 32 characters before and after. */
  prefix: string;
  suffix: string;
}

/** One thing to look at: a figure, a number that was set aside, or one that a review says is no figure. */
export interface DeskItem extends Place {
  key: string;
  kind: "figure" | "number" | "no figure";
  /** Whether nobody has looked at it. */
  open: boolean;
  /** Why it should be looked at first, a few words each. */
  doubts: readonly string[];
  /** As it is read, in words: “more than $20 million”; of a number that was set aside, why. */
  reading: string;
  sentence: string;
  /** From 0 to 1; null for what is no figure. */
  confidence: number | null;
  /** Each cell that a review can set, as text; "" for an empty one. */
  cells: Readonly<Record<string, string>>;
  /** Of the cells that have one. */
  basis: Readonly<Record<string, Basis>>;
  /** Cells that reviews have set, "accepted" among them. */
  reviewed: readonly string[];
  importedFrom: string | null;
  /** “article: words” of the figure that states the same fact, as a review says. */
  sameAs: string | null;
  /** Words of its sentence that a cell may take. */
  near: readonly string[];
}

/** An article as the desk shows it. */
export interface DeskView {
  article_id: string;
  title: string;
  publisher: string;
  published: string | null;
  file: string;
  /** Changes whenever the file does. */
  version: string;
  text: string;
  /** In the order in which they should be looked at. */
  items: readonly DeskItem[];
  /** Values that the article suggests for each cell. */
  suggestions: Readonly<Record<string, readonly string[]>>;
  /** What undo would take back; null if there is nothing. */
  undo: string | null;
  /** Pages with charts that draw on it. */
  charts: readonly {href: string; title: string}[];
}

/** What a journalist does. Each is written at once. */
export type Act =
  | {act: "accept"; at: Place}
  | {act: "set"; at: Place; cells: Readonly<Record<string, string>>}
  | {act: "no"; at: Place}
  | {act: "yes"; at: Place; cells: Readonly<Record<string, string>>}
  | {act: "same"; at: Place; other: Reference}
  | {act: "clear"; at: Place}
  | {act: "derive"; at: Place; derived: Derivation}
  | {act: "undo"};

/** A number to be worked out of figures, which the formula calls by the names they have here. */
export interface Derivation {
  id: string;
  about: string;
  formula: string;
  unit: string;
  inputs: Readonly<Record<string, Reference>>;
}

/** A figure of an article. */
export interface Reference {
  article_id: string;
  figure_id: string;
}

/** A figure that may be chosen: for the same fact, or to be reckoned with. */
export interface Candidate extends Reference {
  title: string;
  publisher: string;
  exact: string;
  sentence: string;
}

/** What the preview answers to an act. */
export interface Acted {
  says: string;
  /** The words that it was about. */
  at: Place;
  view: DeskView;
}
