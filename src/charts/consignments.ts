import {formatFigure} from "../model/format.js";
import {defineChart} from "../waybill/chart/defineChart.js";
import {type FactRow, told} from "../waybill/chart/facts.js";
import {nameOf} from "../waybill/chart/words.js";
import {numbers} from "../waybill/forms/index.js";
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
    // What was ordered is told from what came by its head, and by its colour.
    color: ({pledged}) => (pledged ? "ink" : "red"),
    group: ({pledged}: Row) => (pledged ? "Only ordered or contracted" : "Reported as delivered"),
    label: ({thing, goods, recipient}) =>
      [thing ?? goods, recipient && `for ${recipient}`].filter(Boolean).join(", "),
  },
  title(rows) {
    const most = rows.find(({pledged}) => pledged);
    const first = rows.find(({pledged}) => !pledged);
    if (!most || !first) return "What went to Russia, in pieces and in tons";
    const amount = ({thing, goods, ...row}: Row): string =>
      [formatFigure({...row, unit: null}, "prose"), thing ?? goods].filter(Boolean).join(" ");
    return `${capitalizeFirst(amount(first))} are reported as delivered; ${amount(most)} were only ordered`;
  },
  subtitle: "",
  notes: (rows) => [...new Set(rows.flatMap(({remark}) => remark ?? []))],
});

const capitalizeFirst = (text: string): string => text[0].toUpperCase() + text.slice(1);
