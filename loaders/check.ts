import {group} from "d3";
import {type Checked, checkText} from "../src/waybill/check/checkText.js";
import type {Finding, Verdict} from "../src/waybill/check/findings.js";
import {explain, sourceText, verdictWords} from "../src/waybill/check/findingWords.js";
import type {KnownParty} from "../src/waybill/check/Names.js";
import {wordsBy} from "../src/waybill/model/article.js";
import type {Article} from "../src/waybill/model/figure.js";
import type {Row} from "../src/waybill/model/tables.js";
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
    parties: checkedParties(tables),
    vocab,
    grammar,
  });
}

/** Returns the articles with their figures, as drafts are held against them. */
export function checkedArticles({texts, figures}: Pick<Tables, "texts" | "figures">): Checked["articles"] {
  const byArticle = group(figures, ({article_id}) => article_id);
  return texts.map(({article_id, text, publisher, relays}) => ({
    text,
    figures: byArticle.get(article_id) ?? [],
    voices: [publisher, ...(relays?.split(" > ") ?? [])],
  }));
}

/**
 * Returns the parties by which a draft's are told apart: those that have a name.
 * A part of a company goes by the id of the whole, for who names the one may mean
 * the other.
 */
export function checkedParties({parties, relations}: Pick<Tables, "parties" | "relations">): KnownParty[] {
  const wholes = new Map(
    relations.flatMap(({kind, from_party, to_party}) =>
      kind === "part_of" ? [[String(from_party), String(to_party)] as const] : [],
    ),
  );
  const wholeOf = (id: string): string => {
    const seen = new Set([id]);
    let whole = id;
    for (let next = wholes.get(whole); next !== undefined && !seen.has(next); next = wholes.get(whole)) {
      seen.add(next);
      whole = next;
    }
    return whole;
  };
  const nameless = new Set(["state", "place", "document"]);
  return parties.flatMap(({party_id, name, kind, country, spellings, basis}) =>
    nameless.has(String(kind)) || (kind === "group" && basis === "text") || !/^\p{Lu}/u.test(String(name))
      ? []
      : [
          {
            id: wholeOf(String(party_id)),
            country: country === null ? null : String(country),
            spellings: [...new Set([String(name), ...String(spellings).split(" | ")])],
          },
        ],
  );
}

/** Returns a finding as a line, and below it the sentence that decides and what was compared. */
export function findingText(draft: Article, finding: Finding, tables: Tables): string {
  const {figure, verdict, against} = finding;
  const head = `${placeOf(draft, figure.start)}: ${verdictWords[verdict].padEnd(17)} “${figure.exact}”`;
  const article = against && tables.articles.find(({article_id}) => article_id === against.article_id);
  const source = article && sourceText(finding, articleOf(article));
  if (!against || !source) return head;
  return [
    head,
    `${source.lead} ${source.by} (${against.article_id}): ${source.sentence}`,
    ...explain(finding),
  ].join("\n    ");
}

const articleOf = ({nature, publisher, article_id}: Row): {nature: string | null; publisher: string} => ({
  nature: nature === null ? null : String(nature),
  publisher: String(publisher ?? article_id),
});

/** Returns a finding as one JSON object. */
export function findingJson({file}: Article, finding: Finding, {articles}: Tables): string {
  const {figure, verdict, against, agrees, differences, open} = finding;
  const article = articles.find(({article_id}) => article_id === against?.article_id);
  return JSON.stringify({
    file,
    start: figure.start,
    end: figure.end,
    exact: figure.exact,
    verdict: verdictWords[verdict],
    agrees,
    differences,
    not_compared: open.map(({aspect, draft, known}) => ({in: aspect, draft, known})),
    against: against?.figure_id ?? null,
    sentence: against?.sentence ?? null,
    sentence_by: article ? wordsBy(articleOf(article)) : null,
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
  const told = (Object.keys(verdictWords) as Verdict[]).map(
    (verdict) => `${counts[verdict]} ${verdictWords[verdict]}`,
  );
  return told.join(", ");
}
