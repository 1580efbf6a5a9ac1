import type {Point} from "./box.js";
import {around} from "./box.js";
import {type ChainDrawing, type ChainInput, measurePart, type SetText} from "./chainDrawing.js";
import type {Edge} from "./chainLayout.js";

/** Least distance between two stations. */
const leastPitch = 108;
/** Least width of a drawing in which a chain may be a line. */
const leastLine = 540;
const mostPitch = 260;
const pad = 9;
const radius = 6;
/** Between two zones. */
const apart = 4;

/** Returns the parties of links that are one way without branches, in their order; null if they are not. */
export function stationsOf(links: readonly Edge[]): string[] | null {
  const next = new Map(links.map(({from, to}) => [from, to]));
  const led = new Set(next.values());
  const starts = [...next.keys()].filter((name) => !led.has(name));
  if (starts.length !== 1 || next.size !== links.length || led.size !== links.length) return null;
  const stations = starts;
  for (let to = next.get(starts[0]); to !== undefined; to = next.get(to)) stations.push(to);
  return stations.length === links.length + 1 ? stations : null;
}

/** Returns the size of type of a chain that is drawn as a line; null if it is not one, or has no room to be. */
export function lineSizeOf(links: readonly Edge[], width: number): 17 | 15 | 13 | null {
  const stations = stationsOf(links);
  if (!stations || width < leastLine || width / stations.length < leastPitch) return null;
  const pitch = width / stations.length;
  return pitch >= 180 ? 17 : pitch >= 124 ? 15 : 13;
}

/**
 * Returns a chain that is one way as a line with stations from left to right:
 * what is handed on above it, names below on the ground of their zones.
 * Throws if it is not one way.
 */
export function drawLine({links, zoneOf, noteOf, fontSize: size}: ChainInput, width: number): ChainDrawing {
  const stations = stationsOf(links);
  if (!stations) throw new Error("a chain with branches is no line");
  const pitch = Math.min(mostPitch, width / stations.length);
  const middle = (k: number): number => (k + 0.5) * pitch;
  const at = new Map(stations.map((name, k) => [name, k]));
  const set = (part: "name" | "note" | "label" | "zone", text: string, room: number) =>
    measurePart(part, text, {width: room, size, balanced: true});
  const labels = links.map(({label}) => (label ? set("label", label, pitch - 8) : null));
  const high = Math.max(0, ...labels.map((label) => label?.height ?? 0));
  const y = high + (high > 0 ? 11 : 1) + radius;
  const top = y + radius + 10;
  const titles = stations.map((name) => set("name", name, pitch - 2 * pad));
  const notes = stations.map((name) => {
    const note = noteOf(name);
    return note ? set("note", note, pitch - 2 * pad) : null;
  });
  const runs = stations.reduce<{zone: string | null; from: number; to: number}[]>((all, name, k) => {
    const zone = zoneOf(name);
    const last = all.at(-1);
    if (last && last.zone === zone) last.to = k;
    else all.push({zone, from: k, to: k});
    return all;
  }, []);
  const head = runs.some(({zone}) => zone !== null) ? 28 : 2;
  const heights = titles.map((title, k) => title.height + (notes[k] ? notes[k].height + 5 : 0));
  const height = Math.ceil(top + head + Math.max(...heights) + pad + 2);
  const text = (measured: ReturnType<typeof set>, x: number, from: number): SetText => ({
    ...measured,
    x,
    y: from + measured.height / 2,
    anchor: "middle",
  });
  return {
    width,
    height,
    fontSize: size,
    parties: stations.map((name, k) => {
      const note = notes[k];
      return {
        name,
        box: around([middle(k), y], radius),
        stem: top,
        title: text(titles[k], middle(k), top + head),
        note: note && text(note, middle(k), top + head + titles[k].height + 5),
      };
    }),
    links: links.map(({from, to}, i) => {
      const [a, b] = [middle(at.get(from)!), middle(at.get(to)!)];
      const points: Point[] = [
        [a + radius, y],
        [b - radius, y],
      ];
      const label = labels[i];
      return {points, label: label && text(label, (a + b) / 2, high - label.height)};
    }),
    zones: runs.flatMap(({zone, from, to}) => {
      if (zone === null) return [];
      const box = {x1: from * pitch + apart / 2, y1: top, x2: (to + 1) * pitch - apart / 2, y2: height};
      const title = set("zone", zone, box.x2 - box.x1 - 2 * pad);
      return [{name: zone, box, title: {...title, x: (box.x1 + box.x2) / 2, y: top + 15, anchor: "middle"}}];
    }),
  };
}
