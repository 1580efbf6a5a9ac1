import {describe, expect, it} from "vitest";
import {htmlToArticle} from "../../../loaders/articles/page/htmlToArticle.js";

const story = [
  "The Ondal yard delivered 40 vans to Tarnex in March, a third more than in the month before, and has orders for 1,200 of them.",
  "Its owner, Volmer, said that the price of each had fallen to $31,000 since the works in the north was opened last autumn.",
  "“We have never built so many in one month,” said the head of the yard, who expects to take on 90 people before the summer.",
];
const body = (text: string): string =>
  `<script type="application/ld+json">${JSON.stringify({"@type": "NewsArticle", articleBody: text})}</script>`;
const textOf = (html: string): string => htmlToArticle(html, "a.html").text;
const paragraphs = story.map((text) => `<p>${text}</p>`).join("");
const other =
  "The yard has built 7,700 vans in its time, and will be a hundred years old in the year after the next.";

describe("the text in JSON-LD is evidence", () => {
  it("that a paragraph among the article's is none of it, whatever quotes and breaks it has", () => {
    const stated = body(story.join(" ").replaceAll(/[“”]/g, '"'));
    expect(textOf(`${stated}<article>${paragraphs}<p>${other}</p></article>`)).toBe(story.join("\n\n"));
    expect(textOf(`<article>${paragraphs}<p>${other}</p></article>`)).toContain("7,700");
  });

  it("of a paragraph that stands apart from the others", () => {
    const apart = `<div><p>${other}</p></div><article>${paragraphs}</article>`;
    expect(textOf(body([other, ...story].join("\n")) + apart)).toBe([other, ...story].join("\n\n"));
  });

  it("but not if it is the beginning alone", () => {
    expect(textOf(`${body(`${story[0].slice(0, 90)}…`)}<article>${paragraphs}</article>`)).toBe(
      story.join("\n\n"),
    );
  });

  it("and does not take a table or a list away", () => {
    const table = "<table><tr><td>Ondal</td><td>12</td></tr></table><ul><li>7 boats</li></ul>";
    expect(textOf(`${body(story.join(" "))}<article>${table}${paragraphs}</article>`)).toBe(
      ["Ondal", "12", "7 boats", ...story].join("\n\n"),
    );
  });

  it("is the text where a script makes the page", () => {
    const stated = body(story.join("\n\n"));
    expect(textOf(`${stated}<div id="app"><p>Loading. Turn on scripts.</p></div>`)).toBe(story.join("\n\n"));
  });
});
