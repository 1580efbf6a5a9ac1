import {group} from "d3";
import type {Chart} from "../../src/waybill/chart/Chart.js";
import {isUnnamed, natureOf, titleOf} from "../../src/waybill/model/article.js";
import {chartHref, escapeHtml, sourceHref} from "../../src/waybill/model/escape.js";
import type {Article, FigureRow, Span} from "../../src/waybill/model/figure.js";
import {capitalize, formatCount, formatDate, formatFigure} from "../../src/waybill/model/format.js";
import type {numeralRoles, Row} from "../../src/waybill/model/tables.js";
import {standingOf} from "../../src/waybill/standing.js";
import type {MarginNote} from "./marginNotes.js";
import {noteHtml, sourceTextHtml} from "./sourceText.js";
import type {Statement} from "./statements.js";

/** A chart that uses a figure, for the way back from the sentence to the chart. */
export interface ChartUse {
  chart: Pick<Chart, "id">;
  title: string;
  /** Ids of the figures, relations and events that its marks stand on. */
  ids: Set<string>;
}

export interface SourceOptions {
  article: Article;
  figures: FigureRow[];
  /** Where its sentences stand. */
  sentences: readonly Span[];
  /** Sentences that charts lead to and that have no figure. */
  statements: readonly Statement[];
  uses: ChartUse[];
  notes: readonly MarginNote[];
  /** Its rows of the table numerals. */
  numerals: readonly Row[];
}

/** Returns the page of one article: what it is and where it comes from, its text with each figure marked and named, and the charts that use it. */
export function sourceHtml(options: SourceOptions): string {
  const {article, figures, statements, sentences, uses, notes, numerals} = options;
  const marked = [...figures].sort((a, b) => a.start - b.start);
  const aside = numerals.filter(({role}) => role !== "figure");
  const charted = new Set(
    marked.flatMap(({figure_id}) => (uses.some(({ids}) => ids.has(figure_id)) ? figure_id : [])),
  );
  const general = notes.flatMap((note, n) => (note.at === null ? noteHtml(note, n) : []));
  return [
    whatItIs(article),
    citation(article),
    `<div class="source-text">${sourceTextHtml({
      text: article.text,
      figures: marked,
      sentences,
      statements,
      notes,
      numerals: aside,
      isCharted: (id) => charted.has(id),
    })}</div>`,
    general.length > 0
      ? `<h2 id="notes">About the report as a whole</h2>\n<ul class="general-notes">${general.join("")}</ul>`
      : "",
    `<h2 id="figures">The figures in it</h2>`,
    figureList(marked),
    asideHtml(article.text, aside),
    chartList(uses, [...marked, ...statements.map(({id}) => ({figure_id: id}))]),
  ]
    .filter(Boolean)
    .join("\n");
}

const kinds = {
  note: "<strong>This is our note on the report, not the report itself.</strong> The note is in our own words. It keeps each figure, name and date as the report has it.",
  report: "<strong>This is the text of the report itself.</strong>",
  unknown:
    "<strong>Nobody says whether this is the report itself or a note on it.</strong> A note names the file of its report.",
};

/** Returns whether the page is our note or the report itself, and where the original is. */
function whatItIs(article: Article): string {
  const {url, publisher} = article;
  const nature = natureOf(article);
  const where = url
    ? `The report: ${addressHtml(url)}.`
    : nature === "note"
      ? "The address of the report itself is not known."
      : "Its address is not known.";
  const what = `${kinds[nature ?? "unknown"]} ${where}`;
  const remarks = [
    titleOf(article).isOurs
      ? "The headline is in brackets because we do not have the report’s own. The words are ours."
      : "",
    isUnnamed(article) ? `“${publisher}” means that we do not know who published it.` : "",
  ].filter(Boolean);
  return `<div class="source-kind"><p>${what}</p>${remarks.map((text) => `<p>${escapeHtml(text)}</p>`).join("")}</div>`;
}

function citation(article: Article): string {
  const {publisher, author, file, sha256, language, words} = article;
  const rows: [string, string][] = [["Published by", escapeHtml(publisher)]];
  if (author) rows.push(["By", escapeHtml(author)]);
  rows.push(["First reported", escapeHtml(chainOf(article))]);
  rows.push(["Date", dateHtml(article)]);
  rows.push(["Language", escapeHtml(languageOf(language))]);
  rows.push([natureOf(article) === "note" ? "Our note" : "File", `${escapeHtml(file)}, ${words} words`]);
  if (sha256) rows.push(["Original", `kept; SHA-256 <code>${escapeHtml(sha256.slice(0, 16))}…</code>`]);
  return `<dl class="citation" id="citation">${rows.map(([term, text]) => `<div><dt>${term}</dt><dd>${text}</dd></div>`).join("")}</dl>`;
}

/** Returns whose report it is and through whose hands it came: “by The Courier; passed on by The Gazette, then The Ledger”. */
function chainOf({publisher, relays}: Article): string {
  if (!relays) return "by the publisher itself, as far as it says";
  const [first, ...hands] = [publisher, ...relays.split(" > ")].reverse();
  return `by ${first}; passed on by ${hands.join(", then ")}`;
}

const froms: Record<string, string> = {
  stated: "stated in the report",
  inferred: "worked out: the report gives none",
};

function dateHtml({published, published_basis, published_from}: Article): string {
  if (!published) return "not known";
  const known = published_from
    ? `from what the saved page says of itself (${published_from})`
    : froms[published_basis ?? ""];
  return `<time datetime="${escapeHtml(published)}">${escapeHtml(formatDate(published))}</time>${known ? `, ${escapeHtml(known)}` : ""}`;
}

function languageOf(code: string): string {
  try {
    return new Intl.DisplayNames("en", {type: "language"}).of(code) ?? code;
  } catch {
    return code;
  }
}

// Framework decodes what links lead to, and stops at what it cannot decode.
function addressHtml(url: string): string {
  const shown = escapeHtml(url);
  try {
    decodeURI(url);
  } catch {
    return shown;
  }
  return `<a href="${shown}">${shown}</a>`;
}

function figureList(figures: FigureRow[]): string {
  if (figures.length === 0) return "<p>It states none.</p>";
  const rows = figures.map((figure) => {
    const standing = standingOf(figure);
    const details = [
      figure.kind.replaceAll("_", " "),
      figure.thing && `of ${figure.thing}`,
      figure.holder && `${figure.holder}’s`,
      figure.supplier && `from ${figure.supplier}`,
      figure.recipient && `to ${figure.recipient}`,
      figure.via && `via ${figure.via}`,
      figure.period_text,
      standing === "reported" ? null : standing,
      figure.said_by && `said by ${figure.said_by.replaceAll(" > ", ", after ")}`,
    ].flatMap((detail) => (detail ? escapeHtml(detail) : []));
    return `<li><a href="#${encodeURIComponent(figure.figure_id)}">${escapeHtml(formatFigure(figure, "prose"))}</a> <span class="quiet">${details.join(" · ")}</span></li>`;
  });
  return `<ol class="figure-list">${rows.join("")}</ol>`;
}

const reasons: Record<(typeof numeralRoles)[number], string> = {
  figure: "figures",
  date: "dates",
  time: "times of day",
  ordinal: "places in an order",
  name: "parts of a name",
  label: "labels, as of a page or a law",
  idiom: "turns of phrase",
  score: "scores",
  contact: "telephone numbers and addresses",
  page_furniture: "from around the report: counters, buttons, other headlines",
  determiner: "words that count nothing",
  bare: "numbers that nothing says anything of",
  unread: "not read",
  reviewed: "set aside by us",
  other_language: "in a language that is not read",
};

/** Returns the numbers of an article that are no figures, by the reason, folded up. */
function asideHtml(text: string, aside: readonly Row[]): string {
  if (aside.length === 0) return "";
  const items = [...group(aside, ({role}) => String(role))].map(([role, own]) => {
    const numbers = own.map(({start, end, exact}) => {
      const [from, to] = [Number(start), Number(end)];
      const [before] = /\S*\s?\S*$/.exec(text.slice(Math.max(0, from - 24), from)) ?? [""];
      const [after] = /^\S*\s?\S*/.exec(text.slice(to, to + 24)) ?? [""];
      return `<li>${escapeHtml(before)}<a href="#number-${from}">${escapeHtml(String(exact))}</a>${escapeHtml(after)}</li>`;
    });
    return `<dt>${capitalize(reasons[role as keyof typeof reasons])}</dt><dd><ul>${numbers.join("")}</ul></dd>`;
  });
  const count =
    aside.length === 1 ? "One more number is" : `${capitalize(formatCount(aside.length))} more numbers are`;
  return `<details class="aside"><summary>${count} no figure: why each was set aside</summary><dl>${items.join("")}</dl></details>`;
}

/** Returns the charts that use an article, each once. */
function chartList(uses: readonly ChartUse[], stated: readonly Pick<FigureRow, "figure_id">[]): string {
  const items = uses.flatMap(({chart, title, ids}) => {
    const count = stated.filter(({figure_id}) => ids.has(figure_id)).length;
    return count > 0 ? `<li><a href="${escapeHtml(chartHref(chart.id))}">${escapeHtml(title)}</a></li>` : [];
  });
  return `<h2 id="charts">Charts that use it</h2>\n${items.length > 0 ? `<ul class="source-list">${items.join("")}</ul>` : "<p>None does.</p>"}`;
}

/** What the list of all articles says of one besides its own words. */
export interface SourceCounts {
  figures: number;
  notes: number;
}

/** Returns the list of all articles for /sources/: date, language, whose report it is, and how much is in it. */
export function sourceListHtml(
  articles: readonly Article[],
  counts: ReadonlyMap<string, SourceCounts>,
): string {
  const rows = articles.map((article) => {
    const {article_id, title, publisher, relays, language} = article;
    const {figures = 0, notes = 0} = counts.get(article_id) ?? {};
    const cells = [
      `<th scope="row"><a href="${escapeHtml(sourceHref(article_id))}">${escapeHtml(title)}</a></th>`,
      cell("Published by", escapeHtml(publisher)),
      cell("Relays", relays ? escapeHtml(relays.replaceAll(" > ", ", which relays ")) : "nobody named"),
      cell("Date", dateHtml(article)),
      cell("Language", escapeHtml(languageOf(language))),
      cell("Figures", String(figures)),
      cell("Notes", String(notes)),
    ];
    return `<tr>${cells.join("")}</tr>`;
  });
  const heads = ["Report", "Published by", "Relays", "Date", "Language", "Figures", "Notes"];
  const explained = [
    articles.some((article) => titleOf(article).isOurs)
      ? "A headline in brackets is ours: we do not have the report’s own."
      : "",
    articles.some(isUnnamed) ? "Unnamed means that we do not know who published it." : "",
  ].filter(Boolean);
  return `<table class="source-list rows"><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>${explained.length > 0 ? `<p class="quiet">${explained.join(" ")}</p>` : ""}`;
}

/** A cell that says its column's name where there is no room for columns. */
// On a phone a cell is a row with its head before it: what it holds is one element there, whatever it is made of.
const cell = (head: string, html: string): string => `<td data-head="${head}"><span>${html}</span></td>`;
