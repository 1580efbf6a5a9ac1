import {defineChart} from "../waybill/chart/defineChart.js";
import {type FactRow, told} from "../waybill/chart/facts.js";
import {nameOf} from "../waybill/chart/words.js";
import {claims} from "../waybill/forms/index.js";
import {formatCount} from "../waybill/model/format.js";
import {story} from "./story.js";

type Row = FactRow & {
  fact: string;
  all_facts: number;
  told_twice: number;
  origins: number;
  origin_names: string;
};

export const agreement = defineChart<Row>({
  id: "agreement",
  articles: story,
  query: `
WITH ${told}, wordings AS (
  SELECT m.fact_id, f.*, row_number() OVER (
    PARTITION BY m.fact_id, f.article_id ORDER BY f.qualifier IS NULL, f.confidence DESC, f.figure_id
  ) AS n
  FROM members m JOIN figures f USING (figure_id)
)
SELECT t.* REPLACE (w.figure_id AS stands_on, w.figure_id AS figure_id, w.article_id AS article_id,
    a.publisher AS publisher, a.relays AS relays, NULL AS reports, w.sentence AS sentence, w.exact AS exact,
    w.unit AS stated_unit, w.value AS value, w.low AS low, w.high AS high, w.qualifier AS qualifier, coalesce(w.thing, t.thing) AS thing),
  coalesce(t.goods, t.thing) AS fact, c.origins, c.origin_names,
  (SELECT count(*) FROM facts)::INTEGER AS all_facts,
  (SELECT count(*) FROM facts WHERE contains(articles, ' '))::INTEGER AS told_twice
FROM told t
JOIN facts c ON c.fact_id = t.facts
JOIN wordings w ON w.fact_id = t.facts AND w.n = 1
JOIN articles a ON a.article_id = w.article_id
WHERE contains(c.articles, ' ')
ORDER BY c.value DESC, t.facts, w.article_id`,
  name: nameOf,
  form: claims,
  options: () => ({
    origin: "origin_names",
    sourceNote: ({relays}: Row) => {
      const between = relays?.split(" > ").slice(0, -1).join(" and ");
      return between ? `by way of ${between}` : null;
    },
    group: ({kind}: Row) =>
      kind === "money" ? "The sum" : kind === "count" ? "Shipments" : "Share from Taiwan",
  }),
  kicker: "Five articles compared",
  title([row]) {
    if (!row) return "No figure is told by more than one report";
    const count = `${formatCount(row.told_twice)} figures`;
    return row.origins > 1
      ? `Two articles give the same ${count}`
      : `Two articles give the same ${count} because both relay ${row.origin_names}`;
  },
  subtitle: ([row]) =>
    row
      ? `Copies confirm nothing. The other ${row.all_facts - row.told_twice} of ${row.all_facts} figures stand in one article each`
      : "",
  notes: () => ["In red, the words in which they differ."],
});
