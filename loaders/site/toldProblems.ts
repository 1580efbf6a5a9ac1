import {escapeHtml} from "../../src/waybill/model/escape.js";
import {isCached, readCached, writeCached} from "./cache.js";

/*
 * What is wrong in seeds and pages, as the preview's pages tell it. A build stops
 * at the first look and has no such pages.
 */

const file = "problems.json";

// A page is no list of everything: the terminal has it.
const most = 8;

/** Keeps what is wrong, a line each, for the preview's pages. Returns whether it differs from the last time. */
export const keepProblems = (lines: readonly string[]): boolean => writeCached(file, JSON.stringify(lines));

/** Returns what is wrong, a line each, as it was kept last; none in a build. */
export const toldProblems = (): string[] => (isCached(file) ? JSON.parse(readCached(file)) : []);

/** Returns what is wrong as a part of a page; "" if nothing is. */
export function problemsHtml(lines: readonly string[] = toldProblems()): string {
  if (lines.length === 0) return "";
  const items = lines.slice(0, most).map((line) => `<li>${escapeHtml(line)}</li>`);
  const more = lines.length - items.length;
  const rest = more > 0 ? `<p>${more} more in the terminal.</p>` : "";
  return `<div class="told-problems" role="status"><p>The preview leaves this out; a build stops at it:</p><ul>${items.join("")}</ul>${rest}</div>\n`;
}
