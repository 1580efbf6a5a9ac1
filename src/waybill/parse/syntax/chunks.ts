import type {Chunk, Token} from "./Sentence.js";
import type {Tree} from "./Tree.js";

const nouns = new Set(["NOUN", "PROPN", "PRON", "NUM", "SYM", "X"]);
const before = [
  "det",
  "amod",
  "compound",
  "nummod",
  "nmod:poss",
  "nmod:desc",
  "advmod",
  "flat",
  "det:predet",
  "nmod",
];
const after = ["flat", "goeswith", "compound", "nummod", "fixed"];
// A noun that is a part of another's chunk, and none of its own.
const inner = [
  "compound",
  "flat",
  "fixed",
  "goeswith",
  "nummod",
  "det",
  "case",
  "mark",
  "cc",
  "nmod:desc",
  "amod",
  "advmod",
  "aux",
];

/** Whether a word heads a noun chunk: a noun, name, pronoun, or number that stands for things. */
export function headsNoun(tree: Tree, word: number): boolean {
  const {pos, tag, relation} = tree.tokens[word];
  if (!nouns.has(pos)) return pos === "DET" && /^(nsubj|obj|obl|nmod|root|conj)/.test(relation);
  if (relation === "nmod:poss" && tag === "PRP$") return false;
  if (relation === "conj") {
    // "steel and iron bars": what is joined to a part is a part.
    let first = word;
    while (tree.tokens[first].relation === "conj") first = tree.tokens[first].head;
    return first === word || !tree.is(first, ...inner) || pos === "PRON";
  }
  return !(inner.includes(relation) || (relation.startsWith("compound") && pos !== "VERB"));
}

/**
 * Returns the chunk of a noun: what stands before it and describes it, whose it
 * is included, and the rest of a name behind it. Prepositions, relative clauses
 * and what else follows are left out.
 */
export function nounChunk(tree: Tree, head: number): Chunk {
  let from = head;
  let to = head + 1;
  let number: number | null = null;
  for (const d of tree.dependents(head)) {
    const {relation, pos} = tree.tokens[d];
    const left = d < head;
    if (relation === "nummod") number = d;
    if (!(left ? before : after).includes(relation)) continue;
    // Only "the Norwegian Navy" style modifiers are inside; "a ton of steel" is not.
    if (relation === "nmod" && tree.find(d, "case") >= 0) continue;
    // "not a rival": what is denied is the clause.
    if (relation === "advmod" && (pos !== "ADV" || tree.tokens[d].lemma === "not")) continue;
    const span = tree.span(d, (inner) => tree.is(inner, "case") && inner < d);
    if (left) from = Math.min(from, span.from);
    else to = Math.max(to, span.to);
  }
  return {from, to, head, kind: "noun", number, mention: null};
}

/** Returns all chunks of a sentence, by their first word: nouns, verbs with their auxiliaries, prepositions. */
export function findChunks(tree: Tree): Chunk[] {
  const chunks: Chunk[] = [];
  tree.tokens.forEach((token, i) => {
    if (headsNoun(tree, i)) chunks.push(nounChunk(tree, i));
    else if (isVerb(token)) chunks.push(verbChunk(tree, i));
    else if (token.relation === "case" && token.pos !== "PART")
      chunks.push({from: i, to: tree.span(i).to, head: i, kind: "preposition", number: null, mention: null});
  });
  return chunks.sort((a, b) => a.from - b.from || b.to - a.to);
}

function isVerb({pos, relation}: Token): boolean {
  if (pos === "AUX") return !/^aux/.test(relation);
  return pos === "VERB" && !/^(amod|compound|case|mark|fixed|flat)/.test(relation);
}

// From the first auxiliary or negation to the verb, or to its particle right behind it.
function verbChunk(tree: Tree, head: number): Chunk {
  let from = head;
  let to = head + 1;
  for (const d of tree.dependents(head)) {
    const aux = tree.is(d, "aux") || tree.tokens[d].lemma === "not" || tree.tokens[d].tag === "TO";
    if (aux && d < head) from = Math.min(from, d);
    if (tree.tokens[d].relation === "compound:prt" && d === to) to = d + 1;
  }
  return {from, to, head, kind: "verb", number: null, mention: null};
}
