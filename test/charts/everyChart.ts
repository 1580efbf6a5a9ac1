import {readDefinitions} from "../../loaders/site/definitions.js";
import type {Chart} from "../../src/waybill/chart/Chart.js";

/** Every chart of the story that this repository holds, whichever it is, those that pages write in fields among them. */
export const charts: readonly Chart[] = readDefinitions().map(({chart}) => chart);

/** Every chart with its id: as rows of a table of tests. */
export const everyChart: readonly (readonly [string, Chart])[] = charts.map((chart) => [chart.id, chart]);
