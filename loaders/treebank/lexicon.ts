import {readFileSync} from "node:fs";
import {join} from "node:path";
import {type Entry, normal} from "../../src/waybill/parse/syntax/wordForms.js";
import type {Gold} from "./conllu.js";

// Numbers of the files that the senses of nouns and verbs lie in; 3 to 28 are nouns, 29 to 43 verbs.
const firstNoun = 3;
const firstVerb = 29;

const nothing = {
  frequent: false,
  tags: 0,
  noun: 0,
  verb: 0,
  adjective: false,
  adverb: false,
  nounRank: Infinity,
  verbRank: Infinity,
};

/** Returns what WordNet's index of senses in the folder tells of single words, counted in its texts at least `atLeast` times. */
export function readWordNet(folder: string, atLeast: number): Map<string, Entry> {
  const counts = new Map<string, number>();
  const entries = new Map<string, typeof nothing>();
  for (const line of readFileSync(join(folder, "index.sense"), "latin1").split("\n")) {
    const match = /^([a-z]{2,})%(\d):(\d\d):\S+ \d+ (\d+) (\d+)/.exec(line);
    if (!match) continue;
    const [, word, kind, file, rank, count] = match;
    counts.set(word, (counts.get(word) ?? 0) + Number(count));
    const entry = entries.get(word) ?? {...nothing};
    entries.set(word, entry);
    if (kind === "1" && Number(rank) < entry.nounRank) {
      entry.nounRank = Number(rank);
      entry.noun = Number(file) - firstNoun + 1;
    } else if (kind === "2" && Number(rank) < entry.verbRank) {
      entry.verbRank = Number(rank);
      entry.verb = Number(file) - firstVerb + 1;
    } else if (kind === "3" || kind === "5") entry.adjective = true;
    else if (kind === "4") entry.adverb = true;
  }
  const kept = new Map<string, Entry>();
  for (const [word, {noun, verb, adjective, adverb}] of entries)
    if (counts.get(word)! >= atLeast)
      kept.set(word, {frequent: false, tags: 0, noun, verb, adjective, adverb});
  return kept;
}

// A word that is this often in the treebank has only tags that it has there, those left out that are hardly ever.
const oftenEnough = 20;
const hardlyEver = 0.002;
const mostSets = 256;

/**
 * Marks in the lexicon the words that the treebank has at least twice, and
 * returns the sets of tags that the commonest of them have, the first being all.
 */
export function addFrequent(
  lexicon: Map<string, Entry>,
  treebank: Gold[],
  tags: readonly string[],
): number[][] {
  const counts = new Map<string, number[]>();
  for (const gold of treebank)
    gold.forms.forEach((form, i) => {
      const word = normal(form);
      let tagged = counts.get(word);
      if (!tagged) {
        tagged = tags.map(() => 0);
        counts.set(word, tagged);
      }
      tagged[Math.max(0, tags.indexOf(gold.tags[i]))]++;
    });
  const sets: number[][] = [tags.map((_, tag) => tag)];
  const places = new Map<string, number>();
  // The commonest words first, for whom there are places enough.
  const words = [...counts].map(([word, tagged]) => ({word, tagged, count: tagged.reduce((a, b) => a + b)}));
  words.sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
  for (const {word, tagged, count} of words) {
    if (count < 2) break;
    const entry = lexicon.get(word) ?? {noun: 0, verb: 0, adjective: false, adverb: false};
    const set = tagged.flatMap((times, tag) => (times > count * hardlyEver ? [tag] : []));
    const key = set.join();
    if (count >= oftenEnough && !places.has(key) && sets.length < mostSets)
      places.set(key, sets.push(set) - 1);
    lexicon.set(word, {...entry, frequent: true, tags: count >= oftenEnough ? (places.get(key) ?? 0) : 0});
  }
  return sets;
}
