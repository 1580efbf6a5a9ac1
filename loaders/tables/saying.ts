import type {FigureRow} from "../../src/waybill/model/figure.js";

/**
 * Returns where a figure's sentence starts in its article, and a number that
 * stands for the sentence and the figure's place in it, so that what is told twice
 * word for word is known again; that is null for a sentence too short to be its own.
 */
export function sayingOf(
  text: string,
  {sentence, start}: Pick<FigureRow, "sentence" | "start">,
): {sentenceStart: number | null; saying: number | null} {
  const from = text.lastIndexOf(sentence, start);
  if (from < 0) return {sentenceStart: null, saying: null};
  if ((sentence.match(/\s+/g)?.length ?? 0) < fewest - 1) return {sentenceStart: from, saying: null};
  const before = sentence.slice(0, start - from);
  return {sentenceStart: from, saying: hashOf(`${before}#${sentence.slice(before.length)}`)};
}

const fewest = 6;

/** Returns a hash of 53 bits: of millions of sentences hardly two have the same. */
export function hashOf(text: string): number {
  let [low, high] = [0x811c9dc5, 0x9e3779b9];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b) ^ (high >>> 13);
  }
  return (low >>> 0) * 2 ** 21 + ((high >>> 0) % 2 ** 21);
}
