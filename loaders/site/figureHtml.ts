import {parseHTML} from "linkedom";
import type {Chart, ChartDocument, ChartRow, Switch} from "../../src/waybill/chart/Chart.js";
import {caveatsBelow, caveatsHead} from "../../src/waybill/chart/caveats.js";
import {drawSwatch} from "../../src/waybill/chart/drawSwatch.js";
import {list} from "../../src/waybill/chart/many.js";
import {widths} from "../../src/waybill/chart/widths.js";
import {chartHref, escapeHtml, sourceHref} from "../../src/waybill/model/escape.js";
import {together} from "../../src/waybill/tieWords.js";
import {toXml} from "../graphics/xml.js";
import {story} from "../story.js";
import {lighten, mostMarks} from "./lighten.js";
import {marksHtml} from "./marksHtml.js";
import {shorten} from "./shorten.js";
import type {Statement} from "./statements.js";

/**
 * Returns the figure of a chart as HTML that needs no script: kicker, title, subtitle,
 * key, the drawing at every width, notes, sources and table. A container query
 * in style.css shows the drawing that fits. Past `mostMarks` the drawings are
 * pictures without links, and the full one is loaded when the reader asks.
 */
export function figureHtml(
  chart: Chart,
  rows: ChartRow[],
  statements: ReadonlyMap<string, Statement>,
): string {
  const {document} = parseHTML("<!doctype html><html><body></body></html>");
  const drawingDocument = document as unknown as ChartDocument;
  const {long} = chart.describe(rows);
  const kicker = chart.kicker(rows);
  const isHeavy = rows.length > mostMarks;
  const drawings = widths.map((width) => {
    const svg = chart.draw(rows, {width, document: drawingDocument, theme: "auto"});
    return `<div class="drawing drawing-${width}">${toXml(shorten(isHeavy ? lighten(svg) : svg))}</div>`;
  });
  return [
    `<figure class="chart" id="chart-${chart.id}" data-chart="${chart.id}" aria-labelledby="${kicker && `chart-${chart.id}-kicker `}chart-${chart.id}-title">`,
    `<figcaption>${kicker && `<p class="chart-kicker" id="chart-${chart.id}-kicker">${escapeHtml(kicker)}</p>`}<p class="chart-title" id="chart-${chart.id}-title">${keepTogether(escapeHtml(chart.headline(rows)))}</p>`,
    `${subtitleHtml(chart.subtitle(rows))}</figcaption>`,
    keyHtml(chart, rows, drawingDocument),
    switchesHtml(chart),
    isHeavy
      ? `<p class="chart-full" hidden><button type="button">Show every mark with its source</button></p>`
      : "",
    `<div class="drawings">${drawings.join("")}</div>`,
    ...chart.notes(rows).map((note) => `<p class="chart-note">${keepTogether(escapeHtml(note))}</p>`),
    caveatsHtml(chart, rows, statements),
    `<p class="chart-source">${sourceList(rows, statements)}</p>`,
    `<p class="chart-links"><a class="chart-page" href="${escapeHtml(chartHref(chart.id))}">Chart page</a> <a data-site-href="graphics/${chart.id}-plain.csv" download>Data (CSV)</a></p>`,
    citeHtml(chart, rows),
    `<details class="chart-table"><summary>Figures and description</summary><p>${escapeHtml(long)}</p>${marksHtml(chart, rows, statements)}</details>`,
    "</figure>",
  ]
    .filter(Boolean)
    .join("\n");
}

/** Returns how a chart is cited: its words and its address, for whoever has no script to copy them with. */
function citeHtml(chart: Chart, rows: ChartRow[]): string {
  const {byline, address} = story();
  const href = chartHref(chart.id);
  const where = address ? address.replace(/\/$/, "") + href : "Chart page:";
  const link = `<a href="${escapeHtml(href)}">${escapeHtml(where)}</a>`;
  return `<details class="chart-cite"><summary>Cite</summary><p>${escapeHtml(`${byline}: “${chart.title(rows)}”.`)} ${link}</p><button type="button" class="copy" data-copy>Copy</button></details>`;
}

const subtitleHtml = (subtitle: string): string =>
  subtitle && `<p class="chart-subtitle">${escapeHtml(subtitle)}</p>`;

function keepTogether(html: string): string {
  return html.replace(together, '<span class="together">$&</span>');
}

/** Returns what is said against the figures and does not stand at their marks, each with a link to its sentence. */
function caveatsHtml(chart: Chart, rows: ChartRow[], statements: ReadonlyMap<string, Statement>): string {
  const items = caveatsBelow(chart, rows).map(({id, text}) => {
    const statement = statements.get(id);
    return statement
      ? `<a href="${escapeHtml(sourceHref(statement.article_id, statement.anchor))}">${escapeHtml(text)}</a>`
      : `<span>${escapeHtml(text)}</span>`;
  });
  return items.length > 0
    ? `<p class="chart-note chart-caveats"><strong>${caveatsHead}</strong> ${items.join(" ")}</p>`
    : "";
}

function keyHtml(chart: Chart, rows: ChartRow[], document: ChartDocument): string {
  const items = chart.key(rows).map(({text, swatch}) => {
    const svg = drawSwatch(swatch, {document, theme: "auto"});
    return `<li>${toXml(svg)}<span>${escapeHtml(text)}</span></li>`;
  });
  return items.length > 0 ? `<ul class="chart-key" aria-label="Key">${items.join("")}</ul>` : "";
}

/** Hidden until a script is there to answer. */
function switchesHtml({id, switches = []}: Chart): string {
  if (switches.length === 0) return "";
  const field = ({name, label, values}: Switch): string => {
    const options = values.map(
      ({value, label: text}, i) =>
        `<label><input type="radio" name="${escapeHtml(name)}" value="${escapeHtml(value)}"${i === 0 ? " checked" : ""}> ${escapeHtml(text)}</label>`,
    );
    return `<fieldset><legend>${escapeHtml(label)}</legend>${options.join("")}</fieldset>`;
  };
  return `<form class="chart-switches" aria-label="Ways to draw the chart ${id}" hidden>${switches.map(field).join("")}</form>`;
}

/** Returns whose reports the rows stand on, all that their lines of the table quote, each once, with the words for whose report it passes on. */
export function reportsOf(
  rows: readonly ChartRow[],
  statements: ReadonlyMap<string, Statement>,
): {article_id: string; publisher: string; through: string}[] {
  const seen = new Map<string, Pick<Statement, "article_id" | "publisher" | "relays">>();
  const quoted = rows.flatMap(({stands_on}) =>
    stands_on.split(" ").flatMap((id) => statements.get(id) ?? []),
  );
  for (const source of [...rows, ...quoted])
    if (!seen.has(source.article_id)) seen.set(source.article_id, source);
  return [...seen.values()].map(({article_id, publisher, relays}) => ({
    article_id,
    publisher,
    through: relays ? `, relaying ${relays.replaceAll(" > ", ", relaying ")}` : "",
  }));
}

/** Reports that a line of sources names at most; a page of their own has all. */
export const mostReports = 40;

/** The words before the list of a chart's reports. */
export const beforeReports = "Reported by ";

function sourceList(rows: ChartRow[], statements: ReadonlyMap<string, Statement>): string {
  const items = reportsOf(rows, statements).map(
    ({article_id, publisher, through}) =>
      `<a href="${escapeHtml(sourceHref(article_id))}">${escapeHtml(publisher)}</a>${escapeHtml(through)}`,
  );
  return items.length > 0 ? `${beforeReports}${list(items, mostReports)}` : "No source";
}
