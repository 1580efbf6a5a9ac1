import type {Article} from "./figure.js";

/** Whether an article is our note on a report, which is kept as a file of its own; else it is the report itself. */
export const isNote = ({sha256}: Pick<Article, "sha256">): boolean => sha256 !== null;

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
