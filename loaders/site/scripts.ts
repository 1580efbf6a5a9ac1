import {createHash} from "node:crypto";
import {build} from "esbuild";
import {charts} from "../../src/charts/index.js";
import {keepCached, readCached, writeCached} from "./cache.js";

const version = "lib.version";

let making: Promise<boolean> | null = null;

/**
 * Bundles what runs in the reader's browser into the cache: lib/interact.js,
 * which every page loads, lib/desk.js for the pages of single charts, and for each chart lib/chart-ID.js, which is loaded
 * when a reader asks for another drawing. Returns whether any of it changed.
 * Once for each process: the preview starts another when code changes.
 */
export async function makeScripts(): Promise<boolean> {
  const isFirst = making === null;
  making ??= bundle();
  return (await making) && isFirst;
}

async function bundle(): Promise<boolean> {
  const common = {
    outdir: "lib",
    write: false,
    bundle: true,
    format: "esm",
    minify: true,
    target: "es2022",
    legalComments: "none",
    // Paths are in the hashes: the same wherever the packages really are.
    preserveSymlinks: true,
    logLevel: "silent",
  } as const;
  // Apart from the charts: what both import would else be a file of its own, and a request on every page.
  const [script, drawings] = await Promise.all([
    build({
      ...common,
      entryPoints: [
        {in: "src/lib/interact.ts", out: "interact"},
        {in: "src/lib/desk.ts", out: "desk"},
      ],
    }),
    build({
      ...common,
      splitting: true,
      entryPoints: charts.map(({id}) => ({in: `src/charts/${id}.ts`, out: `chart-${id}`})),
    }),
  ]);
  const outputFiles = [...script.outputFiles, ...drawings.outputFiles];
  const files = new Map(outputFiles.map(({path, contents}) => [path.replace(/^.*[\\/]/, ""), contents]));
  const hash = createHash("sha256");
  let changed = false;
  for (const [name, contents] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(name).update("\0").update(contents);
    if (writeCached(`lib/${name}`, contents)) changed = true;
  }
  keepCached("lib", new Set(files.keys()));
  writeCached(version, hash.digest("hex").slice(0, 8));
  return changed;
}

/** Returns the element that loads the script, with an address that starts with the given path to the site's root. */
export function scriptTag(root: string): string {
  return `<script rel="external" type="module" src="${root}lib/interact.js?v=${readCached(version)}"></script>`;
}
