import {featureBits} from "../../src/waybill/parse/read/roles/features.js";
import {type Likely, likelyOf, mayHave} from "../../src/waybill/parse/read/roles/firstPass.js";
import {roles} from "../../src/waybill/parse/read/roles/Inquiry.js";
import type {RoleModel} from "../../src/waybill/parse/read/roles/RoleModel.js";
import {type Second, secondRows} from "../../src/waybill/parse/read/roles/secondPass.js";
import {boost, type Growth, type Loss, shareOfRight} from "./boost.js";
import type {Example, LearntText} from "./examples.js";
import {type Choice, type LinearGrowth, learnWeights, weightOf} from "./linear.js";

export interface Learning {
  seed: number;
  /** In how many parts the texts are cut, each to be judged by what was learnt from the others. */
  parts: number;
  linear: Omit<LinearGrowth, "seed">;
  whether: Omit<Growth, "seed">;
  which: Omit<Growth, "seed">;
}

export const usual: Omit<Learning, "seed"> = {
  parts: 5,
  linear: {rounds: 8, rate: 0.08, ridge: 0.1},
  whether: {trees: 72, leaves: 6, rate: 0.08, columns: 0.3, share: 0.7, fewest: 15, ridge: 5},
  which: {trees: 120, leaves: 8, rate: 0.08, columns: 0.3, share: 0.7, fewest: 15, ridge: 5},
};

const examplesIn = (texts: readonly LearntText[]): Example[] =>
  texts.flatMap(({examples}) => examples.filter(({isLabelled}) => isLabelled));

function likelyIn({examples}: LearntText, weights: RoleWeights): Likely[] {
  return examples.map(({rows, isThing}) =>
    likelyOf(
      rows,
      (c) => isThing[c],
      (features) => weights.map((own) => weightOf(own, features)),
    ),
  );
}

interface Judged {
  example: Example & {isLabelled: boolean};
  second: Second;
}

const judged = (text: LearntText, weights: RoleWeights): Judged[] =>
  secondRows(
    text.examples.map(({question}) => question),
    text.examples.map(({rows}) => rows),
    likelyIn(text, weights),
  ).map((second, n) => ({example: text.examples[n], second: second!}));

/**
 * Learns weights and trees from texts. What the trees are asked by are the
 * weights' judgements of texts that those weights were not learnt from.
 */
export function learn(
  texts: readonly LearntText[],
  {seed, parts, linear, whether, which}: Learning,
): {
  weights: RoleWeights;
  trees: Pick<RoleModel, "stated" | "which">;
} {
  const own: Judged[] = [];
  for (let part = 0; part < parts; part++) {
    const weights = weightsOf(examplesIn(texts.filter((_, n) => n % parts !== part)), {...linear, seed});
    for (const text of texts.filter((_, n) => n % parts === part)) own.push(...judged(text, weights));
  }
  const learnable = own.filter(({example}) => example.isLabelled);
  return {
    weights: weightsOf(examplesIn(texts), {...linear, seed}),
    trees: {
      stated: roles.map((_, role) => whetherTrees(learnable, role, {...whether, seed})),
      which: roles.map((_, role) => whichTrees(learnable, role, {...which, seed})),
    },
  };
}

/** A weight for each feature, by role. */
export type RoleWeights = Float64Array[];

const weightsOf = (examples: readonly Example[], growth: LinearGrowth): RoleWeights =>
  roles.map((_, role) =>
    learnWeights(
      examples.flatMap((example) => choiceOf(example, role) ?? []),
      1 << featureBits,
      growth,
    ),
  );

// Whom a role names, or nobody, who stands last.
function choiceOf({rows, right, isStated, isThing}: Example, role: number): Choice | null {
  const whom = right[role];
  if (!whom) return null;
  const options = rows.candidates.filter((_, c) => mayHave(role, isThing[c]));
  const isRight = whom.filter((_, c) => mayHave(role, isThing[c]));
  const isFound = isRight.includes(true);
  // Who is named is none of the candidates: there is nothing to learn.
  if (isStated[role] && !isFound) return null;
  return {options: [...options, rows.nobody], right: [...isRight, !isFound]};
}

function whetherTrees(all: readonly Judged[], role: number, growth: Growth) {
  const some = all.filter(({example, second}) => example.right[role] && second.likeliest[role].length > 0);
  const isStated = some.map(({example}) => example.isStated[role]);
  const loss: Loss = (scores, slopes, bends) => {
    for (let n = 0; n < scores.length; n++) {
      const chance = 1 / (1 + Math.exp(-scores[n]));
      slopes[n] = chance - (isStated[n] ? 1 : 0);
      bends[n] = chance * (1 - chance);
    }
  };
  return boost(
    some.map(({second}) => second.whether),
    loss,
    growth,
  );
}

function whichTrees(all: readonly Judged[], role: number, growth: Growth) {
  const rows: number[][] = [];
  const isRight: boolean[] = [];
  const starts: number[] = [];
  for (const {example, second} of all) {
    const right = example.right[role];
    if (!right || !second.likeliest[role].some((c) => right[c])) continue;
    starts.push(rows.length);
    second.likeliest[role].forEach((c, n) => {
      rows.push(second.which[role][n]);
      isRight.push(right[c]);
    });
  }
  starts.push(rows.length);
  return boost(rows, shareOfRight(starts, isRight), growth);
}
