import {parseHTML} from "linkedom";

const skipped = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "SVG", "HEAD", "IFRAME", "FORM"]);
const inline = new Set(
  "A ABBR B BDI BDO CITE CODE DATA DEL DFN EM FONT I INS KBD MARK Q S SAMP SMALL SPAN STRONG SUB SUP TIME U VAR WBR".split(
    " ",
  ),
);

interface HtmlNode {
  nodeType: number;
  nodeName: string;
  nodeValue: string | null;
  childNodes: Iterable<HtmlNode>;
}

/**
 * Returns the readable text of an HTML page, one block a line, with what its
 * head says of title, publisher and date (YYYY-MM-DD); null where it does not.
 */
export function htmlToArticle(html: string) {
  const {document} = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  const meta = (key: string): string | null =>
    document.querySelector(`meta[property="${key}"], meta[name="${key}"]`)?.getAttribute("content")?.trim() ||
    null;
  const parts: string[] = [];
  collect(document.body as unknown as HtmlNode, parts);
  const text = parts
    .join("")
    .split("\n")
    .map((line) => line.replace(/[ \t]+/g, " ").trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return {
    text,
    title: meta("og:title") ?? (document.querySelector("title")?.textContent?.trim() || null),
    publisher: meta("og:site_name"),
    published: meta("article:published_time")?.match(/^\d{4}-\d{2}-\d{2}/)?.[0] ?? null,
  };
}

function collect(node: HtmlNode, parts: string[]): void {
  for (const child of node.childNodes) {
    const name = child.nodeName.toUpperCase();
    if (child.nodeType === 3) parts.push((child.nodeValue ?? "").replace(/\s+/g, " "));
    else if (child.nodeType === 1 && name === "BR") parts.push("\n");
    else if (child.nodeType === 1 && !skipped.has(name)) {
      if (!inline.has(name)) parts.push("\n\n");
      collect(child, parts);
      if (!inline.has(name)) parts.push("\n\n");
    }
  }
}
