import type {Point} from "./box.js";
import {
  type ChainDrawing,
  type ChainInput,
  lineHeight,
  measurePart,
  rounded,
  sizeOf,
} from "./chainDrawing.js";
import {byPort, orderOf, straightOf, type Trunk, trunksOf} from "./chainOrder.js";

const pad = 10;
const between = 12;
const zonePad = 8;
const zoneHead = 24;
const portPitch = 8;
const widest = 660;
/** Least width of a straight link with its label, from one card to the next. */
const column = 140;
/** Where a straight link leaves its card. */
const inset = 22;

/**
 * Returns a chain with its parties one below the other. Links to the next one
 * run straight down to it, with their labels beside them; the others run at the
 * left, and what they hand on stands with who is handed it.
 */
export function drawDown(input: ChainInput, width: number): ChainDrawing {
  const {links, zoneOf, noteOf, fontSize: size} = input;
  const order = orderOf(input);
  const number = new Map(order.map((name, i) => [name, i]));
  const hasZones = order.some((name) => zoneOf(name));
  const side = hasZones ? zonePad : 1;
  const straight = straightOf(
    links,
    number,
    Math.max(1, Math.floor((Math.min(width, widest) - 40) / column)),
  );
  const isStraight = new Set(straight.flat());
  const trunks = trunksOf(links, {number, isStraight});
  const lanes = Math.max(1, ...trunks.map(({lane}) => lane + 1));
  const apart = Math.max(2.5, Math.min(11, (width * 0.3 - 26) / lanes));
  const gutter = trunks.length > 0 ? 26 + (lanes - 1) * apart : side;
  const [left, right] = [gutter, Math.min(width - side, gutter + widest)];
  const room = right - left - 2 * pad;

  const parties: ChainDrawing["parties"] = [];
  const zones: ChainDrawing["zones"] = [];
  const rows = new Map<number, number>();
  const labels: ChainDrawing["links"][number]["label"][] = links.map(() => null);
  const ports = new Map<Trunk, number>();
  const ways = links.map((): Point[] => []);
  const columnsOf = (own: readonly number[]) => {
    const wide = (right - left) / Math.max(1, own.length);
    const at = own.map((_, k) => left + inset + k * wide);
    return {wide, at, end: (at.at(-1) ?? left) + 14};
  };
  let y = 1;
  let zone: string | null = null;
  order.forEach((name, i) => {
    const here = zoneOf(name);
    if (here !== zone) {
      if (zone !== null) y += zonePad;
      if (here !== null) {
        const from = straight.some(({length}) => length > 0) ? columnsOf(straight[i - 1] ?? []).end : left;
        const title = measurePart("zone", here, {width: right - from, size});
        const box = {x1: left - zonePad, y1: y, x2: right + zonePad, y2: y};
        zones.push({
          name: here,
          box,
          title: {
            ...title,
            ...(from > left ? {x: right, anchor: "end"} : {x: left, anchor: "start"}),
            y: y + zoneHead / 2 + 1,
          },
        });
        y += zoneHead;
      }
      zone = here;
    }
    const top = y;
    for (const link of straight[i - 1] ?? []) ways[link].push([ways[link][0][0], top]);
    const title = measurePart("name", name, {width: room, size});
    y += pad - 1;
    const set = {x: left + pad, anchor: "start"} as const;
    const party = {
      name,
      box: {x1: left, y1: top, x2: right, y2: top},
      title: {...title, ...set, y: y + title.height / 2},
    };
    y += title.height;
    const said = noteOf(name);
    const note = said ? measurePart("note", said, {width: room, size}) : null;
    parties.push({...party, note: note && {...note, ...set, y: y + 4 + note.height / 2}});
    if (note) y += note.height + 4;
    links.forEach(({to, label}, link) => {
      if (to !== name || isStraight.has(link)) return;
      const text = label ? measurePart("label", label, {width: room, size}) : null;
      y += 6;
      const line = sizeOf("label", size) * lineHeight;
      rows.set(link, y + line / 2);
      if (text) labels[link] = {...text, ...set, y: y + text.height / 2};
      y += Math.max(line, text?.height ?? 0);
    });
    const own = trunks.filter(({from}) => from === i).sort(byPort);
    own.forEach((trunk, k) => {
      ports.set(trunk, y + 8 + k * portPitch);
    });
    y += pad + Math.max(0, own.length * portPitch - 2);
    party.box.y2 = y;
    if (here !== null) zones[zones.length - 1].box.y2 = y + zonePad;
    const {at, wide} = columnsOf(straight[i]);
    const texts = straight[i].map((link) =>
      measurePart("label", links[link].label, {width: wide - 40, size}),
    );
    const high = Math.max(0, ...texts.map(({height}) => height));
    const middle =
      y + (here === (i + 1 < order.length ? zoneOf(order[i + 1]) : here) ? 0 : zonePad / 2) + 9 + high / 2;
    straight[i].forEach((link, k) => {
      ways[link].push([at[k], y]);
      if (links[link].label) labels[link] = {...texts[k], x: at[k] + 14, y: middle, anchor: "start"};
    });
    y = straight[i].length > 0 ? middle + Math.max(9, high / 2 + 9) : y + between;
  });
  for (const trunk of trunks)
    for (const link of trunk.links) {
      const x = left - 18 - trunk.lane * apart;
      const [from, to] = [ports.get(trunk)!, rows.get(link)!];
      ways[link] = rounded([
        [left, from],
        [x, from],
        [x, to],
        [left, to],
      ]);
    }
  return {
    width,
    fontSize: size,
    height: Math.ceil(y - between + (zone === null ? 1 : zonePad)),
    parties,
    links: links.map((_, i) => ({points: ways[i], label: labels[i]})),
    zones,
  };
}
