import type {ChartRow} from "../waybill/chart/Chart.js";
import {defineChart} from "../waybill/chart/defineChart.js";
import {type FactRow, noted, told} from "../waybill/chart/facts.js";
import {nameOf, partiesOf, reportedBy} from "../waybill/chart/words.js";
import {chain} from "../waybill/forms/index.js";
import {formatFigure} from "../waybill/model/format.js";
import {story} from "./story.js";

type Row = ChartRow &
  Omit<FactRow, "kind"> & {
    kind: FactRow["kind"] | "supplies";
    supplier: string;
    recipient: string;
    supplier_country: string | null;
    recipient_country: string | null;
  };

// All that leads from makers of laser components to the end of their chain; a price goes with its goods.
const query = `
WITH RECURSIVE ${told}, ${noted}, links AS (
  SELECT * FROM told WHERE supplier IS NOT NULL AND recipient IS NOT NULL AND kind IN ('count', 'mass')
  UNION ALL BY NAME
  SELECT * FROM noted WHERE kind = 'supplies'
), groups AS (
  SELECT s.name AS part, r.name AS whole FROM relations n
  JOIN parties s ON s.party_id = n.from_party JOIN parties r ON r.party_id = n.to_party WHERE n.kind = 'part_of'
), reached AS (
  SELECT supplier AS party FROM links WHERE goods = 'laser components'
  UNION
  SELECT l.recipient FROM links l JOIN reached ON l.supplier = party
), onward AS (
  SELECT supplier AS party, recipient AS later FROM links
  UNION
  SELECT o.party, l.recipient FROM onward o JOIN links l ON l.supplier = o.later
)
SELECT l.*, s.country AS supplier_country, r.country AS recipient_country
FROM links l
JOIN parties s ON s.name = l.supplier
JOIN parties r ON r.name = l.recipient
WHERE l.supplier IN (SELECT party FROM reached) OR l.recipient IN (SELECT party FROM reached WHERE party IN (SELECT part FROM groups))
ORDER BY l.status IS DISTINCT FROM 'delivered', CASE WHEN l.status = 'delivered' THEN (SELECT count(*) FROM onward o WHERE o.party = l.supplier) END DESC NULLS LAST, l.value DESC NULLS LAST, l.supplier, l.stands_on`;

// The report's own words, where they are no longer than the name of the goods.
const shorter = (...names: (string | null | undefined)[]): string =>
  names.flatMap((name) => name ?? []).sort((a, b) => a.length - b.length)[0] ?? "";

export const laserChain = defineChart<Row>({
  id: "laser-chain",
  articles: story,
  query,
  name: (row) =>
    row.value == null
      ? [
          row.thing ?? row.goods,
          row.status === "delivered" ? "" : row.status,
          partiesOf(row),
          reportedBy(row),
        ]
          .filter(Boolean)
          .join(", ")
      : nameOf(row as FactRow),
  form: chain,
  options: {
    aside: ({status}: Row) => status === "ordered" || status === "contracted",
    asideHead: "Also ordered or contracted; no delivery is reported",
    text: (row) => formatFigure({...row, unit: null}, "chart"),
    label: ({value, thing, goods, supplier, recipient}) =>
      value == null
        ? shorter(thing, goods)
        : [shorter(thing), `${supplier} to ${recipient}`].filter(Boolean).join(", "),
    fromZone: "supplier_country",
    toZone: "recipient_country",
    who: {
      Haucore: "maker of laser diodes in Jinan",
      "Precision Laser Systems": "a firm in St.\u00a0Petersburg",
      Diaproektor: "of BelOMO, a defense contractor",
      BelOMO: "defense contractor",
      Peleng: "under US and UK sanctions",
    },
  },
  title: "Leaked papers trace Chinese laser parts to Russia, on to Belarus and back to Russia’s military",
  subtitle: "BelPol is a group of the Belarusian opposition. We have not seen the documents",
});
