import * as Plot from "@observablehq/plot";
import {hedgedBarX} from "../marks/index.js";
import {textSize} from "../theme.js";
import type {FormOptions, FormRow} from "./Form.js";
import {fitScale} from "./fitScale.js";
import {bandsOf, linesOf, reachOf, sideOf, startForm, widthOf} from "./startForm.js";

const lineHeight = 17;
const gap = 8;

/**
 * Returns a bar for each row, to one scale from zero, with its name and its
 * value in words at it: names beside the bars, or above them where there is no
 * room. A row without a value keeps its words, and has no bar.
 *
 * ```js
 * bars([{label: "Wheat", value: 2e6, unit: "tonne", qualifier: "about"}, {label: "Maize", value: 9e5, unit: "tonne"}])
 * ```
 */
export function bars<Row extends FormRow>(
  given: Iterable<Row>,
  options: FormOptions<Row> = {},
): SVGSVGElement {
  const form = startForm(given, options);
  const {rows, width, color, labelOf, textOf, colorOf, isStrong, own} = form;
  const side = sideOf(width);
  const values = rows.map(reachOf);
  const widths = rows.map((row) => widthOf([textOf(row)], textSize.value, 600) + gap);
  const widest = (sign: 1 | -1): number =>
    Math.max(0, ...widths.filter((_width, i) => (sign === -1) === values[i] < 0));
  // Words that would leave no room for the bars stand above them, with the names.
  const crowded = widest(1) + widest(-1) > (width - 2 * side) * (form.narrow ? 0.6 : 0.35);
  const narrow = form.narrow || crowded;
  const room = narrow
    ? width - 2 * side
    : Math.ceil(Math.min(width * 0.36, widthOf(rows.map(labelOf), textSize.body, 600) + 4));
  const labels = rows.map((row) =>
    linesOf(crowded ? `${textOf(row)} ${labelOf(row)}`.trim() : labelOf(row), room, 3, 600),
  );
  const lines = Math.max(1, ...labels.map(({length}) => length));
  const thickness = rows.length > 20 ? 16 : narrow ? 20 : 26;
  const head = narrow ? lines * lineHeight + 3 : 0;
  const band = narrow ? head + thickness + 16 : Math.max(thickness + 14, lines * lineHeight + 12);
  const height = rows.length * band;
  const left = narrow ? side : room + 14;
  const {zero, unit} = fitScale(values, crowded ? widths.map(() => 0) : widths, width - left - side);
  const position = (value: number): number => left + zero + value * unit;
  const inset = (band - head - thickness) / 2;
  const y = (_row: Row, i: number): number => i;
  const strong = (row: Row): string => (isStrong(row) ? color("ink") : color("muted"));
  const value = (sign: 1 | -1) =>
    Plot.text(rows, {
      ...own,
      filter: (_row: Row, i: number) => (sign === -1) === values[i] < 0,
      x: (_row: Row, i: number) => (Number.isFinite(values[i]) ? values[i] : 0),
      y,
      text: textOf,
      dx: sign * gap,
      dy: head / 2,
      textAnchor: sign === 1 ? "start" : "end",
      fill: strong,
      fontSize: textSize.value,
      fontWeight: 600,
    });
  return form.finish({
    height,
    x: {domain: [0, 1], range: [position(0), position(1)], axis: null},
    y: bandsOf(rows, band),
    marks: [
      hedgedBarX(rows, {
        ...own,
        x: "value",
        y,
        fill: colorOf,
        insetTop: head + inset,
        insetBottom: inset,
      } as Plot.BarXOptions),
      // Above each bar stands its name, which no line may strike.
      rows.length > 0 && !narrow ? Plot.ruleX([0], {stroke: color("ink"), strokeOpacity: 0.5}) : null,
      Plot.text(rows, {
        ...own,
        frameAnchor: "left",
        y,
        text: (_row: Row, i: number) => labels[i].join("\n"),
        dx: narrow ? side : room,
        dy: narrow ? (head - band) / 2 + 2 : 0,
        textAnchor: narrow ? "start" : "end",
        fill: strong,
        fontSize: textSize.body,
        fontWeight: (options.emphasis ? 400 : 600) as number,
        lineHeight: lineHeight / textSize.body,
      }),
      ...(crowded ? [] : [value(1), value(-1)]),
    ],
  });
}
