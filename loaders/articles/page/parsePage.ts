import {InputError} from "../../InputError.js";
import {htmlparser2, linkedom} from "./packages.js";

/** A saved page: its elements, without those that never hold text, and what its scripts and comments say of it. */
export interface Page {
  document: Document;
  /** The text of each script of JSON-LD. */
  jsonLd: string[];
  /** The address from which a browser saved it; null if it does not say. */
  savedFrom: string | null;
}

// Pages are some thirty elements deep, and what reads them takes time by the
// square of it. What is deeper stands side by side, as browsers have it too.
const deepestNested = 64;
const deepest = 1000;
// Long articles have some thousands, the longest lists of an encyclopedia ten times as many.
const most = 50_000;

const withoutText = new Set(
  "script style noscript template svg math iframe object embed canvas audio video map datalist select textarea button".split(
    " ",
  ),
);
const ofHead = new Set("title meta link base script style noscript template".split(" "));
const kept = new Set(
  "class id role hidden aria-hidden aria-label itemprop itemscope itemtype href rel name property content datetime pubdate lang type http-equiv data-testid data-component".split(
    " ",
  ),
);

/**
 * Returns the elements of an HTML page as a document with one head and one
 * body, whatever it leaves open or out. Throws an InputError for elements
 * nested 1,000 deep, or for more than 50,000 of them: that is no page to read.
 */
export function parsePage(html: string, file: string): Page {
  const {document} = linkedom().parseHTML(
    "<!doctype html><html><head></head><body></body></html>",
  ) as unknown as {document: Document};
  const {documentElement: root, head, body} = document;
  const jsonLd: string[] = [];
  let savedFrom: string | null = null;
  // The element that each open tag stands for; null where nothing in it is read.
  const open: (Element | null)[] = [];
  let script: string | null = null;
  let elements = 0;

  const parentOf = (name: string): Element | null => {
    const top = open.at(-1);
    if (top === null) return null;
    if (top !== undefined && top !== root && top !== head) return open[deepestNested] ?? top;
    return ofHead.has(name) && (top === head || body.firstChild === null) ? head : body;
  };
  const enter = (name: string, attributes: Record<string, string>): Element | null => {
    if (name === "html" || name === "body") {
      const element = name === "html" ? root : body;
      setAttributes(element, attributes);
      return element;
    }
    if (name === "head") return head;
    if (name === "script" && /^application\/ld\+json\b/i.test(attributes.type ?? "")) script = "";
    const parent = parentOf(name);
    // The title of a picture is not that of the page.
    if (parent === null || withoutText.has(name) || (name === "title" && parent !== head)) return null;
    const element = document.createElement(/^[a-z][a-z0-9-]*$/.test(name) ? name : "div");
    setAttributes(element, attributes);
    parent.appendChild(element);
    return element;
  };

  const parser = new (htmlparser2().Parser)({
    onopentag(name, attributes) {
      if (open.length >= deepest)
        throw new InputError(
          file,
          null,
          `nests elements ${deepest} deep, as no page does that can be read (save its text as .txt)`,
        );
      if (++elements > most)
        throw new InputError(
          file,
          null,
          `has more than ${most} elements, as no page of one article does (save its text as .txt)`,
        );
      open.push(enter(name, attributes));
    },
    ontext(text) {
      if (script !== null) script += text;
      else {
        const isInHead = open.at(-1) === head || open.at(-1) === root || open.length === 0;
        if (isInHead && text.trim() === "") return;
        const parent = parentOf("");
        if (parent === null) return;
        const last = parent.lastChild as Text | null;
        // Parsers give a text in pieces, one for each character reference.
        if (last?.nodeType === 3) last.data += text;
        else parent.appendChild(document.createTextNode(text));
      }
    },
    oncomment(comment) {
      savedFrom ??= /^\s*saved from url=\(\d+\)(\S+)\s*$/.exec(comment)?.[1] ?? null;
    },
    onclosetag(name) {
      open.pop();
      if (name !== "script" || script === null) return;
      jsonLd.push(script);
      script = null;
    },
  });
  parser.end(html);
  return {document, jsonLd, savedFrom};
}

function setAttributes(element: Element, attributes: Record<string, string>): void {
  for (const [name, value] of Object.entries(attributes))
    if (kept.has(name)) element.setAttribute(name, value);
  if (/(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i.test(attributes.style ?? ""))
    element.setAttribute("hidden", "");
}
