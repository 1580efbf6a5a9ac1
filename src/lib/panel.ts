import "./copy.js";
import {nameAlone} from "../waybill/markName.js";
import {enterAddress, leaveAddress, standingOn} from "./address.js";
import {capitalize, create} from "./create.js";
import {buttonsFor} from "./follow.js";
import {type Mark, partsOf, shownMark} from "./marks.js";

interface Opened {
  panel: HTMLElement;
  figure: HTMLElement;
  row: string;
  /** The number in the text that was asked instead of the mark. */
  number: HTMLAnchorElement | null;
}

/** Width in pixels of a figure from which there is room beside a mark. */
const widest = 960;
const gap = 16;

let opened: Opened | null = null;

/** Whether a panel that closes is giving the focus back: its mark has said what it is. */
export let isGivingBack = false;

/** Returns a mark of the page that stands on what a link leads to, or null: a number in the text has the panel of its fact. */
export const markBehind = ({hash}: HTMLAnchorElement): Mark | null => standingOn(hash.slice(1));

/** Opens the source panel of a mark in its figure, or below a number in the text, and moves the focus there; it closes the one before. */
export function openPanel(mark: Mark, number: HTMLAnchorElement | null = null): void {
  closePanel(false);
  const figure = mark.closest("figure")!;
  const row = mark.dataset.row!;
  const panel = panelOf(figure, mark, row);
  if (number) putFirst(panel, number, figure);
  (number?.closest("p, li, blockquote, table") ?? figure.querySelector(".drawings")!).after(panel);
  opened = {panel, figure, row, number};
  enterAddress(mark, number);
  figure.classList.add("has-panel");
  markOpened();
  placePanel();
  panel.querySelector("h2")!.focus({preventScroll: true});
  bringIntoView(panel, number ?? mark);
}

/**
 * Closes the source panel, if one is open, and gives the focus back to its mark,
 * and the page its address, if asked. Returns whether one was open.
 */
export function closePanel(giveBack = true): boolean {
  if (!opened) return false;
  const {panel, figure, row, number} = opened;
  panel.remove();
  figure.classList.remove("has-panel");
  figure.querySelectorAll(".is-open").forEach((mark) => void mark.classList.remove("is-open"));
  opened = null;
  if (!giveBack) return true;
  isGivingBack = true;
  (number ?? shownMark(figure, row))?.focus();
  isGivingBack = false;
  leaveAddress();
  return true;
}

/** Returns the mark that the open panel is about, or null. */
export const openedMark = (): Mark | null => opened && shownMark(opened.figure, opened.row);

/** Returns whether an event happened in the open panel. */
export const isInPanel = (target: EventTarget | null): boolean =>
  target instanceof Node && Boolean(opened?.panel.contains(target));

/** Marks the drawings' marks that the open panel is about: drawings may be new. */
export function markOpened(): void {
  if (!opened) return;
  for (const mark of opened.figure.querySelectorAll(`.drawing a[data-row="${opened.row}"]`))
    mark.classList.add("is-open");
}

/**
 * Places the open panel beside its mark where the drawing is wide: to the
 * right of it, else to the left. Else it stands below the drawings, which is
 * the style sheet's work.
 */
export function placePanel(): void {
  if (!opened) return;
  const {panel, figure, row, number} = opened;
  const mark = number || figure.clientWidth < widest ? null : shownMark(figure, row);
  panel.classList.toggle("is-beside", mark !== null);
  panel.style.left = panel.style.top = "";
  if (!mark) return;
  const around = figure.getBoundingClientRect();
  const {left, right, top} = mark.getBoundingClientRect();
  const {width, height} = panel.getBoundingClientRect();
  const most = document.documentElement.clientWidth - gap - width;
  let x = Math.min(most, Math.max(right, around.right) + gap);
  if (x < right + gap) x = left - gap - width;
  if (x < gap) {
    panel.classList.remove("is-beside");
    return;
  }
  const y = Math.max(around.top + gap, Math.min(top - gap, around.bottom - gap - height));
  panel.style.left = `${Math.round(x - around.left)}px`;
  panel.style.top = `${Math.round(y - around.top)}px`;
}

function panelOf(figure: HTMLElement, mark: Mark, row: string): HTMLElement {
  const {head, rest, reported} = partsOf(mark.getAttribute("aria-label") ?? "");
  const heading = create("h2", "", capitalize(head));
  heading.tabIndex = -1;
  const close = create("button", "source-panel-close", "×");
  close.type = "button";
  close.setAttribute("aria-label", "Close");
  close.onclick = () => closePanel();
  const panel = create("aside", "source-panel", heading);
  panel.setAttribute("role", "region");
  panel.setAttribute("aria-label", "Source");
  if (rest) panel.append(create("p", "source-panel-parties", capitalize(rest)));
  const cell = figure.querySelector<HTMLElement>(`.chart-table tr[data-row="${row}"] td`);
  const statements = [...(cell?.children ?? [])].map((child) => child.cloneNode(true));
  panel.append(create("div", "source-panel-statements", ...(cell ? statements : [linkTo(mark)])));
  const own = cell?.querySelectorAll<HTMLAnchorElement>(".statement:not(.is-against) > a") ?? [];
  const through = throughOf(figure, [...own]);
  const last = through ? `Reported by ${through}` : capitalize(reported);
  if (cell) panel.append(...againstOf(figure, cell));
  if (last) panel.append(create("p", "source-panel-through", last));
  const origins = new Set(through.split("; ").map((words) => words.split(", relaying ").pop()));
  if (through && origins.size === 1)
    panel.append(
      create("p", "", `One source: ${[...origins]}. No report here that is independent of it says the same.`),
    );
  const cite = create("button", "copy", "Copy citation");
  cite.dataset.copy = `${nameAlone(mark.getAttribute("aria-label") ?? "")}. ${new URL(mark.href.baseVal, location.href)}`;
  const link = create("button", "copy", "Copy link");
  link.dataset.copy = "address";
  panel.append(buttonsFor(figure, row), cite, link, close);
  return panel;
}

/** Puts the statements first whose words are those of a number in the text, its own before all, which is then what is cited. */
function putFirst(
  panel: Element,
  {textContent: words, hash, href}: HTMLAnchorElement,
  figure: Element,
): void {
  const said = [...panel.querySelectorAll(".statement")].filter(({children}) =>
    [...children].some(
      ({localName, textContent}) => localName === "mark" && amountOf(textContent!) === amountOf(words!),
    ),
  );
  const isOwn = (one: Element): boolean => one.querySelector("a")?.hash === hash;
  said.sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)));
  panel.querySelector(".source-panel-statements")!.prepend(...said);
  const link = said[0]?.querySelector("a");
  if (!link) return;
  // The sentence's link ends with the publisher's name, with which this begins.
  const relayed = throughOf(figure, [link]).replace(/^.*?(?=, relaying |$)/, "");
  panel.querySelector<HTMLElement>("[data-copy]")!.dataset.copy = `${said[0].textContent}${relayed}. ${href}`;
}

/** Returns the figures of a number, which the text may give another unit than its sentence: “69 percent” and “69%” are one. */
const amountOf = (words: string): string => /\d(?:[\d.,]*\d)?/.exec(words)?.[0] ?? words;

/** Returns what is said against a mark below its chart; what stands at the mark is among its statements. */
function againstOf(figure: Element, {dataset: {against}}: HTMLElement): Node[] {
  if (!against) return [];
  const note = figure.querySelector(".chart-caveats")!.cloneNode(true) as Element;
  // The first is the words before them.
  [...note.children].forEach((item, i) => void (i && !against.split(" ").includes(`${i}`) && item.remove()));
  return [note];
}

/** Returns a link to a mark's sentence, for a mark that has no line in the table of the page. */
function linkTo(mark: Mark): HTMLElement {
  const link = create("a", "", "The sentence");
  link.href = mark.href.baseVal;
  return create("p", "statement", link);
}

/** Returns who reports the statements that links lead to, and through whom: “RT, relaying The Washington Post”. */
function throughOf(figure: Element, links: readonly HTMLAnchorElement[]): string {
  const known = new Map<string, string>();
  for (const link of figure.querySelectorAll<HTMLAnchorElement>(".chart-source a"))
    known.set(link.pathname, link.text + (link.nextSibling?.textContent ?? "").replace(/;\s*$/, ""));
  return [...new Set(links.map((link) => known.get(link.pathname) ?? link.text))].join("; ");
}

/** Scrolls as little as shows the panel, and not so far that its mark is lost. */
function bringIntoView(panel: HTMLElement, mark: Element): void {
  panel.scrollIntoView({block: "nearest"});
  if (panel.classList.contains("is-beside")) return;
  const {top, bottom} = mark.getBoundingClientRect();
  const covered = Math.min(bottom + gap - panel.getBoundingClientRect().top, top - gap);
  if (covered > 0) scrollBy(0, covered);
}
