import {natures} from "./article.js";
import {bases, changes, dateSources, type FigureRow, kinds, qualifiers, statuses} from "./figure.js";

export type ColumnType = "VARCHAR" | "DOUBLE" | "INTEGER" | "DATE";

export interface Column {
  name: string;
  type: ColumnType;
  about: string;
  example: string;
  required?: boolean;
  values?: readonly string[];
  /** The table whose key the cell holds. */
  refersTo?: string;
  /** Whether the cell holds any number of those keys, joined by spaces. */
  list?: boolean;
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
const reference = (name: string, to: string, about: string, example: string, required = false): Column =>
  text(name, about, example, {refersTo: to, required});
const references = (name: string, to: string, about: string, example: string): Column =>
  text(name, `${about}; ids joined by spaces`, example, {refersTo: to, list: true});
const basis = (role: string): Column =>
  text(
    `${role}_basis`,
    `whether ${role.replace("_", " ")} is stated, inferred, set by review or imported`,
    "stated",
    {
      values: bases,
    },
  );

export const numeralRoles = [
  "figure",
  "date",
  "time",
  "ordinal",
  "name",
  "label",
  "idiom",
  "score",
  "contact",
  "page_furniture",
  "determiner",
  "bare",
  "unread",
  "reviewed",
  "other_language",
] as const;
export const partyKinds = [
  "company",
  "agency",
  "state",
  "place",
  "group",
  "person",
  "media",
  "document",
  "other",
] as const;
export const relationKinds = ["supplies", "part_of", "passes_on"] as const;
export const agreements = ["single", "same", "hedged differently", "in conflict"] as const;
export const derivedBounds = ["exact", "between", "at_least", "at_most", "unknown"] as const;
export const precisions = ["day", "month", "season", "year", "span", "open", "vague"] as const;
export const disagreementKinds = [
  "hedge",
  "value",
  "status",
  "scope",
  "wording",
  "told_twice",
  "relative_date",
  "date_without_year",
  "spelling",
  "similar_names",
  "currency_names",
  "typing_slip",
  "joint_count",
  "no_base",
  "date_conflict",
  "description",
  "garbled",
  "implausible",
  "missing_date",
  "source",
  "copy",
  "page_furniture",
] as const;

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
      text("author", "who wrote it, names joined by commas", "A. Volmer"),
      text("relays", "whose reporting it passes on, outermost first, joined by “ > ”", "The Washington Post"),
      text("tags", "what it is about, which charts go by; joined by spaces", "military-imports"),
      text("published", "date of the report, YYYY-MM-DD", "2024-02-01"),
      text("published_basis", "whether the report states its date or the date was worked out", "inferred", {
        values: ["stated", "inferred"],
      }),
      text(
        "published_from",
        "what in a saved page says its date: JSON-LD, Open Graph (article:published_time), DC.date, another meta element, or the first time element of the article",
        "JSON-LD",
        {values: dateSources},
      ),
      text("url", "address of the report in the web", "https://example.org/news/1"),
      text(
        "language",
        "language of the text, BCP 47; of any but English the numbers are listed and not read",
        "en",
        {
          required: true,
        },
      ),
      text("file", "the seed", "seeds/rt-machine-tools.md", {required: true}),
      text(
        "nature",
        "whose words the seed's text is in: ours (a note on the report) or the report's own; empty where nothing tells",
        "note",
        {values: natures},
      ),
      integer("words", "number of words in the seed's text", "341"),
      reference(
        "copy_of",
        "articles",
        "an article that it repeats word for word, or nearly: both are one origin",
        "rt-machine-tools",
      ),
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
      reference("article_id", "articles", "article that states it", "rt-machine-tools", true),
      integer("start", "first position in the article's text, UTF-16 units, from 0", "203"),
      integer("end", "position after the last, so that text.slice(start, end) is `exact`", "224"),
      text("exact", "the wording: hedge, number and unit or counted noun", "more than $20 million", {
        required: true,
      }),
      text("prefix", "up to 32 characters before it", "Russia ", {required: true}),
      text("suffix", "up to 32 characters after it", " worth of", {required: true}),
      text("sentence", "the sentence it stands in, in whose words `articles.nature` says", "…", {
        required: true,
      }),
      text("kind", "kind of quantity", "money", {required: true, values: kinds}),
      number("value", "the number as stated, in `unit`; empty for a range", "20000000"),
      number("low", "lower bound that the wording implies", "20000000"),
      number("high", "upper bound that the wording implies", ""),
      text("unit", "ISO 4217 code, percent, percentage_point, fraction, times, or a singular noun", "USD"),
      text(
        "per",
        "what it is reckoned for: of a price a thing or a time, of a rate the second half of its unit",
        "barrel",
      ),
      text("qualifier", "how firmly it is stated; empty without a hedge", "more_than", {values: qualifiers}),
      text("change", "whether the figure is the amount of a rise or a fall", "increase", {values: changes}),
      text("thing", "what it is a quantity of, in the article's words", "CNC machine tools"),
      text("goods", "class of goods, from seeds/vocab/goods.csv", "machine tools"),
      text("holder", "whose it is, where nothing is handed over, in the article's words", "Orla line"),
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
      basis("holder"),
      basis("supplier"),
      basis("recipient"),
      basis("via"),
      basis("period"),
      basis("status"),
      basis("said_by"),
      text(
        "flags",
        "what a reader may ask of it, joined by spaces: scale_slip (“$100 ml”), no_base (a rise from what?), joint_count (“vests and helmets”), told_twice (its fact stands earlier in the article), period_backward (a period that ends before it starts), side_unsure (from whom, to whom or which way was worked out from the whole article, and may well be otherwise), no_unit (nothing says what is counted), unit_lent (its unit stands with another number), currency_unclear (no country says whose rupees), pound_unclear (sterling or weight), metre_or_million (“45m”)",
        "scale_slip",
      ),
      reference(
        "equivalent_of",
        "figures",
        "the figure whose amount it states again in another unit: such a figure has no fact of its own",
        "a-75-million-1f3c2",
      ),
      text(
        "reviewed",
        "cells that a journalist's review has set, joined by spaces; accepted where the reading was looked at and found right, which changes no cell",
        "supplier unit accepted",
      ),
      text("imported", "cells that readings made elsewhere have set, joined by spaces", "supplier"),
      text("imported_from", "whose readings those are", "a colleague"),
    ],
  },
  numerals: {
    about:
      "One row per number or number word of an article, with what became of it: nothing is dropped in silence.",
    key: "numeral_id",
    columns: [
      text("numeral_id", "article and position", "rt-machine-tools@213", {required: true}),
      reference("article_id", "articles", "article it stands in", "rt-machine-tools", true),
      integer("start", "first position in the article's text, UTF-16 units, from 0", "213"),
      integer("end", "position after the last", "216"),
      text("exact", "the number as written", "20", {required: true}),
      text("role", "part of a figure, or why it is none", "figure", {required: true, values: numeralRoles}),
      reference("figure_id", "figures", "the figure it is part of", "rt-machine-tools-20-million-3fa2"),
    ],
  },
  parties: {
    about:
      "One row per company, agency, state, group or person that supplies, receives, carries or speaks, and per document that is passed on.",
    key: "party_id",
    columns: [
      text("party_id", "name in lower case, words joined by hyphens", "i-machine-technology", {
        required: true,
      }),
      text("name", "canonical name", "I Machine Technology", {required: true}),
      text("kind", "what it is; a group is several that are not named", "company", {
        required: true,
        values: partyKinds,
      }),
      text("country", "where it belongs, if it is known", "Russia"),
      text("spellings", "as the articles write it, joined by “ | ”", "Bredykhin | Bredikhin", {
        required: true,
      }),
      references("articles", "articles", "articles that name it", "rt-machine-tools censor-machine-tools"),
      text("basis", "whether seeds/vocab/parties.csv knows it or it was read from the text", "vocabulary", {
        required: true,
        values: ["vocabulary", "text"],
      }),
      references(
        "close_to",
        "parties",
        "parties of nearly the same name, proposed and not merged",
        "i-machine-tools",
      ),
    ],
  },
  goods: {
    about: "One row per class of goods that a figure is of.",
    key: "goods",
    columns: [
      text("goods", "class, from seeds/vocab/goods.csv", "machine tools", {required: true}),
      text("terms", "wordings that stand for it, joined by “ | ”", "CNC machines | machine tools", {
        required: true,
      }),
      integer("figures", "number of figures of it", "4"),
      references("articles", "articles", "articles that state them", "rt-machine-tools"),
    ],
  },
  places: {
    about: "One row per country or territory that goods come from, go to or pass through.",
    key: "place",
    columns: [
      text("place", "country or territory", "Taiwan", {required: true}),
      number("longitude", "of a point that stands for it, mostly its capital; degrees, WGS 84", "121.6"),
      number("latitude", "of that point, from seeds/vocab/coordinates.csv", "25"),
      integer("origin_of", "number of facts and noted relations whose goods come from it", "5"),
      integer("destination_of", "number of facts and noted relations whose goods go to it", "0"),
      integer("via_of", "number of facts and noted relations whose goods pass through it", "0"),
    ],
  },
  facts: {
    about:
      "One row per thing that is claimed, however often: figures that state the same are one fact. Add up facts, never figures.",
    key: "fact_id",
    columns: [
      text(
        "fact_id",
        "id of its first figure, with “fact-” before it",
        "fact-rt-machine-tools-20-million-3fa2",
        {
          required: true,
        },
      ),
      text("kind", "kind of quantity", "money", {required: true, values: kinds}),
      text(
        "unit",
        "as in figures; words for a lot of goods are shipments, a price has what it is for: USD per barrel",
        "USD",
      ),
      number("value", "the number as stated; empty for a range", "20000000"),
      number(
        "low",
        "lower bound that holds for each of its figures; empty where it is open or unknown",
        "20000000",
      ),
      number("high", "upper bound that holds for each of its figures", ""),
      text(
        "stated_equivalent",
        "the amount in other units as its articles convert it, joined by “ | ”",
        "141000000 USD",
      ),
      number(
        "usd",
        "a sum in US dollars; in other currencies only as an article states it, or by a cited rate",
        "20000000",
      ),
      text(
        "rate",
        "what it was converted by: a rate with day and source, or the figure that states the dollars",
        "0.14 USD per CNY, 2024-02-01, …",
      ),
      text("change", "whether it is the amount of a rise or a fall", "increase", {values: changes}),
      text(
        "thing",
        "what it is a quantity of, in the words of the figure that says most",
        "CNC machine tools",
      ),
      text("goods", "class of goods", "machine tools"),
      text("holder", "whose it is, in the words of the first figure that says so", "Orla line"),
      reference("supplier", "parties", "the supplier that is named most closely", "taiwan"),
      reference("recipient", "parties", "the recipient that is named most closely", "i-machine-technology"),
      reference("via", "parties", "through whom or where", "turkey"),
      text("origin", "country it comes from", "Taiwan"),
      text("destination", "country it goes to", "Russia"),
      text("period_start", "first year, month or day, ISO 8601", "2023-01"),
      text("period_end", "last year, month or day", "2023-07"),
      text("status", "what had happened, according to the first figure that says so", "delivered", {
        values: statuses,
      }),
      references("figures", "figures", "figures that state it", "rt-machine-tools-20-million-3fa2"),
      references("articles", "articles", "articles that state it", "rt-machine-tools censor-machine-tools"),
      integer("publishers", "number of publishers that state it", "2"),
      integer(
        "origins",
        "number of origins known to be apart: relays of one newspaper and copies of one text are one, and one that is unnamed, or that is undated and passes on no named report, adds none",
        "1",
      ),
      text(
        "origin_names",
        "those origins, joined by “ | ”; unknown where none is named, or where only undated ones of several names tell it",
        "The Washington Post",
        {required: true},
      ),
      text("agreement", "how well its figures agree; single where there is one", "hedged differently", {
        required: true,
        values: agreements,
      }),
    ],
  },
  derived: {
    about:
      "One row per number that the project works out from figures (seeds/derived.yaml). No article states it.",
    key: "derived_id",
    columns: [
      text("derived_id", "name of it", "direct-share", {required: true}),
      text("about", "what it is", "Share of the machine tools that came straight from their maker", {
        required: true,
      }),
      text("formula", "how it is worked out", "part / whole", {required: true}),
      text("inputs", "names in the formula and their figures, joined by spaces", "part=censor-… whole=rt-…", {
        required: true,
      }),
      references("figures", "figures", "the figures it is worked out from", "censor-… rt-…"),
      number("value", "the formula with the numbers as stated", "0.2235"),
      number("low", "lower bound that the hedges of its inputs allow", ""),
      number("high", "upper bound", "0.2235"),
      text("unit", "unit of the value", "fraction", {required: true}),
      text("bounds", "what is known of its bounds", "at_most", {required: true, values: derivedBounds}),
    ],
  },
  relations: {
    about:
      "One row per statement, noted by a journalist in an article's front matter, of who supplies whom, who is part of whom, or who passes on whose report or documents.",
    key: "relation_id",
    columns: [
      text(
        "relation_id",
        "article, from, kind and to",
        "belpol-laser-parts-haucore-supplies-precision-laser-systems",
        {required: true},
      ),
      reference("article_id", "articles", "article that states it", "belpol-laser-parts", true),
      text("kind", "what the one is to the other", "supplies", {required: true, values: relationKinds}),
      reference(
        "from_party",
        "parties",
        "who supplies, or whose goods they are; the part; or who or what is passed on",
        "haucore",
        true,
      ),
      reference(
        "to_party",
        "parties",
        "who receives; the whole; or who passes it on",
        "precision-laser-systems",
        true,
      ),
      reference("via", "parties", "through whom or where", "united-arab-emirates"),
      text("thing", "what is supplied, in the journalist's words", "laser diodes"),
      text("goods", "class of goods, as noted or from seeds/vocab/goods.csv", "laser components"),
      text("origin", "country they come from", "China"),
      text("destination", "country they go to", "Russia"),
      text("status", "what had happened: delivered, ordered, …", "delivered", {values: statuses}),
      integer("start", "first position in the article's text, UTF-16 units, from 0", "1457"),
      integer("end", "position after the last, so that text.slice(start, end) is `exact`", "1482"),
      text("exact", "the words that state it", "laser diodes from Haucore", {required: true}),
      text("sentence", "the sentence they stand in, in whose words `articles.nature` says", "…", {
        required: true,
      }),
    ],
  },
  flows: {
    about:
      "One row per way that goods are reported to have gone: who supplies whom, through whom, with what. Figures tell it, or a noted relation, or both.",
    key: "flow_id",
    columns: [
      text("flow_id", "its parties and goods", "taiwan-to-i-machine-technology-machine-tools", {
        required: true,
      }),
      reference("supplier", "parties", "who supplies", "taiwan"),
      reference("recipient", "parties", "who receives", "i-machine-technology"),
      reference("via", "parties", "through whom or where", "turkey"),
      text("goods", "class of goods", "machine tools"),
      text("origin", "country they come from", "Taiwan"),
      text("destination", "country they go to", "Russia"),
      text("status", "what had happened: delivered, ordered, …", "delivered", {values: statuses}),
      references("facts", "facts", "facts about it", "fact-rt-machine-tools-20-million-3fa2"),
      references("figures", "figures", "figures that state it", "rt-machine-tools-20-million-3fa2"),
      references(
        "relations",
        "relations",
        "noted relations that state it",
        "belpol-laser-parts-haucore-supplies-precision-laser-systems",
      ),
      references("articles", "articles", "articles that state it", "rt-machine-tools"),
    ],
  },
  events: {
    about:
      "One row per date or span of time that an article names, with the sentence that says what happened.",
    key: "event_id",
    columns: [
      text("event_id", "article and position", "rt-machine-tools@640", {required: true}),
      reference("article_id", "articles", "article that names it", "rt-machine-tools", true),
      integer("start", "first position in the article's text, UTF-16 units, from 0", "640"),
      integer("end", "position after the last", "658"),
      text("exact", "the wording", "since January 2023", {required: true}),
      text("sentence", "the sentence it stands in, in whose words `articles.nature` says", "…", {
        required: true,
      }),
      text("what", "what happened, in a journalist's few words", "Taiwan restricts exports to Russia"),
      text("date_start", "first year, month or day, ISO 8601, as precisely as it is known", "2023-01"),
      text("date_end", "last year, month or day", ""),
      text("precision", "day, month, season (part of a year), year, span, or open at an end", "open", {
        required: true,
        values: precisions,
      }),
      text(
        "year_basis",
        "whether the text states the year, it was worked out, or it is not known",
        "stated",
        {
          required: true,
          values: ["stated", "worked_out", "unknown"],
        },
      ),
      references("figures", "figures", "figures in the same sentence", "rt-machine-tools-20-million-3fa2"),
    ],
  },
  caveats: {
    about:
      "One row per statement, noted by a journalist in an article's front matter, that speaks against the article's figures or for those whom they concern: a denial, a doubt, what there is no evidence of. Every chart of those figures shows it.",
    key: "caveat_id",
    columns: [
      text("caveat_id", "article and position", "rt-machine-tools@1890", {required: true}),
      reference("article_id", "articles", "article that says it", "rt-machine-tools", true),
      text("what", "what it says, in a journalist's words", "The buyer denies a breach", {required: true}),
      text("goods", "class of goods that it is about; null for all of the article", "rifles"),
      text(
        "party",
        "party or country whose word it is: it stands against every figure with it, whoever reports that; null for the article's own alone",
        "China",
      ),
      references("figures", "figures", "figures that it is about", "rt-machine-tools-20-million-3fa2"),
      references(
        "relations",
        "relations",
        "noted relations that it is about",
        "belpol-laser-parts-haucore-supplies-precision-laser-systems",
      ),
      integer("start", "first position in the article's text, UTF-16 units, from 0", "1890"),
      integer("end", "position after the last", "1921"),
      text("exact", "the words that say it", "answered that this was not so", {required: true}),
      text("sentence", "the sentence they stand in, in whose words `articles.nature` says", "…", {
        required: true,
      }),
    ],
  },
  disagreements: {
    about:
      "One row per place where the reports differ, or where one of them is unclear: found by rule, or noted by a journalist in an article's front matter.",
    key: "disagreement_id",
    columns: [
      text("disagreement_id", "kind and what it is about", "hedge-rt-machine-tools-20-million-3fa2", {
        required: true,
      }),
      text("kind", "what differs or is unclear", "hedge", {required: true, values: disagreementKinds}),
      text("what", "what differs, in a sentence", "“$20 million” and “more than $20 million”", {
        required: true,
      }),
      references("articles", "articles", "articles concerned", "rt-machine-tools censor-machine-tools"),
      references("figures", "figures", "figures concerned", "rt-machine-tools-20-million-3fa2"),
      references("parties", "parties", "parties concerned", "kevin-wolff"),
      text("basis", "whether a rule found it or a journalist noted it", "found", {
        required: true,
        values: ["found", "noted"],
      }),
    ],
  },
} as const satisfies Record<string, TableSchema>;

export type TableName = keyof typeof tables;

/** The names of all tables; one that refers to another comes after it. */
export const tableNames = Object.keys(tables) as TableName[];

/** Any row of any table, by column. */
export type Row = Record<string, string | number | null>;

export interface TableRows extends Record<Exclude<TableName, "figures">, Row[]> {
  figures: FigureRow[];
}

/** Returns the columns of a table that hold keys of another, or lists of them. */
export function referencesOf(name: TableName): Column[] {
  return (tables[name] as TableSchema).columns.filter((column) => column.refersTo);
}

/** Returns the CREATE TABLE statement for a table, with its keys and checks or without, in DuckDB's SQL. */
export function createTable(name: TableName, {checked = true} = {}): string {
  const {key, columns}: TableSchema = tables[name];
  if (!checked) return `CREATE TABLE "${name}" (${columns.map((c) => `"${c.name}" ${c.type}`).join(", ")})`;
  const defs = columns.map(({name: column, type, required, values, refersTo, list}) =>
    [
      `"${column}" ${type}`,
      column === key ? "PRIMARY KEY" : required ? "NOT NULL" : "",
      refersTo && !list && refersTo !== name
        ? `REFERENCES "${refersTo}" ("${(tables as Record<string, TableSchema>)[refersTo].key}")`
        : "",
      values ? `CHECK ("${column}" IN (${values.map((v) => `'${v}'`).join(", ")}))` : "",
    ]
      .filter(Boolean)
      .join(" "),
  );
  return `CREATE TABLE "${name}" (${defs.join(", ")})`;
}
