import {escapeHtml, sourceHref} from "../../model/escape.js";
import {formatDigits} from "../../model/numbers.js";
import {sortText} from "./address.js";
import type {Counts, Question} from "./FigureIndex.js";
import {type Column, cellText, columns, type ExploreRow, type Facet, facets} from "./fields.js";

/*
 * The explorer's parts as HTML: written by the build, so that the page is whole
 * before a script runs, and by the page's script when a reader asks for others.
 */

/** Rows that stand in the page at first, and that each “more” adds. */
export const rowsAtOnce = 100;

/** Values of a filter that are shown before “more”. */
const valuesAtOnce = 8;

type Cells = (key: keyof ExploreRow) => unknown;

/** Returns the head of the table; a heading that sorts is a button. */
export function headHtml(shown: readonly (keyof ExploreRow)[], sort: Question["sort"]): string {
  return `<tr>${columnsOf(shown)
    .map(({key, label, sortedBy = key, isNumber}) => {
      const isSorted = sort?.key === sortedBy;
      const way = isSorted ? ` aria-sort="${sort.descending ? "descending" : "ascending"}"` : "";
      return `<th scope="col"${isNumber ? ' class="is-number"' : ""}${way}><button type="button" data-sort="${sortedBy}">${label}</button></th>`;
    })
    .join("")}</tr>`;
}

/** Returns the cells of a row of the table: its figure leads to the sentence. */
export function rowHtml(shown: readonly (keyof ExploreRow)[], cell: Cells): string {
  return columnsOf(shown)
    .map(({key, label, isNumber}) => {
      const text = cellText(key, cell(key));
      const inside = key === "exact" ? linked(text, cell) : escapeHtml(text);
      const className = [isNumber && "is-number", text === "" && "is-empty", `is-${key}`].filter(Boolean);
      return `<td class="${className.join(" ")}" data-label="${label}">${inside}</td>`;
    })
    .join("");
}

/** Returns the way from the explorer to the sentence of a row. */
export const hrefOf = (cell: Cells): string =>
  `.${sourceHref(String(cell("article_id")), String(cell("figure_id")))}`;

const linked = (text: string, cell: Cells): string =>
  `<a href="${escapeHtml(hrefOf(cell))}">${escapeHtml(text)}</a>`;

/** Returns the ways to sort, for where the headings do not stand: on a phone a row is a card. */
export function sortHtml(sort: Question["sort"]): string {
  const keys = new Map(columns.toReversed().map((column) => [column.sortedBy ?? column.key, column]));
  const ways = [...keys].toReversed().flatMap(([sorted, {label, isNumber}]) => {
    const [up, down] =
      isNumber || sorted === "value"
        ? ["smallest first", "largest first"]
        : sorted === "start"
          ? ["earliest first", "latest first"]
          : ["from A", "from Z"];
    return [
      [`${label}, ${down}`, {key: sorted, descending: true}],
      [`${label}, ${up}`, {key: sorted, descending: false}],
    ] as const;
  });
  return [["As in the articles", null] as const, ...ways]
    .map(([text, way]) => {
      const value = sortText(way);
      return `<option value="${value}"${value === sortText(sort) ? " selected" : ""}>${text}</option>`;
    })
    .join("");
}

/** Returns what is in force, each a button that takes it away. */
export function chosenHtml({query, chosen}: Pick<Question, "query" | "chosen">): string {
  const words = query.trim()
    ? [
        `<li><button type="button" class="quiet" data-drop="q" data-focus="drop:q">“${escapeHtml(query.trim())}”</button></li>`,
      ]
    : [];
  const values = facets.flatMap(({key, label, none}) =>
    [...(chosen.get(key) ?? [])].map((value) => {
      const text = value === null ? none : cellText(key, value);
      return `<li><button type="button" class="quiet" data-drop="${key}" data-value="${escapeHtml(value ?? "")}"${value === null ? " data-none" : ""} data-focus="drop:${key}:${escapeHtml(value ?? "")}">${label}: ${escapeHtml(text)}</button></li>`;
    }),
  );
  return [...words, ...values].join("");
}

/** Returns every filter, with the number of rows that each value would leave. */
export function facetsHtml(counts: Counts, chosen: Question["chosen"], open: ReadonlySet<string>): string {
  return facets
    .map((facet) => {
      const own = chosen.get(facet.key) ?? new Set();
      const isOpen = open.has(facet.key) || own.size > 0;
      return `<details data-facet="${facet.key}"${isOpen ? " open" : ""}><summary>${facetHeadHtml(facet, own)}</summary><ul>${facetValuesHtml(facet, counts, own, open.has(`all:${facet.key}`))}</ul></details>`;
    })
    .join("");
}

/** Returns a filter's name, and how many of its values are chosen. */
export function facetHeadHtml({label}: Facet, chosen: ReadonlySet<string | null>): string {
  return label + (chosen.size > 0 ? ` <span class="count">${chosen.size} chosen</span>` : "");
}

/** Returns a filter's values, the first of them or all, each with the number of rows that it would leave. */
export function facetValuesHtml(
  {key, none}: Facet,
  allCounts: Counts,
  chosen: ReadonlySet<string | null>,
  all: boolean,
): string {
  const counts = allCounts.get(key) ?? [];
  const isLong = counts.length > valuesAtOnce;
  // What an old address chose, and no figure has any more, can be taken away again.
  const known = new Set(counts.map(([value]) => value));
  const gone = [...chosen].filter((value) => !known.has(value)).map((value) => [value, 0] as const);
  const shown = [...counts, ...gone].filter(([value], i) => all || i < valuesAtOnce || chosen.has(value));
  const items = shown.map(([value, count]) => {
    const id = `${key}:${value ?? ""}`;
    const text = value === null ? none : cellText(key, value);
    return `<li${count === 0 ? ' class="is-none"' : ""}><label><input type="checkbox" name="${key}" value="${escapeHtml(value ?? "")}"${value === null ? " data-none" : ""}${chosen.has(value) ? " checked" : ""} data-focus="${escapeHtml(id)}"><span>${escapeHtml(text)}</span> <span class="count">${formatDigits(count)}</span></label></li>`;
  });
  const more = isLong
    ? `<li><button type="button" class="quiet" data-all="${key}" data-focus="all:${key}" aria-expanded="${all}">${all ? "Fewer" : `All ${formatDigits(counts.length)}`}</button></li>`
    : "";
  return items.join("") + more;
}

/** Returns the choice of columns. */
export function columnsHtml(shown: readonly (keyof ExploreRow)[]): string {
  return columns
    .filter(({key}) => key !== "exact")
    .map(
      ({key, label}) =>
        `<label><input type="checkbox" name="column" value="${key}"${shown.includes(key) ? " checked" : ""}> ${label}</label>`,
    )
    .join("");
}

/** Returns the columns of a table, the figure always among them. */
export const columnsOf = (shown: readonly (keyof ExploreRow)[]): Column[] =>
  columns.filter(({key}) => key === "exact" || shown.includes(key));
