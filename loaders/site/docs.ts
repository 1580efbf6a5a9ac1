import {existsSync, readFileSync} from "node:fs";
import {escapeHtml} from "../../src/waybill/model/escape.js";

/*
 * A story may have docs: pages under src/docs/, in the order in which its first
 * page, src/docs/index.md, links to them. That page is the only list there is.
 */

const index = "src/docs/index.md";

/** Whether the story has docs. */
export const hasDocs = (): boolean => existsSync(index);

/** A page of the docs. */
export interface DocsPage {
  /** As Framework has it: “/docs/charts”. */
  path: string;
  title: string;
  /** The heading under which the first page names it. */
  group: string;
}

/**
 * Returns the pages that the text of a first page links to, each once, in their
 * order, under its headings.
 *
 * ```js
 * docsPages("## Write\n\n- [Charts](./charts.md): how they are written")
 * // [{path: "/docs/charts", title: "Charts", group: "Write"}]
 * ```
 */
export function docsPages(text: string): DocsPage[] {
  const pages = new Map<string, DocsPage>();
  let group = "";
  for (const line of text.split("\n")) {
    group = /^## (.*)$/.exec(line)?.[1] ?? group;
    for (const [, title, name] of line.matchAll(/\[([^\]]+)\]\(\.\/([\w-]+)\.md\)/g)) {
      const path = `/docs/${name}`;
      if (!pages.has(path)) pages.set(path, {path, title, group});
    }
  }
  return [...pages.values()];
}

/** What stands before and after the text of a page of the docs. */
export interface DocsFrame {
  before: string;
  after: string;
}

/** Returns the frame of a page of the docs: the list of all beside its text, the ways on below it; null for any other page, and where there are no docs. */
export function docsFrame(path: string): DocsFrame | null {
  return path.startsWith("/docs/") && hasDocs()
    ? frameOf(path, docsPages(readFileSync(index, "utf8")))
    : null;
}

/** Returns the frame of the page at the given path among the given pages. */
export function frameOf(path: string, pages: readonly DocsPage[]): DocsFrame {
  const first: DocsPage = {path: "/docs/", title: "Docs", group: ""};
  const all = [first, ...pages];
  const here = path === "/docs/index" ? 0 : all.findIndex((page) => page.path === path);
  const link = ({path: to, title}: DocsPage): string =>
    `<a href="${to}"${all[here]?.path === to ? ' aria-current="page"' : ""}>${escapeHtml(title)}</a>`;
  const groups = [...new Set(pages.map(({group}) => group))].map((group) => {
    const items = pages.filter((page) => page.group === group).map((page) => `<li>${link(page)}</li>`);
    return `<p>${escapeHtml(group)}</p><ul>${items.join("")}</ul>`;
  });
  const step = (page: DocsPage | undefined, words: string, rel: string): string =>
    page ? `<a rel="${rel}" href="${page.path}"><span>${words}</span> ${escapeHtml(page.title)}</a>` : "";
  const steps = [
    step(here > 0 ? all[here - 1] : undefined, "Previous", "prev"),
    step(here < 0 ? undefined : all[here + 1], "Next", "next"),
  ];
  return {
    before: `<div class="docs"><nav class="docs-pages" aria-label="Docs"><details><summary>All pages of the docs</summary><div><p>${link(first)}</p>${groups.join("")}</div></details></nav><div class="docs-text">\n`,
    after: `<nav class="docs-steps" aria-label="Previous and next page">${steps.join("")}</nav></div></div>\n`,
  };
}
