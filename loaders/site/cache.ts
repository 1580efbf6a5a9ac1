import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import path from "node:path";

/** Where what is made between a seed and a page is kept; safe to delete. */
export let cacheFolder = process.env.WAYBILL_CACHE ?? ".waybill";

/**
 * Keeps what is made in another folder from here on, in the processes that this
 * one starts as well: a build makes all of its own, so that it neither disturbs
 * a preview that runs beside it nor is disturbed.
 */
export function useCache(folder: string): void {
  cacheFolder = folder;
  process.env.WAYBILL_CACHE = folder;
}

/** Where readings of articles are kept, which a build and a preview share: each is under a name of its own. */
export const readingsFolder = path.join(cacheFolder, "readings");

/** Folder of the cache that mirrors the site's root: its files are published at the address that their path says. */
export const publicFolder = "public";

/** Writes a file of the cache beside its place and renames it, if its content changed. Returns whether it did. */
export function writeCached(name: string, content: string | Uint8Array): boolean {
  return writeWhole(path.join(cacheFolder, name), content);
}

/** Writes a file beside its place and renames it, if its content changed. Returns whether it did. */
export function writeWhole(file: string, content: string | Uint8Array): boolean {
  const bytes = Buffer.from(content as Uint8Array);
  if (existsSync(file) && readFileSync(file).equals(bytes)) return false;
  mkdirSync(path.dirname(file), {recursive: true});
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, bytes);
  renameSync(temporary, file);
  return true;
}

/** Whether a file of the cache was made. */
export const isCached = (name: string): boolean => existsSync(path.join(cacheFolder, name));

/** Returns a file of the cache as text. Throws if it was not made yet. */
export function readCached(name: string): string {
  const file = path.join(cacheFolder, name);
  if (!existsSync(file)) throw new Error(`not made yet: ${name} (waybill build or waybill start makes it)`);
  return readFileSync(file, "utf8");
}

/** Returns the names of the files in a folder of the cache, in order. */
export function listCached(folder: string): string[] {
  const full = path.join(cacheFolder, folder);
  return existsSync(full) ? readdirSync(full).sort() : [];
}

/** Removes the files of a folder of the cache that are not among the given names: charts and articles that are gone. */
export function keepCached(folder: string, names: ReadonlySet<string>): void {
  for (const name of listCached(folder)) if (!names.has(name)) rmSync(path.join(cacheFolder, folder, name));
}

/** Returns the ids of the charts that were made. */
export const madeCharts = (): string[] => idsIn("charts", ".html");

/** Returns the ids of the articles whose pages were made. */
export const madeArticles = (): string[] => idsIn("sources", ".title");

const idsIn = (folder: string, ending: string): string[] =>
  listCached(folder).flatMap((name) => (name.endsWith(ending) ? [name.slice(0, -ending.length)] : []));
