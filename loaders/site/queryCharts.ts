import type {Chart, ChartRow} from "../../src/charts/Chart.js";
import {charts} from "../../src/charts/index.js";
import type {Database} from "../database.js";

export interface QueriedChart {
  chart: Chart;
  rows: ChartRow[];
}

/** Returns every chart with its rows. Throws an Error that names the chart's file if its query fails. */
export async function queryCharts(database: Database): Promise<QueriedChart[]> {
  const queried: QueriedChart[] = [];
  for (const chart of charts) {
    try {
      queried.push({chart, rows: await database.query<ChartRow>(chart.query)});
    } catch (cause) {
      const [problem] = (cause as Error).message.split("\n");
      throw new Error(`src/charts/${chart.id}.ts: query failed: ${problem}`, {cause});
    }
  }
  return queried;
}
