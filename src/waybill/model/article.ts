import type {Article} from "./figure.js";

/** Whose words a text is in: our note's, or the report's own. */
export const natures = ["note", "report"] as const;
export type Nature = (typeof natures)[number];

/**
 * Returns what an article's text is: our note on a report, which names the report's file
 * as its original; the report itself, as it was taken from a text, a saved page or an address; null if nothing tells.
 */
export function natureOf({sha256, url, file}: Pick<Article, "sha256" | "url" | "file">): Nature | null {
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

/**
 * Returns whose words a sentence is in: never the publisher's own, unless the
 * text is known to be the report's.
 *
 *     wordsBy({nature: "note", publisher: "The Gazette"})    // "our note on a report by The Gazette"
 *     wordsBy({nature: "report", publisher: "The Gazette"})  // "The Gazette"
 *     wordsBy({nature: null, publisher: "The Gazette"})      // "a text credited to The Gazette"
 */
export function wordsBy({nature, publisher}: {nature: string | null | undefined; publisher: string}): string {
  if (nature === "report") return publisher;
  return `${beforePublisher(nature)}${nameOfPublisher(publisher)}`;
}

/** Returns a publisher's name as it stands in a sentence: “The Gazette”, “an unnamed blog”. */
export const nameOfPublisher = (publisher: string): string =>
  isUnnamed({publisher}) ? `an ${publisher}` : publisher;

/** Returns what stands before the publisher's name where the words are not its own; "" where they are. */
export const beforePublisher = (nature: string | null | undefined): string =>
  nature === "report" ? "" : nature === "note" ? "our note on a report by " : "a text credited to ";

/** Returns words of an article as they may be cited: between quotation marks only where they are the report's own. */
export const cited = (words: string, nature: string | null | undefined): string =>
  nature === "report" ? `“${words}”` : words;
