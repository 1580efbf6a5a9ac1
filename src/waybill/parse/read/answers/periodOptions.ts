import {type Doc, sentenceTokens} from "../../document.js";
import type {Found} from "../../Found.js";
import type {Period} from "../../find/date.js";
import type {FigurePeriod} from "../../refine/period.js";
import {hashString} from "../../syntax/hash.js";
import type {Vocab} from "../../vocab.js";
import {within} from "../../within.js";
import type {Passage} from "../Passage.js";
import type {Ask} from "../roles/Ask.js";
import {pathOf} from "../roles/features.js";
import {hintOf} from "../roles/Stand.js";
import {Sparse} from "../Sparse.js";
import {type Option, type Options, optionBits} from "./Ranker.js";

/** A time that a figure may hold for, and how it was told if it was. */
export interface When {
  told: FigurePeriod | null;
  period: Period;
}

/** What the question of a figure's period rests on. */
export interface PeriodCase {
  doc: Doc;
  ask: Ask;
  figure: Found;
  /** The figures of the text, for what stands between. */
  figures: readonly Found[];
  /** The times that the text names. */
  periods: readonly Period[];
  told: FigurePeriod | null;
  /** That of the figure before. */
  earlier: FigurePeriod | null;
}

const isKnown = ({start, end, backward}: Period): boolean =>
  start !== null || end !== null || backward === true;

/**
 * Returns the times of its sentence that a figure may hold for, what was told
 * first; null where another sentence was told to tell it.
 */
export function periodCandidates({doc, ask, periods, told}: PeriodCase): When[] | null {
  const {from, to} = sentenceTokens(doc, ask.sentence);
  if (told && (told.period.from < from || told.period.to > to)) return null;
  const known = within(periods, from, to).filter(isKnown);
  const others = known.filter((period) => period.from !== told?.period.from);
  return [...(told ? [{told, period: told.period}] : []), ...others.map((period) => ({told: null, period}))];
}

/** Returns the candidates as options, after the one that the text does not say. */
export function periodOptions(one: PeriodCase, candidates: readonly When[]): Options {
  const sparse = new Sparse(optionBits);
  const {ask, told, figure} = one;
  const here = candidates.length;
  const many = Math.min(here, 3);
  sparse.put(1, told ? 1 : 0, ask.sort, many);
  sparse.put(2, ask.verb, many);
  sparse.put(3, ask.verb, ask.tense);
  sparse.put(4, ask.noun, ask.sort);
  sparse.put(5, ask.slot, ask.sort, many);
  sparse.put(6, ask.verbHint, ask.nounHint, ask.tense);
  sparse.put(7, ask.nounClass, ask.sort);
  sparse.put(8, ask.tense, hashString(figure.change ?? ""), many);
  sparse.put(9, ask.kind, ask.verbHint);
  const shared = [told ? 1 : 0, ask.sort, here, ask.verbHint, ask.nounHint, figure.change ? 1 : 0];
  const nothing: Option = {
    key: 0,
    features: sparse.take(),
    plain: [0, ...shared, ...new Array(plainCount).fill(-1)],
  };
  return [
    nothing,
    ...candidates.map((candidate): Option => {
      const plain = describe(one, candidate, sparse);
      return {key: candidate.period.from + 1, features: sparse.take(), plain: [1, ...shared, ...plain]};
    }),
  ];
}

const plainCount = 20;
const openers = "in on by since until from between during for to at last next this".split(" ");

function describe(
  {doc, ask, figure, figures, told, earlier}: PeriodCase,
  {period}: When,
  to: Sparse,
): number[] {
  const {word, start} = doc;
  const {passage, root, clause} = ask;
  const isTold = told !== null && told.period.from === period.from;
  const isEarlier = earlier !== null && earlier.period.from === period.from;
  const isBehind = period.from >= figure.to;
  const [first, last] = isBehind ? [figure.to, period.from] : [period.to, figure.from];
  const distance = last - first;
  const near = Math.min(distance, 4 + (distance >> 2), 12);
  const between = within(figures, first, last).length;
  const at = passage.rootOf(start[period.from], doc.end[period.to - 1]);
  const own = at < 0 ? null : passage.clauseOver(at);
  const isOwn = own !== null && own === clause;
  const path = at < 0 ? "" : pathOf(passage, root, at);
  const way = hashString(path);
  const above = at < 0 ? -1 : passage.tokens[at].head;
  const aboveLemma = above < 0 ? 0 : hashString(passage.tokens[above].lemma.toLowerCase());
  const hint = above < 0 ? 0 : hintOf(passage, above);
  const isSaying = own !== null && isSpeech(doc.vocab, passage, own.head);
  const shape = hashString(word.slice(period.from, period.to).join(" ").replace(/\d/g, "0"));
  const head = hashString(word[period.from]);
  const before = hashString(word[period.from - 1] ?? "");
  const after = hashString(word[period.to] ?? "");
  const opens = period.from <= doc.sentenceStart[ask.sentence] + 1 ? 1 : 0;
  const comma = word.slice(first, last).filter((one) => one === ",").length;
  const mark = word.slice(first, last).some((one) => /^[;:–—(]$/.test(one)) ? 1 : 0;
  const isTurned = word
    .slice(first, last)
    .some((one) => /^(?:from|than|against|with|while|but|after)$/.test(one));
  const age = ageOf(doc, period);
  const state = (isTold ? 2 : 0) + (isEarlier ? 1 : 0);
  const place = (isBehind ? 4 : 0) + (isOwn ? 2 : 0) + opens;
  to.put(20, state, place);
  to.put(21, state, ask.sort, ask.tense);
  to.put(22, place, near);
  to.put(23, place, Math.min(between, 3), Math.min(comma, 2) * 4 + mark * 2 + (isTurned ? 1 : 0));
  to.put(24, way);
  to.put(25, way, ask.sort);
  to.put(26, aboveLemma, place);
  to.put(27, aboveLemma, state);
  to.put(28, hint, place, ask.verbHint);
  to.put(29, isSaying ? 1 : 0, place, head);
  to.put(30, shape, place);
  to.put(31, shape, ask.tense, isOwn ? 1 : 0);
  to.put(32, head, place, ask.tense);
  to.put(33, before, place);
  to.put(34, after, place);
  to.put(35, age, ask.tense, place);
  to.put(36, age, ask.sort, state);
  to.put(37, isSaying ? 1 : 0, state, Math.min(between, 2));
  to.put(38, hashString(figure.change ?? ""), place, isTurned ? 1 : 0);
  to.put(39, ask.slot, place);
  return [
    isTold ? 1 : 0,
    told?.basis === "inferred" ? 1 : 0,
    isEarlier ? 1 : 0,
    isBehind ? 1 : 0,
    Math.min(distance, 60),
    between,
    isOwn ? 1 : 0,
    isSaying ? 1 : 0,
    opens,
    comma,
    mark,
    isTurned ? 1 : 0,
    age,
    hint,
    openers.indexOf(word[period.from]),
    period.to - period.from,
    period.inferred ? 1 : 0,
    above === root ? 1 : 0,
    path === "far" ? 1 : 0,
    at < 0 ? -1 : Math.abs(at - root),
  ];
}

const isSpeech = (vocab: Vocab, {tokens}: Passage, head: number): boolean =>
  vocab.words.get(tokens[head].lemma)?.verb?.frame === "say";

// How long before the text was published: 0 not yet, 1 that month, 2 that year, 3 the year before, 4 earlier.
function ageOf({published}: Doc, {start, end}: Period): number {
  const day = start ?? end;
  if (!published || !day) return -1;
  if (day > published) return 0;
  const years = Number(published.slice(0, 4)) - Number(day.slice(0, 4));
  return years > 1 ? 4 : years === 1 ? 3 : day.slice(0, 7) === published.slice(0, 7) ? 1 : 2;
}
