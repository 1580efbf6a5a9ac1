import type {Doc} from "../../document.js";
import type {Found} from "../../Found.js";
import type {Thing} from "../../refine/thing.js";
import type {Lexicon} from "../../syntax/wordForms.js";
import type {Told} from "../../Told.js";
import type {Passage} from "../Passage.js";
import type {Inquiry} from "../roles/Inquiry.js";
import {type Options, type RankModel, rank} from "./Ranker.js";
import {states, stateTold, statusOptions} from "./statusOptions.js";
import {type Candidate, thingCandidates, thingOptions} from "./thingOptions.js";

/** What was learnt of how figures are answered. */
export interface AnswerModels {
  status: RankModel;
  thing: RankModel;
}

/** The questions of a document's figures, one of each kind for each, and the things that are asked about. */
export interface Asked {
  status: Options[];
  thing: Options[];
  candidates: (readonly Candidate[])[];
  /** The sentence of each figure. */
  sentences: number[];
}

/** What a document's questions are put together from. */
export interface Read {
  doc: Doc;
  lexicon: Lexicon;
  figures: readonly Found[];
  told: readonly Told[];
  inquiry: Inquiry;
  /** The sentence of that number, or null. */
  passage: (number: number) => Passage | null;
}

/** Returns what is asked of each figure once more, knowing what rules, grammar and the sides' reader answered. */
export function askAgain({doc, lexicon, figures, told, inquiry, passage}: Read): Asked {
  const stated = told.map(stateTold);
  const asked: Asked = {status: [], thing: [], candidates: [], sentences: []};
  inquiry.questions.forEach((question, n) => {
    const ask = question?.ask;
    const candidates: Candidate[] = [];
    asked.candidates.push(candidates);
    asked.sentences.push(ask?.sentence ?? -1);
    if (!ask) {
      asked.status.push(null);
      asked.thing.push(null);
      return;
    }
    const figure = figures[n];
    asked.status.push(
      statusOptions(doc.vocab, {
        ask,
        figure,
        told: told[n],
        before: stated[n - 1] ?? -1,
        behind: stated[n + 1] ?? -1,
      }),
    );
    const one = {
      ask,
      figure,
      told: told[n].thing,
      earlier: [told[n - 1]?.thing ?? null, told[n - 2]?.thing ?? null],
      before: passage(ask.sentence - 1),
    };
    candidates.push(...thingCandidates(doc.vocab, one));
    asked.thing.push(thingOptions(one, candidates, lexicon));
  });
  return asked;
}

// What was answered before stands where another answer is hardly likelier.
const margin = 0.2;

function likeliest(chances: readonly number[], told: number): number {
  const best = chances.indexOf(Math.max(...chances));
  return chances[best] - chances[told] > margin ? best : told;
}

/** Returns what is told of the figures with the answers that are likeliest all in all. */
export function answer(told: readonly Told[], asked: Asked, models: AnswerModels): Told[] {
  const statuses = rank(asked.status, models.status);
  const things = rank(asked.thing, models.thing);
  return told.map((one, n): Told => {
    const [status, thing] = [statuses[n], things[n]];
    if (!status || !thing) return one;
    return {
      ...one,
      roles: {...one.roles, status: statusOf(one, status)},
      thing: thingOf(one, thing, asked.candidates[n], asked.sentences[n]),
    };
  });
}

function statusOf(told: Told, chances: readonly number[]): Told["roles"]["status"] {
  const before = stateTold(told);
  const state = likeliest(chances, before);
  const value = states[state];
  return state === before ? told.roles.status : value && {value, basis: "inferred"};
}

// A longer wording of what was told says no more of it; what stands in another sentence does not say it of
// this figure.
function thingOf(
  {thing}: Told,
  chances: readonly number[],
  candidates: readonly Candidate[],
  sentence: number,
): Thing | null {
  const before = candidates.findIndex((one) => one.thing === thing) + 1;
  const best = likeliest(chances, before);
  if (best === before) return thing;
  if (best === 0) return null;
  const {thing: chosen, passage} = candidates[best - 1];
  if (thing && chosen.from <= thing.from && thing.to <= chosen.to) return thing;
  return {from: chosen.from, to: chosen.to, basis: passage.number === sentence ? "stated" : "inferred"};
}
