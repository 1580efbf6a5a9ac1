import {gzipSync} from "node:zlib";
import {type RoleModel, writeRoles} from "../../src/waybill/parse/read/roles/RoleModel.js";
import type {RoleWeights} from "./learn.js";

/** Returns a model whose weights are whole numbers from -31 to 31, as its file has them: more pack worse, and answer no better. */
export function toModel(
  weights: RoleWeights,
  rest: Pick<RoleModel, "stated" | "which" | "answers">,
): RoleModel {
  const scales = weights.map((own) => {
    const most = own.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    return Number((most / 31).toPrecision(6)) || 1;
  });
  const count = weights.length;
  const whole = new Int8Array(count * weights[0].length);
  weights.forEach((own, role) => {
    own.forEach((weight, at) => {
      whole[at * count + role] = Math.round(weight / scales[role]);
    });
  });
  return {weights: whole, scales, ...rest};
}

/** Returns the packed file of a model. */
export const packRoles = (model: RoleModel): Uint8Array => gzipSync(writeRoles(model), {level: 9});
