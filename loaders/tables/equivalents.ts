import type {Article, FigureRow} from "../../src/waybill/model/figure.js";
import {InputError} from "../InputError.js";
import {isConversion} from "./conversion.js";
import {figureAt, positionOf} from "./quote.js";
import {joined} from "./slug.js";

/**
 * Returns the figures with `equivalent_of`: of an amount that the article itself
 * states again in another unit the figure that it restates, else null. “£75m
 * ($141m)”, “5 tonnes (11,000 lb)”, “$5m, about €4.6m” and “£3.6m, or €4.2m” each
 * state one amount. Figures are to stand in the order of the text.
 */
export function linkEquivalents<F extends Omit<FigureRow, "equivalent_of">>(
  text: string,
  figures: readonly F[],
): (F & Pick<FigureRow, "equivalent_of">)[] {
  const linked: (F & Pick<FigureRow, "equivalent_of">)[] = [];
  let isOpen = false;
  for (const [n, figure] of figures.entries()) {
    const last = linked.at(-1);
    const between = last ? text.slice(last.end, Math.min(figure.start, last.end + widest)) : "";
    const after = text.slice(figure.end, Math.min(figure.end + widest, figures[n + 1]?.start ?? text.length));
    const base = last && rootOf(last, linked);
    const inBrackets: boolean = opening.test(between) || (isOpen && next.test(between));
    isOpen = inBrackets && !/^[^()[\]]*[)\]]/.test(after);
    const restates = inBrackets
      ? closing.test(after)
      : (other.test(between) || (isHedged(figure) && aside.test(between))) && !compared.test(after);
    const isRestated = base !== undefined && restates && isConversion(base, figure, {inBrackets});
    linked.push({...figure, equivalent_of: isRestated ? base.figure_id : null});
  }
  return linked;
}

// Of the second of “£75m ($141m; €120m)” the first: what it restates stands right before.
function rootOf<F extends {figure_id: string; equivalent_of: string | null}>(
  last: F,
  linked: readonly F[],
): F {
  if (last.equivalent_of === null) return last;
  return linked.findLast(({figure_id}) => figure_id === last.equivalent_of) ?? last;
}

const isHedged = ({qualifier}: Pick<FigureRow, "qualifier">): boolean =>
  qualifier === "about" || qualifier === "almost";

const widest = 60;
const opening = /^\s*[([]\s*(?:or|equal to|equivalent to|the equivalent of)?\s*$/;
const next = /^\s*(?:[;,/]|or|and)\s*$/;
// “($41.50 a day)”, “($141m at the time)”, but not “($20m of it in cash)”
const closing = /^\s*(?:(?:an?|per) \p{L}+|(?:at|by) [^\d()[\]]{1,40}|today|now)?\s*(?:[)\];,/]|$)/u;
const other = /^\s*,?\s*(?:or|or some|i\.e\.,?|that is,?|equal to|equivalent to|the equivalent of|=|\/)\s*$/;
const aside = /^\s*[,–—]\s*$/;
const compared = /^\s*(?:more|less|higher|lower|fewer|apart|each|of)\b/;

/**
 * Returns the figures with `equivalent_of` as a journalist's reviews have it: the
 * figure that the quoted words mean, or none for an empty cell. Throws an
 * InputError with file and line if they mean none that it can restate.
 */
export function reviewEquivalents(article: Article, figures: readonly FigureRow[]): FigureRow[] {
  const rows = figures.map((figure) => ({...figure}));
  for (const {quote, nth, line, cells} of article.review ?? []) {
    if (cells.equivalent_of === undefined) continue;
    const from = {file: article.file, line, what: "equivalent_of"};
    const at = figureAt(rows, positionOf(article, {quote, nth}, from));
    if (at === null || at === "several") continue; // which applyReviews has told
    at.equivalent_of = null;
    if (cells.equivalent_of === "") continue;
    const base = figureAt(rows, positionOf(article, {quote: cells.equivalent_of}, from));
    if (base === null || base === "several" || base === at)
      throw new InputError(
        article.file,
        line,
        `equivalent_of matches ${base === "several" ? "more than one figure" : "no other figure"}: "${cells.equivalent_of}"`,
      );
    if (base.kind !== at.kind || base.unit === at.unit || base.equivalent_of !== null)
      throw new InputError(
        article.file,
        line,
        `equivalent_of names no amount of this kind in another unit: "${cells.equivalent_of}"`,
      );
    at.equivalent_of = base.figure_id;
  }
  return rows;
}

/** What an article states of an amount in other units, and in US dollars. */
export interface StatedEquivalents {
  equivalents: string | null;
  usd: number | null;
  usdFigure: string | null;
}

/** Returns what the figures state of each amount in other units, by the id of the figure that they restate. */
export function equivalentsOf(figures: readonly FigureRow[]): Map<string, StatedEquivalents> {
  const stated = new Map<string, StatedEquivalents>();
  for (const {figure_id, equivalent_of, value, low, high, unit} of figures) {
    if (equivalent_of === null) continue;
    const known = stated.get(equivalent_of) ?? {equivalents: null, usd: null, usdFigure: null};
    const amount = `${value ?? [low, high].filter((end) => end !== null).join(" to ")} ${unit}`;
    known.equivalents = joined([known.equivalents, amount], " | ");
    if (unit === "USD" && value !== null && known.usd === null) {
      known.usd = value;
      known.usdFigure = figure_id;
    }
    stated.set(equivalent_of, known);
  }
  return stated;
}
