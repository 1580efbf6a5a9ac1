/*
 * The site of a story, in Node:
 *
 *   import {buildSite} from "waybill/site";
 *   await buildSite({story: "stories/herring", out: "dist", url: "https://example.org/herring"});
 */
import {type ChildProcess, spawn} from "node:child_process";
import path from "node:path";
import {createInterface} from "node:readline";
import {engineModule, nodeArguments} from "../engine.js";

export {readSettings, type Settings} from "../story.js";

export interface BuildOptions {
  /** The story's folder; this one, if it is left out. */
  story?: string;
  /** Where the site goes: `dist` in the story's folder, if it is left out. */
  out?: string;
  /** Where the site will be. */
  url?: string;
  /** Path of the site on its server. */
  base?: string;
  /** Is told each line that the command prints. */
  onLine?: (line: string) => void;
}

/**
 * Builds the site of a story, in a process of its own, as `waybill build` does.
 * Rejects with what is wrong, a line each, and leaves the old site.
 */
export async function buildSite({story = ".", onLine, ...options}: BuildOptions = {}): Promise<void> {
  const given = Object.entries(options).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, name === "out" ? path.resolve(value) : String(value)],
  );
  const child = command(["--story", story, "build", ...given]);
  const problems: string[] = [];
  createInterface({input: child.stdout!}).on("line", (line) => onLine?.(line));
  createInterface({input: child.stderr!}).on("line", (line) => problems.push(line));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (code !== 0) throw new Error(problems.join("\n"));
  for (const line of problems) onLine?.(line);
}

function command(words: readonly string[]): ChildProcess {
  return spawn(process.execPath, [...nodeArguments(), engineModule("loaders/commands/waybill"), ...words], {
    stdio: ["ignore", "pipe", "pipe"],
  });
}
