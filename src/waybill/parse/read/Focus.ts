import type {Chunk, Clause} from "../syntax/Sentence.js";
import type {Passage} from "./Passage.js";
import type {Parties, PartyKind} from "./parties.js";

/** A chunk with the passage that it stands in. */
export interface Mentioned {
  passage: Passage;
  chunk: Chunk;
}

const farthest = 4;

/** Who is meant where no name stands: "it", "they", "the firm", "we". */
export class Focus {
  readonly #passage: (sentence: number) => Passage | null;
  readonly #parties: Parties;
  readonly #firms: ReadonlySet<string>;

  /** `passage` gives the sentence of a number, null where it is not parsed. */
  constructor(passage: (sentence: number) => Passage | null, parties: Parties, firms: ReadonlySet<string>) {
    this.#passage = passage;
    this.#parties = parties;
    this.#firms = firms;
  }

  /** Returns who the chunk stands for, itself where it names somebody, or null where that cannot be told. */
  antecedentOf(at: Mentioned, depth = 0): Mentioned | null {
    if (depth > 4) return null;
    const {passage, chunk} = at;
    const {tokens} = passage;
    const token = tokens[chunk.head];
    if (token.pos !== "PRON" && token.pos !== "DET")
      return this.#isFirm(at) ? (this.#earlier(at, this.#isBody, depth) ?? at) : at;
    const form = token.form.toLowerCase();
    if (/^(which|who|that)$/.test(form)) return this.#related(at, depth);
    if (/^(i|we|us|me|our|my|ours)$/.test(form)) return this.#speaker(at, form, depth);
    if (/^(it|its)$/.test(form)) return this.#earlier(at, this.#isBody, depth);
    if (/^(he|him|his|she|her)$/.test(form)) return this.#earlier(at, this.#isPerson, depth);
    if (/^(they|them|their)$/.test(form)) return this.#earlier(at, this.#isMany, depth);
    return null;
  }

  readonly #isBody = (kind: PartyKind, mentioned: Mentioned): boolean =>
    kind === "body" || kind === "place" || (kind === "name" && !isPersonal(mentioned, this.#parties));

  readonly #isPerson = (kind: PartyKind, mentioned: Mentioned): boolean =>
    kind === "person" || (kind === "name" && isPersonal(mentioned, this.#parties));

  readonly #isMany = (kind: PartyKind): boolean => kind === "people" || kind === "name" || kind === "body";

  // "the firm": a noun that tells no more than the kind.
  #isFirm({passage: {tokens}, chunk: {from, to, head}}: Mentioned): boolean {
    return to - from === 2 && /^(the|that)$/i.test(tokens[from].form) && this.#firms.has(tokens[head].lemma);
  }

  // "the agency, which": the noun before, where the tree does not tell.
  #related({passage, chunk}: Mentioned, depth: number): Mentioned | null {
    const before = chunk.from - (passage.tokens[chunk.from - 1]?.form === "," ? 2 : 1);
    const noun = before < 0 ? null : passage.chunkAround(before);
    return noun && noun.to === before + 1 ? this.antecedentOf({passage, chunk: noun}, depth + 1) : null;
  }

  #speaker({passage, chunk}: Mentioned, form: string, depth: number): Mentioned | null {
    const over = passage.sentence.scopes
      .filter(({from, to, voice, by}) => voice && by !== "according" && from <= chunk.head && chunk.head < to)
      .sort((a, b) => a.to - a.from - (b.to - b.from));
    const voice = over[0]?.voice;
    const said = voice ? {passage, chunk: voice} : this.#beforeSpeech(passage);
    if (!said) return null;
    if (!/^(we|us|our|ours)$/.test(form)) return this.antecedentOf(said, depth + 1);
    // "We sold 9," said Ondal's boss: the firm did.
    const owner = ownerOf(said);
    return this.antecedentOf(owner ?? said, depth + 1);
  }

  // Direct speech goes on: who spoke in the sentence before, or in one before that.
  #beforeSpeech({number}: Passage): Mentioned | null {
    for (let back = 1; back <= farthest; back++) {
      const passage = this.#passage(number - back);
      const voice = passage?.sentence.scopes.findLast(({voice, by}) => voice && by !== "according")?.voice;
      if (passage && voice) return {passage, chunk: voice};
    }
    return null;
  }

  #earlier(
    at: Mentioned,
    fits: (kind: PartyKind, mentioned: Mentioned) => boolean,
    depth: number,
  ): Mentioned | null {
    for (const candidate of this.#before(at)) {
      const kind = this.#parties.kindOf(candidate.passage, candidate.chunk);
      if (!kind || !fits(kind, candidate)) continue;
      return this.#isFirm(candidate) ? this.antecedentOf(candidate, depth + 1) : candidate;
    }
    return null;
  }

  // Those whom a pronoun may mean: subjects of the clauses around it, then of the sentences before.
  *#before({passage, chunk}: Mentioned): Iterable<Mentioned> {
    const own = passage.clauseOver(chunk.head);
    for (let clause = own?.parent ?? null; clause; clause = clause.parent)
      if (clause.subject && clause.subject.head < chunk.head)
        yield* this.#withOwner({passage, chunk: clause.subject});
    if (
      own?.subject &&
      own.subject.head < chunk.head &&
      own.subject !== chunk &&
      !within(own.subject, chunk.head)
    )
      yield* this.#withOwner({passage, chunk: own.subject});
    for (let back = 1; back <= farthest; back++) {
      const before = this.#passage(passage.number - back);
      if (!before) continue;
      for (const clause of bySubject(before))
        if (clause.subject) yield* this.#withOwner({passage: before, chunk: clause.subject});
      for (const {object, prepositions} of before.sentence.clauses) {
        if (object) yield* this.#withOwner({passage: before, chunk: object});
        for (const preposition of prepositions)
          if (/^(by|from|to|with)$/.test(preposition.word)) yield {passage: before, chunk: preposition.chunk};
      }
    }
  }

  *#withOwner(mentioned: Mentioned): Iterable<Mentioned> {
    const {tokens} = mentioned.passage;
    if (tokens[mentioned.chunk.head].pos === "PRON") return;
    yield mentioned;
    const owner = ownerOf(mentioned);
    if (owner && tokens[owner.chunk.head].pos !== "PRON") yield owner;
  }
}

const within = ({from, to}: Chunk, word: number): boolean => from <= word && word < to;

// The main clause goes first, for its subject is what a text speaks of.
function bySubject({sentence: {clauses}}: Passage): Clause[] {
  return [...clauses].sort((a, b) => depthOf(a) - depthOf(b) || a.head - b.head);
}

function depthOf(clause: Clause): number {
  let depth = 0;
  for (let above = clause.parent; above; above = above.parent) depth++;
  return depth;
}

/** Returns whose the chunk's noun is: "Ondal" of "Ondal's boss" and of "the boss of Ondal", or null. */
export function ownerOf({passage, chunk}: Mentioned): Mentioned | null {
  const {tree} = passage;
  const owner = tree.find(chunk.head, "nmod:poss");
  if (owner < 0) return null;
  // "its boss": a possessive pronoun is no chunk of its own.
  const alone = {from: owner, to: owner + 1, head: owner, kind: "noun" as const, number: null, mention: null};
  const inner = tree.tokens[owner].pos === "PRON" ? alone : passage.chunk(owner);
  return inner && {passage, chunk: inner};
}

// Two names in a row without a noun are a person's: "Anna Volmer"; of one alone the rest of the text tells.
function isPersonal(
  {passage: {tokens, tree}, chunk: {from, to, head}}: Mentioned,
  parties: Parties,
): boolean {
  for (let i = from; i < to; i++) if (titles.test(tokens[i].form)) return true;
  const names = tree
    .dependents(head)
    .filter((d) => tree.is(d, "flat", "compound") && tokens[d].pos === "PROPN");
  if (names.length === 0) return parties.isLastName(tokens[head].form) === true;
  return (
    names.some((d) => tree.is(d, "flat")) &&
    parties.isLastName(tokens[Math.max(head, ...names)].form) !== false
  );
}

const titles =
  /^(mr|mrs|ms|dr|sir|president|minister|chairman|chairwoman|secretary|spokesman|spokeswoman|king|queen|general|colonel|judge)\.?$/i;
