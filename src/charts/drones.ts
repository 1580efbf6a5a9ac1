import {formatDate, formatFigure} from "../model/format.js";
import {defineChart} from "../waybill/chart/defineChart.js";
import {type ShownRow, shown} from "../waybill/chart/facts.js";
import {rowOf, workingOf} from "../waybill/chart/words.js";
import {numbers, stack, units} from "../waybill/forms/index.js";
import {story} from "./story.js";

type Row = ShownRow & {role: "russia" | "ukraine" | "ratio"};

const words: Record<Row["role"], string> = {
  russia: "Russia’s imports of drones from China",
  ukraine: "Ukraine’s, our calculation",
  ratio: "as much as Ukraine, by value",
};

export const drones = defineChart<Row>({
  id: "drones",
  articles: story,
  query: `
WITH ${shown}, ukraine AS (SELECT * FROM shown WHERE derived_id = 'ukraine-drones')
SELECT *, if(role = 'ukraine', 'slate', 'red') AS hue FROM (
  SELECT CASE kind WHEN 'multiple' THEN 'ratio' WHEN 'derived' THEN 'ukraine' ELSE 'russia' END AS role, *
  FROM shown
  WHERE value IS NOT NULL AND kind IN ('money', 'multiple', 'derived')
    AND list_has_any(string_split(facts, ' '), (SELECT string_split(facts, ' ') FROM ukraine))
)
QUALIFY row_number() OVER (PARTITION BY role ORDER BY value DESC, facts) = 1
ORDER BY list_position(['ratio', 'russia', 'ukraine'], role)`,
  form: (rows, options) => {
    const ukraine = rowOf([...rows], "ukraine");
    return stack<Row>([
      {form: numbers, of: ({role}) => role === "ratio", options: {text: ({value}) => `${value}×`}},
      {
        form: units,
        options: {unit: ukraine?.value || undefined, unitName: "the whole of Ukraine’s imports"} as object,
      },
    ])(rows, options);
  },
  options: {label: ({role}) => words[role], color: "hue"},
  title(rows) {
    const ratio = rowOf(rows, "ratio");
    return ratio
      ? `Russia bought ${formatFigure(ratio, "prose")} as many drones from China as Ukraine did, by value`
      : "Russia buys drones from China";
  },
  subtitle(rows) {
    const russia = rowOf(rows, "russia");
    const until = russia?.period_end ? `Up to ${formatDate(russia.period_end)}, by` : "By";
    return `${until} data that Politico reports; how they were counted is not said`;
  },
  notes(rows) {
    const ukraine = rowOf(rows, "ukraine");
    return ukraine
      ? [`Ukraine’s imports are our calculation, ${workingOf(ukraine)}: ${formatFigure(ukraine, "prose")}.`]
      : [];
  },
});
