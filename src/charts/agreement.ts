import {defineChart} from "../waybill/chart/defineChart.js";
import {type FactRow, told} from "../waybill/chart/facts.js";
import {nameOf} from "../waybill/chart/words.js";
import {tally} from "../waybill/forms/index.js";
import {capitalize, formatCount} from "../waybill/model/format.js";
import {story} from "./story.js";

type Row = FactRow & {
  origin_names: string;
  /** Who has it in which words, one “publisher|words” a line, if more than one. */
  wordings: string | null;
  /** How many squares its origin has. */
  facts_of_origin: number;
};

const twiceIn = (rows: readonly Row[]): Row[] => rows.filter(({wordings}) => wordings);
const originsOf = (rows: readonly Row[]): string[] => [
  ...new Set(twiceIn(rows).map(({origin_names}) => origin_names)),
];

export const agreement = defineChart<Row>({
  id: "agreement",
  articles: story,
  query: `
WITH ${told}, worded AS (
  SELECT m.fact_id, a.publisher, a.nature, f.exact, row_number() OVER (
    PARTITION BY m.fact_id, f.article_id ORDER BY f.qualifier IS NULL, f.confidence DESC, f.figure_id
  ) AS n
  FROM members m JOIN figures f USING (figure_id) JOIN articles a USING (article_id)
), worded_by AS (
  SELECT fact_id, string_agg(publisher || '|' || if(nature = 'report', '“' || exact || '”', exact), chr(10) ORDER BY publisher DESC) AS wordings
  FROM worded WHERE n = 1 GROUP BY fact_id
)
-- It says how many stand where, not what they say: what is said against them stands with them.
SELECT t.* EXCLUDE (caveats), c.origin_names,
  if(contains(c.articles, ' '), b.wordings, NULL) AS wordings,
  count(*) OVER (PARTITION BY c.origin_names) AS facts_of_origin
FROM told t JOIN facts c ON c.fact_id = t.facts JOIN worded_by b ON b.fact_id = t.facts
ORDER BY max(contains(c.articles, ' ')) OVER (PARTITION BY c.origin_names) DESC, facts_of_origin DESC, c.origin_names, wordings IS NULL, c.value DESC, t.facts`,
  name: (row) =>
    [nameOf(row), row.wordings?.replaceAll("|", ": ").replaceAll("\n", ", ")].filter(Boolean).join("; "),
  form: tally,
  options: (rows) => ({
    emphasis: ({wordings}: Row) => wordings !== null,
    label: ({kind, unit, thing, goods}) => capitalize(kind === "count" ? `${unit}s` : (thing ?? goods ?? "")),
    color: "ink",
    ...(originsOf(rows).length === 1 && {
      stages: `figures in five articles > told by two of them > confirmed by a second, independent report: both articles retell ${originsOf(rows)[0]}`,
    }),
    stage: ({wordings}: Row) => (wordings ? 1 : 0),
    head: () => "The same figures in the words of each",
    versions: "wordings",
  }),
  kicker: "Five articles compared",
  title(rows) {
    const twice = twiceIn(rows);
    if (twice.length === 0) return "No figure is told by more than one report";
    return originsOf(rows).length > 1
      ? `${capitalize(formatCount(twice.length))} of ${rows.length} figures appear in two articles`
      : `None of ${rows.length} figures on Russia’s supplies is confirmed by a second, independent report`;
  },
  subtitle: "Each square is one figure",
});
