import type {Article, FigureRow} from "../../src/waybill/model/figure.js";
import {formatValue} from "../../src/waybill/model/format.js";
import type {Derivation} from "../../src/waybill/model/reviewDesk.js";
import {inYaml} from "../articles/writeFrontMatter.js";
import {type Declaration, derivedIn, deriveRows} from "../tables/derived.js";
import type {Edit} from "./editFor.js";
import {Refused} from "./editFor.js";

/** What seeds/derived.yaml begins with where there was none. */
export const derivedHead = "# Numbers that no article states, worked out from figures that they do.\n";

/** A figure that a formula reckons with: the words that mean it, and the article it stands in with all of its figures. */
export interface Input {
  reference: string;
  article: Article;
  figures: readonly FigureRow[];
}

/**
 * Returns the source of seeds/derived.yaml with one more number, which is worked
 * out to see that it can be. Throws an InputError if it cannot, a Refused where
 * the list is written in a way that cannot be added to.
 */
export function addDerived(
  source: string,
  file: string,
  {id, about, formula, unit}: Derivation,
  inputs: ReadonlyMap<string, Input>,
): Edit {
  const lines = [
    `id: ${inYaml(id)}`,
    `about: ${inYaml(about)}`,
    `formula: ${inYaml(formula)}`,
    `unit: ${inYaml(unit)}`,
    "inputs:",
    ...[...inputs].map(([name, {reference}]) => `  ${name}: ${JSON.stringify(reference)}`),
  ];
  const [, indent = ""] = /^( *)- /m.exec(source) ?? [];
  const item = lines.map((line, n) => `${indent}${n === 0 ? "- " : "  "}${line}\n`).join("");
  const before = derivedIn(source, file);
  const after = source + (/(?:^|\n)$/.test(source) ? "" : "\n") + (before.length > 0 ? "\n" : "") + item;
  const declared = derivedIn(after, file);
  const own = declared.at(-1);
  if (declared.length !== before.length + 1 || own?.id !== id)
    throw new Refused(422, `${file} is written in a way that cannot be added to (write it as lines)`);
  return {source: after, says: `worked out ${resultOf(own, inputs)}, noted as ${id} in ${file}`};
}

function resultOf(declaration: Declaration, inputs: ReadonlyMap<string, Input>): string {
  const articles = new Map([...inputs.values()].map(({article}) => [article.article_id, article]));
  const figures = new Map([...inputs.values()].map((input) => [input.article.article_id, input.figures]));
  const [{value, unit}] = deriveRows([declaration], articles, figures);
  return typeof value === "number" ? formatValue(value, String(unit), "prose") : "a number that is not known";
}
