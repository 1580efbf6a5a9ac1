import {scaleLinear} from "d3";
import {formatFigure, formatValue} from "../model/format.js";
import {type Chart, sentenceHref} from "./Chart.js";
import {drawFrame, type Label, labels} from "./frame.js";
import {describeAtLength, nameOf, type StatedRow, statedColumns} from "./rows.js";
import {openBar, openEnd, rectangle, shape, squares} from "./shape.js";
import {colorsOf} from "./theme.js";

// The most firmly hedged statement of the whole, the largest part of it, and the number of shipments.
const query = `
WITH tools AS (
  SELECT DISTINCT article_id FROM figures WHERE goods = 'machine tools'
), stated AS (
  SELECT ${statedColumns},
    CASE WHEN f.kind = 'money' AND f.unit = 'USD' THEN 'money'
         WHEN f.kind = 'count' AND f.unit IN ('shipment', 'batch', 'consignment') THEN 'shipments' END AS part
  FROM figures f JOIN articles a USING (article_id) JOIN tools USING (article_id)
), ranked AS (
  SELECT *, row_number() OVER (PARTITION BY part ORDER BY value DESC, low NULLS LAST, figure_id) AS from_top,
    row_number() OVER (PARTITION BY part ORDER BY value, figure_id) AS from_bottom
  FROM stated WHERE part IS NOT NULL AND value IS NOT NULL
)
SELECT * EXCLUDE (part, from_top, from_bottom),
  CASE WHEN part = 'shipments' THEN 'shipments' WHEN from_top = 1 THEN 'total' ELSE 'direct' END AS role
FROM ranked
WHERE from_top = 1 OR (part = 'money' AND from_bottom = 1)
ORDER BY role DESC`;

type Row = StatedRow & {role: "total" | "direct" | "shipments"};

function partsOf(rows: Row[]) {
  const find = (role: Row["role"]): Row | undefined =>
    rows.find((row) => row.role === role && row.value !== null);
  const total = find("total");
  const shipments = find("shipments");
  const direct = find("direct");
  return {total, shipments, direct};
}

const percent = (part: Row, whole: Row): string =>
  `${whole.qualifier ? "at most " : ""}${((100 * part.value!) / whole.value!).toFixed(1).replace(/\.0$/, "")}%`;

export const machineTools: Chart<Row> = {
  id: "machine-tools",
  query,
  title(rows) {
    const {total, shipments} = partsOf(rows);
    if (!total) return "No value is reported for the machine tools";
    const lots = shipments ? `, in ${shipments.value} shipments` : "";
    return `Taiwan-made machine tools for ${formatFigure(total, "prose")} reached one Russian company${lots}`;
  },
  subtitle: () => "Reported value in US dollars, and number of shipments, since January 2023",
  notes(rows) {
    const {total, shipments, direct} = partsOf(rows);
    return [
      total?.qualifier
        ? "The bar is open at its end: the report says “more than”, and nobody says how much more."
        : "",
      direct && total
        ? `${formatValue(direct.value!, direct.unit, "prose")} of ${formatFigure(total, "prose")} is ${percent(direct, total)}; the share is worked out here, no report states it.`
        : "",
      shipments ? "No report says which of the shipments came first, so none is marked." : "",
    ].filter(Boolean);
  },
  describe(rows) {
    const {total, shipments, direct} = partsOf(rows);
    const short = total
      ? `Bar of ${formatFigure(total, "prose")} with an open end${shipments ? `, above ${shipments.value} small squares, one for each shipment` : ""}.`
      : "No figures.";
    return {
      short,
      long: describeAtLength(
        short,
        [
          direct
            ? `${formatFigure(direct, "prose")} of it came straight from the Taiwanese maker I Machine Tools.`
            : "",
          ...this.notes(rows),
        ],
        rows,
      ),
    };
  },
  draw(rows, {width, document, theme}) {
    const color = colorsOf(theme);
    const {total, shipments, direct} = partsOf(rows);
    const narrow = width < 500;
    const top = 30;
    const bar = 56;
    const max = Math.max(total?.value ?? 0, direct?.value ?? 0, 1);
    const x = scaleLinear([0, max], [0, width - openEnd - 2]);
    const texts: Label[] = [];
    const marks = [];
    let y = top + bar;
    if (total) {
      marks.push(
        shape(
          total.qualifier ? openBar(0, top, x(total.value!), bar) : [rectangle(0, top, x(total.value!), bar)],
          {
            fill: color("redPale"),
            href: sentenceHref(total),
            name: nameOf(total),
          },
        ),
      );
      texts.push({x: 0, y: 14, text: `${formatFigure(total, "chart")} in all`, weight: 600, size: 15});
    }
    if (direct && direct !== total) {
      marks.push(
        shape([rectangle(0, top, x(direct.value!), bar)], {
          fill: color("red"),
          href: sentenceHref(direct),
          name: nameOf(direct),
        }),
      );
      texts.push({
        x: 0,
        y: y + 18,
        text: `${formatFigure(direct, "chart")} straight from I Machine Tools${total ? `: ${percent(direct, total)}` : ""}`,
        color: "red",
        weight: 600,
      });
      y += 28;
    }
    if (shipments) {
      const perRow = narrow ? 21 : width < 800 ? 32 : 63;
      const gap = 4;
      const size = Math.min(12, (width - gap * (perRow - 1)) / perRow);
      y += 34;
      texts.push({
        x: 0,
        y,
        text: `${formatFigure(shipments, "chart")}, one square each`,
        weight: 600,
        size: 15,
      });
      y += 18;
      marks.push(
        shape(squares(shipments.value!, {x: 0, y, perRow, size, gap}), {
          fill: color("red"),
          href: sentenceHref(shipments),
          name: nameOf(shipments),
        }),
      );
      y += Math.ceil(shipments.value! / perRow) * (size + gap);
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
