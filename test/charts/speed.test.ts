import {describe, expect, it} from "vitest";
import {charts} from "../../src/charts/index.js";
import {drawingTime} from "./drawingTime.js";
import {queryCharts} from "./queryCharts.js";

const rowsOf = await queryCharts();

// A machine that is not busy takes 5 to 30 ms; a median lets single pauses pass.
const most = 150;

describe("drawing", () => {
  it.each(charts.map((chart) => [chart.id, chart] as const))(
    `%s at every width in every theme takes less than ${most} ms, once warm`,
    (id, chart) => {
      expect(drawingTime(chart, rowsOf.get(id)!, {warm: 5, rounds: 9})).toBeLessThan(most);
    },
  );
});
