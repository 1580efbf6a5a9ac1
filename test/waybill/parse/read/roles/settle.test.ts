import {describe, expect, it} from "vitest";
import type {Choice} from "../../../../../src/waybill/parse/read/roles/choose.js";
import {settle} from "../../../../../src/waybill/parse/read/roles/settle.js";
import type {Side} from "../../../../../src/waybill/parse/read/sides.js";

const side = (text: string): Side => ({text, basis: "stated"});
const guess = (text: string, chance: number): Choice => ({text, basis: "stated", chance, isTold: false});
const none = {supplier: null, recipient: null, via: null};

describe("settle(chosen, few)", () => {
  it("keeps what the own clause of a sentence by itself tells, whatever is guessed", () => {
    const own = {...none, recipient: side("Peru")};
    expect(settle([null, guess("Chile", 0.9), null], {own, shared: own})).toMatchObject({
      recipient: {text: "Peru"},
    });
  });

  it("prefers a guess to what is shared with another figure", () => {
    const shared = {...none, supplier: side("Ondal")};
    expect(settle([guess("Dorex", 0.7), null, null], {own: none, shared})).toMatchObject({
      supplier: {text: "Dorex"},
      isUnsure: false,
    });
    expect(settle(null, {own: none, shared})).toMatchObject({supplier: {text: "Ondal"}});
  });

  it("gives nobody two sides", () => {
    const own = {...none, recipient: side("Peru")};
    expect(settle([guess("Peru", 0.9), null, null], {own, shared: own}).supplier).toBeNull();
    expect(settle([guess("Dorex", 0.5), guess("Dorex", 0.7), null], null)).toMatchObject({
      supplier: null,
      recipient: {text: "Dorex"},
    });
  });

  it("asks for a look at a guess that is not sure, and at nothing that is told", () => {
    expect(settle([guess("Dorex", 0.55), null, null], null).isUnsure).toBe(true);
    expect(settle([{...guess("Dorex", 0.55), isTold: true}, null, null], null).isUnsure).toBe(false);
  });
});
