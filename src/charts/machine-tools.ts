import {formatFigure, formatNumber} from "../model/format.js";
import type {Chart} from "../waybill/chart/Chart.js";
import {type MixedRow, told, workedOut} from "../waybill/chart/facts.js";
import {
  describeChart,
  formatDerived,
  formatMixed,
  nameOfMixed,
  periodOf,
  rowOf,
  workingOf,
} from "../waybill/chart/words.js";
import {wrapText} from "../waybill/textWidth.js";
import {textSize} from "../waybill/theme.js";
import {lineHeight, type Mark, marginOf, startDrawing} from "./frame.js";
import {keyOf} from "./key.js";
import {bar, endWidth, line, lookOf, paint, rectangle, squares, stepFor} from "./look.js";
import {story} from "./story.js";

type Row = MixedRow & {role: "total" | "part" | "share" | "shipments" | "average"};

const query = `
WITH ${told}, ${workedOut}, sums AS (
  SELECT *, row_number() OVER (ORDER BY value DESC, facts) AS n
  FROM told WHERE goods = 'machine tools' AND kind = 'money' AND unit = 'USD' AND value IS NOT NULL
), total AS (SELECT * FROM sums WHERE n = 1)
SELECT * FROM (
  SELECT 'total' AS role, * EXCLUDE (n) FROM total
  UNION ALL BY NAME
  SELECT 'part' AS role, * EXCLUDE (n) FROM sums WHERE n = 2 AND recipient = (SELECT recipient FROM total)
  UNION ALL BY NAME
  SELECT 'shipments' AS role, * EXCLUDE (n) FROM (
    SELECT *, row_number() OVER (ORDER BY value DESC, facts) AS n FROM told
    WHERE kind = 'count' AND unit = 'shipment' AND value IS NOT NULL
      AND recipient = (SELECT recipient FROM total) AND supplier = (SELECT supplier FROM total)
  ) WHERE n = 1
  UNION ALL BY NAME
  SELECT CASE derived_id WHEN 'direct-share' THEN 'share' ELSE 'average' END AS role, * FROM worked_out
  WHERE derived_id IN ('direct-share', 'average-shipment')
)
ORDER BY list_position(['total', 'part', 'share', 'shipments', 'average'], role), facts`;

const partsOf = (rows: Row[]) => ({
  total: rowOf(rows, "total"),
  part: rowOf(rows, "part"),
  share: rowOf(rows, "share"),
  shipments: rowOf(rows, "shipments"),
  average: rowOf(rows, "average"),
});

export const machineTools: Chart<Row> = {
  id: "machine-tools",
  articles: story,
  query,
  name: nameOfMixed,
  title(rows) {
    const {total, shipments} = partsOf(rows);
    if (!total) return "No value is reported for the machine tools";
    const lots = shipments ? `, in ${formatFigure(shipments, "prose")}` : "";
    const from = total.supplier ? ` from ${total.supplier}` : "";
    return `Machine tools${from} for ${formatFigure(total, "prose")} are said to have reached ${total.recipient ?? "Russia"}${lots}`;
  },
  subtitle(rows) {
    const {total} = partsOf(rows);
    const period = total ? periodOf(total) : "";
    return `Reported value in US dollars, and number of shipments${period ? `, ${period}` : ""}`;
  },
  notes(rows) {
    const {total, part, share, shipments, average} = partsOf(rows);
    return [
      share && total && part
        ? `${formatFigure(part, "prose")} of ${formatFigure(total, "prose")} is ${formatDerived(share, "prose")}: worked out here, no report states it.`
        : "",
      shipments && part
        ? "No report says which of the shipments were the first ones, so none is coloured."
        : "",
      average && shipments
        ? `An even split would be ${formatDerived(average, "prose")} a shipment: worked out here (${workingOf(average, "prose")}), and nobody says that the shipments were alike.`
        : "",
    ].filter(Boolean);
  },
  key: (rows) => keyOf(rows.map((row) => ({...row, derived: row.derived_id !== null}))),
  describe(rows) {
    const {total, part, shipments} = partsOf(rows);
    const short = total
      ? [
          `Bar for ${formatFigure(total, "prose")}${total.qualifier ? ", open at its end" : ""}`,
          part ? `, with ${formatFigure(part, "prose")} marked off inside it` : "",
          shipments
            ? `; below it ${formatNumber(shipments.value!)} ${stepFor(shipments.value!, 400) === 1 ? "small squares, one a shipment" : "shipments as small squares"}`
            : "",
          ".",
        ].join("")
      : "No figures.";
    return describeChart(this, rows, short);
  },
  draw(rows, options) {
    const {width} = options;
    const {paints, finish} = startDrawing(this, rows, options);
    const {total, part, share, shipments, average} = partsOf(rows);
    const margin = marginOf(width);
    const inner = width - 2 * margin;
    const height = 52;
    const most = Math.max(total?.value ?? 0, part?.value ?? 0);
    const scale = most > 0 ? (inner - endWidth.open - 2) / most : 0;
    const marks: Mark<Row>[] = [];
    const strong = {weight: 600, size: textSize.value, color: "red"} as const;
    let y = 10;

    if (total) {
      marks.push({
        row: total,
        shapes: bar(paints, {
          x: margin,
          y: y + 16,
          width: total.value! * scale,
          height,
          hue: "red",
          look: lookOf(total),
        }),
        labels: [{x: margin, y, text: `${formatFigure(total, "chart")} in all`, ...strong}],
      });
      y += 16 + height;
    }
    if (total && part) {
      const right = margin + part.value! * scale;
      const text = wrapText(
        `${formatFigure(part, "chart")} straight from ${part.supplier ?? "one supplier"}`,
        inner,
        {size: textSize.body, weight: 600, most: 3},
      );
      marks.push({
        row: part,
        shapes: [
          {
            d: rectangle(margin + 6, y - height + 6, Math.max(4, right - margin - 6), height - 12),
            stroke: paints.color("paper"),
            strokeWidth: 2,
          },
          {
            d: line([margin + 0.5, y + 3], [margin + 0.5, y + 9], [right, y + 9], [right, y + 3]),
            stroke: paints.color("ink"),
          },
        ],
        labels: [
          {
            x: margin,
            y: y + 22,
            text: text.join("\n"),
            weight: 600,
          },
        ],
      });
      y += 30 + (text.length - 1) * textSize.body * lineHeight;
    }
    if (share) {
      y += 12;
      marks.push({
        row: share,
        shapes: [{d: rectangle(margin + 1, y - 6, 12, 12), ...paint(paints, "ochre", {paint: "hatched"})}],
        labels: [
          {
            x: margin + 20,
            y,
            text: `${formatDerived(share, "chart")} of the whole, worked out`,
            color: "ochre",
          },
        ],
      });
      y += 8;
    }
    if (shipments) {
      const step = stepFor(shipments.value!, 400);
      const count = Math.round(shipments.value! / step);
      const each = step === 1 ? "a square each" : `a square is ${formatNumber(step)}`;
      const perRow = width < 500 ? 21 : width < 800 ? 32 : 63;
      const gap = width < 500 ? 4 : 3;
      const size = Math.min(12.2, (inner - gap * (perRow - 1)) / perRow);
      y += 34;
      marks.push({
        row: shipments,
        shapes: [{d: squares(count, {x: margin, y: y + 16, perRow, size, gap}), fill: paints.color("muted")}],
        labels: [
          {x: margin, y, text: `${formatFigure(shipments, "chart")}, ${each}`, ...strong, color: "ink"},
        ],
      });
      y += 20 + Math.ceil(count / perRow) * (size + gap);
    }
    if (average) {
      const wide = Math.min(inner, Math.max(3, average.value! * scale));
      // Beside the bar, or below it where the bar leaves no room.
      const beside = wide < inner * 0.5;
      const text = wrapText(
        `${formatMixed(average, "chart")} each if all were alike, on the scale of the bar above`,
        beside ? inner - wide - 10 : inner,
        {size: textSize.body},
      );
      y += 14;
      marks.push({
        row: average,
        shapes: [{d: rectangle(margin + 1, y - 8, wide, 16), ...paint(paints, "ochre", {paint: "hatched"})}],
        labels: [
          {
            x: beside ? margin + wide + 9 : margin,
            y: beside ? y : y + 22,
            text: text.join("\n"),
            color: "ochre",
          },
        ],
      });
      y += (beside ? 12 : 34) + (text.length - 1) * textSize.body * lineHeight;
    }
    return finish({height: Math.max(y, 24), marks});
  },
};
