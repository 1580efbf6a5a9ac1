import {copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import path from "node:path";

export interface ReplaceOptions {
  /** Stands in for the renaming of a file, for tests of what stops it. */
  rename?: (from: string, to: string) => void;
}

const journalName = ".replacing";

/**
 * Puts files in their places in a folder, all or none. Each is first written
 * beside its place and what stands there is copied; a journal is kept while
 * they are renamed. An error puts everything back at once; after a kill in the
 * midst of renaming, the next call of recoverFiles does.
 */
export function replaceFiles(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  {rename = renameSync}: ReplaceOptions = {},
): void {
  mkdirSync(folder, {recursive: true});
  recoverFiles(folder);
  const names = [...files.keys()];
  const journal = path.join(folder, journalName);
  try {
    for (const [name, content] of files) writeFileSync(nextOf(folder, name), content);
    for (const name of names) {
      const target = path.join(folder, name);
      if (existsSync(target)) copyFileSync(target, previousOf(folder, name));
    }
    // From here on a kill is undone; a journal that is only half written is not yet there.
    writeFileSync(`${journal}.next`, names.join("\n"));
    renameSync(`${journal}.next`, journal);
    for (const name of names) rename(nextOf(folder, name), path.join(folder, name));
    rmSync(journal);
  } catch (error) {
    recoverFiles(folder);
    throw error;
  } finally {
    for (const name of [...names, journalName]) rmSync(nextOf(folder, name), {force: true});
    for (const name of names) rmSync(previousOf(folder, name), {force: true});
  }
}

/** Puts back the files of a folder that was being replaced when the process was killed. Returns whether it had to. */
export function recoverFiles(folder: string): boolean {
  const journal = path.join(folder, journalName);
  if (!existsSync(journal)) return false;
  for (const name of readFileSync(journal, "utf8").split("\n")) {
    const target = path.join(folder, name);
    if (existsSync(previousOf(folder, name))) renameSync(previousOf(folder, name), target);
    else rmSync(target, {force: true});
    rmSync(nextOf(folder, name), {force: true});
  }
  rmSync(journal);
  return true;
}

const nextOf = (folder: string, name: string): string =>
  path.join(folder, `.${name.replace(/^\./, "")}.next`);
const previousOf = (folder: string, name: string): string => path.join(folder, `.${name}.previous`);
