import {readdirSync, readFileSync} from "node:fs";
import path from "node:path";
import {brotliCompressSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {charts} from "../../src/charts/index.js";

const folder = "dist/lib";

/** The files that a browser loads for one, itself included: static imports, and theirs. */
function loadedWith(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  const code = readFileSync(path.join(folder, name), "utf8");
  for (const [, specifier] of code.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)) loadedWith(specifier, seen);
  return seen;
}

const codeOf = (names: Iterable<string>): string =>
  [...names].map((name) => readFileSync(path.join(folder, name), "utf8")).join("\n");

describe("the layer that serves all charts of a page", () => {
  const layer = loadedWith("interact.js");

  it("is at most 6 kB with all that it imports, brotli", () => {
    const sizes = [...layer].map((name) => brotliCompressSync(readFileSync(path.join(folder, name))).length);
    expect(sizes.reduce((a, b) => a + b)).toBeLessThanOrEqual(6000);
  });

  it("has no Plot in it, which every chart's code has", () => {
    expect(codeOf(layer)).not.toMatch(/plot-d6a7b5|ruleX|missing scale/);
    for (const {id} of charts) expect(codeOf(loadedWith(`chart-${id}.js`)), id).toMatch(/plot-d6a7b5/);
  });

  it("has a file for every chart, and none that nothing loads", () => {
    const entries = ["interact.js", "desk.js", "search.js", ...charts.map(({id}) => `chart-${id}.js`)];
    const loaded = new Set(entries.flatMap((name) => [...loadedWith(name)]));
    // Beside the scripts stand what every page has: its style and its icon.
    expect(readdirSync(folder).sort()).toEqual([...loaded, "icon.svg", "site.css"].sort());
  });
});
