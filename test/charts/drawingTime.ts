import {parseHTML} from "linkedom";
import type {Chart, ChartDocument, ChartRow, Theme} from "../../src/waybill/chart/Chart.js";
import {widths} from "../../src/waybill/chart/widths.js";

export const themes: readonly Theme[] = ["auto", "light", "dark"];

export interface Rounds {
  /** Rounds that are not counted, until the code is warm. */
  warm?: number;
  rounds?: number;
}

/**
 * Returns how many milliseconds of a processor each of the given works takes:
 * medians of rounds in which they take turns, after some that are not counted.
 * What else the machine does at the time is not counted either.
 */
export function medianTimes(works: readonly (() => void)[], {warm = 20, rounds = 15}: Rounds = {}): number[] {
  const times = works.map(() => [] as number[]);
  for (let round = -warm; round < rounds; round++)
    works.forEach((work, n) => {
      const start = process.cpuUsage();
      work();
      const {user, system} = process.cpuUsage(start);
      if (round >= 0) times[n].push((user + system) / 1000);
    });
  return times.map((list) => list.sort((a, b) => a - b)[Math.floor(rounds / 2)]);
}

/** Calls `draw` once for every width in every theme, with one document for all, as at build. */
export function drawNine(draw: (width: number, theme: Theme, document: ChartDocument) => unknown): void {
  const document = parseHTML("<!doctype html><html><body></body></html>")
    .document as unknown as ChartDocument;
  for (const width of widths) for (const theme of themes) draw(width, theme, document);
}

/** Returns the work of making all nine drawings of a chart. */
export const drawingsOf =
  (chart: Chart, rows: ChartRow[]): (() => void) =>
  () =>
    drawNine((width, theme, document) => chart.draw(rows, {width, theme, document}));
