import {existsSync, readFileSync} from "node:fs";
import {createRequire} from "node:module";
import path from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";

/*
 * The engine and the story are two folders. The engine's is where this file is,
 * wherever it was installed; the story's is the folder that the process works in.
 * Paths of the story are written as they stand in it, those of the engine are
 * asked for here.
 */

const above = new URL("../", import.meta.url);

/** The folder that holds the engine's src/ and loaders/; a command that was bundled elsewhere is told. */
export const engineFolder = process.env.WAYBILL_ENGINE ?? fileURLToPath(above);

/** Returns the path of a file of the engine, from the story's folder: as messages and hashes have it. */
export const engineFile = (name: string): string =>
  path.relative(process.cwd(), path.join(engineFolder, name)).replaceAll("\\", "/") || ".";

const isSource = existsSync(path.join(engineFolder, "loaders/engine.ts"));

/**
 * Returns the path of a module of the engine, named without its ending: it is
 * TypeScript in the repository, and JavaScript in the package.
 */
export const engineModule = (name: string): string => engineFile(`${name}.${isSource ? "ts" : "js"}`);

/** Whether the story is the engine's own: then its charts are modules of the engine, and node reads those once. */
export const isOwnStory = (): boolean => path.resolve("src") === path.resolve(engineFile("src"));

/** Returns the arguments with which node runs a module of the engine. */
export function nodeArguments(): string[] {
  if (!isSource) return [];
  const require = createRequire(path.join(engineFolder, "package.json"));
  return ["--import", pathToFileURL(require.resolve("tsx")).href];
}

/** Conditions under which the engine's own package is found as it is worked on, for who bundles it. */
export const sourceConditions: readonly string[] = isSource ? ["waybill-source"] : [];

/** Where the words of the parser's own vocabulary are. */
export const lexiconFolder = engineFile("src/waybill/parse/lexicon");

export interface Installed {
  name: string;
  version: string;
  /** From the story's folder. */
  folder: string;
}

/** The engine's own package. */
export const enginePackage = (): Installed =>
  packageIn(engineFile(".")) ?? (packageIn(engineFile("..")) as Installed);

/** Returns the package of that name that code in a folder gets; null if there is none. */
export function packageFrom(folder: string, name: string): Installed | null {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const found = packageIn(path.relative(process.cwd(), path.join(at, "node_modules", name)));
    if (found) return found;
    if (at === path.dirname(at)) return null;
  }
}

/** Returns the folder of a package that the engine uses, from the story's. Throws if it is not installed. */
export function packageFolder(name: string): string {
  const found = packageFrom(engineFolder, name);
  if (!found) throw new Error(`package is not installed: ${name} (npm install)`);
  return found.folder;
}

/** Returns the package in a folder; null if there is none. */
export function packageIn(folder: string): Installed | null {
  try {
    const {name, version} = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
    return {name, version, folder: folder.replaceAll("\\", "/") || "."};
  } catch {
    return null;
  }
}

let installed: Map<string, Installed> | undefined;

/** Returns every package that the story or the engine can get, by name@version. npm keeps a list of what it installed where. */
export function installedPackages(): Map<string, Installed> {
  if (installed) return installed;
  installed = new Map();
  for (const start of [process.cwd(), path.resolve(engineFolder)])
    for (let at = start; ; at = path.dirname(at)) {
      const list = path.join(at, "node_modules/.package-lock.json");
      if (existsSync(list))
        for (const folder of Object.keys(JSON.parse(readFileSync(list, "utf8")).packages)) {
          const found = packageIn(path.relative(process.cwd(), path.join(at, folder)));
          if (found && !installed.has(`${found.name}@${found.version}`))
            installed.set(`${found.name}@${found.version}`, found);
        }
      if (at === path.dirname(at)) break;
    }
  const own = enginePackage();
  return installed.set(`${own.name}@${own.version}`, own);
}
