import {siteUrl} from "./loaders/site/address.js";
import {madeArticles, madeCharts} from "./loaders/site/cache.js";
import {footerHtml, headerHtml} from "./loaders/site/frame.js";
import {headHtml, scriptHtml} from "./loaders/site/head.js";
import {includeFragments} from "./loaders/site/markdown.js";
import {serveInstalledPackages} from "./loaders/site/packages.js";
import {readSiteFacts} from "./loaders/site/pageFacts.js";
import {siteFolder} from "./loaders/site/siteFolder.js";
import {story} from "./loaders/story.js";
import {tableNames} from "./src/waybill/model/tables.js";

serveInstalledPackages();

export default {
  title: story().name,
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
  header: ({path}: {path: string}) => headerHtml(story(), path),
  footer: () => {
    const {changed} = readSiteFacts();
    return footerHtml(story(), changed, siteUrl() !== null && changed !== null) + scriptHtml();
  },
};
