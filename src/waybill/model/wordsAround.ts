import {characterEnd, characterStart} from "./graphemes.js";
import type {Place} from "./reviewDesk.js";

/** How many UTF-16 units around words are kept, to find them again. */
const context = 32;

/** Returns the words at a span of a text with what stands around them; no character, as a reader sees it, is cut in two. */
export function wordsAround(text: string, {start, end}: Pick<Place, "start" | "end">): Place {
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(characterEnd(text, Math.max(0, start - context)), start),
    suffix: text.slice(end, characterStart(text, end + context)),
  };
}
