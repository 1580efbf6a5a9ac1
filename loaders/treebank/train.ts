import {commasBefore} from "../../src/waybill/parse/syntax/commas.js";
import {longestParsed} from "../../src/waybill/parse/syntax/Syntax.js";
import type {Names} from "../../src/waybill/parse/syntax/TreeParser.js";
import {type Entry, WordForms} from "../../src/waybill/parse/syntax/wordForms.js";
import type {Gold} from "./conllu.js";
import {addFrequent} from "./lexicon.js";
import type {Perceptron} from "./Perceptron.js";
import {trainParser} from "./trainParser.js";
import {type Lesson, tagOnce, trainTagger} from "./trainTagger.js";
import type {Parts} from "./writeModel.js";

export interface Training {
  seed: number;
  /** How often all sentences are gone through, by the tagger and by the parser. */
  tagRounds: number;
  parseRounds: number;
  /** In how many parts the treebank is cut, so that each is tagged by what the others taught. */
  folds: number;
  /** The share of names that are hidden, for names are what a treebank knows least of. */
  mask: number;
  /** How many features are kept of the tagger's passes, the moves and the relations. */
  keep: {tagger: number; retagger: number; moves: number; relations: number};
  log(message: string): void;
}

/**
 * Learns a tagger and a parser from a treebank, twice: with all features, and
 * once more with those alone that turned out to weigh most. The words of
 * `lexicon` are known, and so are those that the treebank has more than once.
 */
export function train(treebank: Gold[], lexicon: Map<string, Entry>, training: Training): Parts {
  const {seed, parseRounds, mask, keep, log} = training;
  const names = namesOf(treebank, lexicon);
  const lessons = lessonsOf(treebank, names, new WordForms(lexicon));
  const {first, second} = tagUnseen(lessons, names, training);
  const {tagger, retagger} = trainTaggers(lessons, names, first, training);
  log("learnt to tag");
  const learnt = {names, tagger, retagger};
  const course = {
    rounds: parseRounds,
    seed,
    mask,
    onRound: (round: number) => log(`parsed ${round + 1} times`),
  };
  // What weighs most shows before all is learnt.
  const all = trainParser(lessons, second, learnt, {...course, rounds: Math.ceil(parseRounds / 2)});
  const allowed = heaviest(all.moves, keep.moves);
  const allowedRelations = heaviest(all.relations, keep.relations);
  const {moves, relations} = trainParser(lessons, second, learnt, {...course, allowed, allowedRelations});
  return {names, lexicon, tagger, retagger, moves, relations};
}

/**
 * Returns the tags that each sentence gets, in the first and in the second pass,
 * from taggers that have not seen it. Who has seen a sentence tags it better than
 * any other: what is learnt from such tags trusts them too much.
 */
export function tagUnseen(
  lessons: Lesson[],
  {tagSets}: Names,
  {seed, tagRounds, folds, mask, log}: Training,
): {first: Uint8Array[]; second: Uint8Array[]} {
  const pass = (parts: number, before: Uint8Array[] | null): Uint8Array[] => {
    const tagged = new Array<Uint8Array>(lessons.length);
    for (let part = 0; part < parts; part++) {
      const others = (_: unknown, n: number) => n % parts !== part;
      const course = {rounds: tagRounds, seed, mask};
      const learner = trainTagger(lessons.filter(others), tagSets, before?.filter(others) ?? null, course);
      lessons.forEach(({words}, n) => {
        if (n % parts === part) tagged[n] = tagOnce(learner, tagSets, words, before?.[n] ?? null);
      });
      log(`tagged part ${part + 1} of ${parts}`);
    }
    return tagged;
  };
  const first = pass(folds, null);
  // The second pass changes few tags: two parts are enough to see which.
  return {first, second: pass(2, first)};
}

/** Returns the taggers of both passes, with the features that weigh most; `first` are the tags of the first pass. */
export function trainTaggers(
  lessons: Lesson[],
  {tagSets}: Names,
  first: Uint8Array[],
  {seed, tagRounds, mask, keep}: Training,
): {tagger: Perceptron; retagger: Perceptron} {
  const course = {rounds: tagRounds, seed, mask};
  return {
    tagger: twice(keep.tagger, (allowed) => trainTagger(lessons, tagSets, null, {...course, allowed})),
    retagger: twice(keep.retagger, (allowed) => trainTagger(lessons, tagSets, first, {...course, allowed})),
  };
}

function twice(keep: number, learn: (allowed: Set<number> | null) => Perceptron): Perceptron {
  return learn(heaviest(learn(null), keep));
}

// The features whose weights differ most between classes.
export function heaviest(learner: Perceptron, keep: number): Set<number> {
  const sizes: [feature: number, size: number][] = [];
  for (const [feature, row] of learner.entries()) {
    let size = 0;
    for (const weight of row) size = Math.max(size, Math.abs(weight));
    sizes.push([feature, size]);
  }
  sizes.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return new Set(sizes.slice(0, keep).map(([feature]) => feature));
}

// Tags that occur so seldom are read as the commonest of their part of speech.
const rareTag = 25;

export function namesOf(treebank: Gold[], lexicon: Map<string, Entry>): Names {
  const counts = new Map<string, number>();
  for (const {tags} of treebank) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const commonest = [...counts]
    .filter(([, count]) => count >= rareTag)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const relations = [...new Set(treebank.flatMap(({relations}) => relations))].sort();
  const tags = commonest.map(([tag]) => tag);
  return {tags, tagSets: addFrequent(lexicon, treebank, tags), relations};
}

/** Returns the sentences of a treebank with the model's numbers for tags and relations. */
export function lessonsOf(treebank: Gold[], names: Names, forms: WordForms): Lesson[] {
  return treebank
    .filter(({heads}) => heads.length <= longestParsed)
    .map((gold) => lessonOf(gold, names, forms));
}

function lessonOf(gold: Gold, {tags, relations}: Names, forms: WordForms): Lesson {
  const tagOf = (tag: string) => {
    const [pos] = tag.split("/");
    const known = tags.indexOf(tag);
    return known >= 0
      ? known
      : Math.max(
          0,
          tags.findIndex((other) => other.split("/")[0] === pos),
        );
  };
  return {
    words: gold.forms.map((form) => forms.of(form)),
    tags: Uint8Array.from(gold.tags, tagOf),
    heads: Int16Array.from(gold.heads),
    relations: Uint8Array.from(gold.relations, (name) => Math.max(0, relations.indexOf(name))),
    commas: commasBefore(gold.forms),
    names: gold.tags.map((tag) => tag.startsWith("PROPN")),
  };
}
