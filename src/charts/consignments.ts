import {defineChart} from "../waybill/chart/defineChart.js";
import {type FactRow, told} from "../waybill/chart/facts.js";
import {nameOf} from "../waybill/chart/words.js";
import {numbers} from "../waybill/forms/index.js";
import {formatFigure} from "../waybill/model/format.js";
import {story} from "./story.js";

type Row = FactRow & {pledged: boolean; remark: string | null};

const who: Record<string, string> = {
  Tekhkrim: "a Russian company",
  Silva: "a company in Buryatia, Russia",
  BelOMO: "a Belarusian defense contractor",
  Diaproektor: "part of BelOMO",
};

const unitOf = ({kind, unit, stated_unit}: Row): string =>
  kind !== "count" || unit === "shipment" ? `${stated_unit ?? unit}s` : "";

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
  form: numbers,
  options: (rows) => ({
    as: "table",
    // The first of each that the headline names.
    emphasis: (row: Row) =>
      [true, false].some((pledged) => row === rows.find((one) => one.pledged === pledged)),
    text: (row) => formatFigure({...row, unit: null}, "chart"),
    label: (row) => [unitOf(row), row.thing ?? row.goods].filter(Boolean).join(" of "),
    under: ({recipient}: Row) =>
      recipient ? `for ${[recipient, who[recipient]].filter(Boolean).join(", ")}` : "",
    group: ({pledged, remark}: Row) =>
      remark ? "In doubt" : pledged ? "Only ordered or under contract" : "Reported delivered",
    note: "remark",
  }),
  title(rows) {
    const most = rows.find(({pledged}) => pledged);
    const first = rows.find(({pledged}) => !pledged);
    if (!most?.status || !first) return "What went to Russia, in pieces and in tons";
    const count = (row: Row): string => formatFigure({...row, unit: null}, "prose");
    return `${count(first)} ${first.goods} reported sent to Russia, ${count(most)} ${most.thing ?? most.goods} only ${most.status}`;
  },
  subtitle: (rows) =>
    `${rows.some(({pledged}) => pledged) ? "An order is not a delivery. " : ""}By trade and customs data and documents of companies`,
});
