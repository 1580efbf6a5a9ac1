import {madeArticles, madeCharts} from "./loaders/site/cache.js";
import {includeFragments} from "./loaders/site/markdown.js";
import {serveInstalledPackages} from "./loaders/site/packages.js";
import {headHtml} from "./loaders/site/scripts.js";
import {tableNames} from "./src/waybill/model/tables.js";

serveInstalledPackages();

export default {
  title: "Waybill",
  root: process.env.WAYBILL_ROOT ?? "src",
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
    ...tableNames.flatMap((table) =>
      [".csv", "-excel.csv", ".json", ".arrow", ".parquet"].map((end) => `/data/${table}${end}`),
    ),
    "/data/datapackage.json",
  ],
  head: headHtml,
  header: `<nav class="site" aria-label="Site"><a class="site-name" href="/">Waybill</a> <a href="/charts/">Charts</a> <a href="/sources/">Sources</a> <a href="/explore">Explore</a></nav>`,
  footer: `Every mark in a chart leads to the sentence it stands on. What is reported is not proven. <a href="/licences">Licences</a>`,
};
