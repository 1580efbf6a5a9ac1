import type {DeskItem} from "../../waybill/model/reviewDesk.js";

/**
 * Returns the keys of the items in the order in which they are gone through: as
 * it was, so that nobody loses their place by what they write; what is new stands
 * behind the one before it in the text, what is gone is gone.
 */
export function keptOrder(order: readonly string[], items: readonly DeskItem[]): string[] {
  if (order.length === 0) return items.map(({key}) => key);
  const inText = [...items].sort((a, b) => a.start - b.start).map(({key}) => key);
  const kept = order.filter((key) => inText.includes(key));
  for (const [n, key] of inText.entries())
    if (!kept.includes(key)) kept.splice(n > 0 ? kept.indexOf(inText[n - 1]) + 1 : 0, 0, key);
  return kept;
}

/** Returns the key some steps on from another, which stays at either end. */
export function stepFrom(order: readonly string[], key: string | null, step: number): string | null {
  const at = key === null ? -1 : order.indexOf(key);
  return order[Math.max(0, Math.min(order.length - 1, at + step))] ?? null;
}

/** Returns the next key that is open after another, from the beginning again at the end; null if none is. */
export function nextOpen(
  order: readonly string[],
  key: string | null,
  isOpen: (key: string) => boolean,
): string | null {
  const at = key === null ? -1 : order.indexOf(key);
  return [...order.slice(at + 1), ...order.slice(0, Math.max(0, at))].find(isOpen) ?? null;
}
