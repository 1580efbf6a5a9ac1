import {formatFigure, formatNumber} from "../model/format.js";
import {type Chart, sentenceHref} from "./Chart.js";
import {drawFrame, type Label, labels} from "./frame.js";
import {describeAtLength, nameOf, type StatedRow, statedColumns} from "./rows.js";
import {shape, squares} from "./shape.js";
import {colorsOf} from "./theme.js";

const query = `
SELECT ${statedColumns}
FROM figures f JOIN articles a USING (article_id)
WHERE f.goods = 'laser components' AND f.kind = 'count' AND f.value IS NOT NULL
QUALIFY row_number() OVER (ORDER BY f.value DESC, f.figure_id) = 1`;

/** How many components one square stands for, so that there are at most some three hundred of them. */
function perSquare(value: number): number {
  let step = 1;
  while (value / step > 400) step *= 10;
  return step;
}

const statusWords = {
  ordered: "ordered",
  contracted: "contracted",
  planned: "planned",
  delivered: "delivered",
  alleged: "alleged",
  denied: "denied",
  forecast: "forecast",
} as const;

const verb = (row: StatedRow): string => (row.status ? statusWords[row.status] : "reported");

export const laserChain: Chart<StatedRow> = {
  id: "laser-chain",
  query,
  title([row]) {
    if (!row) return "No number is reported for the laser components";
    const from = row.supplier ? ` from ${row.supplier}` : "";
    return `${formatFigure({...row, unit: null}, "prose").replace(/^./, (c) => c.toUpperCase())} components for a laser module were ${verb(row)}${row.recipient ? ` by ${row.recipient}` : ""}${from}`;
  },
  subtitle: ([row]) =>
    row
      ? `Components for the module that guides bombs and missiles; a square is ${formatNumber(perSquare(row.value!))}`
      : "",
  notes: ([row]) =>
    row && row.status !== "delivered"
      ? [
          "An order is not a delivery: no report says how many of the components arrived. The squares are outlines for that reason.",
        ]
      : [],
  describe(rows) {
    const [row] = rows;
    const short = row
      ? `${formatNumber(Math.round(row.value! / perSquare(row.value!)))} small squares for ${formatFigure(row, "prose")} that were ${verb(row)}.`
      : "No figures.";
    return {
      short,
      long: describeAtLength(short, this.notes(rows), rows),
    };
  },
  draw(rows, {width, document, theme}) {
    const color = colorsOf(theme);
    const [row] = rows;
    const narrow = width < 500;
    const texts: Label[] = [];
    const marks = [];
    let y = 30;
    if (row) {
      const step = perSquare(row.value!);
      const count = Math.round(row.value! / step);
      const perRow = narrow ? 30 : width < 800 ? 50 : 75;
      const gap = narrow ? 3 : 4;
      const size = Math.min(9, (width - gap * (perRow - 1)) / perRow);
      const delivered = row.status === "delivered";
      texts.push({x: 0, y: 14, text: `${formatFigure(row, "chart")}, ${verb(row)}`, weight: 600, size: 15});
      marks.push(
        shape(squares(count, {x: 0.5, y, perRow, size, gap}), {
          fill: delivered ? color("red") : color("redPale"),
          stroke: color("red"),
          strokeWidth: 0.8,
          href: sentenceHref(row),
          name: nameOf(row),
        }),
      );
      y += Math.ceil(count / perRow) * (size + gap);
    }
    return drawFrame({
      id: this.id,
      width,
      height: Math.ceil(y + 4),
      document,
      theme,
      label: this.describe(rows).short,
      marks: [...marks, labels(texts, color)],
    });
  },
};
