import {existsSync} from "node:fs";
import type {Article, FigureRow} from "../../src/waybill/model/figure.js";
import type {Row} from "../../src/waybill/model/tables.js";
import {toLine, toText} from "../articles/characters.js";
import {readText} from "../articles/readText.js";
import {InputError, readEach} from "../InputError.js";
import {readYaml, type Written} from "../readYaml.js";
import {dimensionOf, nameOf} from "./dimension.js";
import {type Formula, readFormula} from "./formula.js";
import {type Interval, intervalOf} from "./interval.js";
import {figureAt, findQuote, splitReference} from "./quote.js";
import {joined} from "./slug.js";

/** A number to work out, as seeds/derived.yaml declares it. */
export interface Declaration {
  id: string;
  about: string;
  formula: string;
  unit: string;
  /** Name in the formula -> “article: quoted figure”. */
  inputs: Record<string, string>;
  file: string;
  line: number;
}

/** Returns what seeds/derived.yaml declares; [] without the file. Throws what is wrong in it, all at once, with file and line. */
export function readDerived(file = "seeds/derived.yaml"): Declaration[] {
  return existsSync(file) ? derivedIn(readText(file), file) : [];
}

/** Returns what a file with the given text declares. Throws as readDerived does. */
export function derivedIn(source: string, file: string): Declaration[] {
  const written = readYaml(source, {file, what: "derived numbers"});
  if (!("items" in written)) {
    if ("text" in written && written.text === "") return [];
    throw new InputError(file, written.line, "expected a list of derived numbers");
  }
  const ids = new Set<string>();
  return readEach(written.items, (item) => {
    const declaration = toDeclaration(item, file);
    const {id, line} = declaration;
    if (ids.has(id)) throw new InputError(file, line, `derived id is taken: "${id}"`);
    ids.add(id);
    return declaration;
  });
}

function toDeclaration(item: Written, file: string): Declaration {
  const {line} = item;
  const cells = new Map("entries" in item ? item.entries.map(({name, value}) => [name, value]) : []);
  const textOf = (field: string): string => {
    const value = cells.get(field);
    const text = value && "text" in value ? toLine(value.text) : "";
    if (text === "") throw new InputError(file, line, `derived number lacks "${field}"`);
    return text;
  };
  const [id, about, formula, unit] = ["id", "about", "formula", "unit"].map(textOf);
  const given = cells.get("inputs");
  if (!given || !("entries" in given))
    throw new InputError(file, line, `derived number lacks "inputs": ${id}`);
  const inputs = readEach(given.entries, ({name, line: at, value}): [string, string] => {
    if (!("text" in value))
      throw new InputError(file, at, `input "${name}" of ${id} must be one line of text`);
    return [name, toText(value.text)];
  });
  return {id, about, formula, unit, inputs: Object.fromEntries(inputs), file, line};
}

/**
 * Returns the rows of `derived`: each formula with its inputs' numbers, and the
 * bounds that their hedges allow. 4.47 of more than 20 is at most 0.2235.
 * Throws what is wrong, all at once, if inputs name no article or no figure.
 */
export function deriveRows(
  declarations: readonly Declaration[],
  articles: ReadonlyMap<string, Article>,
  figures: ReadonlyMap<string, readonly FigureRow[]>,
): Row[] {
  return readEach(declarations, (declaration) => deriveRow(declaration, articles, figures));
}

function deriveRow(
  declaration: Declaration,
  articles: ReadonlyMap<string, Article>,
  figures: ReadonlyMap<string, readonly FigureRow[]>,
): Row {
  const {id, about, formula, unit, file, line} = declaration;
  let parsed: Formula;
  try {
    parsed = readFormula(formula);
  } catch (cause) {
    throw new InputError(file, line, `broken formula of ${id}: ${(cause as Error).message}`, {cause});
  }
  if (parsed.names.length === 0)
    throw new InputError(file, line, `formula of ${id} uses no input: ${formula}`);
  const inputs = parsed.names.map((name) => [name, inputOf(declaration, name, articles, figures)] as const);
  const unused = Object.keys(declaration.inputs).find((name) => !parsed.names.includes(name));
  if (unused !== undefined)
    throw new InputError(file, line, `formula of ${id} does not use its input "${unused}"`);
  checkUnit(declaration, parsed, inputs);
  const interval = parsed.intervalOf(
    Object.fromEntries(inputs.map(([name, figure]) => [name, intervalOf(figure)])),
  );
  const value = parsed.valueOf(Object.fromEntries(inputs.map(([name, figure]) => [name, middleOf(figure)])));
  return {
    derived_id: id,
    about,
    formula,
    inputs: joined(inputs.map(([name, figure]) => `${name}=${figure.figure_id}`)),
    figures: joined(inputs.map(([, figure]) => figure.figure_id)),
    value: Number.isFinite(value) ? round(value) : null,
    unit,
    ...boundsOf(interval),
  };
}

function inputOf(
  {id, inputs, file, line}: Declaration,
  name: string,
  articles: ReadonlyMap<string, Article>,
  figures: ReadonlyMap<string, readonly FigureRow[]>,
): FigureRow {
  const input = inputs[name];
  if (typeof input !== "string")
    throw new InputError(file, line, `formula of ${id} uses "${name}", which is none of its inputs`);
  const reference = splitReference(input, articles);
  if (!reference)
    throw new InputError(file, line, `unknown article in ${id}: "${input}" (write article: quoted figure)`);
  const {article, quote} = reference;
  const at = findQuote(article.text, quote);
  const figure = at && figureAt(figures.get(article.article_id) ?? [], at);
  if (figure === null || figure === "several")
    throw new InputError(
      file,
      line,
      `input of ${id} matches ${figure === null ? "no figure" : "more than one figure"} of ${article.article_id}: "${quote}"`,
    );
  return figure;
}

// What is declared as dollars must not come out as pounds, nor pounds be added to dollars on the way.
function checkUnit(
  {id, unit, file, line}: Declaration,
  formula: Formula,
  inputs: readonly (readonly [string, FigureRow])[],
): void {
  let result: string;
  try {
    result = nameOf(
      formula.unitOf(Object.fromEntries(inputs.map(([name, figure]) => [name, dimensionOf(figure)]))),
    );
  } catch (cause) {
    throw new InputError(file, line, `formula of ${id} ${(cause as Error).message}`, {cause});
  }
  if (isCurrency(result) && isCurrency(unit) && result !== unit)
    throw new InputError(file, line, `unit of ${id} is not what its formula gives: "${unit}" (${result})`);
}

const isCurrency = (unit: string): boolean => /^[A-Z]{3}$/.test(unit);

const middleOf = ({value, low, high}: FigureRow): number =>
  value ?? ((low ?? high ?? Number.NaN) + (high ?? low ?? Number.NaN)) / 2;

const round = (value: number): number => Number(value.toPrecision(12));

// Dividing by what has no upper bound leads towards 0: a lower bound of 0 then says nothing.
function boundsOf({low, high, known}: Interval): Pick<Row, "low" | "high" | "bounds"> {
  const bounds = {
    low: known && Number.isFinite(low) && (low !== 0 || high === 0) ? round(low) : null,
    high: known && Number.isFinite(high) ? round(high) : null,
  };
  if (bounds.low === null && bounds.high === null) return {...bounds, bounds: "unknown"};
  if (bounds.low === null) return {...bounds, bounds: "at_most"};
  if (bounds.high === null) return {...bounds, bounds: "at_least"};
  return {...bounds, bounds: bounds.low === bounds.high ? "exact" : "between"};
}
