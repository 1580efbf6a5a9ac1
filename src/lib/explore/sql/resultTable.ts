import {escapeHtml} from "../../../waybill/model/escape.js";
import {create} from "../../create.js";
import type {Result, ResultColumn} from "./Engine.js";

const numeric = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DOUBLE|FLOAT|DECIMAL.*)$/;

/** Returns a result as a table whose headings sort by value, with what is shown of it and a button for more. */
export function resultTable(result: Result): HTMLElement {
  const place = create("div", "explore-result");
  const table = create("table", "explore-table");
  const note = create("p", "explore-count");
  note.setAttribute("role", "status");
  const more = create("button", "quiet", "Show more");
  more.type = "button";
  let rows = result.rows;
  let sort: {column: string; descending: boolean} | null = null;
  const show = (): void => {
    table.innerHTML = `<thead><tr>${result.columns.map((column) => headingHtml(column, sort)).join("")}</tr></thead><tbody>${rows.map((row) => rowHtml(row, result.columns)).join("")}</tbody>`;
    const total = result.total.toLocaleString("en-US");
    const words = result.total === 1 ? "row" : "rows";
    note.textContent =
      rows.length < result.total
        ? `The first ${rows.length.toLocaleString("en-US")} of ${total} rows`
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
  place.append(note, create("div", "explore-scroll", table), more);
  return place;
}

function headingHtml({name, type}: ResultColumn, sort: {column: string; descending: boolean} | null): string {
  const way = sort?.column === name ? ` aria-sort="${sort.descending ? "descending" : "ascending"}"` : "";
  return `<th scope="col"${numeric.test(type) ? ' class="is-number"' : ""}${way}><button type="button" data-column="${escapeHtml(name)}">${escapeHtml(name)}</button><span class="explore-type">${escapeHtml(type)}</span></th>`;
}

function rowHtml(row: Result["rows"][number], columns: readonly ResultColumn[]): string {
  return `<tr>${row
    .map((cell, n) => {
      const {name, type} = columns[n];
      const inside = cell === null ? '<span class="explore-null">NULL</span>' : escapeHtml(cell);
      return `<td data-label="${escapeHtml(name)}"${numeric.test(type) ? ' class="is-number"' : ""}>${inside}</td>`;
    })
    .join("")}</tr>`;
}
