import * as Plot from "@observablehq/plot";
import {scaleLinear} from "d3";
import {formatFigure, formatValue} from "../model/format.js";
import {type Chart, sentenceHref} from "./Chart.js";
import {drawFrame, type Label, labels} from "./frame.js";
import {describeAtLength, nameOf, type StatedRow, statedColumns} from "./rows.js";
import {colorsOf} from "./theme.js";

const query = `
SELECT ${statedColumns}
FROM figures f JOIN articles a USING (article_id)
WHERE f.goods = 'ceramics' AND f.value IS NOT NULL
  AND ((f.kind = 'percent' AND f.change IS NOT NULL) OR f.kind = 'money')
QUALIFY row_number() OVER (PARTITION BY f.kind ORDER BY f.value DESC, f.figure_id) = 1
ORDER BY f.kind DESC`;

function partsOf(rows: StatedRow[]) {
  const rise = rows.find((row) => row.kind === "percent" && row.value !== null);
  const after = rows.find((row) => row.kind === "money" && row.value !== null);
  const before = rise && after ? after.value! / (1 + rise.value! / 100) : null;
  return {rise, after, before};
}

const formula = (rise: StatedRow, after: StatedRow): string =>
  `${formatFigure(after, "chart")} ÷ ${(1 + rise.value! / 100).toFixed(2)}`;

export const ceramics: Chart<StatedRow> = {
  id: "ceramics",
  query,
  title(rows) {
    const {rise, after} = partsOf(rows);
    if (!after) return "No value is reported for the ceramics";
    return `Ceramics exports from China to Russia${rise ? ` rose ${rise.value}%,` : " came"} to ${formatFigure(after, "prose")}`;
  },
  subtitle: () =>
    "Chinese exports of ceramics to Russia in US dollars; ceramics go into body armor, among other things",
  notes(rows) {
    const {rise, after, before} = partsOf(rows);
    if (!rise || !after || before === null) return [];
    return [
      `The report does not say what the ${rise.value}% compares with, nor for which period. The starting point is worked out: ${formula(rise, after)} is ${after.qualifier ? "more than " : "about "}${formatValue(Math.round(before / 1e6) * 1e6, after.unit, "prose")}.`,
    ];
  },
  describe(rows) {
    const {rise, after, before} = partsOf(rows);
    const short =
      rise && after && before !== null
        ? `Line rising ${rise.value}% from about ${formatValue(Math.round(before / 1e6) * 1e6, after.unit, "prose")}, worked out, to ${formatFigure(after, "prose")}.`
        : "No figures.";
    return {
      short,
      long: describeAtLength(short, this.notes(rows), rows),
    };
  },
  draw(rows, {width, document, theme}) {
    const color = colorsOf(theme);
    const {rise, after, before} = partsOf(rows);
    const narrow = width < 500;
    const height = narrow ? 250 : 290;
    const left = narrow ? 106 : 130;
    const right = width - (narrow ? 78 : 120);
    const bottom = height - 44;
    const y = scaleLinear([0, (after?.value ?? 1) * 1.08], [bottom, 14]);
    const marks: Plot.Markish[] = [Plot.ruleY([bottom], {x1: [0], x2: [width], stroke: color("rule")})];
    const texts: Label[] = [
      {x: left, y: bottom + 16, text: "before", anchor: "middle", color: "muted"},
      {x: left, y: bottom + 33, text: "period not stated", anchor: "middle", color: "muted", size: 12},
      {x: right, y: bottom + 16, text: "after", anchor: "middle", color: "muted"},
      {x: 0, y: bottom - 9, text: "$0", color: "muted", size: 12},
    ];
    if (rise && after && before !== null) {
      const [y1, y2] = [y(before), y(after.value!)];
      marks.push(
        Plot.link([rise], {
          x1: [left],
          y1: [y1],
          x2: [right],
          y2: [y2],
          stroke: color("red"),
          strokeWidth: 3,
          href: [sentenceHref(rise)],
          ariaLabel: [nameOf(rise)],
        }),
        // The starting point is worked out: hollow, dashed down to the axis.
        Plot.ruleX([left], {y1: [y1], y2: [bottom], stroke: color("ochre"), strokeDasharray: "2 4"}),
        Plot.ruleX([right], {y1: [y2], y2: [bottom], stroke: color("red"), strokeDasharray: "2 4"}),
        Plot.dot([rise], {
          x: [left],
          y: [y1],
          r: 7,
          fill: color("paper"),
          stroke: color("ochre"),
          strokeWidth: 2.5,
          strokeDasharray: "3 2",
          href: [sentenceHref(rise)],
          ariaLabel: [
            `about ${formatValue(before, after.unit, "prose")}, worked out from ${formula(rise, after)}, reported by ${rise.publisher}`,
          ],
        }),
        Plot.dot([after], {
          x: [right],
          y: [y2],
          r: 7,
          fill: color("red"),
          href: [sentenceHref(after)],
          ariaLabel: [nameOf(after)],
        }),
      );
      if (after.qualifier)
        marks.push(
          Plot.vector([0], {
            x: [right],
            y: [y2 - 10],
            length: 16,
            rotate: 0,
            stroke: color("red"),
            strokeWidth: 2.5,
            anchor: "start",
          }),
        );
      texts.push(
        {
          x: left - 14,
          y: y1 - 9,
          text: `about ${formatValue(before, after.unit, "chart")}`,
          anchor: "end",
          weight: 600,
          color: "ochre",
          size: 15,
        },
        {x: left - 14, y: y1 + 9, text: "worked out", anchor: "end", color: "ochre", size: 12},
        {x: right + 14, y: y2, text: formatFigure(after, "chart"), weight: 600, color: "red", size: 15},
        {
          x: (left + right) / 2 - 8,
          y: (y1 + y2) / 2 - 18,
          text: `+${rise.value}%`,
          anchor: "end",
          weight: 600,
          color: "red",
          size: 20,
        },
      );
    }
    return drawFrame({
      id: this.id,
      width,
      height,
      document,
      theme,
      label: this.describe(rows).short,
      marks: [...marks, labels(texts, color)],
    });
  },
};
