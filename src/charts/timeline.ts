import type {ChartRow} from "../waybill/chart/Chart.js";
import {defineChart} from "../waybill/chart/defineChart.js";
import {told} from "../waybill/chart/facts.js";
import {originsOf, reportedBy} from "../waybill/chart/words.js";
import {spans} from "../waybill/forms/index.js";
import type {FigureRow} from "../waybill/model/figure.js";
import {capitalize, formatDate, formatFigure} from "../waybill/model/format.js";
import {story} from "./story.js";

type Row = ChartRow &
  Pick<FigureRow, "unit" | "qualifier"> & {
    what: string;
    value: number | null;
    date_start: string | null;
    date_end: string | null;
    year_basis: "stated" | "worked_out";
  };

const isFirst = ({what}: Row): boolean => /^Arms/.test(what);

export const timeline = defineChart<Row>({
  id: "timeline",
  articles: story,
  // What several reports tell is one event, dated as the sharpest of them dates it.
  query: `
WITH ${told}, dated AS (
  SELECT e.*, a.publisher, a.relays, coalesce(e.date_start, e.date_end) AS moment,
    row_number() OVER (PARTITION BY e.what ORDER BY
      length(coalesce(e.date_start, '')) DESC, e.date_end IS NULL, e.date_end, e.year_basis, e.event_id) AS n
  FROM events e JOIN articles a USING (article_id)
  WHERE e.what IS NOT NULL AND coalesce(e.date_start, e.date_end) IS NOT NULL
), told_by AS (
  SELECT what, string_agg(event_id, ' ' ORDER BY n) AS events, string_agg(figures, ' ') AS figures, string_agg(article_id, ' ') AS articles,
    string_agg(DISTINCT concat_ws('|', publisher, relays), chr(10) ORDER BY concat_ws('|', publisher, relays)) AS reports
  FROM dated GROUP BY what
), counted AS (
  SELECT t.what, c.*, row_number() OVER (PARTITION BY t.what ORDER BY c.kind <> 'money', c.value DESC) AS n
  FROM told_by t JOIN told c ON list_has_any(string_split(c.stands_on, ' '), string_split(t.figures, ' '))
)
SELECT concat_ws(' ', t.events, f.stands_on) AS stands_on,
  (SELECT string_agg(k.facts, ' ' ORDER BY k.facts) FROM counted k WHERE k.what = d.what) AS facts,
  d.article_id, NULL::VARCHAR AS figure_id, d.publisher, d.relays, t.reports, d.sentence, d.exact, d.what,
  d.date_start, d.date_end, d.precision, d.year_basis, f.value, f.unit, f.qualifier,
  -- An event has no figure at times: what its articles say against any is said against it.
  (SELECT string_agg(concat_ws('|', k.caveat_id, a.publisher, k.what), chr(10) ORDER BY k.goods IS NULL, k.start)
   FROM caveats k JOIN articles a USING (article_id) WHERE contains(t.articles, k.article_id)) AS caveats
FROM dated d JOIN told_by t USING (what) LEFT JOIN counted f ON f.what = d.what AND f.n = 1
WHERE d.n = 1
ORDER BY d.moment, d.date_end NULLS LAST, d.what`,
  name: (row) => `${whenOf(row)}: ${labelOf(row)}, ${reportedBy(row)}`,
  form: spans,
  options: {
    label: (row) => labelOf(row),
    under: (row: Row) => originsOf([row]).join(", "),
    since: "2022-02-24 Russia invades Ukraine",
    emphasis: isFirst,
  },
  title: (rows) =>
    rows.some(isFirst)
      ? "Chinese firms are reported to have sent Russia arms within months of the invasion"
      : "What happened when",
  notes: (rows) =>
    rows.some(isFirst) ? ["The day of the invasion is common knowledge, not a date from these reports."] : [],
  subtitle: (rows) =>
    rows.some(isFirst) ? "What is reported delivered, as far as it is dated; orders are left out" : "",
});

/** What happened, and how much: “Drones bought from China: more than $100m”. */
function labelOf({what, value, unit, qualifier}: Row): string {
  if (value === null) return what;
  return `${what}: ${formatFigure({value, low: null, high: null, unit, qualifier}, "chart")}`;
}

function whenOf({date_start, date_end, year_basis}: Row): string {
  const [start, end] = [date_start, date_end].map((iso) => (iso ? formatDate(iso) : null));
  const when =
    start && end ? (start === end ? start : `${start} to ${end}`) : start ? `since ${start}` : `by ${end}`;
  return capitalize(year_basis === "worked_out" ? `${when} (the year is our calculation)` : when);
}
