import {spawn} from "node:child_process";
import {createInterface} from "node:readline";
import {stripVTControlCharacters} from "node:util";
import {engineModule, nodeArguments, packageFolder} from "../engine.js";
import {InputError, together} from "../InputError.js";

/** Returns the arguments with which node runs a command of Framework's. */
export function framework(command: "build" | "preview", ...rest: string[]): string[] {
  const observable = `${packageFolder("@observablehq/framework")}/dist/bin/observable.js`;
  return [...nodeArguments(), observable, command, "--config", engineModule("observablehq.config"), ...rest];
}

export interface PagesOptions {
  /** Where the pages are. */
  root: string;
  /** Where the built site goes. */
  output: string;
  /** Path of the site on its server. */
  base: string;
  onProgress: (done: number) => void;
}

/**
 * Builds the pages and returns how many there are. Throws InputErrors for links that lead nowhere, and an Error
 * of one line, as far as Framework has one, for whatever else stops it.
 */
export async function buildPages({root, output, base, onProgress}: PagesOptions): Promise<number> {
  const child = spawn(process.execPath, framework("build"), {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      WAYBILL_ROOT: root,
      WAYBILL_OUT: output,
      WAYBILL_BASE: base,
      OBSERVABLE_TELEMETRY_DISABLE: "true",
    },
  });
  const broken: InputError[] = [];
  const said: string[] = [];
  let pages = 0;
  createInterface({input: child.stdout}).on("line", (text) => {
    const line = stripVTControlCharacters(text);
    if (line.startsWith("render ")) onProgress(++pages);
    const link = /^↳ (\S+) → (.*)$/.exec(line);
    if (link) broken.push(new InputError(`page ${link[1]}`, null, `links to what is not there: ${link[2]}`));
  });
  createInterface({input: child.stderr}).on("line", (text) => {
    const line = stripVTControlCharacters(text);
    if (!/^Warning: (?:the output root|\d+ broken link)/.test(line)) said.push(line);
  });
  const code = await new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (c) => resolve(c ?? 1));
  });
  if (code !== 0) throw new InputError("the pages", null, `do not build: ${problemIn(said)}`);
  for (const line of said) console.error(line);
  return together((_, report) => {
    broken.forEach(report);
    return pages;
  });
}

// Framework prints what stopped it with its stack, and more than once.
function problemIn(lines: readonly string[]): string {
  const line = lines.find((text) => /\b\w*Error: /.test(text)) ?? lines.find((text) => text.trim() !== "");
  return line?.replace(/^.*?\b\w*Error: /, "").trim() ?? "Framework says nothing";
}
