import {openDatabase} from "../../loaders/database.js";
import {loadTables} from "../../loaders/tables.js";
import type {ChartRow} from "../../src/charts/Chart.js";
import {charts} from "../../src/charts/index.js";
import type {TableRows} from "../../src/model/tables.js";

/** Returns the rows of every chart by its id, from the given tables or those of the seeds. */
export async function queryCharts(tables: TableRows = loadTables()): Promise<Map<string, ChartRow[]>> {
  const database = await openDatabase(tables);
  try {
    const rows = new Map<string, ChartRow[]>();
    for (const {id, query} of charts) rows.set(id, await database.query<ChartRow>(query));
    return rows;
  } finally {
    database.close();
  }
}
