import type {Chart, ChartRow} from "../../src/waybill/chart/Chart.js";
import {notesOf} from "../../src/waybill/chart/caveats.js";
import {type CodeForm, type FormOptions, mailForms, webForms} from "../../src/waybill/embed/codeForms.js";
import {captionOf, chartUrl, type EmbedTheme} from "../../src/waybill/embed/codes.js";
import type {EmbedHeights} from "../../src/waybill/embed/heights.js";
import {escapeHtml} from "../../src/waybill/model/escape.js";
import type {Citation} from "../graphics/citation.js";
import {filesHtml, type GraphicFile, sizeOf, type Use} from "./deskFiles.js";
import {earlierVersions, versionHref} from "./versions.js";

export interface DeskOptions {
  chart: Chart;
  rows: ChartRow[];
  citation: Citation;
  files: readonly GraphicFile[];
  heights: EmbedHeights;
  /** Address of the site with a slash at its end, or null if it is not known. */
  site: string | null;
  /** Bytes of the archive that holds all files; null if there is none. */
  archive: number | null;
}

/** Stands in the codes where the address of the site is not known; a script puts the page's own in its place. */
export const unknownSite = "https://example.org/waybill/";

/** Stands above codes that cannot work yet; the page's script takes it away where the site is on the web. */
export const unknownSiteNote = `<p class="desk-warning" data-unknown-site><strong>The site’s address is not set, so these codes do not work yet.</strong> Set it, with <code>address: https://…</code> in <code>seeds/story.yaml</code>, or <code>npm run build -- --url https://…</code>. Until then ${unknownSite} stands in its place.</p>`;

/** Address of a chart's archive from the site's root. */
export const archiveName = (id: string): string => `downloads/${id}.zip`;

/** Returns what stands below a chart on its own page: what it can be used for, and its words. */
export function deskHtml(desk: DeskOptions): string {
  const {chart, citation, files, site, archive} = desk;
  const {id} = chart;
  const options = formOptions(desk);
  const filesFor = (use: Use): string => filesHtml(files, id, use);
  const post = `${citation.name} ${chartUrl(options)}`;
  const uses = [
    useHtml(
      "web",
      "Web story",
      "code to paste, or an SVG",
      `${choicesHtml("web", webForms, citation.version)}
${codesHtml(webForms, options)}
${previewHtml(desk)}
<h4>Or upload the picture</h4>
${filesFor("web")}`,
    ),
    useHtml(
      "mail",
      "Newsletter",
      "code for e-mail, or a PNG",
      `${choicesHtml("mail", mailForms, citation.version)}
${codesHtml(mailForms, options)}
<h4>Or upload the picture</h4>
${filesFor("mail")}`,
    ),
    useHtml("print", "Print", "PDF, or an SVG for layout programs", filesFor("print")),
    useHtml(
      "social",
      "Social media and chat",
      "a card, or a link that brings it",
      `${cardHtml(desk)}
${filesFor("social")}
<p class="quiet">A link to this page brings the card along where the site’s address is set.</p>
<div class="desk-codes" data-site="${escapeHtml(options.url)}"><dl class="desk-words">${words("Post with link", post)}${words("Alternative text", options.alt ?? "")}</dl></div>`,
    ),
    useHtml("data", "Data", "rows with their sentences and sources", filesFor("data")),
  ];
  const all =
    archive === null
      ? ""
      : ` <a data-site-href="${archiveName(escapeHtml(id))}" download>Download all</a> <span class="quiet">zip, ${sizeOf({bytes: archive, size: null})}</span>`;
  return `<section class="desk" data-embed="${escapeHtml(JSON.stringify(options))}">
<h2 id="use">Use this graphic</h2>
<p class="desk-all">Licence: ${escapeHtml(citation.license)}. ${versionHtml(desk)}${all}</p>
${site ? "" : unknownSiteNote}
${uses.join("\n")}
<h2 id="words">Words to copy</h2>
${wordsHtml(desk)}
<p class="quiet">Every file carries its title, its credit and the sentences it stands on; <code>npx waybill cite FILE</code> prints them, however the file was renamed.</p>
<script type="module" data-site-src="lib/desk.js"></script>
</section>
`;
}

/** Returns the card as it will be seen. The words beside it say what it shows. */
function cardHtml({chart, files}: DeskOptions): string {
  const name = `${chart.id}-card.png`;
  const size = files.find((file) => file.name === name)?.size;
  return size
    ? `<img class="desk-card" data-site-src="graphics/${escapeHtml(name)}" alt="" loading="lazy" width="${size.width}" height="${size.height}">`
    : "";
}

function formOptions({chart, rows, citation, files, heights, site}: DeskOptions): FormOptions {
  const size = files.find(({name}) => name === `${chart.id}.svg`)?.size;
  return {
    id: chart.id,
    title: citation.name,
    alt: chart.describe(rows).short,
    credit: citation.creditText,
    url: site ?? unknownSite,
    heights,
    theme: themes[0][0],
    size: size ? {width: size.width, height: size.height} : {width: 688, height: 500},
  };
}

/** One use, which opens without a script and closes the others. */
function useHtml(use: Use, label: string, about: string, content: string): string {
  return `<details class="desk-use" name="use" id="use-${use}"><summary><h3>${label}</h3> <span class="quiet">${about}</span></summary>
<div class="desk-content">
${content}
</div></details>`;
}

// Most pages have no dark side: a chart that follows the reader would stand dark in them.
const themes: [value: EmbedTheme, label: string][] = [
  ["light", "light"],
  ["dark", "dark"],
  ["auto", "either, as the reader’s machine prefers"],
];

const asPrinted = {
  web: "As printed, the chart stays as it is now, and says so once there is a correction. A picture says nothing of later ones.",
  mail: "As printed, the picture stays as it was sent; else mail that is opened later may show a correction.",
};

/** What a code can be: hidden until a script is there to answer. */
function choicesHtml(use: "web" | "mail", forms: readonly CodeForm[], version: string): string {
  const radios = (name: string, legend: string, values: [value: string, label: string][]): string =>
    `<fieldset><legend>${legend}</legend>${values
      .map(
        ([value, label], i) =>
          `<label><input type="radio" name="${name}" value="${value}"${i === 0 ? " checked" : ""}> ${label}</label>`,
      )
      .join("")}</fieldset>`;
  const form =
    forms.length > 1
      ? `<label class="desk-form"><span>Goes into</span> <select name="form">${forms.map(({name, label}) => `<option value="${name}">${label}</option>`).join("")}</select></label>`
      : "";
  const later = radios("version", "If it is corrected", [
    ["", "show the correction"],
    [version, `stay as printed (${version})`],
  ]);
  const label = use === "web" ? "The code for a web page" : "The code for e-mail";
  return `<form class="desk-choices" aria-label="${label}" hidden>${form}${radios("theme", use === "web" ? "Your page is" : "Your newsletter is", themes)}${later}
<p class="quiet">${asPrinted[use]}</p></form>`;
}

function codesHtml(forms: readonly CodeForm[], options: FormOptions): string {
  const codes = forms.map(
    ({name, label, use, code}) => `<div class="desk-code" data-form="${name}"><h4>${label}</h4>
<p class="quiet">${escapeHtml(use)}</p>
<div class="code" tabindex="0" role="region" aria-label="${label}, code"><code class="copy-text">${escapeHtml(code(options))}</code></div>
<button type="button" class="copy" hidden>Copy</button></div>`,
  );
  return `<div class="desk-codes">
${codes.join("\n")}
</div>`;
}

function previewHtml({citation}: DeskOptions): string {
  const sizes = [320, 480, 640, 960].map(
    (width) => `<label><input type="radio" name="width" value="${width}"> ${width}</label>`,
  );
  return `<div class="desk-preview" hidden><form aria-label="Width of the preview"><fieldset><legend>Preview at</legend>${sizes.join("")}<span>pixels</span></fieldset></form>
<div class="desk-frame" data-title="${escapeHtml(citation.name)}"></div></div>`;
}

/** Returns which version the graphic is, and which ones it replaces. */
function versionHtml({chart, citation}: DeskOptions): string {
  const {version} = citation;
  const earlier = earlierVersions(chart.id, version);
  const links = earlier
    .toReversed()
    .map((each) => `<a data-site-href="${versionHref(chart.id, each).slice(1)}">${each}</a>`);
  const changed =
    links.length > 0
      ? ` <strong>Changed since it was first published:</strong> it replaces ${links.length > 1 ? "versions" : "version"} ${links.join(", ")}.`
      : "";
  return `Version <a data-site-href="${versionHref(chart.id, version).slice(1)}">${version}</a>.${changed}`;
}

function wordsHtml({chart, rows, citation}: DeskOptions): string {
  const {short, long} = chart.describe(rows);
  const notes = notesOf(chart, rows);
  const {name: title, creditText: credit} = citation;
  return `<dl class="desk-words">
${words("Caption with credit", captionOf({title, credit}))}
${words("Title", title)}
${words("Alternative text", short)}
${words("Long description", long)}
${notes.length > 0 ? words("Notes", notes.join("\n")) : ""}
${words("Credit", credit)}
</dl>`;
}

// The button is there for whoever has scripts; the words can be selected without.
function words(term: string, text: string): string {
  return `<div><dt>${term}</dt><dd><span class="copy-text">${escapeHtml(text)}</span> <button type="button" class="copy" hidden>Copy</button></dd></div>`;
}
