import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import path from "node:path";
import {LineCounter, parseDocument} from "yaml";
import type {Article, Caption, NotedRelation, Remark, Review} from "../src/model/figure.js";
import {htmlToArticle} from "./htmlToArticle.js";
import {type Attempt, gather, InputError, together} from "./InputError.js";

const endings = [".md", ".txt", ".html"];
const fields = [
  "title",
  "publisher",
  "relays",
  "tags",
  "published",
  "published_basis",
  "original",
  "sha256",
] as const;
const lists = ["review", "remarks", "relations", "events"] as const;

/**
 * Returns the articles in the given folder of seeds, in the order of their
 * ids. Each is one .md, .txt or .html file; its id is the file's name without
 * the ending. A note on somebody else's report must cite it in its front
 * matter (title, publisher); a full text may leave both to be read from the
 * text. Where `originals/` holds the file a note names, its SHA-256 is checked.
 *
 * Throws an InputError that names file and line if a seed cannot be read;
 * InputErrors with all of them if several cannot.
 */
export function readArticles(root = "seeds"): Article[] {
  return together((attempt) => articlesIn(root, attempt));
}

/** Returns the articles that can be read, as readArticles does, beside what is wrong with the others. */
export function collectArticles(root = "seeds"): {articles: Article[]; problems: InputError[]} {
  const {value = [], problems} = gather((attempt) => articlesIn(root, attempt));
  return {articles: value, problems};
}

function articlesIn(root: string, attempt: Attempt): Article[] {
  const articles = new Map<string, Article>();
  for (const name of readdirSync(root).sort()) {
    if (name.startsWith(".") || !endings.includes(path.extname(name))) continue;
    attempt(() => {
      if (/[\s:]/.test(name))
        throw new InputError(
          path.posix.join(root, name),
          null,
          "has a space or colon in its name (ids are joined by spaces)",
        );
      const article = readArticle(path.posix.join(root, name), root);
      const other = articles.get(article.article_id);
      if (other)
        throw new InputError(
          article.file,
          1,
          `article id is taken: "${article.article_id}" is also ${other.file} (rename one of them)`,
        );
      articles.set(article.article_id, article);
    });
  }
  return [...articles.values()];
}

/** Returns the article in one file. See readArticles for what is checked. */
export function readArticle(file: string, root = path.dirname(file)): Article {
  const source = readText(file);
  const {matter, body, bodyLine} = splitFrontMatter(source, file);
  const {values, lineOf, items} = readFrontMatter(matter, file);
  const isHtml = path.extname(file) === ".html";
  const found = isHtml ? htmlToArticle(body) : {text: body, title: null, publisher: null, published: null};
  if (!/[\p{L}\p{N}]/u.test(found.text)) throw new InputError(file, bodyLine, "article has no text");
  const isNote = path.extname(file) === ".md" && matter !== null;
  for (const field of ["title", "publisher"] as const)
    if (isNote && !values[field]) throw new InputError(file, 1, `front matter lacks "${field}"`);
  const published = values.published ?? found.published;
  if (published != null && !isDate(published))
    throw new InputError(
      file,
      lineOf("published"),
      `published is not a date: "${published}" (write YYYY-MM-DD)`,
    );
  const publishedBasis = values.published_basis ?? (published ? "stated" : null);
  if (publishedBasis !== null && publishedBasis !== "stated" && publishedBasis !== "inferred")
    throw new InputError(
      file,
      lineOf("published_basis"),
      `unknown published_basis: "${publishedBasis}" (have: stated, inferred)`,
    );
  checkOriginal(file, root, values.original ?? null, values.sha256 ?? null, lineOf);
  return {
    article_id: path.basename(file, path.extname(file)),
    title: values.title ?? found.title ?? firstLine(found.text),
    publisher: values.publisher ?? found.publisher ?? "unnamed publisher",
    relays: values.relays ?? null,
    tags: toTags(values.tags, file, lineOf),
    published: published ?? null,
    published_basis: publishedBasis,
    file,
    words: found.text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0,
    sha256: values.sha256 ?? null,
    text: found.text,
    ...(items.review.length > 0 ? {review: items.review.map((item) => toReview(item, file))} : {}),
    ...(items.remarks.length > 0 ? {remarks: items.remarks.map((item) => toRemark(item, file))} : {}),
    ...(items.relations.length > 0 ? {relations: items.relations.map((item) => toRelation(item, file))} : {}),
    ...(items.events.length > 0 ? {captions: items.events.map((item) => toCaption(item, file))} : {}),
  };
}

// Lower case and hyphens: a tag is a name in code, and tags are joined by spaces.
function toTags(tags: string | undefined, file: string, lineOf: (field: string) => number): string | null {
  if (tags === undefined) return null;
  const names = tags.split(" > ");
  const wrong = names.find((name) => !/^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u.test(name));
  if (wrong !== undefined)
    throw new InputError(
      file,
      lineOf("tags"),
      `not a tag: "${wrong}" (write lower-case words joined by hyphens)`,
    );
  return [...new Set(names)].sort().join(" ");
}

function readText(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new InputError(file, null, `cannot be read: ${(cause as NodeJS.ErrnoException).code ?? cause}`, {
      cause,
    });
  }
  let source: string;
  try {
    source = new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch (cause) {
    throw new InputError(file, lineOfInvalidByte(bytes), "is not UTF-8 text", {cause});
  }
  if (source.trim() === "") throw new InputError(file, 1, "is empty");
  return source;
}

function lineOfInvalidByte(bytes: Buffer): number {
  const decoder = new TextDecoder("utf-8", {fatal: true});
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
    line++;
  }
  return line;
}

function splitFrontMatter(source: string, file: string) {
  const opening = /^---[ \t]*\r?\n/.exec(source);
  if (!opening) return {matter: null, body: source, bodyLine: 1};
  const rest = source.slice(opening[0].length);
  const closing = /^---[ \t]*(?:\r?\n|$)/m.exec(rest);
  if (!closing) throw new InputError(file, 1, "front matter is not closed (end it with a line ---)");
  const matter = rest.slice(0, closing.index);
  const body = rest.slice(closing.index + closing[0].length);
  return {matter, body, bodyLine: 2 + matter.split("\n").length};
}

function readFrontMatter(matter: string | null, file: string) {
  const lines = new LineCounter();
  const document = parseDocument(matter ?? "", {lineCounter: lines, schema: "failsafe"});
  const [error] = document.errors;
  if (error)
    throw new InputError(
      file,
      lines.linePos(error.pos[0]).line + 1,
      `broken front matter: ${error.message.split("\n")[0].replace(/ at line \d+, column \d+:?$/, "")}`,
    );
  let raw: object;
  try {
    raw = document.toJS() ?? {};
  } catch (cause) {
    throw new InputError(file, 2, `broken front matter: ${(cause as Error).message.split("\n")[0]}`, {cause});
  }
  if (typeof raw !== "object" || Array.isArray(raw))
    throw new InputError(file, 2, "broken front matter: expected lines of the form name: value");
  const lineOf = (field: string): number => {
    const at = (matter ?? "").split("\n").findIndex((line) => line.startsWith(`${field}:`));
    return at < 0 ? 1 : at + 2;
  };
  const values: Partial<Record<(typeof fields)[number], string>> = {};
  const items: Record<(typeof lists)[number], Item[]> = {
    review: [],
    remarks: [],
    relations: [],
    events: [],
  };
  for (const [name, value] of Object.entries(raw)) {
    const list = lists.find((l) => l === name);
    if (list) {
      if (value == null || value === "") continue;
      if (!Array.isArray(value)) throw new InputError(file, lineOf(name), `"${name}" must be a list`);
      const nodes = (document.get(name) as {items?: {range?: [number, number, number]}[]}).items ?? [];
      items[list] = value.map((cells: unknown, n) => {
        const line = lines.linePos(nodes[n]?.range?.[0] ?? 0).line + 1;
        if (typeof cells !== "object" || cells === null || Array.isArray(cells))
          throw new InputError(file, line, `each ${name} must have lines of the form name: value`);
        return {cells: cells as Record<string, string>, line};
      });
      continue;
    }
    const field = fields.find((f) => f === name);
    if (!field)
      throw new InputError(
        file,
        lineOf(name),
        `unknown front matter field: "${name}" (have: ${[...fields, ...lists].join(", ")})`,
      );
    if (value == null || value === "") continue;
    if (Array.isArray(value)) {
      const names = value.map((name) => String(name).trim()).filter(Boolean);
      if (names.length > 0) values[field] = names.join(" > ");
    } else if (typeof value === "object")
      throw new InputError(file, lineOf(name), `"${name}" must be one line of text`);
    else values[field] = String(value);
  }
  return {values, lineOf, items};
}

interface Item {
  cells: Record<string, string>;
  line: number;
}

function toReview({cells: {quote, nth = "1", ...cells}, line}: Item, file: string): Review {
  if (typeof quote !== "string" || quote === "") throw new InputError(file, line, 'review lacks "quote"');
  const count = toNth(nth, file, line);
  for (const [name, value] of Object.entries(cells))
    if (typeof value !== "string") throw new InputError(file, line, `"${name}" must be one line of text`);
  return {quote, nth: count, cells, line};
}

function toRemark(item: Item, file: string): Remark {
  const {kind, what, quote, against} = cellsOf(
    item,
    {name: "remark", required: ["kind", "what", "quote"], optional: ["against"]},
    file,
  );
  return {kind, what, quote, against, line: item.line};
}

function toRelation(item: Item, file: string): NotedRelation {
  const {nth, ...cells} = cellsOf(
    item,
    {
      name: "relation",
      required: ["quote", "kind", "from", "to"],
      optional: ["nth", "from_kind", "to_kind", "via", "thing", "goods", "status", "origin", "destination"],
    },
    file,
  );
  return {...cells, nth: toNth(nth ?? "1", file, item.line), line: item.line};
}

function toCaption(item: Item, file: string): Caption {
  const {quote, what, nth} = cellsOf(
    item,
    {name: "event", required: ["quote", "what"], optional: ["nth"]},
    file,
  );
  if (/\p{N}/u.test(what))
    throw new InputError(
      file,
      item.line,
      `what has a number: "${what}" (say what happened; numbers come from figures)`,
    );
  return {quote, nth: toNth(nth ?? "1", file, item.line), what, line: item.line};
}

// The cells of an item by name: those that must be there are, the others are null where they are not.
function cellsOf<R extends string, O extends string>(
  {cells, line}: Item,
  {name, required, optional}: {name: string; required: readonly R[]; optional: readonly O[]},
  file: string,
): Record<R, string> & Record<O, string | null> {
  const all: readonly string[] = [...required, ...optional];
  for (const field of required)
    if (cells[field] == null || cells[field] === "")
      throw new InputError(file, line, `${name} lacks "${field}"`);
  for (const [field, value] of Object.entries(cells)) {
    if (!all.includes(field))
      throw new InputError(file, line, `unknown field in ${name}: "${field}" (have: ${all.join(", ")})`);
    if (typeof value === "object" && value !== null)
      throw new InputError(file, line, `"${field}" must be one line of text`);
  }
  return Object.fromEntries(
    all.map((field) => [field, field in cells ? String(cells[field] ?? "") : null]),
  ) as Record<R, string> & Record<O, string | null>;
}

function toNth(nth: string, file: string, line: number): number {
  if (!/^[1-9]\d*$/.test(nth)) throw new InputError(file, line, `nth must be 1 or more: "${nth}"`);
  return Number(nth);
}

function checkOriginal(
  file: string,
  root: string,
  original: string | null,
  sha256: string | null,
  lineOf: (field: string) => number,
): void {
  if (sha256 !== null && !/^[0-9a-f]{64}$/.test(sha256))
    throw new InputError(
      file,
      lineOf("sha256"),
      `sha256 is not 64 hexadecimal digits: "${sha256.slice(0, 80)}"`,
    );
  if (original === null) return;
  if (path.basename(original) !== original)
    throw new InputError(file, lineOf("original"), `original must be a file name: "${original}"`);
  const originalFile = path.join(root, "originals", original);
  if (sha256 === null || !existsSync(originalFile)) return;
  const actual = createHash("sha256").update(readFileSync(originalFile)).digest("hex");
  if (actual !== sha256)
    throw new InputError(
      file,
      lineOf("sha256"),
      `sha256 does not match ${originalFile}: note says ${sha256.slice(0, 12)}…, file has ${actual.slice(0, 12)}…`,
    );
}

function isDate(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
}

function firstLine(text: string): string {
  return (/\S.*/.exec(text)?.[0] ?? "").replace(/^#+\s*/, "").slice(0, 200);
}
