import {readFileSync, rmSync, statSync} from "node:fs";
import path from "node:path";
import {group} from "d3";
import {caveatsOf} from "../../src/waybill/chart/caveats.js";
import {chartHref} from "../../src/waybill/model/escape.js";
import type {Article} from "../../src/waybill/model/figure.js";
import {type TableName, tableNames} from "../../src/waybill/model/tables.js";
import {openDatabase} from "../database.js";
import {dataPackage} from "../dictionary.js";
import {gather, InputError, type Report} from "../InputError.js";
import {tablesAbout} from "../scope.js";
import {story} from "../story.js";
import {sentenceSpans} from "../tables/sentence.js";
import type {Tables} from "../tables.js";
import {formats, formatTable, tableDownloads, writeTables} from "../write.js";
import {siteUrl} from "./address.js";
import {cacheFolder, isCached, keepCached, listCached, publicFolder, writeCached} from "./cache.js";
import {checkerHtml, checkFile} from "./checkerHtml.js";
import {claimsHtml, derivedHtml} from "./claimsHtml.js";
import {changesSince} from "./corrections.js";
import {type Definition, readDefinitions} from "./definitions.js";
import {publishEmbeds} from "./embed/publish.js";
import {exploreHtml} from "./exploreHtml.js";
import {exploreArrow, exploreRows} from "./exploreRows.js";
import {figureCallsOf} from "./figureCalls.js";
import {figureHtml} from "./figureHtml.js";
import {topicsFile} from "./followHtml.js";
import {makeFonts} from "./fonts.js";
import type {GraphicsInput} from "./graphicsInput.js";
import {scriptsVersion, version} from "./head.js";
import type {OwnTag} from "./madeTags.js";
import {marginNotes} from "./marginNotes.js";
import {correctionsHtml, hedgesHtml, measuresHtml, reportHtml} from "./methodHtml.js";
import {nextHtml, nextSteps} from "./nextSteps.js";
import {writeSiteFacts} from "./pageFacts.js";
import {type QueriedChart, queryCharts} from "./queryCharts.js";
import {readPages} from "./readPage.js";
import {checkedFile, exploreRowsFile, makeScripts, publishDatabase} from "./scripts.js";
import {searchIndex} from "./searchIndex.js";
import {siteFacts} from "./siteFacts.js";
import {type ChartUse, sourceHtml, sourceListHtml} from "./sourceHtml.js";
import {type Statement, statementsOf} from "./statements.js";
import {tableListHtml, tablePageHtml} from "./tableHtml.js";
import {topicsOf} from "./topics.js";

export interface Made {
  graphics: GraphicsInput;
  /** Whether a page that shows charts, articles or figures differs from the last time. */
  changed: boolean;
  /** What is still to be made, in order; each says whether any of it differs from the last time. */
  rest: readonly (() => Promise<boolean> | boolean)[];
}

export interface FragmentOptions {
  /** Folder of the story's tables. */
  data?: string;
  /** Takes what is wrong in a chart that a page writes, or has no rows; it is left out. Without it, it is thrown. */
  report?: Report;
  /** Articles that are left out, for something is wrong in them. */
  leftOut?: ReadonlySet<string>;
}

/**
 * Makes what pages include of the tables: the charts' figures, the articles'
 * pages, the figures in prose. Who looks at a page waits for these; the rest, the
 * tables' files, fonts, scripts, search, explorer and embeds, is handed back, to
 * be made after it.
 */
export async function makeFragments(
  tables: Tables,
  {data = "data", report, leftOut}: FragmentOptions = {},
): Promise<Made> {
  const files = new Map<string, string>();
  const topics = topicsOf(tables, tables.options.vocab.places);
  const statements = statementsOf(tables, topics);
  files.set(topicsFile, JSON.stringify(Object.fromEntries(topics.names)));
  const definitions = readDefinitions();
  const queried: QueriedChart[] = [];
  for (const each of await queryCharts((tag) => tablesAbout(tables, tag), definitions, report)) {
    const drawn = gather(() => chartFiles(each, statements, definitions));
    drawn.problems.forEach(report ?? raise);
    if (!drawn.value) continue;
    queried.push(each);
    for (const [name, content] of drawn.value) files.set(name, content);
  }
  // The pages of articles that are as they were wait: only a chart that is new can have changed them.
  const isNew = (article: Article): boolean => !shown.has(article);
  for (const [name, page] of sourcePages(tables, statements, queried, isNew)) files.set(name, page);
  files.set(
    "figures.json",
    JSON.stringify(Object.fromEntries(figureCallsOf(readPages(), tables, report, leftOut))),
  );
  files.set("next.html", nextHtml(nextSteps(tables, queried.length, {unread: leftOut?.size ?? 0})));
  // No page has a head without them.
  let changed = isCached(version) ? false : await makeScripts(definitions);
  if (writeAll(files)) changed = true;
  if (writeSiteFacts(siteFacts(tables, queried, statements))) changed = true;
  keepCached("charts", new Set([...files.keys()].map((name) => path.relative("charts", name))));
  shown = new Set(tables.texts);
  const rest: Made["rest"] = [
    () => makeSources(tables, statements, queried),
    () => writeAll(ownPages(tables).map(([name, html]) => [`pages/${name}.html`, html])),
    () => makeScripts(definitions),
    () => makeFonts(),
    () => publishTables(tables),
    () => tablePages(tables),
    () => makeExplorer(tables),
    () => makeChecker(tables),
    () => writeCached(`${publicFolder}/search.json`, searchIndex(tables, queried)),
    () => publishEmbeds(definitions, queried, statements),
    () => writeTables(tables, data).then(() => false),
  ];
  return {graphics: {tables, statements, charts: queried}, changed, rest};
}

/** Returns what pages show of a chart, by the names of its files. Throws an InputError that names its file if its code fails. */
function chartFiles(
  {chart, rows}: QueriedChart,
  statements: ReadonlyMap<string, Statement>,
  definitions: readonly Definition[],
): [string, string][] {
  try {
    return [
      [`charts/${chart.id}.html`, figureHtml(chart, rows, statements)],
      ...(["kicker", "headline", "title"] as const).map((part): [string, string] => [
        `charts/${chart.id}.${part}`,
        chart[part](rows),
      ]),
    ];
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    const problem = `chart "${chart.id}" cannot be drawn: ${(cause as Error).message}`;
    const {file, line} = definitions.find((definition) => definition.chart === chart)!;
    throw new InputError(file, line, problem, {cause});
  }
}

/** The articles whose pages were made last. */
let shown: ReadonlySet<Article> = new Set();

function makeSources(...given: Parameters<typeof sourcePages>): boolean {
  const pages = sourcePages(...given);
  keepCached("sources", new Set([...pages.keys()].map((name) => path.relative("sources", name))));
  return writeAll(pages);
}

/** Writes files of the cache. Returns whether any of them differs from what it was. */
const writeAll = (files: Iterable<readonly [name: string, content: string]>): boolean =>
  [...files].filter(([name, content]) => writeCached(name, content)).length > 0;

const raise = (problem: InputError): never => {
  throw problem;
};

function makeExplorer(tables: Tables): boolean {
  const rows = exploreRows(tables);
  const isNew = writeCached(`lib/${exploreRowsFile}`, exploreArrow(rows));
  const html = exploreHtml(rows, {version: scriptsVersion(), databaseBytes: publishDatabase()});
  return writeCached("explore.html", html) || isNew;
}

function makeChecker(tables: Tables): boolean {
  const isNew = writeCached(`lib/${checkedFile}`, JSON.stringify(checkFile(tables)));
  return writeCached("checker.html", checkerHtml(scriptsVersion())) || isNew;
}

/** Returns the page of each article, or of those that are to be made, the charts that draw on it, and the list of all, by their names in the cache. Looks at each row once. */
export function sourcePages(
  tables: Pick<Tables, "texts" | "figures" | "numerals" | "caveats" | "disagreements" | "options">,
  statements: ReadonlyMap<string, Statement>,
  charts: readonly QueriedChart[],
  isMade: (article: Article) => boolean = () => true,
): Map<string, string> {
  const uses: ChartUse[] = charts.map(({chart, rows}) => ({
    chart,
    title: chart.title(rows),
    ids: new Set([
      ...rows.flatMap(({stands_on}) => stands_on.split(" ")),
      ...caveatsOf(rows).map(({id}) => id),
    ]),
  }));
  const figures = group(tables.figures, ({article_id}) => article_id);
  const numerals = group(tables.numerals, ({article_id}) => String(article_id));
  const notes = marginNotes(tables);
  const used = [...new Set(uses.flatMap(({ids}) => [...ids]))].flatMap((id) => statements.get(id) ?? []);
  const cited = group(
    used.filter(({id, anchor}) => anchor !== id && anchor !== "citation"),
    ({article_id}) => article_id,
  );
  const pages = new Map<string, string>();
  for (const article of tables.texts.filter(isMade)) {
    const {article_id, title} = article;
    const html = sourceHtml({
      article,
      figures: figures.get(article_id) ?? [],
      sentences: sentenceSpans(article.text, tables.options.vocab),
      statements: cited.get(article_id) ?? [],
      uses,
      notes: notes.get(article_id) ?? [],
      numerals: numerals.get(article_id) ?? [],
    });
    pages.set(`sources/${article_id}.html`, `${html}\n`);
    pages.set(`sources/${article_id}.title`, title);
    const ids = [
      ...(figures.get(article_id) ?? []).map(({figure_id}) => figure_id),
      ...(cited.get(article_id) ?? []).map(({id}) => id),
    ];
    const drawing = uses.filter((use) => ids.some((id) => use.ids.has(id)));
    pages.set(
      `sources/${article_id}.charts`,
      JSON.stringify(drawing.map((use) => ({href: chartHref(use.chart.id), title: use.title}))),
    );
  }
  const counts = new Map(
    tables.texts.map(({article_id}) => [
      article_id,
      {figures: figures.get(article_id)?.length ?? 0, notes: notes.get(article_id)?.length ?? 0},
    ]),
  );
  return pages.set("sources/index.html", sourceListHtml(tables.texts, counts));
}

/** Makes the page of each table, and the list of all. The tables' files are there. */
function tablePages(rows: Tables): boolean {
  const site = siteUrl();
  const pages = new Map<string, string>();
  for (const name of tableNames) {
    const files = listCached("data")
      .filter((file) => file.replace(/(?:-excel)?\.\w+$/, "") === name)
      .map((file) => ({name: file, bytes: statSync(path.join(cacheFolder, "data", file)).size}));
    pages.set(`tables/${name}.html`, tablePageHtml({name, rows: rows[name], files, site}));
  }
  const counts = new Map(tableNames.map((name) => [name, rows[name].length]));
  pages.set("tables/index.html", tableListHtml(counts));
  return writeAll(pages);
}

/** Returns what the engine's pages of claims and method include, by the tag of its block. */
function ownPages(tables: Tables): [tag: OwnTag, html: string][] {
  const settings = story();
  return [
    ["claims", claimsHtml(tables)],
    ["derived", derivedHtml(tables)],
    ["hedges", hedgesHtml()],
    ["measures", measuresHtml()],
    ["corrections", correctionsHtml(changesSince(settings.published), settings.published)],
    ["report", reportHtml(settings)],
  ];
}

const published = new Map<TableName, string>();

/** Makes every table in every format in which the site publishes it, if its rows differ from the last time, and the data package. */
async function publishTables(rows: Tables): Promise<boolean> {
  const csvs = new Map(tableNames.map((name) => [name, formatTable(name, rows[name], "csv") as string]));
  const changed = tableNames.filter((name) => published.get(name) !== csvs.get(name));
  const description = dataPackage([...formats, "parquet"]);
  const isNew = writeCached("data/datapackage.json", `${JSON.stringify(description, null, 2)}\n`);
  if (changed.length === 0) return isNew;
  const database = await openDatabase(rows);
  try {
    for (const name of changed) {
      for (const [file, content] of tableDownloads(name, rows[name])) writeCached(`data/${file}`, content);
      const file = path.join(cacheFolder, "data", `.${name}.parquet`);
      await database.writeParquet(name, file);
      writeCached(`data/${name}.parquet`, readFileSync(file));
      rmSync(file);
      published.set(name, csvs.get(name)!);
    }
  } finally {
    database.close();
  }
  return true;
}
