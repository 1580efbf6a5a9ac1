import {existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import path from "node:path";

/** Where what is made between a seed and a page is kept; safe to delete. */
export const cacheFolder = ".waybill";

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
