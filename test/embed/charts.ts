import {readFileSync} from "node:fs";
import type {Chart, ChartRow} from "../../src/charts/Chart.js";
import {charts, chartOf as find} from "../../src/charts/index.js";

export type {ChartRow};
export {charts};

/** Returns a chart with its published rows. */
export function chartOf(id: string): {chart: Chart; rows: ChartRow[]} {
  const {rows} = JSON.parse(readFileSync(`dist/graphics/${id}.json`, "utf8")) as {rows: ChartRow[]};
  return {chart: find(id), rows};
}
