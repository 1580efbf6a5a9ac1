/*
 * Makes lib/, which is what the package ships: node reads no TypeScript from
 * node_modules. Each module becomes one of JavaScript at the same place below
 * lib/, so that the engine finds its files there as it does here, with its types
 * beside it.
 *
 *   npm pack    (as prepack)
 */
import {spawnSync} from "node:child_process";
import {compileModules} from "./compileModules.js";

const out = "lib";

const entries = [
  "src/waybill/charts.ts",
  "src/waybill/marks.ts",
  "src/waybill/parse/index.ts",
  "loaders/exports/site.ts",
  "loaders/exports/tables.ts",
];

const start = performance.now();
const count = await compileModules(out);
writeTypes();
console.log(`${out}/: ${count} files in ${((performance.now() - start) / 1000).toFixed(1)} s`);

function writeTypes(): void {
  const options =
    "--declaration --emitDeclarationOnly --noEmit false --skipLibCheck --module nodenext --target es2023";
  const {status, stdout} = spawnSync(
    process.execPath,
    [
      "node_modules/typescript/bin/tsc",
      "--ignoreConfig",
      ...options.split(" "),
      ..."--strict --exactOptionalPropertyTypes --resolveJsonModule --types node --lib es2023,dom,dom.iterable".split(
        " ",
      ),
      "--rootDir",
      ".",
      "--outDir",
      out,
      ...entries,
    ],
    {encoding: "utf8"},
  );
  if (status !== 0) throw new Error(`types cannot be written:\n${stdout}`);
}
