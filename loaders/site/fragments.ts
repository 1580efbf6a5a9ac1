import {readFileSync, rmSync, statSync} from "node:fs";
import path from "node:path";
import {group} from "d3";
import {caveatsOf} from "../../src/waybill/chart/caveats.js";
import {chartHref} from "../../src/waybill/model/escape.js";
import {type TableName, tableNames} from "../../src/waybill/model/tables.js";
import {type Database, openDatabase} from "../database.js";
import {dataPackage} from "../dictionary.js";
import type {Report} from "../InputError.js";
import {tablesAbout} from "../scope.js";
import {story} from "../story.js";
import {sentenceSpans} from "../tables/sentence.js";
import type {Tables} from "../tables.js";
import {formats, formatTable, tableDownloads, writeTables} from "../write.js";
import {siteUrl} from "./address.js";
import {cacheFolder, keepCached, listCached, publicFolder, writeCached} from "./cache.js";
import {checkerHtml, checkFile} from "./checkerHtml.js";
import {claimsHtml, derivedHtml} from "./claimsHtml.js";
import {changesSince} from "./corrections.js";
import {readDefinitions} from "./definitions.js";
import {publishEmbeds} from "./embed/publish.js";
import {exploreHtml} from "./exploreHtml.js";
import {exploreArrow, exploreRows} from "./exploreRows.js";
import {figureCallsOf} from "./figureCalls.js";
import {figureHtml} from "./figureHtml.js";
import {topicsFile} from "./followHtml.js";
import {makeFonts} from "./fonts.js";
import type {GraphicsInput} from "./graphicsInput.js";
import {marginNotes} from "./marginNotes.js";
import type {OwnTag} from "./markdown.js";
import {correctionsHtml, hedgesHtml, measuresHtml, reportHtml} from "./methodHtml.js";
import {nextHtml, nextSteps} from "./nextSteps.js";
import {siteFacts, writeSiteFacts} from "./pageFacts.js";
import {type QueriedChart, queryCharts} from "./queryCharts.js";
import {readPages} from "./readPage.js";
import {checkedFile, exploreRowsFile, makeScripts, publishDatabase, scriptsVersion} from "./scripts.js";
import {searchIndex} from "./searchIndex.js";
import {type ChartUse, sourceHtml, sourceListHtml} from "./sourceHtml.js";
import {type Statement, statementsOf} from "./statements.js";
import {tableListHtml, tablePageHtml} from "./tableHtml.js";
import {topicsOf} from "./topics.js";

export interface Made {
  tables: Tables;
  graphics: GraphicsInput;
  /** Whether any page or table differs from the last time. */
  changed: boolean;
}

/**
 * Writes the tables, and makes everything that pages include: the charts'
 * figures, the articles' pages, the fonts, the scripts. A chart that a page
 * writes and that has no rows is reported and left out; without `report` it is
 * thrown.
 */
export async function makeFragments(
  tables: Tables,
  {data = "data", report, leftOut}: {data?: string; report?: Report; leftOut?: ReadonlySet<string>} = {},
): Promise<Made> {
  const database = await openDatabase(tables);
  try {
    const files = new Map<string, string>();
    const topics = topicsOf(tables);
    const statements = statementsOf(tables, topics);
    files.set(topicsFile, JSON.stringify(Object.fromEntries(topics.names)));
    const definitions = readDefinitions();
    const queried = await queryCharts((tag) => tablesAbout(tables, tag), definitions, report);
    for (const {chart, rows} of queried) {
      files.set(`charts/${chart.id}.html`, figureHtml(chart, rows, statements));
      for (const part of ["kicker", "headline", "title"] as const)
        files.set(`charts/${chart.id}.${part}`, chart[part](rows));
    }
    for (const [name, page] of sourcePages(tables, statements, queried)) files.set(name, page);
    files.set(
      "figures.json",
      JSON.stringify(Object.fromEntries(figureCallsOf(readPages(), tables, report, leftOut))),
    );
    for (const [name, html] of ownPages(tables)) files.set(`pages/${name}.html`, html);
    writeCached(`${publicFolder}/search.json`, searchIndex(tables, queried));
    files.set("next.html", nextHtml(nextSteps(tables, queried.length)));
    await writeTables(tables, data);
    await publishTables(tables, database);
    for (const [name, html] of tablePages(tables)) files.set(name, html);
    await makeFonts();
    const scriptsChanged = await makeScripts(definitions);
    const rows = exploreRows(tables);
    const rowsChanged = writeCached(`lib/${exploreRowsFile}`, exploreArrow(rows));
    files.set(
      "explore.html",
      exploreHtml(rows, {version: scriptsVersion(), databaseBytes: publishDatabase()}),
    );
    const checkChanged = writeCached(`lib/${checkedFile}`, JSON.stringify(checkFile(tables)));
    files.set("checker.html", checkerHtml(scriptsVersion()));
    let changed =
      (await publishEmbeds(definitions, queried, statements)) ||
      scriptsChanged ||
      rowsChanged ||
      checkChanged;
    for (const [name, html] of files) if (writeCached(name, html)) changed = true;
    if (writeSiteFacts(siteFacts(tables, queried, statements))) changed = true;
    for (const folder of ["charts", "sources"])
      keepCached(folder, new Set([...files.keys()].map((name) => path.relative(folder, name))));
    return {tables, graphics: {tables, statements, charts: queried}, changed};
  } finally {
    database.close();
  }
}

/** Returns the page of each article, the charts that draw on it, and the list of all, by their names in the cache. Looks at each row once. */
export function sourcePages(
  tables: Pick<Tables, "texts" | "figures" | "numerals" | "caveats" | "disagreements" | "options">,
  statements: ReadonlyMap<string, Statement>,
  charts: readonly QueriedChart[],
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
  for (const article of tables.texts) {
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

/** Returns the page of each table, and the list of all, by their names in the cache. The tables' files are there. */
function tablePages(rows: Tables): Map<string, string> {
  const site = siteUrl();
  const pages = new Map<string, string>();
  for (const name of tableNames) {
    const files = listCached("data")
      .filter((file) => file.replace(/(?:-excel)?\.\w+$/, "") === name)
      .map((file) => ({name: file, bytes: statSync(path.join(cacheFolder, "data", file)).size}));
    pages.set(`tables/${name}.html`, tablePageHtml({name, rows: rows[name], files, site}));
  }
  return pages.set(
    "tables/index.html",
    tableListHtml(new Map(tableNames.map((name) => [name, rows[name].length]))),
  );
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
async function publishTables(rows: Tables, database: Database): Promise<void> {
  for (const name of tableNames) {
    const csv = formatTable(name, rows[name], "csv") as string;
    if (published.get(name) === csv) continue;
    for (const [file, content] of tableDownloads(name, rows[name])) writeCached(`data/${file}`, content);
    const file = path.join(cacheFolder, "data", `.${name}.parquet`);
    await database.writeParquet(name, file);
    writeCached(`data/${name}.parquet`, readFileSync(file));
    rmSync(file);
    published.set(name, csv);
  }
  const description = dataPackage([...formats, "parquet"]);
  writeCached("data/datapackage.json", `${JSON.stringify(description, null, 2)}\n`);
}
