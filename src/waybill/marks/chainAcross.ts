import type {Point} from "./box.js";
import {type ChainDrawing, type ChainInput, levelCurve, measurePart, rounded} from "./chainDrawing.js";
import {type ChainLayout, chainLayout, type Slot} from "./chainLayout.js";
import {
  labelGap,
  type Place,
  pitch,
  placeAll,
  portsAt,
  portsOf,
  type Setting,
  straighten,
  zoneHead,
  zonePad,
} from "./chainPlaces.js";
import {zonesOf} from "./chainZones.js";
import {head} from "./drawWay.js";

const boxPad = 8;
const loopDepth = 14;

/** The narrowest that a chain of so many layers of parties is drawn from left to right. */
export const leastWidth = (columns: number, hasLabels: boolean): number =>
  columns * 96 + (columns - 1) * ((hasLabels ? 76 : 24) + 2 * 18);

interface Columns {
  /** Where each layer of the layout lies: parties and labels in turn. */
  left: number[];
  width: number[];
}

/** Returns a chain with its parties in columns from left to right, its labels between them. */
export function drawAcross(input: ChainInput, width: number): ChainDrawing {
  const layout = chainLayout(input.links, input.zoneOf);
  const columns = columnsOf(layout, input, width);
  const zones = zonesOf(layout, input.zoneOf);
  const spine = new Set(input.links.flatMap(({isSpine}, i) => (isSpine ? i : [])));
  const texts = measureSlots(layout, input, {columns, spine});
  const places = placeAll(layout, {texts, spine, zones});
  straighten(layout, places, {texts, spine});
  const top = Math.min(...[...places.values()].map(({y, up}) => y - up));
  const start = zones.some(({whole}) => whole) ? zoneHead + zonePad : 2;
  for (const place of places.values()) place.y += start - top;
  const bottom = Math.max(...[...places.values()].map(({y, down}) => y + down));
  const height = Math.ceil(bottom + (zones.some(({whole}) => whole) ? zonePad : 2));
  const middle = (slot: Slot): number => columns.left[slot.layer] + columns.width[slot.layer] / 2;

  const parties = layout.layers.flat().flatMap((slot) => {
    if (slot.kind !== "party") return [];
    const {title, note, height: tall} = texts.get(slot)!;
    const {y} = places.get(slot)!;
    const content = title.height + (note ? note.height + 4 : 0);
    const [x1, x2] = [columns.left[slot.layer], columns.left[slot.layer] + columns.width[slot.layer]];
    return [
      {
        name: slot.name!,
        box: {x1, y1: y - tall / 2, x2, y2: y + tall / 2},
        title: {...title, x: middle(slot), y: y - content / 2 + title.height / 2},
        note: note && {...note, x: middle(slot), y: y + content / 2 - note.height / 2},
      },
    ];
  });
  const ways = waysOf(layout, {columns, places, texts, spine});
  const links = layout.links.map(({slots}, i) => {
    const [slot] = slots.filter(({kind}, k) => kind === "label" || (k > 0 && slots[0] === slots[1]));
    const text = texts.get(slot);
    const {y} = places.get(slot) ?? {y: 0};
    const loop = text?.loops.find(({link}) => link === i);
    if (loop)
      return {points: ways[i], label: loop.label && {...loop.label, x: middle(slot), y: y + loop.label.y}};
    const label =
      slot?.kind === "label" && text
        ? {...text.title, x: middle(slot), y: y - labelGap - text.height / 2}
        : null;
    return {points: ways[i], label};
  });
  return {
    width,
    fontSize: input.fontSize,
    height,
    parties,
    links,
    zones: zones.map(({name, slots, whole}) => {
      const [first, last] = [slots[0], slots[slots.length - 1]];
      const x1 = columns.left[first.layer] - zonePad;
      const x2 = columns.left[last.layer] + columns.width[last.layer] + zonePad;
      const half = (slot: Slot): number => texts.get(slot)!.height / 2;
      const y1 = whole ? 0 : places.get(first)!.y - half(first) - zoneHead;
      const y2 = whole ? height : places.get(last)!.y + half(last) + texts.get(last)!.below + zonePad;
      const title = measurePart("zone", name, {width: x2 - x1 - 2 * zonePad, size: input.fontSize});
      return {
        name,
        box: {x1, y1, x2, y2},
        title: {...title, x: x1 + zonePad, y: y1 + zoneHead / 2 + 1, anchor: "start"},
      };
    }),
  };
}

function measureSlots(
  layout: ChainLayout,
  {links, noteOf, fontSize: size}: ChainInput,
  {columns, spine}: {columns: Columns; spine: ReadonlySet<number>},
): Setting["texts"] {
  const texts: Setting["texts"] = new Map();
  const set = {x: 0, y: 0, anchor: "middle"} as const;
  for (const slot of layout.layers.flat()) {
    const width = columns.width[slot.layer];
    if (slot.kind === "label" && links[slot.link!].label) {
      const title = measurePart("label", links[slot.link!].label, {width, size});
      texts.set(slot, {title: {...title, ...set}, note: null, height: title.height, loops: [], below: 0});
    } else if (slot.kind === "party") {
      const inner = {width: width - 2 * boxPad, size};
      const title = measurePart("name", slot.name!, inner);
      const said = noteOf(slot.name!);
      const note = said ? measurePart("note", said, inner) : null;
      const content = title.height + (note ? note.height + 4 : 0) + 2 * boxPad;
      const height = Math.max(content, portsOf(layout, slot, spine) * pitch + 6, 38);
      const own = layout.links.flatMap(({slots: [a, b]}, link) => (a === slot && b === slot ? link : []));
      let below = own.length > 0 ? loopDepth + (own.length - 1) * 7 + 4 : 0;
      const loops = own.map((link) => {
        const label = links[link].label ? measurePart("label", links[link].label, {width, size}) : null;
        below += label?.height ?? 0;
        return {link, label: label && {...label, ...set, y: height / 2 + below - label.height / 2}};
      });
      texts.set(slot, {title: {...title, ...set}, note: note && {...note, ...set}, height, loops, below});
    }
  }
  return texts;
}

function columnsOf({layers}: ChainLayout, {links, zoneOf}: ChainInput, width: number): Columns {
  const count = (layers.length + 1) / 2;
  const hasLabels = links.some(({label}) => label);
  const side = layers.flat().some(({name}) => name !== null && zoneOf(name)) ? zonePad : 1;
  const inner = width - 2 * side;
  const gap = Math.min(36, Math.max(16, inner * 0.017));
  const rest = Math.max(10, inner - (count - 1) * 2 * gap);
  const share = hasLabels ? 0.85 : 0;
  const box = Math.min(190, (rest - (hasLabels ? 0 : (count - 1) * 24)) / (count + (count - 1) * share));
  // What boxes leave is for labels and the ways beside them.
  const label = count > 1 ? Math.min(hasLabels ? 190 : 24, (rest - count * box) / (count - 1)) : 0;
  const free = count > 1 ? (inner - count * box - (count - 1) * label) / (count - 1) : 0;
  const step = box + label + free;
  const lone = count === 1 ? (inner - box) / 2 : 0;
  return {
    left: layers.map((_, n) => side + lone + Math.floor(n / 2) * step + (n % 2 === 0 ? 0 : box + free / 2)),
    width: layers.map((_, n) => (n % 2 === 0 ? box : label)),
  };
}

function waysOf(
  layout: ChainLayout,
  {
    columns,
    places,
    ...setting
  }: {columns: Columns; places: Map<Slot, Place>} & Pick<Setting, "texts" | "spine">,
): Point[][] {
  const {links} = layout;
  const ports = portsAt(layout, places, setting);
  const edge = (slot: Slot, side: "before" | "after"): number =>
    columns.left[slot.layer] + (side === "after" ? columns.width[slot.layer] : 0);
  return links.map(({slots}, link) => {
    const [first, last] = [slots[0], slots[slots.length - 1]];
    if (first === last) {
      const {height, loops} = setting.texts.get(first)!;
      const bottom: Point = [
        columns.left[first.layer] + columns.width[first.layer] / 2,
        places.get(first)!.y + height / 2,
      ];
      return loopBelow(
        bottom,
        loops.findIndex((loop) => loop.link === link),
      );
    }
    const [out, into] =
      first.layer < last.layer ? (["after", "before"] as const) : (["before", "after"] as const);
    const sign = out === "after" ? 1 : -1;
    let at: Point = [edge(first, out), ports.get(`${link} ${first.name}`)!];
    const points: Point[] = [at];
    for (const slot of slots.slice(1, -1)) {
      const {y} = places.get(slot)!;
      points.push(...levelCurve(at, [edge(slot, into), y]).slice(1), [edge(slot, out), y]);
      at = [edge(slot, out), y];
    }
    const end: Point = [edge(last, into), ports.get(`${link} ${last.name}`)!];
    points.push(...levelCurve(at, [end[0] - sign * (head.length + 2), end[1]]).slice(1), end);
    return points;
  });
}

function loopBelow([x, y]: Point, n: number): Point[] {
  const [half, depth] = [14 + 8 * n, loopDepth + 7 * n];
  return rounded(
    [
      [x - half, y],
      [x - half, y + depth],
      [x + half, y + depth],
      [x + half, y],
    ],
    5,
  );
}
