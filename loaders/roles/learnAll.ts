import {type AnswerModels, kinds} from "../../src/waybill/parse/read/answers/answer.js";
import type {RoleModel} from "../../src/waybill/parse/read/roles/RoleModel.js";
import type {Model} from "../../src/waybill/parse/syntax/modelFile.js";
import {Grammar} from "../../src/waybill/parse/syntax/Syntax.js";
import type {Vocab} from "../../src/waybill/parse/vocab.js";
import {answerExamples, type RankedText} from "./answerExamples.js";
import {examplesOf, type LearntText} from "./examples.js";
import {isSame} from "./isSame.js";
import type {LabelledText} from "./labelled.js";
import {learn, usual} from "./learn.js";
import {learnRanker, usualRanks} from "./learnRanker.js";
import {toModel} from "./writeModel.js";

// What is answered last is learnt from texts whose sides were read by those who had not seen them.
const halves = 2;

/**
 * Returns the model that labelled texts teach: who has which part in a figure,
 * what it is a quantity of, how far it came and when it holds.
 * `tell` gets a line on each step.
 */
export function learnAll(
  texts: readonly LabelledText[],
  vocab: Vocab,
  syntax: Model,
  seed: number,
  tell: (line: string) => void,
): RoleModel {
  const useful = texts.filter((text) => text.labels.length > 0);
  const grammar = new Grammar(syntax);
  const examples = useful.map((text) => examplesOf(text, vocab, grammar, isSame));
  const figures = examples.flatMap(({examples}) => examples.filter(({isLabelled}) => isLabelled)).length;
  tell(`${useful.length} texts, ${figures} figures`);
  const sides = (some: readonly LearntText[]): RoleModel => {
    const {weights, trees} = learn(some, {seed, ...usual});
    return toModel(weights, {...trees, answers: null});
  };
  const model = sides(examples);
  tell("who has which part: learnt from all");
  const asked: RankedText[][] = kinds.map(() => []);
  for (let half = 0; half < halves; half++) {
    const isOther = (n: number) => n % halves !== half;
    const unseen = new Grammar(syntax, sides(examples.filter((_, n) => isOther(n))));
    useful.forEach((text, n) => {
      if (isOther(n)) return;
      const questions = answerExamples(text, vocab, unseen);
      kinds.forEach((kind, n) => void asked[n].push(questions[kind]));
    });
    tell(`how figures are answered: asked of part ${half + 1} of ${halves}`);
  }
  return {
    ...model,
    answers: Object.fromEntries(
      kinds.map((kind, n) => [kind, learnRanker(asked[n], {seed, ...usualRanks})]),
    ) as AnswerModels,
  };
}
