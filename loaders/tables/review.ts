import type {Figure} from "../../src/waybill/model/figure.js";
import {
  type Article,
  bases,
  type FigureRow,
  kinds,
  type qualifiers,
  type Review,
  type statuses,
} from "../../src/waybill/model/figure.js";
import {type TableSchema, tables} from "../../src/waybill/model/tables.js";
import {wordsAround} from "../../src/waybill/model/wordsAround.js";
import {settlePeriod} from "../../src/waybill/parse/refine/settle.js";
import {InputError, readEach} from "../InputError.js";
import {withoutFlag} from "./flags.js";
import {figureAt, fitsSeveral, namesOf, positionOf, sentenceAround} from "./quote.js";

/** The cells that a review can set. */
export const reviewCells: readonly string[] = [
  "kind value low high unit per qualifier change thing goods holder supplier recipient via origin destination",
  "period_text period_start period_end status said_by",
]
  .join(" ")
  .split(" ");
type Ends = {start: string | null; end: string | null; backward?: boolean};
type ReviewedFigure = Figure & Pick<FigureRow, "reviewed" | "imported" | "imported_from">;
const untouched = {reviewed: null, imported: null, imported_from: null} as const;
const numbers = new Set(["value", "low", "high"]);
const countryOf = [
  ["supplier", "origin"],
  ["recipient", "destination"],
] as const;
const withBasis = new Set(["thing", "holder", "supplier", "recipient", "via", "status", "said_by"]);

/**
 * Returns the figures of an article as a journalist's reviews in its front
 * matter have them: cells set, readings that are no figures left out, figures
 * added that the parser missed. Throws what is wrong, all at once, with file and
 * line, if reviews match nothing or set what cannot be set.
 */
export function applyReviews(article: Article, figures: readonly Figure[]): ReviewedFigure[] {
  let reviewed = figures.map((figure): ReviewedFigure => ({...figure, ...untouched}));
  const setBy = new Map<string, Review>();
  // A reading that was made elsewhere gives way to the story's own, and is no second one.
  const checkTwice = (review: Review, {start, exact}: Figure, set: object, by: string | null): void => {
    for (const cell of Object.keys(set)) {
      const key = `${start} ${cell} ${by === null}`;
      const other = setBy.get(key);
      if (other)
        throw new InputError(
          article.file,
          review.line,
          `two reviews set ${cell} of “${exact}”: "${other.cells[cell]}" in line ${other.line}, and "${review.cells[cell]}" here (leave one away)`,
        );
      setBy.set(key, review);
    }
  };
  const apply = (review: Review): void => {
    const {start, end} = positionOf(article, review, {file: article.file, line: review.line, what: "review"});
    const meant = figureAt(reviewed, {start, end});
    const several =
      meant === "several"
        ? reviewed.filter((figure) => start <= figure.start && figure.end <= end)
        : review.isCounted
          ? []
          : fitsSeveral(article.text, review.quote, reviewed);
    if (meant === "several" || several.length > 0)
      throw new InputError(
        article.file,
        review.line,
        `review matches more than one figure: "${review.quote}" (${namesOf(several)}: write more of the words, or nth)`,
      );
    const at = meant === null ? -1 : reviewed.indexOf(meant);
    const {figure: isFigure = null, accepted, same_as, equivalent_of, by = null, ...set} = review.cells;
    checkCells(article, review, set);
    if (accepted !== undefined && (accepted !== "yes" || by !== null))
      throw new InputError(
        article.file,
        review.line,
        by === null
          ? `accepted must be yes: "${accepted}"`
          : `accepted is for the story's own reviews: "${review.quote}" (leave by away)`,
      );
    const looked = accepted === "yes" ? ["accepted"] : [];
    if (isFigure !== null && isFigure !== "yes" && isFigure !== "no")
      throw new InputError(article.file, review.line, `figure must be yes or no: "${isFigure}"`);
    if (
      isFigure === "no" &&
      [same_as, equivalent_of, accepted, ...Object.values(set)].some((cell) => cell !== undefined)
    )
      throw new InputError(article.file, review.line, `what is no figure has no cells: "${review.quote}"`);
    if (same_as === "")
      throw new InputError(article.file, review.line, "same_as is empty (write article: quote)");
    if (isFigure === "yes" && at < 0) {
      reviewed.push({...added(article, review, start, end, set), ...untouched});
      reviewed.sort((a, b) => a.start - b.start);
      reviewed = reviewed.map((figure) =>
        figure.start === start ? {...figure, ...cellsOf(figure, set, by, looked)} : figure,
      );
      return;
    }
    if (at < 0)
      throw new InputError(
        article.file,
        review.line,
        `review matches no figure: "${review.quote}" (write figure: yes to add it)`,
      );
    if (isFigure === "no") reviewed.splice(at, 1);
    else if (Object.keys(set).length > 0 || looked.length > 0) {
      checkTwice(review, reviewed[at], set, by);
      reviewed[at] = {...reviewed[at], ...cellsOf(reviewed[at], set, by, looked)};
      const {low, high} = reviewed[at];
      const {period_start, period_end} = reviewed[at];
      if (settlePeriod<Ends>({start: period_start, end: period_end}).backward)
        throw new InputError(
          article.file,
          review.line,
          `period_start is after period_end: ${period_start}, ${period_end}`,
        );
      if (low !== null && high !== null && low > high)
        throw new InputError(article.file, review.line, `low is above high: ${low}, ${high}`);
    } else if (same_as === undefined && equivalent_of === undefined)
      throw new InputError(article.file, review.line, `review sets nothing: "${review.quote}"`);
  };
  readEach(article.review ?? [], apply);
  return reviewed;
}

function checkCells({file}: Article, {line}: Review, set: Record<string, string>): void {
  const {columns}: TableSchema = tables.figures;
  for (const [cell, value] of Object.entries(set)) {
    if (!reviewCells.includes(cell))
      throw new InputError(
        file,
        line,
        `unknown cell in review: "${cell}" (have: figure, accepted, same_as, equivalent_of, by, ${reviewCells.join(", ")})`,
      );
    const allowed = columns.find((column) => column.name === cell)?.values;
    if (value !== "" && allowed && !allowed.includes(value))
      throw new InputError(file, line, `unknown ${cell}: "${value}" (have: ${allowed.join(", ")})`);
    if (value === "" && cell === "kind") throw new InputError(file, line, "kind cannot be empty");
    if (
      cell.startsWith("period_") &&
      cell !== "period_text" &&
      value !== "" &&
      !/^\d{4}(?:-\d\d){0,2}$/.test(value)
    )
      throw new InputError(file, line, `${cell} is no date: "${value}" (write YYYY, YYYY-MM or YYYY-MM-DD)`);
    const isNumber = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(value) && Number.isFinite(Number(value));
    if (numbers.has(cell) && value !== "" && !isNumber)
      throw new InputError(file, line, `${cell} is no number: "${value}"`);
  }
}

// What a review sets is the journalist's; `by` somebody, it is a reading that was made elsewhere.
// `looked` is what is noted of the review besides the cells that it sets.
function cellsOf(
  figure: Pick<FigureRow, "reviewed" | "imported" | "imported_from" | "supplier" | "recipient" | "flags">,
  set: Record<string, string>,
  by: string | null,
  looked: readonly string[],
): Partial<FigureRow> {
  const changed: Record<string, string | number | null> = {};
  for (const [cell, value] of Object.entries(set)) {
    changed[cell] = value === "" ? null : numbers.has(cell) ? Number(value) : value;
    const basis = cell.startsWith("period_") ? "period_basis" : withBasis.has(cell) ? `${cell}_basis` : null;
    if (basis) changed[basis] = bases[by === null ? 2 : 3];
  }
  const column = by === null ? "reviewed" : "imported";
  const names = [...(figure[column]?.split(" ") ?? []), ...Object.keys(set), ...looked];
  const whole = {...figure, ...changed} as FigureRow;
  // A number or hedge that is corrected takes its bounds along, if they are not set themselves.
  if ((changed.value !== undefined || changed.qualifier !== undefined) && whole.value !== null) {
    if (changed.low === undefined)
      changed.low = /^(?:more_than|at_least)$/.test(whole.qualifier ?? "") ? whole.value : null;
    if (changed.high === undefined)
      changed.high = /^(?:less_than|at_most|up_to)$/.test(whole.qualifier ?? "") ? whole.value : null;
  }
  // The country was that of the party which is corrected: of the right one the table of parties tells it.
  for (const [party, country] of countryOf)
    if (changed[party] !== undefined && changed[party] !== figure[party] && !names.includes(country))
      changed[country] = null;
  // Whoever sets a side, or accepts the reading, has looked at all three.
  if (looked.includes("accepted") || ["supplier", "recipient", "via"].some((side) => set[side] !== undefined))
    changed.flags = withoutFlag(figure.flags, "side_unsure");
  return {
    ...changed,
    [column]: [...new Set(names)].join(" "),
    ...(by === null ? {} : {imported_from: by}),
  } as Partial<FigureRow>;
}

// A figure that only a person saw: its cells come from the review, the rest is empty.
function added(
  article: Article,
  {quote, line}: Review,
  start: number,
  end: number,
  set: Readonly<Record<string, string>>,
): Figure {
  for (const cell of ["kind", "unit"])
    if (!set[cell]) throw new InputError(article.file, line, `an added figure needs ${cell}: "${quote}"`);
  if (!set.value && !set.low && !set.high)
    throw new InputError(article.file, line, `an added figure needs value, low or high: "${quote}"`);
  const {text} = article;
  return {
    ...wordsAround(text, {start, end}),
    sentence: sentenceAround(text, {start, end}),
    kind: kinds[0],
    value: null,
    low: null,
    high: null,
    unit: null,
    per: null,
    qualifier: null as (typeof qualifiers)[number] | null,
    change: null,
    thing: null,
    goods: null,
    holder: null,
    supplier: null,
    recipient: null,
    via: null,
    origin: null,
    destination: null,
    period_text: null,
    period_start: null,
    period_end: null,
    status: null as (typeof statuses)[number] | null,
    said_by: null,
    confidence: 1,
    thing_basis: null,
    holder_basis: null,
    supplier_basis: null,
    recipient_basis: null,
    via_basis: null,
    period_basis: null,
    status_basis: null,
    said_by_basis: null,
    flags: null,
  };
}
