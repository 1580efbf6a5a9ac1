import {describe, expect, it} from "vitest";
import {keptOrder, nextOpen, stepFrom} from "../../../src/lib/review/queue.js";
import type {DeskItem} from "../../../src/waybill/model/reviewDesk.js";

const items = (...keys: string[]): DeskItem[] =>
  keys.map((key) => ({key, start: Number(key.slice(1))}) as DeskItem);

describe("keptOrder(order, items)", () => {
  it("is that of the items at first, and then stays", () => {
    expect(keptOrder([], items("c3", "a1", "b2"))).toEqual(["c3", "a1", "b2"]);
    expect(keptOrder(["c3", "a1", "b2"], items("a1", "b2", "c3"))).toEqual(["c3", "a1", "b2"]);
  });

  it("leaves out what is gone, and has what is new behind the one before it in the text", () => {
    expect(keptOrder(["c3", "a1", "b2"], items("c3", "b2"))).toEqual(["c3", "b2"]);
    expect(keptOrder(["c5", "a1", "b2"], items("c5", "a1", "b2", "n3", "m4"))).toEqual([
      "c5",
      "a1",
      "b2",
      "n3",
      "m4",
    ]);
    expect(keptOrder(["c5", "b2"], items("c5", "b2", "a0"))).toEqual(["a0", "c5", "b2"]);
  });
});

describe("stepFrom(order, key, step)", () => {
  it("stays at either end", () => {
    expect(stepFrom(["a", "b"], "a", 1)).toBe("b");
    expect(stepFrom(["a", "b"], "b", 1)).toBe("b");
    expect(stepFrom(["a", "b"], "a", -1)).toBe("a");
    expect(stepFrom([], null, 1)).toBeNull();
    expect(stepFrom(["a", "b"], null, 1)).toBe("a");
  });
});

describe("nextOpen(order, key, isOpen)", () => {
  it("begins anew at the end, and is null where none is", () => {
    const open = new Set(["a", "d"]);
    const isOpen = (key: string): boolean => open.has(key);
    expect(nextOpen(["a", "b", "c", "d"], "b", isOpen)).toBe("d");
    expect(nextOpen(["a", "b", "c", "d"], "d", isOpen)).toBe("a");
    open.clear();
    expect(nextOpen(["a", "b", "c", "d"], "d", isOpen)).toBeNull();
  });

  it("is not the one that is looked at", () => {
    expect(nextOpen(["a"], "a", () => true)).toBeNull();
  });
});
