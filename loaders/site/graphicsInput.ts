import type {GraphicsOptions} from "../graphics/makeGraphics.js";
import {readCached, writeCached} from "./cache.js";
import {readDefinitions} from "./definitions.js";

/** What graphics are made from. */
export type GraphicsInput = Pick<GraphicsOptions, "tables" | "statements" | "charts">;

const name = "graphics-input.json";

/** Keeps what graphics are made from, for the process that makes them: it need not read the seeds again. */
export function writeGraphicsInput({tables, statements, charts: queried}: GraphicsInput): void {
  const cited = queried.flatMap(({rows}) => rows.flatMap(({stands_on}) => stands_on.split(" ")));
  const used = [...new Set(cited)].flatMap((id) => statements.get(id) ?? []);
  const articles = new Set(used.map(({article_id}) => article_id));
  writeCached(
    name,
    JSON.stringify({
      articles: tables.articles.filter(({article_id}) => articles.has(String(article_id))),
      statements: used,
      rows: queried.map(({chart, rows}) => [chart.id, rows]),
    }),
  );
}

/** Returns what graphics are made from, as it was kept last. Throws if it never was. */
export function readGraphicsInput(): GraphicsInput {
  const {articles, statements, rows} = JSON.parse(readCached(name));
  const rowsOf = new Map<string, GraphicsInput["charts"][number]["rows"]>(rows);
  return {
    tables: {articles},
    statements: new Map(statements.map((statement: {id: string}) => [statement.id, statement])),
    charts: readDefinitions().flatMap(({chart}) =>
      rowsOf.has(chart.id) ? [{chart, rows: rowsOf.get(chart.id)!}] : [],
    ),
  };
}
