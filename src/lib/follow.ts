/*
 * The charts of a page answer each other: what the reader chose to follow (a
 * country, a party, a publisher, a status) stands in every chart and table, and
 * the rest is pale, but still there and still a link. Each line of a chart's
 * table says what it is about; the marks of the same number go with it.
 */
import {create} from "./create.js";

const form = document.querySelector<HTMLFormElement>("form.follow");
const inputs = [...(form?.querySelectorAll("input") ?? [])];
const idOf = ({name, value}: HTMLInputElement): string => `${name}.${value}`;
const nameOf = (input: HTMLInputElement): string => input.parentElement!.querySelector("span")!.textContent!;

const status = create("output", "");
const all = create("button", "", "Show all");
const bar = create("div", "follow-bar", status, all);
all.type = "button";

const topicsOf = (row: HTMLElement): string[] => row.dataset.topics!.split(" ");

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
  status.value =
    chosen.length > 0 ? `${chosen.map(nameOf).join(", ")}: ${countOf(standing, marks)} on this page` : "";
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
    const button = create("button", "", nameOf(input));
    button.type = "button";
    button.dataset.follow = idOf(input);
    button.ariaPressed = String(input.checked);
    button.onclick = () => input.click();
    return button;
  });
  return buttons.length > 0
    ? create("p", "follow-topics", `${form!.querySelector("p")!.textContent} `, ...buttons)
    : "";
}

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
