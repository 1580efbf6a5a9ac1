import {expect, it} from "vitest";
import {articleNotes} from "../../loaders/articles/articleNotes.js";

it("articleNotes(articles) tells of a saved page without a date, and of a language that is not read", () => {
  const article = (file: string, language: string, published: string | null) => ({file, language, published});
  expect(
    articleNotes([
      article("seeds/a.html", "en", null),
      article("seeds/b.html", "en", "2024-03-01"),
      article("seeds/c.txt", "en", null),
      article("seeds/d.HTM", "fr", null),
    ]),
  ).toEqual([
    "seeds/d.HTM: French: its numbers are listed, not read",
    'seeds/a.html: says no date that is found: "last year" stays without one (write published: in its front matter)',
    'seeds/d.HTM: says no date that is found: "last year" stays without one (write published: in its front matter)',
  ]);
});
