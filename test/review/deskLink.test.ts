import {describe, expect, it} from "vitest";
import {withDeskLink} from "../../loaders/review/deskLink.js";

const page = '<main><dl class="citation" id="citation"><div>…</div></dl><dl></dl></main>';
const link = '<a href="/review/a-b.c">Review this article</a>';

describe("withDeskLink(html, pathname)", () => {
  it.each(["/sources/a-b.c", "/sources/a-b.c.html"])(
    "is at the end of an article’s citation, on %s",
    (pathname) => {
      expect(withDeskLink(page, pathname)).toBe(
        `<main><dl class="citation" id="citation"><div>…</div><div><dt>Review</dt><dd>${link}</dd></div></dl><dl></dl></main>`,
      );
    },
  );

  it.each([
    "/sources/",
    "/sources/index",
    "/sources/index.html",
    "/charts/a-b.c",
    "/",
    "/sources/a/b",
    '/sources/"',
  ])("is on no other page: %s", (pathname) => {
    expect(withDeskLink(page, pathname)).toBe(page);
  });
});
