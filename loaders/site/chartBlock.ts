import type {ChartFields} from "../../src/waybill/chart/chartFields.js";
import {type PlainOption, plainOptions} from "../../src/waybill/chart/plainOptions.js";
import {dayWithWords} from "../../src/waybill/forms/dayWithWords.js";
import type {Hue} from "../../src/waybill/forms/Form.js";
import {InputError} from "../InputError.js";
import {type Entry, readYaml, type Written} from "../readYaml.js";
import type {Block} from "./readPage.js";

type Report = (problem: InputError) => void;

/** A chart that a page writes in fields, and the line of each of them. */
export interface WrittenChart {
  fields: ChartFields;
  lineOf: (field: string) => number;
}

/** Fields of text; those that are SQL among them. */
export const sqlFields = ["of", "label", "group", "emphasis", "sort"] as const;
const texts = ["id", "form", "articles", "kicker", "title", "subtitle", "alt", ...sqlFields] as const;
const others = ["notes", "limit", "color", "annotate"] as const;
const colors: readonly string[] = ["red", "slate", "ochre", "ink"] satisfies Hue[];

/** Whether a chart block holds fields; else it holds the ids of charts, one a line. */
export const hasFields = (content: string): boolean => /^\s*(?:#.*\n\s*)*[a-z]+:(?:\s|$)/.test(content);

/**
 * Returns the chart that a block's fields describe, or null; reports all that is
 * wrong in them, each with its line. Their SQL is not looked at.
 */
export function readChartBlock({content, line}: Block, file: string, report: Report): WrittenChart | null {
  const lines = new Map<string, number>();
  const lineOf = (field: string): number => lines.get(field) ?? line;
  let sound = true;
  const fail = (at: number, problem: string): void => {
    sound = false;
    report(new InputError(file, at, problem));
  };
  let written: Written;
  try {
    written = readYaml(content, {file, line, what: "chart"});
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    report(error);
    return null;
  }
  const entries = "entries" in written ? written.entries : [];
  for (const {name, line: at} of entries) lines.set(name, at);
  const fields: Record<string, unknown> = {};
  const options: Record<string, unknown> = {};
  const columns: Record<string, string> = {};
  const form = textOf(entries.find(({name}) => name === "form")?.value) ?? "";
  const own = Object.hasOwn(plainOptions, form) ? plainOptions[form] : {};
  for (const {name, line: at, value} of entries) {
    const text = textOf(value);
    if ((texts as readonly string[]).includes(name)) {
      if (text === null || (text.trim() === "" && name !== "kicker")) fail(at, `${name} is no text`);
      else fields[name] = text.trim();
    } else if (name === "notes") fields.notes = textsOf(value);
    else if (name === "limit") {
      if (/^[1-9]\d{0,3}$/.test(text ?? "")) fields.limit = Number(text);
      else fail(at, `limit is not a number from 1 to 9999: "${text ?? ""}"`);
    } else if (name === "color") {
      if (text !== null && colors.includes(text)) fields.color = text;
      else fail(at, `unknown color: "${text ?? ""}" (have: ${colors.join(", ")})`);
    } else if (name === "annotate") fields.annotate = annotationsOf(value, fail);
    else if (own[name] === "sql") {
      if (text) columns[name] = text.trim();
      else fail(at, `${name} is no text`);
    } else if (Object.hasOwn(own, name)) {
      const read = readOption(own[name], text ?? "");
      if (read === null) fail(at, `${name} is ${describe(own[name])}: "${text ?? ""}"`);
      else options[name] = read;
    } else
      fail(
        at,
        `unknown field of a chart: "${name}" (have: ${[...texts, ...others, ...Object.keys(own)].join(", ")})`,
      );
  }
  if (!Object.hasOwn(plainOptions, form))
    fail(lineOf("form"), `unknown form: "${form}" (have: ${Object.keys(plainOptions).join(", ")})`);
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(String(fields.id ?? "")))
    fail(
      lineOf("id"),
      fields.id === undefined
        ? "chart lacks an id (lower-case words joined by hyphens: its address)"
        : `id is not lower-case words joined by hyphens: "${fields.id}"`,
    );
  if (!sound) return null;
  if (Object.keys(options).length > 0) fields.options = options;
  if (Object.keys(columns).length > 0) fields.columns = columns;
  return {fields: fields as unknown as ChartFields, lineOf};
}

const textOf = (value: Written | undefined): string | null => (value && "text" in value ? value.text : null);

const textsOf = (value: Written): string[] =>
  "items" in value ? value.items.flatMap((item) => textOf(item) ?? []) : [textOf(value) ?? ""];

// One annotation, or a list of them.
function annotationsOf(
  value: Written,
  fail: (line: number, problem: string) => void,
): NonNullable<ChartFields["annotate"]> {
  return ("items" in value ? value.items : [value]).flatMap((item) => {
    const cells = new Map(
      ("entries" in item ? item.entries : []).map(({name, value: cell}: Entry) => [name, textOf(cell)]),
    );
    const [at, text] = [cells.get("at"), cells.get("text")];
    if (at && text && cells.size === 2) return [{at, text}];
    fail(item.line, 'annotate takes "at" (SQL: which rows) and "text" (the words)');
    return [];
  });
}

function readOption(kind: PlainOption, text: string): string | number | boolean | null {
  if (kind === "text") return text;
  if (kind === "day") return dayWithWords(text) ? text : null;
  if (kind === "boolean")
    return text === "true" || text === "yes" ? true : text === "false" || text === "no" ? false : null;
  if (kind === "number") return text !== "" && Number.isFinite(Number(text)) ? Number(text) : null;
  return kind.includes(text) ? text : null;
}

const describe = (kind: PlainOption): string =>
  kind === "boolean"
    ? "yes or no"
    : kind === "day"
      ? "a day and words, as “2023-06-06 The dam breaks”"
      : typeof kind === "string"
        ? `a ${kind}`
        : kind.join(" or ");
