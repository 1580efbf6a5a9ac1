/** What kind of quantity a figure states. `other` is a measure outside the list: power, data, temperature. */
export const kinds = [
  "money",
  "count",
  "mass",
  "volume",
  "length",
  "area",
  "energy",
  "rate",
  "percent",
  "percentage_points",
  "share",
  "multiple",
  "duration",
  "age",
  "other",
] as const;
export type Kind = (typeof kinds)[number];

/** How firmly the article states the number; `null` in a figure means that it is stated without a hedge. */
export const qualifiers = [
  "exactly",
  "more_than",
  "at_least",
  "less_than",
  "at_most",
  "about",
  "almost",
  "up_to",
] as const;
export type Qualifier = (typeof qualifiers)[number];

export const changes = ["increase", "decrease"] as const;
export type Change = (typeof changes)[number];

export const statuses = [
  "delivered",
  "ordered",
  "contracted",
  "planned",
  "alleged",
  "denied",
  "forecast",
] as const;
export type Status = (typeof statuses)[number];

/** Whether a cell stands in the article's words, was worked out, was set by a journalist's review, or by a reading that was made elsewhere. */
export const bases = ["stated", "inferred", "reviewed", "imported"] as const;
export type Basis = (typeof bases)[number];

/** A half-open range of UTF-16 positions: `text.slice(start, end)` is the exact wording. */
export interface Span {
  start: number;
  end: number;
}

/**
 * One quantity that an article states, where it states it, and what the
 * article says about it. `null` means that the article does not say.
 */
export interface Figure extends Span {
  exact: string;
  prefix: string;
  suffix: string;
  sentence: string;
  kind: Kind;
  value: number | null;
  low: number | null;
  high: number | null;
  unit: string | null;
  per: string | null;
  qualifier: Qualifier | null;
  change: Change | null;
  thing: string | null;
  goods: string | null;
  holder: string | null;
  supplier: string | null;
  recipient: string | null;
  via: string | null;
  origin: string | null;
  destination: string | null;
  period_text: string | null;
  period_start: string | null;
  period_end: string | null;
  status: Status | null;
  said_by: string | null;
  confidence: number;
  thing_basis: Basis | null;
  holder_basis: Basis | null;
  supplier_basis: Basis | null;
  recipient_basis: Basis | null;
  via_basis: Basis | null;
  period_basis: Basis | null;
  status_basis: Basis | null;
  said_by_basis: Basis | null;
  flags: string | null;
}

/** What in a saved page may say when it was published, in the order in which they are believed. */
export const dateSources = ["JSON-LD", "Open Graph", "DC.date", "meta", "time"] as const;
export type DateSource = (typeof dateSources)[number];

/** One source document in `seeds/`: a note on a report, or a full text that its owner may publish. */
export interface Article {
  article_id: string;
  title: string;
  publisher: string;
  /** Who wrote it, as it says. */
  author: string | null;
  relays: string | null;
  /** What it is about, in lower-case words, joined by spaces. */
  tags: string | null;
  published: string | null;
  published_basis: "stated" | "inferred" | null;
  /** What in a saved page says its date. */
  published_from: DateSource | null;
  /** Where it stands in the web. */
  url: string | null;
  /** BCP 47: "en", "fr". */
  language: string;
  file: string;
  words: number;
  sha256: string | null;
  text: string;
  review?: Review[];
  remarks?: Remark[];
  relations?: NotedRelation[];
  captions?: Caption[];
  caveats?: Caveat[];
}

/** What an article says against its figures, or for those whom they concern, as a journalist noted it. */
export interface Caveat {
  /** Words of the article that say it, and which occurrence of them, from 1. */
  quote: string;
  nth: number;
  /** In a journalist's words, without digits. */
  what: string;
  /** The goods that it is about; null for all of the article. */
  goods: string | null;
  /** Whose word it is: it stands against every figure with this party or country, whoever reports it. */
  party: string | null;
  /** Line in the article's file. */
  line: number;
}

/** What a journalist overrules in an article, from its front matter. */
export interface Review {
  /** Words of the article, in which the figure stands. */
  quote: string;
  /** Which occurrence of them is meant, from 1. */
  nth: number;
  /** Whether the review says which; else it is the first. */
  isCounted?: boolean;
  /** The cells to set; also figure (yes, no), accepted (yes: the reading is right), same_as (“article: quote”) and equivalent_of (a quote of this article). */
  cells: Record<string, string>;
  /** Line in the article's file. */
  line: number;
}

/** What a journalist noticed in an article: where it differs from another one, or is unclear. */
export interface Remark {
  kind: string;
  what: string;
  quote: string;
  /** “article: quote”: what it differs from. */
  against: string | null;
  line: number;
}

/**
 * Who supplies whom, is part of whom or passes on whose report, as a journalist
 * noted it. Of the optional cells null is not given, and "" is given as none.
 */
export interface NotedRelation {
  /** Words of the article that state it. */
  quote: string;
  /** Which occurrence of them is meant, from 1. */
  nth: number;
  kind: string;
  from: string;
  to: string;
  from_kind: string | null;
  to_kind: string | null;
  via: string | null;
  thing: string | null;
  goods: string | null;
  status: string | null;
  origin: string | null;
  destination: string | null;
  line: number;
}

/** What happened on a date that an article names, in a journalist's few words. */
export interface Caption {
  /** Words of the article, in which the date stands. */
  quote: string;
  /** Which occurrence of them is meant, from 1. */
  nth: number;
  what: string;
  line: number;
}

export interface FigureRow extends Figure {
  figure_id: string;
  article_id: string;
  /** The figure that this one restates in another unit: “£75m ($141m)”. */
  equivalent_of: string | null;
  /** Cells that a journalist's review has set, joined by spaces; "accepted" among them where it says that the reading is right. */
  reviewed: string | null;
  /** Cells that readings made elsewhere have set, joined by spaces. */
  imported: string | null;
  /** Whose readings those are. */
  imported_from: string | null;
}
