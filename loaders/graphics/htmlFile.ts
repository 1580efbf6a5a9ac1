import {readFileSync} from "node:fs";
import type {Chart, ChartRow} from "../../src/waybill/chart/Chart.js";
import {escapeHtml} from "../../src/waybill/model/escape.js";
import {engineFile} from "../engine.js";
import {colorProperties} from "../site/colorProperties.js";
import {figureHtml} from "../site/figureHtml.js";
import type {Statement} from "../site/statements.js";
import {replaceTags} from "../site/tags.js";
import {story} from "../story.js";
import type {Citation} from "./citation.js";
import {cutFace, faces, fontRules} from "./faces.js";
import {familiesFor} from "./fontFiles.js";
import {toEmbeddedJson} from "./xml.js";

export interface HtmlOptions {
  chart: Chart;
  rows: ChartRow[];
  statements: ReadonlyMap<string, Statement>;
  citation: Citation;
  /** What links start with: the address of the site, or the way to it from the file. */
  root: string;
}

/**
 * Returns a chart as one HTML file that opens from a disk and asks for nothing:
 * the drawing at each width in both colour schemes, its table with every
 * sentence, its sources and its fonts.
 */
export async function htmlFile({chart, rows, statements, citation, root}: HtmlOptions): Promise<string> {
  const figure = replaceTags(
    figureHtml(chart, rows, statements)
      .replace(/<p class="chart-links">[\s\S]*?<\/p>\n/, "")
      .replace(/<form class="chart-switches"[\s\S]*?<\/form>\n/, ""),
    (tag) => tag.replace(' href="/', () => ` href="${escapeHtml(root)}/`),
  );
  const text = figure + citation.creditText;
  const parts = await Promise.all(faces.map((face) => cutFace(face, [text], familiesFor(text), "woff2")));
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(citation.name)}</title>
<meta name="description" content="${escapeHtml(citation.description)}">
<meta name="author" content="${escapeHtml(story().byline)}">
<link rel="icon" href="data:,">
<style>${fontRules(parts.flat())}${colorProperties()}${chartStyles()}</style>
<script type="application/ld+json">${toEmbeddedJson(citation)}</script>
<main>
${figure}
<p class="chart-source">${escapeHtml(citation.creditText)}</p>
</main>
</html>
`;
}

/** Returns what the site's style sheet says of charts, and the little around them that a page of their own needs. */
export function chartStyles(): string {
  const css = readFileSync(engineFile("src/style.css"), "utf8");
  const part = css.slice(css.indexOf("/* Charts */"), css.indexOf("/* Forms, problems and code */"));
  return `:root{--text:"Source Serif 4",Georgia,serif;--sans:Inter,"Helvetica Neue",Arial,sans-serif;--measure:40rem;color-scheme:light dark}
*,::before,::after{box-sizing:border-box}
body{margin:0;background:var(--chart-paper);color:var(--chart-ink);font:400 1.0625rem/1.6 var(--text)}
main{max-width:62rem;margin:0 auto;padding:0 1rem}
a{color:inherit;text-decoration-color:var(--chart-red);text-underline-offset:.2em}
${part}`;
}
