import {parseHTML} from "linkedom";
import type {Chart, ChartDocument, ChartRow, Theme} from "../../src/charts/Chart.js";
import {widths} from "../../src/charts/index.js";

export const themes: readonly Theme[] = ["auto", "light", "dark"];

export interface Rounds {
  /** Rounds that are not counted, until the code is warm. */
  warm?: number;
  rounds?: number;
}

/** Returns how many milliseconds the given work takes: the median of some rounds, after some that are not counted. */
export function medianTime(work: () => void, {warm = 20, rounds = 15}: Rounds = {}): number {
  for (let i = 0; i < warm; i++) work();
  const times = Array.from({length: rounds}, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)];
}

/** Calls `draw` once for every width in every theme, with one document for all, as at build. */
export function drawNine(draw: (width: number, theme: Theme, document: ChartDocument) => unknown): void {
  const document = parseHTML("<!doctype html><html><body></body></html>")
    .document as unknown as ChartDocument;
  for (const width of widths) for (const theme of themes) draw(width, theme, document);
}

/** Returns the median time in milliseconds of all nine drawings of a chart. */
export const drawingTime = (chart: Chart, rows: ChartRow[], rounds?: Rounds): number =>
  medianTime(() => drawNine((width, theme, document) => chart.draw(rows, {width, theme, document})), rounds);
