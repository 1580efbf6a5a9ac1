import type {Doc} from "../document.js";
import type {Found} from "../Found.js";
import {WORD} from "../scan.js";
import type {Chunk} from "../syntax/Sentence.js";
import type {Passage} from "./Passage.js";

/** Tokens [from, to) of a document. */
export interface Range {
  from: number;
  to: number;
}

/**
 * Returns the document's tokens of a noun chunk without what only points at it, or
 * counts it, and with what it is of or for: "parts for drones".
 */
export function tokensOf(doc: Doc, passage: Passage, figure: Found, chunk: Chunk): Range | null {
  const {from, to} = plainWordsOf(passage, chunk);
  if (from >= to) return null;
  const token = describedFrom(doc, passage, from);
  // "a £40m write-down"
  const first = figure.from <= token && token < figure.to ? figure.to : token;
  if (doc.word[first] === "-") return null;
  const end = complementEnd(doc, passage, chunk.head, to);
  return end <= first ? null : {from: first, to: end};
}

// Of "two electric ferries" grammar reads "two ferries": what it leaves out describes them too.
function describedFrom({type, lexeme}: Doc, {tokens}: Passage, from: number): number {
  const number = tokens[from - 1];
  let {token} = tokens[from];
  if (number?.pos !== "NUM") return token;
  const isLeftOut = (k: number) =>
    k > number.token && type[k] === WORD && !lexeme[k]?.number && !lexeme[k]?.scale && !lexeme[k]?.function;
  while (isLeftOut(token - 1)) token--;
  return token;
}

// So many nouns go on from one to the next.
const mostComplements = 3;

/** Returns the document's token behind a noun whose words end before `to`, and behind what it is of or for where that follows at once. */
export function complementEnd(doc: Doc, passage: Passage, noun: number, to: number): number {
  const {tokens, tree} = passage;
  let [head, end] = [noun, to];
  for (let n = 0; n < mostComplements; n++) {
    const next = tree
      .dependents(head)
      .find((d) => tree.is(d, "nmod") && d > end && tokens[d].pos !== "PRON" && isAfter(passage, d, end));
    const chunk = next === undefined ? null : passage.chunk(next);
    if (!chunk || chunk.number !== null) break;
    [head, end] = [chunk.head, chunk.to];
  }
  return tokenEnd(doc, tokens[end - 1].token, tokens[end - 1].end);
}

// Whether the noun's preposition, "of" or "for", is the word at that place.
const isAfter = ({tokens, tree}: Passage, noun: number, at: number): boolean =>
  /^(?:of|for)$/i.test(tokens[at].form) && tree.find(noun, "case") === at;

/** Returns the token behind a word, which may be several of the document's tokens, or be joined to others: "write-down". */
export function tokenEnd({count, end, word, glued}: Doc, token: number, until: number): number {
  let last = token;
  while (last + 1 < count && end[last] < until) last++;
  while (last + 2 < count && word[last + 1] === "-" && glued[last + 1] && glued[last + 2]) last += 2;
  return last + 1;
}

// Without what only points at it: "price" of "the price", "needs" of "the province's needs".
function plainWordsOf({tokens}: Passage, {from, to, head}: Chunk): {from: number; to: number} {
  let start = from;
  for (let i = from; i < head; i++)
    if (
      tokens[i].pos === "DET" ||
      tokens[i].tag === "PRP$" ||
      tokens[i].tag === "POS" ||
      (tokens[i].pos === "PUNCT" && tokens[i].form !== "-") ||
      tokens[i].pos === "NUM" ||
      tokens[i].pos === "SYM"
    )
      start = i + 1;
  return {from: start, to};
}
