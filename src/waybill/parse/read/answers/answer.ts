import type {Doc} from "../../document.js";
import type {Found} from "../../Found.js";
import type {Period} from "../../find/date.js";
import type {Lexicon} from "../../syntax/wordForms.js";
import type {Told} from "../../Told.js";
import {floors, told as stays} from "../floors.js";
import type {Passage} from "../Passage.js";
import type {Ask} from "../roles/Ask.js";
import type {Inquiry} from "../roles/Inquiry.js";
import type {Thing} from "../thing.js";
import {periodCandidates, periodOptions, type When} from "./periodOptions.js";
import {type Options, type RankModel, rank} from "./Ranker.js";
import {states, stateTold, statusOptions} from "./statusOptions.js";
import {type Candidate, thingCandidates, thingOptions} from "./thingOptions.js";

/** What is asked of a figure once more, besides who has a part in it. */
export const kinds = ["status", "thing", "period"] as const;
export type Kind = (typeof kinds)[number];

/** What was learnt of how figures are answered. */
export type AnswerModels = Record<Kind, RankModel>;

/** The questions of a document's figures, one of each kind for each, and what stands behind their options. */
export interface Asked {
  questions: Record<Kind, Options[]>;
  /** The option that was told before, by figure; the first where nothing was. */
  told: Record<Kind, number[]>;
  things: (readonly Candidate[])[];
  periods: (readonly When[])[];
  /** The sentence of each figure. */
  sentences: number[];
}

/** What a document's questions are put together from. */
export interface Read {
  doc: Doc;
  lexicon: Lexicon;
  figures: readonly Found[];
  periods: readonly Period[];
  told: readonly Told[];
  inquiry: Inquiry;
  /** The sentence of that number, or null. */
  passage: (number: number) => Passage | null;
}

/** Returns what is asked of each figure once more, knowing what rules, grammar and the sides' reader answered. */
export function askAgain(read: Read): Asked {
  const {told, inquiry} = read;
  const stated = told.map(stateTold);
  const asked: Asked = {
    questions: {status: [], thing: [], period: []},
    told: {status: [], thing: [], period: []},
    things: [],
    periods: [],
    sentences: [],
  };
  inquiry.questions.forEach((question, n) => {
    const ask = question?.ask;
    asked.sentences.push(ask?.sentence ?? -1);
    if (ask) putQuestions(read, ask, n, stated, asked);
    else {
      for (const kind of kinds) {
        asked.questions[kind].push(null);
        asked.told[kind].push(0);
      }
      asked.things.push([]);
      asked.periods.push([]);
    }
  });
  return asked;
}

function putQuestions(
  {doc, lexicon, figures, periods, told, passage}: Read,
  ask: Ask,
  n: number,
  stated: readonly number[],
  {questions, ...asked}: Asked,
): void {
  const {vocab} = doc;
  const figure = figures[n];
  const around = {before: stated[n - 1] ?? -1, behind: stated[n + 1] ?? -1};
  questions.status.push(statusOptions(vocab, {ask, figure, told: told[n], ...around}));
  asked.told.status.push(stated[n]);
  const earlier = [told[n - 1]?.thing ?? null, told[n - 2]?.thing ?? null];
  const thing = {ask, figure, told: told[n].thing, earlier, before: passage(ask.sentence - 1)};
  const things = thingCandidates(doc, thing);
  asked.things.push(things);
  questions.thing.push(thingOptions(thing, things, lexicon));
  asked.told.thing.push(things.findIndex((one) => one.thing === told[n].thing) + 1);
  const when = {doc, ask, figure, figures, periods, told: told[n].when, earlier: told[n - 1]?.when ?? null};
  const whens = periodCandidates(when);
  asked.periods.push(whens ?? []);
  questions.period.push(whens && periodOptions(when, whens));
  asked.told.period.push(told[n].when ? 1 : 0);
}

/** Returns what is told of the figures with the answers that are likeliest all in all, where one is likely enough. */
export function answer(told: readonly Told[], asked: Asked, models: AnswerModels): Told[] {
  const [statuses, things, periods] = kinds.map((kind) => {
    const ranked = rank(asked.questions[kind], models[kind]);
    return ranked.map((chances, n) => chances && likeliest(chances, asked.told[kind][n], kind));
  });
  return told.map((one, n): Told => {
    const [status, thing, period] = [statuses[n], things[n], periods[n]];
    if (status === null || thing === null) return one;
    return {
      ...one,
      roles: {...one.roles, status: statusOf(one, status)},
      thing: thingOf(one, thing, asked.things[n], asked.sentences[n]),
      when: period === null ? one.when : whenOf(period, asked.periods[n]),
    };
  });
}

// What was told before stays while it is likely enough; the first option is that the text does not say.
function likeliest(chances: readonly number[], told: number, kind: Kind): number {
  if (told > 0 && chances[told] >= stays[kind]) return told;
  const most = Math.max(...chances);
  return most < floors[kind] ? 0 : chances.indexOf(most);
}

function statusOf(told: Told, state: number): Told["roles"]["status"] {
  const value = states[state];
  return state === stateTold(told) ? told.roles.status : value && {value, basis: "inferred"};
}

// A longer wording of what was told says no more of it; what stands in another sentence does not say it of
// this figure.
function thingOf(
  {thing}: Told,
  best: number,
  candidates: readonly Candidate[],
  sentence: number,
): Thing | null {
  if (best === 0) return null;
  const {thing: chosen, passage} = candidates[best - 1];
  if (thing && chosen.from <= thing.from && thing.to <= chosen.to) return thing;
  return {from: chosen.from, to: chosen.to, basis: passage.number === sentence ? "stated" : "inferred"};
}

function whenOf(best: number, candidates: readonly When[]): Told["when"] {
  if (best === 0) return null;
  const {told, period} = candidates[best - 1];
  return told ?? {period, basis: period.inferred ? "inferred" : "stated"};
}
