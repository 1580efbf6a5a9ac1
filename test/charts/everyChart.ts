import {readDefinitions} from "../../loaders/site/definitions.js";
import type {Chart} from "../../src/waybill/chart/Chart.js";

/** Every chart, those that pages write in fields among them, each with its id: as rows of a table of tests. */
export const everyChart: readonly (readonly [string, Chart])[] = readDefinitions().map(({chart}) => [
  chart.id,
  chart,
]);
