import {formatFigure, formatValue} from "../model/format.js";
import type {Chart} from "./Chart.js";
import {
  describeAtLength,
  formatDerived,
  type MixedRow,
  nameOfMixed,
  told,
  workedOut,
  workingOf,
} from "./facts.js";
import {type Mark, marginOf, startDrawing} from "./frame.js";
import {keyOf} from "./key.js";
import {line, lookOf, paint, rectangle} from "./look.js";
import {wrapText} from "./textWidth.js";
import {textSize} from "./theme.js";

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

const partsOf = (rows: Row[]) => {
  const find = (role: Row["role"]): Row | undefined =>
    rows.find((row) => row.role === role && row.value !== null);
  return {russia: find("russia"), ratio: find("ratio"), ukraine: find("ukraine")};
};

export const drones: Chart<Row> = {
  id: "drones",
  query,
  name: nameOfMixed,
  title(rows) {
    const {russia, ratio} = partsOf(rows);
    if (!russia) return "No value is reported for the drones";
    const more = ratio ? `, ${formatValue(ratio.value!, "times", "prose")} more than Ukraine` : "";
    return `Russia is said to have bought drones from China for ${formatFigure(russia, "prose")}${more}`;
  },
  subtitle: () => "Imports of drones from China in US dollars, as of July 2023; the areas are to one scale",
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
    return {
      short,
      long: describeAtLength(
        short,
        this.notes(rows),
        rows.map((row) => this.name(row, rows)),
      ),
    };
  },
  draw(rows, options) {
    const {width} = options;
    const {paints, finish} = startDrawing(this, rows, options);
    const {russia, ratio, ukraine} = partsOf(rows);
    const margin = marginOf(width);
    const side = width < 500 ? 190 : width < 800 ? 250 : 300;
    const top = 26;
    const bottom = top + side;
    const marks: Mark<Row>[] = [];
    const strong = {weight: 600, size: textSize.value} as const;
    if (russia) {
      const look = lookOf(russia);
      const slats = [3.5, 11, 16.5].map((dx, i) => rectangle(margin + side + dx, top, [5, 3, 1.5][i], side));
      marks.push({
        row: russia,
        shapes: [
          {d: rectangle(margin, top, side, side), ...paint(paints, "red", look)},
          ...(look.end === "open" ? [{d: slats.join(""), fill: paints.color("red")}] : []),
        ],
        labels: [
          {x: margin, y: 10, text: `Russia: ${formatFigure(russia, "chart")}`, ...strong, color: "red"},
        ],
      });
    }
    const x = margin + side + (width < 500 ? 40 : width < 800 ? 64 : 96);
    const wide = width - margin - x;
    const small = russia && ukraine ? side * Math.sqrt(ukraine.value! / russia.value!) : 0;
    if (ratio) {
      const text = wrapText(
        `${formatFigure({...ratio, unit: null}, "chart")} times more, says the report`,
        wide,
        {
          size: textSize.body,
        },
      );
      const y = top + 8;
      marks.push({
        row: ratio,
        shapes: [
          {d: line([x, y - 10], [x, y + text.length * 17 - 7]), stroke: paints.color("red"), strokeWidth: 2},
        ],
        labels: [{x: x + 9, y, text: text.join("\n")}],
      });
    }
    if (russia && ukraine) {
      const y = bottom - small;
      const working = wrapText(`= ${workingOf(ukraine)}, worked out`, wide, {size: textSize.body});
      const name = wrapText(`Ukraine: ${formatDerived(ukraine, "chart", 2)}`, wide, {...strong});
      const workingY = y - 14 - (working.length - 1) * 17;
      marks.push({
        row: ukraine,
        shapes: [{d: rectangle(x, y, small, small), ...paint(paints, "slate", {paint: "hatched"})}],
        labels: [
          {x, y: workingY, text: working.join("\n"), color: "muted"},
          {
            x,
            y: workingY - 20 - (name.length - 1) * 20,
            text: name.join("\n"),
            ...strong,
            color: "slate",
          },
        ],
      });
    }
    return finish({height: bottom + 4, marks});
  },
};
