import type {ChainInput} from "./chainDrawing.js";
import {chainLayout} from "./chainLayout.js";

/** The links of one party and one group that lead the same way share a line beside the cards. */
export interface Trunk {
  from: number;
  links: number[];
  /** The cards that it passes, by their numbers; a little more on either side if it leads back. */
  first: number;
  last: number;
  lane: number;
}

/** Returns the parties from top to bottom: the spine first, in one piece; then each after all that lead to it, and what follows from it close behind. */
export function orderOf({links, zoneOf}: ChainInput): string[] {
  const {layers, links: laid} = chainLayout(links, zoneOf);
  const names = layers.flat().flatMap(({name}) => name ?? []);
  const next = new Map<string, string[]>(names.map((name) => [name, []]));
  const waits = new Map(names.map((name) => [name, 0]));
  const spine = spineNames(links);
  links.forEach(({from, to}, i) => {
    if (from === to || laid[i].backward || spine.has(from) || spine.has(to)) return;
    next.get(from)!.push(to);
    waits.set(to, waits.get(to)! + 1);
  });
  const order = [...spine];
  const ready = names.filter((name) => waits.get(name) === 0 && !spine.has(name)).reverse();
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

function spineNames(links: ChainInput["links"]): Set<string> {
  const next = new Map(links.flatMap(({isSpine, from, to}) => (isSpine ? [[from, to] as const] : [])));
  const led = new Set(next.values());
  const names = new Set<string>();
  for (let name = [...next.keys()].find((from) => !led.has(from)); name !== undefined; name = next.get(name))
    names.add(name);
  return names;
}

/** Returns for each party the links that lead straight to the next one, the spine first. */
export function straightOf(
  links: ChainInput["links"],
  number: ReadonlyMap<string, number>,
  most: number,
): number[][] {
  return [...number.values()].map((i) =>
    links
      .flatMap(({from, to}, link) => (number.get(from) === i && number.get(to) === i + 1 ? link : []))
      .sort((a, b) => Number(links[b].isSpine ?? false) - Number(links[a].isSpine ?? false))
      .slice(0, most),
  );
}

/** Returns the trunks of all links that do not run straight. */
export function trunksOf(
  links: ChainInput["links"],
  {number, isStraight}: {number: ReadonlyMap<string, number>; isStraight: ReadonlySet<number>},
): Trunk[] {
  const trunks = new Map<string, Trunk>();
  links.forEach(({from, to, group}, link) => {
    if (isStraight.has(link)) return;
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

/** Orders the trunks of one card so that they do not cross: those that lead back leave above, the nearest first; then the others, the farthest first. */
export function byPort(a: Trunk, b: Trunk): number {
  const [backA, backB] = [a, b].map(({first, from}) => first < from);
  if (backA !== backB) return backA ? -1 : 1;
  return backA ? a.lane - b.lane : b.lane - a.lane;
}
