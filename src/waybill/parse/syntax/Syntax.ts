import {type Doc, sentenceTokens} from "../document.js";
import type {Found} from "../Found.js";
import type {RoleModel} from "../read/roles/RoleModel.js";
import {findChunks} from "./chunks.js";
import {findClauses} from "./clauses.js";
import {commasBefore} from "./commas.js";
import {findInserts, findTail} from "./inserts.js";
import {lemmaOf} from "./lemma.js";
import {mendRoot} from "./mendRoot.js";
import type {Model} from "./modelFile.js";
import {afterDateline, plainNumbers, type Reading, readPlainly} from "./plainWords.js";
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
  /** What was learnt of who has which part in a figure. */
  readonly roles: RoleModel | null;

  constructor({learnt, lexicon}: Model, roles: RoleModel | null = null) {
    this.roles = roles;
    this.#parser = new TreeParser(learnt);
    this.#forms = new WordForms(lexicon);
    this.lexicon = lexicon;
  }

  /** Returns the words of a sentence with tags, lemmas, heads and relations. */
  parse(words: Words): Token[] {
    const tail = findTail(words.forms);
    return tail < 0 ? this.#parseMain(words) : this.#parseTold(words, tail);
  }

  #parseMain(words: Words): Token[] {
    const tokens = this.#parseWhole(words);
    mendRoot(tokens);
    return tokens;
  }

  // "Greece will hand 9 boats to Peru, the daily reported": each half is parsed by itself.
  #parseTold(words: Words, comma: number): Token[] {
    const {length} = words.forms;
    const range = (from: number, to: number) => Array.from({length: to - from}, (_, n) => from + n);
    const end = /^[.!?]$/.test(words.forms[length - 1]) ? length - 1 : length;
    const mainAt = [...range(0, comma), ...range(end, length)];
    const main = this.#parseMain(pick(words, mainAt));
    const tail = this.#parseWhole(pick(words, range(comma + 1, end)));
    const tokens: Token[] = [];
    main.forEach((token, n) => {
      tokens[mainAt[n]] = {...token, head: token.head < 0 ? -1 : mainAt[token.head]};
    });
    tail.forEach((token, n) => {
      tokens[comma + 1 + n] = {...token, head: token.head < 0 ? -1 : token.head + comma + 1};
    });
    const said = comma + 1 + tail.findIndex(({head}) => head < 0);
    const told = mainAt[main.findIndex(({head}) => head < 0)];
    tokens[told] = {...tokens[told], head: said, relation: "ccomp"};
    tokens[comma] = this.#comma(words, comma, said);
    return tokens;
  }

  #parseWhole(words: Words): Token[] {
    const {forms} = words;
    const inserts = findInserts(forms);
    if (inserts.length === 0) return this.#parseAll(words);
    const inside = words.forms.map((_, i) => inserts.findIndex(({from, to}) => from <= i && i < to));
    const tokens: Token[] = [];
    const place = (part: Token[], at: readonly number[]) =>
      part.forEach((token, n) => {
        tokens[at[n]] = {...token, head: token.head < 0 ? -1 : at[token.head]};
      });
    const rest = words.forms.flatMap((_, i) => (inside[i] < 0 ? [i] : []));
    place(this.#parseAll(pick(words, rest)), rest);
    const top = tokens.findIndex((token) => token?.head === -1);
    inserts.forEach(({from, to, kind}) => {
      const opens = kind === "opener";
      const at = Array.from({length: to - from - (opens ? 1 : 2)}, (_, n) => from + (opens ? n : n + 1));
      const part = this.#parseAll(pick(words, at));
      place(part, at);
      const root = at[part.findIndex(({head}) => head < 0)];
      const head = opens ? top : nounEndingAt(tokens, from - 1);
      // "Ondal (a maker of lathes)"
      const isNoun = forms[from] === "(" && /^(NOUN|PROPN)$/.test(tokens[root].pos);
      const relation = isNoun ? "appos" : {opener: "advmod", aside: "parataxis", apposition: "appos"}[kind];
      tokens[root] = {...tokens[root], head, relation};
      for (const comma of opens ? [to - 1] : [from, to - 1]) tokens[comma] = this.#comma(words, comma, root);
    });
    return tokens;
  }

  #comma({forms, start, end, token}: Words, i: number, head: number): Token {
    return {
      form: forms[i],
      start: start[i],
      end: end[i],
      token: token[i],
      pos: "PUNCT",
      tag: forms[i] === "(" ? "-LRB-" : forms[i] === ")" ? "-RRB-" : ",",
      lemma: forms[i],
      head,
      relation: "punct",
    };
  }

  #parseAll({forms, start, end, token}: Words): Token[] {
    const parser = this.#parser;
    const words = forms.map((form) => this.#forms.of(form));
    const {names} = parser.learnt;
    const tags = mendTags(forms, parser.tag(words), names.tags);
    const state = parser.parse(parser.lineOf(words, tags, commasBefore(forms)));
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

const wishes = /^(plans|aims|hopes|wants|seeks|offers|promises|pledges|intends|vows|needs)$/;

/**
 * Returns the tags with some mended that a tagger of single words confuses: "40
 * tracked howitzers" are not what 40 tracked, and "it invoiced" is done by it.
 */
function mendTags(forms: readonly string[], tags: Uint8Array, names: readonly string[]): Uint8Array {
  const past = names.indexOf("VERB/VBD");
  const participle = names.indexOf("VERB/VBN");
  for (let i = 1; i < tags.length; i++) {
    const before = names[tags[i - 1]];
    const after = names[tags[i + 1]] ?? "";
    if (tags[i] === past && /^NUM/.test(before) && /^NOUN/.test(after)) tags[i] = participle;
    else if (tags[i] === participle && before === "PRON/PRP" && /^(it|he|she|they|we|i)$/i.test(forms[i - 1]))
      tags[i] = past;
    // "Dorex invoiced Ondal": no name is written small.
    else if (
      names[tags[i]].startsWith("PROPN") &&
      /^[a-z]{3,}ed$/.test(forms[i]) &&
      /^(PROPN|NOUN|PRON)/.test(before)
    )
      tags[i] = past;
    // "shipments of Swiss watches to Peru"
    else if (
      names[tags[i]] === "VERB/VBZ" &&
      /^(PROPN|ADJ)/.test(before) &&
      names[tags[i - 2]]?.startsWith("ADP")
    )
      tags[i] = names.indexOf("NOUN/NNS");
    // "Machines made in Peru accounted for": another verb comes.
    else if (
      tags[i] === past &&
      /^(made|produced|built|manufactured|assembled)$/.test(forms[i]) &&
      /^(NOUN|PROPN)/.test(before) &&
      /^ADP/.test(after) &&
      tags.indexOf(past, i + 1) > 0
    )
      tags[i] = participle;
    // "The airline plans to buy 9": what stands between a noun and "to" is done.
    else if (after === "PART/TO" && /^(NOUN|PROPN)/.test(before) && wishes.test(forms[i]))
      tags[i] = names.indexOf("VERB/VBZ");
    else if (names[tags[i]] === "NOUN/NNS" && telling.test(forms[i]) && isTold(forms, tags, names, i))
      tags[i] = names.indexOf("VERB/VBZ");
  }
  return tags;
}

const telling = /^(reports|estimates|claims|states|shows|notes|counts|forecasts|replies|answers|rules)$/;

// "The airline replies that", "…, the port authority reports.": who says so stands before, and nothing else.
function isTold(forms: readonly string[], tags: Uint8Array, names: readonly string[], i: number): boolean {
  if (!/^(NOUN|PROPN)/.test(names[tags[i - 1]])) return false;
  if (forms[i + 1] === "that") return true;
  if (!/^[.,;:]$/.test(forms[i + 1] ?? ".")) return false;
  let first = i - 1;
  while (first >= 0 && (/^(NOUN|PROPN|ADJ|PART)/.test(names[tags[first]]) || forms[first] === "of")) first--;
  return (forms[first - 1] ?? ",") === "," && /^(DET|PRON)\//.test(names[tags[first]]);
}

function pick({forms, start, end, token}: Words, at: readonly number[]): Words {
  const of = <T>(list: readonly T[]) => at.map((i) => list[i]);
  return {forms: of(forms), start: of(start), end: of(end), token: of(token)};
}

// The noun that a word is the last of: of "Ondal Trading" its head.
function nounEndingAt(tokens: readonly Token[], at: number): number {
  let noun = at;
  while (/^(compound|flat|amod|nummod|goeswith)/.test(tokens[noun].relation) && tokens[noun].head >= 0) {
    if (tokens[noun].head > at) break;
    noun = tokens[noun].head;
  }
  // "one of them, Ondal,"
  return tokens[noun].pos === "PRON" && tokens[noun].relation === "nmod" ? tokens[noun].head : noun;
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
  readonly #readings: readonly Reading[];
  readonly #known: (Sentence | null | undefined)[] = [];

  /** With the figures of the document their numbers are read as plain ones, however they are written. */
  constructor(doc: Doc, grammar: Grammar, figures: readonly Found[] = []) {
    this.#doc = doc;
    this.#readings = plainNumbers(doc, figures);
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
    const doc = this.#doc;
    const words = readPlainly(doc, wordsOf(doc, afterDateline(doc, from, to), to), this.#readings);
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
