import type {Edge} from "./chainLayout.js";

/**
 * Returns the links, by their numbers, that make the longest way through the
 * chain of those that may: they are drawn as one straight line. Of links
 * between the same parties the first is taken.
 */
export function spineOf(links: readonly (Edge & {mayBeSpine: boolean})[]): Set<number> {
  const out = new Map<string, Map<string, number>>();
  links.forEach(({from, to, mayBeSpine}, i) => {
    if (!mayBeSpine || from === to) return;
    const next = out.get(from) ?? new Map<string, number>();
    if (!next.has(to)) next.set(to, i);
    out.set(from, next);
  });
  const known = new Map<string, number[]>();
  const longestFrom = (party: string, passed: ReadonlySet<string>): number[] => {
    const found = known.get(party);
    if (found) return found;
    let longest: number[] = [];
    for (const [to, link] of out.get(party) ?? []) {
      if (passed.has(to)) continue;
      const way = [link, ...longestFrom(to, new Set([...passed, to]))];
      if (way.length > longest.length) longest = way;
    }
    known.set(party, longest);
    return longest;
  };
  let spine: number[] = [];
  for (const party of out.keys()) {
    const way = longestFrom(party, new Set([party]));
    if (way.length > spine.length) spine = way;
  }
  return new Set(spine);
}
