import {escapeHtml} from "../../src/waybill/model/escape.js";
import type {DeskView} from "../../src/waybill/model/reviewDesk.js";
import {fontsFor} from "../site/fonts.js";
import {type CellField, cellFields} from "./cellFields.js";
import type {Listed} from "./Desk.js";

const head = (title: string, rest = ""): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="icon" type="image/svg+xml" href="/lib/icon.svg">
${fontsFor(title)
  .map((file) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="/fonts/${file}">`)
  .join("\n")}
<link rel="stylesheet" href="/_waybill/desk/style.css">
<link rel="stylesheet" href="/lib/site.css">
<link rel="stylesheet" href="/_waybill/desk/desk.css">
${rest}</head>
`;

/** Returns the page that lists the articles, with how many figures of each nobody has looked at. */
export function listPage(articles: readonly Listed[]): string {
  const open = articles.reduce((sum, article) => sum + article.open, 0);
  const items = articles.map(
    (
      article,
    ) => `<li${article.open === 0 ? ' class="is-done"' : ""}><a href="/review/${encodeURIComponent(article.article_id)}">${escapeHtml(article.title)}</a>
<span class="desk-count"><strong>${article.open}</strong> of ${article.figures} open</span>
<span class="desk-from">${escapeHtml(article.publisher)} · ${escapeHtml(article.article_id)}</span></li>`,
  );
  return `${head("Review")}<body class="desk-list">
<header class="desk-head"><a class="desk-home" href="/">Site</a></header>
<main>
<h1>Review</h1>
<p class="standfirst">${
    articles.length === 0
      ? "There is no article yet. Put one into <code>seeds/</code>."
      : open === 0
        ? "Every figure of every article has been looked at."
        : `${open} ${open === 1 ? "figure waits" : "figures wait"} for a look.`
  }</p>
<ol>
${items.join("\n")}
</ol>
</main>
</body>
</html>
`;
}

/** Returns the desk's page for one article. Its script fills it. */
export function deskPage({article_id, title, publisher, published, file}: DeskView, token: string): string {
  const rest = `<meta name="waybill-article" content="${escapeHtml(article_id)}">
<meta name="waybill-token" content="${token}">
<script type="module" src="/_waybill/desk/desk.js"></script>
`;
  const from = [publisher, published]
    .filter((part) => part !== null)
    .map(escapeHtml)
    .join(", ");
  return `${head(`Review: ${title}`, rest)}<body class="desk-page">
<header class="desk-head">
<a class="desk-home" href="/review/">All articles</a>
<div class="desk-title"><h1>${escapeHtml(title)}</h1><p>${from} · <code>${escapeHtml(file)}</code></p></div>
<p class="desk-progress" id="progress"></p>
<button type="button" id="undo" aria-keyshortcuts="u">Undo <kbd aria-hidden="true">u</kbd></button>
<button type="button" id="help" aria-keyshortcuts="?">Keys <kbd aria-hidden="true">?</kbd></button>
</header>
<main class="desk-main">
${panel()}
<section class="desk-article" aria-labelledby="article-heading">
<h2 id="article-heading" class="desk-label">The article</h2>
<div id="text" class="desk-text" tabindex="0" role="group" aria-label="Text of the article, with its figures"></div>
</section>
<section class="desk-charts" aria-labelledby="charts-heading">
<h2 id="charts-heading" class="desk-label">What it changes</h2>
<label>Show <select id="shown"></select></label>
<iframe id="site" title="The site as it is now"></iframe>
</section>
</main>
<p id="says" class="desk-says" role="status"></p>
<p id="problem" class="desk-problem" role="alert"></p>
${helpDialog}
<dialog id="same" aria-labelledby="same-heading">
<h2 id="same-heading">Same fact as</h2>
<p class="desk-hint">Figures of other articles, of the same kind and unit. The nearest numbers come first.</p>
<div id="candidates" class="desk-options" role="radiogroup" aria-labelledby="same-heading"></div>
<form method="dialog" class="desk-actions"><button type="button" id="join" class="is-first">One fact <kbd aria-hidden="true">Enter</kbd></button><button>Cancel <kbd aria-hidden="true">Esc</kbd></button></form>
</dialog>
${deriveDialog}
</body>
</html>
`;
}

function panel(): string {
  const fields = (isMain: boolean): string =>
    cellFields
      .filter((cell) => cell.isMain === isMain)
      .map(field)
      .join("\n");
  return `<section class="desk-panel" aria-labelledby="reading">
<div class="desk-where"><span id="position"></span><span class="desk-moves"><button type="button" id="previous" aria-keyshortcuts="k">Previous <kbd aria-hidden="true">k</kbd></button><button type="button" id="next" aria-keyshortcuts="j">Next <kbd aria-hidden="true">j</kbd></button></span></div>
<h2 id="reading"></h2>
<ul id="doubts" class="desk-doubts"></ul>
<blockquote id="sentence"></blockquote>
<form id="cells" autocomplete="off">
<div class="desk-cells">
${fields(true)}
</div>
<details id="more"><summary>More cells</summary><div class="desk-cells">
${fields(false)}
</div></details>
<p class="desk-hint" id="hint"></p>
<div class="desk-actions" id="actions">
<button type="submit" id="accept" class="is-first"><span>Accept</span> <kbd aria-hidden="true">Enter</kbd></button>
<button type="button" id="edit" aria-keyshortcuts="e">Edit <kbd aria-hidden="true">e</kbd></button>
<button type="button" id="pick" aria-keyshortcuts="F2">Take words <kbd aria-hidden="true">F2</kbd></button>
<button type="button" id="no" aria-keyshortcuts="x">No figure <kbd aria-hidden="true">x</kbd></button>
<button type="button" id="yes" aria-keyshortcuts="n">A figure <kbd aria-hidden="true">n</kbd></button>
<button type="button" id="same-as" aria-keyshortcuts="s">Same fact as <kbd aria-hidden="true">s</kbd></button>
<button type="button" id="calculate" aria-keyshortcuts="c">Calculate <kbd aria-hidden="true">c</kbd></button>
<button type="button" id="clear" aria-keyshortcuts="r">Reset <kbd aria-hidden="true">r</kbd></button>
</div>
</form>
</section>`;
}

function field({name, label, about, values}: CellField): string {
  const id = `cell-${name}`;
  const described = `aria-describedby="${id}-basis" title="${escapeHtml(about)}"`;
  const control = values
    ? `<select id="${id}" name="${name}" ${described}>${name === "kind" ? "" : '<option value="">–</option>'}${values
        .map((value) => `<option value="${value}">${value.replaceAll("_", " ")}</option>`)
        .join("")}</select>`
    : `<input id="${id}" name="${name}" list="${id}-list" placeholder="–" ${described}><datalist id="${id}-list"></datalist>`;
  return `<div class="desk-cell" data-cell="${name}"><label for="${id}">${label}</label>${control}<span class="desk-basis" id="${id}-basis"></span></div>`;
}

const keys: readonly [string, string][] = [
  ["j, k", "next, previous"],
  ["Enter", "accept as it is, and go on; in a cell: save and go on"],
  ["e", "edit the cells; Esc leaves them as they were"],
  [
    "F2",
    "in a cell: take its words from the text, with the arrow keys; Shift takes more, Enter takes them. With a mouse, select the words",
  ],
  ["x", "no figure"],
  ["n", "this is a figure: select its words first, or pick them with the arrow keys"],
  ["s", "same fact as a figure of another article"],
  ["c", "calculate a number from this figure and others, for seeds/derived.yaml"],
  ["r", "reset: remove what the review notes of this figure"],
  ["u", "undo the last thing written"],
  ["?", "these keys"],
];

const helpDialog = `<dialog id="keys" aria-labelledby="keys-heading">
<h2 id="keys-heading">Keys</h2>
<dl class="desk-keys">
${keys
  .map(
    ([key, does]) =>
      `<div><dt>${key
        .split(", ")
        .map((one) => `<kbd>${one}</kbd>`)
        .join(" ")}</dt><dd>${does}</dd></div>`,
  )
  .join("\n")}
</dl>
<p class="desk-hint">All that you do is written into the article’s file at once. An editor may have it open: only the lines of a review change.</p>
<form method="dialog" class="desk-actions"><button class="is-first">Close <kbd aria-hidden="true">Esc</kbd></button></form>
</dialog>`;

const deriveField = (name: string, label: string, hint: string): string =>
  `<label for="derive-${name}">${label} <span class="desk-hint">${hint}</span></label><input id="derive-${name}" name="${name}" required>`;

const deriveDialog = `<dialog id="derive" aria-labelledby="derive-heading">
<h2 id="derive-heading">Calculated from</h2>
<p class="desk-hint">Tick the figures to reckon with; each has a letter for the formula.</p>
<form id="derivation" method="dialog" autocomplete="off">
<div id="inputs" class="desk-options" role="group" aria-labelledby="derive-heading" tabindex="0"></div>
<div class="desk-fields">
${deriveField("formula", "Formula", "letters, numbers, + - * / and brackets")}
${deriveField("unit", "Unit", "USD, percent, fraction, or a noun in the singular")}
${deriveField("about", "What it is", "in one line")}
${deriveField("id", "Its name", "by which pages call it")}
</div>
<div class="desk-actions"><button type="submit" class="is-first">Calculate <kbd aria-hidden="true">Enter</kbd></button><button type="button" id="derive-cancel">Cancel <kbd aria-hidden="true">Esc</kbd></button></div>
</form>
</dialog>`;
