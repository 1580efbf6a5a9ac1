import {expect, test} from "vitest";
import {isSame} from "../../../loaders/roles/isSame.js";

test.each([
  ["Norwegian navy", "the navy"],
  ["exports of pumps", "exports"],
  ["Danish exports of pumps", "exports"],
  ["the Ondal’s", "Ondal"],
  ["“Vesna”", "Vesna"],
  ["Ministry of Defence", "ministry of defence"],
  ["broker in Tiraspol called Vanto", "a broker"],
])("%s is the same as %s", (a, b) => {
  expect(isSame(a, b)).toBe(true);
  expect(isSame(b, a)).toBe(true);
});

test.each([
  ["exports of pumps", "pumps"],
  ["Norwegian navy", "Norwegian army"],
  ["navy of Norway", "Norway"],
  ["Orla line", "Orla"],
  ["Ondal", "the"],
  ["broker in Tiraspol called Vanto", "Vanto"],
])("%s is not the same as %s", (a, b) => {
  expect(isSame(a, b)).toBe(false);
  expect(isSame(b, a)).toBe(false);
});
