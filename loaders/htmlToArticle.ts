import {toText} from "./articles/characters.js";
import {InputError} from "./InputError.js";
import {onDemand} from "./onDemand.js";

const htmlparser = onDemand<typeof import("htmlparser2")>("htmlparser2");

const skipped = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "svg",
  "head",
  "title",
  "iframe",
  "form",
]);
const inline = new Set(
  "a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strong sub sup time u var wbr".split(
    " ",
  ),
);

// Pages are some thirty elements deep. The parser's work grows with the square of it.
const deepest = 1000;

/** What a text says of itself; null where it does not. */
export interface FoundArticle {
  text: string;
  title: string | null;
  publisher: string | null;
  published: string | null;
}

/**
 * Returns the readable text of an HTML page, one block a line, with what its
 * head says of title, publisher and date (YYYY-MM-DD); null where it does not.
 * Throws an InputError for elements nested 1,000 deep: that is no page to read.
 */
export function htmlToArticle(html: string, file: string): FoundArticle {
  const meta = new Map<string, string>();
  const parts: string[] = [];
  let title: string | null = null;
  // For each open element, whether its text is shown.
  const shown: boolean[] = [];
  const isShown = (): boolean => shown.at(-1) ?? true;
  const breakBlock = (name: string): void => {
    if (isShown() && !inline.has(name)) parts.push(name === "br" ? "\n" : "\n\n");
  };
  let inTitle = false;
  const parser = new (htmlparser().Parser)({
    onopentag(name, {property, name: key = property, content}) {
      if (shown.length >= deepest)
        throw new InputError(
          file,
          null,
          `nests elements ${deepest} deep, as no page does that can be read (save its text as .txt)`,
        );
      if (name === "meta" && key && content?.trim() && !meta.has(key)) meta.set(key, content.trim());
      if (name === "title" && title === null) {
        title = "";
        inTitle = true;
      }
      // A page may leave its head open.
      shown.push(name === "body" || (isShown() && !skipped.has(name)));
      breakBlock(name);
    },
    ontext(text) {
      if (inTitle) title += text;
      else if (isShown()) parts.push(text.replace(/\s+/g, " "));
    },
    onclosetag(name) {
      if (name !== "br") breakBlock(name);
      if (name === "title") inTitle = false;
      shown.pop();
    },
  });
  parser.end(html);
  const text = toText(parts.join(""))
    .split("\n")
    .map((line) => line.replace(/[ \t]+/g, " ").trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return {
    text,
    title: meta.get("og:title") ?? ((title as string | null)?.trim() || null),
    publisher: meta.get("og:site_name") ?? null,
    published: meta.get("article:published_time")?.match(/^\d{4}-\d{2}-\d{2}/)?.[0] ?? null,
  };
}
