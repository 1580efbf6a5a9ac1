import {escapeHtml, sqlName} from "../../model/escape.js";
import {formatDigits} from "../../model/numbers.js";

/** A table that SQL gave, of which rows are read as they are asked for. */
export interface ResultRows {
  columns: ResultColumn[];
  /** The first rows, each cell as DuckDB's own shell shows it; null is NULL. */
  rows: (string | null)[][];
  total: number;
  /** Returns other rows of it: in its own order, or by the value of a column. */
  read: (offset: number, sort?: Sort | null) => Promise<ResultRows["rows"]>;
}

export interface ResultColumn {
  name: string;
  /** DuckDB's name of the type. */
  type: string;
}

/** By which column rows stand. */
export interface Sort {
  column: string;
  descending: boolean;
}

/** Rows that are read at once. */
export const rowsAtOnce = 500;

/** Returns the query for rows of a result, each cell as words, as DuckDB's own shell shows it. `source` stands after FROM. */
export function rowsQuery(source: string, offset: number, sort: Sort | null): string {
  const order = sort ? `ORDER BY ${sqlName(sort.column)} ${sort.descending ? "DESC" : ""} NULLS LAST` : "";
  return `SELECT COLUMNS(*)::VARCHAR FROM (FROM ${source} ${order} LIMIT ${rowsAtOnce} OFFSET ${offset})`;
}

/**
 * Returns the query for the beginning of a table in one asking: a row with how many
 * rows there are and the type of each column, then the first rows, with nothing before them.
 */
export function beginningQuery(table: string): string {
  const head = `SELECT (SELECT count(*) FROM ${table})::VARCHAR, typeof(any_value(COLUMNS(*))) FROM (FROM ${table} LIMIT 1)`;
  return `(${head}) UNION ALL (SELECT NULL, COLUMNS(*)::VARCHAR FROM (FROM ${table} LIMIT ${rowsAtOnce}))`;
}

/** Returns a table from the rows that `beginningQuery` gave, and the names of its columns. */
export function beginningOf(
  [[total, ...types], ...rows]: readonly (string | null)[][],
  names: readonly string[],
): Pick<ResultRows, "columns" | "rows" | "total"> {
  return {
    columns: names.map((name, n) => ({name, type: types[n] ?? ""})),
    rows: rows.map(([, ...cells]) => cells),
    total: Number(total),
  };
}

const numeric = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DOUBLE|FLOAT|DECIMAL.*)$/;

/** Returns a result as a table whose headings sort by value, with what is shown of it and a button for more. */
export function resultTable(result: ResultRows): HTMLElement {
  const place = document.createElement("div");
  place.className = "explore-result";
  place.innerHTML =
    '<p class="explore-count" role="status"></p><div class="explore-scroll"><table class="explore-table"></table></div><button type="button" class="quiet">Show more</button>';
  const [note, table, more] = ["p", "table", "button"].map((name) => place.querySelector<HTMLElement>(name)!);
  let rows = result.rows;
  let sort: Sort | null = null;
  const show = (): void => {
    table.innerHTML = `<thead><tr>${result.columns.map((column) => headingHtml(column, sort)).join("")}</tr></thead><tbody>${rows.map((row) => rowHtml(row, result.columns)).join("")}</tbody>`;
    const total = formatDigits(result.total);
    const words = result.total === 1 ? "row" : "rows";
    note.textContent =
      rows.length < result.total
        ? `The first ${formatDigits(rows.length)} of ${total} rows`
        : `${total} ${words}`;
    more.hidden = rows.length >= result.total;
  };
  more.addEventListener("click", async () => {
    const before = rows;
    const next = await result.read(before.length, sort);
    // Sorted otherwise, or asked twice, meanwhile.
    if (before !== rows) return;
    rows = [...before, ...next];
    show();
    // The button is gone with the last rows.
    if (more.hidden) table.querySelector<HTMLElement>("th button")?.focus();
  });
  table.addEventListener("click", async ({target}) => {
    const button = (target as Element).closest<HTMLButtonElement>("th button");
    if (!button) return;
    const column = button.dataset.column!;
    sort =
      sort?.column !== column
        ? {column, descending: false}
        : sort.descending
          ? null
          : {column, descending: true};
    rows = await result.read(0, sort);
    show();
    [...table.querySelectorAll<HTMLButtonElement>("th button")]
      .find(({dataset}) => dataset.column === column)
      ?.focus();
  });
  show();
  return place;
}

function headingHtml({name, type}: ResultColumn, sort: Sort | null): string {
  const way = sort?.column === name ? ` aria-sort="${sort.descending ? "descending" : "ascending"}"` : "";
  return `<th scope="col"${numeric.test(type) ? ' class="is-number"' : ""}${way}><button type="button" data-column="${escapeHtml(name)}">${escapeHtml(name)}</button><span class="explore-type">${escapeHtml(type)}</span></th>`;
}

function rowHtml(row: ResultRows["rows"][number], columns: readonly ResultColumn[]): string {
  return `<tr>${row
    .map((cell, n) => {
      const {name, type} = columns[n];
      const inside = cell === null ? '<span class="explore-null">NULL</span>' : escapeHtml(cell);
      return `<td data-label="${escapeHtml(name)}"${numeric.test(type) ? ' class="is-number"' : ""}>${inside}</td>`;
    })
    .join("")}</tr>`;
}
