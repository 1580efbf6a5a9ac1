import {prepositionOf} from "../../syntax/clauses.js";
import {hashString} from "../../syntax/hash.js";
import type {Clause} from "../../syntax/Sentence.js";
import type {Lexicon} from "../../syntax/wordForms.js";
import type {Frame, Slot, Vocab} from "../../vocab.js";
import {frameOfVerb, slotOf} from "../events.js";
import type {Passage} from "../Passage.js";
import type {Spoken} from "./Cast.js";
import {nounClasses, verbClasses} from "./wordClasses.js";

/** How a mention stands in its sentence, in numbers: most are hashes. */
export interface Stand {
  /** Relation and preposition: "obl:to". */
  slot: number;
  relation: string;
  word: string;
  /** The word that it hangs on. */
  above: number;
  aboveLemma: number;
  aboveClass: number;
  clause: Clause | null;
  verb: number;
  verbClass: number;
  /** What its verb hints at, and what the word above it does. */
  verbHint: number;
  aboveHint: number;
  /** What the frame of its verb or noun makes of it. */
  framed: Slot | null;
  /** Whether it says something. */
  speaks: boolean;
}

/** Returns the verb or noun class of a word in the lexicon, nouns from 100 on. */
export function classOf({tokens}: Passage, word: number, lexicon: Lexicon): number {
  const {lemma, pos} = tokens[word];
  const entry = lexicon.get(lemma.toLowerCase());
  return pos === "VERB" || pos === "AUX" ? 1 + (entry?.verb ?? 0) : 100 + (entry?.noun ?? 0);
}

/** Returns what a word hints at for those beside it, verbs from 1 on, nouns from 101 on, and 0 for any other. */
export function hintOf({tokens}: Passage, word: number): number {
  const {lemma, pos} = tokens[word];
  const lower = lemma.toLowerCase();
  if (pos === "VERB" || pos === "AUX") return verbClasses.get(lower) ?? 0;
  const noun = nounClasses.get(lower);
  return noun ? 100 + noun : 0;
}

/** Returns the word whose place another takes that is joined to it or names it again. */
export function firstOf({tokens, tree}: Passage, word: number): number {
  let at = word;
  for (let n = 0; n < 6 && tokens[at].head >= 0 && tree.is(at, "conj", "appos", "flat"); n++)
    at = tokens[at].head;
  return at;
}

/** Returns how a mention stands in its sentence. */
export function standOf({passage, chunk}: Spoken, vocab: Vocab, lexicon: Lexicon): Stand {
  const {tokens, tree} = passage;
  const first = firstOf(passage, chunk.head);
  const token = tokens[first];
  const word = prepositionOf(tree, chunk.head) ?? prepositionOf(tree, first) ?? "";
  const relation = token.relation.replace(/:.*/, /^(nmod:poss|nsubj:pass)$/.test(token.relation) ? "$&" : "");
  const above = token.head;
  const clause = passage.clauseOver(first);
  return {
    slot: hashString(`${relation}:${word}`),
    relation,
    word,
    above,
    aboveLemma: above < 0 ? 0 : hashString(tokens[above].lemma.toLowerCase()),
    aboveClass: above < 0 ? 0 : classOf(passage, above, lexicon),
    clause,
    verb: clause ? hashString(tokens[clause.head].lemma.toLowerCase()) : 0,
    verbClass: clause ? classOf(passage, clause.head, lexicon) : 0,
    verbHint: clause ? hintOf(passage, clause.head) : 0,
    aboveHint: above < 0 ? 0 : hintOf(passage, above),
    framed: above < 0 ? null : framedAs(passage, vocab, first, relation, word, clause),
    speaks: passage.sentence.scopes.some(({voice}) => voice?.head === chunk.head),
  };
}

function framedAs(
  passage: Passage,
  vocab: Vocab,
  first: number,
  relation: string,
  word: string,
  clause: Clause | null,
): Slot | null {
  const {tokens, tree} = passage;
  const above = tokens[first].head;
  const noun = nounFrame(vocab, passage, above);
  if (noun) {
    if (relation === "nmod:poss" || relation === "amod" || relation === "compound") return noun.subject;
    if (word === "by") return noun.subject;
    return word ? slotOf(noun, word) : null;
  }
  // What hangs on the object of a verb of handing over may belong to the verb.
  const head =
    clause && (above === clause.head || (word !== "" && word !== "of" && tokens[above].head === clause.head))
      ? clause.head
      : -1;
  if (head < 0 || !clause) return null;
  const frame = frameOfVerb(vocab, passage, head);
  if (!frame) return null;
  const passive = clause.verb?.passive ?? tokens[head].tag === "VBN";
  if (relation === "nsubj:pass" || (relation === "nsubj" && passive)) return frame.object;
  if (relation === "nsubj") return frame.subject;
  if (word === "by" && passive) return frame.subject;
  if (relation === "obj") return tree.find(head, "iobj") < 0 ? frame.object : frame.object;
  if (relation === "iobj") return frame.indirect;
  return word ? slotOf(frame, word) : null;
}

export function nounFrame({frames}: Vocab, {tokens}: Passage, word: number): Frame | null {
  const {pos, lemma} = tokens[word];
  return pos === "NOUN" || pos === "PROPN" ? (frames.noun.get(lemma.toLowerCase()) ?? null) : null;
}

/** How the clause of a mention lies to the figure's: 0 its own, 1 above it, 2 below, 3 beside. */
export function relationOf(ask: {clause: Clause | null}, {clause}: Stand): number {
  if (clause === ask.clause) return 0;
  for (let above = ask.clause?.parent ?? null; above; above = above.parent) if (above === clause) return 1;
  for (let above = clause?.parent ?? null; above; above = above.parent) if (above === ask.clause) return 2;
  return 3;
}
