import * as Plot from "@observablehq/plot";
import {scaleLinear} from "d3";
import {formatFigure, formatNumber} from "../model/format.js";
import type {Chart} from "../waybill/chart/Chart.js";
import {type MixedRow, told, workedOut} from "../waybill/chart/facts.js";
import {
  describeChart,
  formatDerived,
  nameOf,
  nameOfMixed,
  reportedBy,
  rowOf,
} from "../waybill/chart/words.js";
import {wrapText} from "../waybill/textWidth.js";
import {textSize} from "../waybill/theme.js";
import {type Label, lineHeight, type Mark, marginOf, startDrawing} from "./frame.js";
import {keyOf} from "./key.js";
import {circle, line, paint} from "./look.js";
import {story} from "./story.js";

type Row = MixedRow & {role: "before" | "rise" | "after"};

const query = `
WITH ${told}, ${workedOut}, before AS (SELECT * FROM worked_out WHERE derived_id = 'ceramics-before')
SELECT * FROM (
  SELECT 'before' AS role, * FROM before
  UNION ALL BY NAME
  SELECT CASE kind WHEN 'percent' THEN 'rise' ELSE 'after' END AS role, t.* FROM told t
  WHERE kind IN ('money', 'percent') AND value IS NOT NULL AND list_has_any(
    string_split(t.stands_on, ' '), (SELECT string_split(stands_on, ' ') FROM before))
)
ORDER BY list_position(['before', 'rise', 'after'], role), facts`;

const partsOf = (rows: Row[]) => ({
  before: rowOf(rows, "before"),
  rise: rowOf(rows, "rise"),
  after: rowOf(rows, "after"),
});

// The formula says after / (1 + rise / 100); a reader wants one number below the line.
const working = (after: Row, rise: Row, style: "prose" | "chart"): string =>
  `${formatFigure(after, style)} ÷ ${formatNumber(1 + rise.value! / 100)}`;

export const ceramics: Chart<Row> = {
  id: "ceramics",
  articles: story,
  query,
  name(row, rows) {
    const {rise, after} = partsOf(rows);
    if (row.derived_id === null) return nameOf(row);
    if (!rise || !after) return nameOfMixed(row);
    return `${formatDerived(row, "prose")}, worked out here: ${working(after, rise, "prose")}, ${reportedBy(row)}`;
  },
  title(rows) {
    const {rise, after} = partsOf(rows);
    if (!after) return "No value is reported for the ceramics";
    return `China's ceramics exports to Russia are said to have ${rise ? `${rise.change === "decrease" ? "fallen" : "risen"} ${formatFigure({...rise, unit: null}, "prose")}%,` : "come"} to ${formatFigure(after, "prose")}`;
  },
  subtitle: () =>
    "Chinese exports of ceramics to Russia in US dollars; ceramics go into body armor, among other things",
  notes(rows) {
    const {before, rise, after} = partsOf(rows);
    if (!rise || !after || !before) return [];
    return [
      `The report does not say what the ${formatNumber(rise.value!)}% compares with, nor for which period. The starting point is worked out: ${working(after, rise, "prose")} is ${formatDerived(before, "prose")}.`,
    ];
  },
  key: (rows) =>
    keyOf(
      rows.filter((row) => row.role !== "rise").map((row) => ({...row, derived: row.derived_id !== null})),
    ),
  describe(rows) {
    const {before, rise, after} = partsOf(rows);
    const short =
      rise && after && before
        ? `Line ${rise.change === "decrease" ? "falling" : "rising"} ${formatNumber(rise.value!)}% from ${formatDerived(before, "prose")}, worked out, to ${formatFigure(after, "prose")}.`
        : after
          ? `One dot: ${formatFigure(after, "prose")}.`
          : "No figures.";
    return describeChart(this, rows, short);
  },
  draw(rows, options) {
    const {width} = options;
    const {paints, color, finish} = startDrawing(this, rows, options);
    const {before, rise, after} = partsOf(rows);
    if (rows.length === 0) return finish({height: 24, marks: []});
    const margin = marginOf(width);
    const narrow = width < 500;
    const height = narrow ? 270 : 310;
    const left = margin + (narrow ? 92 : 120);
    const right = width - margin - (narrow ? 86 : 130);
    const bottom = height - 46;
    const most = Math.max(after?.value ?? 0, before?.value ?? 0) || 1;
    const y = scaleLinear([0, most * 1.12], [bottom, 10]);
    const marks: Mark<Row>[] = [];
    const drop = {stroke: color("muted"), strokeDasharray: "2 4"};
    const ground: Plot.Markish[] = [
      Plot.ruleY([bottom], {x1: [margin], x2: [width - margin], stroke: color("muted")}),
    ];
    const labels: Label[] = [
      {x: left, y: bottom + 16, text: "before", anchor: "middle", color: "muted"},
      {
        x: left,
        y: bottom + 33,
        text: "period not stated",
        anchor: "middle",
        color: "muted",
        size: textSize.small,
      },
      {x: right, y: bottom + 16, text: "after", anchor: "middle", color: "muted"},
      {x: margin, y: bottom - 10, text: "$0", color: "muted", size: textSize.small},
    ];
    if (before) {
      const at = y(before.value!);
      const value = wrapText(formatDerived(before, "chart"), left - margin - 15, {
        size: textSize.value,
        weight: 600,
      });
      ground.push(Plot.ruleX([left], {y1: [at], y2: [bottom], ...drop}));
      marks.push({
        row: before,
        shapes: [{d: circle(left, at, 8), ...paint(paints, "ochre", {paint: "hatched"})}],
        labels: [
          {
            x: left - 15,
            y: at - 6 - (value.length - 1) * textSize.value * lineHeight,
            text: value.join("\n"),
            anchor: "end",
            weight: 600,
            color: "ochre",
            size: textSize.value,
          },
          {
            x: left - 15,
            y: at + 12,
            text: "worked out",
            anchor: "end",
            color: "ochre",
            size: textSize.small,
          },
        ],
      });
    }
    if (before && rise && after) {
      const [y1, y2] = [y(before.value!), y(after.value!)];
      marks.push({
        row: rise,
        shapes: [
          {
            d: line([left + 8, y1 - (8 * (y1 - y2)) / (right - left)], [right, y2]),
            stroke: paints.color("red"),
            strokeWidth: 3,
          },
        ],
        labels: [
          {
            x: (left + right) / 2 - 8,
            y: (y1 + y2) / 2 - 18,
            text: `${rise.change === "decrease" ? "−" : "+"}${formatFigure({...rise, unit: null}, "chart")}%`,
            anchor: "end",
            weight: 600,
            color: "red",
            size: textSize.large,
          },
        ],
      });
    }
    if (after) {
      const at = y(after.value!);
      ground.push(Plot.ruleX([right], {y1: [at], y2: [bottom], ...drop}));
      const value = wrapText(formatFigure(after, "chart"), width - margin - right - 15, {
        size: textSize.value,
        weight: 600,
      });
      // Open upwards: the value is the least it can be.
      const open = [0, 7].map((dy) =>
        line([right - 7, at - 13 - dy], [right, at - 18 - dy], [right + 7, at - 13 - dy]),
      );
      marks.push({
        row: after,
        shapes: [
          {d: circle(right, at, 8), fill: paints.color("red")},
          ...(after.qualifier ? [{d: open.join(""), stroke: paints.color("red"), strokeWidth: 2.5}] : []),
        ],
        labels: [
          {
            x: right + 15,
            y: at - ((value.length - 1) * textSize.value * lineHeight) / 2,
            text: value.join("\n"),
            weight: 600,
            color: "red",
            size: textSize.value,
          },
        ],
      });
    }
    return finish({height, marks, labels, ground});
  },
};
