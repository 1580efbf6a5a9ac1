import {type Box, boxesAlong, boxGrid, isWithin, overlaps, type Point, widen} from "./box.js";

/** Where a label stands beside its point, the best first. */
export const placements = [
  "right",
  "left",
  "above",
  "below",
  "above-right",
  "below-right",
  "above-left",
  "below-left",
] as const;
/** A place beside a point, or "middle", on it. */
export type Placement = (typeof placements)[number] | "middle";

/** What happens to a label that has no free place beside its point. */
export type Overflow = "leader" | "hide" | "show";

/** A label that is to be placed: where, how large. */
export interface LabelItem {
  /** The points it may stand beside, the best first, each with the radius of what is drawn there. */
  anchors: readonly {at: Point; r: number}[];
  width: number;
  height: number;
  /** Those with more are placed first; in the given order among equals. */
  priority?: number;
  /** Its own places, in place of those of all. */
  places?: readonly Placement[];
}

/** A label that has its place. */
export interface PlacedLabel {
  box: Box;
  /** How its lines are set: from their start, their end or their middle. */
  align: "start" | "end" | "middle";
  /** A line from the point to the label, if it stands off. */
  leader: readonly [Point, Point] | null;
}

export interface PlaceOptions {
  frame: Box;
  /** What no label may cover. */
  avoid?: Iterable<Box>;
  /** Where labels may stand, the best first; `placements` by default. */
  places?: readonly Placement[];
  overflow?: Overflow;
  /** Least distance between labels, and from what they avoid. */
  padding?: number;
  /** Distance of a label from the edge of what is drawn at its point. */
  gap?: number;
}

const rounds = 3;
const reaches = [14, 22, 32, 44, 58, 76];
// Level first, then ever steeper.
const turns = [0, 180, -30, 30, -150, 150, -60, 60, -120, 120, -90, 90];

/**
 * Returns where labels stand, in the order of the items; null for one that is
 * left out. Each takes the first free place beside its first free point; then
 * a label that found none may move one other that has another free place; what
 * is still without a place goes along a leader, is left out, or stands where
 * it overlaps. The same items always give the same places.
 */
export function placeLabels(
  items: readonly LabelItem[],
  {frame, avoid = [], places = placements, overflow = "leader", padding = 1, gap = 4}: PlaceOptions,
): (PlacedLabel | null)[] {
  // The thing at its own point is no obstacle.
  const off = Math.max(gap, padding + 0.5);
  const solid = boxGrid<number>();
  let count = 0;
  for (const box of avoid) solid.add(box, count++);
  const labels = boxGrid<number>();
  const placed: (PlacedLabel | null)[] = items.map(() => null);
  const padded = ({box}: PlacedLabel): Box => widen(box, padding);
  const candidates = items.map((item) =>
    item.anchors
      .flatMap((anchor) => (item.places ?? places).map((place) => beside(anchor, item, {place, gap: off})))
      .filter((label) => isWithin(label.box, frame)),
  );
  // What is solid does not move: a place on it is none, for good.
  const open = candidates.map((list) => list.filter((label) => solid.isFree(padded(label))));
  const put = (i: number, label: PlacedLabel): void => {
    if (placed[i]) labels.remove(placed[i].box, i);
    placed[i] = label;
    labels.add(label.box, i);
  };
  const others = (i: number, label: PlacedLabel): number[] =>
    labels.hits(padded(label)).filter((other) => other !== i);
  const order = items
    .map((_, i) => i)
    .sort((a, b) => (items[b].priority ?? 0) - (items[a].priority ?? 0) || a - b);

  for (const i of order) {
    const free = open[i].find((label) => labels.isFree(padded(label)));
    if (free) put(i, free);
  }
  for (let round = 0; round < rounds; round++) {
    let moved = false;
    for (const i of order) {
      if (placed[i]) continue;
      for (const label of open[i]) {
        const [other, ...more] = others(i, label);
        if (other === undefined || more.length > 0) continue;
        const elsewhere = open[other].find(
          (free) => others(other, free).length === 0 && !overlaps(padded(free), label.box),
        );
        if (!elsewhere) continue;
        put(other, elsewhere);
        put(i, label);
        moved = true;
        break;
      }
    }
    for (const i of order) {
      const better = open[i].find((label) => label === placed[i] || others(i, label).length === 0);
      if (better && better !== placed[i]) {
        put(i, better);
        moved = true;
      }
    }
    if (!moved) break;
  }
  if (overflow === "hide") return placed;
  const lines = boxGrid<number>();
  for (const i of order) {
    if (placed[i]) continue;
    const item = items[i];
    if (overflow === "show") {
      if (item.anchors.length > 0)
        placed[i] =
          candidates[i][0] ??
          inside(beside(item.anchors[0], item, {place: places[0] ?? "right", gap: off}), frame);
      continue;
    }
    const free = aside(item).find((label) => {
      if (!isWithin(label.box, frame)) return false;
      const box = padded(label);
      if (!solid.isFree(box) || !labels.isFree(box) || !lines.isFree(box)) return false;
      // The first piece leaves the point itself.
      return boxesAlong(label.leader!, 0.5).every(
        (piece, k) => labels.isFree(piece) && lines.isFree(piece) && (k === 0 || solid.isFree(piece)),
      );
    });
    if (!free) continue;
    put(i, free);
    for (const piece of boxesAlong(free.leader!, 1)) lines.add(piece, i);
  }
  return placed;
}

function beside(
  {at: [x, y], r}: LabelItem["anchors"][number],
  {width, height}: LabelItem,
  {place, gap}: {place: Placement; gap: number},
): PlacedLabel {
  const away = r + gap;
  // At a corner the label is as far from the point as beside it, not more.
  const aslant = r * Math.SQRT1_2 + gap / 2;
  const [above, below] = [/above/.test(place), /below/.test(place)];
  const [right, left] = [/right/.test(place), /left/.test(place)];
  const off = right || left ? (above || below ? aslant : away) : 0;
  const up = above || below ? (right || left ? aslant : away - gap / 2) : 0;
  const x1 = right ? x + off : left ? x - off - width : x - width / 2;
  const y1 = above ? y - up - height : below ? y + up : y - height / 2;
  return {
    box: {x1, y1, x2: x1 + width, y2: y1 + height},
    align: right ? "start" : left ? "end" : "middle",
    leader: null,
  };
}

// Places at growing distances all around, with the line that leads there.
function aside({anchors, width, height}: LabelItem): PlacedLabel[] {
  return reaches.flatMap((reach) =>
    anchors.slice(0, 2).flatMap(({at: [x, y], r}) =>
      turns.map((degrees): PlacedLabel => {
        const turn = (degrees * Math.PI) / 180;
        const [ux, uy] = [Math.cos(turn), Math.sin(turn)];
        const end: Point = [x + ux * (r + reach), y + uy * (r + reach)];
        const align = Math.abs(ux) < 0.35 ? "middle" : ux > 0 ? "start" : "end";
        const x1 =
          align === "middle" ? end[0] - width / 2 : align === "start" ? end[0] + 3 : end[0] - 3 - width;
        const y1 = align !== "middle" ? end[1] - height / 2 : uy > 0 ? end[1] + 1 : end[1] - 1 - height;
        return {
          box: {x1, y1, x2: x1 + width, y2: y1 + height},
          align,
          leader: [[x + ux * (r + 1), y + uy * (r + 1)], end],
        };
      }),
    ),
  );
}

/** Returns a label moved into the frame, as far as it fits. */
function inside({box, ...label}: PlacedLabel, frame: Box): PlacedLabel {
  const dx = Math.max(frame.x1 - box.x1, Math.min(0, frame.x2 - box.x2));
  const dy = Math.max(frame.y1 - box.y1, Math.min(0, frame.y2 - box.y2));
  return {...label, box: {x1: box.x1 + dx, y1: box.y1 + dy, x2: box.x2 + dx, y2: box.y2 + dy}};
}
