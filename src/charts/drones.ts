import {formatFigure, formatValue} from "../model/format.js";
import {type Chart, sentenceHref} from "./Chart.js";
import {drawFrame, hatch, type Label, labels} from "./frame.js";
import {describeAtLength, nameOf, type StatedRow, statedColumns} from "./rows.js";
import {rectangle, shape} from "./shape.js";
import {colorsOf} from "./theme.js";

const query = `
WITH stated AS (
  SELECT ${statedColumns}
  FROM figures f JOIN articles a USING (article_id)
  WHERE f.goods = 'drones' AND f.value IS NOT NULL
), paired AS (
  SELECT *, row_number() OVER (PARTITION BY kind ORDER BY value DESC, figure_id) AS n
  FROM stated
  WHERE kind IN ('money', 'multiple')
    AND article_id IN (SELECT article_id FROM stated WHERE kind = 'multiple' INTERSECT SELECT article_id FROM stated WHERE kind = 'money')
)
SELECT * EXCLUDE (n) FROM paired WHERE n = 1 ORDER BY kind`;

function partsOf(rows: StatedRow[]) {
  const russia = rows.find((row) => row.kind === "money" && row.value !== null);
  const times = rows.find((row) => row.kind === "multiple" && row.value !== null);
  const ukraine = russia && times ? Number((russia.value! / times.value!).toPrecision(2)) : null;
  return {russia, times, ukraine};
}

const formula = (russia: StatedRow, times: StatedRow): string =>
  `${formatFigure(russia, "chart")} ÷ ${formatFigure({...times, unit: null}, "chart")}`;

export const drones: Chart<StatedRow> = {
  id: "drones",
  query,
  title(rows) {
    const {russia, times} = partsOf(rows);
    if (!russia) return "No value is reported for the drones";
    return `Russia bought drones for ${formatFigure(russia, "prose")} from China${times ? `, ${formatValue(times.value!, "times", "prose")} more than Ukraine` : ""}`;
  },
  subtitle: () => "Imports of drones from China in US dollars, as of July 2023; areas are to one scale",
  notes(rows) {
    const {russia, times, ukraine} = partsOf(rows);
    if (!russia || !times || ukraine === null) return [];
    return [
      `The report gives no sum for Ukraine. The hatched square is worked out: ${formula(russia, times)} is ${russia.qualifier ? "more than " : ""}${formatValue(ukraine, russia.unit, "prose")}.`,
      `“${formatValue(times.value!, "times", "prose")} more” is read as ${formatValue(times.value!, "times", "prose")} as much.`,
      russia.qualifier ? "The larger square is open on one side: the report says “more than”." : "",
    ].filter(Boolean);
  },
  describe(rows) {
    const {russia, ukraine} = partsOf(rows);
    const short =
      russia && ukraine !== null
        ? `Two squares to one scale: ${formatFigure(russia, "prose")} for Russia, and about ${formatValue(ukraine, russia.unit, "prose")}, worked out, for Ukraine.`
        : "No figures.";
    return {
      short,
      long: describeAtLength(short, this.notes(rows), rows),
    };
  },
  draw(rows, {width, document, theme}) {
    const color = colorsOf(theme);
    const {russia, times, ukraine} = partsOf(rows);
    const narrow = width < 500;
    const side = Math.min(narrow ? 200 : 260, width * 0.56);
    const top = 30;
    const gapX = narrow ? 28 : 60;
    const marks = [];
    const texts: Label[] = [];
    const hatchId = `${this.id}-${width}-hatch`;
    marks.push(hatch(hatchId, color("slate")));
    if (russia) {
      const open = russia.qualifier
        ? [
            rectangle(side + 3, top, 5, side),
            rectangle(side + 11, top, 3, side),
            rectangle(side + 17, top, 1.5, side),
          ]
        : [];
      marks.push(
        shape([rectangle(0, top, side, side), ...open], {
          fill: color("red"),
          href: sentenceHref(russia),
          name: nameOf(russia),
        }),
      );
      texts.push({
        x: 0,
        y: 14,
        text: `Russia: ${formatFigure(russia, "chart")}`,
        weight: 600,
        size: 15,
        color: "red",
      });
    }
    if (russia && times && ukraine !== null) {
      const small = side * Math.sqrt(ukraine / russia.value!);
      const x = side + gapX;
      const y = top + side - small;
      marks.push(
        shape([rectangle(x, y, small, small)], {
          fill: `url(#${hatchId})`,
          stroke: color("slate"),
          strokeWidth: 1.5,
          href: sentenceHref(times),
          name: `about ${formatValue(ukraine, russia.unit, "prose")}, for Ukraine, worked out from ${formula(russia, times)}, reported by ${times.publisher}`,
        }),
      );
      texts.push({x, y: y - 52, text: `Ukraine:`, weight: 600, size: 15, color: "slate"});
      texts.push({
        x,
        y: y - 33,
        text: `${russia.qualifier ? ">" : ""}${formatValue(ukraine, russia.unit, "chart")}`,
        weight: 600,
        size: 15,
        color: "slate",
      });
      texts.push({x, y: y - 14, text: `= ${formula(russia, times)}`, color: "muted"});
    }
    return drawFrame({
      id: this.id,
      width,
      height: Math.ceil(top + side + 6),
      document,
      theme,
      label: this.describe(rows).short,
      marks: [...marks, labels(texts, color)],
    });
  },
};
