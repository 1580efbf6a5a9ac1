import type {Edited} from "../articles/editSeed.js";

/**
 * Returns a file without an edit that was made to it: as it was before, byte for
 * byte, or, if it was changed elsewhere since, with the lines of the edit as they
 * were. Null if those lines are no longer as the edit left them, or stand in
 * several places alike.
 */
export function takeBack({before, after}: Edited, now: string): string | null {
  if (now === after) return before;
  const {start, removed, added} = changedLines(before, after);
  const [old, put] = [lines(before), lines(after)];
  // With a line on either side, which tells apart what is written alike; without, if those were changed.
  for (const context of [1, 0]) {
    const head = put.slice(Math.max(0, start - context), start);
    const tail = put.slice(start + added, start + added + context);
    const target = [...head, ...put.slice(start, start + added), ...tail].join("");
    if (target === "") continue;
    const at = wholeLinesAt(now, target);
    if (at === null) continue;
    const mended = [...head, ...old.slice(start, start + removed), ...tail].join("");
    return now.slice(0, at) + mended + now.slice(at + target.length);
  }
  return null;
}

const lines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function changedLines(before: string, after: string): {start: number; removed: number; added: number} {
  const [old, put] = [lines(before), lines(after)];
  let start = 0;
  while (start < old.length && start < put.length && old[start] === put[start]) start++;
  let end = 0;
  while (
    end < old.length - start &&
    end < put.length - start &&
    old[old.length - 1 - end] === put[put.length - 1 - end]
  )
    end++;
  return {start, removed: old.length - start - end, added: put.length - start - end};
}

// Where lines stand in a text, if they do once.
function wholeLinesAt(text: string, target: string): number | null {
  const places: number[] = [];
  for (let at = text.indexOf(target); at >= 0; at = text.indexOf(target, at + 1))
    if (at === 0 || text[at - 1] === "\n") places.push(at);
  return places.length === 1 ? places[0] : null;
}
