import {defineChart} from "../waybill/chart/defineChart.js";
import {type ShownRow, shown} from "../waybill/chart/facts.js";
import {nameOfShown} from "../waybill/chart/words.js";
import {changes} from "../waybill/forms/index.js";
import {formatNumber} from "../waybill/model/format.js";
import {story} from "./story.js";

type Row = ShownRow & {rise: number; from: number | null};

export const ceramics = defineChart<Row>({
  id: "ceramics",
  articles: story,
  query: `
WITH ${shown}, before AS (SELECT * FROM shown WHERE derived_id = 'ceramics-before')
SELECT t.* REPLACE (concat_ws(' ', t.stands_on, p.stands_on) AS stands_on, concat_ws(' ', t.facts, p.facts) AS facts,
    b.formula AS formula, b.inputs AS inputs),
  p.value AS rise, b.value AS "from", b.qualifier AS from_qualifier, true AS from_derived
FROM shown t
JOIN shown p ON p.kind = 'percent' AND p.goods = t.goods AND p.value IS NOT NULL
JOIN before b ON list_has_all(string_split(b.facts, ' '), [t.facts, p.facts])
WHERE t.kind = 'money' AND t.value IS NOT NULL`,
  name: (row) => `${nameOfShown(row)}; a rise of ${row.rise} percent`,
  form: changes,
  options: {
    label: () => "",
    text: ({rise}) => `+${formatNumber(rise)}%`,
    before: "Earlier period, our calculation",
    after: "Later period",
  },
  title([row]) {
    if (!row) return "China exports ceramics to Russia";
    return `China’s exports to Russia of ceramics for body armor rose ${formatNumber(row.rise)}%`;
  },
  subtitle: "Value of the exports. Politico dates neither period",
});
