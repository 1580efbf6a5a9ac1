import type {ColumnTable} from "arquero";
import {formatDigits} from "../waybill/model/numbers.js";
import {addressOf, sortOf, type View, viewOf} from "../waybill/page/explore/address.js";
import {type Answer, FigureIndex} from "../waybill/page/explore/FigureIndex.js";
import {countWords, type ExploreRow, facets, firstColumns} from "../waybill/page/explore/fields.js";
import {
  chosenHtml,
  columnsHtml,
  facetHeadHtml,
  facetValuesHtml,
  headHtml,
  rowsAtOnce,
  sortHtml,
} from "../waybill/page/explore/html.js";
import {patch} from "./explore/patch.js";
import {Rows} from "./explore/Rows.js";
import {afterPaint, Later} from "./Later.js";

/*
 * The explorer: filters and search over all figures, answered from one Arrow
 * file. The page's first rows stand in its HTML; what a reader chooses is in the
 * address. Charts, downloads and SQL are loaded when they are asked for.
 */

// This file is at lib/explore.js below the site's root, wherever that is.
const root = new URL("../", import.meta.url);

const find = <E extends Element>(selector: string): E => document.querySelector<E>(selector)!;
const form = find<HTMLFormElement>("form.explore");
const status = find<HTMLElement>(".explore-count");
const filters = find<HTMLDetailsElement>(".explore-filters");
const body = find<HTMLTableSectionElement>(".explore-table tbody");
const rowsShown = new Rows(body);
const later = new Later();

let view: View = viewOf(location.search);
let loaded: {table: ColumnTable; index: FigureIndex} | null = null;
let answer: Answer | null = null;
let shownRows = rowsAtOnce;
const open = new Set([...form.querySelectorAll<HTMLElement>("details[data-facet][open]")].map(facetOf));

function facetOf(details: HTMLElement): string {
  return details.dataset.facet!;
}

async function load(): Promise<void> {
  const [{fromArrow}, bytes] = await Promise.all([
    import("arquero"),
    fetch(new URL(`lib/explore.arrow?v=${form.dataset.version}`, root)).then((response) => {
      if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
      return response.arrayBuffer();
    }),
  ]);
  const table = fromArrow(bytes);
  const index = new FigureIndex(
    table.numRows(),
    (key) => ({at: table.getter(key)}),
    facets.map(({key}) => key),
  );
  loaded = {table, index};
}

const cellsOf =
  (row: number) =>
  (key: keyof ExploreRow): unknown =>
    loaded!.table.get(key, row);

/**
 * Answers the view, and shows what of the answer is in sight: how many there are,
 * the filters that are open, the first rows. The rows below and the chart follow
 * when that is painted. The place of the keyboard stays where it is.
 */
function show(): void {
  if (!loaded) return;
  const inSight = rowsShown.countInSight();
  answer = loaded.index.answer(view);
  const {rows, facts} = answer;
  const {length, facts: allFacts} = loaded.index;
  keepFocus(() => {
    showFacets();
    patch(find(".explore-columns div"), columnsHtml(view.columns));
    patch(find(".explore-table thead"), headHtml(view.columns, view.sort));
    patch(find("[name=sort]"), sortHtml(view.sort));
    const chosen = find(".explore-chosen");
    patch(chosen, chosenHtml(view));
    chosen.toggleAttribute("hidden", chosen.childElementCount === 0);
    find<HTMLInputElement>("[name=q]").value = view.query;
    find<HTMLInputElement>("[name=once]").checked = view.once;
    showRows(inSight);
    const words = countWords({figures: rows.length, facts}, {figures: length, facts: allFacts}, view.once);
    // What is said again is announced again.
    if (status.textContent !== words) status.textContent = words;
    find<HTMLElement>(".explore-clear").hidden =
      addressOf({...view, columns: firstColumns, sort: null, sql: null}) === "";
  });
}

/** Shows the filters: of those that are closed only how many of their values are chosen. */
function showFacets(): void {
  for (const facet of facets) {
    const details = filters.querySelector<HTMLDetailsElement>(`[data-facet="${facet.key}"]`)!;
    const chosen = view.chosen.get(facet.key) ?? new Set();
    if (chosen.size > 0) details.open = true;
    patch(details.querySelector("summary")!, facetHeadHtml(facet, chosen));
    if (filters.open && details.open)
      patch(
        details.querySelector("ul")!,
        facetValuesHtml(facet, answer!.counts, chosen, open.has(`all:${facet.key}`)),
      );
  }
}

/** Shows rows: at once those that are in sight, then the others, then the chart of them. */
function showRows(inSight: number): void {
  const {rows} = answer!;
  const shown = rows.subarray(0, shownRows);
  const others = rowsShown.show(shown, {columns: view.columns, cellsOf, inSight});
  later.ask([...others, () => void followChart()]);
  const rest = rows.length - shown.length;
  find<HTMLElement>(".explore-more").hidden = rest === 0;
  find(".explore-more span").textContent = `${formatDigits(rest)} more`;
}

function keepFocus(change: () => void): void {
  const focused = document.activeElement as HTMLInputElement | null;
  if (!focused || !form.contains(focused)) {
    change();
    return;
  }
  const {name, value, dataset} = focused;
  const {focus: id, sort} = dataset;
  const facet = focused.closest<HTMLElement>("[data-facet]")?.dataset.facet;
  const wasChosen = focused.closest(".explore-chosen");
  change();
  const same = [...form.querySelectorAll<HTMLElement>("[data-focus], [name=column], [data-sort]")].find(
    (element) =>
      (id !== undefined && element.dataset.focus === id) ||
      (sort !== undefined && element.dataset.sort === sort) ||
      (name === "column" && (element as HTMLInputElement).value === value),
  );
  // A value far down its list is gone when it is no longer chosen, and so is what took itself away.
  const next = wasChosen
    ? (form.querySelector<HTMLElement>(".explore-chosen button") ?? find<HTMLElement>("[name=q]"))
    : form.querySelector<HTMLElement>(`[data-facet="${facet}"] summary`);
  const wanted = same ?? next;
  if (wanted && wanted !== document.activeElement) wanted.focus();
}

/** Takes what a reader changed, into the page and the address. While they type, the address keeps one entry. */
function change(part: Partial<View>, {isTyping = false} = {}): void {
  view = {...view, ...part};
  shownRows = rowsAtOnce;
  const address = `${location.pathname}${addressOf(view) ? `?${addressOf(view)}` : ""}`;
  show();
  // It takes the browser as long as half the answer does.
  afterPaint(() => history[isTyping ? "replaceState" : "pushState"](null, "", address));
}

function toggled<T>(set: ReadonlySet<T> | undefined, value: T, isIn: boolean): Set<T> {
  const next = new Set(set);
  if (isIn) next.add(value);
  else next.delete(value);
  return next;
}

function listen(): void {
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", ({target}) => {
    const {name, value} = target as HTMLInputElement;
    if (name === "q") change({query: value}, {isTyping: true});
  });
  form.addEventListener("change", ({target}) => {
    const {name, value, checked, dataset} = target as HTMLInputElement;
    if (name === "once") change({once: checked});
    else if (name === "sort") change({sort: sortOf(value)});
    else if (name === "column")
      change({columns: [...toggled(new Set(view.columns), value as keyof ExploreRow, checked)]});
    else if (facets.some(({key}) => key === name)) {
      const key = name as keyof ExploreRow;
      const own = toggled(view.chosen.get(key), dataset.none === undefined ? value : null, checked);
      change({chosen: new Map([...view.chosen, [key, own]])});
    }
  });
  form.addEventListener("click", ({target}) => {
    const button = (target as Element).closest<HTMLElement>("button");
    if (!button) return;
    const {
      sort: key,
      all,
      drop,
    } = button.dataset as {
      sort?: keyof ExploreRow;
      all?: string;
      drop?: "q" | keyof ExploreRow;
    };
    if (key) change({sort: nextSort(key)});
    else if (drop === "q") change({query: ""});
    else if (drop) {
      const {none, value} = button.dataset;
      const own = toggled(view.chosen.get(drop), none === undefined ? value! : null, false);
      change({chosen: new Map([...view.chosen, [drop, own]])});
    } else if (all) {
      if (!open.delete(`all:${all}`)) open.add(`all:${all}`);
      show();
    } else if (button.closest(".explore-more")) {
      shownRows += rowsAtOnce;
      const {length} = body.rows;
      showRows(shownRows);
      // The button is gone with the last rows: on to the first of them.
      if (!button.checkVisibility()) body.rows[length]?.querySelector("a")?.focus();
    } else if (button.matches(".explore-clear")) {
      change({query: "", chosen: new Map(), once: false});
      find<HTMLElement>("[name=q]").focus();
    }
  });
  form.addEventListener(
    "toggle",
    ({target}) => {
      const details = target as HTMLDetailsElement;
      if (details.matches("[data-facet]")) open[details.open ? "add" : "delete"](facetOf(details));
      if (details.open && answer && filters.contains(details)) showFacets();
      if (details.matches(".explore-drawing")) void followChart();
      if (details.matches(".explore-take") && details.open) void offerFiles(details.querySelector("div")!);
    },
    true,
  );
  addEventListener("popstate", () => {
    view = viewOf(location.search);
    show();
  });
}

/** A heading sorts from the largest first, words from A; then the other way; then not at all. */
function nextSort(key: keyof ExploreRow): View["sort"] {
  const isNumber = typeof loaded?.table.get(key, 0) === "number" || key === "value" || key === "start";
  if (view.sort?.key !== key) return {key, descending: isNumber};
  return view.sort.descending === isNumber ? {key, descending: !isNumber} : null;
}

async function followChart(): Promise<void> {
  const details = find<HTMLDetailsElement>(".explore-drawing");
  if (!details.open || !answer || !loaded) return;
  const asked = answer;
  const {drawAnswer, mostBars} = await import("./explore/drawAnswer.js");
  if (asked !== answer) return;
  const {rows, facts} = loaded.index.largest(asked.rows, mostBars);
  drawAnswer(details.querySelector("div")!, rows.map(cellsOf), {facts, root, view});
}

async function offerFiles(place: HTMLElement): Promise<void> {
  if (!answer || !loaded) return;
  const {downloads} = await import("./explore/downloads.js");
  place.replaceChildren(...downloads(loaded.table, () => answer!.rows, root));
}

const sqlPlace = find<HTMLElement>(".explore-sql");

/** Loads editor and database; a query in the address is run at once. */
async function startSql(): Promise<void> {
  const start = find<HTMLElement>(".sql-start");
  if (start.hidden) return;
  start.hidden = true;
  const {Panel} = await import("./explore/sql/panel.js");
  new Panel(sqlPlace, {
    root,
    tables: sqlPlace.dataset.tables!.split(" "),
    sql: view.sql,
    onRun: (sql) => {
      view = {...view, sql};
      history.replaceState(null, "", `${location.pathname}?${addressOf(view)}${location.hash}`);
    },
  });
}

find("[data-sql=start]").addEventListener("click", () => void startSql());
if (view.sql) void startSql();

// Beside the table they are always open; above it they would push it away.
const isWide = matchMedia("(min-width: 64rem)");
const openFilters = (): void => {
  filters.open = isWide.matches;
};
isWide.addEventListener("change", openFilters);
openFilters();
listen();
load().then(
  () => {
    form.classList.add("is-ready");
    show();
    setTimeout(() => loaded!.index.warm(), 200);
  },
  (error: Error) => {
    status.textContent = `The figures could not be loaded (${error.message}). The rows below are the first of them.`;
  },
);
