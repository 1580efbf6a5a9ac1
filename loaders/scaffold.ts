import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import path from "node:path";
import {engineFile, enginePackage} from "./engine.js";
import {InputError} from "./InputError.js";
import {slugOf} from "./tables/slug.js";

/** What was written of a new story, and what was there already. */
export interface Begun {
  made: string[];
  left: string[];
}

/**
 * Begins a story in a folder: settings, package.json, a first page, an invented
 * example article, a README. A file that is there is left as it is, but for
 * package.json, which gets what it lacks. Throws an InputError if the folder is
 * none, or its package.json cannot be read.
 */
export function beginStory(folder: string, name = titleOf(folder)): Begun {
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new InputError(folder, null, "is no folder");
  const begun: Begun = {made: [], left: []};
  const template = engineFile("loaders/commands/template");
  for (const entry of readdirSync(template, {recursive: true, withFileTypes: true})) {
    if (!entry.isFile()) continue;
    const source = path.join(entry.parentPath, entry.name);
    // npm packs no .gitignore.
    const file = path
      .relative(template, source)
      .replaceAll("\\", "/")
      .replace(/^gitignore$/, ".gitignore");
    const target = path.join(folder, file);
    if (existsSync(target)) {
      begun.left.push(file);
      continue;
    }
    mkdirSync(path.dirname(target), {recursive: true});
    writeFileSync(target, filled(readFileSync(source, "utf8"), name));
    begun.made.push(file);
  }
  (writePackage(folder) ? begun.made : begun.left).push("package.json");
  return {made: begun.made.sort(), left: begun.left.sort()};
}

/** Returns a template with the story's name put in, in quotes where it is a value of YAML and would be another one. */
function filled(template: string, name: string): string {
  return template.replace(/^(\w+: )?(.*)\{\{name\}\}/gm, (_, field = "", before: string) =>
    field && before === "" ? field + inYaml(name) : field + before + name,
  );
}

function titleOf(folder: string): string {
  const words = path
    .basename(path.resolve(folder))
    .replace(/[-_.\s]+/g, " ")
    .trim();
  return words.replace(/^./u, (letter) => letter.toUpperCase()) || "Story";
}

// A name with a colon is no plain text in YAML.
const inYaml = (text: string): string =>
  /^[\p{L}\p{N}][\p{L}\p{N} ,.’'-]*$/u.test(text) ? text : JSON.stringify(text);

const scripts = {
  start: "waybill start",
  build: "waybill build",
  data: "waybill data",
  figures: "waybill figures",
  check: "waybill check",
  diff: "waybill diff",
};

/** Writes package.json, or adds to it what it lacks. Returns whether anything was written. */
function writePackage(folder: string): boolean {
  const file = path.join(folder, "package.json");
  const own = existsSync(file)
    ? readPackage(file)
    : {name: slugOf(titleOf(folder)), private: true, type: "module"};
  const written = JSON.stringify(own);
  own.scripts = {...scripts, ...own.scripts};
  const asked = {...own.dependencies, ...own.devDependencies};
  if (!asked.waybill) own.dependencies = {...own.dependencies, waybill: engineAsked()};
  if (JSON.stringify(own) === written) return false;
  writeFileSync(file, `${JSON.stringify(own, null, 2)}\n`);
  return true;
}

interface Package {
  name?: string;
  private?: boolean;
  type?: string;
  scripts?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

function readPackage(file: string): Package {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new InputError(file, null, `is not JSON: ${(cause as Error).message}`, {cause});
  }
}

/** As what the engine is to be asked for: as here, where a package.json does; else by its version. */
function engineAsked(): string {
  const {version} = enginePackage();
  const asked = existsSync("package.json") ? readPackage("package.json").dependencies?.waybill : undefined;
  if (asked?.startsWith("file:")) return `file:${path.resolve(asked.slice("file:".length))}`;
  return asked ?? version;
}
