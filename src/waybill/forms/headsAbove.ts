import * as Plot from "@observablehq/plot";
import {textSize} from "../theme.js";
import type {FormRow} from "./Form.js";
import {lineHeight, sideOf} from "./measure.js";
import type {Drawing} from "./startForm.js";

/** Returns a mark of the rows' names, each in its lines at the top of its band on the band scale y. */
export function headsAbove<Row extends FormRow>(
  {rows, width, inkOf, own}: Drawing<Row>,
  labels: readonly (readonly string[])[],
  band: number,
  size: number = textSize.body,
): Plot.Markish {
  return Plot.text(rows, {
    ...own,
    frameAnchor: "left",
    y: (_row: Row, i: number) => i,
    text: (_row: Row, i: number) => labels[i].join("\n"),
    dx: sideOf(width),
    dy: -band / 2 + 2,
    lineAnchor: "top",
    textAnchor: "start",
    fill: inkOf,
    fontSize: size,
    fontWeight: 600,
    lineHeight: (lineHeight + size - textSize.body) / size,
  });
}
