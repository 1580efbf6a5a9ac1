import {readdirSync} from "node:fs";
import path from "node:path";
import {colorProperties} from "./loaders/site/colorProperties.js";
import {rootFrom} from "./loaders/site/finish.js";
import {fontFaces} from "./loaders/site/fonts.js";
import {includeFragments} from "./loaders/site/markdown.js";
import {serveInstalledPackages} from "./loaders/site/packages.js";
import {scriptTag} from "./loaders/site/scripts.js";
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
      [".csv", "-excel.csv", ".json", ".arrow", ".parquet"].map((end) => `/data/${table}${end}`),
    ),
    "/data/datapackage.json",
  ],
  head: ({path: page}: {path: string}) =>
    `<link rel="icon" href="data:,"><meta name="color-scheme" content="light dark"><style>${fontFaces(rootFrom(page))}${colorProperties()}</style>${scriptTag(rootFrom(page))}`,
  header: `<nav class="site" aria-label="Site"><a class="site-name" href="/">Waybill</a> <a href="/charts/">Charts</a> <a href="/sources/">Sources</a> <a href="/explore">Explore</a></nav>`,
  footer: `Every number is a link to the sentence it stands on. What is reported is not proven.`,
};
