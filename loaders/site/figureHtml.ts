import {parseHTML} from "linkedom";
import {type Chart, type ChartDocument, type ChartRow, sentenceHref} from "../../src/charts/Chart.js";
import {widths} from "../../src/charts/index.js";

/**
 * Returns the figure of a chart as HTML that needs no script: title, subtitle,
 * the drawing at every width, notes, table and sources. A container query in
 * style.css shows the drawing that fits.
 */
export function figureHtml(chart: Chart, rows: ChartRow[]): string {
  const {document} = parseHTML("<!doctype html><html><body></body></html>");
  const {short, long} = chart.describe(rows);
  const drawings = widths.map((width) => {
    const svg = chart.draw(rows, {width, document: document as unknown as ChartDocument, theme: "auto"});
    return `<div class="drawing drawing-${width}">${svg.outerHTML}</div>`;
  });
  const notes = chart.notes(rows);
  return [
    `<figure class="chart" id="chart-${chart.id}" aria-label="${escapeHtml(short)}">`,
    `<figcaption><p class="chart-title">${escapeHtml(chart.title(rows))}</p>`,
    `<p class="chart-subtitle">${escapeHtml(chart.subtitle(rows))}</p></figcaption>`,
    `<div class="drawings">${drawings.join("")}</div>`,
    ...notes.map((note) => `<p class="chart-note">${escapeHtml(note)}</p>`),
    `<p class="chart-source">Reported by ${sourceList(rows)}</p>`,
    `<details class="chart-table"><summary>Figures and description</summary><p>${escapeHtml(long)}</p>${table(rows)}</details>`,
    "</figure>",
  ].join("\n");
}

function sourceList(rows: ChartRow[]): string {
  const seen = new Map<string, ChartRow>();
  for (const row of rows) if (!seen.has(row.article_id)) seen.set(row.article_id, row);
  return (
    [...seen.values()]
      .map((row) => {
        const {relays} = row as ChartRow & {relays?: string | null};
        const through = relays ? `, relaying ${escapeHtml(relays.replaceAll(" > ", ", relaying "))}` : "";
        return `<a href="/sources/${row.article_id}">${escapeHtml(row.publisher)}</a>${through}`;
      })
      .join("; ") || "nobody"
  );
}

function table(rows: ChartRow[]): string {
  const body = rows.map(
    (row) =>
      `<tr><td><a href="${sentenceHref(row)}">${escapeHtml(row.exact)}</a></td><td>${escapeHtml(row.sentence.replace(/\s+/g, " "))}</td><td>${escapeHtml(row.publisher)}</td></tr>`,
  );
  return `<div class="table-scroll" tabindex="0" role="region" aria-label="Figures"><table><thead><tr><th scope="col">Figure</th><th scope="col">Sentence in our note</th><th scope="col">Publisher</th></tr></thead><tbody>${body.join("")}</tbody></table></div>`;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})[c]!);
}
