import {type Box, boxesAlong, type Point, widen} from "./box.js";
import {lengthOf, split} from "./drawWay.js";
import {type LabelItem, type PlacedLabel, placeLabels} from "./placeLabels.js";

/** A label of a line: where the line runs, how large the label is. */
export interface LineLabel {
  /** The line; none if it has no label. */
  points: readonly Point[];
  width: number;
  height: number;
}

export interface PlacedAlong {
  label: PlacedLabel | null;
  /** Where the line is to be interrupted, for a label that stands on it. */
  gap: Box | null;
}

/**
 * Returns where the labels of lines stand: beside their own line where that
 * covers no line at all, else on it, interrupting it, else at the end of a
 * leader, if it may have one; neither where there is no room at all.
 */
export function labelsAlong(
  items: readonly LineLabel[],
  {frame, avoid, leaders = true}: {frame: Box; avoid: readonly Box[]; leaders?: boolean},
): PlacedAlong[] {
  const lines = items.map(({points}) => boxesAlong(points, 2.5));
  const beside = placeLabels(
    items.map((item) => ({...item, anchors: anchorsOf(item.points)})),
    {frame, avoid: [...avoid, ...lines.flat()], overflow: "hide", gap: 6},
  );
  const placed = beside.map((label): PlacedAlong => ({label, gap: null}));
  const taken = (): Box[] => [...avoid, ...placed.flatMap(({label}) => label?.box ?? [])];
  items.forEach((item, i) => {
    // A line that is cut must still be seen on both sides.
    if (placed[i].label || lengthOf(item.points) < 2.5 * item.width) return;
    const others = lines.flatMap((boxes, k) => (k === i ? [] : boxes));
    const [label] = placeLabels([{...item, anchors: anchorsOf(item.points), places: ["middle"]}], {
      frame,
      avoid: [...taken(), ...others],
      overflow: "hide",
    });
    if (label) placed[i] = {label, gap: widen(label.box, 2)};
  });
  if (!leaders) return placed;
  items.forEach((item, i) => {
    if (placed[i].label || item.points.length === 0) return;
    const [label] = placeLabels([{...item, anchors: anchorsOf(item.points)}], {
      frame,
      avoid: [...taken(), ...lines.flat()],
    });
    placed[i] = {label, gap: null};
  });
  return placed;
}

// From the middle of a line towards both ends; last, at its tip.
function anchorsOf(points: readonly Point[]): LabelItem["anchors"] {
  const length = lengthOf(points);
  if (length === 0) return [];
  return [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.8, 0.9, 1].map((t) => ({
    at: split(points, length * t)[0].at(-1)!,
    r: t < 1 ? 3 : 6,
  }));
}
