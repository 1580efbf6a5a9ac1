import {readdirSync, readFileSync} from "node:fs";
import path from "node:path";
import {brotliCompressSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {pageSheets} from "../../loaders/site/head.js";
import {charts} from "../charts/everyChart.js";

const folder = "dist/lib";

const atOnce = /(?:from|import)\s*"\.\/([^"]+)"/g;
const everything = /(?:from|import)\s*\(?\s*"\.\/([^"]+)"/g;

/** The files that a browser loads for one, itself included: static imports, and theirs; with `everything`, what it asks for later too. */
function loadedWith(name: string, imports = atOnce, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  const code = readFileSync(path.join(folder, name), "utf8");
  for (const [, specifier] of code.matchAll(imports)) loadedWith(specifier, imports, seen);
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
    const entries = [
      "theme.js",
      "interact.js",
      "redraw.js",
      "desk.js",
      "explore.js",
      "check.js",
      "parser.js",
      "search.js",
      "database.js",
      ...charts.map(({id}) => `chart-${id}.js`),
    ];
    const loaded = new Set(entries.flatMap((name) => [...loadedWith(name, everything)]));
    // Beside the scripts stand what every page has, its style and its icon, and what the explorer asks for.
    const others = [
      "icon.svg",
      "site.css",
      "explore.css",
      "explore.arrow",
      "check.css",
      ...pageSheets.map((name) => `${name}.css`),
      "check.json",
      "english.bin.gz",
      "roles.bin.gz",
    ];
    const database = ["duckdb-eh.wasm", "duckdb-browser-eh.worker.js"];
    expect(readdirSync(folder).sort()).toEqual([...loaded, ...others, ...database].sort());
  });
});

describe("the explorer's script", () => {
  it("is at most 8 kB at once, brotli; table, chart, editor and database come when they are asked for", () => {
    const first = loadedWith("explore.js");
    const sizes = [...first].map((name) => brotliCompressSync(readFileSync(path.join(folder, name))).length);
    expect(sizes.reduce((a, b) => a + b)).toBeLessThanOrEqual(8000);
    expect(codeOf(first)).not.toMatch(/plot-d6a7b5|codemirror|AsyncDuckDB/i);
  });
});
