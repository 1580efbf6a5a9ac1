import {cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, utimesSync} from "node:fs";
import path from "node:path";
import {cacheFolder} from "./cache.js";

// Framework writes a file's date into pages and into the names of modules; a build is to be the same on any day.
const date = new Date(Date.UTC(2000, 0, 1));

const packagesOf = (root: string): string => path.join(root, ".observablehq/cache/_npm");

/**
 * Copies the pages, with the tables as files beside them, into the cache, for
 * Framework to build from: what is saved from now on is for the next build, and
 * Framework's own cache is apart from that of a preview. Returns the folder.
 */
export function makeSnapshot(): string {
  const root = path.join(cacheFolder, "src");
  rmSync(root, {recursive: true, force: true});
  cpSync("src", root, {recursive: true, filter: (source) => path.basename(source) !== ".observablehq"});
  cpSync(path.join(cacheFolder, "data"), path.join(root, "data"), {recursive: true});
  for (const entry of readdirSync(root, {recursive: true, withFileTypes: true}))
    if (entry.isFile()) utimesSync(path.join(entry.parentPath, entry.name), date, date);
  move(path.join(cacheFolder, "packages"), packagesOf(root));
  return root;
}

/** Keeps the packages that Framework took for a snapshot, now that they are whole: taking them costs seconds. */
export function keepPackages(root: string): void {
  move(packagesOf(root), path.join(cacheFolder, "packages"));
}

function move(from: string, to: string): void {
  if (!existsSync(from)) return;
  mkdirSync(path.dirname(to), {recursive: true});
  renameSync(from, to);
}
