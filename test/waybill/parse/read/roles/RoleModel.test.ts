import {expect, it} from "vitest";
import {readRoles, writeRoles} from "../../../../../src/waybill/parse/read/roles/RoleModel.js";

const trees = [{feature: [-1], cut: [0], left: [-1], right: [-1], value: [0.5]}];
const model = {
  weights: Int8Array.from([1, -127, 0, 90]),
  scales: [0.5, 1, 1, 1, 2],
  stated: [
    [{feature: [0, -1, -1], cut: [0.5, 0, 0], left: [1, -1, -1], right: [2, -1, -1], value: [0, -1, 1]}],
  ],
  which: [[]],
  answers: {
    status: {weights: Int8Array.from([0, 31]), scale: 0.1, trees},
    thing: {weights: Int8Array.from([-31, 2, 0]), scale: 0.2, trees},
    period: {weights: Int8Array.from([7]), scale: 0.3, trees},
  },
};

it("reads a model as it was written", () => {
  expect(readRoles(writeRoles(model))).toMatchObject(model);
  const unfinished = {...model, answers: null};
  expect(readRoles(writeRoles(unfinished))).toMatchObject(unfinished);
});

it("throws where a model is cut off or of another format", () => {
  expect(() => readRoles(writeRoles(model).slice(0, -1))).toThrow(
    "model of roles is cut off: 0 of 1 bytes of weights",
  );
  const other = new TextEncoder().encode('    {"format":9}');
  new DataView(other.buffer).setUint32(0, 12, true);
  expect(() => readRoles(other)).toThrow("unknown format of the model of roles: 9 (have: 3)");
});
