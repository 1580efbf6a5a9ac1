import {createInterface} from "node:readline";
import type {Article} from "../src/waybill/model/figure.js";
import {shorten, toLine, toText} from "./articles/characters.js";
import {dateProblem} from "./articles/date.js";
import {languageOf, languageProblem} from "./articles/language.js";
import {countWords} from "./articles/readArticle.js";
import {addressProblem, webAddress} from "./articles/webAddress.js";
import {InputError, InputErrors, problemsOf} from "./InputError.js";

/**
 * Yields the JSON articles of a stream, one a line: text, and if they are there
 * id, published, title, publisher, author, url, relays (a list) and language. A
 * line that is no such article is passed over; all of them are thrown where the
 * stream ends, each as an InputError with the name of the stream and the line.
 */
export async function* readArticleLines(
  stream: NodeJS.ReadableStream,
  name: string,
): AsyncGenerator<Article> {
  let line = 0;
  const ids = new Set<string>();
  const problems: InputError[] = [];
  for await (const text of createInterface({input: stream, crlfDelay: Number.POSITIVE_INFINITY})) {
    line++;
    if (text.trim() === "") continue;
    let article: Article;
    try {
      article = toArticle(text, name, line);
      if (ids.has(article.article_id))
        throw new InputError(name, line, `id is taken: "${article.article_id}"`);
    } catch (error) {
      problems.push(...problemsOf(error));
      continue;
    }
    ids.add(article.article_id);
    yield article;
  }
  if (problems.length > 0) throw problems.length === 1 ? problems[0] : new InputErrors(problems);
}

function toArticle(line: string, name: string, number: number): Article {
  const wrong = (problem: string, cause?: unknown): InputError =>
    new InputError(name, number, problem, {cause});
  let article: unknown;
  try {
    article = JSON.parse(line);
  } catch (cause) {
    throw wrong(`is not JSON: ${toLine((cause as Error).message)}`, cause);
  }
  const {id, text, published, title, publisher, author, url, relays, language} = (article ?? {}) as Record<
    string,
    unknown
  >;
  if (typeof text !== "string") throw wrong('lacks "text"');
  if (id != null && typeof id !== "string" && typeof id !== "number")
    throw wrong(`id is no text: ${JSON.stringify(id)}`);
  const article_id = String(id ?? number);
  // Ids are joined by spaces in lists, and names by “ > ”.
  if (article_id === "") throw wrong("id is empty");
  if (/\s/.test(article_id)) throw wrong(`id has a space: "${toLine(article_id)}"`);
  if (toLine(article_id) !== article_id)
    throw wrong(`id has a character that does not show: "${toLine(article_id)}"`);
  const problem = published == null ? null : dateProblem(published);
  if (problem) throw wrong(`published ${problem}`);
  const unknown = language == null ? null : languageProblem(String(language));
  if (unknown) throw wrong(`language ${unknown}`);
  const noAddress = url == null ? null : addressProblem(String(url));
  if (noAddress) throw wrong(`url ${noAddress}`);
  const clean = toText(text);
  return {
    article_id,
    title: lineOf(title) || article_id,
    publisher: lineOf(publisher) || "unnamed publisher",
    author: lineOf(author) || null,
    relays: Array.isArray(relays) ? relays.map(lineOf).filter(Boolean).join(" > ") || null : null,
    tags: null,
    published: (published as string | null | undefined) ?? null,
    published_basis: published == null ? null : "stated",
    published_from: null,
    url: url == null ? null : webAddress(String(url)),
    language: language == null ? languageOf(clean) : Intl.getCanonicalLocales(String(language))[0],
    file: name,
    words: countWords(clean),
    sha256: null,
    text: clean,
  };
}

function lineOf(name: unknown): string {
  return typeof name === "string" ? shorten(toLine(name), 500) : "";
}
