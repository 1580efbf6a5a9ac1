import {cpSync, existsSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {InputError} from "../InputError.js";
import {cacheFolder, publicFolder} from "./cache.js";
import {fillLicences, shippedIn} from "./licences.js";
import {moveScripts} from "./moveScripts.js";
import {replaceTags} from "./tags.js";

/** Folders of the cache that the site publishes as they are: Framework does not know of them. */
export const publishedFolders = ["fonts", "graphics", "lib"] as const;

/**
 * Returns a page of Framework's with what it leaves out: the language of the
 * page, a viewport that can be zoomed, and links to files that Framework does
 * not know of (`data-site-href`, `-src`, from the site's root), by the way from the
 * page to the root.
 */
export function finishPage(html: string, root: string): string {
  return replaceTags(html, (tag) =>
    tag
      .replace(/^<html>$/, '<html lang="en">')
      .replace("initial-scale=1, maximum-scale=1", "initial-scale=1")
      .replace(/ data-site-(href|src|srcset)="/g, ` $1="${root}`),
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
    const problem = /<\w+ class="[^"]*observablehq--error[^>]*>([^<]*)/.exec(html);
    const page = `/${path.relative(output, file).replaceAll("\\", "/")}`;
    if (problem) throw new InputError(`page ${page.replace(/\.html$/, "")}`, null, problem[1]);
    const {html: moved, scripts} = moveScripts(html, path.basename(file, ".html"));
    for (const [name, code] of scripts) writeFileSync(path.join(entry.parentPath, name), code);
    writeFileSync(file, finishPage(moved, rootFrom(page)));
  }
  // A story without a chart has no graphics.
  for (const [from, to] of [...publishedFolders.map((folder) => [folder, folder]), [publicFolder, ""]])
    if (existsSync(path.join(cacheFolder, from)))
      cpSync(path.join(cacheFolder, from), path.join(output, to), {recursive: true});
  const licences = path.join(output, "licences.html");
  if (existsSync(licences))
    writeFileSync(licences, fillLicences(readFileSync(licences, "utf8"), shippedIn(output)));
}
