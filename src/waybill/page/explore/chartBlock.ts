import {sqlString} from "../../model/escape.js";
import {handedOver} from "../../standing.js";
import type {Question} from "./FigureIndex.js";
import type {ExploreRow} from "./fields.js";

// What a filter asks, in the columns of a chart block.
const columnsOf: Partial<Record<keyof ExploreRow, string[]>> = {
  kind: ["kind"],
  hedge: ["qualifier"],
  goods: ["coalesce(goods, thing)"],
  party: ["supplier", "recipient", "via", "holder"],
  country: ["origin", "destination", "via"],
};

/**
 * Returns a chart of what a reader found, to be copied into a page: a block
 * ```chart whose `of` says in SQL what the filters say. Filters that a chart
 * cannot ask, for it has a row for each fact and not for each figure, are named
 * in a comment.
 */
export function chartBlockOf({query, chosen}: Pick<Question, "query" | "chosen">): string {
  const conditions: string[] = [];
  const left: string[] = [];
  for (const [key, values] of chosen) {
    if (values.size === 0) continue;
    const condition = conditionOf(key, values);
    if (condition) conditions.push(condition);
    else left.push(key.replace("_", " "));
  }
  for (const word of query.toLowerCase().split(/\s+/).filter(Boolean))
    conditions.push(
      `contains(lower(concat_ws(' ', sentence, thing, supplier, recipient, via, holder, publisher)), ${sqlString(word)})`,
    );
  // A single word of YAML would be taken for what it means there.
  const of = conditions.length > 0 ? [`of: >-`, `  ${conditions.join(" AND ")}`] : [];
  const note =
    left.length > 0 ? [`# not in it, for a chart has a row for each fact: ${left.join(", ")}`] : [];
  return [
    "```chart",
    "id: my-chart",
    "form: bars",
    ...note,
    ...of,
    "sort: -value",
    "limit: 12",
    "```",
    "",
  ].join("\n");
}

function conditionOf(key: keyof ExploreRow, values: ReadonlySet<string | null>): string | null {
  const words = [...values].filter((value) => value !== null).map(sqlString);
  if (key === "year") {
    const years = words.map(
      (year) => `left(period_start, 4) <= ${year} AND left(coalesce(period_end, period_start), 4) >= ${year}`,
    );
    return anyOf([...years, ...(values.has(null) ? ["period_start IS NULL"] : [])]);
  }
  if (key === "publisher")
    return `list_has_any(list_transform(string_split(reports, chr(10)), x -> split_part(x, '|', 1)), [${words.join(", ")}])`;
  if (key === "state") return stateOf(values);
  const columns = columnsOf[key];
  if (!columns) return null;
  return anyOf([
    ...(words.length > 0 ? columns.map((column) => `${column} IN (${words.join(", ")})`) : []),
    ...(values.has(null) ? [columns.map((column) => `${column} IS NULL`).join(" AND ")] : []),
  ]);
}

// Of a share or a growth nothing is delivered, whatever its verb: as `standingOf` has it.
const isHandedOver = `kind IN (${[...handedOver].map(sqlString).join(", ")}) AND (recipient IS NOT NULL OR supplier IS NOT NULL AND goods IS NOT NULL)`;

function stateOf(values: ReadonlySet<string | null>): string {
  return anyOf(
    [...values].map((value) => {
      if (value === null)
        return `coalesce(status, 'delivered') = 'delivered' AND NOT coalesce(status = 'delivered' AND ${isHandedOver}, false)`;
      return value === "delivered"
        ? `status = 'delivered' AND ${isHandedOver}`
        : `status = ${sqlString(value)}`;
    }),
  );
}

const anyOf = (conditions: readonly string[]): string =>
  conditions.length === 1
    ? conditions[0]
    : `(${conditions.map((one) => (one.includes(" AND ") ? `(${one})` : one)).join(" OR ")})`;
