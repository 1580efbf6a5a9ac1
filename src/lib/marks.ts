import {nameAlone} from "../waybill/markName.js";

/** A mark of a chart: the link that its shapes and labels are drawn in. */
export type Mark = SVGAElement;

/** What a mark's name says, in parts: the first is its amount or its date, the last whose report it is. */
export interface NameParts {
  head: string;
  /** Parties, status and the like; may be empty. */
  rest: string;
  /** May be empty. */
  reported: string;
}

const selector = ".drawing a[data-row]";

/** Returns the marks in a figure, or in a drawing of it, in their order. */
export const marksIn = (element: Element): Mark[] => [...element.querySelectorAll<Mark>(selector)];

/** Returns the mark that an element belongs to, or null. */
export function markOf(target: EventTarget | null): Mark | null {
  return target instanceof Element ? target.closest<Mark>(selector) : null;
}

const corners = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => [
  Math.cos((i * Math.PI) / 4),
  Math.sin((i * Math.PI) / 4),
]);

/**
 * Returns the mark under a point of the viewport, else the nearest within reach
 * in the same drawing, or null: an arc is thinner than a finger.
 */
export function markNear(target: EventTarget | null, x: number, y: number, reach: number): Mark | null {
  const hit = markOf(target);
  const drawing = target instanceof Element && target.closest(".drawing svg");
  if (hit || !drawing) return hit;
  for (let r = Math.min(reach, 6); r <= reach; r += 4)
    for (const [dx, dy] of corners) {
      const mark = markOf(document.elementFromPoint(x + r * dx, y + r * dy));
      if (mark && drawing.contains(mark)) return mark;
    }
  return null;
}

/** Returns the mark of a row in the drawing of a figure that is shown, or null. */
export function shownMark(figure: Element, row: string): Mark | null {
  return marksIn(figure).find((mark) => mark.dataset.row === row && mark.getClientRects().length > 0) ?? null;
}

/** Returns what a mark's accessible name says, in parts: “more than $20 million of tools”, “from A to B”, “reported by C”. */
export function partsOf(accessibleName: string): NameParts {
  const [, all, reported = ""] = /^(.*?)(?:, ((?:from figures )?reported by .*))?$/.exec(
    nameAlone(accessibleName),
  )!;
  const [head, ...rest] = all.split(", ");
  return {head, rest: rest.join(", "), reported};
}
