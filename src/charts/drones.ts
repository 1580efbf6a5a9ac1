import {defineChart} from "../waybill/chart/defineChart.js";
import {type ShownRow, shown} from "../waybill/chart/facts.js";
import {nameOfShown, rowOf} from "../waybill/chart/words.js";
import {units} from "../waybill/forms/index.js";
import {formatDate, formatFigure, formatNumber} from "../waybill/model/format.js";
import {story} from "./story.js";

type Row = ShownRow & {role: "russia" | "ukraine"; ratio: number | null; remark: string | null};

export const drones = defineChart<Row>({
  id: "drones",
  articles: story,
  // Russia's imports stand on the ratio too: it says how many squares they are.
  query: `
WITH ${shown}, ukraine AS (SELECT * FROM shown WHERE derived_id = 'ukraine-drones'),
ratio AS (SELECT * FROM shown WHERE kind = 'multiple' AND value IS NOT NULL
  AND list_contains((SELECT string_split(facts, ' ') FROM ukraine), facts))
SELECT t.* REPLACE (concat_ws(' ', t.stands_on, r.stands_on) AS stands_on, concat_ws(' ', t.facts, r.facts) AS facts),
  'russia' AS role, r.value AS ratio, 'red' AS hue,
  -- What the article gives the same sum to elsewhere.
  (SELECT min(what) FROM disagreements d
   WHERE d.kind = 'scope' AND basis = 'noted' AND list_has_any(string_split(d.figures, ' '), string_split(t.stands_on, ' '))) AS remark
FROM shown t LEFT JOIN ratio r ON true
WHERE t.kind = 'money' AND t.value IS NOT NULL AND list_contains((SELECT string_split(facts, ' ') FROM ukraine), t.facts)
UNION ALL BY NAME
SELECT *, 'ukraine' AS role, 'slate' AS hue FROM ukraine
ORDER BY role`,
  name: (row) =>
    nameOfShown(row) + (row.ratio ? `; ${formatNumber(row.ratio)} times as much as Ukraine` : ""),
  form: (rows, options) =>
    units(rows, {
      ...options,
      unit: rowOf([...rows], "ukraine")?.value || 1e7,
      unitName: "",
    }),
  options: {
    label: ({role}) =>
      role === "russia"
        ? "of drones imported from China"
        : "Each square is this sum, our calculation from the ratio",
    // What was worked out is no finer than what it was worked out from.
    text: (row) =>
      formatFigure(row.derived ? {...row, value: Number((row.value ?? 0).toPrecision(2))} : row, "chart"),
    head: ({role}: Row) => (role === "russia" ? "Russia" : "Ukraine"),
    color: "hue",
  },
  title(rows) {
    const ratio = rowOf(rows, "russia")?.ratio;
    return ratio
      ? `Russia’s drone imports from China were worth ${formatNumber(ratio)} times Ukraine’s`
      : "Russia buys drones from China";
  },
  subtitle(rows) {
    const until = rowOf(rows, "russia")?.period_end;
    return `${until ? `Up to ${formatDate(until)}` : "Until now"}; the start of the period is not given`;
  },
  notes: (rows) => [rowOf(rows, "russia")?.remark ?? ""],
});
