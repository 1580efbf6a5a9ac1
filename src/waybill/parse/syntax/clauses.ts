import {headsNoun} from "./chunks.js";
import type {Chunk, Clause, Preposition} from "./Sentence.js";
import type {Tree} from "./Tree.js";
import {verbGroupOf} from "./verbGroup.js";

const clausal = ["csubj", "ccomp", "xcomp", "advcl", "acl", "parataxis", "root"];
const relatives = new Set(["which", "who", "that", "whom"]);

/** Whether a word heads a clause: a verb, or what something is said to be. */
export function headsClause(tree: Tree, word: number): boolean {
  const {pos, relation} = tree.tokens[word];
  if (/^(aux|cop|case|mark|fixed|flat|amod|compound|det|cc|punct)(:|$)/.test(relation)) return false;
  if (pos === "VERB" || pos === "AUX") return true;
  if (tree.find(word, "cop", "nsubj", "csubj") >= 0) return true;
  return relation === "root" || (clausal.includes(relation.split(":")[0]) && tree.find(word, "mark") >= 0);
}

/** Returns the clauses of a sentence, each after its parent where that stands before it in the tree. */
export function findClauses(tree: Tree, chunks: readonly Chunk[]): Clause[] {
  const chunkOf = new Map(chunks.filter(({kind}) => kind === "noun").map((chunk) => [chunk.head, chunk]));
  const byHead = new Map<number, Clause>();
  for (const head of topDown(tree)) {
    if (!headsClause(tree, head)) continue;
    const at = (...relations: string[]) => chunkOf.get(tree.find(head, ...relations)) ?? null;
    const subject = subjectOf(tree, head, chunkOf) ?? at("nsubj", "csubj");
    const mark = tree.find(head, "mark");
    const clause: Clause = {
      head,
      verb: verbGroupOf(tree, head),
      subject,
      ownSubject: tree.find(head, "nsubj", "csubj", "expl") >= 0,
      object: at("obj"),
      indirect: at("iobj"),
      prepositions: [],
      parent: null,
      link: linkOf(tree, head),
      marker: mark >= 0 ? tree.tokens[mark].form.toLowerCase() : null,
    };
    for (const above of tree.above(head)) {
      clause.parent = byHead.get(above) ?? null;
      if (clause.parent) break;
    }
    byHead.set(head, clause);
    fillSubject(tree, clause, chunkOf, byHead);
  }
  const clauses = [...byHead.values()].sort((a, b) => a.head - b.head);
  for (const preposition of findPrepositions(tree, chunkOf))
    clauseOver(tree, preposition.governor, byHead)?.prepositions.push(preposition);
  return clauses;
}

// "Czech carmaker Vltava delivered": of two subjects in a row one name is made, of others the nearer goes.
function subjectOf(tree: Tree, head: number, chunkOf: Map<number, Chunk>): Chunk | null {
  const subjects = tree.dependents(head).filter((d) => d < head && tree.is(d, "nsubj"));
  if (subjects.length < 2) return null;
  const [before, last] = subjects.slice(-2).map((d) => chunkOf.get(d));
  return before && last && before.to === last.from ? {...last, from: before.from} : (last ?? null);
}

function topDown(tree: Tree): number[] {
  const order = tree.tokens.flatMap(({head}, i) => (head < 0 ? [i] : []));
  for (let n = 0; n < order.length; n++) order.push(...tree.dependents(order[n]));
  return order;
}

/** Returns the head of the clause that a word stands in, itself included, or -1. */
export function clauseHead(tree: Tree, word: number): number {
  if (headsClause(tree, word)) return word;
  for (const above of tree.above(word)) if (headsClause(tree, above)) return above;
  return -1;
}

function clauseOver(tree: Tree, word: number, byHead: Map<number, Clause>): Clause | undefined {
  return byHead.get(clauseHead(tree, word));
}

function linkOf(tree: Tree, head: number): Clause["link"] {
  const {relation, tag} = tree.tokens[head];
  const participle = (tag === "VBG" || tag === "VBN") && tree.find(head, "mark", "nsubj", "aux", "cop") < 0;
  if (relation === "acl:relcl" || relation === "advcl:relcl") return "relative";
  if (/^(ccomp|xcomp|csubj)/.test(relation)) return "complement";
  if (relation === "conj" || relation === "parataxis" || relation === "list") return "coordinate";
  if (relation === "acl") return participle ? "participle" : "complement";
  if (relation === "advcl") return participle ? "participle" : "adverbial";
  return null;
}

// A subject that the clause shares, and the noun that a relative pronoun stands for.
function fillSubject(
  tree: Tree,
  clause: Clause,
  chunkOf: Map<number, Chunk>,
  byHead: Map<number, Clause>,
): void {
  const {tokens} = tree;
  const {head, parent, link} = clause;
  const governor = tokens[head].head;
  if (link === "relative") {
    const noun = chunkOf.get(governor) ?? null;
    const isRelative = (chunk: Chunk | null) =>
      chunk !== null &&
      /^(WDT|WP|IN|DT)$/.test(tokens[chunk.head].tag) &&
      relatives.has(tokens[chunk.head].lemma);
    if (isRelative(clause.subject)) clause.subject = noun;
    else if (isRelative(clause.object)) clause.object = noun;
    // "the trucks the ministry ordered": the noun is what the clause lacks.
    else if (
      clause.subject &&
      !clause.object &&
      !clause.verb?.passive &&
      tokens[head].pos === "VERB" &&
      lacksObject(tree, head)
    )
      clause.object = noun;
    else if (!clause.ownSubject) clause.subject = noun;
    return;
  }
  const told = relativeNoun(tree, clause, chunkOf);
  if (told) clause.object = told;
  if (clause.ownSubject) return;
  const {relation} = tokens[head];
  // "accused Peru of selling 9", "stopped Peru from selling": who is accused sells.
  if (/^(of|from)$/.test(clause.marker ?? "") && parent?.object && !parent.verb?.passive)
    clause.subject = parent.object;
  // "signed a deal to supply 9": who signs supplies.
  else if (relation.startsWith("acl") && link !== "participle") {
    const isDone =
      clause.verb?.tense === "infinitive" && parent?.object?.head === governor && !parent.verb?.passive;
    // "expect the cap to fall", where the tree takes the falling for a part of the cap.
    const isAsked = isDone && asking.has(tokens[parent.head].lemma);
    clause.subject = isAsked ? parent.object : isDone ? parent.subject : null;
  } else if (relation.startsWith("acl")) clause.subject = chunkOf.get(governor) ?? null;
  // "The last 600 bags, from Peru, went to Chile": a noun that the tree sets beside its verb.
  else if (relation.startsWith("conj")) {
    const first = byHead.get(governor);
    clause.subject = first?.subject ?? (first && !first.verb ? (chunkOf.get(governor) ?? null) : null);
  }
  // "asked Peru to pay": who is asked pays. "promised to pay": who promises.
  else if (relation.startsWith("xcomp")) {
    const isGap = parent?.object != null && parent.object.head < (parent.subject?.head ?? -1);
    clause.subject = (parent && !isGap && controls(tree, parent) ? parent.object : parent?.subject) ?? null;
    // "the pumps that it had tried to send": they are what is sent.
    if (isGap && !clause.object && tokens[head].pos === "VERB" && lacksObject(tree, head))
      clause.object = parent?.object ?? null;
  } else if (link === "participle" || (relation.startsWith("advcl") && clause.verb?.tense !== "past"))
    clause.subject = (parent && isAsked(tree, parent, clause) ? parent.object : parent?.subject) ?? null;
}

// "expect the economy to grow", where the tree takes the growing for what the expecting is for.
function isAsked(tree: Tree, parent: Clause, {head, marker}: Clause): boolean {
  return marker === "to" && parent.object?.to === tree.find(head, "mark") && controls(tree, parent);
}

// "the pumps that a firm had sent": a relative clause that the tree sets beside the sentence's own.
function relativeNoun(tree: Tree, {object, subject}: Clause, chunkOf: Map<number, Chunk>): Chunk | null {
  if (!object || !subject || object.head > subject.head || tree.tokens[object.head].tag !== "WDT")
    return null;
  for (const chunk of chunkOf.values()) if (chunk.to === object.from) return chunk;
  return null;
}

// "asked the firm to pay", but not "signed a deal to pay": who is named does it, and nobody else is asked.
function controls({tokens}: Tree, {object, head}: Clause): boolean {
  if (!object) return false;
  return /^(PRON|PROPN)$/.test(tokens[object.head].pos) || asking.has(tokens[head].lemma);
}

const asking = new Set(
  "ask order urge tell allow help force require persuade want expect forecast project predict let enable cause lead hire invite instruct permit pressure push advise encourage oblige authorise authorize".split(
    " ",
  ),
);

// Not so where something else is said or done, or the noun is where or when: "the port where Peru bought them".
function lacksObject(tree: Tree, head: number): boolean {
  return (
    tree.find(head, "ccomp", "xcomp") < 0 &&
    !tree.dependents(head).some((d) => tree.tokens[d].tag === "WRB") &&
    !strandsPreposition(tree, head)
  );
}

function strandsPreposition(tree: Tree, head: number): boolean {
  return tree
    .dependents(head)
    .some((d) => tree.tokens[d].pos === "ADP" && tree.dependents(d).length === 0 && d > head);
}

// All nouns behind a preposition, with the whole preposition: "because of", "according to".
function findPrepositions(tree: Tree, chunkOf: Map<number, Chunk>): Preposition[] {
  const found: Preposition[] = [];
  for (const [head, chunk] of chunkOf) {
    const word = prepositionOf(tree, head);
    if (word === null || tree.tokens[head].head < 0) continue;
    found.push({word, chunk, governor: tree.tokens[head].head});
    // "to Peru and Chile": both are behind it.
    for (const joined of tree.dependents(head)) {
      const other = chunkOf.get(joined);
      if (tree.is(joined, "conj") && other && prepositionOf(tree, joined) === null && headsNoun(tree, joined))
        found.push({word, chunk: other, governor: tree.tokens[head].head});
    }
  }
  return found;
}

/** Returns the preposition before a noun in lower case, "according to" as one, or null. */
export function prepositionOf(tree: Tree, noun: number): string | null {
  // An owner has none of its own. A tree may hang the preposition on the first word behind it, a part of the chunk.
  if (tree.is(noun, "nmod:poss")) return null;
  const parts = tree.dependents(noun).filter((d) => d < noun && tree.is(d, "compound", "nmod:poss", "amod"));
  const words = [noun, ...parts]
    .flatMap((part) => tree.dependents(part).filter((d) => isPreposition(tree, d) && d < part))
    .flatMap((d) => [d, ...tree.dependents(d).filter((e) => tree.is(e, "fixed"))]);
  if (words.length === 0) return null;
  return words
    .sort((a, b) => a - b)
    .map((d) => tree.tokens[d].form.toLowerCase())
    .join(" ");
}

function isPreposition({tokens}: Tree, word: number): boolean {
  const {relation, pos, form} = tokens[word];
  return relation === "case" && pos !== "PART" && /^[a-z]/i.test(form);
}
