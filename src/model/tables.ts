import {bases, changes, type FigureRow, kinds, qualifiers, statuses} from "./figure.js";

export type ColumnType = "VARCHAR" | "DOUBLE" | "INTEGER" | "DATE";

export interface Column {
  name: string;
  type: ColumnType;
  about: string;
  example: string;
  required?: boolean;
  values?: readonly string[];
}

export interface TableSchema {
  about: string;
  key: string;
  columns: readonly Column[];
}

const text = (name: string, about: string, example: string, rest: Partial<Column> = {}): Column => ({
  name,
  type: "VARCHAR",
  about,
  example,
  ...rest,
});
const number = (name: string, about: string, example: string, rest: Partial<Column> = {}): Column => ({
  name,
  type: "DOUBLE",
  about,
  example,
  ...rest,
});
const integer = (name: string, about: string, example: string): Column => ({
  name,
  type: "INTEGER",
  about,
  example,
  required: true,
});
const basis = (role: string): Column =>
  text(`${role}_basis`, `whether ${role.replace("_", " ")} is stated, inferred or set by review`, "stated", {
    values: bases,
  });

/**
 * The tables, in the order in which they are written. This is the one place
 * that knows their columns: the files, the data dictionary and the database
 * are made from it.
 */
export const tables = {
  articles: {
    about: "One row per source document in seeds/.",
    key: "article_id",
    columns: [
      text("article_id", "name of the seed's file without its ending", "rt-machine-tools", {required: true}),
      text("title", "headline of the report, as a citation", "US ally helping to arm Moscow", {
        required: true,
      }),
      text("publisher", "who published the report", "RT", {required: true}),
      text("relays", "whose reporting it passes on, outermost first, joined by “ > ”", "The Washington Post"),
      text("published", "date of the report, YYYY-MM-DD", "2024-02-01"),
      text("published_basis", "whether the report states its date or the date was worked out", "inferred", {
        values: ["stated", "inferred"],
      }),
      text("file", "the seed", "seeds/rt-machine-tools.md", {required: true}),
      integer("words", "number of words in the seed's text", "341"),
      text("sha256", "SHA-256 of the original report's file, hexadecimal", "6e44608e…"),
    ],
  },
  figures: {
    about: "One row per quantity that an article states, with the words it stands in.",
    key: "figure_id",
    columns: [
      text(
        "figure_id",
        "stable name of the figure: edits elsewhere in the article do not change it",
        "rt-machine-tools-20-million-3fa2",
        {required: true},
      ),
      text("article_id", "article that states it", "rt-machine-tools", {required: true}),
      integer("start", "first position in the article's text, UTF-16 units, from 0", "203"),
      integer("end", "position after the last, so that text.slice(start, end) is `exact`", "224"),
      text("exact", "the wording: hedge, number and unit or counted noun", "more than $20 million", {
        required: true,
      }),
      text("prefix", "up to 32 characters before it", "Russia ", {required: true}),
      text("suffix", "up to 32 characters after it", " worth of", {required: true}),
      text("sentence", "the sentence it stands in", "…", {required: true}),
      text("kind", "kind of quantity", "money", {required: true, values: kinds}),
      number("value", "the number as stated, in `unit`; empty for a range", "20000000"),
      number("low", "lower bound that the wording implies", "20000000"),
      number("high", "upper bound that the wording implies", ""),
      text("unit", "ISO 4217 code, percent, percentage_point, fraction, times, or a singular noun", "USD"),
      text("qualifier", "how firmly it is stated; empty without a hedge", "more_than", {values: qualifiers}),
      text("change", "whether the figure is the amount of a rise or a fall", "increase", {values: changes}),
      text("thing", "what it is a quantity of, in the article's words", "CNC machine tools"),
      text("goods", "class of goods, from seeds/vocab/goods.csv", "machine tools"),
      text("supplier", "who supplies, in the article's words", "Taiwan"),
      text("recipient", "who receives", "I Machine Technology"),
      text("via", "through whom or where", "Turkey"),
      text("origin", "country or place it comes from", "Taiwan"),
      text("destination", "country or place it goes to", "Russia"),
      text("period_text", "the wording of when", "since January 2023"),
      text("period_start", "first year, month or day, ISO 8601, as precisely as it is known", "2023-01"),
      text("period_end", "last year, month or day", "2023-07"),
      text("status", "what had happened with it, according to the article", "delivered", {values: statuses}),
      text(
        "said_by",
        "who says so, outermost to innermost, joined by “ > ”",
        "Washington Post > tax documents",
      ),
      number("confidence", "how sure the reading is, 0 to 1", "0.9", {required: true}),
      basis("thing"),
      basis("supplier"),
      basis("recipient"),
      basis("via"),
      basis("period"),
      basis("status"),
      basis("said_by"),
      text("flags", "what a journalist should look at, joined by spaces", "scale_slip"),
    ],
  },
} as const satisfies Record<string, TableSchema>;

export type TableName = keyof typeof tables;

export interface TableRows {
  articles: Record<string, string | number | null>[];
  figures: FigureRow[];
}

/** Returns the CREATE TABLE statement for a table, with its keys and checks, in DuckDB's SQL. */
export function createTable(name: TableName): string {
  const {key, columns}: TableSchema = tables[name];
  const defs = columns.map(({name, type, required, values}) =>
    [
      `"${name}" ${type}`,
      name === key ? "PRIMARY KEY" : required ? "NOT NULL" : "",
      values ? `CHECK ("${name}" IN (${values.map((v) => `'${v}'`).join(", ")}))` : "",
    ]
      .filter(Boolean)
      .join(" "),
  );
  return `CREATE TABLE "${name}" (${defs.join(", ")})`;
}
