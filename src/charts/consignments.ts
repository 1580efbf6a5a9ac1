import {defineChart} from "../waybill/chart/defineChart.js";
import {type FactRow, told} from "../waybill/chart/facts.js";
import {nameOf} from "../waybill/chart/words.js";
import {numbers, stack} from "../waybill/forms/index.js";
import {formatFigure} from "../waybill/model/format.js";
import {story} from "./story.js";

type Row = FactRow & {pledged: boolean; is_most: boolean; remark: string | null};

const stateOf = ({pledged, status}: Row): string => (pledged ? `only ${status}` : "delivered");

function whatOf({kind, stated_unit, unit, thing, goods, recipient}: Row): string {
  const shipments = kind === "count" && unit === "shipment" ? `${stated_unit ?? unit}s` : "";
  const receiver = [recipient, who[recipient ?? ""]].filter(Boolean).join(", ");
  return [[shipments, thing ?? goods].filter(Boolean).join(" of "), receiver].filter(Boolean).join(" for ");
}

const who: Record<string, string> = {
  Tekhkrim: "a Russian company",
  Silva: "a company in Buryatia, Russia",
  BelOMO: "a Belarusian defense contractor",
  Diaproektor: "part of BelOMO",
};

export const consignments = defineChart<Row>({
  id: "consignments",
  articles: story,
  query: `
WITH ${told}
SELECT t.*, t.status IS DISTINCT FROM 'delivered' AS pledged,
  row_number() OVER (PARTITION BY t.status IS DISTINCT FROM 'delivered' ORDER BY t.value DESC, t.facts) = 1 AS is_most, (
  SELECT min(d.what) FROM disagreements d
  WHERE d.kind = 'implausible' AND list_has_any(string_split(d.figures, ' '), string_split(t.stands_on, ' '))
) AS remark
FROM told t
WHERE t.kind IN ('count', 'mass', 'volume', 'length', 'area') AND t.value > 0 AND t.goods IS NOT NULL
ORDER BY is_most DESC, pledged, t.value DESC, t.facts`,
  name: nameOf,
  form: stack<Row>([
    {form: numbers, of: ({is_most}) => is_most, options: {under: stateOf, label: whatOf} as object},
    {form: numbers, head: "Also reported", options: {color: "ink", as: "list"} as object},
  ]),
  options: {
    emphasis: ({pledged, is_most}: Row) => is_most && !pledged,
    text: (row) => formatFigure({...row, unit: row.kind === "count" ? null : row.unit}, "chart"),
    label: (row) => `${whatOf(row)}: ${stateOf(row)}`,
    note: "remark",
  },
  title(rows) {
    const most = rows.find(({pledged}) => pledged);
    const first = rows.find(({pledged}) => !pledged);
    if (!most || !first) return "What went to Russia, in pieces and in tons";
    const count = (row: Row): string => formatFigure({...row, unit: null}, "prose");
    return `${count(first)} ${first.goods} sent to Russia, ${count(most)} ${most.thing ?? most.goods} only ${most.status}`;
  },
  subtitle: "An order is not a delivery. By trade and customs data and documents of companies",
});
