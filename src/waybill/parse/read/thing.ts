import type {Found} from "../Found.js";
import {prepositionOf} from "../syntax/clauses.js";
import type {Chunk, Clause} from "../syntax/Sentence.js";
import {contentsOf, type Event} from "./events.js";
import type {Passage} from "./Passage.js";

// Verbs whose subject is what their number measures.
const measuring = new Set(
  `rise fall grow shrink reach hit climb drop slip exceed total slump top increase decrease decline jump soar surge plunge
  tumble sink dip edge ease swell widen narrow double triple halve amount come stand be average cost equal number remain stay
  run go slow rebound recover slide plummet leap shoot rocket dwindle last take measure weigh represent account`.split(
    /\s+/,
  ),
);
const putting = new Set(
  "put value estimate price reckon set keep raise lift cut reduce increase lower push bring trim boost take drive".split(
    " ",
  ),
);
const spending = new Set("pay spend invest set pour plough sink budget fork cough shell raise".split(" "));

/**
 * Returns the words that say what the figure at that word is a quantity of, as a
 * noun chunk of the sentence: "price" of "the price sank below $5", "needs" of
 * "put its needs at $9m", "loan" of "a loan of $5m", "repairs" of "spent $5m on
 * repairs"; or null where the sentence does not say.
 */
export function thingOf(passage: Passage, root: number, figure: Found, event: Event | null): Chunk | null {
  if (figure.nounFrom >= 0) return null;
  const noun = byNoun(passage, root);
  if (noun) return noun;
  const top = topOf(passage, root);
  const clause = passage.clauseOver(top);
  if (!clause) return null;
  return byVerb(passage, top, clause, figure) ?? (event ? goodsOf(passage, event) : null);
}

// The last of the nouns that are joined to the figure or stand for it.
function topOf({tokens, tree}: Passage, root: number): number {
  let at = root;
  // "a total of 80 million"
  const over = tokens[root].head;
  if (over >= 0 && /^(total|sum)$/.test(tokens[over].lemma) && tree.is(root, "nmod")) at = over;
  while (
    tokens[at].head >= 0 &&
    tree.is(at, "conj", "nummod", "compound", "flat") &&
    tokens[tokens[at].head].pos !== "VERB"
  )
    at = tokens[at].head;
  return at;
}

// "a loan of $5m", "a $5m loan", "bridges worth $5m", "$5m of drones"
function byNoun(passage: Passage, root: number): Chunk | null {
  const {tokens, tree} = passage;
  const [content] = contentsOf(passage, root);
  if (content !== undefined) return thingly(passage, passage.chunk(content));
  const {head, relation} = tokens[root];
  if (head < 0) return null;
  if (/^(compound|nmod:desc|amod)/.test(relation) && tokens[head].pos === "NOUN" && head > root)
    return thingly(passage, passage.chunk(head));
  if (tokens[head].lemma === "worth") {
    const over = tokens[head].head;
    return over < 0 ? null : thingly(passage, passage.chunk(over));
  }
  const word = prepositionOf(tree, root);
  if (
    /^nmod/.test(relation) &&
    relation !== "nmod:poss" &&
    word !== null &&
    /^(of|worth|at|to|up to)\b/.test(word) &&
    /^(NOUN)$/.test(tokens[head].pos)
  )
    return thingly(passage, passage.chunk(head));
  return null;
}

function byVerb(passage: Passage, top: number, clause: Clause, figure: Found): Chunk | null {
  const {tokens, tree} = passage;
  const {lemma} = tokens[clause.head];
  const {subject, object, verb} = clause;
  const isOwn = tokens[top].head === clause.head || top === clause.head;
  if (!isOwn) return null;
  const word = prepositionOf(tree, top);
  const at = word?.split(" ")[0] ?? null;
  const isObject = tree.is(top, "obj") || (word === null && top !== clause.head);
  // "the cost was $5m"
  if (top === clause.head) return subjectOf(passage, subject);
  if (
    /^(to|at|below|above|by|from|under|over|beyond|past|near|around|about|close)$/.test(at ?? "") &&
    object &&
    putting.has(lemma) &&
    object.head !== top &&
    !verb?.passive
  )
    return subjectOf(passage, object);
  if (
    (measuring.has(lemma) || (verb?.passive && putting.has(lemma))) &&
    subject &&
    subject.head !== top &&
    (isObject || /^(to|at|below|above|by|from|under|over|for|up|close|around)$/.test(at ?? ""))
  )
    return subjectOf(passage, subject);
  if (isObject && spending.has(lemma) && figure.kind === "money") {
    const use = clause.prepositions.find(
      ({word, chunk}) => /^(for|on|in|into|towards)$/.test(word) && isThing(passage, chunk),
    );
    return use ? thingly(passage, use.chunk) : null;
  }
  return null;
}

const isThing = ({tokens}: Passage, {head}: Chunk): boolean =>
  tokens[head].pos === "NOUN" &&
  !/^(year|month|week|day|time|january|quarter|decade|period)$/.test(tokens[head].lemma);

// "the value of exports": exports; "the number of users": users.
function subjectOf(passage: Passage, chunk: Chunk | null): Chunk | null {
  if (!chunk) return null;
  const {lemma} = passage.tokens[chunk.head];
  if (/^(number|value|amount|total|sum|volume|share|rest|majority|half|quantity)$/.test(lemma)) {
    const [content] = contentsOf(passage, chunk.head);
    const inner = content === undefined ? null : passage.chunk(content);
    if (inner) return thingly(passage, inner);
  }
  return thingly(passage, chunk);
}

function thingly({tokens}: Passage, chunk: Chunk | null): Chunk | null {
  return chunk &&
    tokens[chunk.head].pos === "NOUN" &&
    !/^(dollars?|things?|total|sum)$/.test(tokens[chunk.head].form)
    ? chunk
    : null;
}

// What is handed over, where the figure is the money for it or stands alone.
function goodsOf(passage: Passage, {clause, isPrice, isNoun, word, frame, things}: Event): Chunk | null {
  if (isNoun) return thingly(passage, passage.chunk(contentsOf(passage, word)[0] ?? -1));
  if (!clause || !isPrice || frame.object !== "goods") return null;
  const goods = clause.verb?.passive ? clause.subject : clause.object;
  return goods && !things.includes(goods.head) ? thingly(passage, goods) : null;
}

/** Returns the words of a chunk without what only points at it: "price" of "the price", "needs" of "the province's needs". */
export function plainWordsOf({tokens}: Passage, {from, to, head}: Chunk): {from: number; to: number} {
  let start = from;
  for (let i = from; i < head; i++)
    if (
      tokens[i].pos === "DET" ||
      tokens[i].tag === "PRP$" ||
      tokens[i].tag === "POS" ||
      tokens[i].pos === "PUNCT" ||
      tokens[i].pos === "NUM"
    )
      start = i + 1;
  return {from: start, to};
}
