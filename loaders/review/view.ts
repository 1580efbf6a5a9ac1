import type {Article, Basis, FigureRow, Remark} from "../../src/waybill/model/figure.js";
import {formatFigure} from "../../src/waybill/model/format.js";
import type {DeskItem, DeskView} from "../../src/waybill/model/reviewDesk.js";
import {wordsAround} from "../../src/waybill/model/wordsAround.js";
import {figureAt, findQuote, sentenceAround} from "../tables/quote.js";
import {reviewCells} from "../tables/review.js";
import type {Now} from "./editFor.js";
import {nounsIn, suggestionsOf} from "./suggest.js";

/** What a flag of a figure asks a journalist. */
const asked: Readonly<Record<string, string>> = {
  scale_slip: "Is the scale meant as it is written?",
  no_base: "A rise or a fall from what?",
  joint_count: "One number of two things?",
  told_twice: "Told twice in the article",
  period_backward: "The period ends before it begins",
  side_unsure: "From whom, to whom, which way?",
  no_unit: "Nothing says what is counted",
  unit_lent: "The unit stands with another number",
  currency_unclear: "Whose currency?",
  pound_unclear: "Pounds of money or of weight?",
  metre_or_million: "Meters or millions?",
};

/** Flags that are no reason to look at a figure before others. */
const harmless = new Set(["told_twice"]);

/** Below it a reading is doubtful; most are at 0.9 or above. */
const sure = 0.8;

/** Why a number was set aside, where that is doubtful; the others are named in the text alone. */
const unsure: Readonly<Record<string, string>> = {
  unread: "A number that was not read",
  bare: "A number without anything it counts",
};

/** Returns an article as the desk shows it: the doubtful first, the least sure of them before all, then the rest as they stand. */
export function viewOf(now: Now, rest: Pick<DeskView, "version" | "undo" | "charts">): DeskView {
  const {article, reading} = now;
  const {article_id, title, publisher, published, file, text} = article;
  const items = [
    ...reading.figures.map((figure) => figureItem(now, figure)),
    ...refusedIn(now),
    ...setAsideIn(now),
  ];
  const rank = ({open, doubts, confidence}: DeskItem): number =>
    !open ? 3 : doubts.length === 0 ? 2 : 1 + (confidence ?? sure) / 2;
  items.sort((a, b) => rank(a) - rank(b) || a.start - b.start);
  return {
    article_id,
    title,
    publisher,
    published,
    file,
    text,
    items,
    suggestions: suggestionsOf(article, reading),
    ...rest,
  };
}

function figureItem(now: Now, figure: FigureRow): DeskItem {
  const {article, reading} = now;
  const cells = figure as unknown as Readonly<Record<string, string | number | null>>;
  const own = (reading.reviews.get(figure.start) ?? []).map((n) => article.review![n].cells);
  return {
    ...wordsAround(article.text, figure),
    key: figure.figure_id,
    kind: "figure",
    open: figure.reviewed === null,
    doubts: doubtsOf(article, figure),
    reading: formatFigure(figure, "prose"),
    sentence: figure.sentence,
    confidence: figure.confidence,
    cells: Object.fromEntries(reviewCells.map((name) => [name, String(cells[name] ?? "")])),
    basis: Object.fromEntries(
      Object.entries(cells).flatMap(([name, value]) => {
        const [, cell] = /^(.+)_basis$/.exec(name) ?? [];
        return cell && value !== null ? [[cell === "period" ? "period_text" : cell, value as Basis]] : [];
      }),
    ),
    reviewed: figure.reviewed?.split(" ") ?? [],
    importedFrom: figure.imported_from,
    sameAs: own.findLast(({same_as}) => same_as)?.same_as ?? null,
    near: nounsIn(figure.sentence),
  };
}

function doubtsOf(article: Article, figure: FigureRow): string[] {
  const flags = (figure.flags?.split(" ") ?? []).filter((flag) => !harmless.has(flag));
  return [
    ...(article.remarks ?? []).filter((remark) => isAbout(article, remark, figure)).map(({what}) => what),
    ...flags.map((flag) => asked[flag] ?? flag.replaceAll("_", " ")),
    ...(figure.confidence < sure ? [`${Math.round(figure.confidence * 100)}% sure of this reading`] : []),
  ];
}

function isAbout({text}: Article, {kind, quote}: Remark, figure: FigureRow): boolean {
  const at = kind === "implausible" ? findQuote(text, quote) : null;
  return at !== null && figureAt([figure], at) === figure;
}

const blank = {basis: {}, importedFrom: null, sameAs: null, confidence: null} as const;

function refusedIn({article, reading}: Now): DeskItem[] {
  return reading.parsed.figures
    .filter(({start}) => !reading.figures.some((figure) => figure.start === start))
    .map((figure) => ({
      ...wordsAround(article.text, figure),
      ...blank,
      key: `no-${figure.start}`,
      kind: "no figure",
      open: false,
      doubts: [],
      reading: "No figure, says a review",
      sentence: figure.sentence,
      cells: {},
      reviewed: ["figure"],
      near: [],
    }));
}

function setAsideIn({article: {text}, reading}: Now): DeskItem[] {
  return reading.numerals.flatMap((numeral): DeskItem[] => {
    const doubt = unsure[String(numeral.role)];
    if (!doubt) return [];
    const span = {start: Number(numeral.start), end: Number(numeral.end)};
    const sentence = sentenceAround(text, span);
    return [
      {
        ...wordsAround(text, span),
        ...blank,
        key: `number-${span.start}`,
        kind: "number",
        open: true,
        doubts: [doubt],
        reading: "Set aside",
        sentence,
        cells: {},
        reviewed: [],
        near: nounsIn(sentence),
      },
    ];
  });
}
