import {formatDigits} from "../../src/waybill/model/numbers.js";
import {FigureIndex} from "../../src/waybill/page/explore/FigureIndex.js";
import {countWords, type ExploreRow, facets, firstColumns} from "../../src/waybill/page/explore/fields.js";
import {
  columnsHtml,
  facetsHtml,
  headHtml,
  rowHtml,
  rowsAtOnce,
  sortHtml,
} from "../../src/waybill/page/explore/html.js";
import {exploreSqlHtml} from "./exploreSqlHtml.js";

/**
 * Returns the explorer as HTML that can be read without a script: the filters
 * with what they would leave, and the first rows of the table, each of which
 * leads to its sentence. `src/lib/explore.ts` brings it to life.
 */
export function exploreHtml(
  rows: readonly ExploreRow[],
  {version, databaseBytes}: {version: string; databaseBytes: number},
): string {
  const index = new FigureIndex(
    rows.length,
    (key) => ({at: (row) => rows[row][key]}),
    facets.map(({key}) => key),
  );
  const {counts} = index.answer({query: "", chosen: new Map(), sort: null, once: false});
  const open = new Set(["told", "kind", "state"]);
  const shown = rows.slice(0, rowsAtOnce);
  const rest = rows.length - shown.length;
  return `<link rel="stylesheet" data-site-href="lib/explore.css?v=${version}">
<script type="module" data-site-src="lib/explore.js?v=${version}"></script>
<form class="explore" data-version="${version}">
<div class="explore-search"><label>Search <input type="search" name="q" autocomplete="off" placeholder="a word of the sentence, a party, a thing"></label>
<label class="explore-sort">Sort <select name="sort">${sortHtml(null)}</select></label>
<label class="explore-once"><input type="checkbox" name="once"> Each claim once</label></div>
<details class="explore-filters"><summary>Filters</summary><div class="explore-facets">${facetsHtml(counts, new Map(), open)}</div></details>
<div class="explore-found">
<div class="explore-bar"><p class="explore-count" role="status">${countWords({figures: rows.length, facts: index.facts})}</p><button type="button" class="quiet explore-clear" hidden>Clear</button>
<details class="explore-drawing"><summary>Chart</summary><div></div></details>
<details class="explore-columns"><summary>Columns</summary><div>${columnsHtml(firstColumns)}</div></details>
<details class="explore-take"><summary>Download</summary><div></div></details></div>
<ul class="explore-chosen" aria-label="In force; each takes itself away" hidden></ul>
<div class="explore-scroll"><table class="explore-table"><thead>${headHtml(firstColumns, null)}</thead><tbody>
${shown.map((row) => `<tr>${rowHtml(firstColumns, (key) => row[key])}</tr>`).join("\n")}
</tbody></table></div>
<p class="explore-more"${rest > 0 ? "" : " hidden"}><button type="button">Show more</button> <span>${rest > 0 ? `${formatDigits(rest)} more` : ""}</span></p>
<noscript><p>Filters, search and queries need JavaScript. Without it, <a data-site-href="data/figures.csv">every figure stands in the CSV file</a>, and each article’s in <a href="./sources/">its page</a>.</p></noscript>
</div>
</form>
${exploreSqlHtml(databaseBytes)}`;
}
