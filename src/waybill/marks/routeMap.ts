import {around, type Box, boxesAlong, overlaps, type Point} from "./box.js";
import {head, lengthOf, split} from "./drawWay.js";
import {labelsAlong, type PlacedAlong} from "./labelsAlong.js";
import {type MeasuredText, measureLabel} from "./measureLabel.js";
import {type PlacedLabel, type Placement, placeLabels, placements} from "./placeLabels.js";
import {leave, routeCurves, type Stop} from "./routeCurves.js";

/** A text that has its place; without one it is a title only. */
export type RouteText = {text: MeasuredText; label: PlacedLabel | null; words: string};

export interface RouteMap {
  routes: {
    i: number;
    points: Point[];
    /** The same, from place to place. */
    legs: Point[][];
    label: RouteText | null;
    gap: Box | null;
  }[];
  places: {stop: Stop; name: RouteText}[];
}

export const lineHeight = 1.2;
/** A row that is drawn: its number, its places, what goes there. */
export interface RouteRow {
  i: number;
  stops: Stop[];
  label: string;
}

/** Returns where routes, names and labels stand: names first, then routes, which keep off them, then labels. */
export function mapRoutes(
  rows: readonly RouteRow[],
  frame: Box,
  {
    fontSize = 13,
    labelWidth = 120,
    avoid = [],
  }: {fontSize?: number; labelWidth?: number; avoid?: readonly Box[]},
): RouteMap {
  const dots = dotsOf(rows);
  const radius = new Map(dots.map(({name, r}) => [name, r]));
  const names = dots.map(({name, isEdge = false}) =>
    measureLabel(isEdge ? "" : name, {size: fontSize, weight: 600, width: 130, lines: 2, lineHeight}),
  );
  const discs = dots.map(({at, r}) => around(at, r));
  const placedNames = placeLabels(
    dots.map((dot, k) => ({
      ...names[k],
      anchors: dot.isEdge ? [] : [dot],
      places: awayFrom(dot, rows),
      priority: dot.r,
    })),
    {frame, avoid: [...discs, ...avoid]},
  );
  const firstBoxes = placedNames.flatMap((label) => label?.box ?? []);
  const ways = rows.map(({stops}) => stops.map((stop) => ({...stop, r: radius.get(stop.name)!})));
  const curves = routeCurves(ways, {frame, dots, avoid: [...firstBoxes, ...avoid]}).map((points, k) => {
    const started = endOnLand([...points].reverse(), ways[k][0]);
    return endOnLand(started.reverse(), ways[k][ways[k].length - 1]);
  });
  const lines = curves.flatMap((points) => boxesAlong(points, 2));
  // A name that a route strikes after all stands elsewhere, if there is room.
  placedNames.forEach((label, k) => {
    if (dots[k].isEdge || (label && !lines.some((line) => overlaps(line, label.box)))) return;
    const others = placedNames.flatMap((other) => (other && other !== label ? other.box : []));
    const [better] = placeLabels([{...names[k], anchors: [dots[k]]}], {
      frame,
      avoid: [...discs, ...lines, ...others, ...avoid],
    });
    if (better) placedNames[k] = better;
  });
  const nameBoxes = placedNames.flatMap((label) => label?.box ?? []);
  const textsIn = (width: number): MeasuredText[] =>
    rows.map(({label}) =>
      // As the widest of them: some are bold.
      measureLabel(label, {size: Math.max(12, fontSize - 1), weight: 600, width, lines: 6, lineHeight}),
    );
  const texts = textsIn(labelWidth);
  const labels = rows.map((): PlacedAlong => ({label: null, gap: null}));
  const lastLegs = curves.map((points, k) => legsOf(points, ways[k]).at(-1) ?? points);
  const placeLeft = (own: readonly MeasuredText[], along: readonly Point[][], leaders: boolean): void => {
    const isLeft = labels.map(({label}) => label === null);
    const taken = curves.flatMap((points, k) =>
      isLeft[k] ? [] : [...boxesAlong(points, 2.5), labels[k].label!.box],
    );
    const found = labelsAlong(
      rows.map(({label}, k) => ({...own[k], points: label && isLeft[k] ? along[k] : []})),
      {frame, avoid: [...discs, ...nameBoxes, ...avoid, ...taken], leaders},
    );
    found.forEach((placed, k) => {
      if (placed.label) [texts[k], labels[k]] = [own[k], placed];
    });
  };
  // What finds no place in few long lines may find one in more and shorter ones.
  // It says what arrives, so it stands on the last leg if it can.
  for (const along of [lastLegs, curves])
    for (const share of [1, 0.8, 0.65, 0.5]) placeLeft(textsIn(labelWidth * share), along, false);
  placeLeft(textsIn(labelWidth), curves, true);
  return {
    places: dots.flatMap((stop, k) =>
      stop.isEdge ? [] : [{stop, name: {text: names[k], label: placedNames[k], words: stop.name}}],
    ),
    routes: rows.map(({i, label}, k) => ({
      i,
      points: curves[k],
      legs: legsOf(curves[k], ways[k]),
      label: label ? {text: texts[k], label: labels[k].label, words: label} : null,
      gap: labels[k].gap,
    })),
  };
}

/** How far onto the land of its place a route goes: its head is well within it. */
const inland = 5 * head.length;

/** Returns a line of points without what goes on after it has come to the land of its last place. */
function endOnLand(points: readonly Point[], {isOnLand}: Stop): Point[] {
  const length = lengthOf(points);
  const at = (along: number): Point => split(points, along)[0].at(-1)!;
  let coast = length;
  // Great steps first, then halves of the last one: a look at the land takes its time.
  for (let step = 16; isOnLand && step >= 1; step /= 2)
    while (coast > step && isOnLand(at(coast - step))) coast -= step;
  return isOnLand?.(at(length)) ? split(points, Math.min(length, coast + inland))[0] : [...points];
}

/** Returns the legs of a line of points between the places on it, off their dots. */
function legsOf(points: readonly Point[], stops: readonly Stop[]): Point[][] {
  let rest = [...points];
  const legs = stops.slice(1, -1).map((stop) => {
    const {at} = stop;
    const passed = rest.findIndex(([x, y]) => x === at[0] && y === at[1]);
    const leg = leave(rest.slice(0, passed + 1).reverse(), stop).reverse();
    rest = leave(rest.slice(passed), stop);
    return leg;
  });
  return [...legs, rest].filter((leg) => leg.length > 1);
}

// A place is as large as the heads that end there need it to be.
function dotsOf(rows: readonly RouteRow[]): Stop[] {
  const dots = new Map<string, Stop>();
  for (const {stops} of rows)
    for (const stop of stops) {
      const ends = rows.filter(({stops: others}) => others[others.length - 1].name === stop.name).length;
      dots.set(stop.name, stop.isEdge ? stop : {...stop, r: Math.max(stop.r, Math.min(7, ends))});
    }
  return [...dots.values()];
}

// Names stand on the side that their routes do not leave for.
function awayFrom({name, at}: Stop, rows: readonly RouteRow[]): Placement[] {
  let [dx, dy] = [0, 0];
  for (const {stops} of rows)
    stops.forEach((stop, n) => {
      if (stop.name !== name) return;
      for (const next of [stops[n - 1], stops[n + 1]]) {
        if (!next) continue;
        const length = Math.hypot(next.at[0] - at[0], next.at[1] - at[1]) || 1;
        dx += (next.at[0] - at[0]) / length;
        dy += (next.at[1] - at[1]) / length;
      }
    });
  const toward = (place: Placement): number =>
    (/right/.test(place) ? dx : /left/.test(place) ? -dx : 0) +
    (/below/.test(place) ? dy : /above/.test(place) ? -dy : 0) / (/-/.test(place) ? 1 : 0.9);
  return [...placements].sort((a, b) => toward(a) - toward(b));
}
