import {escapeHtml} from "../../src/waybill/model/escape.js";
import {tableNames} from "../../src/waybill/model/tables.js";

/** Queries that teach what can be asked, each of any story's tables. */
const examples: [label: string, sql: string][] = [
  [
    "Told more than once",
    `SELECT thing, value, unit, publishers, origins, agreement
FROM facts
WHERE publishers > 1
ORDER BY value DESC`,
  ],
  [
    "With a hedge",
    `SELECT qualifier, count(*) AS figures, string_agg(exact, ', ' ORDER BY exact) AS words
FROM figures
WHERE qualifier IS NOT NULL
GROUP BY ALL
ORDER BY figures DESC`,
  ],
  ["Worked out by us", `SELECT *\nFROM derived`],
  [
    "From whom, through whom",
    `SELECT supplier, via, recipient, count(*) AS facts
FROM facts
WHERE supplier IS NOT NULL OR via IS NOT NULL
GROUP BY ALL
ORDER BY facts DESC`,
  ],
  [
    "Who says what",
    `SELECT coalesce(said_by, publisher) AS says, count(*) AS figures
FROM figures JOIN articles USING (article_id)
GROUP BY ALL
ORDER BY figures DESC`,
  ],
];

/** Returns the part of the explorer that asks in SQL; nothing of the database is loaded until a reader starts it. */
export function exploreSqlHtml(bytes: number): string {
  const buttons = examples
    .map(
      ([label, sql]) =>
        `<button type="button" class="quiet" data-example="${escapeHtml(sql)}">${label}</button>`,
    )
    .join(" ");
  const size = Math.round(bytes / 1_000_000);
  return `<section class="explore explore-sql" data-tables="${tableNames.join(" ")}" data-bytes="${bytes}">
<h2 id="sql">Ask in SQL</h2>
<p>The tables <code>${tableNames.join("</code>, <code>")}</code>, in DuckDB, a database that runs in your browser. It is ${size} MB, and is loaded once, when you start it. Nothing that you run changes the tables, and nothing leaves your browser. <a href="./data/">What the tables hold</a>.</p>
<p class="sql-start"><button type="button" class="quiet" data-sql="start">Start</button></p>
<div class="sql-tools" hidden>
<div class="sql-examples" role="group" aria-label="Examples">${buttons}</div>
<div class="sql-editor"></div>
<div class="sql-bar"><button type="button" class="quiet" data-sql="run">Run</button> <button type="button" class="quiet" data-sql="stop" hidden>Stop</button> <button type="button" class="quiet" data-sql="format">Put in order</button> <select data-sql="history" aria-label="Earlier queries"></select> <label class="sql-file">A file of your own: CSV, JSON, Parquet, Arrow, or an article <input type="file" data-sql="file" accept=".csv,.tsv,.json,.parquet,.arrow,.txt,.md,.html,.htm"></label></div>
<p class="sql-keys">Ctrl or Cmd with Enter runs. Esc, then Tab, leaves the editor.</p>
</div>
<p class="sql-status" role="status"></p>
<progress hidden aria-label="Loading the database"></progress>
<div class="sql-results"></div>
</section>
`;
}
