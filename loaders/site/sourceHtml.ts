import type {Chart} from "../../src/charts/Chart.js";
import type {Article, FigureRow} from "../../src/model/figure.js";
import {formatFigure} from "../../src/model/format.js";
import {escapeHtml} from "./figureHtml.js";

/** A chart that uses a figure, for the way back from the sentence to the chart. */
export interface ChartUse {
  chart: Pick<Chart, "id">;
  title: string;
  figureIds: Set<string>;
}

/** Returns the page of one article: its citation, and its text with each figure marked and named. */
export function sourceHtml(article: Article, figures: FigureRow[], uses: ChartUse[]): string {
  const marked = [...figures].sort((a, b) => a.start - b.start);
  return [
    citation(article),
    `<div class="source-text">${paragraphs(article.text, marked, uses)}</div>`,
    `<h2>The figures in it</h2>`,
    figureList(marked, uses),
  ].join("\n");
}

function citation({publisher, relays, published, published_basis, file, sha256}: Article): string {
  const rows: [string, string][] = [["Published by", escapeHtml(publisher)]];
  if (relays) rows.push(["Relays", escapeHtml(relays.replaceAll(" > ", ", which relays "))]);
  if (published)
    rows.push([
      "Date",
      `${published}${published_basis === "inferred" ? " (the report gives none; worked out)" : ""}`,
    ]);
  rows.push(["Note", `${escapeHtml(file)}, in our own words`]);
  if (sha256) rows.push(["Original", `SHA-256 <code>${sha256.slice(0, 16)}…</code>`]);
  return `<dl class="citation">${rows.map(([term, text]) => `<div><dt>${term}</dt><dd>${text}</dd></div>`).join("")}</dl>`;
}

function paragraphs(text: string, figures: FigureRow[], uses: ChartUse[]): string {
  const parts: string[] = [];
  for (const block of text.matchAll(/\S(?:.|\n(?!\s*\n))*/g)) {
    const start = block.index;
    const end = start + block[0].length;
    const inside = figures.filter((figure) => figure.start >= start && figure.end <= end);
    let at = start;
    let html = "";
    for (const figure of inside) {
      html += escapeHtml(text.slice(at, figure.start)) + markOf(figure, uses);
      at = figure.end;
    }
    parts.push(`<p>${html}${escapeHtml(text.slice(at, end))}</p>`);
  }
  return parts.join("\n");
}

function markOf(figure: FigureRow, uses: ChartUse[]): string {
  const used = uses.some(({figureIds}) => figureIds.has(figure.figure_id));
  return `<mark id="${figure.figure_id}" class="figure${used ? " is-charted" : ""}">${escapeHtml(figure.exact)}</mark>`;
}

function figureList(figures: FigureRow[], uses: ChartUse[]): string {
  if (figures.length === 0) return "<p>It states none.</p>";
  const rows = figures.map((figure) => {
    const charts = uses
      .filter(({figureIds}) => figureIds.has(figure.figure_id))
      .map(({chart, title}) => `<a href="/#chart-${chart.id}">${escapeHtml(title)}</a>`);
    const details = [
      figure.kind.replace("_", " "),
      figure.thing && `of ${escapeHtml(figure.thing)}`,
      figure.supplier && `from ${escapeHtml(figure.supplier)}`,
      figure.recipient && `to ${escapeHtml(figure.recipient)}`,
      figure.via && `via ${escapeHtml(figure.via)}`,
      figure.period_text && escapeHtml(figure.period_text),
      figure.status,
    ].filter(Boolean);
    return `<li><a href="#${figure.figure_id}">${escapeHtml(formatFigure(figure, "prose"))}</a> <span class="quiet">${details.join(" · ")}</span>${charts.length > 0 ? `<br><span class="quiet">Charted in</span> ${charts.join("; ")}` : ""}</li>`;
  });
  return `<ol class="figure-list">${rows.join("")}</ol>`;
}

/** Returns the list of all articles, for /sources/. */
export function sourceListHtml(articles: Article[], figures: FigureRow[]): string {
  const items = articles.map((article) => {
    const count = figures.filter((figure) => figure.article_id === article.article_id).length;
    return `<li><a href="/sources/${article.article_id}">${escapeHtml(article.title)}</a><br><span class="quiet">${escapeHtml(article.publisher)}${article.relays ? `, relaying ${escapeHtml(article.relays.replaceAll(" > ", ", relaying "))}` : ""} · ${count} figures</span></li>`;
  });
  return `<ul class="source-list">${items.join("")}</ul>`;
}
