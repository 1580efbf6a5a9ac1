import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync, rmSync, utimesSync} from "node:fs";
import path from "node:path";
import {settingsFile} from "../story.js";
import {readCached, writeCached} from "./cache.js";
import {madeTags} from "./madeTags.js";
import {filesIn, siteFolder} from "./siteFolder.js";

/** What tables, charts and pages are made from: the story's, and the engine's where that is worked on. Framework watches none of it. */
export const ingredients = [
  "seeds",
  settingsFile,
  "loaders",
  "src/charts",
  "src/lib",
  "src/waybill/model",
  "src/waybill",
  "src/style.css",
  "package-lock.json",
] as const;

const madeBlock = new RegExp(`^\`\`\`(?:${madeTags.join("|")})\\b`, "m");

/** Returns the pages that include what is made from the ingredients, as they stand in the site's folder. */
export const dependents = (): string[] =>
  pages().filter((file) => madeBlock.test(readFileSync(file, "utf8")));

const pages = (): string[] =>
  filesIn(siteFolder())
    .filter((name) => name.endsWith(".md"))
    .map((name) => path.join(siteFolder(), name));

/** Returns a hash of the content of all ingredients; seeds/originals/ is no ingredient. */
export function fingerprint(): string {
  const hash = createHash("sha256");
  for (const ingredient of ingredients) {
    const files = ingredient.includes(".")
      ? [ingredient]
      : filesIn(ingredient).map((name) => path.posix.join(ingredient, name));
    for (const file of files) {
      if (file.startsWith("seeds/originals/") || !existsSync(file)) continue;
      hash.update(file).update("\0").update(readFileSync(file)).update("\0");
    }
  }
  return hash.digest("hex");
}

/**
 * Drops what the story's own data loaders made if any ingredient changed since
 * the last time: Framework's cache looks at the date of one file only.
 */
export function dropStale(): void {
  const now = fingerprint();
  let before: string | null = null;
  try {
    before = readCached("fingerprint");
  } catch {
    // Nothing was made yet.
  }
  if (before === now) return;
  const cache = path.join(siteFolder(), ".observablehq/cache");
  if (existsSync(cache))
    for (const entry of readdirSync(cache))
      if (!entry.startsWith("_")) rmSync(path.join(cache, entry), {recursive: true, force: true});
  writeCached("fingerprint", now);
}

/** Tells Framework's preview that the pages which include what was made are new. */
export const touchDependents = (): void => touch(dependents());

/** Tells Framework's preview that all pages are new. */
export const touchPages = (): void => touch(pages());

function touch(files: readonly string[]): void {
  const now = new Date();
  for (const file of files) utimesSync(file, now, now);
}
