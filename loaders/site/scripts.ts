import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import path from "node:path";
import {build} from "esbuild";
import {engineFile, engineFolder, engineModule, packageFrom} from "../engine.js";
import {keepCached, writeCached} from "./cache.js";
import {chartModule, chartModules} from "./chartModules.js";
import {colorProperties} from "./colorProperties.js";
import {type Definition, stateOf} from "./definitions.js";
import {engineImports} from "./engineImports.js";
import {fontFaces, standInFaces} from "./fonts.js";
import {pageSheets, version} from "./head.js";
import {noticedFiles} from "./licences.js";

/** The rows of the explorer, which are made with the pages: they stand beside its script. */
export const exploreRowsFile = "explore.arrow";

/** What drafts are held against, made with the pages too. */
export const checkedFile = "check.json";

/** The database that the explorer starts when it is asked: WebAssembly with exceptions, which every browser of today has, and its worker. */
const databaseFiles = ["duckdb-eh.wasm", "duckdb-browser-eh.worker.js"];

/** Puts the database's files where the site publishes them, and returns the bytes of what a reader waits for. */
export function publishDatabase(): number {
  const {folder} = packageFrom(engineFolder, "@duckdb/duckdb-wasm")!;
  const [wasm, worker] = databaseFiles.map((name) => readFileSync(path.join(folder, "dist", name)));
  writeCached(`lib/${databaseFiles[0]}`, wasm);
  writeCached(`lib/${databaseFiles[1]}`, worker);
  return wasm.length;
}

let making: {of: string; made: Promise<boolean>} | null = null;

/**
 * Makes what every page loads, into the cache: the icon, lib/site.css with fonts
 * and colours, and the scripts that run in the reader's browser. Those are
 * lib/theme.js and lib/interact.js for every page with lib/redraw.js for when a reader asks for another drawing, lib/desk.js for the pages of single charts,
 * lib/explore.js for the explorer, lib/check.js for drafts with lib/parser.js in a thread of its own, and lib/search.js for the search, with what they
 * load when they are asked, and for each chart lib/chart-ID.js, which draws it. Returns whether any of it changed.
 * Once for the same charts in each process: the preview starts another when code changes.
 */
export async function makeScripts(definitions: readonly Definition[]): Promise<boolean> {
  const of = stateOf(definitions);
  const isFirst = making?.of !== of;
  if (isFirst) making = {of, made: bundle(definitions)};
  return (await making!.made) && isFirst;
}

async function bundle(definitions: readonly Definition[]): Promise<boolean> {
  const common = {
    outdir: "lib",
    write: false,
    // Else it is the folder that the process was in when esbuild was loaded, which need not be the story's.
    absWorkingDir: process.cwd(),
    bundle: true,
    format: "esm",
    minify: true,
    target: "es2022",
    legalComments: "inline",
    metafile: true,
    // Paths are in the hashes: the same wherever the packages really are.
    preserveSymlinks: true,
    logLevel: "silent",
  } as const;
  // Apart from the charts: what both import would else be a file of its own, and a request on every page.
  const [theme, script, drawings] = await Promise.all([
    // No module: it runs before the page is painted.
    build({
      ...common,
      format: "iife",
      entryPoints: [{in: engineModule("src/lib/theme"), out: "theme"}],
    }),
    build({
      ...common,
      entryPoints: [
        {in: engineModule("src/lib/interact"), out: "interact"},
        {in: engineModule("src/lib/redraw"), out: "redraw"},
        {in: engineModule("src/lib/desk"), out: "desk"},
        {in: engineModule("src/lib/search"), out: "search"},
        {in: engineModule("src/lib/explore/sql/database"), out: "database"},
      ],
    }),
    build({
      ...common,
      splitting: true,
      plugins: [engineImports(), chartModules(definitions)],
      entryPoints: [
        {in: engineModule("src/lib/explore"), out: "explore"},
        {in: engineModule("src/lib/check"), out: "check"},
        {in: engineModule("src/lib/check/parserWorker"), out: "parser"},
        ...definitions.map(({chart: {id}}) => ({in: chartModule(id), out: `chart-${id}`})),
      ],
    }),
  ]);
  const files = new Map<string, string | Uint8Array>([
    ...noticedFiles(theme),
    ...noticedFiles(script),
    ...noticedFiles(drawings),
    ["explore.css", readFileSync(engineFile("src/lib/explore.css"))],
    ["check.css", readFileSync(engineFile("src/lib/check.css"))],
    ...pageSheets.map((name): [string, Uint8Array] => [
      `${name}.css`,
      readFileSync(engineFile(`src/lib/${name}.css`)),
    ]),
    ["english.bin.gz", readFileSync(engineFile("src/waybill/parse/syntax/model/english.bin.gz"))],
    ["roles.bin.gz", readFileSync(engineFile("src/waybill/parse/syntax/model/roles.bin.gz"))],
    ["icon.svg", readFileSync(engineFile("src/lib/icon.svg"))],
    ["site.css", siteCss()],
  ]);
  const hash = createHash("sha256");
  let changed = false;
  for (const [name, contents] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(name).update("\0").update(contents);
    if (writeCached(`lib/${name}`, contents)) changed = true;
  }
  keepCached("lib", new Set([...files.keys(), exploreRowsFile, checkedFile, ...databaseFiles]));
  writeCached(version, hash.digest("hex").slice(0, 8));
  return changed;
}

function siteCss(): string {
  return fontFaces("../") + standInFaces({sans: "Inter", serif: "Source Serif 4"}) + colorProperties();
}
