import {type Status, statuses} from "../../../model/figure.js";
import type {Found} from "../../Found.js";
import {statusAsTold} from "../../refine/status.js";
import {hashString} from "../../syntax/hash.js";
import type {Clause} from "../../syntax/Sentence.js";
import type {Told} from "../../Told.js";
import type {Vocab} from "../../vocab.js";
import type {Passage} from "../Passage.js";
import type {Ask} from "../roles/Ask.js";
import {isNounCode, isVerbCode, nearest, surfaceOf} from "../roles/surface.js";
import {Sparse} from "../Sparse.js";
import {stateOf} from "../state.js";
import {type Options, optionBits} from "./Ranker.js";

/** How far something can have come, nothing first. */
export const states: readonly (Status | null)[] = [null, ...statuses];

const tenses = ["", "past", "present", "future", "infinitive", "participle"];
const modals = ["", "would", "may", "might", "could", "should", "can", "must"];
const links = ["", "complement", "relative", "coordinate", "adverbial", "participle"];

const sharedBits = 30;

// What plans, foresees, accuses, denies, agrees and asks.
const cues = [
  /^(?:will|would|plan|intend|aim|propose|pledge|promise|offer|due|seek|want|hope|set|should)$/i,
  /^(?:expect|forecast|project|predict|estimate|likely|may|might|could)$/i,
  /^(?:alleg|accus|suspect|charge|claim|indict|prosecut)/i,
  /^(?:den(?:y|ied|ies)|reject|not|never|no|n't|false|dispute|dismiss|wrong)$/i,
  /^(?:contract|deal|agreement|sign|agree|award|win)$/i,
  /^(?:order|commission|request|ask|demand|bid|tender)$/i,
];

/** What the question of a figure's status rests on: how it was answered so far, and what else was told. */
export interface StatusCase {
  ask: Ask;
  figure: Found;
  told: Told;
  /** The statuses of the figures before and behind, as places in `states`, -1 where there is none. */
  before: number;
  behind: number;
}

/** Returns the place in `states` of the status that a figure was told to have. */
export const stateTold = ({roles, said}: Told): number =>
  states.indexOf(statusAsTold(roles.status, said?.chain ?? null)?.value ?? null);

/** Returns how far what a figure tells of may have come, as options in the order of `states`. */
export function statusOptions(vocab: Vocab, one: StatusCase): Options {
  // Hashed once for all states, wide, and once more with each of them.
  const shared = new Sparse(sharedBits);
  putFeatures(one, shared);
  const features = shared.take();
  const plain = plainOf(vocab, one);
  const current = stateTold(one.told);
  const sparse = new Sparse(optionBits);
  return states.map((_, key) => {
    for (const feature of features) sparse.put(1, feature, key);
    return {key, features: sparse.take(), plain: [key, current === key ? 1 : 0, ...plain]};
  });
}

const headOf = ({tokens}: Passage, clause: Clause | null): number =>
  clause ? hashString(tokens[clause.head].lemma.toLowerCase()) : 0;

const sidesTold = ({roles: {supplier, recipient}, holder}: Told): number =>
  (supplier ? 1 : 0) + (recipient ? 2 : 0) + (holder ? 4 : 0);

function putFeatures({ask, figure, told, before, behind}: StatusCase, to: Sparse): void {
  const {passage, clause, root, sort, verb, tense, verbHint, nounHint, slot} = ask;
  const current = stateTold(told);
  const sides = sidesTold(told);
  const parent = clause?.parent ?? null;
  const above = headOf(passage, parent);
  const link = hashString(clause?.link ?? "");
  to.put(1);
  to.put(2, current, sort);
  to.put(3, current, verb);
  to.put(4, verb, tense);
  to.put(5, ask.noun);
  to.put(6, verb, slot);
  to.put(7, tense, sort);
  to.put(8, above, link);
  to.put(9, above, tense);
  to.put(10, headOf(passage, parent?.parent ?? null));
  to.put(11, ask.eventWord, tense);
  to.put(12, sides, sort, current);
  to.put(13, hashString(figure.change ?? ""), sort, current);
  to.put(14, hashString(figure.qualifier ?? ""), current);
  to.put(15, current, before);
  to.put(16, current, behind);
  to.put(17, verbHint, tense);
  to.put(18, nounHint, tense);
  to.put(19, verbHint, nounHint, sides);
  to.put(20, verbHint, slot, sort);
  to.put(21, told.said ? 1 : 0, current);
  to.put(22, ask.nounClass, ask.verbClass);
  to.put(23, hashString(told.roles.status?.basis ?? ""), current, sides);
  to.put(24, ask.kind, current);
  to.put(25, ask.unit, current);
  to.put(26, ask.preposition, verbHint);
  to.put(27, clause?.verb?.negated ? 1 : 0, ask.passive, tense);
  passage.tokens.forEach(({pos, lemma}, word) => {
    if (!/^(?:VERB|AUX|NOUN|ADV|ADJ|ADP)$/.test(pos)) return;
    const hash = hashString(lemma.toLowerCase());
    const way = word < root ? 1 : 0;
    const isOwn = passage.clauseOver(word) === clause;
    to.put(40, hash, way);
    if (isOwn) to.put(41, hash, way);
    if (isOwn) to.put(43, hash, current);
    if (Math.abs(word - root) < 6) to.put(42, hash, way, isOwn ? 1 : 0);
  });
}

function plainOf(vocab: Vocab, {ask, figure, told, before, behind}: StatusCase): number[] {
  const {passage, clause, root, event} = ask;
  const {roles, said, holder} = told;
  const verb = clause?.verb ?? null;
  const {codes} = surfaceOf(passage);
  const isHanded = roles.supplier !== null || roles.recipient !== null;
  const state = stateOf(vocab, passage, root, event, isHanded, figure.kind === "count");
  const count = (cue: RegExp, from: number, to: number): number => {
    let found = 0;
    for (let i = Math.max(0, from); i < to && found < 3; i++) if (cue.test(passage.tokens[i].lemma)) found++;
    return found;
  };
  return [
    stateTold(told),
    roles.status ? (roles.status.basis === "stated" ? 1 : 2) : 0,
    ask.sort,
    roles.supplier ? 1 : 0,
    roles.recipient ? 1 : 0,
    holder ? 1 : 0,
    roles.via ? 1 : 0,
    said ? 1 : 0,
    figure.change ? 1 : 0,
    before,
    behind,
    tenses.indexOf(verb?.tense ?? ""),
    modals.indexOf(verb?.modal ?? ""),
    verb?.negated ? 1 : 0,
    ask.passive,
    verb?.perfect ? 1 : 0,
    ask.verbHint,
    ask.nounHint,
    event ? (event.isNoun ? 2 : 1) : 0,
    event ? states.indexOf(event.frame.status ?? null) : -2,
    ask.verbClass,
    ask.nounClass,
    links.indexOf(clause?.link ?? ""),
    passage.tokens.length,
    passage.sentence.scopes.length,
    ...cues.flatMap((cue) => [
      count(cue, 0, root),
      count(cue, root + 1, passage.tokens.length),
      count(cue, root - 6, root),
    ]),
    nearest(codes, root - 1, -1, isVerbCode),
    nearest(codes, root + 1, 1, isVerbCode),
    nearest(codes, root - 1, -1, isNounCode),
    ask.sentence,
    state === "fact" ? -1 : states.indexOf(state),
  ];
}
