import type {Basis} from "../../../model/figure.js";
import {softmax} from "../answers/Ranker.js";
import {floors, told} from "../floors.js";
import {kinds} from "./Cast.js";
import {sumOf} from "./Forest.js";
import {likelyOf, rowsOf} from "./firstPass.js";
import {type Inquiry, roles} from "./Inquiry.js";
import type {RoleModel} from "./RoleModel.js";
import {type Second, secondRows} from "./secondPass.js";

/** Whom a figure's role may name: places in its candidates, the likeliest first, and how likely each is. */
export type Guess = readonly {candidate: number; chance: number}[];

/** Returns for each figure the likeliest answers in each role, in the order of `roles`; null for a figure that is not asked for. */
export function guessesOf(inquiry: Inquiry, model: RoleModel): (Guess[] | null)[] {
  const rows = rowsOf(inquiry);
  const {weights, scales} = model;
  const weigh = (features: Int32Array): number[] => {
    let [supplier, recipient, via, holder, speaker] = [0, 0, 0, 0, 0];
    for (let n = 0; n < features.length; n++) {
      const at = features[n] * 5;
      supplier += weights[at];
      recipient += weights[at + 1];
      via += weights[at + 2];
      holder += weights[at + 3];
      speaker += weights[at + 4];
    }
    return [supplier, recipient, via, holder, speaker].map((sum, role) => sum * scales[role]);
  };
  const likely = rows.map((row) => row && likelyOf(row, (c) => row.plain[c][1] === kinds.thing, weigh));
  return secondRows(inquiry.questions, rows, likely).map((second) => second && guess(second, model));
}

/** Returns the likeliest answers in each role. */
export function guess(
  {whether, likeliest, which}: Second,
  {stated, which: trees}: Pick<RoleModel, "stated" | "which">,
): Guess[] {
  return roles.map((_, role) => {
    const isStated = 1 / (1 + Math.exp(-sumOf(stated[role], whether)));
    const shares = softmax(which[role].map((row) => sumOf(trees[role], row)));
    return shares
      .map((share, n) => ({candidate: likeliest[role][n], chance: isStated * share}))
      .sort((a, b) => b.chance - a.chance);
  });
}

/** Whom a figure's role names, in words of the article. */
export interface Choice {
  text: string;
  chance: number;
  basis: Basis;
  /** Whether words or grammar tell the same, in these words. */
  isTold: boolean;
}

/**
 * Returns the answers for each figure that are sure enough, by role; null for a
 * figure that is not asked for. What words and grammar tell goes before what is
 * likelier, as long as it is likely enough itself.
 */
export function chosenFor(inquiry: Inquiry, model: RoleModel): ((Choice | null)[] | null)[] {
  return guessesOf(inquiry, model).map(
    (guesses, n) =>
      guesses?.map((guess, role) => toldOf(inquiry, n, role, guess) ?? best(inquiry, n, role, guess)) ?? null,
  );
}

function toldOf(inquiry: Inquiry, n: number, role: number, guess: Guess): Choice | null {
  const named = inquiry.questions[n]!.told[role];
  if (!named) return null;
  const {text, basis, candidate, isFirm} = named;
  const chance = guess.find((one) => one.candidate === candidate)?.chance ?? 0;
  // Whom no mention of the article is known to name can only be believed.
  const stays = isFirm || (candidate < 0 ? basis === "stated" : chance >= told[roles[role]]);
  return stays ? {text, basis, chance: isFirm ? 1 : chance, isTold: true} : null;
}

function best(inquiry: Inquiry, n: number, role: number, [first]: Guess): Choice | null {
  if (!first || first.chance < floors[roles[role]]) return null;
  const who = inquiry.questions[n]!.candidates[first.candidate];
  if (role < 2 && inquiry.isWay(n, who)) return null;
  const basis = inquiry.isHere(n, who) ? "stated" : "inferred";
  return {text: inquiry.wording(n, who), chance: first.chance, basis, isTold: false};
}
