import {createInterface} from "node:readline";
import type {Article} from "../src/model/figure.js";
import {InputError} from "./InputError.js";

/**
 * Yields the JSON articles of a stream, one a line: text, and if they are there
 * id, published, title, publisher and relays (a list). Throws an InputError
 * with the name of the stream and the line for what is no such article.
 */
export async function* readArticleLines(
  stream: NodeJS.ReadableStream,
  name: string,
): AsyncGenerator<Article> {
  let line = 0;
  const ids = new Set<string>();
  for await (const text of createInterface({input: stream, crlfDelay: Number.POSITIVE_INFINITY})) {
    line++;
    if (text.trim() === "") continue;
    const article = toArticle(text, name, line);
    if (ids.has(article.article_id)) throw new InputError(name, line, `id is taken: "${article.article_id}"`);
    ids.add(article.article_id);
    yield article;
  }
}

function toArticle(line: string, name: string, number: number): Article {
  let article: unknown;
  try {
    article = JSON.parse(line);
  } catch (cause) {
    throw new InputError(name, number, `is not JSON: ${(cause as Error).message}`, {cause});
  }
  const {id, text, published, title, publisher, relays} = (article ?? {}) as Record<string, unknown>;
  if (typeof text !== "string") throw new InputError(name, number, 'lacks "text"');
  const article_id = String(id ?? number);
  // Ids are joined by spaces in lists, and names by “ > ”.
  if (article_id === "") throw new InputError(name, number, "id is empty");
  if (/\s/.test(article_id)) throw new InputError(name, number, `id has a space: "${article_id}"`);
  if (
    typeof published === "string" &&
    (!/^\d{4}-\d{2}-\d{2}$/.test(published) || Number.isNaN(Date.parse(published)))
  )
    throw new InputError(name, number, `published is not a date: "${published}" (write YYYY-MM-DD)`);
  return {
    article_id,
    title: typeof title === "string" ? title : article_id,
    publisher: typeof publisher === "string" && publisher.trim() !== "" ? publisher : "unnamed publisher",
    relays: Array.isArray(relays) && relays.length > 0 ? relays.join(" > ") : null,
    tags: null,
    published: typeof published === "string" ? published : null,
    published_basis: typeof published === "string" ? "stated" : null,
    file: name,
    words: text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0,
    sha256: null,
    text,
  };
}
