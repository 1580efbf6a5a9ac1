import type {Tree} from "./Forest.js";

/** What was learnt of who has which part in a figure; the numbers of each role stand side by side, in the order of `roles`. */
export interface RoleModel {
  /** Weights of the hashed features, four for each, and what a weight of 1 stands for. */
  weights: Int8Array;
  scales: readonly number[];
  /** Trees that tell whether the article states a role, and whom it names. */
  stated: readonly (readonly Tree[])[];
  which: readonly (readonly Tree[])[];
  /** How sure an answer must be to be given. */
  floors: readonly number[];
}

interface Head extends Omit<RoleModel, "weights"> {
  format: 1;
  bytes: number;
}

/** Returns the model in the bytes of its file. Throws where they are those of another format. */
export function readRoles(file: Uint8Array): RoleModel {
  const length = new DataView(file.buffer, file.byteOffset).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(file.subarray(4, 4 + length))) as Head;
  if (head.format !== 1) throw new Error(`unknown format of the model of roles: ${head.format} (have: 1)`);
  const weights = new Int8Array(file.buffer, file.byteOffset + 4 + length, file.length - 4 - length);
  if (weights.length !== head.bytes)
    throw new Error(`model of roles is cut off: ${weights.length} of ${head.bytes} bytes`);
  return {...head, weights};
}

/** Returns the bytes of a model's file. */
export function writeRoles({weights, ...rest}: RoleModel): Uint8Array {
  const head: Head = {format: 1, bytes: weights.length, ...rest};
  const text = new TextEncoder().encode(JSON.stringify(head));
  const file = new Uint8Array(4 + text.length + weights.length);
  new DataView(file.buffer).setUint32(0, text.length, true);
  file.set(text, 4);
  file.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), 4 + text.length);
  return file;
}
