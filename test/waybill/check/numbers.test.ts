import {describe, expect, it} from "vitest";
import {type Amount, relate, sameHedge} from "../../../src/waybill/check/numbers.js";

const exactly = (value: number): Amount => ({value, low: null, high: null, qualifier: null});
const atLeast = (value: number): Amount => ({value, low: value, high: null, qualifier: "at_least"});
const upTo = (value: number): Amount => ({value, low: null, high: value, qualifier: "up_to"});
const about = (value: number): Amount => ({value, low: null, high: null, qualifier: "about"});
const range = (low: number, high: number): Amount => ({value: null, low, high, qualifier: null});
const dozens: Amount = {value: null, low: null, high: null, qualifier: null};

describe("relate(stated, known)", () => {
  it.each<[string, Amount, Amount, ReturnType<typeof relate>]>([
    ["63 and 63", exactly(63), exactly(63), "same"],
    ["more than 63 and 63, whatever the hedge", atLeast(63), exactly(63), "same"],
    ["a range and itself", range(3, 5), range(3, 5), "same"],
    ["at least 60 where 63 are known", atLeast(60), exactly(63), "implied"],
    ["at least 63 where at least 70 are", atLeast(63), atLeast(70), "implied"],
    ["up to 70 where 63 are", upTo(70), exactly(63), "implied"],
    ["between 60 and 70 where 63 are", range(60, 70), exactly(63), "implied"],
    ["4.5 million for 4.47 million", exactly(4.5e6), exactly(4.47e6), "implied"],
    ["about 65 for 63", about(65), exactly(63), "implied"],
    ["more than 4.5 million where 4.47 million are", atLeast(4.5e6), exactly(4.47e6), "apart"],
    ["3,000 for 3,400", exactly(3000), exactly(3400), "apart"],
    ["70 where 63 are", exactly(70), exactly(63), "apart"],
    ["64 for 63: what is counted is not rounded", exactly(64), exactly(63), "apart"],
    ["up to 60 where 63 are", upTo(60), exactly(63), "apart"],
    ["60 where at least 63 are", exactly(60), atLeast(63), "apart"],
    ["70 where at least 63 are: it may be", exactly(70), atLeast(63), "open"],
    ["63 where between 60 and 70 are", exactly(63), range(60, 70), "open"],
    ["dozens where 63 are", dozens, exactly(63), "open"],
    ["minus 5 and 5", exactly(-5), exactly(5), "apart"],
  ])("%s", (_, stated, known, relation) => {
    expect(relate(stated, known)).toBe(relation);
  });
});

describe("sameHedge(a, b)", () => {
  it("takes hedges that bound alike for one, and none for none", () => {
    expect(sameHedge("more_than", "at_least")).toBe(true);
    expect(sameHedge(null, "exactly")).toBe(true);
    expect(sameHedge("up_to", "less_than")).toBe(true);
    expect(sameHedge("more_than", null)).toBe(false);
    expect(sameHedge("about", "almost")).toBe(false);
  });
});
