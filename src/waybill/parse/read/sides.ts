import {clauseHead} from "../syntax/clauses.js";
import type {Chunk, Clause, Sentence} from "../syntax/Sentence.js";
import {Tree} from "../syntax/Tree.js";
import type {VerbFrame, Vocab} from "../vocab.js";

/** Who gave what is counted, who got it, through whom, and who says so; as parts of a sentence. */
export interface Sides {
  supplier: Chunk | null;
  recipient: Chunk | null;
  via: Chunk | null;
  saidBy: Chunk | null;
}

// Nouns that tell of a handing over, as verbs do: whose it is gives in the first, and gets in the second.
const nounFrames: Record<string, VerbFrame> = {
  export: "give",
  delivery: "give",
  sale: "give",
  shipment: "give",
  supply: "give",
  donation: "give",
  grant: "give",
  import: "get",
  purchase: "get",
  acquisition: "get",
};

const ways = new Set(["via", "through"]);

/**
 * Returns the sides of what stands at the characters [start, end) of a sentence,
 * read from its clauses: the frame of the verb, or of a noun of trade, says who
 * gives and who gets. What the sentence does not say is null.
 */
export function sidesOf(vocab: Vocab, sentence: Sentence, start: number, end: number): Sides {
  const tree = new Tree(sentence.tokens);
  const word = numberAt(sentence, start, end);
  const sides: Sides = {supplier: null, recipient: null, via: null, saidBy: null};
  if (word < 0) return sides;
  sides.saidBy = voiceOver(sentence, word);
  const things = thingsOf(tree, sentence, word);
  for (const noun of things) readNoun(tree, sentence, noun, sides);
  for (const clause of clausesOf(tree, sentence, things)) {
    const frame = clause.verb && frameOf(vocab, clause.verb.lemma);
    if (!frame || frame === "say") continue;
    readClause(clause, frame, things, sides);
    if (sides.supplier || sides.recipient) break;
  }
  for (const side of ["supplier", "recipient", "via", "saidBy"] as const)
    if (sides[side] && !mayAct(sentence, sides[side])) sides[side] = null;
  return sides;
}

// The number's word, or the last word of what stands there.
function numberAt({tokens}: Sentence, start: number, end: number): number {
  const inside = tokens.flatMap((token, i) => (token.start < end && token.end > start ? [i] : []));
  return inside.find((i) => tokens[i].pos === "NUM") ?? inside[inside.length - 1] ?? -1;
}

// The noun that is counted, and the nouns that it is an amount of or is worth: "$20m of rails", "rails worth $20m".
function thingsOf(tree: Tree, {chunks, tokens}: Sentence, word: number): number[] {
  const things: number[] = [];
  const chunk = chunks.find(({kind, from, to}) => kind === "noun" && from <= word && word < to);
  let head = chunk?.head ?? word;
  for (let steps = 0; steps < 3 && head >= 0; steps++) {
    things.push(head);
    const of = tree
      .dependents(head)
      .find((d) => tree.is(d, "nmod") && tree.find(d, "case") >= 0 && caseOf(tree, d) === "of");
    if (of !== undefined && !things.includes(of)) things.push(of);
    const {relation} = tokens[head];
    if (!/^(nmod|appos|conj|nummod|compound)/.test(relation)) break;
    head = tokens[head].head;
  }
  return things;
}

function caseOf(tree: Tree, noun: number): string {
  const word = tree.find(noun, "case");
  return word < 0 ? "" : tree.tokens[word].form.toLowerCase();
}

// Clauses in which the thing is subject or object go first, then those it stands in, from the inside.
function clausesOf(tree: Tree, {clauses}: Sentence, things: readonly number[]): Clause[] {
  const about = clauses.filter(({subject, object}) =>
    [subject, object].some((chunk) => chunk && things.includes(chunk.head)),
  );
  const over: Clause[] = [];
  const head = clauseHead(tree, things[0]);
  for (let clause = clauses.find((c) => c.head === head) ?? null; clause; clause = clause.parent)
    over.push(clause);
  return [...new Set([...about.sort((a, b) => depthOf(b) - depthOf(a)), ...over.slice(0, 2)])];
}

function depthOf(clause: Clause): number {
  let depth = 0;
  for (let above = clause.parent; above; above = above.parent) depth++;
  return depth;
}

function readClause(clause: Clause, frame: VerbFrame, things: readonly number[], sides: Sides): void {
  const behind = (...words: string[]) =>
    clause.prepositions.find(({word}) => words.includes(word))?.chunk ?? null;
  const isThing = (chunk: Chunk | null) => chunk !== null && things.includes(chunk.head);
  const {verb, indirect} = clause;
  const actor = verb?.passive ? behind("by") : clause.subject;
  const other = isThing(actor) ? null : actor;
  if (frame === "give") {
    sides.supplier ??= other ?? behind("from");
    // "was given 40 rifles": the subject of a passive that hands over something else gets it.
    const given = verb?.passive && !isThing(clause.subject) && isThing(clause.object) ? clause.subject : null;
    sides.recipient ??= indirect ?? given ?? behind("to");
  } else if (frame === "get") {
    sides.recipient ??= other;
    sides.supplier ??= behind("from");
  } else {
    sides.supplier ??= behind("from");
    sides.recipient ??= behind("to", "into");
  }
  sides.via ??= clause.prepositions.find(({word}) => ways.has(word))?.chunk ?? null;
}

// "Danish exports of pumps to Peru", "Ondal's sale of 20 boats".
function readNoun(tree: Tree, {tokens, chunks}: Sentence, noun: number, sides: Sides): void {
  const frame = nounFrames[tokens[noun].lemma];
  if (!frame) return;
  const chunkOf = (head: number) =>
    chunks.find((chunk) => chunk.kind === "noun" && chunk.head === head) ?? null;
  for (const d of tree.dependents(noun)) {
    if (tokens[d].relation === "nmod:poss") sides[frame === "give" ? "supplier" : "recipient"] ??= chunkOf(d);
    if (!tree.is(d, "nmod", "obl")) continue;
    const word = caseOf(tree, d);
    if (word === "to") sides.recipient ??= chunkOf(d);
    else if (word === "from") sides.supplier ??= chunkOf(d);
    else if (word === "by") sides[frame === "give" ? "supplier" : "recipient"] ??= chunkOf(d);
    else if (ways.has(word)) sides.via ??= chunkOf(d);
  }
}

function voiceOver({scopes}: Sentence, word: number): Chunk | null {
  const over = scopes.filter(({from, to}) => from <= word && word < to);
  return over.sort((a, b) => a.to - a.from - (b.to - b.from)).find(({voice}) => voice)?.voice ?? null;
}

// A pronoun names nobody, and a sum or a year does nothing.
function mayAct({tokens}: Sentence, {head}: Chunk): boolean {
  const {pos} = tokens[head];
  return pos === "PROPN" || pos === "NOUN";
}

const frames = new WeakMap<Vocab, Map<string, VerbFrame>>();

function frameOf(vocab: Vocab, lemma: string): VerbFrame | undefined {
  let known = frames.get(vocab);
  if (!known) {
    known = new Map(
      [...vocab.words.values()].flatMap(({verb}) => (verb ? [[verb.lemma, verb.frame] as const] : [])),
    );
    frames.set(vocab, known);
  }
  return known.get(lemma);
}
