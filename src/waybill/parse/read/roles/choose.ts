import {kinds} from "./Cast.js";
import {sumOf} from "./Forest.js";
import {likelyOf, rowsOf} from "./firstPass.js";
import {type Inquiry, roles} from "./Inquiry.js";
import type {RoleModel} from "./RoleModel.js";
import {type Second, secondRows} from "./secondPass.js";

/** Whom a figure's role is likeliest to name, by the place in its candidates, and how likely that is. */
export interface Guess {
  candidate: number;
  chance: number;
}

/** Returns for each figure the likeliest answer in each role, in the order of `roles`; null for a figure that is not asked for. */
export function guessesOf(inquiry: Inquiry, model: RoleModel): (Guess[] | null)[] {
  const rows = rowsOf(inquiry);
  const {weights, scales} = model;
  const weigh = (features: Int32Array): number[] => {
    let [supplier, recipient, via, holder] = [0, 0, 0, 0];
    for (let n = 0; n < features.length; n++) {
      const at = features[n] * 4;
      supplier += weights[at];
      recipient += weights[at + 1];
      via += weights[at + 2];
      holder += weights[at + 3];
    }
    return [supplier * scales[0], recipient * scales[1], via * scales[2], holder * scales[3]];
  };
  const likely = rows.map((row) => row && likelyOf(row, (c) => row.plain[c][1] === kinds.thing, weigh));
  return secondRows(inquiry.questions, rows, likely).map((second) => second && guess(second, model));
}

/** Returns the likeliest answer in each role. */
export function guess(
  {whether, likeliest, which}: Second,
  {stated, which: trees}: Pick<RoleModel, "stated" | "which">,
): Guess[] {
  return roles.map((_, role) => {
    const told = 1 / (1 + Math.exp(-sumOf(stated[role], whether)));
    const scores = which[role].map((row) => sumOf(trees[role], row));
    const top = Math.max(-50, ...scores);
    const whole = scores.reduce((sum, score) => sum + Math.exp(score - top), 0);
    const best = scores.indexOf(top);
    return {candidate: best < 0 ? -1 : likeliest[role][best], chance: best < 0 ? 0 : told / whole};
  });
}

/** Whom a figure's role names, in words of the article. */
export interface Choice {
  text: string;
  chance: number;
  basis: "stated" | "inferred";
}

// All was learnt from articles: in a sentence or two by themselves nobody is taken for a side so
// easily, and whose something is stands there more plainly.
export const fewSentences = 3;
const sureOfFew = {side: 0.9, holder: 0.3};
const holderRole = 3;

/** Returns the answers for each figure that are sure enough, by role; null for a figure that is not asked for. */
export function chosenFor(inquiry: Inquiry, model: RoleModel): ((Choice | null)[] | null)[] {
  const isFew = inquiry.sentences < fewSentences;
  const least = model.floors.map((floor, role) =>
    !isFew ? floor : role === holderRole ? sureOfFew.holder : Math.max(sureOfFew.side, floor),
  );
  return guessesOf(inquiry, model).map((guesses, n) =>
    guesses === null
      ? null
      : guesses.map(({candidate, chance}, role): Choice | null => {
          if (candidate < 0 || chance < least[role]) return null;
          const who = inquiry.questions[n]!.candidates[candidate];
          if (role < 2 && inquiry.isWay(n, who)) return null;
          return {
            text: inquiry.wording(n, who),
            chance,
            basis: inquiry.isHere(n, who) ? "stated" : "inferred",
          };
        }),
  );
}
