import {describe, expect, it} from "vitest";
import {parsePage} from "../../../loaders/articles/page/parsePage.js";
import {dayIn, readMetadata} from "../../../loaders/articles/page/readMetadata.js";

const read = (html: string) => readMetadata(parsePage(html, "a.html"));
const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`;
const json = (value: unknown): string =>
  `<script type="application/ld+json">${typeof value === "string" ? value : JSON.stringify(value)}</script>`;
const article = {"@type": "NewsArticle", headline: "H", datePublished: "2024-03-01T08:00:00+02:00"};

describe("readMetadata(page)", () => {
  it("says null of all that a page does not say", () => {
    const nothing = {title: null, author: null, publisher: null, published: null, publishedFrom: null};
    expect(read("<p>Two ships.</p>")).toEqual({...nothing, language: null, url: null, body: null});
  });

  it("reads JSON-LD, in a graph, with people by their ids", () => {
    const graph = [
      {"@type": "WebSite", name: "Site"},
      {
        ...article,
        "@type": ["Thing", "ReportageNewsArticle"],
        author: [{"@id": "#v"}, {name: "B. Ondal"}, "https://example.org/c"],
        publisher: {"@type": "Organization", name: "The Tarnex Post"},
        inLanguage: "en-GB",
        mainEntityOfPage: {"@id": "https://example.org/vans"},
        articleBody: "Two ships.",
      },
      {"@type": "Person", "@id": "#v", name: "A. Volmer"},
    ];
    expect(read(json({"@graph": graph}))).toEqual({
      title: "H",
      author: "A. Volmer, B. Ondal",
      publisher: "The Tarnex Post",
      published: "2024-03-01",
      publishedFrom: "JSON-LD",
      language: "en-GB",
      url: "https://example.org/vans",
      body: "Two ships.",
    });
  });

  it("reads JSON-LD with line breaks in its strings and comments around it, and passes over what is none", () => {
    const broken = `<!-- ${JSON.stringify(article).replace('"H"', '"H\n1"')} -->`;
    expect(read(json("{") + json("[".repeat(100_000)) + json("null") + json(broken)).title).toBe("H 1");
    expect(read(json({"@type": "Product", name: "Van", datePublished: "2024-01-01"})).published).toBeNull();
  });

  it("has the title without the paper's name", () => {
    expect(read("<title>Vans – a list | The Post</title><h1>Vans – a list</h1>").title).toBe("Vans – a list");
    expect(read(`<title>Vans - The Post</title>${meta("og:site_name", "The Post")}`).title).toBe("Vans");
    expect(read("<title>Vans - a list</title><h1>Post</h1>").title).toBe("Vans - a list");
    expect(read("<h1>Vans</h1>").title).toBe("Vans");
  });

  it.each<[from: string, html: string]>([
    ["JSON-LD", json(article)],
    ["Open Graph", '<meta property="article:published_time" content="2024-03-01T23:30:00-05:00">'],
    ["DC.date", meta("DC.date.issued", "2024-03-01")],
    ["DC.date", meta("dc.date", "1 March 2024")],
    ["meta", meta("citation_publication_date", "2024/03/01")],
    ["meta", meta("date", "20240301")],
    ["meta", '<p><span itemprop="datePublished" content="2024-03-01">today</span></p>'],
    [
      "time",
      '<aside><time datetime="2020-01-01"></time></aside><article><time datetime="2024-03-01T08:00">8 am</time></article>',
    ],
    ["time", "<p><time>Friday, March 1st, 2024</time></p>"],
  ])("takes the date from %s: %s", (from, html) => {
    expect(read(html)).toMatchObject({published: "2024-03-01", publishedFrom: from});
  });

  it("believes the first that is a day, and gives what is none where there is no other", () => {
    const wrong = meta("article:published_time", "2024-02-30");
    expect(read(wrong + meta("dc.date", "2024-03-01"))).toMatchObject({
      published: "2024-03-01",
      publishedFrom: "DC.date",
    });
    expect(read(wrong)).toMatchObject({published: "2024-02-30", publishedFrom: "Open Graph"});
    expect(read(meta("date", "yesterday")).published).toBeNull();
  });

  it("does not take the date of a teaser or a comment", () => {
    const time = '<time datetime="2024-03-01"></time>';
    expect(read(`<ul><li>${time}</li></ul>`).published).toBeNull();
    expect(read(`<p>${time}</p><p>${time}</p>`).published).toBeNull();
  });

  it("has the address of the web that the page says, and no other", () => {
    const canonical = (href: string): string => `<link rel="canonical" href="${href}">`;
    const saved = "<!-- saved from url=(0025)https://example.org/saved -->";
    expect(read(canonical("https://example.org/a#top")).url).toBe("https://example.org/a");
    expect(read(canonical("/a") + meta("og:url", "https://example.org/b")).url).toBe("https://example.org/b");
    expect(read(`${saved}<html><p>a</p></html>`).url).toBe("https://example.org/saved");
    for (const address of [
      "javascript:alert(1)",
      "data:text/html,x",
      "file:///a",
      "https://u:p@example.org/",
      `https://example.org/${"x".repeat(3000)}`,
    ])
      expect(read(canonical(address)).url).toBeNull();
  });

  it("has an author that is a name, and a language that is one", () => {
    expect(read(meta("author", "https://example.org/volmer") + meta("dc.creator", "A. Volmer")).author).toBe(
      "A. Volmer",
    );
    expect(read('<html lang="english"><meta property="og:locale" content="en_GB">').language).toBe("en-GB");
  });
});

describe("dayIn(date)", () => {
  it.each([
    ["2024-03-01T08:00:00Z", "2024-03-01"],
    ["20240301", "2024-03-01"],
    ["1st March, 2024", "2024-03-01"],
    ["Fri, 01 Mar 2024 08:00:00 GMT", "2024-03-01"],
    ["Mar. 1, 2024", "2024-03-01"],
    // A day in one country, another in the next.
    ["03/04/2024", null],
    ["2024-02-30", null],
    ["1709280000000", null],
    ["Article 12, 2024", null],
    ["", null],
  ])("%s is %s", (date, day) => {
    expect(dayIn(date)).toBe(day);
  });
});
