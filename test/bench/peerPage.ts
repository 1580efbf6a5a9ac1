import {spawnSync} from "node:child_process";
import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {engineFile, nodeArguments, packageFolder} from "../../loaders/engine.js";
import {figureCallsOf} from "../../loaders/site/figureCalls.js";
import {readPages} from "../../loaders/site/readPage.js";
import {loadTables} from "../../loaders/tables.js";

interface Published {
  id: string;
  title: string;
  subtitle: string;
  credit: string;
  rows: Record<string, unknown>[];
}

/*
 * The story's page as Framework's documentation has it: prose in Markdown, a
 * FileAttachment for each chart's rows, and a cell that draws them with Plot at
 * the page's width. It has our page's words and our charts' rows, but plain marks,
 * a tooltip of Plot's and a link: less than ours say.
 */

/** Writes that page as a project into a folder, builds it with the installed Framework, and returns the folder of the built site. */
export function buildPeer(folder: string, charts: readonly string[]): string {
  const source = path.join(folder, "src");
  mkdirSync(source, {recursive: true});
  const published = new Map(charts.map((id) => [id, readChart(id)]));
  for (const {id, rows} of published.values())
    writeFileSync(path.join(source, `${id}.json`), JSON.stringify(rows));
  const atlas = path.join(packageFolder("world-atlas"), "countries-110m.json");
  writeFileSync(path.join(source, "countries.json"), readFileSync(atlas));
  writeFileSync(path.join(source, "index.md"), peerMarkdown(published));
  return buildProject(folder);
}

/** Builds the project in a folder, whose pages are in its src/, with the installed Framework, and returns the folder of the built site. */
export function buildProject(folder: string): string {
  writeFileSync(path.join(folder, "observablehq.config.js"), config());
  const observable = `${packageFolder("@observablehq/framework")}/dist/bin/observable.js`;
  const {status, stdout, stderr} = spawnSync(
    process.execPath,
    [...nodeArguments(), observable, "build", "--config", path.join(folder, "observablehq.config.js")],
    {
      encoding: "utf8",
      env: {
        ...process.env,
        PEER_FOLDER: folder,
        WAYBILL_ROOT: path.join(folder, "src"),
        OBSERVABLE_TELEMETRY_DISABLE: "true",
      },
    },
  );
  if (status !== 0) throw new Error(`the peer does not build: ${stdout}${stderr}`);
  return path.join(folder, "dist");
}

const readChart = (id: string): Published => JSON.parse(readFileSync(`dist/graphics/${id}.json`, "utf8"));

// Packages are those that are installed; no sheet of another host, so that the peer waits for none.
const config =
  (): string => `import {serveInstalledPackages} from ${JSON.stringify(path.resolve(engineFile("loaders/site/packages.ts")))};
serveInstalledPackages();
const folder = process.env.PEER_FOLDER;
export default {title: "Peer", root: folder + "/src", output: folder + "/dist", sidebar: false, toc: false, pager: false, globalStylesheets: [], duckdb: {extensions: {json: null, parquet: null}}};
`;

function peerMarkdown(charts: ReadonlyMap<string, Published>): string {
  const pages = readPages();
  const calls = new Map(figureCallsOf(pages, loadTables()));
  const home = readFileSync("src/index.md", "utf8");
  const words = (call: string): string => (calls.get(call) ?? call).replace(/<[^>]*>/g, "");
  return home
    .replace(/\$\{((?:figure|derived)\([^}]*\))\}/g, (_, call: string) => words(call))
    .replace(/^```chart\n([\s\S]*?)^```$/gm, (_, ids: string) =>
      ids
        .split("\n")
        .flatMap((id) => charts.get(id.trim()) ?? [])
        .map(cellOf)
        .join("\n"),
    )
    .replace(/^# /m, '```js\nconst world = FileAttachment("countries.json").json();\n```\n\n# ');
}

function cellOf({id, title, subtitle, credit, rows}: Published): string {
  return [
    `### ${title}\n`,
    `${subtitle}\n`,
    "```js",
    `const rows_${id.replaceAll("-", "_")} = FileAttachment("${id}.json").json();`,
    "```\n",
    "```js",
    `display(resize((width) => ${plotOf(`rows_${id.replaceAll("-", "_")}`, rows)}))`,
    "```\n",
    `*${credit}*\n`,
  ].join("\n");
}

/** Returns the usual chart for rows of their columns: a map of ways, dates on a line, arrows from one to another, bars or dots of amounts. */
function plotOf(name: string, rows: Published["rows"]): string {
  const [first] = rows;
  const common = 'href: "source", title: "mark", tip: true';
  if ("origin_x" in first)
    return `Plot.plot({width, projection: {type: "equirectangular", domain: {type: "MultiPoint", coordinates: ${name}.flatMap((d) => [[d.origin_x, d.origin_y], [d.destination_x, d.destination_y]]).filter(([x]) => x !== null)}, inset: 60}, marks: [Plot.geo(topojson.feature(world, world.objects.countries), {fill: "var(--theme-foreground-faintest)", stroke: "var(--theme-background)"}), Plot.arrow(${name}, {x1: "origin_x", y1: "origin_y", x2: "destination_x", y2: "destination_y", bend: true, stroke: "goods", ${common}}), Plot.text(${name}, {x: "origin_x", y: "origin_y", text: "origin", dy: 10})]})`;
  if ("date_start" in first)
    return `Plot.plot({width, marginLeft: 20, x: {type: "utc"}, y: {axis: null}, marks: [Plot.ruleY(${name}, {y: "label", x1: (d) => new Date(d.date_start), x2: (d) => new Date(d.date_end ?? d.date_start)}), Plot.dot(${name}, {x: (d) => new Date(d.date_start), y: "label", fill: "hue", ${common}}), Plot.text(${name}, {x: (d) => new Date(d.date_start), y: "label", text: "label", dy: -10, lineWidth: 20})]})`;
  if ("from_kind" in first || "supplier_country" in first)
    return `Plot.plot({width, marginLeft: 150, marginRight: 150, x: {axis: null, domain: [0, 1]}, y: {axis: null}, marks: [Plot.arrow(${name}, {x1: 0, x2: 1, y1: "supplier", y2: "recipient", ${common}}), Plot.text(${name}, {x: 0, y: "supplier", text: "supplier", textAnchor: "end", dx: -6}), Plot.text(${name}, {x: 1, y: "recipient", text: "recipient", textAnchor: "start", dx: 6})]})`;
  const isFew = new Set(rows.map(({unit}) => unit)).size < 2;
  return isFew
    ? `Plot.plot({width, marginLeft: 150, y: {label: null, tickFormat: (d) => d.slice(0, 24)}, marks: [Plot.barX(${name}, {x: "value", y: "mark", fill: "status", sort: {y: "-x"}, ${common}}), Plot.text(${name}, {x: "value", y: "mark", text: "exact", textAnchor: "start", dx: 4}), Plot.ruleX([0])]})`
    : `Plot.plot({width, marginLeft: 150, x: {type: "log"}, y: {label: null, tickFormat: (d) => d.slice(0, 24)}, marks: [Plot.dot(${name}, {x: "value", y: "mark", fill: "kind", ${common}}), Plot.text(${name}, {x: "value", y: "mark", text: "exact", textAnchor: "start", dx: 8})]})`;
}
