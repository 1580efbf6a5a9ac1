import {readdirSync, readFileSync, statSync} from "node:fs";
import path from "node:path";

/*
 * Node reads JavaScript in half the time that it takes for TypeScript, and tests
 * start commands by the dozen: the engine is compiled once, as the package has it,
 * before they run. Where a source is another than it was compiled of, or nothing
 * was compiled, the source runs.
 */

/** Where the compiled engine is: a package of its own, beside those that it uses. */
export const compiledFolder = path.resolve("node_modules/.waybill");

/** What is written there last: the state of what it was made of. */
export const stateFile = path.join(compiledFolder, "state.json");

/** Returns when each source was changed and how long it is, as text. */
export const stateOfSources = (): string =>
  JSON.stringify(
    ["loaders", "src/lib", "src/waybill"]
      .flatMap((folder) =>
        readdirSync(folder, {recursive: true, encoding: "utf8"}).map((name) => `${folder}/${name}`),
      )
      .concat("observablehq.config.ts", "src/style.css", "package.json", "package-lock.json")
      .sort()
      .map((file) => [file, statSync(file)] as const)
      .filter(([, state]) => state.isFile())
      .map(([file, {mtimeMs, size}]) => [file, mtimeMs, size]),
  );

const isCompiled = ((): boolean => {
  try {
    return readFileSync(stateFile, "utf8") === stateOfSources();
  } catch {
    return false;
  }
})();

/** Returns the words with which node runs the command `waybill`, from any folder; its arguments follow. */
export const waybill: readonly string[] = isCompiled
  ? [path.join(compiledFolder, "lib/loaders/commands/waybill.js")]
  : ["--import", import.meta.resolve("tsx"), path.resolve("loaders/commands/waybill.ts")];
