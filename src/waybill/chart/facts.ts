import type {FigureRow} from "../model/figure.js";
import type {ChartRow} from "./Chart.js";

/** A fact with the figure that states it most firmly and most fully. */
export type FactRow = ChartRow &
  Pick<
    FigureRow,
    | "kind"
    | "value"
    | "low"
    | "high"
    | "unit"
    | "qualifier"
    | "change"
    | "thing"
    | "goods"
    | "holder"
    | "status"
  > & {
    /** The unit in the figure's own word: “batch” where the fact counts shipments. */
    stated_unit: string | null;
    supplier: string | null;
    recipient: string | null;
    via: string | null;
    origin: string | null;
    destination: string | null;
    period_start: string | null;
    period_end: string | null;
    usd: number | null;
  };

// What is said against a figure, by its own article or by a party to it in any; what is said of its goods goes before what is said of all.
const saidAgainst = `objecting AS (
  SELECT k.*, concat_ws('|', caveat_id, publisher, what) AS line, k.goods IS NULL AS is_general
  FROM caveats k JOIN articles USING (article_id)
), said_against AS (
  SELECT unnest(string_split(figures, ' ')) AS figure_id, line, is_general, article_id, start FROM objecting
  UNION
  SELECT unnest(string_split(c.figures, ' ')) AS figure_id, line, is_general, k.article_id, k.start
  FROM facts c JOIN objecting k ON k.party IN (
    c.origin, c.destination, (SELECT name FROM parties WHERE party_id = c.supplier), (SELECT name FROM parties WHERE party_id = c.recipient)
  ) AND (k.goods IS NULL OR k.goods = c.goods)
)`;

// One row for each of a fact's figures; and of a fact, all who report it, and all that is said against it.
const members = `${saidAgainst}, members AS (
  SELECT fact_id, unnest(string_split(figures, ' ')) AS figure_id FROM facts
), reports AS (
  SELECT fact_id, string_agg(DISTINCT concat_ws('|', publisher, relays), chr(10) ORDER BY concat_ws('|', publisher, relays)) AS reports
  FROM members JOIN figures USING (figure_id) JOIN articles USING (article_id)
  GROUP BY fact_id
), standing AS (
  SELECT fact_id, string_agg(
      figure_id, ' ' ORDER BY coalesce(f.goods = c.goods, false) DESC, f.qualifier IS NULL, f.confidence DESC, figure_id
    ) AS stands_on
  FROM facts c JOIN members USING (fact_id) JOIN figures f USING (figure_id)
  GROUP BY fact_id
), objections AS (
  SELECT fact_id, string_agg(line, chr(10) ORDER BY is_general, article_id, start) AS caveats
  FROM (SELECT DISTINCT fact_id, line, is_general, article_id, start FROM members JOIN said_against USING (figure_id))
  GROUP BY fact_id
)`;

/**
 * SQL of the facts: `told` holds one row per fact, with the figure that a mark
 * leads to: of the fact's own goods, with its hedge, read most surely.
 */
export const told = `${members}, told AS (
  SELECT m.stands_on, c.fact_id AS facts, f.article_id, f.figure_id, a.publisher, a.relays, o.reports, a.nature, f.sentence, f.exact,
    c.kind, c.value, f.low, f.high, c.unit, f.unit AS stated_unit, f.qualifier, c.change,
    coalesce(f.thing, c.thing) AS thing, c.goods, c.holder, c.status,
    s.name AS supplier, r.name AS recipient, v.name AS via, c.origin, c.destination,
    c.period_start, c.period_end, c.usd, k.caveats
  FROM facts c
  JOIN standing m ON m.fact_id = c.fact_id
  LEFT JOIN objections k ON k.fact_id = c.fact_id
  JOIN reports o ON o.fact_id = c.fact_id
  JOIN figures f ON f.figure_id = split_part(m.stands_on, ' ', 1)
  JOIN articles a ON a.article_id = f.article_id
  LEFT JOIN parties s ON s.party_id = c.supplier
  LEFT JOIN parties r ON r.party_id = c.recipient
  LEFT JOIN parties v ON v.party_id = c.via
)`;

/** What a journalist noted: who supplies whom, is part of whom, or passes on whose report. */
export type NotedRow = ChartRow &
  Pick<
    FactRow,
    "supplier" | "recipient" | "via" | "thing" | "goods" | "origin" | "destination" | "status"
  > & {
    kind: "supplies" | "part_of" | "passes_on";
  };

/** SQL of the noted relations: `noted` holds one row each, with the parties' names. */
export const noted = `noted AS (
  SELECT n.relation_id AS stands_on, NULL::VARCHAR AS facts, n.article_id, NULL::VARCHAR AS figure_id,
    a.publisher, a.relays, NULL::VARCHAR AS reports, a.nature, n.sentence, n.exact, n.kind, n.thing, n.goods, n.status,
    s.name AS supplier, r.name AS recipient, v.name AS via, n.origin, n.destination,
    (SELECT string_agg(concat_ws('|', k.caveat_id, a.publisher, k.what), chr(10) ORDER BY k.goods IS NULL, k.start) FROM caveats k
     WHERE list_contains(string_split(k.relations, ' '), n.relation_id)
       OR k.party IN (s.name, r.name, n.origin, n.destination) AND n.kind = 'supplies' AND (k.goods IS NULL OR k.goods = n.goods)) AS caveats
  FROM relations n
  JOIN articles a ON a.article_id = n.article_id
  JOIN parties s ON s.party_id = n.from_party
  JOIN parties r ON r.party_id = n.to_party
  LEFT JOIN parties v ON v.party_id = n.via
)`;

/** SQL of the numbers that were worked out: `worked_out` holds one row each, which leads to the first of its figures; fractions are percents. */
const workedOut = `inputs AS (
  SELECT derived_id, split_part(input, '=', 1) AS name, split_part(input, '=', 2) AS figure_id
  FROM (SELECT derived_id, unnest(string_split(inputs, ' ')) AS input FROM derived)
), input_caveats AS (
  SELECT derived_id, string_agg(line, chr(10) ORDER BY is_general, article_id, start) AS caveats
  FROM (SELECT DISTINCT derived_id, line, is_general, article_id, start FROM inputs JOIN said_against USING (figure_id))
  GROUP BY derived_id
), input_lines AS (
  SELECT derived_id,
    string_agg(DISTINCT concat_ws('|', name, f.value, f.unit, f.qualifier), chr(10)
      ORDER BY concat_ws('|', name, f.value, f.unit, f.qualifier)) AS inputs,
    string_agg(DISTINCT concat_ws('|', publisher, relays), chr(10) ORDER BY concat_ws('|', publisher, relays)) AS reports
  FROM inputs JOIN figures f USING (figure_id) JOIN articles USING (article_id)
  GROUP BY derived_id
), worked_out AS (
  SELECT d.figures AS stands_on,
    (SELECT string_agg(c.fact_id, ' ' ORDER BY c.fact_id) FROM facts c
     WHERE list_has_any(string_split(c.figures, ' '), string_split(d.figures, ' '))) AS facts,
    f.article_id, f.figure_id, a.publisher, a.relays, i.reports, a.nature, f.sentence, f.exact, i.inputs, k.caveats,
    'derived' AS kind, d.derived_id, d.about AS thing, d.formula, true AS derived,
    if(d.unit = 'fraction', 100, 1) * d.value AS value, if(d.unit = 'fraction', 100, 1) * d.low AS low,
    if(d.unit = 'fraction', 100, 1) * d.high AS high, if(d.unit = 'fraction', 'percent', d.unit) AS unit,
    CASE WHEN d.bounds IN ('at_least', 'at_most') THEN d.bounds WHEN d.bounds <> 'exact' THEN 'about' END AS qualifier
  FROM derived d
  JOIN input_lines i ON i.derived_id = d.derived_id
  LEFT JOIN input_caveats k ON k.derived_id = d.derived_id
  JOIN figures f ON f.figure_id = string_split(d.figures, ' ')[1]
  JOIN articles a ON a.article_id = f.article_id
)`;

/** A fact, or a number that was worked out. */
export type ShownRow = Omit<FactRow, "kind"> & {
  kind: FactRow["kind"] | "derived";
  derived: boolean;
  derived_id: string | null;
  formula: string | null;
  /** The names in the formula, each with its figure: “total|20000000.0|USD|more_than”, one a line. */
  inputs: string | null;
};

/** SQL of both: `shown` holds one row for each fact and each number that was worked out. */
export const shown = `${told}, ${workedOut}, shown AS (
  SELECT *, false AS derived FROM told UNION ALL BY NAME SELECT * FROM worked_out
)`;
