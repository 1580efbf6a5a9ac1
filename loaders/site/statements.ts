import type {Nature} from "../../src/waybill/model/article.js";
import {sentenceAnchor} from "../../src/waybill/model/sentenceAnchor.js";
import type {TableRows} from "../../src/waybill/model/tables.js";
import {topicsOf} from "./topics.js";

/** Words of an article that something stands on: a figure, a relation or a caveat that was noted, or a date. */
export interface Statement {
  id: string;
  article_id: string;
  publisher: string;
  /** Whose words these are: our note's, or the report's own; null where nothing tells. */
  nature: Nature | null;
  /** Whose reporting the publisher passes on, outermost first, joined by “ > ”. */
  relays: string | null;
  /** Id of the words on the article's page. */
  anchor: string;
  exact: string;
  sentence: string;
  /** What a reader can follow it by: “country.taiwan”. */
  topics: readonly string[];
}

/** Returns the statements of all tables by the ids that charts name in `stands_on`: of figures, relations, events, caveats and articles. */
export function statementsOf(tables: TableRows, topics = topicsOf(tables)): Map<string, Statement> {
  const articles = new Map(tables.articles.map((row) => [String(row.article_id), row]));
  const statements = new Map<string, Statement>();
  const enter = (
    id: string,
    article_id: string,
    words: Pick<Statement, "anchor" | "exact" | "sentence">,
  ): void => {
    const {publisher = "", relays = null, nature = null} = articles.get(article_id) ?? {};
    statements.set(id, {
      id,
      article_id,
      publisher: String(publisher),
      nature: nature as Nature | null,
      relays: relays === null ? null : String(relays),
      topics: [
        ...new Set([
          ...topics.of(id),
          ...topics.ofReport(String(publisher), relays === null ? null : String(relays)),
        ]),
      ],
      ...words,
    });
  };
  for (const {figure_id, article_id, exact, sentence} of tables.figures)
    enter(figure_id, article_id, {anchor: figure_id, exact, sentence});
  for (const [table, key] of [
    ["relations", "relation_id"],
    ["events", "event_id"],
    ["caveats", "caveat_id"],
  ] as const)
    for (const row of tables[table]) {
      const sentence = String(row.sentence);
      enter(String(row[key]), String(row.article_id), {
        anchor: sentenceAnchor(sentence),
        exact: String(row.exact),
        sentence,
      });
    }
  for (const {article_id, title} of tables.articles)
    enter(String(article_id), String(article_id), {
      anchor: "citation",
      exact: String(title),
      sentence: String(title),
    });
  return statements;
}
