import {describe, expect, it} from "vitest";
import {nameReaderOf, readerOf} from "../../../src/waybill/forms/channels.js";

describe("readerOf(channel, ...columns)", () => {
  it("reads a column, a function, or the first column that the row has", () => {
    expect(readerOf<object, number>("a")({a: 1})).toBe(1);
    expect(readerOf<{a: number}, number>(({a}) => a + 1)({a: 1})).toBe(2);
    expect(readerOf<object, number>(undefined, "a", "b")({b: 2})).toBe(2);
  });

  it("takes nothing from another column where the first is empty", () => {
    for (const a of [null, ""]) expect(readerOf<object, unknown>(undefined, "a", "b")({a, b: 2})).toBeNull();
    expect(readerOf<object, unknown>(undefined, "a")({})).toBeNull();
  });
});

describe("nameReaderOf(channel, ...columns)", () => {
  it("writes a number as a name", () => {
    expect(nameReaderOf<object>("a")({a: 7})).toBe("7");
    expect(nameReaderOf<object>(() => "")({})).toBeNull();
  });
});
