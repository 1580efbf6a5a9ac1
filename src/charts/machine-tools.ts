import {capitalize, formatFigure} from "../model/format.js";
import {defineChart} from "../waybill/chart/defineChart.js";
import {type ShownRow, shown} from "../waybill/chart/facts.js";
import {periodOf, rowOf} from "../waybill/chart/words.js";
import {type BarOptions, bars, numbers, stack} from "../waybill/forms/index.js";
import {story} from "./story.js";

type Row = ShownRow & {role: "total" | "part" | "shipments" | "share"};

const words: Record<Row["role"], string> = {
  total: "machine tools from Taiwan for I Machine Technology, a Russian importer",
  part: "came straight from their maker, I Machine Tools of Taiwan",
  shipments: "in which the machines came",
  share: "came straight from the maker: our calculation",
};

export const machineTools = defineChart<Row>({
  id: "machine-tools",
  articles: story,
  query: `
WITH ${shown}, tools AS (
  SELECT * FROM shown WHERE recipient = 'I Machine Technology' AND value IS NOT NULL
), rows AS (
  SELECT 'total' AS role, * FROM tools WHERE kind = 'money' AND supplier = 'Taiwan'
  UNION ALL BY NAME
  SELECT 'part' AS role, * FROM tools WHERE kind = 'money' AND supplier = 'I Machine Tools'
  UNION ALL BY NAME
  SELECT 'shipments' AS role, * FROM tools WHERE unit = 'shipment'
  UNION ALL BY NAME
  SELECT 'share' AS role, * FROM shown WHERE derived_id = 'direct-share'
)
SELECT *, role AS id, if(role = 'part', 'total', NULL) AS whole FROM rows
QUALIFY row_number() OVER (PARTITION BY role ORDER BY value DESC, facts) = 1
ORDER BY list_position(['total', 'part', 'shipments', 'share'], role)`,
  form: stack<Row>([
    {
      form: bars,
      of: ({role}) => role === "total" || role === "part",
      options: {within: "whole"} as BarOptions<Row>,
    },
    {form: numbers},
  ]),
  options: {label: ({role}) => words[role]},
  title(rows) {
    const [total, shipments] = [rowOf(rows, "total"), rowOf(rows, "shipments")];
    if (!total) return "A Russian importer buys machine tools from Taiwan";
    const times = shipments ? `, in ${formatFigure({...shipments, unit: null}, "prose")} shipments` : "";
    return `A Russian importer bought ${formatFigure(total, "prose")} of Taiwanese machine tools${times}`;
  },
  subtitle(rows) {
    const total = rowOf(rows, "total");
    const period = total ? periodOf(total) : "";
    return capitalize(
      [period, "by Russian business registers and tax documents that The Washington Post obtained"]
        .filter(Boolean)
        .join(", "),
    );
  },
});
