import {arcFeatures} from "./arcFeatures.js";
import {Features} from "./hash.js";
import {Line} from "./Line.js";
import {relationFeatures} from "./relationFeatures.js";
import {best, bestOf, type Scorer} from "./Scorer.js";
import {RIGHT, SHIFT, State} from "./State.js";
import {tagFeatures} from "./tagFeatures.js";
import type {WordForm} from "./wordForms.js";

/** The names of what the model tells apart; a class is a place in its list. */
export interface Names {
  /** Tags as part of speech and Penn tag: "VERB/VBD". */
  tags: string[];
  /** The sets of tags that words can have; the first is all of them. */
  tagSets: number[][];
  relations: string[];
}

/** What was learnt, and what its classes are called. */
export interface Learnt {
  names: Names;
  tagger: Scorer;
  /** The tagger's second pass, which sees the tags on both sides. */
  retagger: Scorer;
  moves: Scorer;
  relations: Scorer;
}

export const coarseTags = [
  "NOUN",
  "PROPN",
  "PRON",
  "VERB",
  "AUX",
  "ADJ",
  "ADV",
  "ADP",
  "SCONJ",
  "CCONJ",
  "DET",
  "NUM",
  "PART",
  "PUNCT",
  "SYM",
  "INTJ",
  "X",
];

// The relations that the parser's next move may hang on, one bit each.
const bits = [
  "nsubj",
  "obj",
  "iobj",
  "obl",
  "ccomp",
  "xcomp",
  "aux",
  "aux:pass",
  "cop",
  "mark",
  "case",
  "det",
  "nmod",
  "conj",
  "cc",
  "punct",
  "advmod",
  "advcl",
  "acl",
  "acl:relcl",
  "amod",
  "compound",
  "nummod",
  "appos",
  "nsubj:pass",
  "flat",
  "parataxis",
];

// Nine words in ten have a tag that is so far ahead of the second best: the second pass changes none of them for the better.
const certain = 400;

/** Tags and parses sentences of words, one at a time. */
export class TreeParser {
  readonly features = new Features();
  readonly state = new State();
  readonly learnt: Learnt;
  readonly coarseOf: Uint8Array;
  readonly bitOf: Int32Array;
  readonly marks: boolean[];
  readonly root: number;
  readonly scores = new Float64Array(256);

  constructor(learnt: Learnt) {
    this.learnt = learnt;
    const {tags, relations} = learnt.names;
    this.coarseOf = Uint8Array.from(tags, (tag) => coarseTags.indexOf(tag.split("/")[0]));
    this.bitOf = Int32Array.from(relations, (name) => (bits.includes(name) ? 1 << bits.indexOf(name) : 0));
    this.root = relations.indexOf("root");
    this.marks = relations.map((name) => name === "case" || name === "mark");
  }

  /** Returns the tag of each word. */
  tag(words: WordForm[]): Uint8Array {
    const first = new Uint8Array(words.length);
    const sure = new Uint8Array(words.length);
    const {tagger, retagger} = this.learnt;
    for (let i = 0; i < words.length; i++) {
      first[i] = this.#tagOne(tagger, words, i, first, null);
      sure[i] = this.#lead > certain ? 1 : 0;
    }
    const second = new Uint8Array(words.length);
    for (let i = 0; i < words.length; i++)
      second[i] = sure[i] ? first[i] : this.#tagOne(retagger, words, i, second, first);
    return second;
  }

  // How far the last tag was ahead of the second best.
  #lead = 0;

  #tagOne(scorer: Scorer, words: WordForm[], i: number, tags: Uint8Array, after: Uint8Array | null): number {
    const candidates = this.learnt.names.tagSets[words[i].tags];
    this.#lead = Infinity;
    if (candidates.length === 1) return candidates[0];
    tagFeatures(this.features, words, i, tags, after);
    scorer.score(this.features, this.scores);
    const top = bestOf(this.scores, candidates);
    for (const tag of candidates)
      if (tag !== top) this.#lead = Math.min(this.#lead, this.scores[top] - this.scores[tag]);
    return top;
  }

  /** Returns what the features look at of tagged words. */
  lineOf(words: WordForm[], tags: Uint8Array, commas: Uint8Array): Line {
    return new Line(words, tags, this.coarseOf, commas);
  }

  /** Parses a line; the state then holds heads and relations. */
  parse(line: Line): State {
    const {state} = this;
    state.reset(line.count);
    while (!state.done) {
      const move = this.nextMove(line);
      if (move === SHIFT) state.shift();
      else this.attach(move, this.relationFor(move, line));
    }
    return state;
  }

  nextMove(line: Line): number {
    const {state, scores} = this;
    if (state.depth === 0) return SHIFT;
    arcFeatures(this.features, state, line);
    this.learnt.moves.score(this.features, scores);
    let move = -1;
    for (let m = SHIFT; m <= RIGHT; m++)
      if (state.allows(m) && (move < 0 || scores[m] > scores[move])) move = m;
    return move;
  }

  relationFor(move: number, line: Line): number {
    const {state, scores, learnt} = this;
    const word = state.stack[state.depth - 1];
    const head = state.headFor(move);
    if (head === state.count) return this.root;
    relationFeatures(this.features, state, line, word, head);
    learnt.relations.score(this.features, scores);
    return best(scores, learnt.relations.classes);
  }

  attach(move: number, relation: number): void {
    this.state.attach(move, relation, this.marks[relation], this.bitOf[relation]);
  }
}
