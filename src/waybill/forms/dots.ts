import * as Plot from "@observablehq/plot";
import {scaleLinear, scaleLog} from "d3";
import {hedgedDot} from "../marks/index.js";
import {formatValue} from "../model/format.js";
import {textSize} from "../theme.js";
import {noteLine, noteLines} from "./annotate.js";
import {wordsOf} from "./channels.js";
import type {FormOptions, FormRow} from "./Form.js";
import {fitTicks} from "./fitTicks.js";
import {lineHeight, linesOf, sideOf, widthOf} from "./measure.js";
import {namesOf} from "./names.js";
import {type Piece, startForm} from "./startForm.js";
import {boundsAt, boundsOf, commonUnit, reachOf} from "./values.js";

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
  {scale: along, fromZero = true, ...options}: DotOptions<Row> = {},
): SVGSVGElement {
  const form = startForm(given, options);
  const {rows, width, color, textOf, colorOf, noteOf, own} = form;
  const side = sideOf(width);
  const widths = rows.map((row) => widthOf([textOf(row)], textSize.body, 600) + 26);
  const widest = Math.max(0, ...widths);
  const names = namesOf(form, {words: widest, share: form.narrow ? 0.5 : 0.3});
  const {above, crowded} = names;
  const bounds = rows.flatMap(boundsOf);
  const [least, most] = [Math.min(...bounds), Math.max(...bounds)];
  const isLog = least > 0 && (along === "log" || (along === undefined && most / least > 1000));
  const left = names.left + 10;
  const right = width - side - (crowded ? 24 : widest);
  const domain =
    bounds.length === 0
      ? [0, 1]
      : isLog
        ? [least, least === most ? least * 10 : most]
        : fromZero
          ? [Math.min(0, least), Math.max(0, most) || 1]
          : around(least, most);
  const scale = (isLog ? scaleLog : scaleLinear)(domain as [number, number], [left, right]);
  const unit = commonUnit(rows);
  const format = (value: number): string => formatValue(value, unit, "chart");
  const ticks = fitTicks(bounds.length === 0 ? [] : roundTicks(scale.ticks(form.narrow ? 3 : 5), isLog), {
    place: scale,
    format,
    left: 0,
    right: width,
  });
  const r = rows.length <= 6 ? 8 : 6.5;
  const [byOf, againstOf] = [wordsOf(options.by, () => ""), wordsOf(options.against, () => null)];
  const quiet: Piece[] = [];
  let y = 0;
  const places = rows.map((row, i) => {
    const body = above ? 24 : Math.max(34, names.leastOf(i) + 12);
    const top = y + 2;
    const middle = y + names.headOf(i) + body / 2;
    const free = width - side - (Number.isFinite(reachOf(row)) ? scale(reachOf(row)) : left) - widths[i];
    const note = noteOf(row);
    y =
      middle +
      body / 2 +
      (above ? 6 : 0) +
      (note && free < 180 ? noteLines(note, 220).length * noteLine + 10 : 0);
    const words = [byOf(row), againstOf(row)].filter(Boolean).join(". ");
    const lines = linesOf(words, width - left - side, 5, 400, textSize.small + 0.5);
    if (lines.length > 0) {
      quiet.push({row: i, x: left, y: middle + r + 5, text: lines, fill: color("muted")});
      y = Math.max(y, middle + r + 5 + lines.length * lineHeight + 8);
    }
    return {top, middle};
  });
  const foot = 30;
  const placeOf = (row: Row): number => scale(reachOf(row));
  const middleOf = (_row: Row, i: number): number => places[i].middle;
  return form.finish({
    height: rows.length === 0 ? 0 : y + foot,
    x: {type: "identity", axis: null},
    y: {type: "identity", axis: null},
    pointOf: (row, i) => (Number.isFinite(reachOf(row)) ? [placeOf(row), places[i].middle, r + 1] : null),
    marks: [
      Plot.ruleX(ticks, {x: scale, y1: 0, y2: y, stroke: color("rule")}),
      Plot.text(ticks, {
        x: scale,
        y: y + 18,
        text: format,
        fill: color("muted"),
        fontSize: textSize.small,
      }),
      // From the name to the dot, where names stand at the side.
      above
        ? null
        : Plot.ruleY(rows, {
            filter: (row: Row) => Number.isFinite(reachOf(row)),
            x1: left,
            x2: placeOf,
            y: middleOf,
            stroke: color("rule"),
            strokeDasharray: "1 3",
          }),
      ...names.marks(
        rows.map((_row, i) => i),
        (i) => places[i],
      ),
      hedgedDot(rows, {
        ...own,
        ...boundsAt(scale),
        x: placeOf,
        y: middleOf,
        r,
        fill: colorOf,
        sort: null,
      } as Plot.DotOptions),
      quiet.length > 0
        ? form.words(quiet, {fontSize: textSize.small + 0.5, stroke: color("paper"), strokeWidth: 4})
        : null,
      form.words(
        (crowded ? [] : rows).map((row, i) => ({
          row: i,
          x: Number.isFinite(reachOf(row)) ? placeOf(row) + 20 : left,
          y: places[i].middle,
          text: textOf(row),
        })),
        {lineAnchor: "middle", fontWeight: 600, stroke: color("paper"), strokeWidth: 4},
      ),
    ],
  });
}
dots.shows = {shape: "dot", ends: true, paint: true} as const;
dots.against = true as const;

// Over many powers of ten, those powers alone.
function roundTicks(ticks: readonly number[], isLog: boolean): readonly number[] {
  const powers = ticks.filter((value) => Number.isInteger(Math.round(Math.log10(value) * 1e9) / 1e9));
  return isLog && powers.length > 2 ? powers : ticks;
}

// A little room on both sides, and some where all values are one.
function around(least: number, most: number): [number, number] {
  const room = (most - least || Math.abs(most) || 1) * 0.08;
  return [least - room, most + room];
}
