import {createHash} from "node:crypto";
import type {Chart, ChartRow} from "../../src/waybill/chart/Chart.js";
import {list} from "../../src/waybill/chart/many.js";
import {wordsBy} from "../../src/waybill/model/article.js";
import {chartHref, sourceHref} from "../../src/waybill/model/escape.js";
import type {TableRows} from "../../src/waybill/model/tables.js";
import type {Statement} from "../site/statements.js";
import {earlierVersions} from "../site/versions.js";
import {story} from "../story.js";

/** Where a graphic comes from, as it travels inside every exported file: schema.org, in JSON-LD. */
export interface Citation {
  "@context": "https://schema.org";
  "@type": "ImageObject";
  identifier: string;
  name: string;
  description: string;
  creditText: string;
  license: string;
  /** Seven digits that change with whatever is said in the graphic: a corrected one has another. */
  version: string;
  /** Where another version was published before, that this one is another. */
  correction?: string;
  inLanguage: "en";
  url?: string;
  /** The reports. */
  isBasedOn: Report[];
  /** The words that the marks stand on, and whose they are. */
  citation: Quoted[];
}

interface Report {
  "@type": "NewsArticle";
  headline: string;
  publisher: string;
  datePublished?: string;
  /** Whose reporting it passes on. */
  isBasedOn?: string;
}

interface Quoted {
  /** A quotation only where the words are the report's own. */
  "@type": "Quotation" | "CreativeWork";
  identifier: string;
  /** Whose words they are: “our note on a report by The Gazette”. */
  creditText: string;
  text: string;
  /** The words of it that state the figure or the date. */
  abstract: string;
  isPartOf: string;
  url: string;
}

export interface CitationOptions {
  chart: Chart;
  rows: ChartRow[];
  tables: Pick<TableRows, "articles">;
  statements: ReadonlyMap<string, Statement>;
  /** Absolute address of the site, without a slash at its end; "" if it is not known. */
  site: string;
}

/** Returns the citation of a chart: its words, its reports, and every sentence that its marks stand on. */
export function citationOf({chart, rows, tables, statements, site}: CitationOptions): Citation {
  const version = versionOf(chart, rows);
  const earlier = earlierVersions(chart.id, version).at(-1);
  const used = [...new Set(rows.flatMap(({stands_on}) => stands_on.split(" ")))].flatMap(
    (id) => statements.get(id) ?? [],
  );
  const named = new Set(used.map(({article_id}) => article_id));
  const articles = tables.articles.filter(({article_id}) => named.has(String(article_id)));
  return {
    "@context": "https://schema.org",
    "@type": "ImageObject",
    identifier: chart.id,
    name: chart.title(rows),
    description: chart.describe(rows).short,
    creditText: creditOf(rows),
    license: story().licence,
    version,
    ...(earlier ? {correction: `changed since version ${earlier}`} : {}),
    inLanguage: "en",
    ...(site ? {url: site + chartHref(chart.id)} : {}),
    isBasedOn: articles.map(({title, publisher, published, relays}) => ({
      "@type": "NewsArticle",
      headline: String(title),
      publisher: String(publisher),
      ...(published ? {datePublished: String(published)} : {}),
      ...(relays ? {isBasedOn: String(relays)} : {}),
    })),
    citation: used.map(({id, sentence, exact, article_id, publisher, anchor, nature}) => ({
      "@type": citedAs(nature),
      identifier: id,
      creditText: wordsBy({nature, publisher}),
      text: sentence.replace(/\s+/g, " ").trim(),
      abstract: exact,
      isPartOf: publisher,
      url: site + sourceHref(article_id, anchor),
    })),
  };
}

/** Returns what a sentence is in schema.org's words: a quotation only where it is the report's own. */
export const citedAs = (nature: string | null): Quoted["@type"] =>
  nature === "report" ? "Quotation" : "CreativeWork";

/** Returns the seven digits that change with whatever a chart says. */
export function versionOf<Row extends ChartRow>(chart: Chart<Row>, rows: Row[]): string {
  const said = JSON.stringify([chart.title(rows), chart.describe(rows).long, creditOf(rows), rows]);
  return createHash("sha256").update(said).digest("hex").slice(0, 7);
}

/**
 * Returns where a graphic is to be found, and which one it is, as short words
 * that are printed in it and outlive its metadata: “example.org/charts/grain,
 * version 3fa2c1d”, and after a correction “…, changed since version 1b2c3d4”.
 */
export function printedAddress({
  identifier,
  url,
  version,
  correction,
}: Pick<Citation, "identifier" | "url" | "version" | "correction">): string {
  const place = url?.replace(/^https?:\/\//, "") ?? `charts/${identifier}`;
  return `${place}, version ${version}${correction ? `, ${correction}` : ""}`;
}

/** Returns the chart and the version in words that hold a printed address; null if they hold none. */
export function readPrintedAddress(words: string): {identifier: string; version: string} | null {
  const [, identifier, version] = /charts\/([\w-]+)(?:\.html)?, version ([0-9a-f]{7})\b/.exec(words) ?? [];
  return identifier ? {identifier, version} : null;
}

/**
 * Returns the day of the newest report, or else that of the story: no clock in
 * it, so that the same graphic is the same file. null if neither is known.
 */
export function dateOf({isBasedOn}: Pick<Citation, "isBasedOn">): Date | null {
  const newest = newestOf(isBasedOn.map(({datePublished}) => datePublished)) ?? newestOf([story().published]);
  return newest === null ? null : new Date(newest);
}

function newestOf(days: readonly (string | null | undefined)[]): number | null {
  const known = days.map((day) => Date.parse(day ?? "")).filter(Number.isFinite);
  return known.length > 0 ? Math.max(...known) : null;
}

/** Returns the credit line of a chart: “The Ledger, from reports by The Gazette, relaying The Courier; …”. */
export function creditOf(rows: readonly ChartRow[]): string {
  const reports = new Map(rows.map((row) => [row.article_id, row]));
  const credits = [...reports.values()].map(
    ({publisher, relays}) =>
      `${publisher}${relays ? `, relaying ${relays.replaceAll(" > ", ", relaying ")}` : ""}`,
  );
  return credits.length > 0 ? `${story().byline}, from reports by ${list(credits)}` : story().byline;
}
