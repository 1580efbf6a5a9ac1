import {group} from "d3";
import {type Checked, checkText} from "../src/waybill/check/checkText.js";
import type {Finding, Verdict} from "../src/waybill/check/findings.js";
import type {Article} from "../src/waybill/model/figure.js";
import {splitFrontMatter} from "./articles/frontMatter.js";
import {formatOf} from "./articles/readArticle.js";
import {readText} from "./articles/readText.js";
import {grammar} from "./grammar.js";
import type {Tables} from "./tables.js";

/** Returns what the articles say of each figure of a draft, in its order. */
export function checkDraft(draft: Article, tables: Tables): Finding[] {
  const {vocab, sameUnits} = tables.options;
  return checkText(draft, {
    articles: checkedArticles(tables),
    sameUnits: sameUnits ?? new Map(),
    vocab,
    grammar,
  });
}

/** Returns the articles with their figures, as drafts are held against them. */
export function checkedArticles({texts, figures}: Pick<Tables, "texts" | "figures">): Checked["articles"] {
  const byArticle = group(figures, ({article_id}) => article_id);
  return texts.map(({article_id, text}) => ({text, figures: byArticle.get(article_id) ?? []}));
}

const words: Record<Verdict, string> = {
  supported: "supported",
  otherwise: "otherwise",
  contradicted: "contradicted",
  unknown: "not found",
};

/** Returns a finding as a line, and below it the sentence that decides. */
export function findingText(
  draft: Article,
  {figure, verdict, against, differences}: Finding,
  tables: Tables,
): string {
  const place = placeOf(draft, figure.start);
  const how = differences.length > 0 ? ` (another ${differences.join(" and ")})` : "";
  const head = `${place}: ${words[verdict].padEnd(12)} “${figure.exact}”${how}`;
  if (!against) return head;
  const source = tables.articles.find(({article_id}) => article_id === against.article_id);
  const whose = source?.publisher ? `${source.publisher}, ${against.article_id}` : against.article_id;
  return `${head}\n    ${verdict === "unknown" ? "nearest: " : ""}“${against.exact}”: ${against.sentence.replace(/\s+/g, " ")} (${whose})`;
}

/** Returns a finding as one JSON object. */
export function findingJson({file}: Article, {figure, verdict, against, differences}: Finding): string {
  return JSON.stringify({
    file,
    start: figure.start,
    end: figure.end,
    exact: figure.exact,
    verdict: words[verdict],
    differences,
    against: against?.figure_id ?? null,
    sentence: against?.sentence ?? null,
  });
}

// The line in the file, below the front matter; a page's text is no part of its file.
function placeOf({file, text}: Article, start: number): string {
  if (formatOf(file) === "page") return file;
  const {bodyLine} = splitFrontMatter(readText(file), file);
  return `${file}:${bodyLine + text.slice(0, start).split("\n").length - 1}`;
}

/** Returns how many figures are supported, and so on, as a line. */
export function summaryOf(counts: Readonly<Record<Verdict, number>>): string {
  const told = (Object.keys(words) as Verdict[]).map((verdict) => `${counts[verdict]} ${words[verdict]}`);
  return told.join(", ");
}
