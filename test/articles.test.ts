import {createHash} from "node:crypto";
import {chmodSync} from "node:fs";
import path from "node:path";
import {describe, expect, it} from "vitest";
import {readArticles} from "../loaders/articles.js";
import {temporaryFolder} from "./temporary.js";

const note = (matter: string, body = "Forty crates arrived.\n"): string => `---\n${matter}\n---\n${body}`;
const cited = "title: A title\npublisher: A paper";

describe("readArticles(root)", () => {
  it("reads a note with its citation and keeps the text after the front matter as it is", () => {
    const root = temporaryFolder({
      "crates.md": note(`${cited}\nrelays: [One, Two]\ntags: [tools, arms-trade]\npublished: 2024-02-01`),
    });
    expect(readArticles(root)).toEqual([
      {
        article_id: "crates",
        title: "A title",
        publisher: "A paper",
        author: null,
        relays: "One > Two",
        tags: "arms-trade tools",
        published: "2024-02-01",
        published_basis: "stated",
        published_from: null,
        url: null,
        language: "en",
        file: `${root}/crates.md`,
        words: 3,
        sha256: null,
        text: "Forty crates arrived.\n",
      },
    ]);
  });

  it("reads full texts, .txt and .html, that carry no front matter", () => {
    const html =
      '<html><head><title>T</title><meta property="og:site_name" content="P"></head><body><script>1</script><p>Two <b>ships</b>.</p><p>Three.</p></body></html>';
    const root = temporaryFolder({"a.txt": "A headline\n\nTwo ships.", "b.html": html});
    const [a, b] = readArticles(root);
    expect(a).toMatchObject({title: "A headline", text: "A headline\n\nTwo ships."});
    expect(b).toMatchObject({title: "T", publisher: "P", text: "Two ships.\n\nThree."});
  });

  it("passes over vocab/, originals/ and hidden files", () => {
    const root = temporaryFolder({"a.md": note(cited), "vocab/b.md": "x", ".c.md": "x"});
    expect(readArticles(root).map((a) => a.article_id)).toEqual(["a"]);
  });

  const broken: [string, Record<string, string | Uint8Array>, RegExp][] = [
    ["an empty file", {"a.md": ""}, /a\.md:1: is empty$/],
    [
      "front matter and no text",
      {"a.md": note(cited, "\n \n")},
      /a\.md:5: article has no text \(write it below/,
    ],
    ["front matter that is not closed", {"a.md": "---\ntitle: x\n"}, /a\.md:1: front matter is not closed/],
    [
      "front matter that is no YAML",
      {"a.md": note("title: x\npublisher: [y")},
      /a\.md:\d: front matter: no YAML: /,
    ],
    [
      "a list for front matter",
      {"a.md": note("- x")},
      /a\.md:2: front matter: expected lines of the form name: value$/,
    ],
    [
      "a field nobody knows",
      {"a.md": note(`${cited}\npublised: 2024`)},
      /a\.md:4: unknown front matter field: "publised"/,
    ],
    ["no publisher", {"a.md": note("title: x")}, /a\.md:1: front matter lacks "publisher"$/],
    [
      "a date that is none",
      {"a.md": note(`${cited}\npublished: 2024-02-31x`)},
      /a\.md:4: published is not a date/,
    ],
    [
      "a basis nobody knows",
      {"a.md": note(`${cited}\npublished_basis: guess`)},
      /a\.md:4: published_basis is unknown: "guess"/,
    ],
    [
      "a tag with a space",
      {"a.md": note(`${cited}\ntags: [arms trade]`)},
      /a\.md:4: tags takes no "arms trade"/,
    ],
    ["a tag with a capital", {"a.md": note(`${cited}\ntags: Trade`)}, /a\.md:4: tags takes no "Trade"/],
    ["a sha256 that is none", {"a.md": note(`${cited}\nsha256: abc`)}, /a\.md:4: sha256 is not 64 hex/],
    [
      "bytes that are no UTF-8",
      {"a.md": Buffer.from([0x61, 0x0a, 0xff, 0xfe, 0x0a])},
      /a\.md:2: is not UTF-8 text \(save it as UTF-8\)$/,
    ],
    [
      "an original outside its folder",
      {"a.md": note(`${cited}\noriginal: ../x`)},
      /a\.md:4: original must be a file name/,
    ],
    [
      "one id twice",
      {"a.md": note(cited), "a.txt": "Two ships."},
      /a\.txt:1: article id is taken: "a" is also .*a\.md/,
    ],
  ];
  it.each(broken)("rejects %s, in one line, with file and line", (_what, files, message) => {
    const root = temporaryFolder(files);
    expect(() => readArticles(root)).toThrow(message);
    expect(() => readArticles(root)).not.toThrow(/\n/);
  });

  it("rejects a file that cannot be read", () => {
    const root = temporaryFolder({"a.md": note(cited)});
    chmodSync(path.join(root, "a.md"), 0);
    // The superuser reads everything.
    if (process.getuid?.() === 0) expect(readArticles(root)).toHaveLength(1);
    else
      expect(() => readArticles(root)).toThrow(
        /a\.md: cannot be read: it may not be read or written by you$/,
      );
    const folder = temporaryFolder({"a.md/b": "x"});
    expect(() => readArticles(folder)).toThrow(/a\.md: is a folder, which is not read/);
  });

  it("takes no sha256 that differs from the original's in its last digit alone", () => {
    const sha256 = createHash("sha256").update("The report.").digest("hex");
    const other = sha256.replace(/.$/, (digit) => (digit === "0" ? "1" : "0"));
    const root = temporaryFolder({
      "a.md": note(`${cited}\noriginal: report.txt\nsha256: ${other}`),
      "originals/report.txt": "The report.",
    });
    expect(() => readArticles(root)).toThrow(/a\.md:5: sha256 does not match/);
  });

  it("checks the sha256 of an original that is at hand", () => {
    const original = "The report.\n";
    const sha256 = createHash("sha256").update(original).digest("hex");
    const matter = `${cited}\noriginal: report.txt\nsha256: `;
    expect(
      readArticles(temporaryFolder({"a.md": note(matter + sha256), "originals/report.txt": original})),
    ).toHaveLength(1);
    expect(readArticles(temporaryFolder({"a.md": note(matter + sha256)}))).toHaveLength(1);
    const root = temporaryFolder({"a.md": note(matter + "0".repeat(64)), "originals/report.txt": original});
    expect(() => readArticles(root)).toThrow(/a\.md:5: sha256 does not match .*originals\/report\.txt/);
  });
});
