import {type AnswerModels, type Kind, kinds} from "../answers/answer.js";
import type {RankModel} from "../answers/Ranker.js";
import type {Tree} from "./Forest.js";

/** What was learnt of who has which part in a figure; the numbers of each role stand side by side, in the order of `roles`. */
export interface RoleModel {
  /** Weights of the hashed features, four for each, and what a weight of 1 stands for. */
  weights: Int8Array;
  scales: readonly number[];
  /** Trees that tell whether the article states a role, and whom it names. */
  stated: readonly (readonly Tree[])[];
  which: readonly (readonly Tree[])[];
  /** What was learnt of how figures are answered, all in all; null while that is still to be learnt. */
  answers: AnswerModels | null;
}

type Unweighed<Model> = Omit<Model, "weights">;

interface Head extends Unweighed<Omit<RoleModel, "answers">> {
  format: 3;
  /** How many bytes the weights of the roles have, and those of each kind of answer. */
  bytes: number;
  answers: Record<Kind, Unweighed<RankModel> & {bytes: number}> | null;
}

const byKind = <T>(of: (kind: Kind) => T): Record<Kind, T> =>
  Object.fromEntries(kinds.map((kind) => [kind, of(kind)])) as Record<Kind, T>;

/** Returns the model in the bytes of its file. Throws where they are those of another format. */
export function readRoles(file: Uint8Array): RoleModel {
  const length = new DataView(file.buffer, file.byteOffset).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(file.subarray(4, 4 + length))) as Head;
  if (head.format !== 3) throw new Error(`unknown format of the model of roles: ${head.format} (have: 3)`);
  let at = 4 + length;
  const take = (bytes: number): Int8Array => {
    const taken = new Int8Array(file.buffer, file.byteOffset + at, Math.min(bytes, file.length - at));
    if (taken.length < bytes)
      throw new Error(`model of roles is cut off: ${taken.length} of ${bytes} bytes of weights`);
    at += bytes;
    return taken;
  };
  const weights = take(head.bytes);
  const {answers} = head;
  const read = (kind: Kind): RankModel => ({
    ...answers![kind],
    weights: take(answers![kind].bytes),
  });
  return {
    ...head,
    weights,
    answers: answers && byKind(read),
  };
}

/** Returns the bytes of a model's file. */
export function writeRoles({weights, answers, ...rest}: RoleModel): Uint8Array {
  const described = (kind: Kind) => {
    const {weights, ...own} = answers![kind];
    return {...own, bytes: weights.length};
  };
  const head: Head = {
    format: 3,
    bytes: weights.length,
    ...rest,
    answers: answers && byKind(described),
  };
  const text = new TextEncoder().encode(JSON.stringify(head));
  const parts = [weights, ...(answers ? kinds.map((kind) => answers[kind].weights) : [])];
  const file = new Uint8Array(4 + text.length + parts.reduce((sum, part) => sum + part.length, 0));
  new DataView(file.buffer).setUint32(0, text.length, true);
  file.set(text, 4);
  let at = 4 + text.length;
  for (const part of parts) {
    file.set(new Uint8Array(part.buffer, part.byteOffset, part.length), at);
    at += part.length;
  }
  return file;
}
