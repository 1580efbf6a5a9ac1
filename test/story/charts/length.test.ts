import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {charts} from "../../../src/charts/index.js";

const linesOf = (file: string): number => readFileSync(file, "utf8").trimEnd().split("\n").length;

const files = readdirSync("src/charts", {recursive: true, encoding: "utf8"})
  .filter((file) => file.endsWith(".ts"))
  .map((file) => `src/charts/${file}`);

describe("src/charts", () => {
  it.each(charts.map(({id}) => `src/charts/${id}.ts`))(
    "%s is a query, words and options: 100 lines at most",
    (file) => {
      expect(files).toContain(file);
      expect(linesOf(file)).toBeLessThanOrEqual(100);
    },
  );

  it("is 900 lines at most in all", () => {
    expect(files.reduce((sum, file) => sum + linesOf(file), 0)).toBeLessThanOrEqual(900);
  });

  it("draws nothing itself: no path, no pixel, no colour but by its name", () => {
    for (const file of files)
      expect(readFileSync(file, "utf8"), file).not.toMatch(
        /#[0-9a-f]{6}\b|createElement|<svg|from "d3"|observablehq/i,
      );
  });
});
