import {readFileSync} from "node:fs";
import {docsPages} from "../../loaders/site/docs.js";

/** A fenced block of the docs, outermost fences alone. */
export interface DocsBlock {
  page: string;
  /** Line of the page on which its fence stands. */
  line: number;
  tag: string;
  content: string;
  /** The file that the paragraph right before it names, if that ends in a colon. */
  file: string | null;
}

/** Returns the files of the docs, in the order in which their first page names them. */
export function docsFiles(): string[] {
  const index = "src/docs/index.md";
  const pages = docsPages(readFileSync(index, "utf8")).map(({path}) => `src${path}.md`);
  return [index, ...pages];
}

/** Returns all blocks of a page, in their order. */
export function blocksOf(page: string, text = readFileSync(page, "utf8")): DocsBlock[] {
  const blocks: DocsBlock[] = [];
  const lines = text.split("\n");
  for (let n = 0; n < lines.length; n++) {
    const [, fence, info] = /^(`{3,})([^`]*)$/.exec(lines[n]) ?? [];
    if (fence === undefined) continue;
    const start = n + 1;
    for (n = start; n < lines.length && lines[n] !== fence; n++);
    blocks.push({
      page,
      line: start,
      tag: info.trim().split(" ")[0],
      content: lines.slice(start, n).join("\n"),
      file: fileNamed(lines.slice(0, start - 1)),
    });
  }
  return blocks;
}

function fileNamed(before: readonly string[]): string | null {
  const end = before.findLastIndex((line) => line.trim() !== "");
  const paragraph = before[end] ?? "";
  if (!paragraph.endsWith(":")) return null;
  const named = [...paragraph.matchAll(/`([\w/-]+\.\w+)`/g)].map(([, file]) => file);
  // NAME.json stands for any name.
  return named.filter((file) => !/^[A-Z]+\./.test(file)).at(-1) ?? null;
}

/** Returns the commands of a block of shell lines, each as its words; what stands behind # is a comment. */
export function commandsIn({content}: Pick<DocsBlock, "content">): string[][] {
  return content
    .replace(/\\\n\s*/g, " ")
    .split("\n")
    .flatMap((line) => line.replace(/\s+#.*$/, "").split("&&"))
    .map((line) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain))
    .filter((words) => words.length > 0);
}
