import type {Doc} from "../document.js";
import {DIGITS} from "../scan.js";
import type {SetAside} from "./name.js";

/** Returns where an ordinal ends that starts at the given token: “21st”, “third”, “twenty-first”. */
export function findOrdinal(doc: Doc, i: number): SetAside | null {
  const {word, type, glued, lexeme} = doc;
  if (type[i] === DIGITS) {
    let j = i + 1;
    while (word[j] === "," && glued[j] && type[j + 1] === DIGITS && glued[j + 1] && word[j + 1].length === 3)
      j += 2;
    if (glued[j] && /^(?:st|nd|rd|th)$/.test(word[j] ?? "")) return {to: j + 1, reason: "ordinal"};
    return null;
  }
  const role = lexeme[i]?.number?.role;
  if (role === "tens" || role === "unit") {
    const hyphen = word[i + 1] === "-" && glued[i + 1] && glued[i + 2];
    if (role === "tens" && hyphen && isOrdinal(doc, word[i + 2])) return {to: i + 3, reason: "ordinal"};
    if (role === "tens" && isOrdinal(doc, word[i + 1]) && !hyphen) return {to: i + 2, reason: "ordinal"};
    return null;
  }
  if (role === "ordinal" || isOrdinal(doc, word[i])) return {to: i + 1, reason: "ordinal"};
  return null;
}

function isOrdinal(doc: Doc, w: string | undefined): boolean {
  return w !== undefined && doc.vocab.lists.ordinals.has(w);
}
