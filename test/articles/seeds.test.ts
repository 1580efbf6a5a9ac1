import {execFileSync} from "node:child_process";
import {mkdirSync, symlinkSync} from "node:fs";
import path from "node:path";
import {describe, expect, it} from "vitest";
import {collectArticles, readArticles} from "../../loaders/articles.js";
import {temporaryFolder} from "../temporary.js";

const cited = "title: T\npublisher: P\n";
const note = (matter: string, body = "Forty crates arrived.\n"): string => `---\n${matter}---\n${body}`;
const quoteIt = "(put words with a colon, #, &, *, !, [ or { in quotes)";

/** What is wrong in a folder of seeds, line by line, without the folder's name. */
function wrongIn(files: Record<string, string | Uint8Array>, prepare?: (root: string) => void): string[] {
  const root = temporaryFolder(files);
  prepare?.(root);
  return collectArticles(root).problems.map(({message}) => message.replaceAll(root, "seeds"));
}

/** The one article in a file of a folder of seeds. */
function articleIn(file: string, content: string | Uint8Array) {
  const [article] = readArticles(temporaryFolder({[file]: content}));
  return article;
}

const utf16 = (text: string): Buffer => Buffer.from(text, "utf16le");

describe("a file that is no text is refused, and told what would be right", () => {
  it.each<[what: string, file: string, content: string | Uint8Array, line: string]>([
    [
      "UTF-16 without a mark",
      "a.txt",
      utf16("Two ships."),
      ": is UTF-16 without a byte-order mark (save it as UTF-8)",
    ],
    [
      "UTF-16, the other way round",
      "a.txt",
      utf16("Two ships.").swap16(),
      ": is UTF-16 without a byte-order mark (save it as UTF-8)",
    ],
    [
      "half a character of UTF-16",
      "a.txt",
      Buffer.concat([utf16("\ufeffTwo ships."), Buffer.of(0)]),
      ": is not UTF-16 text (save it as UTF-8)",
    ],
    [
      "Windows-1252",
      "a.txt",
      Buffer.from("Two\ncafés.", "latin1"),
      ":2: is not UTF-8 text (save it as UTF-8)",
    ],
    [
      "NUL bytes",
      "a.txt",
      "Two\n\0\x01ships",
      ":2: holds bytes that are no text (save it as text, in UTF-8; pictures and programs are no articles)",
    ],
    [
      "a picture",
      "a.txt",
      Buffer.from("\x89PNG\r\n\x1a\n\0\0", "latin1"),
      ": is a picture, not text (save what it says as .txt, in UTF-8)",
    ],
    [
      "a PDF",
      "a.md",
      "%PDF-1.7 two ships",
      ": is a PDF file, not text (save what it says as .txt, in UTF-8)",
    ],
    [
      "rich text",
      "a.txt",
      "{\\rtf1 two ships}",
      ": is a rich text file, not text (save what it says as .txt, in UTF-8)",
    ],
    [
      "a page as deep as no page is",
      "a.html",
      `<body>${"<div>".repeat(50_000)}<p>Two ships.</p>`,
      ": nests elements 1000 deep, as no page does that can be read (save its text as .txt)",
    ],
    ["nothing", "a.txt", " \n", ":1: is empty"],
    ["a mark alone", "a.txt", "\ufeff", ":1: is empty"],
    [
      "front matter alone",
      "a.md",
      note(cited, ""),
      ":5: article has no text (write it below the closing ---)",
    ],
    [
      "a page that a script makes",
      "a.html",
      "<body><script>show()</script></body>",
      ":1: article has no text",
    ],
    ["a heading alone", "a.md", "# The ships of 2024\n", ":1: article has a title and no text"],
    ["a headline alone", "a.txt", "\nThe ships that came\n", ":1: article has a title and no text"],
    ["its title again", "a.md", note(cited, "T\n"), ":5: article has a title and no text"],
    ["numbers alone", "a.txt", "12\n13.5\n", ":1: article has numbers and no words"],
  ])("%s", (_, file, content, line) => {
    expect(wrongIn({[file]: content})).toEqual([`seeds/${file}${line}`]);
  });

  it("a page 900 elements deep is read", () => {
    const page = `<body>${"<div>".repeat(900)}<p>Two ships.</p>${"</div>".repeat(900)}<p>Three.</p></body>`;
    expect(articleIn("a.html", page).text).toBe("Two ships.\n\nThree.");
  });

  it("a short text that says something is read", () => {
    for (const text of ["40 crates", "Two ships.", "“Two ships”", "The ships\n\nTwo came"])
      expect(articleIn("a.txt", text).text).toBe(text);
  });

  it("a pipe is not waited for", () => {
    const prepare = (root: string) => execFileSync("mkfifo", [path.join(root, "a.txt")]);
    expect(wrongIn({}, prepare)).toEqual(["seeds/a.txt: is no plain file"]);
  });
});

describe("a text is read whatever saved it", () => {
  const text = "Two ships.\nFünf.\n";

  it.each<[what: string, content: string | Uint8Array]>([
    ["UTF-8 with a mark", `\ufeff${text}`],
    ["two marks", `\ufeff\ufeff${text}`],
    ["UTF-16 with a mark", utf16(`\ufeff${text}`)],
    ["UTF-16 with a mark, the other way round", utf16(`\ufeff${text}`).swap16()],
    ["lines that end in carriage returns", text.replaceAll("\n", "\r")],
  ])("%s", (_, content) => {
    expect(articleIn("a.txt", content).text).toBe(text);
  });

  it("characters that are no text become spaces, so that nothing moves", () => {
    expect(articleIn("a.txt", "Two\x07\u0085\uffffships\fcame.\tAll.").text).toBe("Two   ships came.\tAll.");
    expect(articleIn("a.html", "<p>Two&#7;&#xd800;ships.</p>").text).toMatch(/^Two .?ships\.$/u);
  });

  it.each(["a.MD", "a.markdown", "a.Txt", "a.htm", "a.HTML"])("%s is an article", (file) => {
    expect(articleIn(file, "Two ships.")).toMatchObject({article_id: "a", text: "Two ships."});
  });
});

describe("what stands in seeds/ is an article, belongs there, or is told", () => {
  it("files that belong there, and what editors leave behind, are passed over", () => {
    const files = {
      "a.md": note(cited),
      "vocab/a.csv": "",
      "originals/a.docx": "",
      "derived.yaml": "",
      ".a.md": "",
    };
    const left = {"~$a.docx": "", "a.md~": "", "#a.md#": "", "4913": "", "Thumbs.db": "", "a.md.swp": ""};
    expect(wrongIn({...files, ...left})).toEqual([]);
  });

  const office =
    ": is not read (waybill add FILE takes its text; the file itself may stand in seeds/originals/)";
  const other = ": is not read: articles end in .md, .txt or .html (rename it, or move it out of seeds/)";
  it.each([
    ["a.docx", office],
    ["a.PDF", office],
    ["a.rtf", office],
    ["a.csv", other],
    ["a", other],
    ["a.md.txt2", other],
    ["derived.yml", other],
    ["more/a.md", ": is a folder, which is not read (put its articles into seeds/ itself)"],
    ["a.md/b.md", ": is a folder, which is not read (put its articles into seeds/ itself)"],
  ])("%s", (file, line) => {
    expect(wrongIn({[file]: "Two ships."})).toEqual([`seeds/${file.split("/")[0]}${line}`]);
  });

  it("a link that leads outside, or nowhere, is no article; one that stays inside is", () => {
    const outside = temporaryFolder({"a.txt": "Two ships."});
    const link = (to: string) => (root: string) => symlinkSync(to, path.join(root, "a.txt"));
    expect(wrongIn({}, link(path.join(outside, "a.txt")))).toEqual([
      "seeds/a.txt: is a link to a file outside seeds/ (put the file itself there)",
    ]);
    expect(wrongIn({}, link("nowhere.txt"))).toEqual(["seeds/a.txt: cannot be read: it is not there"]);
    expect(wrongIn({"b.txt": "Two ships."}, link("b.txt"))).toEqual([]);
  });

  it("a folder that is not there", () => {
    expect(collectArticles("no-such-folder").problems.map(({message}) => message)).toEqual([
      "no-such-folder: cannot be read: it is not there",
    ]);
  });
});

describe("the name of an article's file becomes its address", () => {
  const use = '(use letters, digits, ".", "-" and "_")';
  it.each([
    ["a b.md", `has a space in its name ${use}`],
    ["a#b.md", `has "#" in its name ${use}`],
    ["a'b.md", `has "'" in its name ${use}`],
    ["<b>.md", `has "<" in its name ${use}`],
    ["a:b.md", `has ":" in its name ${use}`],
    ["a\u200bb.md", `has a character that does not show in its name ${use}`],
    ["-a.md", 'has a name that begins with "-" (begin with a letter or digit)'],
    ["a..md", 'has a name that ends with "." (leave it out)'],
    ["Index.md", "has the name of the list of sources (rename it)"],
    [`${"a".repeat(101)}.md`, "has a name of 101 letters (at most 100)"],
  ])("%s is refused", (file, problem) => {
    expect(wrongIn({[file]: note(cited)})).toEqual([`seeds/${file}: ${problem}`]);
  });

  it.each(["été-2024.v2_b", "рада", "中国", "a.b"])("%s is allowed", (id) => {
    expect(articleIn(`${id}.md`, note(cited)).article_id).toBe(id);
  });

  it("is one whether its accents are put together or not", () => {
    expect(articleIn("e\u0301te.md", note(cited)).article_id).toBe("\u00e9te");
  });

  it.each([
    ["a.md", "a.txt", ""],
    ["A.md", "a.md", ", but for capitals"],
    ["e\u0301.md", "\u00e9.md", ", whose accents are written otherwise"],
  ])("%s and %s clash", (first, second, difference) => {
    const [id] = second.normalize("NFC").split(".");
    expect(wrongIn({[first]: note(cited), [second]: note(cited)})).toEqual([
      `seeds/${second}:1: article id is taken: "${id}" is also seeds/${first}${difference} (rename one of them)`,
    ]);
  });
});

describe("front matter", () => {
  it.each(["\n", "\ufeff", "\ufeff\ufeff", "\ufeff\n \n", "\r\n"])("is read after %j", (before) => {
    expect(articleIn("a.md", before + note(cited))).toMatchObject({
      title: "T",
      text: "Forty crates arrived.\n",
    });
  });

  it("keeps its line numbers after blank lines", () => {
    expect(wrongIn({"a.md": `\n\n${note(`${cited}odd: x\n`)}`})).toEqual([
      expect.stringMatching(/^seeds\/a\.md:6: unknown front matter field: "odd"/),
    ]);
  });

  it("folds titles and names to one line of text", () => {
    const matter =
      'title: "A\\u0007B\\tC\\nD\\u202e"\npublisher: |\n  Two\n  lines\nrelays: ["One\\nTwo", "  ", Three]\n';
    expect(articleIn("a.md", note(matter))).toMatchObject({
      title: "A B C D",
      publisher: "Two lines",
      relays: "One Two > Three",
    });
  });

  const alias = `front matter: an anchor or an alias is not read ${quoteIt}`;
  it.each<[matter: string, ...lines: string[]]>([
    [
      "title: [a, b]\npublisher: P\n",
      '2: "title" must be one line of text (in quotes if it begins with [ or {)',
    ],
    [
      "title: T\npublisher: {a: b}\n",
      '3: "publisher" must be one line of text (in quotes if it begins with [ or {)',
    ],
    [`${cited}relays: [[a], b]\n`, '4: "relays" must be one line of text'],
    [`${cited}title: U\n`, '4: front matter: "title" is given twice'],
    [`${cited}relays:\n\t- a\n`, "5: front matter: a tab stands where YAML wants spaces"],
    ["title: &a T\npublisher: *a\n", `2: ${alias}`],
    [`${cited}relays: &a [x, x]\nreview: [*a, *a]\n`, `4: ${alias}`],
    [
      "title: *Exclusive* story\npublisher: P\n",
      `2: front matter: no YAML: Unexpected scalar at node end ${quoteIt}`,
    ],
    [
      "title: A: B\npublisher: P\n",
      expect.stringMatching(/^2: front matter: no YAML: Nested mappings/) as never,
    ],
    ["title: !odd T\npublisher: P\n", `2: front matter: no YAML: Unresolved tag: !odd ${quoteIt}`],
    [`${cited}review: ${"[".repeat(50_000)}\n`, "4: front matter: nested too deeply"],
    [`${cited}relays: ${"a, ".repeat(70_000)}\n`, "2: front matter: has more than 200000 letters"],
    [
      `title: ${"x".repeat(501)}\npublisher: P\n`,
      `2: title has 501 letters: "${"x".repeat(40)}…" (at most 500)`,
    ],
    ["- x\n", "2: front matter: expected lines of the form name: value"],
    ["? [a]\n: b\n", `2: front matter: a name is no text ${quoteIt}`],
    [`${cited}published: 2024-02-30\n`, '4: published is not a date: "2024-02-30" (write YYYY-MM-DD)'],
    [`${cited}published: 2023-02-29\n`, '4: published is not a date: "2023-02-29" (write YYYY-MM-DD)'],
    [`${cited}published: 2024-2-3\n`, '4: published is not a date: "2024-2-3" (write YYYY-MM-DD)'],
    [`${cited}published: 0000-01-01\n`, '4: published is before there was print: "0000-01-01"'],
    [`${cited}published: 2999-01-01\n`, '4: published is in the future: "2999-01-01"'],
    [`${cited}original: ..\n`, '4: original must be a file name: ".."'],
    [`${cited}original: .\n`, '4: original must be a file name: "."'],
    [`${cited}original: a/b\n`, '4: original must be a file name: "a/b"'],
    [`${cited}original: a\\b\n`, '4: original must be a file name: "a\\b"'],
    [
      `${cited}language: French\n`,
      '4: language is unknown: "French" (write en, fr, pt-BR, …, as BCP 47 has it)',
    ],
    [`${cited}language: xx\n`, '4: language is unknown: "xx" (write en, fr, pt-BR, …, as BCP 47 has it)'],
    [
      "titel: x\npublished: soon\nreview:\n  - {nth: 1}\n  - {quote: a, nth: 0}\nremarks: x\n",
      '1: front matter lacks "publisher"',
      '1: front matter lacks "title"',
      expect.stringMatching(/^2: unknown front matter field: "titel"/) as never,
      '3: published is not a date: "soon" (write YYYY-MM-DD)',
      '5: review lacks "quote"',
      '6: nth must be 1 or more: "0"',
      '7: "remarks" must be a list',
    ],
  ])("%.60j", (matter, ...lines) => {
    const told = wrongIn({"a.md": note(matter)}).map((line) => line.replace("seeds/a.md:", ""));
    expect(told.sort()).toEqual(lines);
  });

  it("tells of the text beside it", () => {
    expect(wrongIn({"a.md": note("title: T\n", " ")})).toEqual([
      'seeds/a.md:1: front matter lacks "publisher"',
      "seeds/a.md:4: article has no text (write it below the closing ---)",
    ]);
  });

  it("names no folder as its original", () => {
    const prepare = (root: string) => mkdirSync(path.join(root, "originals/sub"), {recursive: true});
    expect(wrongIn({"a.md": note(`${cited}original: sub\n`)}, prepare)).toEqual([
      "seeds/a.md:4: original is a folder, where a file is expected: seeds/originals/sub",
    ]);
  });
});

describe("what a page says of itself", () => {
  const page = (property: string, content: string) =>
    `<head><meta property="${property}" content="${content}"></head><p>Two ships.</p>`;

  it("is one line of text, and no longer than a line", () => {
    expect(articleIn("a.html", page("og:title", "A&#7;&#10; B &amp;amp; C")).title).toBe("A B &amp; C");
    expect(articleIn("a.html", page("og:title", "x".repeat(10_000))).title).toBe(`${"x".repeat(300)}…`);
    expect(articleIn("a.html", page("og:title", `${"x".repeat(299)}😀😀`)).title).toBe(`${"x".repeat(299)}…`);
    expect(articleIn("a.html", page("og:site_name", "y".repeat(10_000))).publisher).toBe(
      `${"y".repeat(100)}…`,
    );
  });

  it("has a date of the calendar, or is told", () => {
    expect(articleIn("a.html", page("article:published_time", "2024-02-29T10:00Z")).published).toBe(
      "2024-02-29",
    );
    expect(wrongIn({"a.html": page("article:published_time", "2024-02-30T10:00Z")})).toEqual([
      'seeds/a.html: published is not a date: "2024-02-30" (write YYYY-MM-DD), says the page (Open Graph)',
    ]);
    const corrected = `---\npublished: 2024-03-01\n---\n${page("article:published_time", "2024-02-30")}`;
    expect(articleIn("a.html", corrected).published).toBe("2024-03-01");
  });

  it("is read of a page that leaves its head open, and not from a picture", () => {
    const open =
      "<html><head><title>T</title><body><svg><title>S</title></svg><p>Two <b>ships</b>.<br>Three.</html>";
    expect(articleIn("a.html", open)).toMatchObject({title: "T", text: "Two ships.\nThree."});
  });
});
