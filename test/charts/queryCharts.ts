import {tablesAbout} from "../../loaders/scope.js";
import {queryCharts as query} from "../../loaders/site/queryCharts.js";
import {loadTables, type Tables} from "../../loaders/tables.js";
import type {ChartRow} from "../../src/waybill/chart/Chart.js";

/** Returns the rows of every chart by its id, from the given tables or those of the seeds. */
export async function queryCharts(tables: Tables = loadTables()): Promise<Map<string, ChartRow[]>> {
  const queried = await query((tag) => tablesAbout(tables, tag));
  return new Map(queried.map(({chart, rows}) => [chart.id, rows]));
}
