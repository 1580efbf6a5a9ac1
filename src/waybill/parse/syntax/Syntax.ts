import {type Doc, sentenceTokens} from "../document.js";
import {findChunks} from "./chunks.js";
import {findClauses} from "./clauses.js";
import {commasBefore} from "./commas.js";
import {lemmaOf} from "./lemma.js";
import type {Model} from "./modelFile.js";
import type {Sentence, Token} from "./Sentence.js";
import {findScopes} from "./scopes.js";
import {Tree} from "./Tree.js";
import {TreeParser} from "./TreeParser.js";
import {type Lexicon, WordForms} from "./wordForms.js";
import {type Words, wordsOf} from "./words.js";

/** Longer sentences are not parsed: there are none in prose, and the grammar has not learnt from any. */
export const longestParsed = 200;

/** A model made ready to parse, for as many texts as you like. */
export class Grammar {
  readonly #parser: TreeParser;
  readonly #forms: WordForms;
  readonly lexicon: Lexicon;

  constructor({learnt, lexicon}: Model) {
    this.#parser = new TreeParser(learnt);
    this.#forms = new WordForms(lexicon);
    this.lexicon = lexicon;
  }

  /** Returns the words of a sentence with tags, lemmas, heads and relations. */
  parse({forms, start, end, token}: Words): Token[] {
    const parser = this.#parser;
    const words = forms.map((form) => this.#forms.of(form));
    const tags = parser.tag(words);
    const state = parser.parse(parser.lineOf(words, tags, commasBefore(forms)));
    const {names} = parser.learnt;
    return forms.map((form, i) => {
      const [pos, tag] = names.tags[tags[i]].split("/");
      return {
        form,
        start: start[i],
        end: end[i],
        token: token[i],
        pos,
        tag,
        lemma: lemmaOf(form, pos, tag, this.lexicon),
        head: state.head[i] === forms.length ? -1 : state.head[i],
        relation: names.relations[state.relation[i]],
      };
    });
  }
}

/** Returns what follows from a sentence's words and tree. */
export function toSentence(tokens: Token[], from: number, to: number, saying: ReadonlySet<string>): Sentence {
  const tree = new Tree(tokens);
  const chunks = findChunks(tree);
  const clauses = findClauses(tree, chunks);
  return {from, to, tokens, chunks, clauses, scopes: findScopes(tree, clauses, saying)};
}

/** The syntax of a document, worked out sentence by sentence when it is asked for. */
export class Syntax {
  readonly #doc: Doc;
  readonly #grammar: Grammar;
  readonly #saying: ReadonlySet<string>;
  readonly #known: (Sentence | null | undefined)[] = [];

  constructor(doc: Doc, grammar: Grammar) {
    this.#doc = doc;
    this.#grammar = grammar;
    this.#saying = sayingVerbs(doc.vocab);
  }

  /**
   * Returns the syntax of the document's sentence of that number, or null where it
   * has no words or more than longestParsed tokens.
   *
   * @example
   * new Syntax(toDoc("Dorex sold 20 boats to Peru.", vocab, null), grammar).sentence(0)?.clauses[0].object;
   * // {from: 2, to: 4, head: 3, kind: "noun", number: 2, mention: null}: "20 boats"
   */
  sentence(number: number): Sentence | null {
    const known = this.#known[number];
    if (known !== undefined) return known;
    const parsed = this.#parse(number);
    this.#known[number] = parsed;
    return parsed;
  }

  #parse(number: number): Sentence | null {
    // A document's sentences are cut at that length: neither a piece nor what follows it is a sentence.
    if (this.#tokensOf(number) >= longestParsed || this.#tokensOf(number - 1) >= longestParsed) return null;
    const {from, to} = sentenceTokens(this.#doc, number);
    const words = wordsOf(this.#doc, from, to);
    if (words.forms.length === 0 || words.forms.length > longestParsed) return null;
    return toSentence(this.#grammar.parse(words), from, to, this.#saying);
  }

  #tokensOf(number: number): number {
    const {sentenceStart, count} = this.#doc;
    return number < 0 ? 0 : (sentenceStart[number + 1] ?? count) - sentenceStart[number];
  }
}

const sayingOf = new WeakMap<Doc["vocab"], ReadonlySet<string>>();

/** Returns the base forms of the vocabulary's verbs of speech. */
export function sayingVerbs(vocab: Doc["vocab"]): ReadonlySet<string> {
  let saying = sayingOf.get(vocab);
  if (!saying) {
    saying = new Set(
      [...vocab.words.values()].flatMap(({verb}) => (verb?.frame === "say" ? [verb.lemma] : [])),
    );
    sayingOf.set(vocab, saying);
  }
  return saying;
}
