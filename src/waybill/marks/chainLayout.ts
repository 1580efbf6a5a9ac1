/** A link from one party to another, by their names. */
export interface Edge {
  from: string;
  to: string;
}

/** What stands in a layer: a party, the label of a link, or the place where a long link passes. */
export interface Slot {
  kind: "party" | "label" | "pass";
  /** The party's name; null for what belongs to a link. */
  name: string | null;
  /** The number of the link; null for a party. */
  link: number | null;
  /** Even layers hold parties, the layers between them labels. */
  layer: number;
}

export interface ChainLayout {
  /** What stands in each layer, in its order across. */
  layers: Slot[][];
  /** For each link, what it runs through, from its first party to its last; it is `backward` if it closes a circle. */
  links: {slots: Slot[]; backward: boolean}[];
  /** How often links cross. */
  crossings: number;
}

const sweeps = 12;

/**
 * Returns parties in layers, each after all that lead to it, and the label of
 * each link between them, ordered so that few links cross. A link that closes
 * a circle runs backward and moves nothing; one from a party to itself has no
 * label's place. `zoneOf` keeps parties of one zone beside each other.
 */
export function chainLayout(
  edges: readonly Edge[],
  zoneOf: (party: string) => string | null = () => null,
): ChainLayout {
  const names = [...new Set(edges.flatMap(({from, to}) => [from, to]))];
  const backward = circlesIn(names, edges);
  const forward = edges.map(({from, to}, i) => (backward[i] ? {from: to, to: from} : {from, to}));
  const depth = depthsOf(
    names,
    forward.filter(({from, to}) => from !== to),
  );
  const layers: Slot[][] = Array.from({length: Math.max(0, ...depth.values()) * 2 + 1}, () => []);
  const add = (slot: Slot): Slot => {
    layers[slot.layer].push(slot);
    return slot;
  };
  const parties = new Map(
    names.map((name) => [name, add({kind: "party", name, link: null, layer: depth.get(name)! * 2})]),
  );
  const links = forward.map(({from, to}, link) => {
    const [first, last] = [parties.get(from)!, parties.get(to)!];
    const slots = [first];
    for (let layer = first.layer + 1; layer < last.layer; layer++)
      slots.push(add({kind: layer === first.layer + 1 ? "label" : "pass", name: null, link, layer}));
    slots.push(last);
    return {slots: backward[link] ? slots.reverse() : slots, backward: backward[link]};
  });
  const neighbours = neighboursOf(links.map(({slots}) => slots));
  const best = untangle(layers, {neighbours, zoneOf});
  return {layers: best.layers, links, crossings: best.crossings};
}

// Which links close a circle, when parties are gone through in the order of their first links.
function circlesIn(names: readonly string[], edges: readonly Edge[]): boolean[] {
  const closing = edges.map(() => false);
  const out = new Map<string, number[]>(names.map((name) => [name, []]));
  edges.forEach(({from}, i) => {
    out.get(from)!.push(i);
  });
  const state = new Map<string, "open" | "done">();
  for (const root of names) {
    if (state.has(root)) continue;
    const way: {name: string; next: number}[] = [{name: root, next: 0}];
    state.set(root, "open");
    while (way.length > 0) {
      const top = way[way.length - 1];
      const link = out.get(top.name)![top.next++];
      if (link === undefined) {
        state.set(top.name, "done");
        way.pop();
        continue;
      }
      const {to} = edges[link];
      if (state.get(to) === "open") closing[link] = to !== top.name;
      else if (!state.has(to)) {
        state.set(to, "open");
        way.push({name: to, next: 0});
      }
    }
  }
  return closing;
}

// The longest way to each party; there are no circles left.
function depthsOf(names: readonly string[], edges: readonly Edge[]): Map<string, number> {
  const depth = new Map(names.map((name) => [name, 0]));
  for (let moved = true; moved; ) {
    moved = false;
    for (const {from, to} of edges)
      if (depth.get(to)! <= depth.get(from)!) {
        depth.set(to, depth.get(from)! + 1);
        moved = true;
      }
  }
  // What leads only on stands right before what it leads to.
  for (const name of names) {
    if (edges.some(({to}) => to === name)) continue;
    const next = edges.filter(({from}) => from === name).map(({to}) => depth.get(to)!);
    if (next.length > 0) depth.set(name, Math.min(...next) - 1);
  }
  return depth;
}

type Neighbours = Map<Slot, {before: Slot[]; after: Slot[]}>;

function neighboursOf(ways: readonly (readonly Slot[])[]): Neighbours {
  const neighbours: Neighbours = new Map();
  const of = (slot: Slot) => {
    const known = neighbours.get(slot) ?? {before: [], after: []};
    neighbours.set(slot, known);
    return known;
  };
  for (const way of ways)
    for (let i = 1; i < way.length; i++) {
      const [a, b] = [way[i - 1], way[i]].sort((p, q) => p.layer - q.layer);
      if (a === b) continue;
      of(a).after.push(b);
      of(b).before.push(a);
    }
  return neighbours;
}

interface Untangling {
  neighbours: Neighbours;
  zoneOf: (party: string) => string | null;
}

// Each layer by the middle of its neighbours, there and back; the best of all rounds is kept.
function untangle(start: Slot[][], {neighbours, zoneOf}: Untangling): {layers: Slot[][]; crossings: number} {
  let layers = start.map((layer) => sortBy(layer, (_, i) => i, zoneOf));
  let best = {layers, crossings: crossingsOf(layers, neighbours)};
  for (let sweep = 0; sweep < sweeps && best.crossings > 0; sweep++) {
    const side = sweep % 2 === 0 ? "before" : "after";
    layers = [...layers];
    const order = layers.map((_, i) => i);
    for (const n of side === "before" ? order : order.reverse()) {
      const fixed = layers[side === "before" ? n - 1 : n + 1];
      if (!fixed) continue;
      const at = new Map(fixed.map((slot, i) => [slot, i]));
      layers[n] = sortBy(
        layers[n],
        (slot, i) => mean((neighbours.get(slot)?.[side] ?? []).map((other) => at.get(other)!)) ?? i,
        zoneOf,
      );
    }
    const crossings = crossingsOf(layers, neighbours);
    if (crossings < best.crossings) best = {layers, crossings};
  }
  return best;
}

function sortBy(
  layer: readonly Slot[],
  value: (slot: Slot, i: number) => number,
  zoneOf: (party: string) => string | null,
): Slot[] {
  const valued = layer.map((slot, i) => ({slot, i, value: value(slot, i)}));
  const groups = new Map<unknown, typeof valued>();
  for (const item of valued) {
    const zone = item.slot.name === null ? null : zoneOf(item.slot.name);
    const key = zone ?? item.slot;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()]
    .map((group) => ({group, value: mean(group.map((item) => item.value))!}))
    .sort((a, b) => a.value - b.value || a.group[0].i - b.group[0].i)
    .flatMap(({group}) => group.sort((a, b) => a.value - b.value || a.i - b.i).map(({slot}) => slot));
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

function crossingsOf(layers: readonly Slot[][], neighbours: Neighbours): number {
  let count = 0;
  for (const [n, layer] of layers.entries()) {
    const at = new Map((layers[n + 1] ?? []).map((slot, i) => [slot, i]));
    const ends = layer.map((slot) => (neighbours.get(slot)?.after ?? []).map((other) => at.get(other)!));
    for (let i = 0; i < ends.length; i++)
      for (let j = i + 1; j < ends.length; j++)
        for (const a of ends[i]) for (const b of ends[j]) if (a > b) count++;
  }
  return count;
}
