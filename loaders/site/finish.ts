import {cpSync, existsSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {cacheFolder, publicFolder} from "./cache.js";
import {fillLicences, shippedIn} from "./licences.js";

/** Folders of the cache that the site publishes as they are: Framework does not know of them. */
export const publishedFolders = ["fonts", "graphics", "lib"] as const;

/**
 * Returns a page of Framework's with what it leaves out: the language of the
 * page, a viewport that can be zoomed, and links to files that Framework does
 * not know of (`data-site-href`, `-src`, from the site's root), by the way from the
 * page to the root.
 */
export function finishPage(html: string, root: string): string {
  return (
    html
      .replace("<html>", '<html lang="en">')
      .replace("initial-scale=1, maximum-scale=1", "initial-scale=1")
      // What keeps Framework from taking the script for one of its own.
      .replaceAll('<script rel="external" ', "<script ")
      .replace(/ data-site-(href|src|srcset)="/g, ` $1="${root}`)
  );
}

/** Returns the way from a page to the site's root: "./" or "../". */
export function rootFrom(page: string): string {
  const depth = page.split("/").length - 2;
  return depth > 0 ? "../".repeat(depth) : "./";
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
    const page = `/${path.relative(output, file).replaceAll("\\", "/")}`;
    writeFileSync(file, finishPage(html, rootFrom(page)));
  }
  for (const folder of publishedFolders)
    cpSync(path.join(cacheFolder, folder), path.join(output, folder), {recursive: true});
  cpSync(path.join(cacheFolder, publicFolder), output, {recursive: true});
  const licences = path.join(output, "licences.html");
  if (existsSync(licences))
    writeFileSync(licences, fillLicences(readFileSync(licences, "utf8"), shippedIn(output)));
}
