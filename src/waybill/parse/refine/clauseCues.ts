import type {Doc} from "../document.js";
import type {Vocab} from "../vocab.js";
import type {Clause} from "./clause.js";

/** Words that a clause must have for a question about it to be worth asking. */
export const CONTRACT = 4;
export const ORDERED = 8;
export const ALLEGED = 16;
export const DENIED = 32;
export const TRADE = 64;

const cueLists: readonly [cue: number, names: readonly string[], words: readonly string[]][] = [
  [CONTRACT, ["contractNouns", "signedVerbs"], ["contracted"]],
  [ORDERED, ["orderForms"], []],
  [ALLEGED, ["allegingWords"], ["alleged", "suspected", "claims", "claim", "claimed"]],
  [DENIED, ["denials", "dismissals"], ["false"]],
  [TRADE, ["outwardTrade", "inwardTrade"], []],
];

const cuesOfWords = new WeakMap<Vocab, Map<string, number>>();

function wordCues(vocab: Vocab): Map<string, number> {
  let cues = cuesOfWords.get(vocab);
  if (!cues) {
    cues = new Map();
    for (const [cue, names, words] of cueLists)
      for (const word of [...names.flatMap((list) => [...vocab.lists[list]]), ...words])
        cues.set(word, (cues.get(word) ?? 0) | cue);
    cuesOfWords.set(vocab, cues);
  }
  return cues;
}

const latest = new WeakMap<Doc, {from: number; to: number; cues: number}>();

/**
 * Returns which of the words above a clause has, as a sum. A clause's figures
 * ask one after the other, and most clauses have none: looking at each word once
 * spares a dozen walks over the clause for each of its figures.
 */
export function cuesOf(doc: Doc, {from, to}: Clause): number {
  const known = latest.get(doc);
  if (known && known.from === from && known.to === to) return known.cues;
  const ofWords = wordCues(doc.vocab);
  let cues = 0;
  for (let k = from; k < to; k++) cues |= ofWords.get(doc.word[k]) ?? 0;
  latest.set(doc, {from, to, cues});
  return cues;
}
