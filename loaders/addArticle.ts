import {createHash} from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import type {Article} from "../src/waybill/model/figure.js";
import {toText} from "./articles/characters.js";
import {decodeText} from "./articles/decodeText.js";
import {docxText} from "./articles/docxText.js";
import {splitFrontMatter} from "./articles/frontMatter.js";
import {joinLines} from "./articles/joinLines.js";
import {htmlToArticle} from "./articles/page/htmlToArticle.js";
import {readArticle} from "./articles/readArticle.js";
import {readBytes} from "./articles/readText.js";
import {withFields} from "./articles/writeFrontMatter.js";
import {InputError, InputErrors, problemsOf} from "./InputError.js";
import {CopyIndex} from "./tables/copies.js";
import {slugOf} from "./tables/slug.js";

/** What is said of an article that is added, beside what it says itself. */
export interface AddOptions {
  title?: string | undefined;
  publisher?: string | undefined;
  author?: string | undefined;
  published?: string | undefined;
  url?: string | undefined;
  encoding?: string | undefined;
  /** Whether the file is kept as an original beside a note, which is to be written, and nothing of it is published. */
  asOriginal?: boolean | undefined;
  /** Its id, which is the name of its file; made of that of the file that is added, if it is left out. */
  id?: string | undefined;
  /** Folder of the story's articles. */
  seeds?: string;
}

export interface Added {
  article: Article;
  /** What a journalist should know of it, a line each. */
  notes: string[];
}

/**
 * Puts an article into a story's folder: a text, a Markdown file, a saved page, a
 * Word document or a PDF, in UTF-8 and with what is known of it in its front
 * matter. Returns it as it is read there. Throws what is wrong, with the file
 * that was to be added, and leaves the folder as it is: no article, an id that is
 * taken, an article that is there already, word for word.
 */
export async function addArticle(
  file: string,
  known: readonly Article[],
  options: AddOptions = {},
): Promise<Added> {
  const {
    seeds = "seeds",
    encoding,
    asOriginal = false,
    id = slugOf(path.parse(file).name),
    ...said
  } = options;
  const {source, ending, notes} = await sourceOf(file, encoding);
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
  const written = withFields(source, given, file);
  const article = readAside(written, `${id}${ending}`, file);
  const copy = copyAmong(known, article);
  if (copy?.isVerbatim) throw new InputError(file, null, `is there already: ${copy.file}`);
  const taken = existsSync(seeds)
    ? readdirSync(seeds).find((name) => path.parse(name).name.toLowerCase() === id)
    : undefined;
  if (taken)
    throw new InputError(
      file,
      null,
      `id is taken: ${seeds}/${taken} is another article (--id NAME gives it another)`,
    );
  if (copy) notes.push(`repeats ${copy.file} nearly word for word: they count as one source`);
  mkdirSync(seeds, {recursive: true});
  if (asOriginal) return keepOriginal(file, article, {seeds, id});
  const target = path.posix.join(seeds, `${id}${ending}`);
  writeFileSync(target, written);
  return {article: {...article, file: target}, notes: notes.map((note) => `${target}: ${note}`)};
}

const toBeWritten = "Write here, in your own words, what the report states.";

/** Keeps a file in originals/, which git ignores and no site has, and begins a note on it. */
function keepOriginal(file: string, article: Article, {seeds, id}: {seeds: string; id: string}): Added {
  const bytes = readBytes(file);
  const original = path.basename(file);
  const kept = path.posix.join(seeds, "originals", original);
  if (existsSync(kept) && !readFileSync(kept).equals(bytes))
    throw new InputError(file, null, `cannot be kept: ${kept} is another file (rename one of them)`);
  const {title, publisher, author, published, url} = article;
  const fields = {
    title,
    publisher,
    ...(author ? {author} : {}),
    ...(published ? {published} : {}),
    ...(url ? {url} : {}),
    original,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
  const target = path.posix.join(seeds, `${id}.md`);
  mkdirSync(path.dirname(kept), {recursive: true});
  if (path.resolve(file) !== path.resolve(kept)) copyFileSync(file, kept);
  writeFileSync(target, withFields(`${toBeWritten}\n`, fields, target));
  const note = `${target}: is the note to write; ${kept} stays on this machine`;
  return {article: {...article, file: target}, notes: [note]};
}

interface Source {
  source: string;
  ending: ".md" | ".txt" | ".html";
  notes: string[];
}

/** Returns a file as the story keeps it, whatever its name says: what it is shows in its first bytes. */
async function sourceOf(file: string, encoding: string | undefined): Promise<Source> {
  const bytes = readBytes(file);
  const head = bytes.toString("latin1", 0, 8);
  if (head.startsWith("%PDF-")) return pdfSource(bytes, file);
  if (head.startsWith("PK\x03\x04")) {
    const text = await docxText(bytes, file);
    if (text.trim() === "") throw new InputError(file, null, "has no text");
    return {source: joinLines(toText(text)), ending: ".txt", notes: []};
  }
  const [kind] = refused.find(([, start]) => head.startsWith(start)) ?? [];
  if (kind) throw new InputError(file, null, `is ${kind}: save it as .docx, PDF or text, and add that`);
  const {text, mended} = decodeText(bytes, file, encoding);
  if (text.trim() === "") throw new InputError(file, 1, "is empty");
  const notes = mended ? [`${mended} (written as UTF-8)`] : [];
  const isPage = /\.(?:x?html?|mhtml)$/i.test(file) || /^\s*<(?:!doctype html|html)\b/i.test(text);
  if (isPage) return pageSource(text, file, notes);
  return {
    source: joinBody(toText(text), file),
    ending: /\.(?:md|markdown)$/i.test(file) ? ".md" : ".txt",
    notes,
  };
}

function joinBody(source: string, file: string): string {
  const {body} = splitFrontMatter(source, file);
  return source.slice(0, source.length - body.length) + joinLines(body);
}

const refused = [
  ["an old Word or other Office file", "\xd0\xcf\x11\xe0"],
  ["a rich text file", "{\\rtf"],
  ["a picture", "\x89PNG"],
  ["a picture", "\xff\xd8\xff"],
  ["a picture", "GIF8"],
  ["a gzipped file", "\x1f\x8b"],
] as const;

async function pdfSource(bytes: Buffer, file: string): Promise<Source> {
  const {pdfText} = await quietly(() => import("./articles/pdfText.js"));
  let found: Awaited<ReturnType<typeof pdfText>>;
  try {
    found = await pdfText(bytes);
  } catch (cause) {
    const isLocked = (cause as Error).name === "PasswordException";
    throw new InputError(
      file,
      null,
      isLocked ? "is a PDF that asks for a password" : "is a PDF that cannot be read",
      {cause},
    );
  }
  if (!/\p{L}/u.test(found.text))
    throw new InputError(
      file,
      null,
      "is a PDF without text, a scan: have its letters recognised first (OCR)",
    );
  return {
    source: joinLines(toText(found.text)),
    ending: ".txt",
    notes: ["paragraphs of a PDF are guessed by their place: look them through"],
  };
}

// It warns, as it is loaded, that it cannot draw.
async function quietly<T>(load: () => Promise<T>): Promise<T> {
  const {log, warn} = console;
  console.log = console.warn = () => {};
  try {
    return await load();
  } finally {
    Object.assign(console, {log, warn});
  }
}

/** What a page says of itself is written down where it can be corrected; its date stays with the page, which says where it stands. */
function pageSource(text: string, file: string, notes: string[]): Source {
  const {body} = splitFrontMatter(text, file);
  const {title, publisher, author, url} = htmlToArticle(toText(body), file);
  const found = {title: title ?? "", publisher: publisher ?? "", author: author ?? "", url: url ?? ""};
  return {source: withFields(toText(text), found, file), ending: ".html", notes};
}

/** Returns the article that a source would be, read in a folder of its own. Throws what is wrong with it as of the file that it came from. */
function readAside(source: string, name: string, file: string): Article {
  const folder = mkdtempSync(path.join(tmpdir(), "waybill-add-"));
  try {
    writeFileSync(path.join(folder, name), source);
    return readArticle(path.join(folder, name), folder);
  } catch (error) {
    const problems = problemsOf(error).map(
      ({line, problem}) => new InputError(file, line, advised(problem), {cause: error}),
    );
    throw problems.length === 1 ? problems[0] : new InputErrors(problems);
  } finally {
    rmSync(folder, {recursive: true});
  }
}

// What an article lacks may be said beside it.
function advised(problem: string): string {
  const [, field] = /^front matter lacks "(\w+)"$/.exec(problem) ?? [];
  return field ? `${problem} (--${field} says it)` : problem;
}

function copyAmong(known: readonly Article[], article: Article): {file: string; isVerbatim: boolean} | null {
  const words = ({text}: Article): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  const same = known.find((other) => words(other) === words(article));
  if (same) return {file: same.file, isVerbatim: true};
  const index = new CopyIndex();
  const told = ({article_id, file, publisher, text}: Article) => ({
    article_id,
    file,
    publisher,
    text,
    origin: {name: null, isRelayed: false, isFirm: false},
  });
  for (const other of known) index.add(told(other));
  const found = index.add(told(article));
  return found && {file: found.file, isVerbatim: false};
}
