import {type Settling, settle} from "../marks/settle.js";

/** Returns where the things of a column stand, as `settle` does, within its top and bottom as far as they have room. */
export function settleColumn(items: readonly Settling[], [top, bottom]: readonly [number, number]): number[] {
  const places = settle(items);
  let least = top;
  items.forEach(({up, down}, i) => {
    places[i] = Math.max(places[i], least + up);
    least = places[i] + down;
  });
  let most = Math.max(bottom, least - Math.max(0, least - bottom));
  for (let i = items.length - 1; i >= 0; i--) {
    places[i] = Math.min(places[i], most - items[i].down);
    most = places[i] - items[i].up;
  }
  return places;
}
