import {defineChart} from "../waybill/chart/defineChart.js";
import {type FactRow, told} from "../waybill/chart/facts.js";
import {nameOf} from "../waybill/chart/words.js";
import {numbers} from "../waybill/forms/index.js";
import {formatFigure} from "../waybill/model/format.js";
import {story} from "./story.js";

type Row = FactRow & {pledged: boolean; remark: string | null};

export const consignments = defineChart<Row>({
  id: "consignments",
  articles: story,
  query: `
WITH ${told}
SELECT t.*, t.status IS DISTINCT FROM 'delivered' AS pledged, (
  SELECT min(d.what) FROM disagreements d
  WHERE d.kind = 'implausible' AND list_has_any(string_split(d.figures, ' '), string_split(t.stands_on, ' '))
) AS remark
FROM told t
WHERE t.kind IN ('count', 'mass', 'volume', 'length', 'area') AND t.value > 0 AND t.goods IS NOT NULL
ORDER BY pledged, t.value DESC, t.facts`,
  name: nameOf,
  form: numbers,
  options: {
    group: ({pledged}: Row) => (pledged ? "Only ordered or contracted" : "Reported as delivered"),
    emphasis: ({goods}) => goods === "rifles",
    text: (row) => formatFigure({...row, unit: row.kind === "count" ? null : row.unit}, "chart"),
    label: ({kind, stated_unit, unit, thing, goods, recipient, remark}) =>
      [
        [kind === "count" && unit === "shipment" ? `${stated_unit ?? unit}s` : "", thing ?? goods]
          .filter(Boolean)
          .join(" of "),
        recipient && `for ${recipient}`,
        remark && "a doubtful number: see the note",
      ]
        .filter(Boolean)
        .join(", "),
  },
  title(rows) {
    const most = rows.find(({pledged}) => pledged);
    const first = rows.find(({pledged}) => !pledged);
    if (!most || !first) return "What went to Russia, in pieces and in tons";
    const amount = ({thing, goods, ...row}: Row): string =>
      [formatFigure({...row, unit: null}, "prose"), thing ?? goods].filter(Boolean).join(" ");
    return `${amount(first)} went to Russia, papers say; ${amount(most)} were only ordered`;
  },
  subtitle: "By trade and customs data, and by papers of companies, that reporters say they obtained",
  notes: (rows) => [...new Set(rows.flatMap(({remark}) => remark ?? []))],
});
