import {copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import path from "node:path";

export interface ReplaceOptions {
  /** Stands in for the renaming of a file, for tests of what stops it. */
  rename?: (from: string, to: string) => void;
}

const journalName = ".replacing";

/**
 * Puts files in their places in a folder, all or none; see commitFiles. What
 * was left by a process that was killed is put right first.
 */
export function replaceFiles(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  options: ReplaceOptions = {},
): void {
  mkdirSync(folder, {recursive: true});
  const names = [...files.keys()];
  try {
    for (const [name, content] of files) writeFileSync(nextFile(folder, name), content);
    commitFiles(folder, names, options);
  } finally {
    for (const name of names) rmSync(nextFile(folder, name), {force: true});
  }
}

/**
 * Gives files that were written beside their places (nextFile) their names, all
 * or none. What stands there is copied, and a journal is kept while they are
 * renamed. An error puts everything back at once; after a kill in the midst of
 * renaming, recoverFiles does, however often it is killed itself.
 */
export function commitFiles(
  folder: string,
  names: readonly string[],
  {rename = renameSync}: ReplaceOptions = {},
): void {
  recoverFiles(folder);
  const journal = path.join(folder, journalName);
  const before = names.filter((name) => existsSync(path.join(folder, name)));
  for (const name of names) rmSync(previousOf(folder, name), {force: true});
  for (const name of before) copyFileSync(path.join(folder, name), previousOf(folder, name));
  // From here on a kill is undone; a journal that is only half written is not yet there.
  writeFileSync(`${journal}.next`, JSON.stringify({names, before}));
  renameSync(`${journal}.next`, journal);
  try {
    for (const name of names) rename(nextFile(folder, name), path.join(folder, name));
  } catch (error) {
    recoverFiles(folder);
    throw error;
  }
  rmSync(journal);
  for (const name of before) rmSync(previousOf(folder, name), {force: true});
}

/** Puts back the files of a folder that was being replaced when the process was killed. Returns whether it had to. */
export function recoverFiles(folder: string): boolean {
  const journal = path.join(folder, journalName);
  if (!existsSync(journal)) return false;
  const {names, before} = JSON.parse(readFileSync(journal, "utf8")) as Record<"names" | "before", string[]>;
  // Copies stay until the journal is gone, so that this can be stopped and done again.
  for (const name of names)
    if (before.includes(name)) copyFileSync(previousOf(folder, name), path.join(folder, name));
    else rmSync(path.join(folder, name), {force: true});
  rmSync(journal);
  for (const name of names)
    for (const file of [nextFile(folder, name), previousOf(folder, name)]) rmSync(file, {force: true});
  return true;
}

/** Returns where a file is written before it gets its name. */
export const nextFile = (folder: string, name: string): string => path.join(folder, `.${name}.next`);
const previousOf = (folder: string, name: string): string => path.join(folder, `.${name}.previous`);
