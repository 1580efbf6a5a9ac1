import {readFileSync, rmSync} from "node:fs";
import path from "node:path";
import {tableNames} from "../../src/model/tables.js";
import {type Database, openDatabase} from "../database.js";
import {dataPackage} from "../dictionary.js";
import type {GraphicsOptions} from "../graphics/makeGraphics.js";
import {loadTables, type Tables} from "../tables.js";
import {formats, tableDownloads, writeTables} from "../write.js";
import {cacheFolder, keepCached, writeCached} from "./cache.js";
import {publishEmbeds} from "./embed/publish.js";
import {figureHtml} from "./figureHtml.js";
import {makeFonts} from "./fonts.js";
import {queryCharts} from "./queryCharts.js";
import {makeScripts} from "./scripts.js";
import {type ChartUse, sourceHtml, sourceListHtml} from "./sourceHtml.js";
import {statementsOf} from "./statements.js";

export interface Made {
  tables: Tables;
  /** What graphics are made from. */
  graphics: Pick<GraphicsOptions, "tables" | "statements" | "charts">;
  /** Whether any page or table differs from the last time. */
  changed: boolean;
}

/**
 * Reads the seeds, writes the tables, and makes everything that pages include:
 * the charts' figures, the articles' pages, the fonts, the scripts. Throws an InputError if
 * a seed is broken; then nothing was written.
 */
export async function makeFragments(seeds = "seeds", data = "data"): Promise<Made> {
  const tables = loadTables(seeds);
  const database = await openDatabase(tables);
  try {
    const files = new Map<string, string>();
    const statements = statementsOf(tables);
    const uses: ChartUse[] = [];
    const queried = await queryCharts(database);
    for (const {chart, rows} of queried) {
      files.set(`charts/${chart.id}.html`, figureHtml(chart, rows, statements));
      files.set(`charts/${chart.id}.title`, chart.title(rows));
      uses.push({
        chart,
        title: chart.title(rows),
        ids: new Set(rows.flatMap(({stands_on}) => stands_on.split(" "))),
      });
    }
    const cited = new Set(uses.flatMap(({ids}) => [...ids]));
    for (const article of tables.texts) {
      const {article_id, title} = article;
      const own = [...statements.values()].filter((statement) => statement.article_id === article_id);
      const html = sourceHtml({
        article,
        figures: tables.figures.filter((figure) => figure.article_id === article_id),
        statements: own.filter(({id, anchor}) => cited.has(id) && anchor !== id && anchor !== "citation"),
        uses,
      });
      files.set(`sources/${article_id}.md`, `# ${title}\n\n${html}\n`);
    }
    files.set("sources/index.html", sourceListHtml(tables.texts, tables.figures));
    writeTables(tables, data);
    await publishTables(tables, database);
    await makeFonts();
    const scriptsChanged = await makeScripts();
    let changed = (await publishEmbeds(queried, statements)) || scriptsChanged;
    for (const [name, html] of files) if (writeCached(name, html)) changed = true;
    for (const folder of ["charts", "sources"])
      keepCached(folder, new Set([...files.keys()].map((name) => path.relative(folder, name))));
    return {tables, graphics: {tables, statements, charts: queried}, changed};
  } finally {
    database.close();
  }
}

/** Makes every table in every format in which the site publishes it, and the data package. */
async function publishTables(rows: Tables, database: Database): Promise<void> {
  for (const name of tableNames) {
    for (const [file, content] of tableDownloads(name, rows[name])) writeCached(`data/${file}`, content);
    const file = path.join(cacheFolder, "data", `.${name}.parquet`);
    await database.writeParquet(name, file);
    writeCached(`data/${name}.parquet`, readFileSync(file));
    rmSync(file);
  }
  const description = dataPackage([...formats, "parquet"]);
  writeCached("data/datapackage.json", `${JSON.stringify(description, null, 2)}\n`);
}
