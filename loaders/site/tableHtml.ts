import {escapeHtml} from "../../src/waybill/model/escape.js";
import {formatDigits} from "../../src/waybill/model/numbers.js";
import {
  type Column,
  type TableName,
  type TableSchema,
  tableNames,
  tables,
} from "../../src/waybill/model/tables.js";
import {typeOf} from "../dictionary.js";
import {unknownSite, unknownSiteNote} from "./deskHtml.js";

/** A file in which the site offers a table. */
export interface TableFile {
  name: string;
  bytes: number;
}

export interface TablePageOptions {
  name: TableName;
  rows: readonly object[];
  files: readonly TableFile[];
  /** The site's address with a slash at its end, if it is known. */
  site: string | null;
}

/** Rows that the page of a table shows. */
const previewRows = 10;

const uses: [ends: string, label: string, use: string][] = [
  [".csv", "CSV", "for everything; no spreadsheet runs a cell of it"],
  ["-excel.csv", "CSV for Excel", "the same, opens right by double click"],
  [".json", "JSON", "a list of objects, null where the article does not say"],
  [".arrow", "Arrow", "a stream, for Arquero, Plot and DuckDB in a browser"],
  [".parquet", "Parquet", "for DuckDB, Python and R"],
];

/** Returns the list of all tables, each with what a row of it is. */
export function tableListHtml(counts: ReadonlyMap<TableName, number>): string {
  const items = tableNames.map((name) => {
    const {about, columns} = tables[name] as TableSchema;
    const count = counts.get(name) ?? 0;
    return `<tr><th scope="row"><a href="./${name}">${name}</a></th><td>${escapeHtml(about)}</td><td class="is-number">${formatDigits(count)}</td><td class="is-number">${columns.length}</td></tr>`;
  });
  return `<div class="table-scroll" tabindex="0" role="region" aria-label="Tables"><table class="data-tables"><thead><tr><th scope="col">Table</th><th scope="col">What it holds</th><th scope="col" class="is-number">Rows</th><th scope="col" class="is-number">Columns</th></tr></thead><tbody>
${items.join("\n")}
</tbody></table></div>
<p><a data-site-href="data/datapackage.json">datapackage.json</a> says the same for machines: a Frictionless Data Package, with each column’s type, its allowed values, and which column leads to which table.</p>
`;
}

/** Returns the page of one table: what it holds, its files, its first rows, and how to load it by its address. */
export function tablePageHtml({name, rows, files, site}: TablePageOptions): string {
  const {about, key, columns} = tables[name] as TableSchema;
  return `<p>${escapeHtml(about)} ${formatDigits(rows.length)} ${rows.length === 1 ? "row" : "rows"}; its key is <code>${key}</code>.</p>
<h2 id="files">Files</h2>
${filesHtml(name, files)}
<h2 id="rows">${rows.length > previewRows ? "The first rows" : "All rows"}</h2>
${previewHtml(columns, rows)}
<h2 id="columns">Columns</h2>
${columnsHtml(columns, rows)}
${loadHtml(name, site)}
`;
}

function filesHtml(name: TableName, files: readonly TableFile[]): string {
  const lines = uses.flatMap(([ends, label, use]) => {
    const file = files.find((one) => one.name === `${name}${ends}`);
    return file
      ? `<tr><th scope="row"><a data-site-href="data/${file.name}" download>${label}</a></th><td>${(file.bytes / 1000).toFixed(1)} kB</td><td>${use}</td></tr>`
      : [];
  });
  return `<div class="table-scroll" tabindex="0" role="region" aria-label="Files"><table class="data-files"><thead><tr><th scope="col">File</th><th scope="col">Size</th><th scope="col">Use</th></tr></thead><tbody>
${lines.join("\n")}
</tbody></table></div>`;
}

function previewHtml(columns: readonly Column[], rows: readonly object[]): string {
  const cell = (value: unknown): string =>
    escapeHtml(value === null || value === undefined ? "" : String(value));
  const lines = rows
    .slice(0, previewRows)
    .map(
      (row) =>
        `<tr>${columns.map(({name}) => `<td>${cell((row as Record<string, unknown>)[name])}</td>`).join("")}</tr>`,
    );
  return `<div class="table-scroll" tabindex="0" role="region" aria-label="Rows"><table class="data-rows"><thead><tr>${columns.map(({name}) => `<th scope="col">${name}</th>`).join("")}</tr></thead><tbody>
${lines.join("\n")}
</tbody></table></div>`;
}

function columnsHtml(columns: readonly Column[], rows: readonly object[]): string {
  const lines = columns.map((column) => {
    const {name, about, values = []} = column;
    // The story's own, not those of the dictionary, which are another's.
    const example = rows.map((row) => (row as Record<string, unknown>)[name]).find((cell) => cell !== null);
    const allowed =
      values.length > 0
        ? ` <span class="quiet">One of ${values.map((value) => `<code>${value}</code>`).join(", ")}.</span>`
        : "";
    return `<tr><th scope="row"><code>${name}</code></th><td>${escapeHtml(typeOf(column))}</td><td>${escapeHtml(about)}.${allowed}</td><td>${escapeHtml(String(example ?? ""))}</td></tr>`;
  });
  return `<div class="table-scroll" tabindex="0" role="region" aria-label="Columns"><table class="data-columns"><thead><tr><th scope="col">Column</th><th scope="col">Type</th><th scope="col">Meaning</th><th scope="col">Example</th></tr></thead><tbody>
${lines.join("\n")}
</tbody></table></div>`;
}

function loadHtml(name: TableName, site: string | null): string {
  const url = site ?? unknownSite;
  const codes: [label: string, code: string][] = [
    ["DuckDB", `SELECT * FROM '${url}data/${name}.parquet';`],
    ["Python", `import pandas as pd\n\n${name} = pd.read_csv("${url}data/${name}.csv")`],
    ["R", `${name} <- read.csv("${url}data/${name}.csv", na.strings = "")`],
    ["Observable", `const ${name} = await aq.loadArrow("${url}data/${name}.arrow")`],
  ];
  const unknown = site ? "" : unknownSiteNote;
  return `<section class="desk">
<h2 id="load">Load it by its address</h2>
${unknown}
<div class="desk-codes" data-site="${escapeHtml(url)}">
${codes
  .map(
    ([label, code]) => `<div class="desk-code"><h3>${label}</h3>
<div class="code" tabindex="0" role="region" aria-label="${label}, code"><code class="copy-text">${escapeHtml(code)}</code></div>
<button type="button" class="copy" hidden>Copy</button></div>`,
  )
  .join("\n")}
</div>
<script type="module" data-site-src="lib/desk.js"></script>
</section>`;
}
