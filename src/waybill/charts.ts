/*
 * What a story's charts are made with: the rows of its facts, the forms that draw
 * them, and words for what they hold.
 *
 *   import {bars, defineChart, told} from "waybill/charts";
 */
export type {Chart, ChartRow} from "./chart/Chart.js";
export {defineChart} from "./chart/defineChart.js";
export {type FactRow, noted, type ShownRow, shown, told} from "./chart/facts.js";
export {nameOf, nameOfShown, partiesOf, periodOf, reportedBy, rowOf} from "./chart/words.js";
export * from "./forms/index.js";
export {
  capitalize,
  formatCount,
  formatDate,
  formatFigure,
  formatNumber,
  formatValue,
} from "./model/format.js";
