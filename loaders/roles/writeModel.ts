import {gzipSync} from "node:zlib";
import {roles} from "../../src/waybill/parse/read/roles/Inquiry.js";
import {type RoleModel, writeRoles} from "../../src/waybill/parse/read/roles/RoleModel.js";

/** Returns the packed file of a model: its weights as whole numbers from -127 to 127. */
export function packRoles(
  weights: Float64Array,
  trees: Pick<RoleModel, "stated" | "which">,
  floors: readonly number[],
): Uint8Array {
  const count = roles.length;
  const scales = roles.map((_, role) => {
    let most = 0;
    for (let at = role; at < weights.length; at += count) most = Math.max(most, Math.abs(weights[at]));
    return Number((most / 127).toPrecision(6));
  });
  const whole = Int8Array.from(weights, (weight, at) => Math.round(weight / (scales[at % count] || 1)));
  return gzipSync(writeRoles({weights: whole, scales, ...trees, floors}), {level: 9});
}
