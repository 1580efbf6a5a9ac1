import {describe, expect, it} from "vitest";
import {charts} from "../../src/charts/index.js";
import {drawingsOf, medianTimes} from "./drawingTime.js";
import {queryCharts} from "./queryCharts.js";

const rowsOf = await queryCharts();

// Most take 5 to 30 ms, the map some 80. Medians of a processor's time, so that a
// busy machine does not count.
const most = 150;

describe("drawing", () => {
  it.each(charts.map((chart) => [chart.id, chart] as const))(
    `%s at every width in every theme takes less than ${most} ms, once warm`,
    (id, chart) => {
      const [time] = medianTimes([drawingsOf(chart, rowsOf.get(id)!)], {warm: 5, rounds: 9});
      expect(time).toBeLessThan(most);
    },
  );
});
