import {type Column, type ColumnType, type TableSchema, tables} from "../src/waybill/model/tables.js";
import {story} from "./story.js";
import {slugOf} from "./tables/slug.js";

const schemas = Object.entries(tables as Record<string, TableSchema>);

/** Returns the data dictionary in Markdown, made from the schema. */
export function dataDictionary(): string {
  const parts = [
    "# Data dictionary",
    "",
    "Made from `src/waybill/model/tables.ts` by `npm run data`; do not edit. An empty cell means that the article does not say.",
    "Positions are half-open ranges of UTF-16 units in the article's text. `datapackage.json` says the same for machines.",
    "",
    "In the CSV files that the site offers, a text that a spreadsheet would run as a formula (its first sign is `=`, `+`, `-`, `@`, a tab or a line break, and it is no number) has an apostrophe before it; one that has apostrophes there already has one more. Take one away and it is as written. `<table>-excel.csv` has the same cells with tabs between them, in UTF-16: so Excel opens it right by double click in every language. `data/*.csv` are plain, and so are JSON, Arrow and Parquet.",
    "",
    `Tables: ${schemas.map(([name]) => `[${name}](#${name})`).join(", ")}.`,
  ];
  for (const [name, {about, key, columns}] of schemas) {
    parts.push("", `## ${name}`, "", `${about} Key: \`${key}\`. File: \`${name}.csv\`.`, "");
    parts.push("| column | type | meaning | values | example |", "|---|---|---|---|---|");
    for (const column of columns)
      parts.push(
        `| ${[column.name, typeOf(column), column.about, (column.values ?? []).join(", "), column.example].map(escaped).join(" | ")} |`,
      );
  }
  return `${parts.join("\n")}\n`;
}

const escaped = (cell: string): string => cell.replaceAll("|", "\\|");

/** Returns a column's type in words: “VARCHAR, never empty, id of articles”. */
export function typeOf({type, required, refersTo, list}: Column): string {
  return [type, required ? "never empty" : "", refersTo ? `${list ? "ids of" : "id of"} ${refersTo}` : ""]
    .filter(Boolean)
    .join(", ");
}

const fieldTypes: Record<ColumnType, string> = {
  VARCHAR: "string",
  DOUBLE: "number",
  INTEGER: "integer",
  DATE: "date",
};
const mediaTypes: Record<string, string> = {
  csv: "text/csv",
  json: "application/json",
  arrow: "application/vnd.apache.arrow.stream",
  parquet: "application/vnd.apache.parquet",
};

/**
 * Returns the Frictionless data package of the tables in the given formats: of
 * each CSV its columns, keys and allowed values, made from the schema.
 */
export function dataPackage(formats: readonly string[]): object {
  const {name, licence} = story();
  return {
    profile: formats.length === 1 ? "tabular-data-package" : "data-package",
    name: slugOf(name),
    title: `${name}: figures stated in news reports, with the sentences they stand on`,
    description:
      "What is reported is not proven. Facts may be added up; figures may not, for they repeat each other.",
    ...(licence === "not stated" ? {} : {licenses: [{name: licence}]}),
    resources: formats.flatMap((format) => schemas.map(([name, schema]) => resourceOf(name, schema, format))),
  };
}

function resourceOf(name: string, {about, key, columns}: TableSchema, format: string): object {
  const resource = {
    name: format === "csv" ? name : `${name}-${format}`,
    path: `${name}.${format}`,
    title: name,
    description: about,
    format,
    mediatype: mediaTypes[format],
  };
  if (format !== "csv") return resource;
  const foreignKeys = columns
    .filter(({refersTo, list}) => refersTo && !list)
    .map(({name: fields, refersTo}) => ({
      fields,
      reference: {resource: refersTo, fields: (tables as Record<string, TableSchema>)[refersTo!].key},
    }));
  return {
    ...resource,
    profile: "tabular-data-resource",
    encoding: "utf-8",
    schema: {
      fields: columns.map(({name: column, type, about: description, example, required, values}) => ({
        name: column,
        type: fieldTypes[type],
        description,
        ...(example === "" ? {} : {example}),
        constraints: {
          ...(required || column === key ? {required: true} : {}),
          ...(column === key ? {unique: true} : {}),
          ...(values ? {enum: values} : {}),
        },
      })),
      primaryKey: key,
      ...(foreignKeys.length > 0 ? {foreignKeys} : {}),
      missingValues: [""],
    },
  };
}
