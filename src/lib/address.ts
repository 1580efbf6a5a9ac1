/*
 * The open panel in the page's address, as the mark that it is of:
 * “#chart-money:figure-id”, so that a shared link opens it and Back closes it.
 */
import {type Mark, marksIn, shownMark} from "./marks.js";

/** Returns the end of the address of a mark's panel. What it leads to tells it from others, whatever their order; where several lead there, their turn too. */
function hashOf(mark: Mark): string {
  const figure = mark.closest("figure")!;
  const {hash} = new URL(mark.href.baseVal, location.href);
  const same = rowsTo(figure, hash).indexOf(mark.dataset.row!);
  return `#${figure.id}:${hash.slice(1)}${same > 0 ? `:${same + 1}` : ""}`;
}

const rowsTo = (figure: Element, hash: string): string[] => [
  ...new Set(marksIn(figure).flatMap(({href, dataset}) => (href.baseVal.endsWith(hash) ? dataset.row! : []))),
];

const isOfPanel = (): boolean => /^#chart-.*:/.test(location.hash);

/** Returns the figure and the shown mark whose panel the address asks for, each null where it is not there: a mark that has gone has left its chart. */
export function asked(): {figure: Element | null; mark: Mark | null} {
  const [id, anchor, turn = "1"] = location.hash.slice(1).split(":");
  const figure = anchor ? document.getElementById(id) : null;
  return {figure, mark: figure && shownMark(figure, rowsTo(figure, `#${anchor}`)[Number(turn) - 1])};
}

/** Puts a mark's panel into the address. */
export function enterAddress(mark: Mark): void {
  const hash = hashOf(mark);
  if (location.hash === hash) return;
  if (isOfPanel()) history.replaceState(history.state, "", hash);
  else {
    // The page is to stay where the reader has scrolled it when the panel is closed.
    history.scrollRestoration = "manual";
    history.pushState({isPanel: true}, "", hash);
  }
}

/** Takes the panel out of the address: back to what it was before, or in its place if a link had it. */
export function leaveAddress(): void {
  if (!isOfPanel()) return;
  if (history.state?.isPanel) history.back();
  else history.replaceState(null, "", location.pathname + location.search);
}
