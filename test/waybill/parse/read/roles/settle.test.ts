import {describe, expect, it} from "vitest";
import type {Choice} from "../../../../../src/waybill/parse/read/roles/choose.js";
import {settle} from "../../../../../src/waybill/parse/read/roles/settle.js";

const guess = (text: string, chance: number): Choice => ({text, basis: "stated", chance, isTold: false});

describe("settle(chosen)", () => {
  it("gives each role whom it was chosen for", () => {
    expect(settle([guess("Dorex", 0.7), guess("Peru", 0.8), null])).toEqual({
      supplier: {text: "Dorex", basis: "stated"},
      recipient: {text: "Peru", basis: "stated"},
      via: null,
      isUnsure: false,
    });
  });

  it("gives nobody two sides: the likelier goes first", () => {
    expect(settle([guess("Dorex", 0.5), guess("Dorex", 0.7), null])).toMatchObject({
      supplier: null,
      recipient: {text: "Dorex"},
    });
  });

  it("asks for a look at a guess that is not sure, and at nothing that is told", () => {
    expect(settle([guess("Dorex", 0.55), null, null]).isUnsure).toBe(true);
    expect(settle([{...guess("Dorex", 0.55), isTold: true}, null, null]).isUnsure).toBe(false);
  });

  it("knows no sides where nobody was asked for", () => {
    expect(settle([])).toEqual({supplier: null, recipient: null, via: null, isUnsure: false});
  });
});
