import {startDrawing} from "../../src/charts/frame.js";
import {dot, lookOf} from "../../src/charts/look.js";
import type {Chart, ChartRow} from "../../src/waybill/chart/Chart.js";
import type {FactRow} from "../../src/waybill/chart/facts.js";
import {amountOf, nameOf} from "../../src/waybill/chart/words.js";

/** A chart for as many rows as you like: one dot each, side by side, without labels. */
export const dots: Chart = {
  id: "dots",
  title: () => "Dots",
  subtitle: () => "One dot for each row",
  notes: () => [],
  key: () => [],
  query: "",
  name: (row) => nameOf(row as FactRow),
  describe: (rows) => ({
    short: "Dots.",
    long: (rows as FactRow[]).map((row) => amountOf(row, "prose")).join("; "),
  }),
  draw(rows, options) {
    const {paints, finish} = startDrawing(this, rows, options);
    const perRow = Math.floor(options.width / 14);
    const marks = (rows as (FactRow & ChartRow)[]).map((row, i) => ({
      row,
      shapes: dot(paints, {
        x: 7 + (i % perRow) * 14,
        y: 7 + Math.floor(i / perRow) * 14,
        r: 4,
        hue: "red",
        look: {...lookOf(row), end: "square"},
      }),
    }));
    return finish({height: 14 * Math.ceil(rows.length / perRow), marks});
  },
};
