import {describe, expect, it} from "vitest";
import {htmlToArticle} from "../loaders/htmlToArticle.js";

const textOf = (html: string): string => htmlToArticle(html, "a.html").text;

describe("htmlToArticle(html, file)", () => {
  it("reads every cell of a table, each a block of its own", () => {
    const rows = "<tr><th>Year</th><th>Crates</th></tr><tr><td>2022</td><td>4,300 <b>crates</b></td></tr>";
    expect(textOf(`<p>Sales:</p><table><caption>By year</caption>${rows}</table>`)).toBe(
      "Sales:\n\nBy year\n\nYear\n\nCrates\n\n2022\n\n4,300 crates",
    );
  });

  it.each(
    "p h1 h2 h3 li dt dd td th caption figcaption blockquote pre summary details address article section aside main header footer nav div span a b em".split(
      " ",
    ),
  )("reads the words of <%s>", (name) => {
    expect(textOf(`<body><div>Before <${name}>it sold 40 vans</${name}> after</div>`)).toMatch(
      /^Before\s+it sold 40 vans\s+after$/,
    );
  });

  it.each("script style noscript template svg title iframe form".split(" "))(
    "leaves out the words of <%s>, and reads on",
    (name) => {
      const text = textOf(`<body><p>Before</p><${name}>it sold 40 vans</${name}><p>after</p>`);
      expect(text).toBe("Before\n\nafter");
    },
  );
});
