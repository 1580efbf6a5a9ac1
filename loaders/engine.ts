import {existsSync} from "node:fs";
import path from "node:path";
import {fileURLToPath} from "node:url";

/*
 * The engine and the story are two folders. The engine's is where this file is,
 * wherever it was installed; the story's is the folder that the process works in.
 * Paths of the story are written as they stand in it, those of the engine are
 * asked for here.
 */

/** The folder that holds the engine's src/ and loaders/; a command that was bundled elsewhere is told. */
export const engineFolder = process.env.WAYBILL_ENGINE ?? fileURLToPath(new URL("..", import.meta.url));

/** Returns the path of a file of the engine. */
export const engineFile = (name: string): string => path.join(engineFolder, name);

/**
 * Returns the path of a module of the engine, named without its ending: it is
 * TypeScript in the repository, and JavaScript in the package.
 */
export function engineModule(name: string): string {
  const source = engineFile(`${name}.ts`);
  return existsSync(source) ? source : engineFile(`${name}.js`);
}

/** Where the words of the parser's own vocabulary are, as it is named in messages: from the story's folder. */
export const lexiconFolder = path
  .relative(process.cwd(), engineFile("src/waybill/parse/lexicon"))
  .replaceAll("\\", "/");
