import {existsSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import path from "node:path";

/** The list of the files that a build made, in the site itself: what else is there is somebody's own. */
const listName = ".made";

/**
 * Returns the names of the files in a built site, in order, and lists them in it. Throws
 * an Error that names the first of the given ones that is not there.
 */
export function listFiles(site: string, expected: readonly string[]): string[] {
  const names = readdirSync(site, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(site, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((name) => name !== listName)
    .sort();
  const all = new Set(names);
  const missing = ["index.html", ...expected].find((name) => !all.has(name));
  if (missing) throw new Error(`the site lacks ${missing}`);
  writeFileSync(path.join(site, listName), `${names.join("\n")}\n`);
  return names;
}

/** Returns the files of a site that the last build made; none if no build left its list. */
export function filesMade(site: string): Set<string> {
  const list = path.join(site, listName);
  return new Set(existsSync(list) ? readFileSync(list, "utf8").split("\n").filter(Boolean) : []);
}
