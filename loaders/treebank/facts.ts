import type {Sentence} from "../../src/waybill/parse/syntax/Sentence.js";

/** What is asked of a syntax, each with how its facts are told apart. */
export const questions = [
  "subject",
  "object",
  "preposition",
  "preposition's clause",
  "passive",
  "negation",
  "tense",
  "chunk",
  "number and noun",
  "apposition",
  "saying",
] as const;
export type Question = (typeof questions)[number];

/**
 * Returns what a sentence answers to each question, as texts that are the same
 * where the answers are. Words are named by where they start in the sentence, so
 * that sentences whose words were cut otherwise can be compared.
 */
export function factsOf(
  {tokens, chunks, clauses}: Sentence,
  saying: ReadonlySet<string>,
): Record<Question, Set<string>> {
  const facts = Object.fromEntries(questions.map((name) => [name, new Set<string>()])) as Record<
    Question,
    Set<string>
  >;
  for (const {start, head, relation, pos} of tokens) {
    if (head < 0) continue;
    const pair = `${tokens[head].start}-${start}`;
    const core = relation.split(":")[0];
    if (core === "nsubj") facts.subject.add(pair);
    if (core === "obj") facts.object.add(pair);
    if (core === "case" && pos === "ADP") facts.preposition.add(pair);
    if (core === "nummod") facts["number and noun"].add(pair);
    if (core === "appos") facts.apposition.add(pair);
    if (core === "ccomp" && saying.has(tokens[head].lemma)) facts.saying.add(pair);
  }
  for (const {head, verb, prepositions} of clauses) {
    // Whether "is a rival" is headed by "is" or by "rival", it is the same clause.
    const clause = tokens[verb?.word ?? head].start;
    for (const {chunk} of prepositions)
      facts["preposition's clause"].add(`${clause}-${tokens[chunk.head].start}`);
    if (!verb) continue;
    const at = tokens[verb.word].start;
    if (verb.passive) facts.passive.add(`${at}`);
    if (verb.negated) facts.negation.add(`${at}`);
    facts.tense.add(`${at} ${verb.tense} ${verb.modal}`);
  }
  for (const {kind, from, to} of chunks)
    if (kind === "noun") facts.chunk.add(`${tokens[from].start}-${tokens[to - 1].end}`);
  return facts;
}

/** How many facts there are, how many were found, and how many of those are right. */
export interface Count {
  gold: number;
  found: number;
  right: number;
}

/** Returns the harmonic mean of precision and recall, in percent. */
export function f1({gold, found, right}: Count): number {
  return gold + found === 0 ? 100 : (200 * right) / (gold + found);
}
