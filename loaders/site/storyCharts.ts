import {existsSync} from "node:fs";
import path from "node:path";
import {pathToFileURL} from "node:url";
import {type BuildFailure, build} from "esbuild";
import type {Chart} from "../../src/waybill/chart/Chart.js";
import {isOwnStory} from "../engine.js";
import {InputError, InputErrors} from "../InputError.js";
import {cacheFolder, writeCached} from "./cache.js";
import {engineImports} from "./engineImports.js";

/*
 * The story's own charts, those in src/charts/index.ts, if there is such a file.
 * They are read once, and anew when the preview asks for it.
 */

/** The file that lists them. */
export const chartsFile =
  ["src/charts/index.ts", "src/charts/index.js"].find((name) => existsSync(name)) ?? "src/charts/index.ts";

/** The charts that the story defines in files of their own. */
export let charts: readonly Chart[] = [];

/** What is wrong in them, where they cannot be read; then there are none. */
export let chartsProblem: InputError | null = null;

/** What tells the code of the story's charts from what it was. */
export let chartsVersion = "";

await readCharts();

/** Reads the story's charts as they are now; those of the engine's own story stay as they were. */
export async function readCharts(): Promise<void> {
  const file = chartsFile;
  [charts, chartsProblem] = [[], null];
  if (!existsSync(file)) return;
  try {
    const {charts: exported} = (await import(await moduleOf(file))) as {charts?: readonly Chart[]};
    if (!Array.isArray(exported))
      throw new InputError(file, null, "exports no list of charts (export const charts = [ … ])");
    charts = exported;
  } catch (error) {
    chartsProblem = problemIn(file, error);
  }
}

/** Returns the address of what node reads: the file itself in the engine's own repository, else one that is made of it and of what it imports. */
async function moduleOf(file: string): Promise<string> {
  if (isOwnStory()) return pathToFileURL(path.resolve(file)).href;
  const {outputFiles} = await build({
    entryPoints: [file],
    // Else it is the folder that the process was in when esbuild was loaded, which need not be the story's.
    absWorkingDir: process.cwd(),
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    logLevel: "silent",
    plugins: [engineImports({external: true})],
  });
  writeCached("charts.mjs", outputFiles[0].contents);
  chartsVersion = outputFiles[0].hash;
  const address = pathToFileURL(path.resolve(cacheFolder, "charts.mjs"));
  // Node reads a module once for each address.
  address.searchParams.set("version", chartsVersion);
  return address.href;
}

function problemIn(file: string, error: unknown): InputError {
  if (error instanceof InputError) return error;
  const {errors} = error as Partial<BuildFailure>;
  if (!errors?.length)
    return new InputError(file, null, `cannot be read: ${(error as Error).message}`, {cause: error});
  return new InputErrors(
    errors.map(
      ({text, location}) =>
        new InputError(location?.file ?? file, location?.line ?? null, `cannot be read: ${text}`, {
          cause: error,
        }),
    ),
  );
}
