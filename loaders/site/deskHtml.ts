import type {Chart, ChartRow} from "../../src/waybill/chart/Chart.js";
import {chartHref, escapeHtml} from "../../src/waybill/model/escape.js";
import type {Citation} from "../graphics/citation.js";
import {schemaName} from "../graphics/jsonSchema.js";
import {
  ampCode,
  type EmbedHeights,
  type EmbedTheme,
  elementCode,
  heightAt,
  iframeCode,
  imageCode,
  markdownCode,
  wordpressCode,
} from "./embed/codes.js";

/** One file of a chart, as the desk offers it. */
export interface GraphicFile {
  name: string;
  bytes: number;
  /** Pixels, or millimetres of a page; null for what has no size. */
  size: {width: number; height: number; unit: "px" | "mm"} | null;
}

/** What each kind of file is for, as HTML, in the order of the list. */
const kinds: {ends: string; label: string; use: string}[] = [
  {ends: ".svg", label: "SVG", use: "for web pages: vector, its fonts inside"},
  {ends: "-dark.svg", label: "SVG, dark", use: "the same on a dark ground"},
  {
    ends: "-outlines.svg",
    label: "SVG, outlines",
    use: "for layout and drawing programs, and for Wikimedia: vector, its letters as shapes",
  },
  {ends: ".png", label: "PNG", use: "where a picture is asked for"},
  {ends: "@2x.png", label: "PNG, double", use: "the same for fine screens"},
  {ends: "-dark.png", label: "PNG, dark", use: "on a dark ground"},
  {ends: "-dark@2x.png", label: "PNG, dark, double", use: "the same for fine screens"},
  {ends: "-card.png", label: "Social card", use: "for posts and previews"},
  {
    ends: ".pdf",
    label: "PDF, two columns",
    use: "for print: vector, fits a page of A4, black words in black ink alone",
  },
  {ends: "-90mm.pdf", label: "PDF, one column", use: "the same, narrow"},
  {ends: ".csv", label: "CSV", use: "the rows, with their sentences and sources"},
  {ends: "-excel.csv", label: "CSV for Excel", use: "the same, opens right by double click"},
  {
    ends: ".json",
    label: "JSON",
    use: `rows, title, notes, alt text, credit, citation, by <a data-site-href="graphics/${schemaName}">its schema</a>`,
  },
  {ends: ".html", label: "HTML", use: "one file with chart, table and sources, opens from a disk"},
  {ends: ".oembed.json", label: "oEmbed", use: "for systems that embed by address"},
];

/** Returns the kind of a chart's file; the one with the longest ending that fits. */
function kindOf(name: string, id: string): (typeof kinds)[number] | undefined {
  return kinds.find(({ends}) => name === `${id}${ends}`);
}

export interface DeskOptions {
  chart: Chart;
  rows: ChartRow[];
  citation: Citation;
  files: readonly GraphicFile[];
  heights: EmbedHeights;
  /** Address of the site with a slash at its end, or null if it is not known. */
  site: string | null;
}

/** Stands in the codes where the address of the site is not known; a script puts the page's own in its place. */
export const unknownSite = "https://example.org/waybill/";

/** Stands above codes that cannot work yet; the page's script takes it away where the site is on the web. */
export const unknownSiteNote = `<p class="desk-warning" data-unknown-site><strong>The site’s address is not set, so these codes do not work yet.</strong> Set it, with <code>address: https://…</code> in <code>seeds/story.yaml</code>, or <code>npm run build -- --url https://…</code>. Until then ${unknownSite} stands in its place.</p>`;

/** Returns what stands below a chart on its own page: its files, its words, and whose reports it stands on. */
export function deskHtml(desk: DeskOptions): string {
  const {chart, rows, citation, files} = desk;
  const {short} = chart.describe(rows);
  return `<section class="desk">
<h2 id="files">Take the graphic</h2>
<div class="table-scroll" tabindex="0" role="region" aria-label="Files"><table class="desk-files"><thead><tr><th scope="col">File</th><th scope="col">Size</th><th scope="col">Use</th></tr></thead><tbody>
${listOf(files, chart.id)
  .map(
    ({file, label, use}) =>
      `<tr><th scope="row"><a data-site-href="graphics/${escapeHtml(file.name)}" download>${label}</a></th><td>${sizeOf(file)}</td><td>${use}</td></tr>`,
  )
  .join("\n")}
</tbody></table></div>
<p>Every file carries its title, its credit and the sentences it stands on; <code>npx waybill cite FILE</code> prints them, however the file was renamed.</p>
<h2 id="words">Its words</h2>
<dl class="desk-words">
${words("Alternative text", short)}
${words("Credit", citation.creditText)}
${words("Title", chart.title(rows))}
</dl>
${embedHtml(desk)}
<script type="module" data-site-src="lib/desk.js"></script>
</section>
`;
}

const themes = ["auto", "light", "dark"] as const;

/** Returns the codes for other sites, in each theme, and room for a preview. */
function embedHtml({chart, rows, files, heights, site}: DeskOptions): string {
  const {id} = chart;
  const [title, alt] = [chart.title(rows), chart.describe(rows).short];
  const url = site ?? unknownSite;
  const size = files.find(({name}) => name === `${id}.svg`)?.size ?? {width: 688, height: 500};
  const forms: {label: string; use: string; code: (theme: EmbedTheme) => string}[] = [
    {
      label: "Frame",
      use: "for most systems: an iframe that keeps its room, and a script that keeps its height",
      code: (theme) => iframeCode({id, title, url, heights, theme}),
    },
    {
      label: "Element",
      use: "the figure in the page itself, apart from its styles; without the script, an image",
      code: (theme) => elementCode({id, title, url, heights, alt, theme}),
    },
    {
      label: "Image",
      use: "a picture that leads here, with its alternative text and size",
      code: (theme) => imageCode({id, title, url, alt, theme, size}),
    },
    {
      label: "Markdown",
      use: "a picture that leads here",
      code: (theme) => markdownCode({id, title, url, alt, theme}),
    },
    {
      label: "AMP",
      use: "a frame for AMP pages",
      code: (theme) => ampCode({id, title, url, heights, alt, theme}),
    },
    {
      label: "WordPress",
      use: "a block of custom HTML with the frame",
      code: (theme) => wordpressCode({id, title, url, heights, theme}),
    },
  ];
  const codes = forms.map(
    ({label, use, code}) => `<div class="desk-code"><h3>${label}</h3>
<p class="quiet">${use}</p>
${themes
  .map(
    (theme) =>
      `<div class="code" data-theme="${theme}"${theme === "auto" ? "" : " hidden"} tabindex="0" role="region" aria-label="${label}, code"><code class="copy-text">${escapeHtml(code(theme))}</code></div>`,
  )
  .join("\n")}
<button type="button" class="copy" hidden>Copy</button></div>`,
  );
  const choices = (name: string, legend: string, values: readonly string[], first: string): string =>
    `<fieldset><legend>${legend}</legend>${values
      .map(
        (value) =>
          `<label><input type="radio" name="${name}" value="${value}"${value === first ? " checked" : ""}> ${value}</label>`,
      )
      .join("")}</fieldset>`;
  const note = site ? "" : unknownSiteNote;
  return `<h2 id="embed">Embed it</h2>
<form class="desk-choices" aria-label="Theme and width of the embed" hidden>${choices("theme", "Theme", themes, "auto")}${choices("width", "Preview at", ["320", "480", "640", "960"], "640")}</form>
<div class="desk-preview" tabindex="0" role="region" aria-label="Preview" data-chart="${escapeHtml(id)}" data-title="${escapeHtml(title)}" data-heights="${escapeHtml(JSON.stringify([320, 480, 640, 960].map((width) => heightAt(heights, width))))}" hidden></div>
${note}
<div class="desk-codes" data-site="${escapeHtml(url)}">
${codes.join("\n")}
</div>`;
}

function listOf(files: readonly GraphicFile[], id: string) {
  return files
    .flatMap((file) => {
      const kind = kindOf(file.name, id);
      return kind ? [{file, ...kind}] : [];
    })
    .sort(
      (a, b) => kinds.findIndex(({ends}) => ends === a.ends) - kinds.findIndex(({ends}) => ends === b.ends),
    );
}

// The button is there for whoever has scripts; the words can be selected without.
function words(term: string, text: string): string {
  return `<div><dt>${term}</dt><dd><span class="copy-text">${escapeHtml(text)}</span> <button type="button" class="copy" hidden>Copy</button></dd></div>`;
}

function sizeOf({bytes, size}: GraphicFile): string {
  const weight = bytes < 1000 ? `${bytes} B` : `${Math.round(bytes / 1000)} kB`;
  return size ? `${size.width} × ${size.height} ${size.unit}, ${weight}` : weight;
}

/** Returns the gallery of all charts: a picture, its title, and each of its files. */
export function galleryHtml(charts: readonly DeskOptions[]): string {
  const items = charts.map(({chart, rows, files}) => {
    const title = escapeHtml(chart.title(rows));
    const size = files.find(({name}) => name === `${chart.id}.png`)?.size;
    const links = listOf(files, chart.id).map(
      ({file, label}) => `<a data-site-href="graphics/${escapeHtml(file.name)}" download>${label}</a>`,
    );
    return `<li><a class="gallery-picture" href="${escapeHtml(chartHref(chart.id))}" aria-label="${title}" tabindex="-1"><picture><source media="(prefers-color-scheme: dark)" data-theme="dark" data-site-srcset="graphics/${chart.id}-dark.png"><img data-site-src="graphics/${chart.id}.png" alt="" loading="lazy"${size ? ` width="${size.width}" height="${size.height}"` : ""}></picture></a>
<h2><a href="${escapeHtml(chartHref(chart.id))}">${title}</a></h2>
<p class="gallery-files">${links.join(" ")}</p></li>`;
  });
  return `<ul class="gallery">${items.join("\n")}</ul>\n`;
}
