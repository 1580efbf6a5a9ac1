import type {ChartRow} from "../waybill/chart/Chart.js";
import {defineChart} from "../waybill/chart/defineChart.js";
import {noted} from "../waybill/chart/facts.js";
import {chain} from "../waybill/forms/index.js";
import {capitalize, formatCount} from "../waybill/model/format.js";
import {story} from "./story.js";

type Row = ChartRow & {
  supplier: string;
  recipient: string;
  from_kind: string;
  origin_name: string;
  is_document: boolean;
};

const articlesIn = (rows: readonly Row[]): number => new Set(rows.map(({article_id}) => article_id)).size;
const originsIn = (rows: readonly Row[]): number => new Set(rows.map(({origin_name}) => origin_name)).size;

export const hands = defineChart<Row>({
  id: "hands",
  articles: story,
  query: `
WITH ${noted}, handed AS (
  SELECT n.* EXCLUDE (kind, via, thing, goods, origin, destination, status, caveats), p.kind AS from_kind,
    coalesce(string_split(n.relays, ' > ')[-1], n.publisher) AS origin_name
  FROM noted n JOIN parties p ON p.name = n.supplier
  -- What is called by the publisher's own name is no other source.
  WHERE n.kind = 'passes_on' AND NOT contains(n.supplier, n.recipient)
  UNION ALL BY NAME
  SELECT a.article_id AS stands_on, NULL::VARCHAR AS facts, a.article_id, NULL::VARCHAR AS figure_id, a.publisher, a.relays,
    '' AS sentence, a.title AS exact, a.relays AS supplier, a.publisher AS recipient, 'media' AS from_kind,
    coalesce(string_split(a.relays, ' > ')[-1], a.publisher) AS origin_name
  FROM articles a
  WHERE a.article_id NOT IN (SELECT article_id FROM relations WHERE kind = 'passes_on') AND a.relays IS NOT NULL
)
SELECT *, from_kind = 'document' AS is_document
FROM handed
ORDER BY origin_name, NOT is_document, article_id, stands_on`,
  name: ({supplier, recipient, from_kind}) =>
    from_kind === "document" ? `${recipient} works from ${supplier}` : `${recipient} passes on ${supplier}`,
  form: chain,
  options: (rows, {width}) => ({
    shape: "descent",
    levels: [
      "Documents",
      width < 560 ? "First reported by" : `${capitalize(formatCount(originsIn(rows)))} first reports`,
      "Repeated by",
      "Then by",
    ],
    documents: "is_document",
    emphasis: ({recipient, publisher, origin_name}: Row) =>
      recipient === publisher || recipient === origin_name,
  }),
  kicker: "Where the reports come from",
  title(rows) {
    const articles = articlesIn(rows);
    const origins = originsIn(rows);
    if (rows.length === 0) return "Where the reports come from";
    return `All ${formatCount(articles)} articles trace back to just ${formatCount(origins)} report${origins === 1 ? "" : "s"}`;
  },
  subtitle: (rows) =>
    `A dot marks each of the ${formatCount(articlesIn(rows))} articles that we read. We have not seen the documents`,
});
