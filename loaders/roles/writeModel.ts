import {gzipSync} from "node:zlib";
import {roles} from "../../src/waybill/parse/read/roles/Inquiry.js";
import {type RoleModel, writeRoles} from "../../src/waybill/parse/read/roles/RoleModel.js";

/** Returns a model whose weights are whole numbers from -31 to 31, as its file has them: more pack worse, and answer no better. */
export function toModel(
  weights: Float64Array,
  rest: Pick<RoleModel, "stated" | "which" | "floors" | "answers">,
): RoleModel {
  const count = roles.length;
  const scales = roles.map((_, role) => {
    let most = 0;
    for (let at = role; at < weights.length; at += count) most = Math.max(most, Math.abs(weights[at]));
    return Number((most / 31).toPrecision(6));
  });
  const whole = Int8Array.from(weights, (weight, at) => Math.round(weight / (scales[at % count] || 1)));
  return {weights: whole, scales, ...rest};
}

/** Returns the packed file of a model. */
export const packRoles = (model: RoleModel): Uint8Array => gzipSync(writeRoles(model), {level: 9});
