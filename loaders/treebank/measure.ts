import {toDoc} from "../../src/waybill/parse/document.js";
import type {Sentence, Token} from "../../src/waybill/parse/syntax/Sentence.js";
import {type Grammar, Syntax, sayingVerbs, toSentence} from "../../src/waybill/parse/syntax/Syntax.js";
import type {Words} from "../../src/waybill/parse/syntax/words.js";
import type {Vocab} from "../../src/waybill/parse/vocab.js";
import {type Gold, textOf} from "./conllu.js";
import {type Count, factsOf, type Question, questions} from "./facts.js";

/** How well a grammar does on a treebank, with the treebank's words or with our own. */
export interface Measured {
  facts: Record<Question, Count>;
  /** Words cut as the treebank has them. */
  words: Count;
  /** Of words: part of speech, Penn tag as well, base form of nouns and verbs. */
  pos: Count;
  tags: Count;
  lemmas: Count;
  /** Of words but punctuation: right head, and right relation as well. */
  heads: Count;
  labelled: Count;
}

/** Returns how well the grammar does; with `own` the text is cut into sentences and words by our parser. */
export function measure(grammar: Grammar, treebank: Gold[], vocab: Vocab, own: boolean): Measured {
  const count = (): Count => ({gold: 0, found: 0, right: 0});
  const measured: Measured = {
    facts: Object.fromEntries(questions.map((name) => [name, count()])) as Record<Question, Count>,
    words: count(),
    pos: count(),
    tags: count(),
    lemmas: count(),
    heads: count(),
    labelled: count(),
  };
  const saying = sayingVerbs(vocab);
  for (const gold of treebank) {
    const right = toSentence(goldTokens(gold), 0, 0, saying);
    const found = own
      ? ownSentences(grammar, textOf(gold), vocab)
      : [toSentence(grammar.parse(wordsOfGold(gold)), 0, 0, saying)];
    compareWords(measured, right, found);
    const answers = found.map((sentence) => factsOf(sentence, saying));
    for (const [name, facts] of Object.entries(factsOf(right, saying)) as [Question, Set<string>][])
      compare(measured.facts[name], facts, new Set(answers.flatMap((answer) => [...answer[name]])));
  }
  return measured;
}

function compare(count: Count, gold: ReadonlySet<string>, found: ReadonlySet<string>): void {
  count.gold += gold.size;
  count.found += found.size;
  for (const fact of found) if (gold.has(fact)) count.right++;
}

function compareWords(measured: Measured, gold: Sentence, found: Sentence[]): void {
  const facts = (sentences: Sentence[], of: (token: Token, all: Token[]) => string | null) =>
    new Set(
      sentences.flatMap(({tokens}) =>
        tokens.flatMap((token) => {
          const fact = of(token, tokens);
          return fact === null ? [] : [`${token.start}-${token.end} ${fact}`];
        }),
      ),
    );
  const headOf = ({head}: Token, all: Token[]) => (head < 0 ? "root" : all[head].start);
  const ask = (count: Count, of: (token: Token, all: Token[]) => string | null) =>
    compare(count, facts([gold], of), facts(found, of));
  ask(measured.words, () => "");
  ask(measured.pos, ({pos}) => pos);
  ask(measured.tags, ({pos, tag}) => `${pos} ${tag}`);
  ask(measured.lemmas, ({pos, lemma}) => (/^(NOUN|VERB|AUX)$/.test(pos) ? lemma.toLowerCase() : null));
  ask(measured.heads, (token, all) => (token.pos === "PUNCT" ? null : `${headOf(token, all)}`));
  ask(measured.labelled, (token, all) =>
    token.pos === "PUNCT" ? null : `${headOf(token, all)} ${token.relation}`,
  );
}

function ownSentences(grammar: Grammar, text: string, vocab: Vocab): Sentence[] {
  const doc = toDoc(text, vocab, null);
  const syntax = new Syntax(doc, grammar);
  return doc.sentenceStart.flatMap((_, n) => syntax.sentence(n) ?? []);
}

/** Returns the words of a treebank's sentence with their places in its text. */
export function wordsOfGold({forms, space}: Gold): Words {
  const words: Words = {forms, start: [], end: [], token: []};
  let at = 0;
  forms.forEach((form, i) => {
    words.start.push(at);
    words.end.push(at + form.length);
    words.token.push(i);
    at += form.length + (space[i] ? 1 : 0);
  });
  return words;
}

/** Returns a treebank's sentence as a parser that makes no mistake would give it. */
export function goldTokens(gold: Gold): Token[] {
  const {start, end} = wordsOfGold(gold);
  return gold.forms.map((form, i) => {
    const [pos, tag] = gold.tags[i].split("/");
    return {
      form,
      start: start[i],
      end: end[i],
      token: i,
      pos,
      tag,
      lemma: gold.lemmas[i],
      head: gold.heads[i] === gold.forms.length ? -1 : gold.heads[i],
      relation: gold.relations[i],
    };
  });
}
