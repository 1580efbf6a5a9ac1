/** A stretch of words in a text. */
export interface Span {
  start: number;
  end: number;
}

/** Returns the words of a text, without the marks around them; signs of money and percent belong to their numbers. */
export function wordsOf(text: string): Span[] {
  return [...text.matchAll(/[\p{L}\p{N}$€£¥][^\s]*/gu)].flatMap(({index, 0: found}) => {
    const word = found.replace(/[^\p{L}\p{N}%°²³]+$/u, "");
    return word === "" ? [] : [{start: index, end: index + word.length}];
  });
}

/** Words that are being picked: from one to another, which is the one that moves. */
export interface Picked {
  anchor: number;
  focus: number;
}

const far = 10;

/** Returns what is picked after a key; null if the key is none that moves. */
export function movePicked(picked: Picked, key: string, isExtending: boolean, count: number): Picked | null {
  const steps: Record<string, number> = {ArrowLeft: -1, ArrowRight: 1, ArrowUp: -far, ArrowDown: far};
  if (!Object.hasOwn(steps, key)) return null;
  const focus = Math.max(0, Math.min(count - 1, picked.focus + steps[key]));
  return {anchor: isExtending ? picked.anchor : focus, focus};
}

/** Returns the span of what is picked. */
export function spanOf(words: readonly Span[], {anchor, focus}: Picked): Span {
  return {start: words[Math.min(anchor, focus)].start, end: words[Math.max(anchor, focus)].end};
}

/** Returns the word nearest to a position: the one it is in, else the next; the last at the end. */
export function wordAt(words: readonly Span[], position: number): number {
  const found = words.findIndex(({end}) => end > position);
  return found < 0 ? words.length - 1 : found;
}

/** Returns what selected words seem to say as a figure: its kind, number and unit; "" where that does not show. */
export function guessFigure(words: string): {kind: string; value: string; unit: string} {
  const [number = ""] = /\d[\d,]*(?:\.\d+)?/.exec(words) ?? [];
  const value = number.replaceAll(",", "");
  if (/%|\bper ?cent\b/i.test(words)) return {kind: "percent", value, unit: "percent"};
  const currency = {$: "USD", "€": "EUR", "£": "GBP"}[/[$€£]/.exec(words)?.[0] ?? ""];
  if (currency) return {kind: "money", value, unit: currency};
  const [, noun = ""] = /(\p{L}+)\P{L}*$/u.exec(words) ?? [];
  return {kind: "count", value, unit: noun.replace(/(?<=[^s])s$/, "")};
}
