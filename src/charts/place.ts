import {textWidth} from "../waybill/textWidth.js";
import {textSize} from "../waybill/theme.js";
import type {Label} from "./frame.js";

/** A rectangle in pixels that no label may cover. */
export interface Box {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  /** What it costs to cover it, beside 1. */
  weight?: number;
}

export const overlaps = (a: Box, b: Box): boolean => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;

/** Returns the box around a point. */
export const around = (x: number, y: number, r: number): Box => ({
  x1: x - r,
  y1: y - r,
  x2: x + r,
  y2: y + r,
});

/** Returns the box that a label of one line takes. */
export function boxOf({x, y, text, anchor = "start", size = textSize.body, weight}: Label): Box {
  const width = textWidth(text, size, weight);
  const x1 = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return {x1, y1: y - size * 0.6, x2: x1 + width, y2: y + size * 0.6};
}

/**
 * Returns a label for a point, beside, above or below it: the first place where
 * it covers nothing that is taken and stays within the bounds; else the one
 * that covers least. Where each place of it covers another label or dot,
 * shorter texts are tried. The place is then taken.
 */
export function placeLabel(
  point: {x: number; y: number; r: number},
  label: Omit<Label, "x" | "y" | "anchor">,
  {taken, bounds, shorter = []}: {taken: Box[]; bounds: Box; shorter?: readonly string[]},
): Label {
  let best = {label: {...label, ...point} as Label, cost: Number.POSITIVE_INFINITY};
  for (const text of [label.text, ...shorter]) {
    const found = cheapestPlace(point, {...label, text}, {taken, bounds});
    if (found.cost < best.cost) best = found;
    if (best.cost < 100) break;
  }
  taken.push({...boxOf(best.label), weight: 100});
  return best.label;
}

function cheapestPlace(
  point: {x: number; y: number; r: number},
  label: Omit<Label, "x" | "y" | "anchor">,
  {taken, bounds}: {taken: readonly Box[]; bounds: Box},
): {label: Label; cost: number} {
  const {x, y, r} = point;
  const away = r + 5;
  const line = (label.size ?? textSize.body) * 0.75;
  const candidates: Label[] = [
    {...label, x: x + away, y, anchor: "start"},
    {...label, x: x - away, y, anchor: "end"},
    {...label, x, y: y - away - line + 4, anchor: "middle"},
    {...label, x, y: y + away + line - 4, anchor: "middle"},
    {...label, x: x + away - 2, y: y - away, anchor: "start"},
    {...label, x: x + away - 2, y: y + away, anchor: "start"},
    {...label, x: x - away + 2, y: y - away, anchor: "end"},
    {...label, x: x - away + 2, y: y + away, anchor: "end"},
  ];
  let best = candidates[0];
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const box = boxOf(candidate);
    const outside = box.x1 < bounds.x1 || box.x2 > bounds.x2 || box.y1 < bounds.y1 || box.y2 > bounds.y2;
    const covered = taken.reduce(
      (sum, other) => sum + (overlaps(box, other) ? (other.weight ?? 1) : 0),
      outside ? 1000 : 0,
    );
    if (covered < least) {
      least = covered;
      best = candidate;
    }
  }
  return {label: best, cost: least};
}
