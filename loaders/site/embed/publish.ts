import path from "node:path";
import type {Chart, ChartRow} from "../../../src/charts/Chart.js";
import {siteUrl} from "../address.js";
import {keepCached, publicFolder, writeCached} from "../cache.js";
import type {Statement} from "../statements.js";
import {bundleCharts, bundleScript, moduleTypes, rowsModule} from "./bundle.js";
import {embedCss} from "./embedCss.js";
import {embedOf, embedPage} from "./embedHtml.js";

export interface Published {
  chart: Chart;
  rows: ChartRow[];
}

// Code does not change while a process runs: the preview starts another when it does.
let bundles: Promise<Map<string, string>> | undefined;

async function bundleAll(): Promise<Map<string, string>> {
  const [modules, embed, frame] = await Promise.all([
    bundleCharts(),
    bundleScript("embed"),
    bundleScript("frame"),
  ]);
  const css = embedCss();
  return new Map([
    ["embed.js", embed],
    ["embed/frame.js", frame],
    ["embed/embed.css", css],
    ["charts/waybill.css", css],
    ...[...modules].map(([name, code]): [string, string] => [`charts/${name}`, code]),
  ]);
}

/**
 * Makes all that other sites take from this one: the embed pages of every chart
 * in each theme, the scripts and the style sheet, and the charts' modules.
 * Returns whether any of it differs from the last time.
 */
export async function publishEmbeds(
  published: readonly Published[],
  statements: ReadonlyMap<string, Statement>,
): Promise<boolean> {
  bundles ??= bundleAll();
  const files = new Map(await bundles);
  const site = siteUrl();
  for (const {chart, rows} of published) {
    const {id} = chart;
    const embed = embedOf(chart, rows, statements);
    for (const theme of ["auto", "light", "dark"] as const)
      files.set(
        `embed/${id}${theme === "auto" ? "" : `-${theme}`}.html`,
        embedPage(embed, {id, theme, site}),
      );
    files.set(`charts/${id}.rows.js`, rowsModule(rows));
    files.set(`charts/${id}.d.ts`, moduleTypes(id, rows));
  }
  let changed = false;
  for (const [name, content] of files)
    if (writeCached(path.join(publicFolder, name), content)) changed = true;
  for (const folder of ["embed", "charts"])
    keepCached(
      path.join(publicFolder, folder),
      new Set([...files.keys()].map((name) => path.relative(folder, name))),
    );
  return changed;
}
