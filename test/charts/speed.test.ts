import * as Plot from "@observablehq/plot";
import {describe, expect, it} from "vitest";
import {drawingsOf, drawNine, medianTimes} from "./drawingTime.js";
import {everyChart} from "./everyChart.js";
import {queryCharts} from "./queryCharts.js";

const rowsOf = await queryCharts();

// Twelve bars with their names, as Plot draws them by itself.
const bars = Array.from({length: 12}, (_, i) => ({name: `Row ${i}`, value: i + 1}));
const plain = () =>
  drawNine((width, _theme, document) =>
    Plot.plot({document, width, marginLeft: 60, marks: [Plot.barX(bars, {x: "value", y: "name"})]}),
  );

// Works of one run, in turn: a slow or busy machine is as slow for both.
const most = 15;

describe("drawing", () => {
  it.each(everyChart)(
    `%s takes less than ${most} times as long as twelve plain bars of Plot, once warm`,
    (id, chart) => {
      const [time, bare] = medianTimes([drawingsOf(chart, rowsOf.get(id)!), plain], {warm: 5, rounds: 9});
      expect(time / bare).toBeLessThan(most);
    },
  );
});
