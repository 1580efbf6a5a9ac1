import type {Chart} from "../../src/waybill/chart/Chart.js";
import {chartHref, escapeHtml, sourceHref} from "../../src/waybill/model/escape.js";
import type {Article, FigureRow} from "../../src/waybill/model/figure.js";
import {formatFigure} from "../../src/waybill/model/format.js";
import {standingOf} from "../../src/waybill/standing.js";
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
  /** Sentences without a figure that charts lead to. */
  statements: readonly Statement[];
  uses: ChartUse[];
}

/** Returns the page of one article: its citation, and its text with each figure marked and named. */
export function sourceHtml({article, figures, statements, uses}: SourceOptions): string {
  const marked = [...figures].sort((a, b) => a.start - b.start);
  const tags = [
    ...sentenceTags(article.text, statements),
    ...marked.flatMap((figure) => figureTags(figure, uses)),
  ];
  return [
    citation(article),
    `<div class="source-text">${paragraphs(article.text, tags)}</div>`,
    `<h2>The figures in it</h2>`,
    figureList(marked, uses),
  ].join("\n");
}

function citation({
  publisher,
  author,
  relays,
  published,
  published_basis,
  url,
  file,
  sha256,
}: Article): string {
  const rows: [string, string][] = [["Published by", escapeHtml(publisher)]];
  if (author) rows.push(["By", escapeHtml(author)]);
  if (relays) rows.push(["Relays", escapeHtml(relays.replaceAll(" > ", ", which relays "))]);
  if (published)
    rows.push([
      "Date",
      `${escapeHtml(published)}${published_basis === "inferred" ? " (the report gives none; worked out)" : ""}`,
    ]);
  if (url) rows.push(["Address", addressHtml(url)]);
  rows.push(["Note", `${escapeHtml(file)}, in our own words`]);
  if (sha256) rows.push(["Original", `SHA-256 <code>${escapeHtml(sha256.slice(0, 16))}…</code>`]);
  return `<dl class="citation" id="citation">${rows.map(([term, text]) => `<div><dt>${term}</dt><dd>${text}</dd></div>`).join("")}</dl>`;
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

/** A tag to be put into the text. Where several stand at one position, those with a lower depth are the outer ones. */
interface Tag {
  at: number;
  html: string;
  closes: boolean;
  depth: number;
}

function paragraphs(text: string, tags: Tag[]): string {
  const sorted = [...tags].sort(
    (a, b) =>
      a.at - b.at ||
      Number(b.closes) - Number(a.closes) ||
      (a.closes ? b.depth - a.depth : a.depth - b.depth),
  );
  const parts: string[] = [];
  for (const block of text.matchAll(/\S(?:.|\n(?!\s*\n))*/g)) {
    const end = block.index + block[0].length;
    let at = block.index;
    let html = "";
    for (const tag of sorted) {
      if (tag.at < block.index || tag.at > end) continue;
      html += escapeHtml(text.slice(at, tag.at)) + tag.html;
      at = tag.at;
    }
    parts.push(`<p>${html}${escapeHtml(text.slice(at, end))}</p>`);
  }
  return parts.join("\n");
}

function sentenceTags(text: string, statements: readonly Statement[]): Tag[] {
  const seen = new Set<string>();
  return statements.flatMap(({anchor, sentence}) => {
    const at = text.indexOf(sentence);
    if (at < 0 || seen.has(anchor)) return [];
    seen.add(anchor);
    return [
      {at, html: `<span id="${escapeHtml(anchor)}" class="sentence">`, closes: false, depth: 0},
      {at: at + sentence.length, html: "</span>", closes: true, depth: 0},
    ];
  });
}

function figureTags({figure_id, start, end}: FigureRow, uses: ChartUse[]): Tag[] {
  const used = uses.some(({ids}) => ids.has(figure_id));
  return [
    {
      at: start,
      html: `<mark id="${escapeHtml(figure_id)}" class="figure${used ? " is-charted" : ""}">`,
      closes: false,
      depth: 1,
    },
    {at: end, html: "</mark>", closes: true, depth: 1},
  ];
}

function figureList(figures: FigureRow[], uses: ChartUse[]): string {
  if (figures.length === 0) return "<p>It states none.</p>";
  const rows = figures.map((figure) => {
    const charts = uses
      .filter(({ids}) => ids.has(figure.figure_id))
      .map(({chart, title}) => `<a href="${escapeHtml(chartHref(chart.id))}">${escapeHtml(title)}</a>`);
    const details = [
      figure.kind.replace("_", " "),
      figure.thing && `of ${escapeHtml(figure.thing)}`,
      figure.holder && `${escapeHtml(figure.holder)}’s`,
      figure.supplier && `from ${escapeHtml(figure.supplier)}`,
      figure.recipient && `to ${escapeHtml(figure.recipient)}`,
      figure.via && `via ${escapeHtml(figure.via)}`,
      figure.period_text && escapeHtml(figure.period_text),
      standingOf(figure) === "reported" ? null : figure.status,
    ].filter(Boolean);
    return `<li><a href="#${encodeURIComponent(figure.figure_id)}">${escapeHtml(formatFigure(figure, "prose"))}</a> <span class="quiet">${details.join(" · ")}</span>${charts.length > 0 ? `<br><span class="quiet">Charted in</span> ${charts.join("; ")}` : ""}</li>`;
  });
  return `<ol class="figure-list">${rows.join("")}</ol>`;
}

/** Returns the list of all articles, with the number of their figures, for /sources/. */
export function sourceListHtml(articles: readonly Article[], figures: ReadonlyMap<string, number>): string {
  const items = articles.map((article) => {
    const count = figures.get(article.article_id) ?? 0;
    return `<li><a href="${escapeHtml(sourceHref(article.article_id))}">${escapeHtml(article.title)}</a><br><span class="quiet">${escapeHtml(article.publisher)}${article.relays ? `, relaying ${escapeHtml(article.relays.replaceAll(" > ", ", relaying "))}` : ""} · ${count} figures</span></li>`;
  });
  return `<ul class="source-list">${items.join("")}</ul>`;
}
