import {readFileSync} from "node:fs";
import path from "node:path";
import {parse} from "yaml";
import {filesIn} from "./siteFolder.js";

/** A fenced block of a page. */
export interface Block {
  /** The first word after the fence: js, sql, chart. */
  tag: string;
  content: string;
  /** Line of the file on which the content begins. */
  line: number;
}

export interface Page {
  file: string;
  text: string;
  matter: Record<string, unknown>;
  blocks: Block[];
  /** Returns the line of the front matter that gives a name its value; the first one if it is not found. */
  lineOf: (name: string) => number;
}

/** Returns the pages under the given folder, in the order of their names; none if it is not there. */
export function readPages(root = "src"): Page[] {
  return filesIn(root)
    .filter((name) => name.endsWith(".md"))
    .map((name) => path.posix.join(root, name))
    .map((file) => readPage(file, readFileSync(file, "utf8")));
}

/** Returns a page as its text has it. Front matter that cannot be read is none, as for Framework. */
export function readPage(file: string, text: string): Page {
  const [whole, inner] = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(text) ?? ["", ""];
  const before = text.startsWith(whole) ? whole : "";
  const skipped = before.split("\n").length - 1;
  return {
    file,
    text,
    matter: before === "" ? {} : matterOf(inner),
    blocks: blocksOf(text.slice(before.length), skipped + 1),
    lineOf(name) {
      const at = inner.split("\n").findIndex((line) => line.trimStart().startsWith(`${name}:`));
      return at < 0 ? 1 : at + 2;
    },
  };
}

function matterOf(text: string): Record<string, unknown> {
  try {
    const matter: unknown = parse(text);
    return typeof matter === "object" && matter !== null ? (matter as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function blocksOf(text: string, firstLine: number): Block[] {
  const blocks: Block[] = [];
  const lines = text.split("\n");
  for (let n = 0; n < lines.length; n++) {
    const [, fence, info] = /^ {0,3}(`{3,}|~{3,})([^`]*)$/.exec(lines[n]) ?? [];
    if (fence === undefined) continue;
    const start = n + 1;
    const closes = new RegExp(`^ {0,3}${fence[0]}{${fence.length},}\\s*$`);
    for (n = start; n < lines.length && !closes.test(lines[n]); n++);
    const isOff = /\brun=["']?false/.test(info);
    if (!isOff)
      blocks.push({
        tag: info.trim().split(/\s/)[0].toLowerCase(),
        content: lines.slice(start, n).join("\n"),
        line: firstLine + start,
      });
  }
  return blocks;
}
