/*
 * For who goes by keyboard a drawing is one stop, and arrows walk its marks.
 * Made so at the first key, which costs a page nothing that is only read.
 */
import {type Mark, marksIn} from "./marks.js";

let isOn = false;

/** Makes the first mark of each drawing its one stop. */
export function makeStops(): void {
  if (!isOn) return;
  for (const drawing of document.querySelectorAll(".drawing"))
    marksIn(drawing).forEach((mark, i) => void mark.setAttribute("tabindex", i > 0 ? "-1" : "0"));
}

const steps: Record<string, number> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** Goes from a mark to another of its drawing, if the key says so. */
export function walk(event: KeyboardEvent, from: Mark | null): void {
  if (!isOn) {
    isOn = true;
    makeStops();
  }
  const step = steps[event.key];
  if (!step || !from || event.ctrlKey || event.metaKey || event.altKey) return;
  const marks = marksIn(from.closest(".drawing")!);
  const to = marks[Math.max(0, Math.min(marks.length - 1, marks.indexOf(from) + step))];
  event.preventDefault();
  from.setAttribute("tabindex", "-1");
  to.setAttribute("tabindex", "0");
  to.focus();
}
