import {capitalize, create} from "./create.js";
import {type Mark, partsOf} from "./marks.js";

/** How the reader came to a mark. */
export type Way = "pointer" | "touch" | "focus";

const hints: Record<Way, string> = {
  pointer: "Click to see who says so",
  touch: "Tap again to see who says so",
  focus: "Enter or a tap: who says so",
};

/** Of a mark that is higher than this, in pixels, the tooltip covers some, but leaves space around the pointer. */
const most = 160;
const space: Record<Way, number> = {pointer: 20, touch: 36, focus: 0};
const away = 10;
const edge = 8;

/** More than the height of any tooltip, in pixels: so much room above a mark is enough, and nothing has to be measured. */
const enough = 200;

const lines = {head: create("strong", ""), rest: create("span", ""), reported: create("span", "quiet")};
const hint = create("span", "chart-tip-hint");
const tip = create("div", "chart-tip", ...Object.values(lines), hint);
tip.setAttribute("role", "tooltip");
tip.hidden = true;

// Read once when a tooltip is shown, so that a moving pointer only writes.
let box = new DOMRect();
let view = {width: 0, height: 0};

/** Shows the name of a mark beside it; beside the pointer if there is one and the mark is large. */
export function showTip(mark: Mark, way: Way, pointer?: MouseEvent): void {
  const {clientWidth, clientHeight} = document.documentElement;
  view = {width: clientWidth, height: clientHeight};
  box = mark.getBoundingClientRect();
  const parts = partsOf(mark.getAttribute("aria-label") ?? "");
  for (const name of ["head", "rest", "reported"] as const) setText(lines[name], capitalize(parts[name]));
  setText(hint, hints[way]);
  if (!tip.isConnected) (document.querySelector("main") ?? document.body).append(tip);
  tip.hidden = false;
  placeTip(way, pointer);
}

/**
 * Places the tooltip anew within the viewport, above the mark if there is room,
 * else below it. Its own size is left to percentages: to ask for it would have
 * the browser lay the page out before the frame, and look under the pointer again.
 */
export function placeTip(way: Way, pointer?: MouseEvent): void {
  const middle = pointer ? pointer.clientX : box.x + box.width / 2;
  const near = pointer && box.height > most ? pointer.clientY : null;
  const top = Math.min(near === null ? box.top : Math.max(box.top, near - space[way]), view.height);
  const bottom = near === null ? box.bottom : Math.min(box.bottom, near + space[way]);
  const x = `clamp(${edge}px, ${middle}px - 50%, ${view.width - edge}px - 100%)`;
  const y =
    top > enough
      ? `max(${edge}px, ${top - away}px - 100%)`
      : `min(${bottom + away}px, ${view.height - edge}px - 100%)`;
  tip.style.transform = `translate(${x}, ${y})`;
}

/** Hides the tooltip. Returns whether it was shown. */
export function hideTip(): boolean {
  const shown = !tip.hidden;
  tip.hidden = true;
  return shown;
}

function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
