import type {Chunk, Clause, Scope} from "./Sentence.js";
import type {Tree} from "./Tree.js";

/**
 * Returns the parts of a sentence that stand in somebody's voice, in the order
 * of their first word, the wider first: what a verb of speech governs, what
 * stands in quotation marks, and what is so "according to" somebody.
 */
export function findScopes(tree: Tree, clauses: readonly Clause[], saying: ReadonlySet<string>): Scope[] {
  const scopes: Scope[] = [];
  for (const clause of clauses) {
    if (clause.verb && saying.has(clause.verb.lemma)) scopes.push(...complements(tree, clause));
    for (const {word, chunk, governor} of clause.prepositions)
      if (word === "according to") {
        const told = around(tree, clause.head, chunk.head);
        if (told) scopes.push({...told, voice: chunk, by: "according", word: governor});
      }
  }
  scopes.push(...quotations(tree, scopes, clauses, saying));
  return scopes.sort((a, b) => a.from - b.from || b.to - a.to);
}

// What a verb of speech says: its complement, or the sentence that it is put into.
function complements(tree: Tree, clause: Clause): Scope[] {
  const {tokens} = tree;
  const {head, subject: voice} = clause;
  const scope = (from: number, to: number): Scope => ({from, to, voice, by: "complement", word: head});
  const said = tree
    .dependents(head)
    .filter((d) => tree.is(d, "ccomp") || (tree.is(d, "parataxis", "xcomp") && isSaid(tree, d, clause)));
  if (said.length > 0)
    return said.map((d) => {
      const {from, to} = tree.span(d);
      return scope(from, to);
    });
  if (tokens[head].relation === "parataxis" && (clause.ownSubject || voice)) {
    const told = around(tree, tokens[head].head, head);
    return told ? [scope(told.from, told.to)] : [];
  }
  return [];
}

// All that hangs on a word, without what names who says so where that stands at its beginning or end.
function around(tree: Tree, word: number, source: number): {from: number; to: number} | null {
  let {from, to} = tree.span(word);
  const inner = tree.span(source);
  const edge = (i: number) => tree.tokens[i].pos === "PUNCT" || (i >= inner.from && i < inner.to);
  while (from < to && edge(from)) from++;
  while (from < to && edge(to - 1)) to--;
  return from < to ? {from, to} : null;
}

// "was said to have sold", "accused of": an infinitive is said where the verb is passive.
function isSaid(tree: Tree, d: number, clause: Clause): boolean {
  if (tree.is(d, "xcomp")) return clause.verb?.passive === true && tree.tokens[d].pos === "VERB";
  return tree.find(d, "nsubj", "csubj") >= 0;
}

function quotations(
  tree: Tree,
  scopes: readonly Scope[],
  clauses: readonly Clause[],
  saying: ReadonlySet<string>,
): Scope[] {
  const {tokens} = tree;
  const found: Scope[] = [];
  let open = -1;
  tokens.forEach(({form}, i) => {
    if (!/^(["“”„«»]|''|``)$/.test(form)) return;
    if (open < 0) open = form === "”" || form === "»" ? -1 : i;
    else {
      const quotation = {from: open + 1, to: /^[,.;]$/.test(tokens[i - 1].form) ? i - 1 : i};
      open = -1;
      if (quotation.from < quotation.to) found.push({...quotation, ...speakerOf(quotation), by: "quotation"});
    }
  });
  return found;

  // Who says what overlaps the quotation; else the one subject of a verb of speech outside of it.
  function speakerOf({from, to}: {from: number; to: number}): {voice: Chunk | null; word: number} {
    const over = scopes.filter((scope) => scope.from < to && scope.to > from);
    const inner = over.sort((a, b) => a.to - a.from - (b.to - b.from))[0];
    if (inner) return {voice: inner.voice, word: inner.word};
    const verbs = clauses.filter(
      ({head, verb}) => verb && saying.has(verb.lemma) && (head < from || head >= to),
    );
    return verbs.length === 1 ? {voice: verbs[0].subject, word: verbs[0].head} : {voice: null, word: -1};
  }
}
