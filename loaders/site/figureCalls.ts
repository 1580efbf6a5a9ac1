import {escapeHtml, sourceHref} from "../../src/waybill/model/escape.js";
import type {FigureRow} from "../../src/waybill/model/figure.js";
import {formatCount, formatFigure, formatNumber, formatValue} from "../../src/waybill/model/format.js";
import type {Row} from "../../src/waybill/model/tables.js";
import {InputError, type Report} from "../InputError.js";
import {figureAt, findQuote, splitReference} from "../tables/quote.js";
import type {Tables} from "../tables.js";
import type {Page} from "./readPage.js";

/** How a figure stands in prose: with its hedge, without it, or its number alone, in digits or as a word. */
const styles = ["stated", "value", "number", "word"] as const;
type Style = (typeof styles)[number];

/** A figure that a page's prose asks for: `${figure("article: words")}`, `${derived("id", "value")}`. */
export interface FigureCall {
  /** As it stands in the page, without “${” and “}”. */
  call: string;
  of: "figure" | "derived";
  reference: string;
  style: string;
  line: number;
}

const callPattern = /\$\{((figure|derived)\(\s*("(?:[^"\\]|\\.)*")\s*(?:,\s*("(?:[^"\\]|\\.)*")\s*)?\))\}/g;

/** Code within a line: Framework runs nothing in it. */
const codeSpan = /(?<!`)(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g;

/** Returns the calls in a page's prose, in their order; those in fenced blocks and code spans are code, and a draft has none. */
export function callsIn({text, blocks, matter}: Pick<Page, "text" | "blocks" | "matter">): FigureCall[] {
  if (matter.draft === true) return [];
  const isCode = (line: number): boolean =>
    blocks.some((block) => line >= block.line && line < block.line + block.content.split("\n").length);
  const prose = text.replace(codeSpan, (span) => " ".repeat(span.length));
  return [...prose.matchAll(callPattern)].flatMap(({index, 1: call, 2: of, 3: first, 4: second}) => {
    const line = text.slice(0, index).split("\n").length;
    if (isCode(line)) return [];
    return {
      call,
      of: of as FigureCall["of"],
      reference: JSON.parse(first),
      style: second ? JSON.parse(second) : "stated",
      line,
    };
  });
}

/**
 * Returns the HTML of a call: a figure's words, as the tables have them, as a
 * link to their sentence; of a number that was worked out, to that of its first
 * input. Throws an InputError with file and line where there is no such figure.
 *
 * ```js
 * figureCallHtml({of: "figure", reference: "grain: # barges", style: "number", line: 3, call}, tables, "src/index.md")
 * // <a class="figure-link" href="/sources/grain#grain-40-barges-…">40</a>
 * ```
 */
export function figureCallHtml(call: FigureCall, tables: Tables, file: string): string {
  const fail = (what: string): never => {
    throw new InputError(file, call.line, what);
  };
  const {reference} = call;
  const style = styles.find((known) => known === call.style);
  if (!style) return fail(`unknown style of a figure: "${call.style}" (have: ${styles.join(", ")})`);
  if (call.of === "derived") {
    const row = tables.derived.find(({derived_id}) => derived_id === reference);
    if (!row)
      return fail(
        `unknown derived number: "${reference}" (have: ${tables.derived.map(({derived_id}) => derived_id).join(", ")})`,
      );
    return derivedHtml(row, tables, style);
  }
  const articles = new Map(tables.texts.map((article) => [article.article_id, article]));
  const found = splitReference(reference, articles);
  if (!found)
    return fail(`unknown article in figure: "${reference}" (write article: words around the figure)`);
  const span = findQuote(found.article.text, found.quote);
  if (!span) return fail(`figure matches nothing: "${reference}"`);
  const own = tables.figures.filter(({article_id}) => article_id === found.article.article_id);
  const figure = figureAt(own, span);
  if (figure === null) return fail(`figure matches no figure: "${reference}"`);
  if (figure === "several") return fail(`figure matches more than one figure: "${reference}"`);
  return linkTo(figure, wordsOf(figure, style));
}

function derivedHtml(row: Row, {figures}: Pick<Tables, "figures">, style: Style): string {
  const [input] = String(row.figures).split(" ");
  const figure = figures.find(({figure_id}) => figure_id === input)!;
  const qualifiers: Record<string, FigureRow["qualifier"]> = {at_least: "at_least", at_most: "at_most"};
  const value = Number(Number(row.value).toPrecision(2));
  const worked = {
    value,
    low: null,
    high: null,
    unit: String(row.unit),
    qualifier: qualifiers[String(row.bounds)] ?? null,
  };
  return linkTo(figure, wordsOf(worked as unknown as FigureRow, style), `our calculation: ${row.formula}`);
}

function wordsOf(figure: FigureRow, style: Style): string {
  const {value, unit} = figure;
  if (style === "stated" || value === null) return formatFigure(figure, "prose");
  if (style === "value") return formatValue(value, unit, "prose");
  return style === "word" ? formatCount(value) : formatNumber(value);
}

const linkTo = ({article_id, figure_id}: FigureRow, words: string, title = ""): string =>
  `<a class="figure-link" href="${escapeHtml(sourceHref(article_id, figure_id))}"${title ? ` title="${escapeHtml(title)}"` : ""}>${escapeHtml(words.replace(/(\d) (?=\p{L})/gu, "$1\u00a0"))}</a>`;

/**
 * Returns the HTML of all calls in pages, by the words of the call. What is
 * wrong is reported, a call each, and left out; thrown without `report`. Calls of
 * articles that are left out, for they are wrong themselves, are no fault.
 */
export function figureCallsOf(
  pages: readonly Page[],
  tables: Tables,
  report: Report = (problem) => {
    throw problem;
  },
  leftOut: ReadonlySet<string> = new Set(),
): Map<string, string> {
  const calls = new Map<string, string>();
  for (const page of pages)
    for (const call of callsIn(page)) {
      try {
        calls.set(call.call, figureCallHtml(call, tables, page.file));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        if (!leftOut.has(call.reference.split(":")[0])) report(error);
      }
    }
  return calls;
}
