/*
 * What a page's charts do when a reader points at a mark, goes to it by
 * keyboard, or taps it. One set of listeners serves every chart of the page;
 * without them each mark is the link that it is in the HTML.
 */
import {asked} from "./address.js";
import {showFollowed, unfollow, writeFollowed} from "./follow.js";
import {highlight} from "./highlight.js";
import {type Mark, markNear, markOf} from "./marks.js";
import {
  closePanel,
  isGivingBack,
  isInPanel,
  markBehind,
  markOpened,
  openedMark,
  openPanel,
  placePanel,
} from "./panel.js";
import "./print.js";
import {stepTo} from "./step.js";
import {followControl, showControls} from "./switches.js";
import {hideTip, placeTip, showTip, type Way} from "./tip.js";
import {makeStops, walk} from "./walk.js";

/** How far from a mark, in pixels, the mouse and a finger still mean it. */
const reach = {pointer: 6, touch: 22};

let current: Mark | null = null;
let way: Way = "pointer";
/** The mark that a finger came down on, and whether its tooltip was there before. */
let touched: {mark: Mark | null; again: boolean} | null = null;

function enter(mark: Mark, by: Way, pointer?: MouseEvent): void {
  const isSame = mark === current;
  current = mark;
  way = by;
  // The open panel says what the tooltip would.
  if (mark.classList.contains("is-open")) hideTip();
  else showTip(mark, by, pointer);
  if (!isSame) highlight(mark);
}

function leave(): void {
  if (!current) return;
  current = null;
  hideTip();
  highlight(null);
}

/** Goes to another mark that stands, and to its panel where one is open. */
function go(by: number): void {
  const opened = openedMark();
  const mark = stepTo(opened ?? markOf(document.activeElement), by);
  if (!mark) return;
  if (opened) open(mark);
  else enter(mark, "focus");
}

function open(mark: Mark): void {
  leave();
  openPanel(mark);
}

const passive = {passive: true, capture: true};

document.addEventListener(
  "pointermove",
  (event) => {
    if (event.pointerType === "touch") return;
    const mark = markNear(event.target, event.clientX, event.clientY, reach.pointer);
    if (mark && mark === current && way === "pointer") placeTip(way, event);
    else if (mark && mark !== current) enter(mark, "pointer", event);
    else if (!mark && way === "pointer") leave();
  },
  passive,
);

document.addEventListener("pointerout", ({relatedTarget, pointerType}) => {
  if (!relatedTarget && pointerType !== "touch" && way === "pointer") leave();
});

document.addEventListener(
  "pointerdown",
  (event) => {
    const {target, clientX, clientY, pointerType} = event;
    touched = null;
    const isTouch = pointerType === "touch";
    const mark = markNear(target, clientX, clientY, isTouch ? reach.touch : reach.pointer);
    if (mark !== current) leave();
    if (!isTouch) return;
    touched = {mark, again: mark !== null && mark === current};
    if (mark && !touched.again) enter(mark, "touch", event);
  },
  passive,
);

document.addEventListener("pointercancel", () => {
  touched = null;
  leave();
});

document.addEventListener("click", (event) => {
  const {target, clientX, clientY, detail} = event;
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (target instanceof Element && target.closest(".chart-full button")) {
    void followControl(target, onDrawn);
    return;
  }
  const step = target instanceof Element && target.closest<HTMLElement>("[data-step]");
  if (step) {
    go(Number(step.dataset.step));
    return;
  }
  const number = target instanceof Element && target.closest<HTMLAnchorElement>("a.figure-link");
  const behind = number && markBehind(number);
  if (behind) {
    event.preventDefault();
    leave();
    openPanel(behind, number);
    return;
  }
  // The keyboard clicks too, without a pointer and without a place.
  const isTouch = detail > 0 && touched !== null;
  const mark = isTouch
    ? touched!.mark
    : detail > 0
      ? markNear(target, clientX, clientY, reach.pointer)
      : markOf(target);
  if (!mark) return;
  event.preventDefault();
  if (!isTouch || touched!.again) open(mark);
});

document.addEventListener("focusin", ({target}) => {
  const mark = markOf(target);
  if (mark && !isGivingBack && mark.matches(":focus-visible")) enter(mark, "focus");
});

document.addEventListener("focusout", ({target}) => {
  if (current && current === markOf(target) && way === "focus") leave();
});

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented) return;
  const by = event.shiftKey && {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
  if (by && (markOf(event.target) || isInPanel(event.target))) {
    event.preventDefault();
    go(by);
    return;
  }
  walk(event, markOf(event.target));
  // The mark stays the current one, so that a pointer that moves on it does not bring the tooltip back.
  if (event.key === "Escape") hideTip() || closePanel() || unfollow();
});

addEventListener("popstate", () => {
  writeFollowed();
  followAddress();
});

/** Opens the panel that the address asks for, or closes the one that it no longer has. */
function followAddress(): void {
  const {figure, mark, number} = asked();
  if (!mark) {
    closePanel();
    figure?.scrollIntoView();
  } else if (!mark.classList.contains("is-open")) {
    (number ?? mark).scrollIntoView({block: "center"});
    leave();
    openPanel(mark, number);
  }
}

document.addEventListener(
  "scroll",
  ({target}) => {
    if (!current || isInPanel(target)) return;
    if (way === "focus") showTip(current, way);
    else leave();
  },
  passive,
);

addEventListener("resize", () => {
  leave();
  placePanel();
});

document.addEventListener("change", ({target}) => {
  if (target instanceof Element && target.closest(".chart-switches")) void followControl(target, onDrawn);
});

function onDrawn(): void {
  leave();
  markOpened();
  makeStops();
  showFollowed();
  placePanel();
}

showControls();
followAddress();
// The preview puts a figure in anew when what it is made from changes.
const main = document.querySelector("main");
if (main)
  new MutationObserver(() => {
    showControls();
    makeStops();
    showFollowed();
  }).observe(main, {childList: true});
