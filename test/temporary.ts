import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {onTestFinished} from "vitest";

/** Returns a folder that is removed when the test ends, with the given files in it. */
export function temporaryFolder(files: Record<string, string | Uint8Array> = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), "waybill-"));
  // What a process that was just stopped still writes may come between.
  onTestFinished(() => {
    rmSync(folder, {recursive: true, force: true, maxRetries: 20});
    rmSync(path.join(path.dirname(folder), `.${path.basename(folder)}.lock`), {force: true});
  });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), {recursive: true});
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

/** The engine's own vocabulary. */
export const lexicon = "src/waybill/parse/lexicon";

/** Returns a copy of the engine's vocabulary, to be spoiled. */
export function temporaryLexicon(): string {
  const folder = temporaryFolder();
  cpSync(lexicon, folder, {recursive: true});
  return folder;
}

/** Returns a folder of seeds with this project's vocabulary and the given articles. */
export function temporarySeeds(files: Record<string, string | Uint8Array>): string {
  const folder = temporaryFolder(files);
  cpSync("seeds/vocab", path.join(folder, "vocab"), {recursive: true});
  return folder;
}

/** Returns a copy of the project, without what can be made again, that shares its node_modules. */
export function temporaryProject(): string {
  const folder = temporaryFolder();
  const left = new Set(["node_modules", "dist", ".git", ".waybill"]);
  for (const name of readdirSync("."))
    if (!left.has(name))
      cpSync(name, path.join(folder, name), {
        recursive: true,
        filter: (source) => !source.includes(".observablehq/") && !source.endsWith("/.observablehq"),
      });
  symlinkSync(path.resolve("node_modules"), path.join(folder, "node_modules"), "dir");
  return folder;
}

/** Returns a copy of the project as it is after a build, which does not begin from nothing. */
export function builtProject(): string {
  const folder = temporaryProject();
  for (const name of ["dist", ".waybill", "src/.observablehq"].filter((each) => existsSync(each)))
    cpSync(name, path.join(folder, name), {recursive: true});
  return folder;
}
