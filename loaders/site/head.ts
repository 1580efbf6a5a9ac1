import {marksHtml} from "../numbers.js";
import {readCached} from "./cache.js";

/** The file of the cache that says which making of the scripts it is. */
export const version = "lib.version";

/** Returns what tells this making of the scripts from others, for their addresses. */
export const scriptsVersion = (): string => readCached(version);

/**
 * Returns what stands in the head of every page: icon, style sheet and the
 * script that runs before anything is painted, each from a file of the site's own, so that a policy of `default-src
 * 'self'` lets them pass. finishPage puts the way to the site's root before them, and adds the fonts that the page needs.
 */
export function headHtml(): string {
  const at = scriptsVersion();
  return [
    '<link rel="icon" type="image/svg+xml" data-site-href="lib/icon.svg">',
    '<meta name="color-scheme" content="light dark">',
    marksHtml(),
    `<link rel="stylesheet" data-site-href="lib/site.css?v=${at}">`,
    // Painting waits for it, reading the page does not.
    `<script async blocking="render" data-site-src="lib/theme.js?v=${at}"></script>`,
  ].join("");
}

/** Returns the script of every page, which comes after its text: it answers the reader, and shares the network with what is to be seen first. */
export const scriptHtml = (): string =>
  `<script type="module" data-site-src="lib/interact.js?v=${scriptsVersion()}"></script>`;

/** The style sheets that only some pages have, so that no other carries them. */
export const pageSheets = ["desk", "docs", "search", "sources"] as const;
export type PageSheet = (typeof pageSheets)[number];

/** Returns the link to a style sheet of some pages. It may stand in the page's text, before what it dresses. */
export const sheetHtml = (sheet: PageSheet): string =>
  `<link rel="stylesheet" data-site-href="lib/${sheet}.css?v=${scriptsVersion()}">`;
