import {type Settling, settle} from "../marks/settle.js";

/**
 * Returns where the things of a column stand between its top and bottom, in
 * their order, each as near to where it would best stand as the others let it
 * (see `settle`). What has no room for all goes on below the bottom.
 */
export function settleWithin(items: readonly Settling[], [top, bottom]: readonly [number, number]): number[] {
  const places = settle(items);
  let least = top;
  items.forEach(({up, down}, i) => {
    places[i] = Math.max(places[i], least + up);
    least = places[i] + down;
  });
  const total = items.reduce((sum, {up, down}) => sum + up + down, 0);
  let most = Math.max(bottom, top + total);
  for (let i = items.length - 1; i >= 0; i--) {
    places[i] = Math.min(places[i], most - items[i].down);
    most = places[i] - items[i].up;
  }
  return places;
}
