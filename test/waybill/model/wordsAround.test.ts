import {expect, it} from "vitest";
import {wordsAround} from "../../../src/waybill/model/wordsAround.js";

it("keeps up to 32 units on each side", () => {
  const text = `${"a".repeat(40)} 9 barges ${"b".repeat(40)}`;
  expect(wordsAround(text, {start: 41, end: 49})).toEqual({
    start: 41,
    end: 49,
    exact: "9 barges",
    prefix: `${"a".repeat(31)} `,
    suffix: ` ${"b".repeat(31)}`,
  });
  expect(wordsAround("9 barges", {start: 0, end: 8})).toMatchObject({prefix: "", suffix: ""});
});

it("cuts no character in two", () => {
  // The family of seven units, and the letter with its accent, stand over the edge.
  const text = `👩‍👩‍👧${"a".repeat(28)}9 barges${"b".repeat(31)}e\u0301!`;
  const start = text.indexOf("9");
  expect(wordsAround(text, {start, end: start + 8})).toMatchObject({
    prefix: "a".repeat(28),
    suffix: "b".repeat(31),
  });
});
