import {toText} from "../characters.js";
import {lettersIn, markBlocks} from "./blocks.js";
import {chooseBlocks} from "./chooseBlocks.js";
import {parsePage} from "./parsePage.js";
import {type Metadata, readMetadata} from "./readMetadata.js";
import {removeFurniture} from "./removeFurniture.js";

/** What a saved page says: its article's text, and what it says of it. */
export interface FoundArticle extends Omit<Metadata, "body"> {
  text: string;
}

/**
 * Returns the article in an HTML page: its text, one block a line, without
 * captions, teasers and other furniture, and what its metadata say of title,
 * author, publisher, date, language and address; null where they do not. Throws
 * an InputError for elements nested 1,000 deep, or for more than 50,000 of them.
 *
 * @example
 * htmlToArticle("<nav>9 stories</nav><p>It sold 40 vans.</p>", "a.html").text; // "It sold 40 vans."
 */
export function htmlToArticle(html: string, file: string): FoundArticle {
  const page = parsePage(html, file);
  const {body, ...metadata} = readMetadata(page);
  removeFurniture(page.document.body, metadata.title);
  const blocks = markBlocks(page.document.body);
  const chosen = chooseBlocks(blocks, page.document, body)
    .map((block) => block.text)
    .join("\n\n");
  // A script makes the page, or shows more of it to subscribers.
  const isEmpty = body !== null && lettersIn(body) > 250 && lettersIn(chosen) < lettersIn(body) / 3;
  return {...metadata, text: toText(isEmpty ? linesOf(body) : chosen)};
}

// Some have the paragraphs as elements, some as lines.
function linesOf(body: string): string {
  return body
    .replace(/<(?:br|\/?p|\/?div|\/?h\d|\/?li)\b[^>]*>/gi, "\n")
    .replace(/<[^>]*>/g, "")
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter(Boolean)
    .join("\n\n");
}
