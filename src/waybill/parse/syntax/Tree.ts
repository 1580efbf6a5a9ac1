import type {Token} from "./Sentence.js";

/** A parsed sentence's words with their dependents, for whoever walks the tree. */
export class Tree {
  readonly tokens: readonly Token[];
  readonly #dependents: number[][];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
    this.#dependents = tokens.map(() => []);
    tokens.forEach(({head}, i) => {
      if (head >= 0) this.#dependents[head].push(i);
    });
  }

  /** The words that hang on this one, in the order of the sentence. */
  dependents(word: number): readonly number[] {
    return this.#dependents[word];
  }

  /** The first dependent with one of the relations, or -1. A relation without its subtype stands for all of them. */
  find(word: number, ...relations: string[]): number {
    return this.#dependents[word].find((i) => this.is(i, ...relations)) ?? -1;
  }

  /** Whether the word has one of the relations to its head. */
  is(word: number, ...relations: string[]): boolean {
    const {relation} = this.tokens[word];
    return relations.includes(relation) || relations.includes(relation.split(":")[0]);
  }

  /** First and last word + 1 of all that hangs on the word, itself included. */
  span(word: number, without: (dependent: number) => boolean = () => false): {from: number; to: number} {
    let from = word;
    let to = word + 1;
    // A list in place of a call for each level: a tree of 200 words can be 200 deep.
    const todo = [word];
    for (let i = todo.pop(); i !== undefined; i = todo.pop())
      for (const d of this.#dependents[i]) {
        if (i === word && without(d)) continue;
        from = Math.min(from, d);
        to = Math.max(to, d + 1);
        todo.push(d);
      }
    return {from, to};
  }

  /** The words above this one, nearest first. */
  *above(word: number): Iterable<number> {
    for (let i = this.tokens[word].head; i >= 0; i = this.tokens[i].head) yield i;
  }
}
