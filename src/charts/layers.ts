/** A link from one node to another, by their names. */
export interface Edge {
  from: string;
  to: string;
}

export interface Placed {
  name: string;
  /** How many links lead to it at most, from 0. */
  layer: number;
  /** Position across the layers, from 0; beside its neighbours by at least 1. */
  lane: number;
}

/**
 * Returns where the nodes of a graph stand, in the order of their first edges:
 * each in the layer after all that lead to it, and across from the middle of
 * those. `together` holds pairs that share a layer. Edges that close a circle
 * do not move anything.
 */
export function placeInLayers(edges: readonly Edge[], together: readonly Edge[] = []): Map<string, Placed> {
  const names = [...new Set([...edges, ...together].flatMap(({from, to}) => [from, to]))];
  const layer = new Map(names.map((name) => [name, 0]));
  // Longest path: as many rounds as there are nodes are enough, and a circle stops there.
  for (let round = 0, moved = true; moved && round < names.length; round++) {
    moved = false;
    const raise = (name: string, to: number): void => {
      if (layer.get(name)! >= to || to >= names.length) return;
      layer.set(name, to);
      moved = true;
    };
    for (const {from, to} of edges) if (from !== to) raise(to, layer.get(from)! + 1);
    for (const {from, to} of together) {
      raise(from, layer.get(to)!);
      raise(to, layer.get(from)!);
    }
  }
  const placed = new Map<string, Placed>();
  const last = Math.max(0, ...layer.values());
  let sources = 0;
  for (let n = 0; n <= last; n++) {
    const inLayer = names
      .filter((name) => layer.get(name) === n)
      .map((name) => {
        const before = edges.flatMap(({from, to}) =>
          to === name && placed.has(from) ? [placed.get(from)!.lane] : [],
        );
        const lane =
          before.length > 0 ? before.reduce((sum, value) => sum + value, 0) / before.length : sources++;
        return {name, layer: n, lane};
      })
      .sort((a, b) => a.lane - b.lane);
    inLayer.forEach((node, i) => {
      if (i > 0) node.lane = Math.max(node.lane, inLayer[i - 1].lane + 1);
      placed.set(node.name, node);
    });
  }
  return placed;
}
