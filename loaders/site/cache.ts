import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import path from "node:path";

/** Where what is made between a seed and a page is kept; safe to delete. */
export const cacheFolder = process.env.WAYBILL_CACHE ?? ".waybill";

/** Folder of the cache that mirrors the site's root: its files are published at the address that their path says. */
export const publicFolder = "public";

/** Writes a file of the cache beside its place and renames it, if its content changed. Returns whether it did. */
export function writeCached(name: string, content: string | Uint8Array): boolean {
  const file = path.join(cacheFolder, name);
  const bytes = Buffer.from(content as Uint8Array);
  if (existsSync(file) && readFileSync(file).equals(bytes)) return false;
  mkdirSync(path.dirname(file), {recursive: true});
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, bytes);
  renameSync(temporary, file);
  return true;
}

/** Returns a file of the cache as text. Throws if it was not made yet. */
export function readCached(name: string): string {
  const file = path.join(cacheFolder, name);
  if (!existsSync(file)) throw new Error(`not made yet: ${name} (run npm run build or npm start)`);
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
