import {expect, it} from "vitest";
import {loadTables} from "../../../loaders/tables.js";

it("an event is told of dates in the reports, briefly, and in the same words where two tell the same", () => {
  const {events} = loadTables();
  const told = events.flatMap(({what}) => what ?? []).map(String);
  expect(told.length).toBeGreaterThan(3);
  expect(new Set(told).size).toBeLessThan(told.length);
  for (const what of told) {
    expect(what).toMatch(/^\p{Lu}[^\p{N}.]+$/u);
    expect(what.length, what).toBeLessThanOrEqual(60);
  }
});
