import * as Plot from "@observablehq/plot";
import {endOf} from "../marks/end.js";
import {hedgeX} from "../marks/index.js";
import {textSize} from "../theme.js";
import type {FormOptions, FormRow} from "./Form.js";
import {layBlocks} from "./layBlocks.js";
import {sideOf} from "./measure.js";
import {startForm} from "./startForm.js";
import {reachOf} from "./values.js";

export interface SquareOptions<Row extends FormRow> extends FormOptions<Row> {
  /** Side of the largest square in pixels; by the width by default. */
  side?: number;
}

/**
 * Returns a square for each row, all areas to one scale, on one baseline, with
 * name and value above: for values of which one is many times another. What
 * does not fit beside goes below.
 *
 * ```js
 * squares([{label: "Large", value: 100}, {label: "Small", value: 3, qualifier: "about"}])
 * ```
 */
export function squares<Row extends FormRow>(
  given: Iterable<Row>,
  {side, ...options}: SquareOptions<Row> = {},
): SVGSVGElement {
  const form = startForm(given, options);
  const {rows, width, narrow, colorOf, own} = form;
  const most = Math.max(0, ...rows.map(reachOf).filter(Number.isFinite));
  const largest = Math.min(side ?? (narrow ? 200 : Math.min(360, width * 0.4)), width - 2 * sideOf(width));
  const sides = rows.map((row) => {
    const value = reachOf(row);
    return most > 0 && value > 0 ? Math.max(2, largest * Math.sqrt(value / most)) : 0;
  });
  const {places, height, marks} = layBlocks(
    form,
    sides.map((size) => ({width: size, height: size})),
    {size: rows.length <= 3 ? textSize.large : textSize.value},
  );
  return form.finish({
    height,
    x: {type: "identity", axis: null},
    y: {type: "identity", axis: null},
    pointOf: (_row, i) => (sides[i] > 0 ? [places[i].x + sides[i], places[i].bottom - sides[i] / 2] : null),
    marks: [
      Plot.rect(
        rows,
        hedgeX({
          ...own,
          filter: (_row: Row, i: number) => sides[i] > 0,
          x1: (_row: Row, i: number) => places[i].x,
          x2: (_row: Row, i: number) => places[i].x + sides[i],
          y1: (_row: Row, i: number) => places[i].bottom - sides[i],
          y2: (_row: Row, i: number) => places[i].bottom,
          fill: colorOf,
          // Its words say “more than”: a point would make it another shape.
          qualifier: ({qualifier}: Row) => (endOf(qualifier) === "open" ? null : qualifier),
          low: () => null,
          high: () => null,
        }) as Plot.RectOptions,
      ),
      ...marks,
    ],
  });
}
squares.shows = {shape: "square", ends: true, paint: true} as const;
