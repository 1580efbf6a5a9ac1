import {defineChart} from "../waybill/chart/defineChart.js";
import {type ShownRow, shown} from "../waybill/chart/facts.js";
import {nameOfShown, periodOf, toldBy} from "../waybill/chart/words.js";
import {bars} from "../waybill/forms/index.js";
import {capitalize, formatFigure, formatNumber} from "../waybill/model/format.js";
import {story} from "./story.js";

type Row = ShownRow & {role: "total" | "part"; shipments: number | null; share: number | null};

// Of the whole we know the least that it is; so the rest is at least what the part leaves.
const restOf = ([total, part]: readonly Row[]): string =>
  total?.value && part?.value
    ? `${formatFigure({...total, value: total.value - part.value}, "chart")}\nfrom suppliers who are not named, our calculation`
    : "from suppliers who are not named";

export const machineTools = defineChart<Row>({
  id: "machine-tools",
  articles: story,
  kicker: (rows) => `Worked out from a Washington Post report${toldBy(rows)}`,
  // The whole also stands on how many shipments it came in, the part on our calculation of its share.
  query: `
WITH ${shown}, tools AS (
  SELECT * FROM shown WHERE recipient = 'I Machine Technology' AND value IS NOT NULL
  QUALIFY row_number() OVER (PARTITION BY supplier, kind ORDER BY value DESC, facts) = 1
), shipments AS (SELECT * FROM tools WHERE unit = 'shipment'), share AS (SELECT * FROM shown WHERE derived_id = 'direct-share')
SELECT t.* REPLACE (concat_ws(' ', t.stands_on, s.stands_on) AS stands_on, concat_ws(' ', t.facts, s.facts) AS facts),
  'total' AS role, s.value AS shipments, NULL AS share, 'total' AS id, NULL AS whole
FROM tools t LEFT JOIN shipments s ON true WHERE t.kind = 'money' AND t.supplier IS DISTINCT FROM 'I Machine Tools'
UNION ALL BY NAME
SELECT t.*, 'part' AS role, d.value AS share, 'part' AS id, 'total' AS whole
FROM tools t LEFT JOIN share d ON true WHERE t.kind = 'money' AND t.supplier = 'I Machine Tools'`,
  name: (row) =>
    nameOfShown(row) +
    (row.shipments ? `; in ${row.shipments} shipments` : "") +
    (row.share ? `; at most ${formatNumber(row.share)}% of the whole, our calculation` : ""),
  form: bars,
  options: (rows) => ({
    within: "whole",
    label: ({role, shipments}) =>
      role === "total"
        ? `Bought by the importer, I\u00a0Machine\u00a0Technology,${shipments ? ` in ${formatNumber(shipments)}\u00a0shipments` : ""}`
        : "from I\u00a0Machine\u00a0Tools, a Taiwanese supplier. Whether the two firms are linked is not said",
    emphasis: ({role}: Row) => role === "total",
    rest: restOf(rows),
  }),
  title([total, part]) {
    if (total?.role !== "total") return "A Russian importer buys Taiwanese machine tools";
    return part?.share && part.share < 25
      ? "The articles name the supplier of less than a quarter of a Russian importer’s machine tools"
      : `A Russian importer bought ${formatFigure(total, "prose")} of Taiwanese machine tools`;
  },
  subtitle([total]) {
    const period = total ? periodOf(total) : "";
    return capitalize(
      [period, "according to Russian business registers and tax documents"].filter(Boolean).join(", "),
    );
  },
});
