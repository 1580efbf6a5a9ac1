import {parseHTML} from "linkedom";
import MarkdownIt from "markdown-it";
import {describe, expect, it} from "vitest";
import {openDatabase} from "../../../loaders/database.js";
import {loadTables} from "../../../loaders/tables.js";
import {
  chartHref,
  escapeHtml,
  escapeJson,
  escapeMarkdown,
  escapeShortcodes,
  sourceHref,
  sqlString,
  writable,
} from "../../../src/waybill/model/escape.js";
import {hostileStrings} from "../../graphics/hostileStrings.js";
import {grain} from "../../temporary.js";

const cases = Object.entries(hostileStrings);

describe.each(cases)("what a function of escape.ts writes of %s", (_name, text) => {
  it("is the text again when it is read as JSON in a script element, which it does not end", () => {
    const json = escapeJson({text});
    expect(JSON.parse(json)).toEqual({text: writable(text)});
    const {document} = parseHTML(
      `<html><body><script type="application/ld+json">${json}</script><p>after</p></body></html>`,
    );
    expect(document.querySelectorAll("script")).toHaveLength(1);
    expect(document.querySelector("p")!.textContent).toBe("after");
    expect(json).not.toMatch(/[<>&]/);
  });

  it("is the text again when it is read as HTML, in an element and in both kinds of attribute", () => {
    const html = escapeHtml(text);
    const {document} = parseHTML(`<html><body><p title="${html}" lang='${html}'>${html}</p></body>`);
    const p = document.querySelector("p")!;
    expect(document.body.children).toHaveLength(1);
    expect(p.children).toHaveLength(0);
    expect(p.attributes).toHaveLength(2);
    for (const read of [p.textContent, p.title, p.lang]) expect(read).toBe(writable(text));
  });

  it("is one image with the text when it is read as Markdown", () => {
    const words = writable(text).replace(/\s+/g, " ");
    for (const md of [MarkdownIt({html: true, linkify: true}), MarkdownIt("commonmark")]) {
      const [{children}, ...others] = md.parseInline(
        `![${escapeMarkdown(text)}](x.svg "${escapeMarkdown(text)}")`,
        {},
      );
      expect(others).toEqual([]);
      expect(children!.map(({type}) => type)).toEqual(["image"]);
      const [image] = children!;
      expect(image.children!.map(({content}) => content).join("")).toBe(words);
      expect(image.attrGet("title")).toBe(words);
    }
  });

  it("is one place on one page when it is read as an address", () => {
    const url = new URL(sourceHref(text, text), "https://example.org/");
    expect(url.origin).toBe("https://example.org");
    expect(url.pathname.split("/")).toHaveLength(3);
    expect(decodeURIComponent(url.pathname.split("/")[2])).toBe(`${writable(text)}.html`);
    expect(decodeURIComponent(url.hash.slice(1))).toBe(writable(text));
    expect(url.search).toBe("");
    expect(new URL(chartHref(text), url).pathname.split("/")).toHaveLength(3);
  });
});

describe("sqlString(text)", () => {
  it("is the text again when DuckDB reads it", async () => {
    const database = await openDatabase(loadTables(grain));
    // No C string holds the sign that ends one.
    const texts = Object.values(hostileStrings).map((text) => writable(text));
    const rows = await database.query(`SELECT unnest([${texts.map(sqlString).join(", ")}]) AS text`);
    expect(rows.map((row) => (row as {text: string}).text)).toEqual(texts);
    database.close();
  });
});

describe("escapeShortcodes(html)", () => {
  it("leaves no bracket, and HTML that is read alike", () => {
    const html = '<p title="[gallery ids=1]">[/audio]</p>';
    expect(escapeShortcodes(html)).not.toMatch(/[[\]]/);
    expect(parseHTML(`<html><body>${escapeShortcodes(html)}</body></html>`).document.body.innerHTML).toBe(
      html,
    );
  });
});
