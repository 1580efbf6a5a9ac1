import type {Doc} from "../../document.js";
import type {Found} from "../../Found.js";
import {prepositionOf} from "../../syntax/clauses.js";
import {hashString} from "../../syntax/hash.js";
import type {Chunk} from "../../syntax/Sentence.js";
import type {Lexicon} from "../../syntax/wordForms.js";
import type {Passage} from "../Passage.js";
import type {Ask} from "../roles/Ask.js";
import {pathOf} from "../roles/features.js";
import {classOf, hintOf} from "../roles/Stand.js";
import {Sparse} from "../Sparse.js";
import type {Thing} from "../thing.js";
import {tokensOf} from "../thingWords.js";
import {type Option, type Options, optionBits} from "./Ranker.js";

/** Words that a figure may be a quantity of: tokens of the document, and where they stand in their sentence's tree. */
export interface Candidate {
  thing: Thing;
  passage: Passage;
  head: number;
  chunk: Chunk | null;
}

/** What the question of a figure's thing rests on. */
export interface ThingCase {
  ask: Ask;
  figure: Found;
  /** The thing that rules and grammar answered, and those of the figures before. */
  told: Thing | null;
  earlier: readonly (Thing | null)[];
  /** The sentence before the figure's own. */
  before: Passage | null;
}

// So many of a sentence's noun phrases are asked about, the nearest.
const nearestInSentence = 12;
const mostBefore = 4;

/** Returns what a figure may be a quantity of: what was told first, where it stands in one of the two sentences, then the noun phrases around it. */
export function thingCandidates(doc: Doc, one: ThingCase): Candidate[] {
  const {ask, told, earlier, before} = one;
  const found: Candidate[] = [];
  const add = (candidate: Candidate | null) => {
    if (!candidate) return;
    const {from, to} = candidate.thing;
    // One wording of a thing is enough, and “12 shipments of parts” was read as parts before.
    const isKnown = found.some(
      ({thing, passage, head}) =>
        (passage === candidate.passage && head === candidate.head) ||
        (thing.from === from && thing.to === to),
    );
    const isUnit =
      told !== null && from < one.figure.nounTo && one.figure.nounFrom < to && candidate.thing !== told;
    if (!isKnown && !isUnit) found.push(candidate);
  };
  const passages = [ask.passage, ...(before ? [before] : [])];
  for (const thing of [told, ...earlier]) add(thing && placed(thing, passages));
  const inSentence = (passage: Passage) =>
    passage.sentence.chunks.flatMap((chunk) =>
      chunk.kind === "noun" ? (inChunk(doc, passage, one.figure, chunk) ?? []) : [],
    );
  const near = inSentence(ask.passage).sort(
    (a, b) => Math.abs(a.head - ask.root) - Math.abs(b.head - ask.root),
  );
  for (const candidate of near.slice(0, nearestInSentence)) add(candidate);
  if (before) for (const candidate of inSentence(before).slice(0, mostBefore)) add(candidate);
  return found;
}

// What was told, where it stands in one of the sentences.
function placed(thing: Thing, passages: readonly Passage[]): Candidate | null {
  for (const passage of passages) {
    const {tokens} = passage;
    let head = -1;
    tokens.forEach(({token}, word) => {
      if (token < thing.from || token >= thing.to) return;
      // The head is the word that hangs on none of the others.
      const over = tokens[word].head;
      if (over < 0 || tokens[over].token < thing.from || tokens[over].token >= thing.to)
        if (head < 0 || !/^(?:NOUN|PROPN)$/.test(tokens[head].pos)) head = word;
    });
    if (head >= 0) return {thing, passage, head, chunk: passage.chunkAround(head)};
  }
  return null;
}

function inChunk(doc: Doc, passage: Passage, figure: Found, chunk: Chunk): Candidate | null {
  const {tokens} = passage;
  const {pos, lemma} = tokens[chunk.head];
  if (!/^(?:NOUN|PROPN)$/.test(pos)) return null;
  const {calendarNouns, timeNouns} = doc.vocab.lists;
  if (calendarNouns.has(lemma.toLowerCase()) || timeNouns.has(lemma.toLowerCase())) return null;
  const words = tokensOf(doc, passage, figure, chunk);
  return (
    words && {
      thing: {...words, basis: "stated"},
      passage,
      head: chunk.head,
      chunk,
    }
  );
}

/** Returns the candidates as options, after the one that the text does not say. */
export function thingOptions(one: ThingCase, candidates: readonly Candidate[], lexicon: Lexicon): Options {
  const sparse = new Sparse(optionBits);
  const {ask, told} = one;
  const heads = candidates.map(({passage, head}) => hashString(passage.tokens[head].lemma.toLowerCase()));
  sparse.put(1, told ? 1 : 0, ask.sort);
  sparse.put(2, ask.verb);
  sparse.put(3, ask.verb, ask.slot);
  sparse.put(4, ask.kind, ask.slot);
  sparse.put(5, ask.unit);
  sparse.put(6, ask.noun, ask.sort);
  const nothing: Option = {
    key: 0,
    features: sparse.take(),
    plain: [
      0,
      told ? 1 : 0,
      ask.sort,
      ask.verbHint,
      ask.nounHint,
      ask.verbClass,
      ...new Array(plainCount).fill(-1),
    ],
  };
  return [
    nothing,
    ...candidates.map((candidate, n): Option => {
      const plain = describe(one, candidate, heads[n], lexicon, sparse);
      return {
        key: heads[n] || 1,
        features: sparse.take(),
        plain: [1, told ? 1 : 0, ask.sort, ask.verbHint, ask.nounHint, ask.verbClass, ...plain],
      };
    }),
  ];
}

// So many words between are all told.
const fewBetween = 5;

/**
 * Returns hashes of the words between a figure and a noun as they stand, whatever
 * the tree makes of them: of all where they are few, of the two beside the figure,
 * and of the two beside the noun. Verbs and small words tell themselves, others
 * their part of speech.
 */
function wordsBetween({tokens}: Passage, root: number, head: number): [number, number, number] {
  const isAhead = head > root;
  const [from, to] = isAhead ? [root + 1, head] : [head + 1, root];
  const words: string[] = [];
  for (let i = from; i < to; i++) {
    const {pos, lemma} = tokens[i];
    if (/^(?:DET|ADV|NUM)$/.test(pos)) continue;
    words.push(
      /^(?:VERB|AUX|ADP|SCONJ|CCONJ|PRON|PART|PUNCT)$/.test(pos)
        ? lemma.toLowerCase()
        : pos === "PROPN"
          ? "NOUN"
          : pos,
    );
  }
  const [first, last] = [words.slice(0, 2), words.slice(-2)];
  const tell = (some: readonly string[]) => hashString(`${isAhead ? ">" : "<"}${some.join(" ")}`);
  return [
    words.length > fewBetween ? 0 : tell(words),
    tell(isAhead ? first : last),
    tell(isAhead ? last : first),
  ];
}

const plainCount = 22;
const words = "of for on in to at by from with worth than against into as between per".split(" ");

function describe(
  {ask, figure, told, earlier, before}: ThingCase,
  {thing, passage, head, chunk}: Candidate,
  lemma: number,
  lexicon: Lexicon,
  to: Sparse,
): number[] {
  const {tokens, tree} = passage;
  const isHere = passage === ask.passage;
  const isTold = told !== null && told.from === thing.from && told.to === thing.to;
  const isLike = told !== null && told.to === thing.to;
  const isEarlier = earlier.findIndex((other) => other !== null && other.to === thing.to);
  const relation = tokens[head].relation.replace(/:.*/, "");
  const word = prepositionOf(tree, head) ?? "";
  const slot = hashString(`${relation}:${word}`);
  const path = isHere ? pathOf(passage, ask.root, head) : "";
  const way = hashString(path);
  const distance = isHere ? head - ask.root : 99;
  const near = distance < -8 ? -9 : distance > 8 ? 9 : distance;
  const clause = passage.clauseOver(head);
  const isOwn = isHere && clause === ask.clause;
  const nounClass = classOf(passage, head, lexicon);
  const hint = hintOf(passage, head);
  const above = tokens[head].head;
  const aboveLemma = above < 0 ? 0 : hashString(tokens[above].lemma.toLowerCase());
  const counted = figure.nounFrom >= 0 && thing.from < figure.nounTo && thing.to > figure.nounFrom;
  const state = (isTold ? 1 : isLike ? 2 : 0) * 4 + (counted ? 2 : 0) + (isEarlier >= 0 ? 1 : 0);
  const isName = tokens[head].pos === "PROPN";
  to.put(10, state);
  to.put(11, state, ask.sort);
  to.put(12, state, ask.kind);
  to.put(13, state, ask.verb);
  to.put(14, state, way);
  to.put(15, way);
  to.put(16, way, ask.sort);
  to.put(17, way, ask.verb);
  to.put(18, way, ask.verbHint, ask.sort);
  to.put(19, slot, ask.slot, isOwn ? 1 : 0);
  to.put(20, slot, ask.verb, isOwn ? 1 : 0);
  to.put(21, slot, ask.sort, isOwn ? 1 : 0);
  to.put(22, lemma);
  to.put(23, lemma, ask.sort);
  to.put(24, lemma, state);
  to.put(25, nounClass, ask.sort);
  to.put(26, nounClass, state);
  to.put(27, nounClass, slot, ask.sort);
  to.put(28, hint, slot, ask.sort);
  to.put(29, hint, ask.nounHint, ask.verbHint);
  to.put(30, near, ask.sort, isHere ? 1 : 0);
  to.put(31, near, ask.slot);
  to.put(32, near, slot);
  to.put(33, aboveLemma, slot);
  to.put(34, aboveLemma, slot, ask.sort);
  to.put(35, isName ? 1 : 0, ask.sort, state);
  to.put(36, lemma, ask.unit);
  to.put(37, slot, ask.verbHint * 64 + ask.sort, isOwn ? 1 : 0);
  to.put(38, way, ask.unit);
  to.put(39, ask.verb, lemma);
  if (isHere) {
    const [whole, atFigure, atNoun] = wordsBetween(passage, ask.root, head);
    to.put(40, whole);
    to.put(41, whole, ask.sort);
    to.put(42, atFigure);
    to.put(43, atFigure, ask.sort);
    to.put(44, atNoun);
    to.put(45, atNoun, ask.sort, nounClass);
    to.put(46, atNoun, lemma);
  }
  return [
    isTold ? 1 : 0,
    isLike ? 1 : 0,
    told?.basis === "inferred" ? 1 : 0,
    counted ? 1 : 0,
    isEarlier,
    isHere ? 1 : 0,
    before && passage === before ? 1 : 0,
    distance,
    Math.abs(distance),
    isOwn ? 1 : 0,
    /^nsubj/.test(relation)
      ? 1
      : /^i?obj$/.test(relation)
        ? 2
        : relation === "nmod"
          ? 3
          : relation === "obl"
            ? 4
            : 0,
    word ? words.indexOf(word.split(" ")[0]) + 1 || 20 : 0,
    above === ask.root && isHere ? 1 : 0,
    isHere && ask.passage.tokens[ask.root].head === head ? 1 : 0,
    isHere && head === ask.root ? 1 : 0,
    nounClass,
    hint,
    isName ? 1 : 0,
    chunk?.number != null ? 1 : 0,
    thing.to - thing.from,
    tokens[head].tag === "NNS" ? 1 : 0,
    /^(?:the|this|that|these|those)$/i.test(chunk ? tokens[chunk.from].form : "") ? 1 : 0,
  ];
}
