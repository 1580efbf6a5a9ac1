/**
 * Returns those of the given stretches, sorted and disjoint, that lie in tokens
 * [from, to). The search is by halves: a text may hold a hundred thousand.
 */
export function within<T extends {from: number; to: number}>(
  sorted: readonly T[],
  from: number,
  to: number,
): T[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (sorted[mid].from < from) low = mid + 1;
    else high = mid;
  }
  const found: T[] = [];
  for (let i = low; i < sorted.length && sorted[i].to <= to; i++) found.push(sorted[i]);
  return found;
}

/** More figures than this in one sentence are a table or a list of numbers: nobody supplies or says them. */
export const mostInSentence = 24;
