import {describe, expect, it} from "vitest";
import {citationOf, creditOf, printedAddress, readPrintedAddress} from "../../loaders/graphics/citation.js";
import {cacheFolder, useCache} from "../../loaders/site/cache.js";
import type {Statement} from "../../loaders/site/statements.js";
import {rememberVersions} from "../../loaders/site/versions.js";
import {story} from "../../loaders/story.js";
import type {Chart, ChartRow} from "../../src/waybill/chart/Chart.js";
import {temporaryFolder} from "../temporary.js";

const row = {
  stands_on: "a-1",
  facts: null,
  article_id: "a",
  figure_id: "a-1",
  publisher: "The Gazette",
  relays: "The Herald > The Post",
  sentence: "It sold 40 crates.",
  exact: "40 crates",
} satisfies ChartRow;
const chart = {
  id: "crates",
  title: () => "Crates",
  describe: () => ({short: "Some crates.", long: "Some crates, long."}),
} as unknown as Chart;
const statement: Statement = {
  ...row,
  nature: "note",
  id: "a-1",
  anchor: "a-1",
  sentence: "It sold\n 40 crates.",
  topics: [],
};
const article = (article_id: string, published: string | null) => ({
  article_id,
  title: "T",
  publisher: "The Gazette",
  published,
  relays: null,
});
const cite = (site: string, published: string | null = "2024-02-01", nature: Statement["nature"] = "note") =>
  citationOf({
    chart,
    rows: [row],
    tables: {articles: [article("a", published), article("b", null)]},
    statements: new Map([["a-1", {...statement, nature}]]),
    site,
  });

describe("citationOf(options)", () => {
  it("has the address of the chart and of each sentence, where the site's is known", () => {
    const {url, citation} = cite("https://example.org");
    expect(url).toBe("https://example.org/charts/crates.html");
    expect(citation).toEqual([
      {
        "@type": "CreativeWork",
        identifier: "a-1",
        creditText: "our note on a report by The Gazette",
        text: "It sold 40 crates.",
        abstract: "40 crates",
        isPartOf: "The Gazette",
        url: "https://example.org/sources/a.html#a-1",
      },
    ]);
    expect(cite("")).not.toHaveProperty("url");
    expect(cite("").citation[0].url).toBe("/sources/a.html#a-1");
  });

  it("says that another version was published before, in the printed address too, which still leads to this one", () => {
    const {version} = cite("");
    expect(cite("")).not.toHaveProperty("correction");
    const before = cacheFolder;
    const site = temporaryFolder({"v/versions.json": `{"crates": ["1b2c3d4", "${version}"]}`});
    try {
      useCache(site);
      rememberVersions(site);
      const citation = cite("https://example.org");
      expect(citation).toMatchObject({version, correction: "changed since version 1b2c3d4"});
      expect(printedAddress(citation)).toMatch(/, version \w{7}, changed since version 1b2c3d4$/);
      expect(readPrintedAddress(printedAddress(citation))).toEqual({identifier: "crates", version});
    } finally {
      useCache(before);
    }
  });

  it("quotes only what is the report's own words", () => {
    const [report, unknown] = (["report", null] as const).map((nature) => cite("", null, nature).citation[0]);
    expect(report).toMatchObject({"@type": "Quotation", creditText: "The Gazette"});
    expect(unknown).toMatchObject({"@type": "CreativeWork", creditText: "a text credited to The Gazette"});
  });

  it("has the reports that are used, and no others, with their dates where they are known", () => {
    const report = {"@type": "NewsArticle", headline: "T", publisher: "The Gazette"};
    expect(cite("").isBasedOn).toEqual([{...report, datePublished: "2024-02-01"}]);
    expect(cite("", null).isBasedOn).toEqual([report]);
  });
});

describe("creditOf(rows)", () => {
  const {byline} = story();

  it("names each report once, and all through whose hands it came", () => {
    expect(creditOf([row, row, {...row, article_id: "b", publisher: "The Star", relays: null}])).toBe(
      `${byline}, from reports by The Gazette, relaying The Herald, relaying The Post; The Star`,
    );
    expect(creditOf([])).toBe(byline);
  });
});
