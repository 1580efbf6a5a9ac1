import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync, rmSync, utimesSync} from "node:fs";
import path from "node:path";
import {readCached, writeCached} from "./cache.js";

/** What tables, charts and pages are made from. Framework watches none of it. */
export const ingredients = [
  "seeds",
  "loaders",
  "src/charts",
  "src/lib",
  "src/waybill/model",
  "src/waybill",
  "src/style.css",
  "package-lock.json",
] as const;

/** Files that Framework does watch, and that stand for what is made from the ingredients. */
export function dependents(): string[] {
  const pages = filesIn("src").filter(
    (file) => file.endsWith(".md") && /^```(?:charts?|desk|sources?)\b/m.test(readFileSync(file, "utf8")),
  );
  return [...pages, ...filesIn("src/data").filter((file) => file.endsWith(".js"))];
}

/** Returns a hash of the content of all ingredients; seeds/originals/ is no ingredient. */
export function fingerprint(): string {
  const hash = createHash("sha256");
  for (const ingredient of ingredients) {
    const files = ingredient.includes(".") ? [ingredient] : filesIn(ingredient);
    for (const file of files) {
      if (file.startsWith("seeds/originals/") || !existsSync(file)) continue;
      hash.update(file).update("\0").update(readFileSync(file)).update("\0");
    }
  }
  return hash.digest("hex");
}

/**
 * Drops what Framework's loaders made if any ingredient changed since the last
 * time: its own cache looks at the date of one file only.
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
  const cache = "src/.observablehq/cache";
  if (existsSync(cache))
    for (const entry of readdirSync(cache))
      if (!entry.startsWith("_")) rmSync(path.join(cache, entry), {recursive: true, force: true});
  writeCached("fingerprint", now);
}

/** Tells Framework's preview that everything made from the ingredients is new. */
export function touchDependents(): void {
  const now = new Date();
  for (const file of dependents()) utimesSync(file, now, now);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => path.posix.join(entry.parentPath.replaceAll("\\", "/"), entry.name))
    .filter((file) => !file.includes("/.observablehq/"))
    .sort();
}
