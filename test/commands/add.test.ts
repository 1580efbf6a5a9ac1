import {readdirSync, readFileSync} from "node:fs";
import path from "node:path";
import PDFDocument from "pdfkit";
import {describe, expect, it} from "vitest";
import {addArticle} from "../../loaders/addArticle.js";
import {decodeText} from "../../loaders/articles/decodeText.js";
import {readArticles} from "../../loaders/articles.js";
import {temporaryFolder} from "../temporary.js";
import {storedZip} from "./storedZip.js";

const text = "The yard at Nordhamn sold 40 crates for £3 million in May 2021 – “a record”, says Åsa Berg.\n";

const add = async (files: Record<string, string | Uint8Array>, name: string, options = {}) => {
  const folder = temporaryFolder(files);
  const seeds = path.join(folder, "seeds");
  const known = readdirSync(folder).includes("seeds") ? readArticles(seeds) : [];
  return addArticle(path.join(folder, name), known, {...options, seeds});
};

const failure = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "nothing was wrong",
    (error: Error) => error.message.replace(/\S*\/waybill-[^/]+\//g, ""),
  );

const word = (body: string): Buffer =>
  storedZip({
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels":
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  });

function pdf(pages: readonly string[][]): Promise<Buffer> {
  const document = new PDFDocument({autoFirstPage: false});
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  for (const [n, paragraphs] of pages.entries()) {
    document.addPage({size: "A5"});
    document.fontSize(8).text("The Harbour Bulletin", 40, 20);
    document.fontSize(11);
    document.y = 60;
    for (const paragraph of paragraphs) document.text(paragraph, 40).moveDown(1);
    document.fontSize(8).text(`Page ${n + 1}`, 200, 540, {lineBreak: false});
  }
  document.end();
  return new Promise((resolve) => document.on("end", () => resolve(Buffer.concat(chunks))));
}

describe("decodeText(bytes, file, encoding)", () => {
  const inUtf16 = (swapped: boolean): Buffer => {
    const bytes = Buffer.from(text, "utf16le");
    return swapped ? bytes.swap16() : bytes;
  };
  const byte = (letters: Record<string, number>): Buffer =>
    Buffer.from([...text].map((letter) => letters[letter] ?? letter.charCodeAt(0)));
  const windows = byte({"–": 0x96, "“": 0x93, "”": 0x94});

  it.each<[what: string, bytes: Buffer, encoding: string]>([
    ["UTF-8", Buffer.from(text), "utf-8"],
    ["UTF-8 with its mark", Buffer.from(`\ufeff${text}`), "utf-8"],
    ["UTF-16 with its mark", Buffer.concat([Buffer.from([0xff, 0xfe]), inUtf16(false)]), "utf-16le"],
    ["UTF-16, the other end first", Buffer.concat([Buffer.from([0xfe, 0xff]), inUtf16(true)]), "utf-16be"],
    ["UTF-16 without a mark", inUtf16(false), "utf-16le"],
    ["windows-1252", windows, "windows-1252"],
  ])("reads %s", (_, bytes, encoding) => {
    const read = decodeText(bytes, "a.txt");
    expect(read).toMatchObject({text, encoding});
    expect(read.mended === null).toBe(encoding === "utf-8");
  });

  it("takes a page at its word, and the one who asks before it", () => {
    const page = Buffer.from('<html><meta charset="iso-8859-2"><p>\xb3\xf3d\xbc 40 ton</p>', "latin1");
    expect(decodeText(page, "a.html").text).toContain("łódź");
    expect(decodeText(page, "a.html", "windows-1251").text).toContain("іуdј");
    expect(() => decodeText(page, "a.html", "klingon")).toThrow('a.html: --encoding is unknown: "klingon"');
  });

  it("mends what was read in the wrong encoding once before, and leaves letters that are meant", () => {
    expect(decodeText(Buffer.from("Itâ€™s 40 crates from CÃ³rdoba"), "a.txt")).toMatchObject({
      text: "It’s 40 crates from Córdoba",
      mended: "had letters that were read in the wrong encoding",
    });
    for (const meant of ["Ângela pâté 40", "São João â 3", "Ã 4 crates"])
      expect(decodeText(Buffer.from(meant), "a.txt").text).toBe(meant);
  });
});

describe("addArticle(file, known, options)", () => {
  it("takes a text, with what is said of it in its front matter", async () => {
    const {article, notes} = await add({"The Yard.txt": text}, "The Yard.txt", {
      publisher: "The Quay: a weekly",
      published: "2021-06-01",
    });
    expect(article).toMatchObject({
      article_id: "the-yard",
      publisher: "The Quay: a weekly",
      published: "2021-06-01",
      text: expect.stringContaining("40 crates"),
    });
    expect(notes).toEqual([]);
    expect(readFileSync(article.file, "utf8")).toBe(
      `---\npublisher: "The Quay: a weekly"\npublished: 2021-06-01\n---\n${text}`,
    );
    expect(readArticles(path.dirname(article.file))).toHaveLength(1);
  });

  it("replaces what a note says by what is said now", async () => {
    const note = `---\ntitle: T\npublisher: Old\ntags:\n  - yards\n---\n${text}`;
    const {article} = await add({"a.md": note}, "a.md", {publisher: "New"});
    expect(readFileSync(article.file, "utf8")).toBe(note.replace("Old", "New"));
  });

  it("takes a saved page, and writes down what it says of itself", async () => {
    const page = `<!doctype html><html lang="en"><head><meta property="og:site_name" content="The Quay"><meta property="article:published_time" content="2021-06-01T08:00"><meta name="author" content="B. Ek"><title>A record | The Quay</title><link rel="canonical" href="https://example.org/yard"></head><body><nav>12 stories</nav><article><h1>A record</h1><p>${text}</p><p>It had sold 31 crates in May 2020, and expects to sell more than 50 in the year that follows.</p></article></body></html>`;
    const {article} = await add({"saved.htm": page}, "saved.htm");
    expect(article).toMatchObject({
      title: "A record",
      publisher: "The Quay",
      author: "B. Ek",
      published: "2021-06-01",
      published_from: "Open Graph",
      url: "https://example.org/yard",
    });
    expect(path.basename(article.file)).toBe("saved.html");
    expect(readFileSync(article.file, "utf8")).toMatch(
      /^---\ntitle: A record\npublisher: The Quay\nauthor: B\. Ek\nurl: /,
    );
  });

  it("takes a Word document, whatever its name", async () => {
    const body =
      "<w:p><w:r><w:t>A record</w:t></w:r></w:p><w:p><w:r><w:t>It sold 40 crates.</w:t></w:r></w:p>";
    const {article} = await add({"a.bin": word(body)}, "a.bin", {publisher: "P"});
    expect(article.text.trim()).toBe("A record\n\nIt sold 40 crates.");
    expect(path.basename(article.file)).toBe("a.txt");
  });

  it("takes the text of a PDF, in paragraphs, without what stands on every page", async () => {
    const long =
      "The yard at Nordhamn sold 40 crates for 3 million kroner in May 2021, and says that it will sell more than 50 in the year that follows, for its new hall is ready and the ice is gone.";
    const pages = [
      [long, "A second paragraph has 12 boats."],
      ["A third one has 7 boats."],
      ["The last has 9."],
    ];
    const {article, notes} = await add({"a.pdf": await pdf(pages)}, "a.pdf", {publisher: "P"});
    expect(article.text.trim().split("\n\n")).toEqual([
      long,
      "A second paragraph has 12 boats.",
      "A third one has 7 boats.",
      "The last has 9.",
    ]);
    expect(notes).toEqual([expect.stringContaining("paragraphs of a PDF are guessed")]);
  });

  it("tells of what is there already, as it is or nearly", async () => {
    const long = Array.from(
      {length: 40},
      (_, i) => `Boat ${i} brought herring number ${i * 7} to the quay.`,
    ).join(" ");
    const seeds = {"seeds/old.md": `---\ntitle: T\npublisher: P\n---\n${long}\n`};
    expect(await failure(add({...seeds, "new.txt": `${long}\n`}, "new.txt"))).toBe(
      "new.txt: is there already: seeds/old.md",
    );
    expect(await failure(add({...seeds, "old.txt": text}, "old.txt"))).toBe(
      "old.txt: id is taken: seeds/old.md is another article (--id NAME gives it another)",
    );
    const {article, notes} = await add({...seeds, "old.txt": `${long} Nobody knows why.`}, "old.txt", {
      id: "newer",
      publisher: "Q",
    });
    expect(article.article_id).toBe("newer");
    expect(notes[0]).toMatch(/repeats \S*seeds\/old\.md nearly word for word/);
  });

  it.each<[what: string, name: string, content: string | Uint8Array, problem: string]>([
    [
      "a picture",
      "a.txt",
      Buffer.from("\x89PNG\r\n", "latin1"),
      "a.txt: is a picture: save it as .docx, PDF or text, and add that",
    ],
    ["nothing", "a.txt", "  \n", "a.txt:1: is empty"],
    [
      "a note without a publisher",
      "a.md",
      "---\ntitle: T\n---\nIt sold 40 crates.\n",
      'a.md:1: front matter lacks "publisher" (--publisher says it)',
    ],
    [
      "a zipped file that is no document",
      "a.docx",
      storedZip({"a.txt": "x"}),
      "a.docx: is a zipped file, and no Word document",
    ],
    ["half a PDF", "a.pdf", "%PDF-1.7\nx", "a.pdf: is a PDF that cannot be read"],
    ["a title alone", "a.txt", "The yard\n", "a.txt:1: article has a title and no text"],
  ])("refuses %s, and leaves the folder as it is", async (_, name, content, problem) => {
    const folder = temporaryFolder({[name]: content});
    const seeds = path.join(folder, "seeds");
    expect(await failure(addArticle(path.join(folder, name), [], {seeds}))).toBe(problem);
    expect(readdirSync(folder)).toEqual([name]);
  });
});

describe("addArticle(file, known, {asOriginal})", () => {
  it("keeps the file in originals/ and begins a note on it, which states none of its words", async () => {
    const page = `Yard sells crates\n\n${text}`;
    const {article, notes} = await add({"report.txt": page}, "report.txt", {
      asOriginal: true,
      title: "Yard sells crates",
      publisher: "The Bulletin",
      published: "2021-06-01",
    });
    const seeds = path.dirname(article.file);
    expect(readdirSync(seeds).sort()).toEqual(["originals", "report.md"]);
    expect(readFileSync(path.join(seeds, "originals/report.txt"), "utf8")).toBe(page);
    const note = readFileSync(article.file, "utf8");
    expect(note).toContain("original: report.txt");
    expect(note).not.toContain("40 crates");
    expect(notes[0]).toContain("is the note to write");
    const [read] = readArticles(seeds);
    expect(read).toMatchObject({
      title: "Yard sells crates",
      publisher: "The Bulletin",
      published: "2021-06-01",
    });
  });
});
