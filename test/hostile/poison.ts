import type {Tables} from "../../loaders/tables.js";
import type {ChartRow} from "../../src/waybill/chart/Chart.js";
import {
  tables as schema,
  type TableName,
  type TableSchema,
  tableNames,
} from "../../src/waybill/model/tables.js";
import {hostileStrings} from "../graphics/hostileStrings.js";

const strings = Object.values(hostileStrings);

/** Returns the columns of a table that hold words: neither ids nor words of a fixed list. */
export function wordColumns(name: TableName): string[] {
  const {key, columns}: TableSchema = schema[name];
  return columns
    .filter(
      (column) => column.type === "VARCHAR" && !column.values && !column.refersTo && column.name !== key,
    )
    .map((column) => column.name);
}

/** Returns every table with a hostile string at the end of each cell of words, and all of them at the end of each article. */
export function poisonTables(tables: Tables): Tables {
  const poisoned: Record<string, unknown> = {...tables};
  for (const name of tableNames) {
    const columns = wordColumns(name);
    poisoned[name] = (tables[name] as unknown as Record<string, unknown>[]).map((row, i) => {
      // A sentence is found in its article by its words: hostile ones stand in the articles themselves.
      const words = columns.filter((column) => typeof row[column] === "string" && column !== "sentence");
      return {...row, ...Object.fromEntries(words.map((column, j) => [column, poison(row[column], i + j)]))};
    });
  }
  const rows = poisoned.articles as Record<string, unknown>[];
  poisoned.texts = tables.texts.map((article, i) => {
    const {title, publisher, relays} = rows[i] as {title: string; publisher: string; relays: string | null};
    return {...article, title, publisher, relays, text: `${article.text}\n\n${strings.join("\n\n")}\n`};
  });
  return poisoned as unknown as Tables;
}

// What a chart finds its place by, not words that it shows.
const places = new Set(["stands_on", "sentence", "facts", "chart", "node", "side", "role", "step", "way"]);
const fixed = new Set(
  tableNames.flatMap((name) => (schema[name] as TableSchema).columns.flatMap(({values = []}) => values)),
);
const ids = new Set(
  tableNames.flatMap((name) => {
    const {key, columns}: TableSchema = schema[name];
    return [
      key,
      ...columns.flatMap((column) => (column.refersTo || column.type === "DATE" ? [column.name] : [])),
    ];
  }),
);

/** Returns the rows of a chart with a hostile string at the end of each cell of words; the same words get the same string. */
export function poisonRows<Row extends ChartRow>(rows: readonly Row[]): Row[] {
  return rows.map(
    (row) =>
      Object.fromEntries(
        Object.entries(row).map(([column, value]) => {
          const isWords =
            typeof value === "string" &&
            !ids.has(column) &&
            !places.has(column) &&
            !fixed.has(value) &&
            /[a-z]{2}/i.test(value);
          return [column, isWords ? poison(value, value.length + column.length) : value];
        }),
      ) as Row,
  );
}

function poison(words: unknown, nth: number): string {
  return `${words} ${strings[nth % strings.length]}`;
}
