import {formatDigits} from "../../model/numbers.js";

/*
 * What the explorer shows of each figure: the one list of its columns and
 * filters, from which the page's HTML is written at build, and which its script
 * follows in the browser.
 */

/** A figure, with what its article and its fact add to it. `null`: the article does not say. */
export interface ExploreRow {
  figure_id: string;
  article_id: string;
  /** Its fact: figures that state one have one number, from 0. */
  fact: number;
  /** The words that state it, with its hedge. */
  exact: string;
  sentence: string;
  /** Whose words the sentence is in: our note's, or the report's own. */
  words_by: string;
  thing: string | null;
  value: number | null;
  unit: string | null;
  kind: string;
  hedge: string | null;
  change: string | null;
  /** How it stands (`standingOf`); null for what is only reported. */
  state: string | null;
  from: string | null;
  to: string | null;
  via: string | null;
  holder: string | null;
  when: string | null;
  /** First day of its period, by which `when` is sorted. */
  start: string | null;
  said_by: string | null;
  publisher: string;
  /** How many reports tell its fact. */
  reports: number;
  /** From how many independent sources they have it. */
  origins: number;
  /** Several values of one filter, each on a line of its own. */
  party: string | null;
  goods: string | null;
  country: string | null;
  year: string | null;
  /** How many reports tell its fact, and from how many sources that are independent of each other. */
  told: string;
}

export interface Column {
  key: keyof ExploreRow;
  label: string;
  /** Column that it is sorted by, if not itself. */
  sortedBy?: keyof ExploreRow;
  isNumber?: boolean;
}

/** Every column that can be shown, in the order in which they stand. */
export const columns: readonly Column[] = [
  {key: "exact", label: "Figure", sortedBy: "value"},
  {key: "thing", label: "Of what"},
  {key: "from", label: "From"},
  {key: "to", label: "To"},
  {key: "via", label: "By way of"},
  {key: "holder", label: "Whose"},
  {key: "when", label: "When", sortedBy: "start"},
  {key: "state", label: "State"},
  {key: "said_by", label: "Who says so"},
  {key: "publisher", label: "Published by"},
  {key: "reports", label: "Reports", isNumber: true},
  {key: "origins", label: "Sources", isNumber: true},
  {key: "value", label: "Value", isNumber: true},
  {key: "unit", label: "Unit"},
  {key: "kind", label: "Kind"},
  {key: "hedge", label: "Hedge"},
  {key: "sentence", label: "Sentence"},
  {key: "words_by", label: "In whose words"},
];

/** The columns that stand there until a reader chooses others. */
export const firstColumns: readonly (keyof ExploreRow)[] = [
  "exact",
  "thing",
  "from",
  "to",
  "when",
  "state",
  "publisher",
  "reports",
];

export interface Facet {
  key: keyof ExploreRow;
  label: string;
  /** What is said where an article says nothing. */
  none: string;
}

/** Every filter. Each is a column whose cells hold one value, or several on a line each. */
export const facets: readonly Facet[] = [
  {key: "told", label: "Told by", none: "no report"},
  {key: "kind", label: "Kind", none: "no kind"},
  {key: "state", label: "State", none: "not said"},
  {key: "goods", label: "Goods", none: "not said"},
  {key: "party", label: "Party", none: "none named"},
  {key: "country", label: "Country", none: "none named"},
  {key: "year", label: "Year", none: "not said"},
  {key: "hedge", label: "Hedge", none: "stated plainly"},
  {key: "said_by", label: "Who says so", none: "nobody named"},
  {key: "publisher", label: "Published by", none: "not said"},
];

/** Returns how many figures an answer has, and how many claims they state: reports often tell one claim twice. */
export function countWords(
  {figures, facts}: {figures: number; facts: number},
  all: {figures: number; facts: number} = {figures, facts},
  once = false,
): string {
  const one = (name: string, count: number): string => `${worded(count)} ${name}${count === 1 ? "" : "s"}`;
  const of = (name: string, count: number, whole: number): string =>
    count === whole ? one(name, count) : `${worded(count)} of ${one(name, whole)}`;
  return once
    ? of("claim", facts, all.facts)
    : `${of("figure", figures, all.figures)}, ${one("claim", facts)}`;
}

/** Returns a value as it is shown: words of a fixed list without their underscores. */
export const worded = (value: unknown): string =>
  typeof value === "number" ? formatDigits(Number(value.toFixed(6))) : String(value ?? "");

/** Returns a cell as it is shown; empty where the article says nothing. */
export function cellText(key: keyof ExploreRow, value: unknown): string {
  if (value === null || value === undefined) return "";
  return key === "hedge" || key === "kind" ? String(value).replaceAll("_", " ") : worded(value);
}
