import type {Article} from "./figure.js";

/**
 * Returns what an article's text is: our note on a report, which names the report's file
 * as its original; the report itself, as it was taken from a text, a saved page or an address; null if nothing tells.
 */
export function natureOf({
  sha256,
  url,
  file,
}: Pick<Article, "sha256" | "url" | "file">): "note" | "report" | null {
  if (sha256 !== null) return "note";
  return url !== null || !/\.(?:md|markdown)$/i.test(file) ? "report" : null;
}

/**
 * Returns the words of an article's title, and whether they are ours: a headline
 * that is not known is put in brackets by whoever notes the report.
 */
export function titleOf({title}: Pick<Article, "title">): {words: string; isOurs: boolean} {
  const [, inner] = /^\[(.+)\]$/.exec(title) ?? [];
  return {words: inner ?? title, isOurs: inner !== undefined};
}

/** Whether nobody knows who published a report: its publisher is called unnamed. */
export const isUnnamed = ({publisher}: Pick<Article, "publisher">): boolean => /^unnamed\b/i.test(publisher);
