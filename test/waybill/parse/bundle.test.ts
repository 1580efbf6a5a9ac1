import {gzipSync} from "node:zlib";
import {build} from "esbuild";
import {expect, it} from "vitest";

// The grammar, which tells what a figure is of and whose, is apart: 20 kB and a model, which only those load who
// give one.
const most = 60_000;

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
