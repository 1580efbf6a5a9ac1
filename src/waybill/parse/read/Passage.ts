import type {Chunk, Clause, Sentence, Token} from "../syntax/Sentence.js";
import {Tree} from "../syntax/Tree.js";

/** A parsed sentence with its tree, for those who ask what a figure in it is part of. */
export class Passage {
  /** Which of the document's sentences it is. */
  readonly number: number;
  readonly sentence: Sentence;
  readonly tree: Tree;
  readonly #chunks = new Map<number, Chunk>();
  readonly #clauses = new Map<number, Clause>();

  constructor(number: number, sentence: Sentence) {
    this.number = number;
    this.sentence = sentence;
    this.tree = new Tree(sentence.tokens);
    for (const chunk of sentence.chunks) if (chunk.kind === "noun") this.#chunks.set(chunk.head, chunk);
    for (const clause of sentence.clauses) this.#clauses.set(clause.head, clause);
  }

  get tokens(): readonly Token[] {
    return this.sentence.tokens;
  }

  /** The noun chunk with that head, or null. */
  chunk(head: number): Chunk | null {
    return this.#chunks.get(head) ?? null;
  }

  /** The noun chunk that the word stands in, the innermost of them, or null. */
  chunkAround(word: number): Chunk | null {
    let best: Chunk | null = null;
    for (const chunk of this.#chunks.values())
      if (chunk.from <= word && word < chunk.to && (!best || chunk.to - chunk.from < best.to - best.from))
        best = chunk;
    return best;
  }

  /** The clause that the word heads, or null. */
  clause(head: number): Clause | null {
    return this.#clauses.get(head) ?? null;
  }

  /** The innermost clause that the word stands in, or null. */
  clauseOver(word: number): Clause | null {
    const own = this.#clauses.get(word);
    if (own) return own;
    for (const above of this.tree.above(word)) {
      const clause = this.#clauses.get(above);
      if (clause) return clause;
    }
    return null;
  }

  /** The word that governs all others of the characters [start, end), or -1. */
  rootOf(start: number, end: number): number {
    const {tokens} = this;
    const first = this.wordAt(start);
    let last = first;
    while (last >= 0 && last < tokens.length && tokens[last].start < end) last++;
    let root = -1;
    for (let i = first; i >= 0 && i < last; i++) {
      const {head, pos} = tokens[i];
      if (head >= first && head < last) continue;
      // A hedge may hang beside its number: "more than 20 boats". Of "20 barrels a day" the barrels are counted.
      const isNoun = root >= 0 && /^(NOUN|PROPN|SYM)$/.test(tokens[root].pos);
      if (root < 0 || (!isNoun && /^(NOUN|PROPN|NUM|SYM)$/.test(pos))) root = i;
    }
    return root;
  }

  /** The first word of the characters from `start` on. */
  wordAt(start: number): number {
    return this.tokens.findIndex(({end}) => end > start);
  }

  /** The text of words [from, to) as it is written. */
  text(source: string, from: number, to: number): string {
    return source.slice(this.tokens[from].start, this.tokens[to - 1].end).replace(/\s+/g, " ");
  }
}
