import {Readability} from "@mozilla/readability";
import {ParserThread} from "../../check/ParserThread.js";

/**
 * Returns the figures of a reader's own article, a text or a saved web page, read
 * by the parser of the build in a thread of its own. Throws where it states none.
 */
export async function readProse(source: string, root: URL): Promise<object[]> {
  const text = isPage(source) ? textOfPage(source) : source;
  const thread = new ParserThread(root);
  const figures = await thread.ask("figures", text).finally(() => thread.end());
  if (figures.length === 0) throw new Error("states no figure that the parser reads");
  return figures;
}

const isPage = (source: string): boolean => /^\s*(?:<!doctype|<html|<\?xml)/i.test(source);

// A page that is read so runs nothing and asks nobody.
function textOfPage(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  const article = new Readability(page.cloneNode(true) as Document).parse();
  const body = new DOMParser().parseFromString(article?.content ?? page.body.innerHTML, "text/html").body;
  const blocks = [...body.querySelectorAll("p, li, blockquote, h1, h2, h3, h4, td")].filter(
    (block) => !block.querySelector("p, li"),
  );
  return blocks.map((block) => (block.textContent ?? "").replace(/\s+/g, " ").trim()).join("\n\n");
}
