import {rmSync} from "node:fs";
import path from "node:path";
import {versionOf} from "../../graphics/citation.js";
import {siteUrl} from "../address.js";
import {cacheFolder, keepCached, listCached, publicFolder, writeCached} from "../cache.js";
import {type Definition, stateOf} from "../definitions.js";
import type {QueriedChart} from "../queryCharts.js";
import type {Statement} from "../statements.js";
import {versionsFolder} from "../versions.js";
import {bundleCharts, bundleScript, moduleTypes, rowsModule} from "./bundle.js";
import {embedCss} from "./embedCss.js";
import {type Embed, embedOf, embedPage} from "./embedHtml.js";

// The engine's code does not change while a process runs, for the preview starts another when it does; charts may.
let bundled: {of: string; files: Promise<Map<string, string>>} | undefined;

function bundleAnew(definitions: readonly Definition[]): Promise<Map<string, string>> {
  const of = stateOf(definitions);
  if (bundled?.of !== of) bundled = {of, files: bundleAll(definitions)};
  return bundled.files;
}

async function bundleAll(definitions: readonly Definition[]): Promise<Map<string, string>> {
  const [modules, embed, frame] = await Promise.all([
    bundleCharts(definitions),
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

const drawn = new Map<string, {of: string; embed: Embed}>();

/** Returns a chart's embed, drawn only if its code, its rows or their sentences differ from the last time. */
function embedAnew(
  {chart, rows}: QueriedChart,
  code: string,
  statements: ReadonlyMap<string, Statement>,
): Embed {
  const stands = rows.map(({stands_on}) => stands_on.split(" ").map((id) => statements.get(id)));
  const of = JSON.stringify([code, rows, stands]);
  const last = drawn.get(chart.id);
  if (last?.of === of) return last.embed;
  const embed = embedOf(chart, rows, statements);
  drawn.set(chart.id, {of, embed});
  return embed;
}

/**
 * Makes all that other sites take from this one: the embed pages of every chart
 * in each theme, as it is and as its version stays, the scripts and the style sheets, and the charts' modules.
 * Returns whether any of it differs from the last time.
 */
export async function publishEmbeds(
  definitions: readonly Definition[],
  published: readonly QueriedChart[],
  statements: ReadonlyMap<string, Statement>,
): Promise<boolean> {
  const files = new Map(await bundleAnew(definitions));
  const site = siteUrl();
  const pinnedCss = embedCss("../../");
  for (const {chart, rows} of published) {
    const {id} = chart;
    const code = stateOf(definitions.filter((definition) => definition.chart.id === id));
    const embed = embedAnew({chart, rows}, code, statements);
    const version = versionOf(chart, rows);
    for (const theme of ["auto", "light", "dark"] as const) {
      const name = `${id}${theme === "auto" ? "" : `-${theme}`}.html`;
      files.set(`embed/${name}`, embedPage(embed, {id, theme, site}));
      files.set(`${versionsFolder}/${version}/${name}`, embedPage(embed, {id, theme, site, version}));
    }
    files.set(`${versionsFolder}/${version}/embed.css`, pinnedCss);
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
  const current = new Set(published.map(({chart, rows}) => versionOf(chart, rows)));
  for (const version of listCached(`${publicFolder}/${versionsFolder}`))
    if (!current.has(version))
      rmSync(path.join(cacheFolder, publicFolder, versionsFolder, version), {recursive: true});
  return changed;
}
