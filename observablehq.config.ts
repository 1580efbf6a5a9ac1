import {madeArticles, madeCharts} from "./loaders/site/cache.js";
import {includeFragments} from "./loaders/site/markdown.js";
import {serveInstalledPackages} from "./loaders/site/packages.js";
import {headHtml} from "./loaders/site/scripts.js";
import {siteFolder} from "./loaders/site/siteFolder.js";
import {story} from "./loaders/story.js";
import {escapeHtml} from "./src/waybill/model/escape.js";
import {tableNames} from "./src/waybill/model/tables.js";

serveInstalledPackages();

const {name} = story();

export default {
  title: name,
  root: siteFolder(),
  output: process.env.WAYBILL_OUT ?? "dist",
  base: process.env.WAYBILL_BASE ?? "/",
  style: "style.css",
  globalStylesheets: [],
  sidebar: false,
  toc: false,
  pager: false,
  search: false,
  duckdb: {extensions: {json: null, parquet: null}},
  markdownIt: includeFragments,
  dynamicPaths: [
    ...madeArticles().map((id) => `/sources/${id}`),
    ...madeCharts().map((id) => `/charts/${id}`),
    ...tableNames.map((table) => `/data/${table}`),
    ...tableNames.flatMap((table) =>
      [".csv", "-excel.csv", ".json", ".arrow", ".parquet"].map((end) => `/data/${table}${end}`),
    ),
    "/data/datapackage.json",
  ],
  head: headHtml,
  header: `<nav class="site" aria-label="Site"><a class="site-name" href="/">${escapeHtml(name)}</a> <a href="/charts/">Charts</a> <a href="/sources/">Sources</a> <a href="/explore">Explore</a></nav>`,
  footer: `Every mark in a chart leads to the sentence it stands on. What is reported is not proven. <a href="/licences">Licences</a>`,
};
