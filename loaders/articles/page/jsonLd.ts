/** What a page's JSON-LD (schema.org) says of the article in it; null where it does not. */
export interface LinkedArticle {
  headline: string | null;
  author: string | null;
  publisher: string | null;
  datePublished: string | null;
  language: string | null;
  url: string | null;
  /** The article's text, often without its paragraphs, sometimes only its beginning. */
  body: string | null;
}

type Thing = Record<string, unknown>;

const articleType = /(?:Article|Posting|Report)$/;
// A page has some dozens. What has more is no description of one article.
const mostThings = 10_000;

/**
 * Returns the article that scripts of JSON-LD describe: the one with a text if
 * several are there, else the first. Null if there is none, or nothing that is JSON.
 */
export function linkedArticle(scripts: readonly string[]): LinkedArticle | null {
  const things = scripts.flatMap((script) => thingsIn(parse(script)));
  const byId = new Map(things.filter(({name}) => name).map((thing) => [thing["@id"], thing]));
  const articles = things.filter((thing) => textsOf(thing["@type"]).some((type) => articleType.test(type)));
  const article = articles.find(({articleBody}) => typeof articleBody === "string") ?? articles[0];
  if (!article) return null;
  const namesOf = (value: unknown): string | null => {
    const names = listOf(value).map((one) => {
      if (typeof one === "string") return one;
      const thing = one as Thing;
      return first(thing.name) ?? first(byId.get(thing["@id"])?.name) ?? "";
    });
    // An address is no name.
    return [...new Set(names.filter((name) => name && !/^https?:/.test(name)))].join(", ") || null;
  };
  return {
    headline: first(article.headline) ?? first(article.name),
    author: namesOf(article.author ?? article.creator),
    publisher: namesOf(article.publisher),
    datePublished: first(article.datePublished) ?? first(article.dateCreated),
    language: first(article.inLanguage),
    url: first(article.url) ?? first(article.mainEntityOfPage) ?? idOf(article.mainEntityOfPage),
    body: first(article.articleBody),
  };
}

// Some write line breaks into strings as they are, or wrap the script for old browsers.
function parse(script: string): unknown {
  const json = script
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)/, "")
    .replace(/(?:-->|\/\/\s*\]\]>|\/\*\s*\]\]>\s*\*\/)\s*$/, "")
    .replace(/[\u0000-\u001f]/g, " ");
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function thingsIn(value: unknown): Thing[] {
  const things: Thing[] = [];
  const waiting: unknown[] = [value];
  for (let i = 0; i < waiting.length && i < mostThings; i++) {
    const one = waiting[i];
    if (typeof one !== "object" || one === null) continue;
    if (!Array.isArray(one)) things.push(one as Thing);
    for (const child of Object.values(one)) if (typeof child === "object") waiting.push(child);
  }
  return things;
}

const listOf = (value: unknown): unknown[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => one != null);
const textsOf = (value: unknown): string[] => listOf(value).filter((one) => typeof one === "string");
const first = (value: unknown): string | null => textsOf(value).find((text) => text.trim() !== "") ?? null;
const idOf = (value: unknown): string | null =>
  typeof value === "object" && value !== null ? first((value as Thing)["@id"]) : null;
