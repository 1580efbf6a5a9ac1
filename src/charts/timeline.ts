import type {ChartRow} from "../waybill/chart/Chart.js";
import {defineChart} from "../waybill/chart/defineChart.js";
import {reportedBy} from "../waybill/chart/words.js";
import {timeline as form} from "../waybill/forms/index.js";
import {capitalize, formatDate} from "../waybill/model/format.js";
import {story} from "./story.js";

type Row = ChartRow & {
  what: string;
  label: string;
  date_start: string | null;
  date_end: string | null;
  year_basis: "stated" | "worked_out";
  remark: string | null;
};

export const timeline = defineChart<Row>({
  id: "timeline",
  articles: story,
  // What several reports tell is one event, dated as the sharpest of them dates it.
  query: `
WITH dated AS (
  SELECT e.*, a.publisher, a.relays, coalesce(e.date_start, e.date_end) AS moment,
    row_number() OVER (PARTITION BY e.what ORDER BY
      length(coalesce(e.date_start, '')) DESC, e.date_end IS NULL, e.date_end, e.year_basis, e.event_id) AS n
  FROM events e JOIN articles a USING (article_id)
  WHERE e.what IS NOT NULL AND coalesce(e.date_start, e.date_end) IS NOT NULL
), told_by AS (
  SELECT what, string_agg(event_id, ' ' ORDER BY n) AS stands_on, string_agg(figures, ' ') AS figures, string_agg(article_id, ' ') AS articles,
    string_agg(DISTINCT concat_ws('|', publisher, relays), chr(10) ORDER BY concat_ws('|', publisher, relays)) AS reports
  FROM dated GROUP BY what
)
SELECT concat_ws(' ', t.stands_on, s.figures) AS stands_on,
  (SELECT string_agg(fact_id, ' ' ORDER BY fact_id) FROM facts c
   WHERE list_has_any(string_split(c.figures, ' '), string_split(concat_ws(' ', t.figures, s.figures), ' '))) AS facts,
  d.article_id, NULL::VARCHAR AS figure_id, d.publisher, d.relays, t.reports, d.sentence, d.exact,
  d.what,
  d.what || if(d.what LIKE '%under sanctions%', ', says ' || d.publisher, '') || coalesce(' in ' || s.value::INTEGER || ' shipments', '') AS label, d.date_start,
  -- Sanctions go on from the day that they are laid.
  if(d.what LIKE '%under sanctions%', NULL, d.date_end) AS date_end, d.year_basis,
  if(d.what LIKE '%under sanctions%', 'slate', 'red') AS hue,
  if(d.what LIKE '%under sanctions%', (SELECT min(g.what) FROM disagreements g
    WHERE g.kind = 'date_conflict' AND list_has_any(string_split(g.articles, ' '), string_split(t.articles, ' '))), NULL) AS remark
FROM dated d JOIN told_by t USING (what)
LEFT JOIN facts s ON d.what LIKE '%importer buys%' AND s.unit = 'shipment' AND list_has_any(string_split(s.articles, ' '), string_split(t.articles, ' '))
WHERE d.n = 1 AND d.what NOT LIKE '%congratulates%'
ORDER BY d.moment, d.date_end NULLS LAST, d.what`,
  name: (row) => `${whenOf(row)}: ${row.label}, ${reportedBy(row)}`,
  form,
  options: {
    paleNote: "Pale: the day is not known, or whether it went on.",
    color: "hue",
    ground: ({what}: Row) => /sanctions/.test(what),
    below: ({what}: Row) => !/sanctions/.test(what),
    turns: ({what}: Row) => /only spare parts/i.test(what),
    emphasis: ({what}: Row) => /sanctions|importer buys/.test(what),
  },
  title: (rows) =>
    rows.length > 0
      ? "A Russian importer bought machine tools from Taiwan while some were under sanctions there"
      : "What happened when",
  notes: (rows) =>
    rows.length > 0
      ? [
          "Did the purchases break the rules? A former US official says probably; the importer denies it.",
          rows.find(({remark}) => remark)?.remark ?? "",
        ]
      : [],
});

function whenOf({date_start, date_end, year_basis}: Row): string {
  const [start, end] = [date_start, date_end].map((iso) => (iso ? formatDate(iso) : null));
  const when =
    start && end ? (start === end ? start : `${start} to ${end}`) : start ? `since ${start}` : `by ${end}`;
  return capitalize(year_basis === "worked_out" ? `${when} (the year is our calculation)` : when);
}
