import {cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import path from "node:path";
import {escapeHtml} from "../../src/waybill/model/escape.js";
import {InputError} from "../InputError.js";
import {story} from "../story.js";
import {cacheFolder, publicFolder} from "./cache.js";
import {fontsFor} from "./fonts.js";
import {isStory} from "./jsonLd.js";
import {fillLicences, shippedIn} from "./licences.js";
import {addMetadata, describePage} from "./metadata.js";
import {moveScripts} from "./moveScripts.js";
import {readSiteFacts} from "./pageFacts.js";
import {type Listed, siteIndexFiles} from "./siteIndex.js";
import {replaceTags} from "./tags.js";

/** Folders of the cache that the site publishes as they are: Framework does not know of them. */
export const publishedFolders = ["fonts", "graphics", "lib"] as const;

/**
 * Returns a page of Framework's with what it leaves out: the language of the
 * page, a viewport that can be zoomed, the fonts that its words need, and links to files that Framework does
 * not know of (`data-site-href`, `-src`, from the site's root), by the way from the
 * page to the root.
 */
export function finishPage(html: string, root: string): string {
  const fonts = fontsFor(html);
  const early = fonts.map((file) => preload(file, "(min-width: 40.01rem)")).join("");
  const late = fonts.map((file) => preload(file, "(max-width: 40rem) and (scripting: none)")).join("");
  const loading = html
    .replace(/(?=<link rel="stylesheet" data-site-href)/, early)
    .replace(/(?=<\/body>(?![\s\S]*<\/body>))/, late)
    // Shapes without a title have no end of their own, as in XML.
    .replace(/><\/(?:circle|line|path|rect)>/g, "/>");
  return replaceTags(loading, (tag) =>
    tag
      .replace(/^<html>$/, '<html lang="en">')
      .replace("initial-scale=1, maximum-scale=1", "initial-scale=1")
      // Framework knows no name of an element but those in the page's own text.
      .replace(' data-page-href="', ' href="')
      .replace(/ data-site-(href|src|srcset)="/g, ` $1="${root}`),
  );
}

// A phone gets the fonts after all else, for the next page (src/lib/theme.ts), and without scripts after what
// is to be seen first: a browser paints nothing while those that the head names are under way, and they share
// its network with style and drawings.
const preload = (file: string, media: string): string =>
  `<link rel="preload" as="font" type="font/woff2" crossorigin media="${media}" data-site-href="fonts/${file}">`;

/**
 * Returns the page of what is not there with addresses from the server's root, where its base is:
 * a server sends it at any address. Framework writes a base element, which a
 * policy may forbid, and a script of its own.
 */
export function absolutePage(html: string, base: string): string {
  const plain = html
    .replace(/\n?<base href="[^"]*">/, "")
    .replace(/<script type="module">\s*if \(location\.pathname[\s\S]*?<\/script>\n?/, "");
  return replaceTags(plain, (tag) =>
    tag.replace(/ (href|src)="\.\/([^"]*)"/g, ` $1="${escapeHtml(base)}$2"`),
  );
}

/**
 * Returns a page whose links name the files that they lead to: “./explore.html”
 * for “./explore”, as Framework writes it, which a plain web host does not find.
 * `from` returns the address from the site's root of a link that is none of the
 * page's own folder.
 */
export function withFileNames(
  html: string,
  page: string,
  {output, from}: {output: string; from: ((href: string) => string | null) | null},
): string {
  return replaceTags(html, (tag) =>
    tag.replace(/(?<= (?:xlink:)?href=")([^"#?]+)(?=[^"]*")/, (href) => {
      const address = from
        ? from(href)
        : href.startsWith(".")
          ? path.posix.join(path.posix.dirname(page), href)
          : null;
      if (address === null || address.endsWith("/")) return href;
      const file = path.join(output, decodeURIComponent(address));
      return !existsSync(file) || statSync(file).isDirectory()
        ? existsSync(`${file}.html`)
          ? `${href}.html`
          : href
        : href;
    }),
  );
}

/** Returns the way from a page to the site's root: "./" or "../". */
export function rootFrom(page: string): string {
  const depth = page.split("/").length - 2;
  return depth > 0 ? "../".repeat(depth) : "./";
}

export interface SiteOptions {
  /** Path of the site on its server, with a slash at its end. */
  base: string;
  /** Address of the site with a slash at its end, or null if it is not known. */
  url: string | null;
}

/** Finishes every page of a built site, and adds the files that Framework does not know of. */
export function finishSite(output: string, {base, url}: SiteOptions): void {
  const [site, settings] = [readSiteFacts(), story()];
  const listed: Listed[] = [];
  for (const entry of readdirSync(output, {recursive: true, withFileTypes: true})) {
    if (!entry.isFile() || !entry.name.endsWith(".html")) continue;
    const file = path.join(entry.parentPath, entry.name);
    const html = readFileSync(file, "utf8");
    // Framework writes a page's syntax errors and unresolved imports into the page, and exits with 0.
    const problem = /<\w+ class="[^"]*observablehq--error[^>]*>([^<]*)/.exec(html);
    const page = `/${path.relative(output, file).replaceAll("\\", "/")}`;
    if (problem) throw new InputError(`page ${page.replace(/\.html$/, "")}`, null, problem[1]);
    const isLost = page === lostPage;
    const {html: moved, scripts} = moveScripts(
      isLost ? absolutePage(html, base) : html,
      path.basename(file, ".html"),
    );
    for (const [name, code] of scripts) writeFileSync(path.join(entry.parentPath, name), code);
    const options = {path: addressOf(page), site, settings, url};
    const finished = finishPage(moved, isLost ? base : rootFrom(page));
    const from = isLost
      ? (href: string) => (href.startsWith(base) ? `/${href.slice(base.length)}` : null)
      : null;
    writeFileSync(file, addMetadata(withFileNames(finished, page, {output, from}), options));
    const facts = site.pages[options.path];
    const described = describePage(moved, options);
    if (!isLost) listed.push({...described, isNews: facts?.kind === "chart" || isStory(described, facts)});
  }
  const index = siteIndexFiles({pages: listed.sort(byPath), settings, changed: site.changed, url});
  for (const [name, text] of index) writeFileSync(path.join(output, name), text);
  // A story without a chart has no graphics.
  for (const [from, to] of [...publishedFolders.map((folder) => [folder, folder]), [publicFolder, ""]])
    if (existsSync(path.join(cacheFolder, from)))
      cpSync(path.join(cacheFolder, from), path.join(output, to), {recursive: true});
  const licences = path.join(output, "licences.html");
  if (existsSync(licences))
    writeFileSync(licences, fillLicences(readFileSync(licences, "utf8"), shippedIn(output)));
}

const lostPage = "/404.html";

/** Returns the address from the site's root at which any web host serves a page's file: its own, and “/charts/” for /charts/index.html. */
export const addressOf = (page: string): string =>
  page
    .replace(/(?<=\/)index\.html$/, "")
    .split("/")
    .map(encodeURIComponent)
    .join("/");

const byPath = (a: Listed, b: Listed): number => (a.path < b.path ? -1 : 1);
