import {describe, expect, it} from "vitest";
import {spans} from "../../../src/waybill/forms/index.js";
import {newDocument} from "./drawForms.js";

/** Returns what the ticks say, from left to right. */
function ticksOf(periods: [start: string, end: string][], width: number): string[] {
  const rows = periods.map(([period_start, period_end], i) => ({
    label: `row ${i}`,
    period_start,
    period_end,
  }));
  const svg = spans(rows, {document: newDocument(), width});
  const axis = [...svg.querySelectorAll("g")].find((group) => group.getAttribute("aria-hidden") === "true");
  const said = [...(axis ?? svg).querySelectorAll("text")].filter((text) => !text.closest("[data-row]"));
  return said.map((text) => text.textContent ?? "");
}

describe("spans: the ticks", () => {
  it.each([
    [[["2022-02-11", "2024-12-31"]], ["2023", "2024"]],
    [[["2022-01", "2022-12"]], null],
    [[["2022-03-01", "2022-04-10"]], null],
    [[["1990", "2020"]], null],
  ] as [[string, string][], string[] | null][])("%j say no date twice", (periods, expected) => {
    for (const width of [320, 720, 960]) {
      const ticks = ticksOf(periods, width);
      expect(ticks.length).toBeGreaterThan(0);
      expect(new Set(ticks).size).toBe(ticks.length);
      if (expected) expect(ticks).toEqual(expect.arrayContaining(expected));
    }
  });
});
