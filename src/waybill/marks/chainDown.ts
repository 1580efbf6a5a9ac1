import type {Point} from "./box.js";
import {
  type ChainDrawing,
  type ChainInput,
  lineHeight,
  measurePart,
  rounded,
  sizeOf,
} from "./chainDrawing.js";
import {chainLayout} from "./chainLayout.js";

const pad = 10;
const between = 12;
const zonePad = 8;
const zoneHead = 24;
const portPitch = 8;
const widest = 560;

/** The links of one party and one group that lead the same way share a line beside the cards. */
interface Trunk {
  from: number;
  links: number[];
  /** The cards that it passes, by their numbers; a little more on either side if it leads back. */
  first: number;
  last: number;
  lane: number;
}

/** Returns a chain with its parties one below the other, each with what it is handed; links run at the left. */
export function drawDown(input: ChainInput, width: number): ChainDrawing {
  const {links, zoneOf, noteOf, fontSize: size} = input;
  const order = orderOf(input);
  const number = new Map(order.map((name, i) => [name, i]));
  const trunks = trunksOf(links, number);
  const lanes = Math.max(1, ...trunks.map(({lane}) => lane + 1));
  const hasZones = order.some((name) => zoneOf(name));
  const side = hasZones ? zonePad : 1;
  const apart = Math.max(2.5, Math.min(11, (width * 0.3 - 26) / lanes));
  const gutter = 26 + (lanes - 1) * apart;
  const [left, right] = [gutter, Math.min(width - side, gutter + widest)];
  const room = right - left - 2 * pad;

  const parties: ChainDrawing["parties"] = [];
  const zones: ChainDrawing["zones"] = [];
  const rows = new Map<number, number>();
  const labels: ChainDrawing["links"][number]["label"][] = links.map(() => null);
  const ports = new Map<Trunk, number>();
  let y = 1;
  let zone: string | null = null;
  order.forEach((name, i) => {
    const here = zoneOf(name);
    if (here !== zone) {
      if (zone !== null) y += zonePad;
      if (here !== null) {
        const title = measurePart("zone", here, {width: right - left, size});
        const box = {x1: left - zonePad, y1: y, x2: right + zonePad, y2: y};
        zones.push({name: here, box, title: {...title, x: left, y: y + zoneHead / 2 + 1, anchor: "start"}});
        y += zoneHead;
      }
      zone = here;
    }
    const top = y;
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
      if (to !== name) return;
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
    y += between;
  });
  const ways = links.map((): Point[] => []);
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
    height: Math.ceil(y - between + (zone === null ? 1 : zonePad)),
    parties,
    links: links.map((_, i) => ({points: ways[i], label: labels[i]})),
    zones,
  };
}

// Ways of one card do not cross: those that lead back leave above, the nearest first; then the others, the farthest first.
function byPort(a: Trunk, b: Trunk): number {
  const [backA, backB] = [a, b].map(({first, from}) => first < from);
  if (backA !== backB) return backA ? -1 : 1;
  return backA ? a.lane - b.lane : b.lane - a.lane;
}

// Each party after all that lead to it, and what follows from it close behind.
function orderOf({links, zoneOf}: ChainInput): string[] {
  const {layers, links: laid} = chainLayout(links, zoneOf);
  const names = layers.flat().flatMap(({name}) => name ?? []);
  const next = new Map<string, string[]>(names.map((name) => [name, []]));
  const waits = new Map(names.map((name) => [name, 0]));
  links.forEach(({from, to}, i) => {
    if (from === to || laid[i].backward) return;
    next.get(from)!.push(to);
    waits.set(to, waits.get(to)! + 1);
  });
  const order: string[] = [];
  const ready = names.filter((name) => waits.get(name) === 0).reverse();
  for (let name = ready.pop(); name !== undefined; name = ready.pop()) {
    order.push(name);
    const freed = next.get(name)!.filter((to) => {
      waits.set(to, waits.get(to)! - 1);
      return waits.get(to) === 0;
    });
    ready.push(...freed.reverse());
  }
  return order;
}

function trunksOf(links: ChainInput["links"], number: ReadonlyMap<string, number>): Trunk[] {
  const trunks = new Map<string, Trunk>();
  links.forEach(({from, to, group}, link) => {
    const [a, b] = [number.get(from)!, number.get(to)!];
    const isBack = b <= a;
    const key = `${a} ${group} ${isBack}`;
    const trunk = trunks.get(key) ?? {from: a, links: [], first: a, last: a, lane: 0};
    trunk.links.push(link);
    trunk.first = Math.min(trunk.first, isBack ? b - 0.5 : a);
    trunk.last = Math.max(trunk.last, isBack ? a + 0.5 : b);
    trunks.set(key, trunk);
  });
  // Short ones nearest to the cards, so that long ones are not crossed more than they must be.
  const list = [...trunks.values()].sort((a, b) => a.last - a.first - (b.last - b.first) || a.from - b.from);
  const lanes: Trunk[][] = [];
  for (const trunk of list) {
    const isFree = (lane: Trunk[]): boolean =>
      lane.every(({first, last}) => Math.max(first, trunk.first) >= Math.min(last, trunk.last));
    const free = lanes.findIndex(isFree);
    trunk.lane = free < 0 ? lanes.length : free;
    lanes[trunk.lane] = [...(lanes[trunk.lane] ?? []), trunk];
  }
  return [...trunks.values()];
}
