import {capitalize, formatCount, formatFigure} from "../model/format.js";
import type {Chart} from "../waybill/chart/Chart.js";
import {type FactRow, told} from "../waybill/chart/facts.js";
import {drawn, list, undrawnNotes} from "../waybill/chart/many.js";
import {amountOf, describeChart, nameOf, partiesOf} from "../waybill/chart/words.js";
import {wrapText} from "../waybill/textWidth.js";
import {textSize} from "../waybill/theme.js";
import {type Label, lineHeight, type Mark, marginOf, mostLines, startDrawing} from "./frame.js";
import {keyOf} from "./key.js";
import {lookOf, paint, squares, stepFor} from "./look.js";
import {story} from "./story.js";

type Row = FactRow & {remark: string | null};

const query = `
WITH ${told}
SELECT t.*, (
  SELECT min(d.what) FROM disagreements d
  WHERE d.kind = 'implausible' AND list_has_any(string_split(d.figures, ' '), string_split(t.stands_on, ' '))
) AS remark
FROM told t
WHERE t.kind IN ('count', 'mass', 'volume', 'length', 'area') AND t.value > 0 AND t.goods IS NOT NULL
ORDER BY t.status = 'delivered' DESC, t.value DESC, t.facts`;

/** Returns how many one square stands for, so that there are at most a hundred of them. */
const perSquare = (value: number): number => stepFor(value, 100);

function scaleOf(row: FactRow): string {
  const step = perSquare(row.value!);
  return `a square is ${formatFigure({...row, value: step, qualifier: null}, "chart")}`;
}

export const consignments: Chart<Row> = {
  id: "consignments",
  articles: story,
  query,
  name: nameOf,
  title(rows) {
    if (rows.length === 0) return "Nothing that was counted is reported";
    const units = new Set(rows.map(({unit}) => unit)).size;
    const quantities = `${capitalize(formatCount(rows.length))} ${rows.length === 1 ? "quantity" : "quantities"}`;
    return `${quantities} in ${formatCount(units)} ${units === 1 ? "unit" : "units"}${units > 1 ? ": no two can be compared" : ""}`;
  },
  subtitle: () => "What the reports count, each drawn on a scale of its own",
  notes: (rows) => [
    ...drawn(rows)
      .filter(({remark}) => remark !== null)
      .map(
        (row) =>
          `“${row.exact}${row.thing ? ` of ${row.thing}` : ""}” stands as it was reported. ${row.remark}`,
      ),
    ...undrawnNotes(rows, "largest quantities"),
  ],
  key: (rows) => keyOf(rows),
  describe(rows) {
    const short =
      rows.length > 0
        ? `Small pictures of squares, each on its own scale: ${list(rows.map((row) => amountOf(row, "prose")))}.`
        : "No figures.";
    return describeChart(this, rows, short);
  },
  draw(all, options) {
    const rows = drawn(all);
    const {width} = options;
    const {paints, finish} = startDrawing(this, rows, options);
    const margin = marginOf(width);
    const columns = width < 500 ? 1 : width < 800 ? 2 : 3;
    const gutter = 32;
    const wide = (width - 2 * margin - gutter * (columns - 1)) / columns;
    const marks: Mark<Row>[] = [];
    let y = 10;
    for (let first = 0; first < rows.length; first += columns) {
      const line = rows.slice(first, first + columns);
      const heads = line.map((row) =>
        wrapText(amountOf(row, "chart"), wide, {size: textSize.value, weight: 600, most: mostLines.name}),
      );
      const details = line.map((row) =>
        wrapText(
          [row.status === "delivered" ? "" : row.status, partiesOf(row)].filter(Boolean).join(" "),
          wide,
          {size: textSize.body, most: mostLines.name},
        ),
      );
      const headHeight = Math.max(...heads.map((lines) => lines.length)) * textSize.value * lineHeight;
      const detailHeight = Math.max(...details.map((lines) => lines.length)) * textSize.body * lineHeight;
      const top = y + headHeight + detailHeight + 24;
      const rowsOf = line.map((row) =>
        Math.ceil(row.value! / perSquare(row.value!) / perRow(row.value!, wide)),
      );
      line.forEach((row, i) => {
        const x = margin + i * (wide + gutter);
        const step = perSquare(row.value!);
        const look = lookOf(row);
        const labels: Label[] = [
          {x, y, text: heads[i].join("\n"), weight: 600, size: textSize.value},
          {x, y: y + headHeight + 1, text: details[i].join("\n"), color: "muted"},
          {
            x,
            y: y + headHeight + detailHeight + 4,
            text: wrapText(scaleOf(row), wide, {size: textSize.small, most: 1}).join(""),
            color: "muted",
            size: textSize.small,
          },
        ];
        const style = paint(paints, "red", look);
        marks.push({
          row,
          shapes: [
            {
              d: squares(Math.round(row.value! / step) || 1, {
                x: x + 0.75,
                y: top,
                perRow: perRow(row.value!, wide),
                size: square,
                gap,
              }),
              ...style,
              strokeWidth: 1,
            },
          ],
          labels,
        });
      });
      y = top + Math.max(...rowsOf) * (square + gap) + 34;
    }
    return finish({height: Math.max(24, y - 32), marks});
  },
};

const square = 10;
const gap = 3.5;

/** Returns how many squares stand in a row: twenty, or as many as fit. */
function perRow(value: number, wide: number): number {
  const count = Math.round(value / perSquare(value));
  return Math.min(count <= 12 ? 12 : 20, Math.floor((wide + gap) / (square + gap)));
}
