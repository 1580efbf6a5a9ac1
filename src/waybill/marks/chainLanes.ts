import type {Point} from "./box.js";
import {type ChainDrawing, type ChainInput, measurePart, rounded} from "./chainDrawing.js";
import type {Edge} from "./chainLayout.js";
import {stationsOf} from "./chainLine.js";

const pad = 12;
/** Above the boxes of a lane, for its name and for what is handed on within it. */
const head = 30;
/** Below them, and between two lanes. */
const foot = 12;
const apart = 6;
/** Between a box and the way that passes beside it, and between boxes in one lane. */
const clear = 14;
const between = 34;
/** Least width of a station's share. */
const leastPitch = 104;

/** Returns the zones of a chain that is one way, in lanes, if it comes back to one that it has left; null otherwise, or where there is no room. */
export function lanesOf(
  links: readonly Edge[],
  zoneOf: (party: string) => string | null,
  width: number,
): string[] | null {
  const stations = stationsOf(links);
  if (!stations || width / stations.length < leastPitch) return null;
  const zones = stations.map(zoneOf);
  if (!zones.every((zone) => zone !== null)) return null;
  const runs = zones.filter((zone, k) => zone !== zones[k - 1]);
  const lanes = [...new Set(runs)];
  return lanes.length < runs.length ? lanes : null;
}

/**
 * Returns a chain that is one way in lanes, one for each zone, its parties from
 * left to right: where it comes back to a zone it comes back to its lane. What is
 * handed on stands beside the way down or up, or above the way within a lane.
 * Throws if it is not one way.
 */
export function drawLanes(
  {links, zoneOf, noteOf, fontSize: size}: ChainInput,
  lanes: readonly string[],
  width: number,
): ChainDrawing {
  const stations = stationsOf(links);
  if (!stations) throw new Error("a chain with branches has no lanes");
  const at = new Map(stations.map((name, k) => [name, k]));
  const laneOf = stations.map((name) => lanes.indexOf(zoneOf(name) ?? ""));
  const pitch = (width - 2 * pad) / stations.length;
  const middle = (k: number): number => pad + (k + 0.5) * pitch;
  // A box reaches to the ways beside it, or half way to the next box of its lane.
  const edge = (k: number, side: 1 | -1): number => {
    const other = k + side;
    if (other < 0 || other >= stations.length) return side < 0 ? pad : width - pad;
    if (laneOf[other] === laneOf[k]) return middle(k) + side * (pitch / 2 - between / 2);
    return middle(other) - side * clear;
  };
  const boxes = stations.map((name, k) => {
    const [x1, x2] = [edge(k, -1), edge(k, 1)];
    const set = (part: "name" | "note", text: string) =>
      measurePart(part, text, {width: x2 - x1 - 2 * pad, size, balanced: true});
    const title = set("name", name);
    const said = noteOf(name);
    const note = said ? set("note", said) : null;
    return {name, x1, x2, title, note, height: title.height + (note ? note.height + 4 : 0) + 2 * 9};
  });
  /** Whether the way from a party to the next one touches a lane. */
  const passes = (k: number, lane: number): boolean =>
    Math.min(laneOf[k], laneOf[k + 1]) <= lane && lane <= Math.max(laneOf[k], laneOf[k + 1]);
  const ways = links.map(({from, to, label}) => {
    const [a, b] = [at.get(from)!, at.get(to)!];
    const isWithin = laneOf[a] === laneOf[b];
    // To the right of its way a lane is free up to the next box in it, or the next way.
    const next = boxes.find((_box, k) => k > b && laneOf[k] === laneOf[a]);
    const further = laneOf[b + 1] !== undefined && laneOf[b + 1] !== laneOf[b] && passes(b, laneOf[a]);
    const limit = Math.min(next ? next.x1 - 14 : width, further ? middle(b + 1) - 8 : width);
    const room = isWithin ? pitch : limit - middle(b) - 10;
    const text = label ? measurePart("label", label, {width: room, size, balanced: true}) : null;
    return {a, b, isWithin, text};
  });
  const highest = (isMeant: (way: (typeof ways)[number]) => boolean): number =>
    Math.max(0, ...ways.filter(isMeant).map(({text}) => text?.height ?? 0));
  const heads = lanes.map((_lane, n) =>
    Math.max(head, highest(({a, isWithin}) => isWithin && laneOf[a] === n) + 12),
  );
  const tall = lanes.map((_lane, n) =>
    Math.max(
      2 * (highest(({a, isWithin}) => !isWithin && laneOf[a] === n) - foot + 8),
      ...boxes.flatMap(({height}, k) => (laneOf[k] === n ? height : [])),
    ),
  );
  const tops = tall.map((_height, n) =>
    tall.slice(0, n).reduce((sum, height, k) => sum + heads[k] + height + foot + apart, 0),
  );
  const boxTop = (k: number): number => tops[laneOf[k]] + heads[laneOf[k]];
  const boxBottom = (k: number): number => boxTop(k) + tall[laneOf[k]];
  const level = (k: number): number => (boxTop(k) + boxBottom(k)) / 2;
  return {
    width,
    height: Math.ceil(tops.at(-1)! + heads.at(-1)! + tall.at(-1)! + foot),
    fontSize: size,
    parties: boxes.map(({name, x1, x2, title, note, height}, k) => {
      const top = level(k) - height / 2 + 9;
      const text = {x: x1 + pad, anchor: "start" as const};
      return {
        name,
        box: {x1, x2, y1: boxTop(k), y2: boxBottom(k)},
        title: {...title, ...text, y: top + title.height / 2},
        note: note && {...note, ...text, y: top + title.height + 4 + note.height / 2},
      };
    }),
    links: ways.map(({a, b, isWithin, text}) => {
      if (isWithin) {
        const points: Point[] = [
          [boxes[a].x2, level(a)],
          [boxes[b].x1, level(b)],
        ];
        // Clear of the way that comes down to the first of the two.
        const x = Math.min(boxes[a].x2 + 2, boxes[b].x2 - (text?.width ?? 0));
        return {points, label: text && {...text, x, y: boxTop(a) - 6 - text.height / 2, anchor: "start"}};
      }
      const isDown = laneOf[b] > laneOf[a];
      const x = middle(b);
      const points = rounded([
        [boxes[a].x2, level(a)],
        [x, level(a)],
        [x, isDown ? boxTop(b) : boxBottom(b)],
      ]);
      const half = (text?.height ?? 0) / 2;
      const y = isDown
        ? Math.max(level(a) + 4 + half, (level(a) + boxBottom(a)) / 2)
        : Math.min(level(a) - 4 - half, (level(a) + boxTop(a)) / 2);
      return {points, label: text && {...text, x: x + 10, y, anchor: "start"}};
    }),
    zones: lanes.map((name, n) => {
      const box = {x1: 0, x2: width, y1: tops[n], y2: tops[n] + heads[n] + tall[n] + foot};
      // Its name ends before what is handed on between the first two of it.
      const first = stations.findIndex((_name, k) => laneOf[k] === n && laneOf[k + 1] === n);
      const until = first < 0 ? width - pad : middle(first) - 4;
      const title = measurePart("zone", name, {width: until - pad, size});
      return {name, box, title: {...title, x: pad, y: tops[n] + head / 2 + 1, anchor: "start"}};
    }),
  };
}
