import type {Article} from "../../src/waybill/model/figure.js";
import {languageNotes} from "./language.js";
import {formatOf} from "./readArticle.js";

/**
 * Returns a line for whatever a reader should know of the articles before their
 * figures: that one is not English, and so is not read; that a saved page does
 * not say its date.
 */
export function articleNotes(
  articles: readonly Pick<Article, "file" | "language" | "published">[],
): string[] {
  return [...languageNotes(articles), ...articles.filter(isUndated).map(({file}) => `${file}: ${undated}`)];
}

const undated =
  'says no date that is found: "last year" stays without one (write published: in its front matter)';

const isUndated = ({file, published}: Pick<Article, "file" | "published">): boolean =>
  published === null && formatOf(file) === "page";
