import {defineChart} from "../waybill/chart/defineChart.js";
import {type FactRow, told} from "../waybill/chart/facts.js";
import {nameOf} from "../waybill/chart/words.js";
import {numbers, stack} from "../waybill/forms/index.js";
import {formatFigure} from "../waybill/model/format.js";
import {story} from "./story.js";

type Row = FactRow & {pledged: boolean; remark: string | null};

const headOf = ({pledged}: Row): string => (pledged ? "Only ordered" : "Reported delivered");

function whatOf({kind, stated_unit, unit, thing, goods, recipient, status}: Row): string {
  const shipments = kind === "count" && unit === "shipment" ? `${stated_unit ?? unit}s` : "";
  const receiver = [recipient, who[recipient ?? ""]].filter(Boolean).join(", ");
  const contract = status === "contracted" ? " (under contract)" : "";
  return (
    [[shipments, thing ?? goods].filter(Boolean).join(" of "), receiver].filter(Boolean).join(" for ") +
    contract
  );
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
WITH ${told}, goods AS (SELECT t.*, t.status IS DISTINCT FROM 'delivered' AS pledged, (
  SELECT min(d.what) FROM disagreements d
  WHERE d.kind = 'implausible' AND list_has_any(string_split(d.figures, ' '), string_split(t.stands_on, ' '))
) AS remark
FROM told t
WHERE t.kind IN ('count', 'mass', 'volume', 'length', 'area') AND t.value > 0 AND t.goods IS NOT NULL)
SELECT * FROM goods ORDER BY remark IS NOT NULL, pledged, value DESC, facts`,
  name: nameOf,
  form: stack<Row>([
    {form: numbers, of: ({remark}) => !remark, options: {group: headOf, as: "columns"} as object},
    {form: numbers, head: "Reported, but in doubt", options: {emphasis: () => false, as: "list"} as object},
  ]),
  options: {
    emphasis: ({pledged}: Row) => !pledged,
    text: (row) => formatFigure({...row, unit: row.kind === "count" ? null : row.unit}, "chart"),
    label: whatOf,
    note: "remark",
  },
  title(rows) {
    const most = rows.find(({pledged}) => pledged);
    const first = rows.find(({pledged}) => !pledged);
    if (!most?.status || !first) return "What went to Russia, in pieces and in tons";
    const count = (row: Row): string => formatFigure({...row, unit: null}, "prose");
    return `${count(first)} ${first.goods} sent to Russia, ${count(most)} ${most.thing ?? most.goods} only ${most.status}`;
  },
  subtitle: (rows) =>
    `${rows.some(({pledged}) => pledged) ? "An order is not a delivery. " : ""}By trade and customs data and documents of companies`,
});
