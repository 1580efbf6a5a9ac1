import type {Basis} from "../../model/figure.js";
import type {Chunk, Clause} from "../syntax/Sentence.js";
import type {Vocab} from "../vocab.js";
import type {Focus} from "./Focus.js";
import type {Passage} from "./Passage.js";
import type {Parties} from "./parties.js";

/** Who says something, in the words of the article. */
export interface Voice {
  text: string;
  basis: Basis;
}

// Verbs of speech whose object is the number that they tell.
const counting = new Set(
  "count estimate expect forecast project predict reckon put calculate anticipate foresee want demand suspect accuse allege admit speak dismiss reject".split(
    " ",
  ),
);

/** Reads in whose voice a figure stands, from what governs it. */
export class SaidReader {
  readonly #vocab: Vocab;
  readonly #parties: Parties;
  readonly #focus: Focus;

  constructor(vocab: Vocab, parties: Parties, focus: Focus) {
    this.#vocab = vocab;
    this.#parties = parties;
    this.#focus = focus;
  }

  /**
   * Returns who says the figure at that word of a sentence: the innermost voice
   * that it stands in. Null where the sentence names nobody; who spoke in the
   * sentence before is not asked.
   */
  of(passage: Passage, root: number): Voice | null {
    const chunk = this.#counter(passage, root);
    return chunk && this.#name(passage, chunk);
  }

  // "The league counts 38 redundancies", "is forecast by analysts to post £90m"
  #counter(passage: Passage, root: number): Chunk | null {
    for (let clause: Clause | null = passage.clauseOver(root); clause; clause = above(clause)) {
      const {tokens} = passage;
      if (!clause.verb || !counting.has(tokens[clause.head].lemma) || clause.verb.negated) continue;
      if (clause.verb.passive) {
        const agent = clause.prepositions.find(
          ({word, governor}) => word === "by" && governor === clause?.head,
        );
        return agent?.chunk ?? null;
      }
      if (clause.verb.tense === "infinitive" || clause.verb.tense === "future") return null;
      return clause.subject && !(clause.subject.from <= root && root < clause.subject.to)
        ? clause.subject
        : null;
    }
    return null;
  }

  #name(passage: Passage, chunk: Chunk): Voice | null {
    if (passage.tokens[chunk.head].pos === "PRON") return null;
    const meant = this.#focus.antecedentOf({passage, chunk});
    if (!meant) return null;
    if (!this.#maySpeak(meant.passage, meant.chunk)) return null;
    const text = this.#parties.nameOf(meant.passage, meant.chunk);
    return text ? {text, basis: meant.chunk === chunk ? "stated" : "inferred"} : null;
  }

  #maySpeak(passage: Passage, chunk: Chunk): boolean {
    const {lemma, form} = passage.tokens[chunk.head];
    const {sources} = this.#vocab;
    return (
      this.#parties.kindOf(passage, chunk) !== null ||
      sources.has(lemma.toLowerCase()) ||
      sources.has(form.toLowerCase())
    );
  }
}

function above({link, parent, marker}: Clause): Clause | null {
  return link === "complement" || marker === "of" || marker === "that" ? parent : null;
}
