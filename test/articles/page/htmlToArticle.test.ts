import {describe, expect, it} from "vitest";
import {htmlToArticle} from "../../../loaders/articles/page/htmlToArticle.js";

const read = (html: string) => htmlToArticle(html, "a.html");
const textOf = (html: string): string => read(html).text;

// Paragraphs of an invented article, long enough to be told from what is around it.
const story = [
  "The Ondal yard delivered 40 vans to Tarnex in March, a third more than in the month before, and has orders for 1,200 of them.",
  "Its owner, Volmer, said that the price of each had fallen to $31,000 since the works in the north was opened last autumn.",
  "“We have never built so many in one month,” said the head of the yard, who expects to take on 90 people before the summer.",
  "Tarnex pays for them in three parts, the last of which, $12 million, is due when the vans have been on the road for a year.",
];
const paragraphs = story.map((text) => `<p>${text}</p>`);
const whole = story.join("\n\n");
const [first, second, ...rest] = paragraphs;

describe("htmlToArticle(html, file)", () => {
  it("reads every cell of a table, each a block of its own", () => {
    const rows = "<tr><th>Year</th><th>Crates</th></tr><tr><td>2022</td><td>4,300 <b>crates</b></td></tr>";
    expect(textOf(`<p>Sales:</p><table><caption>By year</caption>${rows}</table>`)).toBe(
      "Sales:\n\nBy year\n\nYear\n\nCrates\n\n2022\n\n4,300 crates",
    );
  });

  it.each(
    "p h2 h3 li dt dd td th caption blockquote pre summary details article section main div center span a b em x-box".split(
      " ",
    ),
  )("reads the words of <%s>", (name) => {
    expect(textOf(`<body><div>Before <${name}>it sold 40 vans</${name}> after</div>`)).toMatch(
      /^Before\s+it sold 40 vans\s+after$/,
    );
  });

  it.each(
    "script style noscript template svg title iframe form button nav aside footer figcaption address dialog".split(
      " ",
    ),
  )("leaves out the words of <%s>, and reads on", (name) => {
    const text = textOf(`<body><p>Before</p><${name}>it sold 40 vans</${name}><p>after</p>`);
    expect(text).toBe("Before\n\nafter");
  });

  it("shows white space and character references as a browser does", () => {
    expect(textOf("<p>It sold\n\t40&nbsp;vans &amp; 2&thinsp;000 crates,<br>for &#36;3 million.</p>")).toBe(
      "It sold 40 vans & 2 000 crates,\nfor $3 million.",
    );
  });
});

describe("a page that is none", () => {
  it("is told by its elements", () => {
    expect(() => textOf("<b>a</b>".repeat(60_000))).toThrow(
      "a.html: has more than 50000 elements, as no page",
    );
    expect(() => textOf("<div>".repeat(1001))).toThrow("a.html: nests elements 1000 deep, as no page");
  });

  it("has no text", () => {
    for (const page of [
      "",
      "<html>",
      "<body><script>1</script>",
      "<!-- a -->",
      "<title>Vans</title>",
      "<p> </p>",
    ])
      expect(textOf(page)).toBe("");
  });
});

describe("a page as deep as it may be", () => {
  it("is read in the order of its words", () => {
    const page = (depth: number) =>
      `${"<div>".repeat(depth)}${first}<div>${second}</div>${"</div>".repeat(depth)}${rest.join("")}`;
    for (const depth of [10, 63, 64, 65, 900]) expect(textOf(page(depth)), `${depth}`).toBe(whole);
  });
});

describe("an article is found", () => {
  it.each<[where: string, page: string]>([
    ["in the page itself", paragraphs.join("")],
    ["in an article", `<article>${paragraphs.join("")}</article>`],
    ["in a box for each paragraph", paragraphs.map((p) => `<div class="print-text">${p}</div>`).join("")],
    ["in spans in boxes", story.map((text) => `<div><span>${text}</span></div>`).join("")],
    ["in one box, parted by br", `<div>${story.join("<br><br>")}</div>`],
    [
      "in a table that lays out the page",
      `<table><tr><td>Home<br>World</td><td>${paragraphs.join("")}</td></tr></table>`,
    ],
    ["in the one form of the page", `<form action="/page"><div>${paragraphs.join("")}</div></form>`],
    ["in a box that more is read of", `<div id="read-more"><p>Read more</p>${paragraphs.join("")}</div>`],
    ["in paragraphs that are for subscribers", paragraphs.join("").replaceAll("<p>", '<p class="paywall">')],
    [
      "in two boxes",
      `<section>${paragraphs.slice(0, 2).join("")}</section><section>${paragraphs.slice(2).join("")}</section>`,
    ],
    [
      "with its first paragraph apart",
      `<div><div class="intro">${paragraphs[0]}</div><div>${paragraphs.slice(1).join("")}</div></div>`,
    ],
    [
      "behind a dialog that hides it",
      `<main aria-hidden="true">${paragraphs.join("")}</main><div role="dialog"><p>We and our 842 partners store 13 cookies.</p></div>`,
    ],
    [
      "in a page whose head is left open",
      `<head><title>T</title><meta name="a" content="b">${paragraphs.join("")}`,
    ],
  ])("%s", (_, page) => {
    expect(textOf(page).replace(/^Home\nWorld\n\n/, "")).toBe(whole);
  });

  it("with its headings, lists, quotes and tables", () => {
    const list = "<ul><li>40 vans</li><li>6 lorries</li></ul>";
    const table =
      "<table><tr><th>Yard</th><th>Won</th></tr><tr><td><a href='/o'>Ondal</a></td><td>12</td></tr></table>";
    const page = `<article>${paragraphs[0]}<h2>What was sold</h2>${list}<p>No more.</p>${paragraphs[1]}${table}<blockquote>It was 3 years late.</blockquote>${paragraphs.slice(2).join("")}</article>`;
    expect(textOf(page).split("\n\n")).toEqual([
      story[0],
      "What was sold",
      "40 vans",
      "6 lorries",
      "No more.",
      story[1],
      "Yard",
      "Won",
      "Ondal",
      "12",
      "It was 3 years late.",
      ...story.slice(2),
    ]);
  });
});

describe("what stands beside an article is no text of it", () => {
  // Each stands in the article, between two of its paragraphs, and holds a number of its own.
  it.each<[kind: string, html: string]>([
    ["a caption", "<figure><img src='a.jpg'><figcaption>Ondal in 1977</figcaption></figure>"],
    [
      "a caption in a box",
      '<div class="wp-caption"><img src="a.jpg"><p class="caption-text">Ondal in 1977.</p></div>',
    ],
    ["the labels of a graphic", "<figure><div>Vans sold</div><div>1,977</div><div>2,077</div></figure>"],
    [
      "a box of related stories",
      "<div><h3>Related</h3><ul><li>77 vans burn</li><li>Seven ways to save $77</li></ul></div>",
    ],
    [
      "a list below its heading",
      "<h3>More on this story</h3><ul><li>77 vans burn</li><li>Volmer, 77, retires</li></ul>",
    ],
    ["bare lines below a heading", "<b>Most read</b><br>1. 77 vans burn<br>2. Volmer, 77, retires"],
    ["a labelled section", '<section aria-label="Most read"><p>77 vans burn in Ondal.</p></section>'],
    [
      "links to other stories",
      '<div><a href="/1">77 vans burn</a> <a href="/2">Volmer, 77, retires</a></div>',
    ],
    ["one link", '<p><a href="/1">Read more: 77 vans burn</a></p>'],
    [
      "a teaser",
      '<div><h3><a href="/1">77 vans burn</a></h3><p>It was the worst fire for 77 years.</p></div>',
    ],
    [
      "a newsletter's form",
      '<div><strong>Join 77,000 readers</strong><form><input type="email"></form></div>',
    ],
    ["a share bar", '<div class="share-bar"><span>77</span> <span>shares</span></div>'],
    ["counts of shares", "<div><span>1.7K</span> shares</div>"],
    ["the time it takes to read", "<p>7 min read</p>"],
    ["a word of the paper", "<p>Photograph: A. Ondal/77 Pictures</p>"],
    ["an advertisement", '<div class="ad-slot"><p>Save 77% on vans.</p></div>'],
    ["a quote pulled out", '<blockquote class="pull-quote">“We built 77 of them”</blockquote>'],
    ["a quote said again", "<blockquote>“We have never built so many in one month”</blockquote>"],
    ["a box of key points", '<div class="key-points"><h2>In short</h2><p>77 vans came.</p></div>'],
    ["what is hidden", '<div hidden><p>We sold 77 vans.</p></div><p style="display:none">77 more.</p>'],
    [
      "an element of schema.org",
      '<div itemscope itemtype="https://schema.org/ImageObject"><p>Ondal in 1977.</p></div>',
    ],
    ["a custom element", "<related-stories><p>77 vans burn.</p></related-stories>"],
    ["a line that leads on", "<p>READ ALSO: 77 vans burn in the yard of Ondal</p>"],
    ["a big number", "<div><p>77%</p><p>of the vans are white</p></div>"],
    [
      "a picture in a table",
      '<table><tr><td><img src="a.jpg"></td></tr><tr><td>Ondal in 1977.</td></tr></table>',
    ],
    ["a table of prices", '<div class="ticker"><table><tr><td>Tarnex</td><td>77.7</td></tr></table></div>'],
    ["words for readers who hear the page", '<p class="sr-only">Picture 77 of 777.</p>'],
    ["what became of the article", "<p>This article was amended on 7 July to say that 77 vans burnt.</p>"],
    ["the mark of a note", '<sup><a href="#n7">77</a></sup>'],
    [
      "the head of the article",
      "<header><h1>Ondal sells 77 vans</h1><p>It is 77 more than ever.</p></header>",
    ],
  ])("%s", (_, html) => {
    const page = `<main><article>${first}${html}${second}${rest.join("")}</article></main>`;
    expect(textOf(page)).toBe(whole);
  });

  it.each<[kind: string, html: string]>([
    ["the paper's head", "<header><p>Ondal: 17 degrees. Subscribe for $7.</p></header>"],
    ["navigation", "<div role='navigation'><ul><li>World</li><li>Elections 2077</li></ul></div>"],
    [
      "comments",
      `<div id="comments"><p>${"I have 77 vans myself, and would not sell a single one of them. ".repeat(40)}</p></div>`,
    ],
    [
      "what is most read",
      "<div><h2>Most read</h2><ol><li>77 vans burn</li><li>Volmer, 77, retires</li></ol></div>",
    ],
    [
      "a notice on cookies",
      '<div class="cookie-banner"><p>We and our 77 partners store 7 cookies.</p></div>',
    ],
    ["an imprint", "<footer><p>© 2077 The Tarnex Post, 77 Yard Road.</p></footer>"],
    ["an alert", '<div role="alert">77 warnings are in force.</div>'],
  ])("%s", (_, html) => {
    expect(textOf(`${html}<main><article>${paragraphs.join("")}</article></main>`)).toBe(whole);
    expect(textOf(`<main><article>${paragraphs.join("")}</article></main>${html}`)).toBe(whole);
  });

  it("but a headline and the line below it are told by what follows them", () => {
    const head = "<h1>Ondal sells 77 vans</h1><p>It is 77 more than ever</p><address>A. Volmer</address>";
    expect(textOf(`<article>${head}${paragraphs.join("")}</article>`)).toBe(whole);
    expect(textOf(`<article><h1>Ondal sells 77 vans</h1>${paragraphs.join("")}</article>`)).toBe(whole);
    const brief =
      "<h1>Ondal sells 77 vans</h1><p>It sold 40.</p><p>It sold 30 before.</p><p>By A. Volmer</p>";
    expect(textOf(`<article>${brief}</article>`)).toBe("It sold 40.\n\nIt sold 30 before.");
  });

  it("and so are points before it, that sum it up", () => {
    const points = "<ul><li>The yard sold 77 vans</li><li>It will sell 777</li></ul>";
    expect(textOf(`<article>${points}${paragraphs.join("")}</article>`)).toBe(whole);
  });

  it("but not a paragraph that begins with bold words like those of a box", () => {
    const short = "<p><strong>In short:</strong> it sold 40 vans, and will sell more of them.</p>";
    expect(textOf(`<article>${first}${short}${rest.join("")}</article>`)).toContain(
      "In short: it sold 40 vans",
    );
  });

  it("and no part of a sentence is, whatever its name", () => {
    const sentence =
      'It sold <span class="related-count">40 vans</span> to <a class="tag" href="/t">Tarnex</a>.';
    expect(textOf(`<article>${first}<p>${sentence}</p>${rest.join("")}</article>`)).toContain(
      "It sold 40 vans to Tarnex.",
    );
  });
});
