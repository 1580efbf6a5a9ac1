import path from "node:path";
import type {Article} from "../../src/waybill/model/figure.js";
import {InputError, together} from "../InputError.js";
import {shorten, toLine} from "./characters.js";
import {dateProblem} from "./date.js";
import {type FrontMatter, readFrontMatter, type Split, splitFrontMatter} from "./frontMatter.js";
import {idOf} from "./id.js";
import {languageOf} from "./language.js";
import {checkOriginal} from "./original.js";
import {type FoundArticle, htmlToArticle} from "./page/htmlToArticle.js";
import {readText} from "./readText.js";
import {webAddress} from "./webAddress.js";

/** What an article can be written as, by the ending of its file's name. */
export const formats: Readonly<Record<string, "note" | "text" | "page">> = {
  ".md": "note",
  ".markdown": "note",
  ".txt": "text",
  ".html": "page",
  ".htm": "page",
};

/** Returns what an article's file is written as; null if its name has no ending of an article's. */
export function formatOf(file: string): "note" | "text" | "page" | null {
  return formats[path.extname(file).toLowerCase()] ?? null;
}

/**
 * Returns the article in one file. Throws an InputError with file and line if
 * it cannot be read, InputErrors if several things are wrong in it. See
 * readArticles for what is checked.
 */
export function readArticle(file: string, root = path.dirname(file)): Article {
  return toArticle(readText(file), file, root);
}

/** Returns the article that a file with the given text would be. Throws as readArticle does. */
export function toArticle(source: string, file: string, root = path.dirname(file)): Article {
  const split = splitFrontMatter(source, file);
  const format = formatOf(file);
  const isNote = format === "note" && split.matter !== null;
  const {matter, found} = together((attempt) => {
    const matter = attempt(() => readFrontMatter(split, file, isNote ? ["title", "publisher"] : []));
    const found = attempt(() => (format === "page" ? htmlToArticle(split.body, file) : plain(split.body)));
    if (matter) attempt(() => checkOriginal(matter, file, root));
    if (found)
      attempt(() => checkText(found.text, {title: matter?.values.title || found.title, split, file}));
    if (found && !matter?.values.published) attempt(() => checkFoundDate(found, file));
    return {matter, found} as {matter: FrontMatter; found: FoundArticle};
  });
  const {values, notes} = matter;
  const {text} = found;
  const published = values.published || found.published;
  return {
    article_id: idOf(file),
    title: values.title || shorten(toLine(found.title ?? firstLine(text)), longestTitle),
    publisher: values.publisher || shorten(toLine(found.publisher ?? ""), longestName) || "unnamed publisher",
    author: values.author || shorten(toLine(found.author ?? ""), longestName) || null,
    relays: values.relays || null,
    tags: values.tags ? [...new Set(values.tags.split(" "))].sort().join(" ") : null,
    published,
    published_basis: (values.published_basis as Article["published_basis"]) || (published ? "stated" : null),
    published_from: values.published ? null : found.publishedFrom,
    url: values.url ? webAddress(values.url) : found.url,
    language: values.language
      ? Intl.getCanonicalLocales(values.language)[0]
      : languageOf(text, found.language),
    file,
    words: countWords(text),
    sha256: values.sha256 || null,
    text,
    ...notes,
  };
}

const longestTitle = 300;
const longestName = 100;

/** Returns the number of words in a text, numbers among them. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

function plain(text: string): FoundArticle {
  return {
    text,
    title: null,
    author: null,
    publisher: null,
    published: null,
    publishedFrom: null,
    language: null,
    url: null,
  };
}

function checkFoundDate({published, publishedFrom}: FoundArticle, file: string): void {
  const problem = published === null ? null : dateProblem(published);
  if (problem) throw new InputError(file, null, `published ${problem}, says the page (${publishedFrom})`);
}

function checkText(
  text: string,
  {title, split, file}: {title: string | null; split: Split; file: string},
): void {
  const wrong = (problem: string): InputError => new InputError(file, split.bodyLine, problem);
  if (!/[\p{L}\p{N}]/u.test(text))
    throw wrong(
      split.matter === null ? "article has no text" : "article has no text (write it below the closing ---)",
    );
  if (!/\p{L}/u.test(text)) throw wrong("article has numbers and no words");
  const [line, ...more] = text.split("\n").filter((each) => /\S/.test(each));
  if (more.length > 0) return;
  const isHeading = /^\s*#/.test(line) || toLine(line) === title;
  // “40 crates” states a figure, “Two ships.” is a sentence.
  const isName = title === null && !/\p{N}|[\p{Po}\p{Pf}\p{Pe}"]\s*$/u.test(line);
  if (isHeading || isName) throw wrong("article has a title and no text");
}

function firstLine(text: string): string {
  return (/\S.*/.exec(text)?.[0] ?? "").replace(/^#+\s*/, "");
}
