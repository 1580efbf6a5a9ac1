import {existsSync} from "node:fs";
import {escapeHtml} from "../../src/waybill/model/escape.js";
import type {Tables} from "../tables.js";

/**
 * Returns what a story needs next to be one, in sentences that have commands and
 * files in backquotes; none once it has an article, a figure, a chart and a page.
 */
export function nextSteps(
  {texts, figures}: Pick<Tables, "texts" | "figures">,
  charts: number,
  {hasPage = existsSync("src/index.md"), unread = 0} = {},
): string[] {
  const steps: string[] = [];
  if (texts.length === 0 && unread > 0)
    steps.push("No article can be read: the terminal says what is wrong, and where.");
  else if (texts.length === 0)
    steps.push("There is no article yet: `npx waybill add FILE` takes one, or put a text into `seeds/`.");
  else if (figures.length === 0)
    steps.push("No figure was read in the articles: `npx waybill figures FILE` says what is read in a text.");
  if (texts.every(({file}) => file.endsWith("/example.md")) && texts.length > 0)
    steps.push(
      "The only article is the invented example: add your own with `npx waybill add FILE`, then delete `seeds/example.md`.",
    );
  if (charts === 0)
    steps.push(
      "There is no chart yet: write a chart block in a page, or make one with `npx waybill new chart ID`.",
    );
  if (!hasPage)
    steps.push(
      "The first page is the engine's: write your own in `src/index.md`, or `npx waybill new page index`.",
    );
  return steps;
}

/** Returns the steps as a list for a page; "" for none. */
export function nextHtml(steps: readonly string[]): string {
  if (steps.length === 0) return "";
  const items = steps.map((step) => `<li>${escapeHtml(step).replace(/`([^`]*)`/g, "<code>$1</code>")}</li>`);
  return `<div class="next"><p>What to do next:</p><ul>${items.join("")}</ul></div>\n`;
}

/** Returns the steps as lines for a terminal. */
export const nextLines = (steps: readonly string[]): string[] =>
  steps.map((step) => `next: ${step.replaceAll("`", "")}`);
