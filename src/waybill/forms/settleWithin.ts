import {settle} from "../marks/settle.js";

/** Something in a column: where its middle would best stand, half its height, and how much it minds. */
export interface Standing {
  wanted: number;
  half: number;
  weight?: number;
}

/**
 * Returns where the middles of things stand in a column between two edges, each
 * as near to where it would best stand as the others let it, in the order of
 * what they wanted. There has to be room for all.
 */
export function settleWithin(
  things: readonly Standing[],
  [top, bottom]: readonly [number, number],
): number[] {
  const order = things.map((_thing, i) => i).sort((a, b) => things[a].wanted - things[b].wanted || a - b);
  const found = settle(
    order.map((i) => {
      const {wanted, half, weight = 1} = things[i];
      return {wanted, up: half, down: half, weight};
    }),
  );
  const push = (from: number, step: 1 | -1, edge: number): void => {
    let limit = edge;
    for (let n = from; n >= 0 && n < order.length; n += step) {
      const {half} = things[order[n]];
      found[n] = step === 1 ? Math.max(found[n], limit + half) : Math.min(found[n], limit - half);
      limit = found[n] + step * half;
    }
  };
  push(0, 1, top);
  push(order.length - 1, -1, bottom);
  const places: number[] = [];
  order.forEach((i, n) => {
    places[i] = found[n];
  });
  return places;
}
