import type {Form, FormRow, Hue} from "../forms/Form.js";
import {sqlString} from "../model/escape.js";
import type {Chart, ChartRow} from "./Chart.js";
import {defineChart} from "./defineChart.js";
import {shown} from "./facts.js";

/**
 * A chart as a page writes it, in fields: what tells rows apart is SQL over the
 * columns of `shown`, one row a fact and a number that was worked out.
 */
export interface ChartFields {
  id: string;
  /** The name of a form. */
  form: string;
  /** Which facts: “kind = 'money' AND goods = 'grain'”; all by default. */
  of?: string;
  /** The tag of the articles that it is about. */
  articles?: string;
  /** Who says so; made from the reports where it is left out, and "" for none. */
  kicker?: string;
  title?: string;
  subtitle?: string;
  notes?: readonly string[];
  alt?: string;
  /** SQL of what a row is called, and of the group it stands in. */
  label?: string;
  group?: string;
  /** SQL: the rows that are strong. */
  emphasis?: string;
  /** SQL by which rows are ordered; value and -value are the smallest and the largest first. */
  sort?: string;
  /** Rows at most. */
  limit?: number;
  color?: Hue;
  /** What is written at a row's mark: the rows by SQL, and the words. */
  annotate?: readonly {at: string; text: string}[];
  /** Other columns that the form reads, by SQL: what a value was (`from`), the whole that it is a part of (`within`). */
  columns?: Readonly<Record<string, string>>;
  /** Options of the form's own. */
  options?: Readonly<Record<string, string | number | boolean>>;
}

/** Returns the rows that a statement about `shown` gives: SQL. */
export const selectShown = (sql: string): string => `WITH ${shown}\n${sql}`;

/** Returns the query of a chart that is written in fields: each piece of SQL in lines of its own, so that none ends in another's comment. */
export function queryOf({
  form,
  columns = {},
  of = "true",
  label,
  group,
  emphasis,
  sort,
  limit,
  annotate = [],
}: ChartFields): string {
  const cells = [
    ...Object.entries(columns).map(([name, sql]) => `(\n${sql}\n) AS "${name}"`),
    label && `(\n${label}\n)::VARCHAR AS label`,
    group && `(\n${group}\n)::VARCHAR AS "group"`,
    emphasis && `coalesce((\n${emphasis}\n), false) AS emphasis`,
    annotate.length > 0 &&
      `CASE ${annotate.map(({at, text}) => `WHEN (\n${at}\n) THEN ${sqlString(text)}`).join(" ")} END AS annotation`,
  ].filter(Boolean);
  return selectShown(`SELECT ${["*", ...cells, ...(placed[form] ?? [])].join(", ")}
FROM shown
WHERE (
${of}
)
ORDER BY ${orderOf(sort)}
${limit === undefined ? "" : `LIMIT ${limit}`}`);
}

// What a form of places or parties asks of other tables: where a place lies, which country a party is in.
const placed: Readonly<Record<string, readonly string[]>> = {
  routes: ["origin", "via", "destination"].flatMap((end) => [
    `(SELECT longitude FROM places WHERE place = shown.${end}) AS ${end}_x`,
    `(SELECT latitude FROM places WHERE place = shown.${end}) AS ${end}_y`,
  ]),
  chain: ["supplier", "recipient"].map(
    (party) => `(SELECT any_value(country) FROM parties WHERE name = shown.${party}) AS ${party}_country`,
  ),
};

function orderOf(sort: string | undefined): string {
  const value = "coalesce(usd, value, high, low)";
  if (sort === "value") return `${value} NULLS LAST, facts, stands_on`;
  if (sort === undefined || sort === "-value") return `${value} DESC NULLS LAST, facts, stands_on`;
  return `\n${sort}\n, facts, stands_on`;
}

/** Returns the chart that a page writes in fields, drawn by the given form. */
export function chartOfFields(fields: ChartFields, form: Form<ChartRow & FormRow>): Chart {
  const {
    id,
    articles,
    kicker,
    title,
    subtitle,
    notes,
    alt,
    columns = {},
    color,
    group,
    emphasis,
    annotate,
    options,
  } = fields;
  return defineChart<ChartRow & FormRow>({
    id,
    articles,
    query: queryOf(fields),
    form,
    options: {
      ...options,
      ...Object.fromEntries(Object.keys(columns).map((name) => [name, name])),
      ...(color && {color}),
      ...(group && {group: "group"}),
      ...(emphasis && {emphasis: "emphasis"}),
      ...(annotate && {note: "annotation"}),
    },
    kicker,
    title,
    subtitle,
    notes,
    alt,
  }) as unknown as Chart;
}
