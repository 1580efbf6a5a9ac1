import {describe, expect, it} from "vitest";
import {figureOf} from "./read.js";

describe("what it is a quantity of", () => {
  it.each([
    ["The group is investing a total of $80 million in the wharf.", "$80 million", "wharf"],
    ["The delay amounted to five months.", "five months", "delay"],
    ["Growth has been forecast to slow slightly to 2.9 percent.", "2.9 percent", "Growth"],
    ["Ondal is expected to post earnings of between £90m and £95m.", "between £90m and £95m", "earnings"],
  ])("%s", (text, exact, thing) => {
    expect(figureOf(text, exact).thing).toBe(thing);
  });

  it.each([
    ["They promised her £2 million.", "£2 million"],
    ["She has seen £350,000.", "£350,000"],
  ])("is not told in %j", (text, exact) => {
    expect(figureOf(text, exact).thing).toBeNull();
  });
});
