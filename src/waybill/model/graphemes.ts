// Made when it is first asked for: it takes longer than a short text, and plain text does without.
let segmenter: Intl.Segmenter | undefined;
// Longer than any stretch without plain letters and spaces that decides; one made longer on purpose may be cut.
const farthest = 512;

/**
 * Returns the start of the character, as a reader sees it, that a position stands
 * in: the position itself between two. “é” of two code points, a flag and a family
 * of emoji are one each.
 */
export function characterStart(text: string, at: number): number {
  return isBetween(text, at) ? at : characterAt(text, at).start;
}

/** Returns the end of the character that a position stands in; the position itself between two. */
export function characterEnd(text: string, at: number): number {
  if (isBetween(text, at)) return at;
  const {start, end} = characterAt(text, at);
  return start === at ? at : end;
}

// What never joins with a neighbour of the kind: Latin letters, dashes, quotation marks, signs of currencies.
const isPlain = (code: number): boolean =>
  code < 0x300 || (code >= 0x2010 && code <= 0x2027) || (code >= 0x20a0 && code <= 0x20bf);

// Nearly always there is plain text on both sides.
function isBetween(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return isPlain(before) && isPlain(after) && !(before === 13 && after === 10);
}

// Plain text on both sides bounds what has to be looked at.
function characterAt(text: string, at: number): {start: number; end: number} {
  let from = at;
  while (from > 0 && at - from < farthest && text.charCodeAt(from - 1) > 127) from--;
  from = Math.max(0, from - 1);
  let to = at + 1;
  while (to < text.length && to - at < farthest && text.charCodeAt(to) > 127) to++;
  segmenter ??= new Intl.Segmenter("en", {granularity: "grapheme"});
  const {index, segment} = segmenter.segment(text.slice(from, to)).containing(at - from)!;
  return {start: from + index, end: from + index + segment.length};
}
