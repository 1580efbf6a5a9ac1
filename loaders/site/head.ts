import {marksHtml} from "../numbers.js";
import {readCached} from "./cache.js";

/** The file of the cache that says which making of the scripts it is. */
export const version = "lib.version";

/** Returns what tells this making of the scripts from others, for their addresses. */
export const scriptsVersion = (): string => readCached(version);

/**
 * Returns what stands in the head of every page: icon, style sheet and
 * script, each from a file of the site's own, so that a policy of `default-src
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
    `<script type="module" data-site-src="lib/interact.js?v=${at}"></script>`,
  ].join("");
}

/** The style sheet of desks, of the gallery and of the files of tables, for the pages that have them: no other carries it. */
export const deskStyles = '<link rel="stylesheet" data-site-href="lib/desk.css">';
