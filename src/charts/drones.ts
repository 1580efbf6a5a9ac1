import {formatFigure, formatValue} from "../model/format.js";
import type {Chart} from "../waybill/chart/Chart.js";
import {type MixedRow, told, workedOut} from "../waybill/chart/facts.js";
import {
  describeChart,
  formatDerived,
  nameOfMixed,
  periodOf,
  rowOf,
  workingOf,
} from "../waybill/chart/words.js";
import {wrapText} from "../waybill/textWidth.js";
import {textSize} from "../waybill/theme.js";
import {type Mark, marginOf, startDrawing} from "./frame.js";
import {keyOf} from "./key.js";
import {line, lookOf, paint, rectangle} from "./look.js";
import {story} from "./story.js";

type Row = MixedRow & {role: "russia" | "ratio" | "ukraine"};

const query = `
WITH ${told}, ${workedOut}, ukraine AS (SELECT * FROM worked_out WHERE derived_id = 'ukraine-drones')
SELECT * FROM (
  SELECT CASE kind WHEN 'multiple' THEN 'ratio' ELSE 'russia' END AS role, t.* FROM told t
  WHERE kind IN ('money', 'multiple') AND value IS NOT NULL AND list_has_any(
    string_split(t.stands_on, ' '), (SELECT string_split(stands_on, ' ') FROM ukraine))
  UNION ALL BY NAME
  SELECT 'ukraine' AS role, * FROM ukraine
)
ORDER BY list_position(['russia', 'ratio', 'ukraine'], role), facts`;

const partsOf = (rows: Row[]) => ({
  russia: rowOf(rows, "russia"),
  ratio: rowOf(rows, "ratio"),
  ukraine: rowOf(rows, "ukraine"),
});

export const drones: Chart<Row> = {
  id: "drones",
  articles: story,
  query,
  name: nameOfMixed,
  title(rows) {
    const {russia, ratio} = partsOf(rows);
    if (!russia) return "No value is reported for the drones";
    const more = ratio ? `, ${formatValue(ratio.value!, "times", "prose")} more than Ukraine` : "";
    return `Russia is said to have bought drones from China for ${formatFigure(russia, "prose")}${more}`;
  },
  subtitle(rows) {
    const {russia} = partsOf(rows);
    const period = russia ? periodOf(russia) : "";
    return `Imports of drones from China in US dollars${period ? `, ${period}` : ""}; the areas are to one scale`;
  },
  notes(rows) {
    const {ratio, ukraine} = partsOf(rows);
    if (!ratio || !ukraine) return [];
    const times = formatValue(ratio.value!, "times", "prose");
    return [
      `The report gives no sum for Ukraine. The hatched square is worked out: ${workingOf(ukraine, "prose")} is ${formatDerived(ukraine, "prose", 2)}.`,
      `“${times} more” is read as ${times} as much.`,
    ];
  },
  key: (rows) =>
    keyOf(
      rows.filter((row) => row.role !== "ratio").map((row) => ({...row, derived: row.derived_id !== null})),
      {derivedHue: "slate"},
    ),
  describe(rows) {
    const {russia, ukraine} = partsOf(rows);
    const short =
      russia && ukraine
        ? `Two squares to one scale: ${formatFigure(russia, "prose")} for Russia, and ${formatDerived(ukraine, "prose", 2)}, worked out, for Ukraine.`
        : russia
          ? `One square: ${formatFigure(russia, "prose")} for Russia.`
          : "No figures.";
    return describeChart(this, rows, short);
  },
  draw(rows, options) {
    const {width} = options;
    const {paints, finish} = startDrawing(this, rows, options);
    const {russia, ratio, ukraine} = partsOf(rows);
    const margin = marginOf(width);
    const most = Math.max(russia?.value ?? 0, ukraine?.value ?? 0);
    const full = width < 500 ? 190 : width < 800 ? 250 : 300;
    const sideOf = (row: Row | undefined): number =>
      row && most > 0 ? Math.max(1, full * Math.sqrt(row.value! / most)) : 1;
    const [side, small] = [sideOf(russia), sideOf(ukraine)];
    const x = margin + (russia ? full + (width < 500 ? 40 : width < 800 ? 64 : 96) : 0);
    // Where Ukraine's square is the larger one it would leave the drawing: it gets the room below.
    const beside = x + small <= width - margin;
    const room = beside ? width - margin - x : width - 2 * margin;
    const strong = {weight: 600, size: textSize.value} as const;
    // Room for the names above both squares, also where they are alike.
    const top = ukraine && small > full - 40 ? 46 : 26;
    const bottom = top + (russia ? full : 0);
    const marks: Mark<Row>[] = [];
    let height = bottom;
    if (russia) {
      const look = lookOf(russia);
      const y = bottom - side;
      const slats = [3.5, 11, 16.5].map((dx, i) => rectangle(margin + side + dx, y, [5, 3, 1.5][i], side));
      marks.push({
        row: russia,
        shapes: [
          {d: rectangle(margin, y, side, side), ...paint(paints, "red", look)},
          ...(look.end === "open" ? [{d: slats.join(""), fill: paints.color("red")}] : []),
        ],
        labels: [
          {
            x: margin,
            y: y - 16,
            text: `Russia: ${formatFigure(russia, "chart")}`,
            ...strong,
            color: "red",
          },
        ],
      });
    }
    if (ratio) {
      const text = wrapText(
        `${formatFigure({...ratio, unit: null}, "chart")} times more, says the report`,
        room,
        {
          size: textSize.body,
        },
      );
      const at = beside ? {x, y: top + 8} : {x: margin, y: bottom + 20};
      marks.push({
        row: ratio,
        shapes: [
          {
            d: line([at.x, at.y - 10], [at.x, at.y + text.length * 17 - 7]),
            stroke: paints.color("red"),
            strokeWidth: 2,
          },
        ],
        labels: [{x: at.x + 9, y: at.y, text: text.join("\n")}],
      });
      if (!beside) height = at.y + text.length * 17;
    }
    if (ukraine) {
      const left = beside ? x : margin;
      const working = wrapText(`= ${workingOf(ukraine)}, worked out`, room, {size: textSize.body});
      const name = wrapText(`Ukraine: ${formatDerived(ukraine, "chart", 2)}`, room, {...strong});
      const above = 20 + (name.length - 1) * 20 + working.length * 17 + 6;
      const y = beside && russia ? bottom - small : height + above;
      const workingY = y - 14 - (working.length - 1) * 17;
      marks.push({
        row: ukraine,
        shapes: [{d: rectangle(left, y, small, small), ...paint(paints, "slate", {paint: "hatched"})}],
        labels: [
          {x: left, y: workingY, text: working.join("\n"), color: "muted"},
          {
            x: left,
            y: workingY - 20 - (name.length - 1) * 20,
            text: name.join("\n"),
            ...strong,
            color: "slate",
          },
        ],
      });
      height = Math.max(height, y + small);
    }
    return finish({height: height + 4, marks});
  },
};
