import {prepositionOf} from "../syntax/clauses.js";
import type {Chunk, Clause} from "../syntax/Sentence.js";
import type {Frame, Slot, Vocab} from "../vocab.js";
import type {Passage} from "./Passage.js";

/** A handing over that a figure is part of, told by a verb or by a noun. */
export interface Event {
  passage: Passage;
  frame: Frame;
  /** The clause of the verb; of a noun that in which it stands. */
  clause: Clause | null;
  /** The verb or noun that tells of it. */
  word: number;
  isNoun: boolean;
  /** The words for what the figure is an amount of, the figure's own first: "40", "tonnes", "shipments". */
  things: readonly number[];
  /** The first word of the figure. */
  first: number;
  /** What a contract or order says that the verb carries out: "an order to supply 20 boats". */
  paper?: Frame | null;
  /** Whether the figure is what is paid for the goods. */
  isPrice: boolean;
  isMoney: boolean;
}

/**
 * Returns the handing over that the words of a figure are the goods or the price
 * of, or null: "20 boats" of "sold 20 boats", "boats that Peru bought", "a sale
 * of 20 boats", "sales of boats rose to $20m".
 */
export function eventOf(
  vocab: Vocab,
  passage: Passage,
  root: number,
  first: number,
  isMoney: boolean,
): Event | null {
  const things = climb(vocab, passage, root);
  const told =
    byNoun(vocab, passage, things, isMoney) ??
    // "half of its imports"
    (isMoney ? null : byNoun(vocab, passage, contentsOf(passage, root), isMoney));
  const verbs = byVerb(vocab, passage, things, first, isMoney);
  // "the 40 launchers that Poland ordered": the clause tells which they are, and so what became of them.
  const own = verbs.find(({clause}) => clause?.link === "relative" && isTold(passage, clause, things));
  const over = told?.clause ? told.passage.tokens[told.clause.head].lemma : "";
  // "won an order for 9 boats": what is won is the order.
  if (told && !own && papers.test(over)) return told;
  // "17 shipments of pumps that a firm sent": the verb tells more than the noun.
  if (told && lots.has(passage.tokens[told.word].lemma) && verbs.length > 0) return verbs[0];
  return (
    own ??
    verbs.find(({clause}) => governs(passage, clause, things)) ??
    told ??
    verbs[0] ??
    measured(vocab, passage, things, isMoney) ??
    null
  );
}

const papers =
  /^(win|have|hold|land|secure|book|bag|clinch|lose|place|sign|award|make|announce|approve|receive|get)$/;

/** Returns the frame of a verb with its particle, of a verb that was made of a noun ("trucked") one of the kind. */
export function frameOfVerb({frames}: Vocab, {tree}: Passage, word: number): Frame | null {
  const {lemma} = tree.tokens[word];
  const particle = tree.find(word, "compound:prt");
  const phrasal = particle >= 0 ? frames.verb.get(`${lemma} ${tree.tokens[particle].lemma}`) : undefined;
  return phrasal ?? frames.verb.get(lemma) ?? null;
}

// The figure's word, and the nouns that it is an amount of or stands for.
function climb(vocab: Vocab, passage: Passage, root: number): number[] {
  const {tree} = passage;
  const things = [root];
  let at = root;
  for (let steps = 0; steps < 5; steps++) {
    const {head, relation} = tree.tokens[at];
    if (head < 0) break;
    const word = prepositionOf(tree, at);
    const isOf = word === null || /^(of|worth)\b/.test(word) || frameOfNoun(vocab, passage, head) !== null;
    const isPart = /^nmod/.test(relation) && relation !== "nmod:poss" && isOf;
    const isWorth = tree.tokens[head].lemma === "worth" && /^(obl|obj|nmod|advmod)/.test(relation);
    if (isWorth) {
      at = tree.tokens[head].head;
      if (at < 0) break;
      things.push(at);
      continue;
    }
    // "billed the farmers €18,400": what follows at once is no other name for them.
    const isSecond =
      (relation === "appos" || (relation === "conj" && tree.find(at, "cc") < 0)) &&
      head < at &&
      tree.tokens[(passage.chunkAround(at)?.from ?? at) - 1]?.pos !== "PUNCT";
    const isSame =
      !isSecond &&
      /^(appos|conj|compound|nummod|flat|dep|amod)/.test(relation) &&
      tree.tokens[head].pos !== "VERB";
    if (!isPart && !isSame) break;
    things.push(head);
    at = head;
  }
  return things;
}

/** Returns the nouns that a noun is an amount of: "cork" of "tonnes of cork". */
export function contentsOf({tree}: Passage, noun: number): number[] {
  return tree.dependents(noun).filter((d) => tree.is(d, "nmod") && prepositionOf(tree, d) === "of");
}

function byVerb(
  vocab: Vocab,
  passage: Passage,
  things: readonly number[],
  first: number,
  isMoney: boolean,
): Event[] {
  const events: Event[] = [];
  for (const clause of passage.sentence.clauses) {
    if (!clause.verb) continue;
    const frame = frameOfVerb(vocab, passage, clause.head);
    // "17 lots of pumps that a firm sent": what is sent are the pumps.
    const told = isRelative(clause) ? [...things, ...things.flatMap((t) => contentsOf(passage, t))] : things;
    const fit = frame && fits(passage, clause, frame, told, first, isMoney);
    if (!frame || !fit) continue;
    events.push({
      passage,
      frame,
      clause,
      word: clause.head,
      isNoun: false,
      things,
      first,
      paper: paperOver(vocab, passage, clause),
      isPrice: fit === "price",
      isMoney,
    });
  }
  // What it hangs on goes first, then the innermost.
  return events.sort((a, b) => depthOf(b.clause) - depthOf(a.clause));
}

function fits(
  passage: Passage,
  clause: Clause,
  frame: Frame,
  things: readonly number[],
  first: number,
  isMoney: boolean,
): "goods" | "price" | null {
  const {tree} = passage;
  const isThing = (chunk: Chunk | null) => chunk !== null && things.includes(chunk.head);
  const handed: (Slot | null)[] = ["goods", "money"];
  const {verb, indirect, prepositions} = clause;
  const {subject, object} = argumentsOf(passage, clause);
  if (verb?.passive) {
    if (isThing(subject)) return handed.includes(frame.object) ? "goods" : null;
    if (isThing(object)) return "goods";
  } else {
    if (isThing(object)) return handed.includes(frame.object) ? "goods" : secondOf(frame);
    if (isThing(subject)) return frame.subject === "goods" ? "goods" : null;
  }
  if (isThing(indirect)) return null;
  for (const {word, chunk, governor} of prepositions) {
    if (!isThing(chunk) || things.includes(governor)) continue;
    const slot = slotOf(frame, word);
    if (isMoney && frame.object === "goods" && (word === "for" || word === "at") && governor >= clause.head)
      return "price";
    if (governor !== clause.head && !isArgument(clause, governor)) continue;
    if (slot === "goods" && (word !== "for" || !isMoney || !handed.includes(frame.object))) return "goods";
    if (isMoney && word === "for") return "goods";
    // "shipped in 63 batches"
    if (
      word === "in" &&
      (handed.includes(frame.object) || frame.subject === "goods") &&
      lots.has(tree.tokens[chunk.head].lemma)
    )
      return "goods";
  }
  // "agreed to buy 3 for $27m": the price may hang on the verb above.
  const above = clause.parent?.prepositions.some(
    ({word, chunk, governor}) =>
      word === "for" &&
      isThing(chunk) &&
      governor === clause.parent?.head &&
      chunk.head > clause.head &&
      governor < clause.head,
  );
  if (above && isMoney && clause.link === "complement" && frame.object === "goods") return "price";
  // "wired Denizli $310,000": a second noun without a preposition.
  const second = things.some((thing) => {
    if (/^(nsubj|csubj)/.test(tree.tokens[thing].relation)) return false;
    // "sell the EU up to 12,000 tonnes": a hedge is no preposition.
    if (object !== null && object.head > clause.head && object.to === first) return true;
    if (prepositionOf(tree, thing) !== null) return false;
    if (tree.tokens[thing].head === clause.head)
      return /^(obj|obl|iobj|dep|xcomp|advmod|nmod)/.test(tree.tokens[thing].relation);
    return false;
  });
  // "shipped 1.2bn pounds of shrimp": the tree may see no object in an amount.
  if (second && !object && !isMoney && !verb?.passive && frame.object === "goods") return "goods";
  return second && (isMoney || object) && (frame.indirect || !handed.includes(frame.object)) ? "goods" : null;
}

/** Returns subject and object; in "from Norway came 34 pumps" the pumps came. */
export function argumentsOf(
  passage: Passage,
  {subject, object, verb, head}: Clause,
): Pick<Clause, "subject" | "object"> {
  const {tree} = passage;
  if (!subject || verb?.passive || prepositionOf(tree, subject.head) === null) return {subject, object};
  const behind = tree.dependents(head).find((d) => d > head && tree.is(d, "nsubj"));
  const moved = object ?? (behind === undefined ? null : passage.chunk(behind));
  return moved ? {subject: moved, object: null} : {subject, object};
}

/** Nouns for what goods are counted in. */
export const lots = new Set(
  "batch shipment consignment instalment installment lot tranche delivery".split(" "),
);

// "invoiced 40 mortars": what the verb hands over by "with" or "for" may stand as its object too.
function secondOf(frame: Frame): "goods" | null {
  return frame.with === "goods" || frame.for === "goods" || frame.object === "supplier" ? "goods" : null;
}

const isArgument = ({subject, object}: Clause, word: number): boolean =>
  subject?.head === word || object?.head === word;

/** Returns what stands behind a preposition beside a verb or noun of handing over. */
export function slotOf(frame: Frame, word: string): Slot | null {
  if (/^(via|through|by way of|by means of|using|across)$/.test(word)) return "via";
  if (/^(to|into|onto)$/.test(word)) return frame.to;
  if (/^(from|off|out of)$/.test(word)) return frame.from;
  // "arrived in Lima", "unloaded at Lima"
  if (/^(in|at)$/.test(word)) return arrivals.has(frame.word) ? frame.to : null;
  if (word === "with") return frame.with;
  if (word === "for") return frame.for;
  return null;
}

const arrivals = new Set(["arrive", "land", "dock", "unload", "offload", "set down", "turn up"]);

// Whether the thing is a part of the verb's own clause.
function governs({tree}: Passage, clause: Clause | null, things: readonly number[]): boolean {
  if (!clause) return false;
  return things.some((thing) => tree.tokens[thing].head === clause.head);
}

// Whether a relative clause belongs to a thing that has the article: "the 40 launchers that".
function isTold({tree}: Passage, clause: Clause, things: readonly number[]): boolean {
  const noun = tree.tokens[clause.head].head;
  if (noun < 0 || noun !== things[0]) return false;
  const article = tree.find(noun, "det");
  return article >= 0 && /^(the|those)$/i.test(tree.tokens[article].form);
}

function depthOf(clause: Clause | null): number {
  let depth = 0;
  for (let above = clause; above; above = above.parent) depth++;
  return depth;
}

// "a sale of 20 boats", "a $20m contract"
function byNoun(vocab: Vocab, passage: Passage, things: readonly number[], isMoney: boolean): Event | null {
  const told = things.filter((word) => frameOfNoun(vocab, passage, word));
  // "a contract for the supply of 40 lathes"
  const isPaper = (at: number) => frameOfNoun(vocab, passage, at)?.status === "contracted";
  const word = told.find(isPaper) ?? told[0];
  const frame = word === undefined ? null : frameOfNoun(vocab, passage, word);
  return frame && nounEvent(passage, frame, passage.clauseOver(word), word, things, isMoney);
}

// "received an order to supply", "signed a contract to buy"
function paperOver(vocab: Vocab, passage: Passage, {parent, verb}: Clause): Frame | null {
  const noun = verb?.tense === "infinitive" ? parent?.object : null;
  const frame = noun ? frameOfNoun(vocab, passage, noun.head) : null;
  return frame?.status === "ordered" || frame?.status === "contracted" ? frame : null;
}

const nounEvent = (
  passage: Passage,
  frame: Frame,
  clause: Clause | null,
  word: number,
  things: readonly number[],
  isMoney: boolean,
): Event => ({passage, frame, clause, word, isNoun: true, things, first: things[0], isPrice: false, isMoney});

function frameOfNoun({frames}: Vocab, {tokens}: Passage, word: number): Frame | null {
  const {pos, lemma} = tokens[word];
  return pos === "NOUN" || pos === "PROPN" ? (frames.noun.get(lemma.toLowerCase()) ?? null) : null;
}

// "sales of boats to Peru rose to $20m", "the value of exports was $20m": what the figure measures.
function measured(vocab: Vocab, passage: Passage, things: readonly number[], isMoney: boolean): Event | null {
  const top = things[things.length - 1];
  const clause = passage.clauseOver(top);
  const subject = clause?.subject;
  if (!clause || !subject || things.includes(subject.head)) return null;
  if (clause.verb && vocab.words.get(clause.verb.lemma)?.verb?.frame === "say") return null;
  const at = passage.tokens[top];
  if (at.head !== clause.head && top !== clause.head) return null;
  for (const word of [subject.head, ...contentsOf(passage, subject.head)]) {
    const frame = frameOfNoun(vocab, passage, word);
    if (frame) return nounEvent(passage, frame, clause, word, things, isMoney);
  }
  return null;
}

// Whether the clause's object stands before its subject.
const isRelative = ({link, object, subject}: Clause): boolean =>
  link === "relative" || (object !== null && subject !== null && object.head < subject.head);
