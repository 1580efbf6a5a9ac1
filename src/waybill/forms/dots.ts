import * as Plot from "@observablehq/plot";
import {scaleLinear, scaleLog} from "d3";
import {formatValue} from "../../model/format.js";
import {hedgedDot} from "../marks/index.js";
import {textSize} from "../theme.js";
import type {FormOptions, FormRow} from "./Form.js";
import {fitTicks} from "./fitTicks.js";
import {bandsOf, linesOf, reachOf, sideOf, startForm, widthOf} from "./startForm.js";

const lineHeight = 17;

export interface DotOptions<Row extends FormRow> extends FormOptions<Row> {
  /** How values lie along the axis; “log” where they span more than three powers of ten and none is 0 or less. */
  scale?: "linear" | "log";
  /** Whether a linear axis starts at zero; it does by default. */
  fromZero?: boolean;
}

/**
 * Returns a dot for each row on one axis, with its name and its value: for
 * values that have no common zero, and for those that span many powers of ten.
 * Ranges are lines from bound to bound.
 *
 * ```js
 * dots([{label: "Ford", value: 4e6}, {label: "Morgan", value: 850}], {scale: "log"})
 * ```
 */
export function dots<Row extends FormRow>(
  given: Iterable<Row>,
  options: DotOptions<Row> = {},
): SVGSVGElement {
  const form = startForm(given, options);
  const {rows, width, color, labelOf, textOf, colorOf, isStrong, own} = form;
  const side = sideOf(width);
  const widest = Math.max(0, ...rows.map((row) => widthOf([textOf(row)], textSize.body, 600))) + 26;
  // Words that would leave no room for the axis stand above it, with the names.
  const crowded = widest > (width - 2 * side) * (form.narrow ? 0.5 : 0.3);
  const narrow = form.narrow || crowded;
  const bounds = rows.flatMap((row) =>
    [row.value, row.low, row.high].filter((v): v is number => Number.isFinite(v)),
  );
  const [least, most] = [Math.min(...bounds), Math.max(...bounds)];
  const isLog = options.scale === "log" || (options.scale === undefined && least > 0 && most / least > 1000);
  const room = narrow
    ? width - 2 * side
    : Math.ceil(Math.min(width * 0.36, widthOf(rows.map(labelOf), textSize.body, 600) + 4));
  const labels = rows.map((row) =>
    linesOf(crowded ? `${textOf(row)} ${labelOf(row)}`.trim() : labelOf(row), room, 3, 600),
  );
  const lines = Math.max(1, ...labels.map(({length}) => length));
  const head = narrow ? lines * lineHeight : 0;
  const band = narrow ? head + 30 : Math.max(34, lines * lineHeight + 12);
  const foot = 30;
  const height = rows.length === 0 ? 0 : rows.length * band + foot;
  const left = narrow ? side + 10 : room + 24;
  const right = width - side - (crowded ? 24 : widest);
  const unit = rows.find((row) => row.unit)?.unit ?? null;
  const domain =
    bounds.length === 0
      ? [0, 1]
      : isLog
        ? [least, most]
        : options.fromZero === false
          ? around(least, most)
          : [Math.min(0, least), Math.max(0, most) || 1];
  const format = (value: number): string => formatValue(value, unit, "chart");
  const scale = (isLog ? scaleLog : scaleLinear)(domain as [number, number], [left, right]);
  const ticks = fitTicks(bounds.length === 0 ? [] : scale.ticks(form.narrow ? 3 : 5), {
    place: scale,
    format,
    left: 0,
    right: width,
  });
  const y = (_row: Row, i: number): number => i;
  const strong = (row: Row): string => (isStrong(row) ? color("ink") : color("muted"));
  return form.finish({
    height,
    x: {type: isLog ? "log" : "linear", domain, range: [left, right], axis: null, nice: false},
    y: bandsOf(rows, band),
    marks: [
      Plot.gridX(ticks, {y1: 0, stroke: color("rule"), strokeOpacity: 1, insetBottom: foot - 4}),
      Plot.axisX(ticks, {
        anchor: "bottom",
        tickSize: 0,
        tickPadding: 0,
        dy: -foot + 8,
        label: null,
        fill: color("muted"),
        fontSize: textSize.small,
        tickFormat: format,
      }),
      Plot.text(rows, {
        ...own,
        frameAnchor: "left",
        y,
        text: (_row: Row, i: number) => labels[i].join("\n"),
        dx: narrow ? side : room,
        dy: narrow ? (head - band) / 2 + 4 : 0,
        textAnchor: narrow ? "start" : "end",
        fill: strong,
        stroke: narrow ? color("paper") : undefined,
        fontSize: textSize.body,
        fontWeight: (options.emphasis ? 400 : 600) as number,
        lineHeight: lineHeight / textSize.body,
      } as Plot.TextOptions),
      hedgedDot(rows, {
        ...own,
        x: "value",
        y,
        r: 6.5,
        fill: colorOf,
        dy: head / 2,
        sort: null,
      } as Plot.DotOptions),
      Plot.text(crowded ? [] : rows, {
        ...own,
        filter: (row: Row) => Number.isFinite(reachOf(row)),
        x: reachOf,
        y,
        text: textOf,
        dx: 20,
        dy: head / 2,
        textAnchor: "start",
        fill: strong,
        stroke: color("paper"),
        strokeWidth: 4,
        fontSize: textSize.body,
        fontWeight: 600,
      }),
    ],
  });
}

// A little room on both sides, and some where all values are one.
function around(least: number, most: number): [number, number] {
  const room = (most - least || Math.abs(most) || 1) * 0.08;
  return [least - room, most + room];
}
