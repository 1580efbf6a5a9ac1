import {describe, expect, it} from "vitest";
import {inkOf} from "../../loaders/graphics/printInk.js";
import {palette} from "../../src/waybill/theme.js";

describe("inkOf(color)", () => {
  it("is no ink for paper, and black ink alone for greys", () => {
    expect(inkOf(palette.paper.light)).toEqual([0, 0, 0, 0]);
    expect(inkOf(palette.ink.light)).toEqual([0, 0, 0, 100]);
    expect(inkOf("#000000")).toEqual([0, 0, 0, 100]);
    expect(inkOf("#ffffff")).toEqual([0, 0, 0, 0]);
    for (const name of ["muted", "grey", "rule", "land"] as const) {
      const [c, m, y, k] = inkOf(palette[name].light) as number[];
      expect([c, m, y]).toEqual([0, 0, 0]);
      expect(k).toBeGreaterThan(5);
      expect(k).toBeLessThan(80);
    }
  });

  it("leaves colours, pale ones too, and what is none", () => {
    for (const name of ["red", "redPale", "slate", "slatePale", "ochre", "ochrePale"] as const)
      expect(inkOf(palette[name].light)).toBe(palette[name].light);
    expect(inkOf("url(#hatch)")).toBe("url(#hatch)");
  });
});
