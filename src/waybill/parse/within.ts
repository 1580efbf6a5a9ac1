/**
 * Returns those of the given stretches, sorted and disjoint, that lie in tokens
 * [from, to). The search is by halves: a text may hold a hundred thousand.
 */
export function within<T extends {from: number; to: number}>(
  sorted: readonly T[],
  from: number,
  to: number,
): T[] {
  const found: T[] = [];
  for (let i = firstFrom(sorted, from); i < sorted.length && sorted[i].to <= to; i++) found.push(sorted[i]);
  return found;
}

/** Returns whether more of the given figures lie in tokens [from, to) than one sentence says: see mostInSentence. */
export function isList(sorted: readonly {from: number; to: number}[], from: number, to: number): boolean {
  const last = sorted[firstFrom(sorted, from) + mostInSentence];
  return last !== undefined && last.to <= to;
}

/** More figures than this in one sentence are a table or a list of numbers: nobody supplies or says them. */
const mostInSentence = 24;

/** Returns the place of the first of the sorted stretches that starts at the token or after it. */
export function firstFrom(sorted: readonly {from: number}[], from: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (sorted[mid].from < from) low = mid + 1;
    else high = mid;
  }
  return low;
}
