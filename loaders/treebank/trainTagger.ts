import {Features} from "../../src/waybill/parse/syntax/hash.js";
import {bestOf} from "../../src/waybill/parse/syntax/Scorer.js";
import {tagFeatures} from "../../src/waybill/parse/syntax/tagFeatures.js";
import {masked, type WordForm} from "../../src/waybill/parse/syntax/wordForms.js";
import {Perceptron} from "./Perceptron.js";
import {randomOf, shuffle} from "./random.js";

/** A sentence ready to be learnt from. */
export interface Lesson {
  words: WordForm[];
  tags: Uint8Array;
  heads: Int16Array;
  relations: Uint8Array;
  commas: Uint8Array;
  /** Words that are names. */
  names: boolean[];
}

export interface Course {
  rounds: number;
  seed: number;
  /** How many of the names are hidden from the learner each time. */
  mask: number;
  allowed?: Set<number> | null;
}

/** Returns the words with some of the names made unknown. */
export function hideNames({words, names}: Lesson, mask: number, random: () => number): WordForm[] {
  if (mask === 0) return words;
  return words.map((word, i) => (names[i] && random() < mask ? masked(word) : word));
}

/** Returns a tagger; with `first` one for the second pass over its tags. */
export function trainTagger(
  lessons: Lesson[],
  tagSets: number[][],
  first: Uint8Array[] | null,
  {rounds, seed, mask, allowed = null}: Course,
): Perceptron {
  const classes = tagSets[0].length;
  const learner = new Perceptron(classes, allowed);
  const random = randomOf(seed);
  const features = new Features();
  const scores = new Float64Array(classes);
  const order = lessons.map((_, n) => n);
  for (let round = 0; round < rounds; round++)
    for (const n of shuffle(order, random)) {
      const lesson = lessons[n];
      const words = hideNames(lesson, mask, random);
      const tags = new Uint8Array(words.length);
      for (let i = 0; i < words.length; i++) {
        const candidates = tagSets[words[i].tags];
        if (candidates.length === 1) {
          tags[i] = candidates[0];
          continue;
        }
        tagFeatures(features, words, i, tags, first?.[n] ?? null);
        learner.scoreSome(features, scores, candidates);
        const guess = bestOf(scores, candidates);
        learner.step();
        if (guess !== lesson.tags[i] && candidates.includes(lesson.tags[i]))
          learner.update(features, lesson.tags[i], guess);
        tags[i] = guess;
      }
    }
  learner.average();
  return learner;
}

/** Returns the tags of a single pass. */
export function tagOnce(
  scorer: Perceptron,
  tagSets: number[][],
  words: WordForm[],
  first: Uint8Array | null,
): Uint8Array {
  const features = new Features();
  const scores = new Float64Array(scorer.classes);
  const tags = new Uint8Array(words.length);
  for (let i = 0; i < words.length; i++) {
    const candidates = tagSets[words[i].tags];
    if (candidates.length === 1) {
      tags[i] = candidates[0];
      continue;
    }
    tagFeatures(features, words, i, tags, first);
    scorer.scoreSome(features, scores, candidates);
    tags[i] = bestOf(scores, candidates);
  }
  return tags;
}
