import {cpSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {cacheFolder, publicFolder} from "./cache.js";

/** Folders of the cache that the site publishes as they are: Framework does not know of them. */
export const publishedFolders = ["fonts", "graphics"] as const;

/**
 * Returns a page of Framework's with what it leaves out: the language of the
 * page, and a viewport that can be zoomed.
 */
export function finishPage(html: string): string {
  return (
    html
      .replace("<html>", '<html lang="en">')
      .replace("initial-scale=1, maximum-scale=1", "initial-scale=1")
      // Framework takes every link with "download" for a file of its own.
      .replaceAll(" data-download", " download")
  );
}

/** Finishes every page of a built site, and adds the files that Framework does not know of. */
export function finishSite(output: string): void {
  for (const entry of readdirSync(output, {recursive: true, withFileTypes: true})) {
    if (!entry.isFile() || !entry.name.endsWith(".html")) continue;
    const file = path.join(entry.parentPath, entry.name);
    const html = readFileSync(file, "utf8");
    // Framework writes a page's syntax errors and unresolved imports into the page, and exits with 0.
    const problem = /<[^>]+observablehq--error[^>]*>([^<]*)/.exec(html);
    if (problem) throw new Error(`${file}: ${problem[1]}`);
    writeFileSync(file, finishPage(html));
  }
  for (const folder of publishedFolders)
    cpSync(path.join(cacheFolder, folder), path.join(output, folder), {recursive: true});
  cpSync(path.join(cacheFolder, publicFolder), output, {recursive: true});
}
