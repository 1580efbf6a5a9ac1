import {describe, expect, it} from "vitest";
import {docsFrame, docsPages, frameOf} from "../../loaders/site/docs.js";
import {headerHtml} from "../../loaders/site/frame.js";
import {settings} from "./settings.js";

const index = `# Docs

Begin with [the start](./start.md).

## Write

- [Charts & maps](./charts.md): see also [the start](./start.md)
- [Elsewhere](https://example.org/x.md), [a folder](./sub/page.md), [no page](./x.html)
`;

describe("docsPages(text)", () => {
  it("lists the pages that are linked to, each once, in their order, under their headings", () => {
    expect(docsPages(index)).toEqual([
      {path: "/docs/start", title: "the start", group: ""},
      {path: "/docs/charts", title: "Charts & maps", group: "Write"},
    ]);
  });
});

describe("frameOf(path, pages)", () => {
  const pages = docsPages(index);
  it.each([
    ["/docs/index", "/docs/", null, "/docs/start"],
    ["/docs/start", "/docs/start", "/docs/", "/docs/charts"],
    ["/docs/charts", "/docs/charts", "/docs/start", null],
  ])("on %s marks the page, once, and leads on", (path, here, before, next) => {
    const frame = frameOf(path, pages);
    expect(frame.before.match(/aria-current/g)).toHaveLength(1);
    expect(frame.before).toContain(`<a href="${here}" aria-current="page">`);
    expect(/rel="prev" href="([^"]*)"/.exec(frame.after)?.[1] ?? null).toBe(before);
    expect(/rel="next" href="([^"]*)"/.exec(frame.after)?.[1] ?? null).toBe(next);
  });

  it("leads nowhere from a page that is not in the list, and writes titles as words", () => {
    const {before, after} = frameOf("/docs/lost", pages);
    expect(after).not.toContain("<a ");
    expect(before).not.toContain("aria-current");
    expect(before).toContain("Charts &amp; maps");
  });
});

describe("a story's docs", () => {
  it("frame the pages below /docs/ alone", () => {
    expect(docsFrame("/docs/index")?.before).toContain("/docs/charts");
    expect(docsFrame("/index")).toBeNull();
    expect(docsFrame("/docsearch")).toBeNull();
  });

  it("are in the head of pages where there are any", () => {
    expect(headerHtml(settings, "/index", true)).toContain('href="/docs/"');
    expect(headerHtml(settings, "/index", false)).not.toContain("/docs/");
    expect(headerHtml(settings, "/docs/charts", true)).toContain('href="/docs/" aria-current="true"');
  });
});
