import {gzipSync} from "node:zlib";
import {build} from "esbuild";
import {expect, it} from "vitest";

// Fractions, signs, margins, bounds, weights and levels took 4 kB of it, what a year is compared with 1 kB,
// Fractions, signs, margins, bounds, weights and levels took 4 kB of it, what a year is compared with 1 kB,
// whose a figure is 5 kB, units left out 2.5 kB. The grammar is apart: 20 kB and a model, which only those load
// who give one.
const most = 75_000;

// The vocabulary is data that a page fetches beside it.
it(`the parser for a page is at most ${most / 1000} kB gzipped, and asks for nothing of Node`, async () => {
  const {outputFiles, metafile} = await build({
    entryPoints: ["src/waybill/parse/parseFigures.ts"],
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "esnext",
    metafile: true,
    write: false,
  });
  const size = gzipSync(outputFiles[0].contents, {level: 9}).length;
  console.log(`the parser as a bundle: ${size} bytes gzipped`);
  expect(size).toBeLessThanOrEqual(most);
  const imported = Object.values(metafile.inputs).flatMap(({imports}) => imports);
  expect(imported.filter(({external}) => external)).toEqual([]);
});
