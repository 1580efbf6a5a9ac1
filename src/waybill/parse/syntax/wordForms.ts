import {hashString} from "./hash.js";
import {irregularNouns, irregularVerbs} from "./irregular.js";

/**
 * What the lexicon holds of a word in lower case: whether the treebank has it
 * often enough to be known by itself, the tags that it has there, and of its base form the class of the
 * first sense as noun and as verb (0 for none), and whether it is an adjective
 * or adverb.
 */
export interface Entry {
  frequent: boolean;
  /** Which of the names' sets of tags it can have; 0 where it is too seldom to tell. */
  tags: number;
  noun: number;
  verb: number;
  adjective: boolean;
  adverb: boolean;
}

export type Lexicon = ReadonlyMap<string, Entry>;

/** What tagger and parser see of a word form, all as numbers. */
export interface WordForm {
  /** Hash of the word in lower case with digits as 0; of one that is not frequent that of its shape. */
  word: number;
  /** As in the lexicon. */
  tags: number;
  suffix2: number;
  suffix3: number;
  suffix4: number;
  prefix: number;
  shape: number;
  /** Which forms of which parts of speech it can be, as a sum of the constants below. */
  parts: number;
  noun: number;
  verb: number;
}

const SINGULAR = 1;
const PLURAL = 2;
const BASE = 4;
const THIRD = 8;
const PAST = 16;
const GERUND = 32;
const PARTICIPLE = 64;
const ADJECTIVE = 128;
const ADVERB = 256;
const COMPARED = 512;

/** Returns the word as the model knows it: lower case, straight quotes, numbers by their kind. */
export function normal(form: string): string {
  if (/^[a-z]+$/.test(form)) return form;
  const s = form
    .toLowerCase()
    .replace(/[‘’ʼ`]/g, "'")
    .replace(/[“”„«»]|''/g, '"')
    .replace(/[–—]/g, "-");
  if (!/\d/.test(s)) return s;
  if (/^(19|20)\d\d$/.test(s)) return "!year";
  if (/^\d+(,\d+)*(\.\d+)?$/.test(s)) return s.length < 3 ? "!small" : "!number";
  return s.replace(/\d+/g, "0");
}

/** Returns a small number for how a word looks: capitals, digits, hyphen, dot. */
export function shapeOf(form: string): number {
  let shape = 0;
  if (/\p{Lu}/u.test(form[0])) shape = form.length > 1 && !/\p{Ll}/u.test(form) ? 2 : 1;
  else if (/\p{Lu}/u.test(form)) shape = 3;
  if (/\d/.test(form)) shape += 4;
  if (form.includes("-")) shape += 8;
  if (form.includes(".")) shape += 16;
  if (!/[\p{L}\d]/u.test(form)) shape += 32;
  return shape;
}

/** Looks word forms up, each once. */
export class WordForms {
  readonly #seen = new Map<string, WordForm>();
  readonly #lexicon: Lexicon;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  of(form: string): WordForm {
    let seen = this.#seen.get(form);
    if (!seen) {
      // A text of random letters must not fill the memory.
      if (this.#seen.size > 50_000) this.#seen.clear();
      seen = this.#make(form);
      this.#seen.set(form, seen);
    }
    return seen;
  }

  #make(form: string): WordForm {
    const word = normal(form);
    const shape = shapeOf(form);
    const own = this.#lexicon.get(word);
    const made: WordForm = {
      word: own?.frequent ? hashString(word) : shape + 1,
      tags: own?.tags ?? 0,
      suffix2: hashString("2" + word.slice(-2)),
      suffix3: hashString("3" + word.slice(-3)),
      suffix4: hashString("4" + word.slice(-4)),
      prefix: hashString("<" + word.slice(0, 3)),
      shape,
      parts: 0,
      noun: 0,
      verb: 0,
    };
    const add = (base: string, noun: number, verb: number, rest: number) => {
      const entry = this.#lexicon.get(base);
      if (!entry) return;
      if (noun && entry.noun) {
        made.parts |= noun;
        made.noun ||= entry.noun;
      }
      if (verb && entry.verb) {
        made.parts |= verb;
        made.verb ||= entry.verb;
      }
      if (rest && entry.adjective) made.parts |= rest;
      if (rest && base === word && entry.adverb) made.parts |= ADVERB;
    };
    add(word, SINGULAR, BASE, ADJECTIVE);
    const irregular = irregularVerbs.get(word);
    if (irregular)
      add(irregular.lemma, 0, (irregular.past ? PAST : 0) | (irregular.participle ? PARTICIPLE : 0), 0);
    const singular = irregularNouns.get(word);
    if (singular) add(singular, PLURAL, 0, 0);
    for (const [base, ending] of bases(word))
      if (ending === "s") add(base, singular ? 0 : PLURAL, THIRD, 0);
      else if (ending === "ed") add(base, 0, irregular ? 0 : PAST | PARTICIPLE, 0);
      else if (ending === "ing") add(base, 0, GERUND, 0);
      else add(base, 0, 0, COMPARED);
    return made;
  }
}

/** Returns the base forms that a word could be made of by rule, likeliest first, with the ending it would have. */
export function bases(word: string): [base: string, ending: "s" | "ed" | "ing" | "er"][] {
  const found: [string, "s" | "ed" | "ing" | "er"][] = [];
  const ending = /^(.{2,}?)(ies|ied|es|s|ed|d|ing|iest|ier|est|er)$/.exec(word);
  if (!ending) return found;
  const end = word.endsWith("s") ? "s" : word.endsWith("d") ? "ed" : word.endsWith("ing") ? "ing" : "er";
  if (end === "s") {
    if (word.endsWith("ss") || word.endsWith("us")) return found;
    found.push([word.slice(0, -1), end]);
    if (word.endsWith("ies")) found.unshift([word.slice(0, -3) + "y", end]);
    else if (/(s|x|z|ch|sh|o)es$/.test(word)) found.push([word.slice(0, -2), end]);
    return found;
  }
  const stem = word.replace(/(ed|ing|est|er)$/, "");
  if (stem === word || stem.length < 2) return found;
  if (/i$/.test(stem) && end !== "ing") found.push([stem.slice(0, -1) + "y", end]);
  if (/([bdfglmnprtz])\1$/.test(stem)) found.push([stem.slice(0, -1), end]);
  found.push([stem, end], [stem + "e", end]);
  return found;
}

/** Returns how the model sees a form that it is not to know, as names are masked in training. */
export function masked(form: WordForm): WordForm {
  return {...form, word: form.shape + 1, tags: 0, parts: 0, noun: 0, verb: 0};
}
