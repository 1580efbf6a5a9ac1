import type {WordForm} from "./wordForms.js";

/**
 * What the parser's features look at of a sentence, as lists of numbers. Word i
 * stands at i + 1; before the first word and behind the last are places of their
 * own, the root being the first of those behind, so that nobody asks for bounds.
 */
export class Line {
  readonly count: number;
  readonly word: Int32Array;
  /** Tags, and the parts of speech among them. */
  readonly fine: Uint8Array;
  readonly coarse: Uint8Array;
  readonly noun: Uint8Array;
  readonly verb: Uint8Array;
  readonly suffix: Int32Array;
  /** How many commas and the like stand before word i, at i itself. */
  readonly commas: Uint8Array;

  constructor(words: readonly WordForm[], tags: Uint8Array, coarseOf: Uint8Array, commas: Uint8Array) {
    const {length} = words;
    this.count = length;
    this.word = new Int32Array(length + 6).fill(-2);
    this.fine = new Uint8Array(length + 6).fill(253);
    this.coarse = new Uint8Array(length + 6).fill(29);
    this.noun = new Uint8Array(length + 6);
    this.verb = new Uint8Array(length + 6);
    this.suffix = new Int32Array(length + 6);
    this.commas = commas;
    this.word[0] = -1;
    this.fine[0] = 251;
    this.coarse[0] = 31;
    this.fine[length + 1] = 252;
    this.coarse[length + 1] = 30;
    for (let i = 0; i < length; i++) {
      const form = words[i];
      this.word[i + 1] = form.word;
      this.fine[i + 1] = tags[i];
      this.coarse[i + 1] = coarseOf[tags[i]];
      this.noun[i + 1] = form.noun;
      this.verb[i + 1] = form.verb;
      this.suffix[i + 1] = form.suffix3;
    }
  }
}
