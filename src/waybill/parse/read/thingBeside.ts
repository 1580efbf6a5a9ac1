import {type Doc, sentenceOf, sentenceTokens} from "../document.js";
import type {Found} from "../Found.js";
import {DIGITS, WORD} from "../scan.js";
import type {Passage} from "./Passage.js";
import type {Range} from "./thingWords.js";

/*
 * What stands right beside a figure, by the words as they are: where a tag is
 * wrong, as that of "herring", the tree loses what no reader would.
 */

const longest = 8;

const isPlain = ({type, lexeme}: Doc, k: number): boolean =>
  type[k] === WORD && !lexeme[k]?.function && !lexeme[k]?.number && !lexeme[k]?.month;

/** Returns what a figure is of: "herring" of "4,200 tonnes of herring", or null. */
export function behindOf(doc: Doc, {tokens}: Passage, {to}: Found): Range | null {
  const {word, lexeme, glued} = doc;
  if (word[to] !== "of") return null;
  let from = to + 1;
  while (lexeme[from]?.function === "determiner") from++;
  const tagged = new Map(tokens.map(({token, pos}) => [token, pos]));
  const goesOn = (k: number) =>
    (isPlain(doc, k) && !isVerb(doc, k) && (k === from || !/^(?:VERB|AUX)$/.test(tagged.get(k) ?? ""))) ||
    (k > from && word[k] === "-" && glued[k + 1] === 1);
  let end = from;
  while (end - from < longest && goesOn(end)) end++;
  return end > from ? {from, to: end} : null;
}

/** Returns what a verb of change right before a figure tells of: "Landings of herring" of "Landings of herring rose 12%", or null. */
export function beforeChange(doc: Doc, {from: figure}: Found): Range | null {
  const verb = changeVerb(doc, figure - 1);
  if (verb < 0) return null;
  const {word, lexeme} = doc;
  const first = sentenceTokens(doc, sentenceOf(doc, verb)).from;
  let from = verb;
  while (from > first && verb - from <= 2 * longest && isInSubject(doc, from - 1)) from--;
  while (lexeme[from]?.function === "determiner") from++;
  let to = from;
  while (to < verb && (isPlain(doc, to) || word[to] === "-" || /^(?:of|for)$/.test(word[to]))) to++;
  const isSubject =
    to > from && isPlain(doc, from) && (to === verb || lexeme[to]?.function === "preposition");
  return isSubject && to - from <= longest ? {from, to} : null;
}

// "rose by", "went up", "is down": whoever loses or puts up something is not what changed.
function changeVerb({word, lexeme, vocab}: Doc, before: number): number {
  let k = before;
  if (/^(?:by|to|at)$/.test(word[k] ?? "")) k--;
  if (/^(?:up|down|off)$/.test(word[k] ?? "")) {
    const {goForms, beForms} = vocab.lists;
    return goForms.has(word[k - 1]) || beForms.has(word[k - 1]) ? k - 1 : -1;
  }
  while (lexeme[k]?.function === "adverb") k--;
  const isChange = lexeme[k]?.changeBefore != null && !lexeme[k]?.function;
  return isChange && !/^los[et]/.test(word[k]) ? k : -1;
}

// Only what is surely one: "exports" and "landings" are nouns as well.
const isVerb = ({lexeme}: Doc, k: number): boolean =>
  lexeme[k]?.verb?.tense === "past" || lexeme[k]?.function === "auxiliary" || lexeme[k]?.changeBefore != null;

function isInSubject(doc: Doc, k: number): boolean {
  const {word, type, lexeme} = doc;
  if (type[k] === DIGITS || word[k] === "-") return true;
  if (type[k] !== WORD || isVerb(doc, k)) return false;
  return !/^(?:conjunction|pronoun|auxiliary|adverb)$/.test(lexeme[k]?.function ?? "");
}
