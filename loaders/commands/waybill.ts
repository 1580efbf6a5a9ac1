#!/usr/bin/env node
/*
 * The one command. Each of its commands is a module of this folder that runs when
 * it is imported, in the story's folder and with its own arguments.
 */
import {existsSync, statSync} from "node:fs";
import {InputError} from "../InputError.js";
import {tellFailure} from "./run.js";

interface Entry {
  about: string;
  module: () => Promise<unknown>;
}

const commands: Record<string, Entry> = {
  init: {about: "begin a new story", module: () => import("./init.js")},
  start: {
    about: "make the tables, then serve the site with live preview",
    module: () => import("./preview.js"),
  },
  build: {about: "make the tables and the site", module: () => import("./build.js")},
  add: {about: "put articles into the story, whatever they are written as", module: () => import("./add.js")},
  review: {about: "go through the figures of an article", module: () => import("./review.js")},
  import: {about: "take readings of figures that were made elsewhere", module: () => import("./import.js")},
  new: {about: "begin a chart or a page", module: () => import("./new.js")},
  data: {about: "make the tables alone", module: () => import("./data.js")},
  figures: {about: "print the figures that files state", module: () => import("./figures.js")},
  check: {about: "hold a draft against the story's articles", module: () => import("./check.js")},
  diff: {about: "say which figures changed since a revision", module: () => import("./diff.js")},
  cite: {about: "say where an exported graphic comes from", module: () => import("./cite.js")},
};

const help = `
waybill COMMAND [--story FOLDER] [ARGUMENT...]

Turns news reports into sourced figures, and sourced figures into charts.

${Object.entries(commands)
  .map(([name, {about}]) => `  ${name.padEnd(8)} ${about}`)
  .join("\n")}

  --story FOLDER   the story's folder (default: this one)
  -h, --help       this help; after a command, its own`;

await main();

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  try {
    const folder = takeStory(words);
    const [name] = words;
    if (name === undefined || name === "--help" || name === "-h") {
      console.log(help.trim());
      return;
    }
    if (!Object.hasOwn(commands, name))
      throw new InputError(
        "waybill",
        null,
        `unknown command: "${name}" (have: ${Object.keys(commands).join(", ")})`,
      );
    if (folder !== null) enter(folder);
    process.argv.splice(2, process.argv.length, ...words.slice(1));
    await commands[name].module();
  } catch (error) {
    tellFailure(error);
  }
}

/** Takes the story's folder out of the arguments; null if they name none. */
function takeStory(words: string[]): string | null {
  const at = words.findIndex((word) => /^--story(?:=|$)/.test(word));
  if (at < 0) return null;
  const [word, next] = words.splice(at, words[at].includes("=") ? 1 : 2);
  const folder = word.includes("=") ? word.slice("--story=".length) : next;
  if (!folder) throw new InputError("--story", null, "names no folder");
  return folder;
}

function enter(folder: string): void {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new InputError(folder, null, "is no folder (waybill init FOLDER makes a new story)");
  process.chdir(folder);
}
