import type {Options} from "minisearch";

/** Something that a search finds. */
export interface Found {
  id: number;
  kind: "sentence" | "figure" | "name" | "chart" | "calculation";
  /** What it is called in a list. */
  title: string;
  /** Other words by which it is found. */
  words: string;
  /** Where it is from: a publisher. */
  where: string;
  /** Address from the site's root, without the slash before it. */
  href: string;
}

/** How the index is made when the site is built, and read in the reader's browser. */
export const searchOptions: Options<Found> = {
  fields: ["title", "words"],
  storeFields: ["kind", "title", "where", "href"],
  // “Österreich” is found by “osterreich”, “1,000” by “1000”.
  tokenize: (text) => text.replace(/(?<=\d),(?=\d{3})/g, "").split(/[^\p{L}\p{N}.%]+|\.(?!\d)/u),
  processTerm: (term) => term.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase() || null,
  searchOptions: {
    prefix: (term) => term.length > 2,
    fuzzy: (term) => (term.length > 4 && !/\d/.test(term) ? 0.2 : false),
    combineWith: "AND",
    boost: {title: 2},
  },
};
