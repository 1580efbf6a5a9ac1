import {SaxesParser} from "saxes";
import {describe, expect, it} from "vitest";
import {siteIndexFiles} from "../../loaders/site/siteIndex.js";
import {settings} from "./settings.js";

const page = (path: string, isNews = true, title = "Grain & <barges>") => ({
  path,
  title,
  description: "It moves.",
  isNews,
});
const pages = [page("/"), page("/charts/bar.html"), page("/method.html", false)];
const files = (url: string | null, changed: string | null = "2026-03-04") =>
  siteIndexFiles({pages, settings: {...settings, published: "2026-02-03"}, changed, url});

/** Returns the text of each element of a name; throws if it is no XML. */
function textsOf(xml: string, name: string): string[] {
  const texts: string[] = [];
  const parser = new SaxesParser();
  let inside = false;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    inside = tag.name === name;
    if (inside) texts.push("");
  });
  parser.on("text", (text) => {
    if (inside) texts[texts.length - 1] += text;
  });
  parser.on("closetag", () => {
    inside = false;
  });
  parser.write(xml).close();
  return texts;
}

describe("siteIndexFiles(options)", () => {
  it("is robots.txt alone without an address, and names no map", () => {
    expect([...files(null)]).toEqual([["robots.txt", "User-agent: *\nAllow: /\n"]]);
  });

  it("maps every page, with the day of the last change", () => {
    const made = files("https://example.org/mill/");
    expect(textsOf(made.get("sitemap.xml")!, "loc")).toEqual([
      "https://example.org/mill/",
      "https://example.org/mill/charts/bar.html",
      "https://example.org/mill/method.html",
    ]);
    expect(new Set(textsOf(made.get("sitemap.xml")!, "lastmod"))).toEqual(new Set(["2026-03-04"]));
    expect(made.get("robots.txt")).toContain("Sitemap: https://example.org/mill/sitemap.xml\n");
  });

  it("feeds the story and its charts as Atom, as their words are", () => {
    const feed = files("https://example.org/mill/").get("feed.xml")!;
    expect(textsOf(feed, "title")).toEqual(["The Mill", "Grain & <barges>", "Grain & <barges>"]);
    expect(textsOf(feed, "id")).toHaveLength(3);
    expect(textsOf(feed, "published")).toEqual(["2026-02-03T00:00:00Z"]);
    expect(new Set(textsOf(feed, "updated"))).toEqual(new Set(["2026-03-04T00:00:00Z"]));
  });

  it("has no feed where nobody knows when anything changed", () => {
    expect([...files("https://example.org/", null).keys()]).toEqual(["robots.txt", "sitemap.xml"]);
  });
});
