/*
 * The open panel in the page's address, as the mark that it is of, or the number in the text:
 * “#chart-money:figure-id”, so that a shared link opens it and Back closes it.
 */
import {type Mark, marksIn, shownMark} from "./marks.js";

/** Returns the end of the address of a mark's panel. What it leads to tells it from others, whatever their order; where several lead there, their turn too. */
function hashOf(mark: Mark, number: HTMLAnchorElement | null): string {
  const figure = mark.closest("figure")!;
  if (number && rowsTo(figure, number.hash).length === 0) return `#${figure.id}:${number.hash.slice(1)}`;
  const {hash} = new URL(mark.href.baseVal, location.href);
  const same = rowsTo(figure, hash).indexOf(mark.dataset.row!);
  return `#${figure.id}:${hash.slice(1)}${same > 0 ? `:${same + 1}` : ""}`;
}

const rowsTo = (figure: Element, hash: string): string[] => [
  ...new Set(marksIn(figure).flatMap(({href, dataset}) => (href.baseVal.endsWith(hash) ? dataset.row! : []))),
];

const isOfPanel = (): boolean => /^#chart-.*:/.test(location.hash);

/** What an address asks for; null is what is not there: a mark that has gone has left its chart. */
interface Asked {
  figure: Element | null;
  mark: Mark | null;
  /** The number in the text that the panel is of, where no mark leads to the number's sentence. */
  number: HTMLAnchorElement | null;
}

/** Returns the figure, the shown mark and the number whose panel the address asks for. */
export function asked(): Asked {
  const [id, anchor, turn = "1"] = location.hash.slice(1).split(":");
  const figure = anchor ? document.getElementById(id) : null;
  const own = figure && rowsTo(figure, `#${anchor}`)[Number(turn) - 1];
  const behind = figure && !own ? standingOn(anchor, figure) : null;
  const row = own || behind?.dataset.row;
  return {
    figure,
    mark: figure && row ? shownMark(figure, row) : null,
    number: behind && document.querySelector(`a.figure-link[href$="#${CSS.escape(anchor)}"]`),
  };
}

/** Returns a mark of the page, or of a figure, that stands on a sentence, or null. */
export const standingOn = (anchor: string, within: ParentNode = document): Mark | null =>
  anchor ? within.querySelector<Mark>(`.drawing a[data-stands-on~="${CSS.escape(anchor)}"]`) : null;

/** Puts the panel of a mark, or of a number in the text, into the address. */
export function enterAddress(mark: Mark, number: HTMLAnchorElement | null): void {
  const hash = hashOf(mark, number);
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
