import {readCached, writeCached} from "./cache.js";

/** A report, as schema.org has it. */
export interface Report {
  "@type": "NewsArticle";
  headline: string;
  publisher: {"@type": "Organization"; name: string};
  datePublished?: string;
  url?: string;
}

/** What a page is about, and its words do not say to a machine. */
export type PageFacts =
  | {kind: "chart"; id: string; title: string; description: string; reports: Report[]}
  | {kind: "source"; description: string; isReport: boolean; report: Report};

/** What is told of the site's pages, by their address from the root. */
export interface SiteFacts {
  /** Day on which the story last changed; null if it is not known. */
  changed: string | null;
  reports: Report[];
  pages: Record<string, PageFacts>;
}

const file = "pages.json";

/** Keeps what is told of the pages, for whoever finishes them. */
export function writeSiteFacts(facts: SiteFacts): boolean {
  return writeCached(file, JSON.stringify(facts));
}

/** Returns what is told of the pages; nothing if it was not made yet. */
export function readSiteFacts(): SiteFacts {
  try {
    return JSON.parse(readCached(file));
  } catch {
    return {changed: null, reports: [], pages: {}};
  }
}
