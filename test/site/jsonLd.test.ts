import {describe, expect, it} from "vitest";
import {jsonLd} from "../../loaders/site/jsonLd.js";
import type {PageFacts, SiteFacts} from "../../loaders/site/pageFacts.js";
import {settings} from "./settings.js";

const report = {
  "@type": "NewsArticle",
  headline: "Barges",
  publisher: {"@type": "Organization", name: "The Paper"},
} as const;
const site: SiteFacts = {changed: "2026-03-04", reports: [report], pages: {}};
const page = (path: string) => ({path, title: "Grain moves", description: "It does.", image: null});
const of = (path: string, facts?: PageFacts, url: string | null = "https://example.org/") =>
  jsonLd({page: page(path), facts, site, settings, url}) as Record<string, unknown> | null;

describe("jsonLd(options)", () => {
  it("is an Article for the first page and for a page of the story's own", () => {
    for (const path of ["/", "/harvest"])
      expect(of(path)).toMatchObject({
        "@type": "Article",
        headline: "Grain moves",
        dateModified: "2026-03-04",
        author: {"@type": "Organization", name: "The Mill"},
        isBasedOn: [report],
      });
  });

  it("is a Dataset for the tables, with files only where the address is known", () => {
    expect(of("/claims/")).toMatchObject({"@type": "Dataset", name: "The Mill: Grain moves"});
    expect(of("/explore.html")!.distribution).toHaveLength(4);
    expect(of("/explore.html", undefined, null)).not.toHaveProperty("distribution");
  });

  it("is a picture for a chart, and our note or the report itself for a source", () => {
    const chart: PageFacts = {
      kind: "chart",
      id: "bar",
      title: "Bar",
      description: "A bar.",
      reports: [report],
    };
    expect(of("/charts/bar.html", chart)).toMatchObject({
      "@type": "ImageObject",
      contentUrl: "https://example.org/graphics/bar.svg",
    });
    expect(of("/charts/bar.html", chart, null)).not.toHaveProperty("contentUrl");
    const source: PageFacts = {kind: "source", description: "Its own.", isReport: false, report};
    expect(of("/sources/a.html", source)).toMatchObject({"@type": "CreativeWork", isBasedOn: report});
    expect(of("/sources/a.html", {...source, isReport: true})).toMatchObject({
      "@type": "NewsArticle",
      headline: "Barges",
    });
  });

  it("is nothing for lists and for what is not there", () => {
    for (const path of [
      "/charts/",
      "/sources/",
      "/method.html",
      "/search.html",
      "/licences.html",
      "/404.html",
    ])
      expect(of(path), path).toBeNull();
  });

  it("invents nothing: no date of publication, no licence, no kind of author that nobody stated", () => {
    expect(of("/")).not.toHaveProperty("datePublished");
    expect(
      jsonLd({
        page: page("/"),
        facts: undefined,
        site,
        settings: {...settings, licence: "not stated", byline: "R. Miller", published: "2026-02-03"},
        url: null,
      }),
    ).toMatchObject({author: {name: "R. Miller"}, datePublished: "2026-02-03"});
    expect(
      jsonLd({
        page: page("/"),
        facts: undefined,
        site,
        settings: {...settings, licence: "not stated"},
        url: null,
      }),
    ).not.toHaveProperty("license");
  });
});
