import {contextOf} from "../contexts.js";
import type {Doc} from "../document.js";
import {matchForward} from "../phrases.js";
import {WORD} from "../scan.js";
import {isName} from "./party.js";

// A paper that is passed on is named in the headline or the first paragraphs.
const lastSentence = 12;

/** Returns the newspaper or agency that the whole text passes on: the one it names as its source first, or null. */
export function findOutlet(doc: Doc): string | null {
  const early = new Set<string>();
  const end = doc.sentenceStart[lastSentence] ?? doc.count;
  for (let i = 0; i < doc.count; i++) {
    if (doc.type[i] !== WORD || !isName(doc, i)) continue;
    const outlet = outletAt(doc, i);
    if (!outlet) continue;
    if (i < end) early.add(outlet.name);
    if (early.has(outlet.name) && isCited(doc, i, outlet.to)) return outlet.name;
    i = outlet.to - 1;
  }
  return null;
}

const written = ({text, start, end}: Doc, from: number, to: number): string =>
  text.slice(start[from], end[to - 1]).replace(/\s+/g, " ");

export function outletAt(doc: Doc, i: number): {to: number; name: string} | null {
  const match = matchForward(doc, i, doc.vocab.outlets);
  if (match && written(doc, i, match.to) === match.value.name)
    return {to: match.to, name: match.value.canonical};
  let to = i;
  while (to < doc.count && isName(doc, to) && to - i < 5) {
    to++;
    if (doc.vocab.outletEndings.has(doc.word[to - 1]) && to - i >= 2) return {to, name: written(doc, i, to)};
  }
  return null;
}

// "the Ondal Post reported", "according to the Courier", "citing The Ondal Post", "– the Courier" in a headline
function isCited(doc: Doc, from: number, to: number): boolean {
  const {word, type, lexeme, vocab} = doc;
  let k = from - 1;
  while (k >= 0 && (lexeme[k]?.function === "determiner" || vocab.lists.paperNouns.has(word[k]))) k--;
  const told = contextOf(doc, "cited", k + 1, to);
  if (told !== null) return told === "yes";
  let j = to;
  if (word[j] === "'" || word[j]?.endsWith("'s")) j++;
  for (let n = 0; n < 3 && j < type.length; n++, j++)
    if (type[j] === WORD && vocab.lists.citingVerbs.has(word[j])) return true;
  return /['’]s$/.test(word[to - 1] ?? "") && vocab.lists.citedNouns.has(word[to]);
}
