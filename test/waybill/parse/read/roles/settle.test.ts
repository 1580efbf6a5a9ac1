import {describe, expect, it} from "vitest";
import {settle} from "../../../../../src/waybill/parse/read/roles/settle.js";
import type {Side} from "../../../../../src/waybill/parse/read/sides.js";

const side = (text: string): Side => ({text, basis: "stated"});
const guess = (text: string, chance: number) => ({text, basis: "stated" as const, chance});
const none = {supplier: null, recipient: null, via: null};

describe("settle(own, shared, chosen)", () => {
  it("keeps what the figure's own clause tells, whatever is guessed", () => {
    const own = {...none, recipient: side("Peru")};
    expect(settle(own, own, [null, guess("Chile", 0.9), null, null])).toMatchObject({
      recipient: {text: "Peru"},
    });
  });

  it("prefers a guess to what is shared with another figure", () => {
    const shared = {...none, supplier: side("Ondal")};
    expect(settle(none, shared, [guess("Dorex", 0.7), null, null, null])).toMatchObject({
      supplier: {text: "Dorex"},
      isUnsure: false,
    });
    expect(settle(none, shared, null)).toMatchObject({supplier: {text: "Ondal"}});
  });

  it("gives nobody two sides", () => {
    const own = {...none, recipient: side("Peru")};
    expect(settle(own, own, [guess("Peru", 0.9), null, null, null]).supplier).toBeNull();
    expect(settle(none, none, [guess("Dorex", 0.5), guess("Dorex", 0.7), null, null])).toMatchObject({
      supplier: null,
      recipient: {text: "Dorex"},
    });
  });

  it("leaves a side to whoever it is surer has the figure", () => {
    expect(settle(none, none, [null, guess("Dorex", 0.4), null, guess("Dorex", 0.6)]).recipient).toBeNull();
    expect(
      settle(none, none, [null, guess("Dorex", 0.55), null, guess("Dorex", 0.6)]).recipient,
    ).not.toBeNull();
  });

  it("asks for a look at a guess that is not sure", () => {
    expect(settle(none, none, [guess("Dorex", 0.45), null, null, null]).isUnsure).toBe(true);
  });
});
