import {describe, expect, it} from "vitest";
import {footerHtml, headerHtml, signatureHtml} from "../../loaders/site/frame.js";
import {settings} from "./settings.js";

describe("headerHtml(settings, path)", () => {
  it.each([
    ["/index", '<a class="site-name" href="/" aria-current="page">'],
    ["/charts/index", '<a href="/charts/" aria-current="page">'],
    ["/charts/bar", '<a href="/charts/" aria-current="true">'],
    ["/method", '<a href="/method" aria-current="page">'],
    ["/search", '<a class="site-search" href="/search" aria-current="page">'],
  ])("on %s says where one is, once", (path, link) => {
    const html = headerHtml(settings, path);
    expect(html).toContain(link);
    expect(html.match(/aria-current/g)).toHaveLength(1);
  });

  it("says nothing on a page of no section", () => {
    for (const path of ["/harvest", "/methods", "/404"])
      expect(headerHtml(settings, path), path).not.toContain("aria-current");
  });
});

describe("signatureHtml(settings, changed)", () => {
  const words = (own: object, changed: string | null) =>
    signatureHtml({...settings, ...own}, changed).replace(/<[^>]*>/g, "");
  it("says what is known, and nothing else", () => {
    expect(words({published: "2026-02-03"}, "2026-03-04")).toBe(
      "By The Mill · Published 3 February 2026 · Last changed 4 March 2026 · Charts and data: MIT · Copy an error report · Where to send it",
    );
    expect(words({licence: "not stated"}, null)).toBe(
      "By The Mill · Copy an error report · Where to send it",
    );
  });

  it("leads an error to whom the settings name; else a report can be copied, with the version it is about", () => {
    expect(signatureHtml({...settings, corrections: "mailto:a@example.org"}, null)).toContain(
      'href="mailto:a@example.org"',
    );
    const none = signatureHtml(settings, "2026-03-04");
    expect(none).not.toContain("Report an error");
    expect(none).toContain('data-copy data-version="2026-03-04"');
    expect(none).toContain('href="/method#report-an-error"');
  });
});

describe("footerHtml(settings, changed, hasFeed)", () => {
  it("names a feed where there is one", () => {
    expect(footerHtml(settings, null, true)).toContain('data-site-href="feed.xml"');
    expect(footerHtml(settings, null, false)).not.toContain("feed.xml");
  });
});
