/*
 * The charts of a page answer each other: what the reader chose to follow (a
 * country, a party, a publisher, a status) stands in every chart and table, and
 * the rest is pale, but still there and still a link. Each line of a chart's
 * table says what it is about; the marks of the same number go with it.
 */
import {create} from "./create.js";

/** As loaders/site/topics.ts names them; in the address of a page. */
const groups = ["country", "party", "publisher", "status"];

const form = document.querySelector<HTMLFormElement>("form.follow");
const inputs = [...(form?.querySelectorAll("input") ?? [])];
const idOf = ({name, value}: HTMLInputElement): string => `${name}.${value}`;
const nameOf = (input: HTMLInputElement): string => input.parentElement!.querySelector("span")!.textContent!;

const status = create("output", "");
const all = buttonOf("Show all");
const before = buttonOf("‹", "Previous mark");
const after = buttonOf("›", "Next mark");
const copyLink = buttonOf("Copy link");
const bar = create("div", "follow-bar", status, before, after, copyLink, all);
before.dataset.step = "-1";
after.dataset.step = "1";
copyLink.dataset.copy = "address";

/** Pages that have charts, and those that lead back to them, by their addresses from the site's root. */
const kept = /^(?:index\.html)?$|^(?:charts|sources)\/[^/]*$/;
// This file is at lib/interact.js below it.
const root = new URL("../", import.meta.url).href;

const topicsOf = (row: HTMLElement): string[] => row.dataset.topics!.split(" ");

/** What was said of the choice. */
let said = "";

/** Dims what the reader's choice leaves out, in drawings that are new too, and says how much stands. */
export function showFollowed(): void {
  const chosen = inputs.filter(({checked}) => checked);
  const groups = [...new Set(chosen.map(({name}) => name))].map((group) =>
    chosen.filter(({name}) => name === group).map(idOf),
  );
  let [standing, marks] = [0, 0];
  for (const figure of document.querySelectorAll<HTMLElement>("figure.chart")) {
    const rows = [...figure.querySelectorAll<HTMLElement>("tr[data-topics]")];
    const left = new Set<string>();
    for (const row of rows) {
      const topics = topicsOf(row);
      const isLeft = !groups.every((group) => group.some((id) => topics.includes(id)));
      row.classList.toggle("is-dim", isLeft);
      if (isLeft) left.add(row.dataset.row!);
    }
    for (const mark of figure.querySelectorAll<SVGElement>(".drawing a[data-row]"))
      mark.classList.toggle("is-dim", left.has(mark.dataset.row!));
    standing += rows.length - left.size;
    marks += rows.length;
    figure.dataset.standing = chosen.length > 0 ? countOf(rows.length - left.size, rows.length) : "";
  }
  for (const button of document.querySelectorAll<HTMLElement>("[data-follow]"))
    button.ariaPressed = String(chosen.some((input) => idOf(input) === button.dataset.follow));
  const words =
    chosen.length > 0 ? `${chosen.map(nameOf).join(", ")}: ${countOf(standing, marks)} on this page` : "";
  // Drawings may be new without another choice: what was said since then stays.
  if (words !== said) status.value = said = words;
  copyLink.textContent = "Copy link";
  document.documentElement.classList.toggle("is-following", chosen.length > 0);
}

const countOf = (some: number, all: number): string => `${some} of ${all} marks`;

/** Undoes the choice. Returns whether there was one. */
export function unfollow(): boolean {
  const had = inputs.some(({checked}) => checked);
  for (const input of inputs) input.checked = false;
  if (had) change();
  return had;
}

/** Puts the choice into the page's address, where a copy or a way back finds it. */
export function writeFollowed(): void {
  const url = new URL(location.href);
  for (const {name} of inputs) url.searchParams.delete(name);
  for (const {name, value, checked} of inputs) if (checked) url.searchParams.append(name, value);
  if (url.href !== location.href) history.replaceState(history.state, "", url);
  keepInLinks();
}

/** Has links to other pages with charts take the choice along, on pages that offer none too. */
function keepInLinks(): void {
  const choice = [...new URLSearchParams(location.search)].filter(([name]) => groups.includes(name));
  for (const link of document.links) {
    const url = new URL(link.href);
    if (!url.href.startsWith(root) || !kept.test(url.pathname.slice(new URL(root).pathname.length))) continue;
    for (const group of groups) url.searchParams.delete(group);
    for (const [name, value] of choice) url.searchParams.append(name, value);
    if (url.href !== link.href) link.href = url.href;
  }
}

/** Says which of the marks that stand the reader has gone to. */
export function sayPlace(place: number, of: number): void {
  status.value = `Mark ${place} of the ${of} that stand`;
}

function change(): void {
  writeFollowed();
  showFollowed();
}

/** Returns buttons to follow what a chart's row is about; empty where the page offers none of it. */
export function buttonsFor(figure: Element, row: string): Node | string {
  const line = figure.querySelector<HTMLElement>(`tr[data-row="${row}"]`);
  const own = inputs.filter((input) => line && topicsOf(line).includes(idOf(input)));
  const buttons = own.map((input) => {
    const button = buttonOf(nameOf(input));
    button.dataset.follow = idOf(input);
    button.ariaPressed = String(input.checked);
    button.onclick = () => input.click();
    return button;
  });
  return buttons.length > 0
    ? create("p", "follow-topics", `${form!.querySelector("p")!.textContent} `, ...buttons)
    : "";
}

function buttonOf(words: string, name = ""): HTMLButtonElement {
  const button = create("button", "", words);
  button.type = "button";
  if (name) button.ariaLabel = name;
  return button;
}

keepInLinks();
if (form) {
  const asked = new URLSearchParams(location.search);
  for (const input of inputs) input.checked = asked.getAll(input.name).includes(input.value);
  form.hidden = false;
  // In the form: a live preview counts what stands in the page, and would take the wrong parts away.
  form.append(bar);
  form.onchange = change;
  all.onclick = () => {
    unfollow();
    form.querySelector("summary")!.focus({preventScroll: true});
  };
  showFollowed();
}
