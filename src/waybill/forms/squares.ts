import * as Plot from "@observablehq/plot";
import {hedgeX} from "../marks/index.js";
import {textSize} from "../theme.js";
import type {FormOptions, FormRow} from "./Form.js";
import {linesOf, reachOf, sideOf, startForm, widthOf} from "./startForm.js";

const lineHeight = 17;
const gap = 28;

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
  options: SquareOptions<Row> = {},
): SVGSVGElement {
  const form = startForm(given, options);
  const {rows, width, narrow, color, labelOf, textOf, colorOf, isStrong, own} = form;
  const side = sideOf(width);
  const inner = width - 2 * side;
  const most = Math.max(0, ...rows.map(reachOf).filter(Number.isFinite));
  const largest = Math.min(options.side ?? (narrow ? 180 : 250), inner);
  const sides = rows.map((row) => {
    const value = reachOf(row);
    return most > 0 && value > 0 ? Math.max(2, largest * Math.sqrt(value / most)) : 0;
  });
  const words = rows.map((row, i) => {
    const room = Math.min(inner, Math.max(sides[i], 130));
    return {room, label: linesOf(labelOf(row), room, 3), value: linesOf(textOf(row), room, 2, 600)};
  });
  const cells = words.map(({label, value}, i) => ({
    width: Math.max(sides[i], widthOf(label), widthOf(value, textSize.value, 600)),
    head: label.length * lineHeight + value.length * 19 + 8,
  }));
  // In lines, each as high as its highest square with its words.
  const places: {x: number; bottom: number}[] = [];
  let line: number[] = [];
  let x = side;
  let y = 0;
  const close = (): void => {
    if (line.length === 0) return;
    const tall = Math.max(...line.map((i) => sides[i] + cells[i].head));
    for (const i of line) places[i].bottom = y + tall;
    y += tall + gap;
    line = [];
    x = side;
  };
  rows.forEach((_row, i) => {
    if (x > side && x + cells[i].width > width - side) close();
    places[i] = {x, bottom: 0};
    line.push(i);
    x += cells[i].width + gap;
  });
  close();
  const text = (of: "label" | "value", options: Plot.TextOptions) =>
    Plot.text(rows, {
      ...own,
      x: (_row: Row, i: number) => places[i].x,
      y: (_row: Row, i: number) =>
        places[i].bottom - sides[i] - cells[i].head + (of === "value" ? 0 : words[i].value.length * 19 + 2),
      text: (_row: Row, i: number) => words[i][of].join("\n"),
      textAnchor: "start",
      lineAnchor: "top",
      lineHeight: of === "value" ? 19 / textSize.value : lineHeight / textSize.body,
      ...options,
    });
  return form.finish({
    height: Math.max(0, y - gap + 2),
    x: {type: "identity", axis: null},
    y: {type: "identity", axis: null},
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
          low: () => null,
          high: () => null,
        }) as Plot.RectOptions,
      ),
      text("value", {fill: colorOf, fontSize: textSize.value, fontWeight: 600}),
      text("label", {
        fill: (row: Row) => (isStrong(row) ? color("ink") : color("muted")),
        fontSize: textSize.body,
      }),
    ],
  });
}
