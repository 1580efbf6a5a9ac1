import path from "node:path";
import type {Article} from "../../src/waybill/model/figure.js";
import {gather, InputError, InputErrors, type Report} from "../InputError.js";
import {shorten, toLine} from "./characters.js";
import {dateProblem} from "./date.js";
import {readFrontMatter, type Split, splitFrontMatter} from "./frontMatter.js";
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

const known = new Map<string, {source: string; article: Article}>();

/**
 * Returns the article in one file; the very same one as long as the file says the
 * same. Throws an InputError with file and line if it cannot be read,
 * InputErrors if several things are wrong in it; given \`report\`, hands over what
 * is wrong in its front matter, and returns it without that. See readArticles for
 * what is checked.
 */
export function readArticle(file: string, root = path.dirname(file), report?: Report): Article {
  const source = readText(file);
  const key = path.resolve(file);
  const last = known.get(key);
  if (last?.source === source && last.article.file === file) return last.article;
  const problems: InputError[] = [];
  const article = toArticle(source, file, root, report && ((problem) => void problems.push(problem)));
  if (report) problems.forEach(report);
  // Whether an original is the one that a note names, its own file says.
  if (article.sha256 === null && problems.length === 0) known.set(key, {source, article});
  return article;
}

/** Returns the article that a file with the given text would be. Throws, and reports, as readArticle does. */
export function toArticle(
  source: string,
  file: string,
  root = path.dirname(file),
  onProblem?: Report,
): Article {
  const split = splitFrontMatter(source, file);
  const format = formatOf(file);
  const isNote = format === "note" && split.matter !== null;
  const required = isNote ? (["title", "publisher"] as const) : [];
  const {value: found, problems: inText} = gather((attempt) => {
    const found = format === "page" ? htmlToArticle(split.body, file) : plain(split.body);
    attempt(() => checkText(found.text, {title: titleIn(split, file) || found.title, split, file}));
    return found;
  });
  const {value: matter, problems: inMatter} = gather((attempt, report) => {
    const matter = readFrontMatter(split, file, {required, report: onProblem && report});
    attempt(() => checkOriginal(matter, file, root));
    if (found && !matter.values.published) attempt(() => checkFoundDate(found, file));
    return matter;
  });
  const problems = [...inText, ...inMatter];
  if (!found || !matter || inText.length > 0 || (problems.length > 0 && !onProblem))
    throw problems.length === 1 ? problems[0] : new InputErrors(problems);
  for (const problem of problems) onProblem?.(problem);
  const {values, notes} = matter;
  const {text} = found;
  const published = values.published || (dateProblem(found.published ?? "") ? null : found.published);
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

// What is wrong with it is told where it is read.
function titleIn(split: Split, file: string): string {
  return gather((_, report) => readFrontMatter(split, file, {report})).value?.values.title ?? "";
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
