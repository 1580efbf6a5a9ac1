import type {Change, FigureRow, Qualifier} from "../model/figure.js";
import {capitalize, formatDate, formatFigure, formatValue, type Style} from "../model/format.js";
import type {Chart, ChartRow, Description} from "./Chart.js";
import {drawn} from "./many.js";

/** A fact with the figure that states it most firmly and most fully. */
export type FactRow = ChartRow &
  Pick<
    FigureRow,
    "kind" | "value" | "low" | "high" | "unit" | "qualifier" | "change" | "thing" | "goods" | "status"
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

/**
 * SQL of the facts: `told` holds one row per fact, with the figure that a mark
 * leads to: of the fact's own goods, with its hedge, read most surely.
 */
export const told = `told AS (
  SELECT string_agg(f.figure_id, ' ') OVER (
      PARTITION BY c.fact_id
      ORDER BY coalesce(f.goods = c.goods, false) DESC, f.qualifier IS NULL, f.confidence DESC, f.figure_id
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS stands_on,
    c.fact_id AS facts, f.article_id, f.figure_id, a.publisher, a.relays, f.sentence, f.exact,
    c.kind, c.value, f.low, f.high, c.unit, f.unit AS stated_unit, f.qualifier, c.change,
    coalesce(f.thing, c.thing) AS thing, c.goods, c.status,
    s.name AS supplier, r.name AS recipient, v.name AS via, c.origin, c.destination,
    c.period_start, c.period_end, c.usd
  FROM facts c
  JOIN figures f ON list_contains(string_split(c.figures, ' '), f.figure_id)
  JOIN articles a ON a.article_id = f.article_id
  LEFT JOIN parties s ON s.party_id = c.supplier
  LEFT JOIN parties r ON r.party_id = c.recipient
  LEFT JOIN parties v ON v.party_id = c.via
  QUALIFY row_number() OVER (
    PARTITION BY c.fact_id
    ORDER BY coalesce(f.goods = c.goods, false) DESC, f.qualifier IS NULL, f.confidence DESC, f.figure_id
  ) = 1
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
    a.publisher, a.relays, n.sentence, n.exact, n.kind, n.thing, n.goods, n.status,
    s.name AS supplier, r.name AS recipient, v.name AS via, n.origin, n.destination
  FROM relations n
  JOIN articles a ON a.article_id = n.article_id
  JOIN parties s ON s.party_id = n.from_party
  JOIN parties r ON r.party_id = n.to_party
  LEFT JOIN parties v ON v.party_id = n.via
)`;

/** Returns the parties of a fact in words: “from Taiwan to I Machine Technology”, or "". */
export function partiesOf({
  supplier,
  recipient,
  via,
}: Pick<FactRow, "supplier" | "recipient" | "via">): string {
  return [supplier && `from ${supplier}`, recipient && `to ${recipient}`, via && `via ${via}`]
    .filter(Boolean)
    .join(" ");
}

/** Returns the period of a fact: “since January 2023”, “as of July 2023”, or "" if none is known. */
export function periodOf({period_start, period_end}: Pick<FactRow, "period_start" | "period_end">): string {
  const [start, end] = [period_start, period_end].map((iso) => (iso === null ? null : formatDate(iso)));
  if (start && end) return start === end ? `in ${start}` : `from ${start} to ${end}`;
  return start ? `since ${start}` : end ? `as of ${end}` : "";
}

/** Returns who reports it: “reported by RT, relaying The Washington Post”. */
export function reportedBy({publisher, relays}: Pick<ChartRow, "publisher" | "relays">): string {
  return `reported by ${publisher}${relays ? `, relaying ${relays.replaceAll(" > ", ", relaying ")}` : ""}`;
}

/** Returns what a figure is of, in its article's words, without the capital that opened their sentence. */
export function thingOf({
  thing,
  goods,
  sentence,
}: Pick<FactRow, "thing" | "goods" | "sentence">): string | null {
  if (thing === null) return goods;
  return sentence.startsWith(thing) && /^\p{Lu}\p{Ll}/u.test(thing)
    ? thing[0].toLowerCase() + thing.slice(1)
    : thing;
}

/** Returns how much of what, hedge included: “more than $20 million of CNC machine tools”, “100,000 bulletproof vests and helmets”. */
export function amountOf(
  row: Pick<
    FactRow,
    "kind" | "value" | "low" | "high" | "unit" | "stated_unit" | "qualifier" | "thing" | "goods" | "sentence"
  >,
  style: Style,
): string {
  const {kind, stated_unit: unit} = row;
  const amount = formatFigure(row, style);
  const thing = thingOf(row);
  if (thing === null) return amount;
  // The thing that is counted names the unit again: “63 shipments”, “1,000 CQ-A rifles”.
  if (kind === "count" && unit !== null && thing.toLowerCase().includes(unit.toLowerCase()))
    return `${formatFigure({...row, unit: null}, style)} ${thing}`;
  if (kind === "percent" || kind === "multiple" || kind === "share") return `${amount}, ${thing}`;
  return `${amount} of ${thing}`;
}

const changes: Record<Change, string> = {increase: "an increase", decrease: "a decrease"};

/** Returns the name of a fact's mark: value, hedge, thing, change, status, parties and who reports it. */
export function nameOf(row: FactRow): string {
  const status = row.status === "delivered" ? "" : row.status;
  const change = row.change ? changes[row.change] : "";
  return [amountOf(row, "prose"), change, status, partiesOf(row), reportedBy(row)].filter(Boolean).join(", ");
}

/** A number that the project worked out, with the figures it was worked out from. */
export type DerivedRow = ChartRow & {
  derived_id: string;
  formula: string;
  /** The names in the formula, each with its figure: “total|20000000.0|USD|more_than”, one a line. */
  inputs: string;
  value: number | null;
  low: number | null;
  high: number | null;
  unit: string;
  bounds: "exact" | "between" | "at_least" | "at_most" | "unknown";
};

/** SQL of the derived numbers: `worked_out` holds one row each, which leads to the first of its figures. */
export const workedOut = `worked_out AS (
  SELECT d.figures AS stands_on,
    (SELECT string_agg(c.fact_id, ' ' ORDER BY c.fact_id) FROM facts c
     WHERE list_has_any(string_split(c.figures, ' '), string_split(d.figures, ' '))) AS facts,
    f.article_id, f.figure_id, a.publisher, a.relays, f.sentence, f.exact,
    (SELECT string_agg(concat_ws('|', split_part(input, '=', 1), i.value, i.unit, i.qualifier), chr(10) ORDER BY input)
     FROM (SELECT unnest(string_split(d.inputs, ' ')) AS input) JOIN figures i ON i.figure_id = split_part(input, '=', 2)) AS inputs,
    d.derived_id, d.formula, d.value, d.low, d.high, d.unit, d.bounds
  FROM derived d
  JOIN figures f ON f.figure_id = string_split(d.figures, ' ')[1]
  JOIN articles a ON a.article_id = f.article_id
)`;

const about = {prose: "about ", chart: "~"} as const;
const bounds = {
  exact: {prose: "", chart: ""},
  between: about,
  unknown: about,
  at_least: {prose: "at least ", chart: "at least "},
  at_most: {prose: "at most ", chart: "at most "},
} as const;

/** Returns a derived number with what is known of its bounds, rounded to the given significant digits: “at least $3.3 million”. */
export function formatDerived(
  {value, unit, bounds: known}: Pick<MixedRow, "value" | "unit" | "bounds">,
  style: Style,
  digits = 3,
): string {
  if (value === null) return "an unknown number";
  const rounded = Number(value.toPrecision(digits));
  const hedge = known === "exact" && rounded !== value ? about : bounds[known ?? "unknown"];
  return hedge[style] + formatValue(rounded, unit, style);
}

/** A fact or a derived number, for charts that show both. */
export type MixedRow = FactRow & {
  derived_id: string | null;
  formula: string | null;
  inputs: string | null;
  bounds: DerivedRow["bounds"] | null;
};

/** Returns a mixed row's amount with its hedge or its bounds: “>$100m”, “at least $3.33m”. */
export function formatMixed(row: MixedRow, style: Style, digits = 3): string {
  return row.derived_id === null ? formatFigure(row, style) : formatDerived(row, style, digits);
}

/** Returns how a derived number was worked out, with the figures in place of their names: “>$100m ÷ 30”. */
export function workingOf(
  {formula, inputs}: Pick<MixedRow, "formula" | "inputs">,
  style: Style = "chart",
): string {
  const values = new Map(
    (inputs ?? "").split("\n").map((input) => {
      const [name, value, unit = "", qualifier = null] = input.split("|");
      const figure = {value: Number(value), low: null, high: null, qualifier: qualifier as Qualifier | null};
      return [name, formatFigure({...figure, unit: /^[A-Z]{3}$/.test(unit) ? unit : null}, style)] as const;
    }),
  );
  return (formula ?? "")
    .replace(/[a-z_]\w*/gi, (name) => values.get(name) ?? name)
    .replaceAll(" / ", " ÷ ")
    .replaceAll(" * ", " × ")
    .replaceAll(" - ", " − ");
}

/** Returns the name of a mark of either kind. */
export function nameOfMixed(row: MixedRow): string {
  if (row.derived_id === null) return nameOf(row);
  return `${formatDerived(row, "prose")}, worked out here: ${workingOf(row, "prose")}, ${reportedBy(row)}`;
}

/** Returns the description of a chart: the given sentence, and at length that, what else there is to say, its notes and each mark's name. */
export function describeChart<Row extends ChartRow>(
  chart: Pick<Chart<Row>, "name" | "notes">,
  rows: Row[],
  short: string,
  more: readonly string[] = [],
): Description {
  const names = drawn(rows).map((row) => `${capitalize(chart.name(row, rows))}.`);
  return {short, long: [short, ...more, ...chart.notes(rows), ...names].filter(Boolean).join(" ")};
}

/** Returns the row that has a role in its chart and a value, or undefined. */
export function rowOf<Row extends {role: string; value: number | null}>(
  rows: readonly Row[],
  role: Row["role"],
): Row | undefined {
  return rows.find((row) => row.role === role && row.value !== null);
}
