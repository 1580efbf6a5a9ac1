import * as Plot from "@observablehq/plot";
import {scaleUtc} from "d3";
import {spanX} from "../marks/index.js";
import {edgeOf} from "../marks/span.js";
import {formatDate} from "../model/format.js";
import {textSize} from "../theme.js";
import type {FormOptions, FormRow} from "./Form.js";
import {fitTicks} from "./fitTicks.js";
import {headsAbove} from "./headsAbove.js";
import {lineHeight, linesOf, sideOf} from "./measure.js";
import {startForm} from "./startForm.js";
import {bandsOf} from "./values.js";

const thickness = 14;
const foot = 26;

/** A row with its period, as precisely as it is known: 2022, 2022-07 or 2022-07-24. */
export interface SpanRow extends FormRow {
  period_start?: string | null;
  period_end?: string | null;
}

/**
 * Returns each row as a span in time on one axis, with edges as sharp as its
 * dates are known, and its name and its dates above it. A row without any date
 * keeps its words, and has no span.
 *
 * ```js
 * spans([{label: "The contract", period_start: "2022-02-11", period_end: "2022-02-11"}, {label: "Deliveries", period_start: "2023"}])
 * ```
 */
export function spans<Row extends SpanRow>(
  given: Iterable<Row>,
  options: FormOptions<Row> = {},
): SVGSVGElement {
  const {text = periodText, sort = byStart} = options;
  const form = startForm(given, {...options, text, sort});
  const {rows, width, color, labelOf, textOf, toneOf, own} = form;
  const side = sideOf(width);
  const labels = rows.map((row) =>
    linesOf([textOf(row), labelOf(row)].filter(Boolean).join(": "), width - 2 * side, 3, 600),
  );
  const head = Math.max(1, ...labels.map(({length}) => length)) * lineHeight + 5;
  const band = head + thickness + 16;
  const height = rows.length * band;
  const y = (_row: Row, i: number): number => i;
  const ends = rows.flatMap(({period_start, period_end}) => [
    edgeOf(period_start ?? period_end, "first"),
    edgeOf(period_end ?? period_start, "last"),
  ]);
  const times = ends.flatMap((date) => (date ? [date.getTime()] : []));
  const [first, last] = times.length > 0 ? [Math.min(...times), Math.max(...times)] : [0, 1];
  const {format, begins} = tickUnit(first, last);
  const [left, right] = [side + 2, width - side - 8];
  const scale = scaleUtc([new Date(first), new Date(last)], [left, right]);
  const regular = times.length > 0 ? scale.ticks(form.narrow ? 3 : 6).filter(begins) : [];
  const ticks = fitTicks(regular, {
    place: scale,
    format,
    left: 0,
    right: width,
  });
  return form.finish({
    height: rows.length === 0 ? 0 : height + foot,
    x: {
      type: "utc",
      domain: [new Date(first), new Date(last)],
      range: [left, right],
      axis: null,
    },
    y: bandsOf(rows, band),
    pointOf: ({period_start, period_end}, i) => {
      const end = edgeOf(period_end ?? null, "last") ?? edgeOf(period_start ?? null, "last");
      return end && [Math.min(right, scale(end)), i * band + head + thickness / 2, 4];
    },
    marks: [
      ...(times.length > 0
        ? [
            Plot.axisX({
              anchor: "bottom",
              ticks,
              tickSize: 0,
              tickPadding: 0,
              dy: -foot + 8,
              label: null,
              fill: color("muted"),
              fontSize: textSize.small,
              tickFormat: format,
            }),
          ]
        : []),
      spanX(rows, {
        ...own,
        y,
        fill: toneOf,
        insetTop: head,
        insetBottom: 16,
      } as Parameters<typeof spanX>[1]),
      headsAbove(form, labels, band),
    ],
  });
}
spans.shows = {shape: "strip", ends: false, paint: true} as const;

const year = 365.25 * 864e5;

/** Returns what ticks say, and whether a date begins one: of two ticks in a year that say the year, one would be wrong. */
function tickUnit(
  first: number,
  last: number,
): {format: (date: Date) => string; begins: (date: Date) => boolean} {
  const length = last - first > 2.5 * year ? 4 : last - first > 0.25 * year ? 7 : 10;
  const rest = {4: "-01-01", 7: "-01", 10: ""}[length];
  const day = (date: Date): string => date.toISOString().slice(0, 10);
  return {
    format: (date) => (length === 4 ? day(date).slice(0, 4) : formatDate(day(date).slice(0, length))),
    begins: (date) => day(date).endsWith(rest),
  };
}

function byStart(a: SpanRow, b: SpanRow): number {
  const [x, z] = [a, b].map(({period_start, period_end}) => period_start ?? period_end ?? "9999");
  return x < z ? -1 : x > z ? 1 : 0;
}

function periodText({period_start, period_end}: SpanRow): string {
  const [start, end] = [period_start, period_end].map((iso) => (iso ? formatDate(iso) : null));
  if (start && end) return start === end ? start : `${start} to ${end}`;
  return start ? `Since ${start}` : end ? `By ${end}` : "No date";
}
