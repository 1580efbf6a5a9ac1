import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import path from "node:path";
import {engineFile} from "../engine.js";
import {cacheFolder} from "./cache.js";

/*
 * Framework makes a site from one folder. Ours is put together in the cache: the
 * engine's pages and style sheet, the tables, and over them the story's own src/,
 * whose files take the place of those of the same name.
 */

/** Returns the folder that Framework makes the site from. */
export const siteFolder = (): string => process.env.WAYBILL_ROOT ?? path.join(cacheFolder, "src");

const hidden = ".observablehq";

/** Of each file that was copied, the state that it had. */
const copied = new Map<string, string>();

/** Brings the site's folder up to what the engine, the story and the tables have now: copies what differs, removes what is gone. */
export function syncSite(): void {
  const folder = siteFolder();
  const wanted = new Map<string, string>();
  for (const from of [engineFile("loaders/site/pages"), "src"])
    for (const name of filesIn(from)) wanted.set(name, path.join(from, name));
  if (!wanted.has("style.css")) wanted.set("style.css", engineFile("src/style.css"));
  const data = path.join(cacheFolder, "data");
  for (const name of filesIn(data)) wanted.set(path.posix.join("data", name), path.join(data, name));
  for (const name of filesIn(folder)) if (!wanted.has(name)) rmSync(path.join(folder, name));
  for (const [name, source] of wanted) copy(source, path.join(folder, name));
}

function copy(source: string, target: string): void {
  const stats = statSync(source, {throwIfNoEntry: false});
  // It was there a moment ago: an editor puts another in its place.
  if (!stats) return;
  const state = `${source} ${stats.mtimeMs} ${stats.size}`;
  if (copied.get(target) === state && existsSync(target)) return;
  copied.set(target, state);
  if (
    statSync(target, {throwIfNoEntry: false})?.size === stats.size &&
    readFileSync(target).equals(readFileSync(source))
  )
    return;
  mkdirSync(path.dirname(target), {recursive: true});
  copyFileSync(source, target);
}

// Framework writes a file's date into pages and into the names of modules; a build is to be the same on any day.
const made = new Date(Date.UTC(2000, 0, 1));

const packagesOf = (folder: string): string => path.join(folder, hidden, "cache/_npm");

/**
 * Puts the site's folder together anew, for a build: what is saved from now on is
 * for the next one, and Framework's own cache is apart from that of a preview.
 * Returns the folder.
 */
export function makeSiteFolder(): string {
  const folder = siteFolder();
  rmSync(folder, {recursive: true, force: true});
  copied.clear();
  syncSite();
  for (const name of filesIn(folder)) utimesSync(path.join(folder, name), made, made);
  move(path.join(cacheFolder, "packages"), packagesOf(folder));
  return folder;
}

/** Keeps the packages that Framework took for a build, now that they are whole: taking them costs seconds. */
export function keepPackages(folder: string): void {
  move(packagesOf(folder), path.join(cacheFolder, "packages"));
}

function move(from: string, to: string): void {
  if (!existsSync(from)) return;
  mkdirSync(path.dirname(to), {recursive: true});
  renameSync(from, to);
}

/** Returns the names of the files in a folder, from that folder; none if it is not there. */
export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && entry.name !== ".DS_Store")
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((name) => !name.split("/").includes(hidden))
    .sort();
}
