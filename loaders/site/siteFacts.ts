import {natureOf, titleOf} from "../../src/waybill/model/article.js";
import {chartHref, sourceHref} from "../../src/waybill/model/escape.js";
import type {Article} from "../../src/waybill/model/figure.js";
import {lastChange} from "../history.js";
import type {Tables} from "../tables.js";
import {reportsOf} from "./figureHtml.js";
import type {Report, SiteFacts} from "./pageFacts.js";
import type {QueriedChart} from "./queryCharts.js";
import type {Statement} from "./statements.js";

const natures = {note: "Our note on a report", report: "A report", unknown: "A text"};

/** Returns what is told of the pages of a story's charts and articles. */
export function siteFacts(
  {texts, figures}: Pick<Tables, "texts" | "figures">,
  charts: readonly QueriedChart[],
  statements: ReadonlyMap<string, Statement>,
): SiteFacts {
  const reports = new Map(texts.map((article) => [article.article_id, reportOf(article)]));
  const counts = new Map<string, number>();
  for (const {article_id} of figures) counts.set(article_id, (counts.get(article_id) ?? 0) + 1);
  const pages: SiteFacts["pages"] = {};
  for (const {chart, rows} of charts)
    pages[chartHref(chart.id)] = {
      kind: "chart",
      id: chart.id,
      title: chart.title(rows),
      description: chart.describe(rows).short,
      reports: reportsOf(rows, statements).flatMap(({article_id}) => reports.get(article_id) ?? []),
    };
  for (const article of texts) {
    const count = counts.get(article.article_id) ?? 0;
    const nature = natureOf(article);
    pages[sourceHref(article.article_id)] = {
      kind: "source",
      description: `${natures[nature ?? "unknown"]} by ${article.publisher}, “${titleOf(article).words}”: ${count === 1 ? "one figure" : `${count} figures`}, each in the sentence that states it.`,
      isReport: nature === "report",
      report: reports.get(article.article_id)!,
    };
  }
  return {changed: lastChange(texts), reports: [...reports.values()], pages};
}

function reportOf(article: Article): Report {
  const {publisher, published, published_basis, url} = article;
  return {
    "@type": "NewsArticle",
    headline: titleOf(article).words,
    publisher: {"@type": "Organization", name: publisher},
    ...(published && published_basis === "stated" ? {datePublished: published} : {}),
    ...(url ? {url} : {}),
  };
}
