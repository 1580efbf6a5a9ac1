import {readFileSync} from "node:fs";
import type {Chart, ChartRow} from "../../src/waybill/chart/Chart.js";
import {charts} from "../charts/everyChart.js";

export type {ChartRow};
export {charts};

/** Returns a chart with its published rows. */
export function chartOf(id: string): {chart: Chart; rows: ChartRow[]} {
  const {rows} = JSON.parse(readFileSync(`dist/graphics/${id}.json`, "utf8")) as {rows: ChartRow[]};
  return {chart: charts.find((chart) => chart.id === id)!, rows};
}
