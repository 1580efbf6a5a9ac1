import {type BuildOptions, build} from "esbuild";
import type {ChartRow} from "../../../src/waybill/chart/Chart.js";
import {engineFile, engineModule} from "../../engine.js";
import {toEmbeddedJson} from "../../graphics/xml.js";
import {marksOfStory} from "../../numbers.js";
import {chartModule, chartModules} from "../chartModules.js";
import type {Definition} from "../definitions.js";
import {engineImports} from "../engineImports.js";
import {noticedFiles} from "../licences.js";
import {madeModules} from "../madeModules.js";

const common = {
  // Else it is the folder that the process was in when esbuild was loaded, which need not be the story's.
  absWorkingDir: process.cwd(),
  bundle: true,
  minify: true,
  write: false,
  format: "esm",
  target: "es2022",
  legalComments: "inline",
  // Paths are in the hashes: the same wherever the packages really are.
  preserveSymlinks: true,
  logLevel: "silent",
} satisfies BuildOptions;

/** Returns a script of src/lib/embed/ as one classic script without imports. */
export async function bundleScript(name: string): Promise<string> {
  const result = await build({
    ...common,
    write: false,
    metafile: true,
    format: "iife",
    entryPoints: [engineModule(`src/lib/embed/${name}`)],
  });
  const [[, code]] = noticedFiles(result);
  return code;
}

/**
 * Returns the modules of all charts by their file names: one for each chart, and
 * what they share, Plot above all, in files of its own. A chart's rows are not in
 * its module, which imports them from rowsModule's file: so code is bundled once,
 * whatever the rows become.
 */
export async function bundleCharts(definitions: readonly Definition[]): Promise<Map<string, string>> {
  const namespace = "published-chart";
  const result = await build({
    ...common,
    write: false,
    metafile: true,
    splitting: true,
    entryPoints: definitions.map(({chart: {id}}) => ({in: `${namespace}:${id}`, out: id})),
    outdir: "/",
    chunkNames: "waybill-[hash]",
    external: ["./*.rows.js"],
    plugins: [
      engineImports(),
      chartModules(definitions),
      madeModules(namespace, () => engineFile("src/lib"), entryOf),
    ],
  });
  return new Map(noticedFiles(result));
}

function entryOf(id: string): string {
  return `
import {chart} from "${chartModule(id)}";
import {notesOf} from "../waybill/chart/caveats.js";
import {useMarks} from "../waybill/model/numbers.js";
import {drawWith} from "../lib/embed/draw.js";
import {rows} from "./${id}.rows.js";
export {rows};
useMarks(${JSON.stringify(marksOfStory())});
export const kicker = chart.kicker(rows);
export const headline = chart.headline(rows);
export const title = chart.title(rows);
export const subtitle = chart.subtitle(rows);
export const notes = notesOf(chart, rows);
export const description = chart.describe(rows);
export const draw = drawWith(chart, rows, import.meta.url);
`;
}

/** Returns the module with a chart's published rows. */
export function rowsModule(rows: readonly ChartRow[]): string {
  return `export const rows = ${toEmbeddedJson(rows)};\n`;
}

/** Returns the types of a chart's module, with the columns that its rows have. */
export function moduleTypes(id: string, rows: readonly ChartRow[]): string {
  const columns = new Map<string, Set<string>>();
  for (const row of rows)
    for (const [column, value] of Object.entries(row)) {
      const type = value === null ? "null" : Array.isArray(value) ? "unknown[]" : typeof value;
      columns.set(column, (columns.get(column) ?? new Set()).add(type === "object" ? "unknown" : type));
    }
  const fields = [...columns].map(
    ([column, types]) => `  ${JSON.stringify(column)}: ${[...types].sort().join(" | ")};`,
  );
  return `/** A row of the chart ${id}: one mark, and the sentence it stands on. */
export interface Row {
${fields.join("\n")}
}

export interface DrawOptions {
  /** Width in CSS pixels; the element's own width, or 640, where it is left out. */
  width?: number;
  /** "auto" draws in custom properties, which waybill.css sets for light and dark. */
  theme?: "auto" | "light" | "dark";
  /** The reader's choice for each of the chart's switches. */
  choices?: Record<string, string>;
  /** Other rows than the published ones. */
  rows?: Row[];
}

export declare const rows: Row[];
/** Who says so, for a line above the headline; "" where it is not said. */
export declare const kicker: string;
/** The finding; never without the kicker beside it. */
export declare const headline: string;
/** Both in one. */
export declare const title: string;
export declare const subtitle: string;
export declare const notes: string[];
export declare const description: {short: string; long: string};
/** Returns the chart as an SVG, and puts it into the given element in the place of what was there. */
export declare function draw(options?: DrawOptions): SVGSVGElement;
export declare function draw(element: Element, options?: DrawOptions): SVGSVGElement;
`;
}
