import type {Question} from "./FigureIndex.js";
import {columns, type ExploreRow, facets, firstColumns} from "./fields.js";

/** All that the page's address holds. */
export interface View extends Question {
  columns: readonly (keyof ExploreRow)[];
  /** SQL that was asked, if any. */
  sql: string | null;
}

// No value can be so short, so it stands for where nothing is said.
const none = "-";

// No cell has a value of several lines, and one that had would leave its line in a chart block.
const isValue = /^[^\p{Cc}\u2028\u2029]+$/u;

/** Longer queries are left out of the address: servers refuse what is longer than this, encoded. */
const longestSql = 6000;

/** Returns an order as an address has it: a column's key, after “-” from the last; empty for none. */
export const sortText = (sort: Question["sort"]): string =>
  sort ? `${sort.descending ? "-" : ""}${sort.key}` : "";

/** Returns the order that a text of `sortText` asks for; none where no column is sorted by it. */
export function sortOf(text: string): Question["sort"] {
  const [, minus, key] = /^(-?)(.*)$/s.exec(text)!;
  const column = columns.find((one) => (one.sortedBy ?? one.key) === key);
  return column ? {key: column.sortedBy ?? column.key, descending: minus === "-"} : null;
}

/** Returns what an address asks for. What it names and is not there is passed over. */
export function viewOf(search: string): View {
  const given = new URLSearchParams(search);
  const chosen = new Map<keyof ExploreRow, Set<string | null>>();
  for (const {key} of facets) {
    const values = given
      .getAll(key)
      .filter((value) => isValue.test(value))
      .map((value) => (value === none ? null : value));
    if (values.length > 0) chosen.set(key, new Set(values));
  }
  const shown = (given.get("columns") ?? "").split(",");
  const known = columns.filter(({key}) => shown.includes(key)).map(({key}) => key);
  return {
    query: given.get("q") ?? "",
    chosen,
    sort: sortOf(given.get("sort") ?? ""),
    once: given.has("once"),
    columns: known.length > 0 ? known : firstColumns,
    sql: given.get("sql"),
  };
}

/** Returns the address of a view, after the “?”; empty for the page as it opens. */
export function addressOf({query, chosen, sort, once, columns: shown, sql}: View): string {
  const address = new URLSearchParams();
  if (query) address.set("q", query);
  for (const {key} of facets)
    for (const value of [...(chosen.get(key) ?? [])].sort()) address.append(key, value ?? none);
  if (sort) address.set("sort", sortText(sort));
  if (once) address.set("once", "");
  if (shown.join() !== firstColumns.join()) address.set("columns", shown.join());
  if (sql && encodeURIComponent(sql).length <= longestSql) address.set("sql", sql);
  return address.toString();
}
