import {parseHTML} from "linkedom";
import type {Chart, ChartDocument, ChartRow, Theme} from "../../src/waybill/chart/Chart.js";

/** A page of its own for every drawing, as at build. */
export const newDocument = (): ChartDocument =>
  parseHTML("<!doctype html><html><body></body></html>").document as unknown as ChartDocument;

/** Returns the drawing of a chart without a browser. */
export const drawChart = (
  chart: Chart,
  rows: ChartRow[],
  width: number,
  {theme = "auto", choices = {}}: {theme?: Theme; choices?: Record<string, string>} = {},
): SVGSVGElement => chart.draw(rows, {width, document: newDocument(), theme, choices});
