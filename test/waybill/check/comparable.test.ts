import {describe, expect, it} from "vitest";
import {inUnitOf, isComparable} from "../../../src/waybill/check/comparable.js";
import {isClose, isSlip} from "../../../src/waybill/check/numbers.js";
import type {Kind} from "../../../src/waybill/model/figure.js";

const amount = (kind: Kind, value: number, unit: string | null = null, per: string | null = null) => ({
  kind,
  unit,
  per,
  value,
  low: value,
  high: null,
  qualifier: "more_than" as const,
});

describe("inUnitOf(known, figure)", () => {
  it("takes a part for the percent that it is, with its bounds", () => {
    expect(inUnitOf(amount("percent", 37.4, "percent"), amount("share", 0.25, "fraction"))).toMatchObject({
      value: 25,
      low: 25,
      high: null,
    });
  });

  it("takes a measure in the unit of the other, where both are of one family", () => {
    const metres = amount("length", 0.75, "metre");
    expect(inUnitOf(amount("length", 742, "millimetre"), metres)?.value).toBe(750);
    expect(inUnitOf(amount("length", 2, "mile"), metres)).toBeNull();
  });

  it("lets a price that does not say for how much stand for one that does, and no other", () => {
    const [month, week, bare] = ["month", "week", null].map((per) => amount("money", 60, "GBP", per));
    expect(inUnitOf(month, bare)).toBe(bare);
    expect(inUnitOf(month, week)).toBeNull();
  });

  it("never takes one currency or one count for another", () => {
    expect(inUnitOf(amount("money", 5, "USD"), amount("money", 5, "EUR"))).toBeNull();
    expect(inUnitOf(amount("count", 5, "boat"), amount("count", 5, "crate"))).toBeNull();
  });
});

describe("isComparable(a, b)", () => {
  it("holds parts against parts, and a bare number against any", () => {
    expect(isComparable(amount("share", 0.5, "fraction"), amount("percent", 50, "percent"))).toBe(true);
    expect(isComparable(amount("other", 648), amount("count", 648, "candidate"))).toBe(true);
    expect(isComparable(amount("mass", 5, "tonne"), amount("money", 5, "USD"))).toBe(false);
  });
});

describe("isSlip(a, b)", () => {
  const slip = (a: number, b: number): boolean => isSlip(amount("count", a), amount("count", b));

  it.each([
    [231_775, 213_775],
    [18.4, 14.8],
    [1.2e9, 1.2e6],
    [83_000, 38_000],
  ])("%d for %d", (a, b) => expect(slip(a, b)).toBe(true));

  it.each([
    [63, 63],
    [63, 73],
    [5, 5000],
    [1234, 4321],
    [120, 12],
    [-18, 81],
  ])("not %d for %d", (a, b) => expect(slip(a, b)).toBe(false));
});

describe("isClose(a, b)", () => {
  it("is within a fifth", () => {
    expect(isClose(amount("count", 60), amount("count", 63))).toBe(true);
    expect(isClose(amount("count", 40), amount("count", 1000))).toBe(false);
  });
});
