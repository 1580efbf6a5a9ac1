import {readdirSync} from "node:fs";
import path from "node:path";
import {includeFragments} from "./loaders/site/markdown.js";
import {serveInstalledPackages} from "./loaders/site/packages.js";
import {headHtml} from "./loaders/site/scripts.js";
import {charts} from "./src/charts/index.js";
import {tableNames} from "./src/model/tables.js";

serveInstalledPackages();

const articles = readdirSync("seeds").filter((name) => /^[^.].*\.(?:md|txt|html)$/.test(name));

export default {
  title: "Waybill",
  root: "src",
  output: "dist",
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
    ...articles.map((name) => `/sources/${path.basename(name, path.extname(name))}`),
    ...charts.map(({id}) => `/charts/${id}`),
    ...tableNames.flatMap((table) =>
      ["csv", "json", "arrow", "parquet"].map((format) => `/data/${table}.${format}`),
    ),
    "/data/datapackage.json",
  ],
  head: headHtml,
  header: `<nav class="site" aria-label="Site"><a class="site-name" href="/">Waybill</a> <a href="/charts/">Charts</a> <a href="/sources/">Sources</a> <a href="/explore">Explore</a></nav>`,
  footer: `Every mark in a chart leads to the sentence it stands on. What is reported is not proven.`,
};
