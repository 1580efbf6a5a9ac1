import {charts} from "../../src/charts/index.js";
import type {TableRows} from "../../src/model/tables.js";
import type {Chart, ChartRow} from "../../src/waybill/chart/Chart.js";
import {type Database, openDatabase} from "../database.js";

export interface QueriedChart {
  chart: Chart;
  rows: ChartRow[];
}

/**
 * Returns the given charts, or every one, with their rows: each from the
 * tables of the articles that it is about, which `tablesOf` returns by their
 * tag. Throws an Error that names the chart's file if its query fails.
 */
export async function queryCharts(
  tablesOf: (tag: string | undefined) => TableRows,
  queried: readonly Chart[] = charts,
): Promise<QueriedChart[]> {
  const made = new Map<string | undefined, TableRows>();
  const open = new Map<TableRows, Database>();
  const databaseOf = async (tag: string | undefined): Promise<Database> => {
    const tables = made.get(tag) ?? tablesOf(tag);
    made.set(tag, tables);
    const database = open.get(tables) ?? (await openDatabase(tables));
    open.set(tables, database);
    return database;
  };
  const results: QueriedChart[] = [];
  try {
    for (const chart of queried)
      results.push({chart, rows: await rowsOf(chart, await databaseOf(chart.articles))});
  } finally {
    for (const database of open.values()) database.close();
  }
  return results;
}

async function rowsOf({id, query}: Chart, database: Database): Promise<ChartRow[]> {
  try {
    return await database.query<ChartRow>(query);
  } catch (cause) {
    const [problem] = (cause as Error).message.split("\n");
    throw new Error(`src/charts/${id}.ts: query failed: ${problem}`, {cause});
  }
}
