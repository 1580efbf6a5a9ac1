import {group} from "d3";
import MiniSearch from "minisearch";
import {natureOf, wordsBy} from "../../src/waybill/model/article.js";
import {chartHref, sourceHref} from "../../src/waybill/model/escape.js";
import type {FigureRow} from "../../src/waybill/model/figure.js";
import {sentenceAnchor} from "../../src/waybill/model/sentenceAnchor.js";
import type {Row} from "../../src/waybill/model/tables.js";
import {type Found, searchOptions} from "../../src/waybill/search.js";
import {sentenceSpans} from "../tables/sentence.js";
import type {Tables} from "../tables.js";
import {claimWords} from "./claimWords.js";
import type {QueriedChart} from "./queryCharts.js";

type Given = Pick<Tables, "texts" | "figures" | "facts" | "parties" | "derived" | "options">;

/** Returns the index of all sentences, figures, names, charts and calculations, as JSON that the page /search loads. */
export function searchIndex(tables: Given, charts: readonly QueriedChart[]): string {
  const index = new MiniSearch<Found>(searchOptions);
  const sentences = sentencesOf(tables);
  const entries = [
    ...sentencesIn(tables, sentences),
    ...figuresIn(tables),
    ...namesIn(tables, sentences),
    ...chartsIn(charts),
    ...derivedIn(tables),
  ];
  index.addAll(entries.map((entry, id) => ({...entry, id, href: entry.href.slice(1)})));
  return JSON.stringify(index);
}

type Entry = Omit<Found, "id">;

/** The sentences of each article, by its id. */
type Sentences = ReadonlyMap<string, readonly string[]>;

const sentencesOf = ({texts, options}: Given): Sentences =>
  new Map(
    texts.map(({article_id, text}) => [
      article_id,
      sentenceSpans(text, options.vocab).map(({start, end}) => text.slice(start, end)),
    ]),
  );

/** Returns in how many words all reports tell the facts of figures, by the figure: who asks for “63 shipments” means the “63 separate batches” of another report too. */
function tellingsOf({facts, figures}: Pick<Given, "facts" | "figures">): (figure: FigureRow) => string[] {
  const byId = new Map(figures.map((figure) => [figure.figure_id, figure]));
  const tellings = new Map<string, string[]>();
  for (const fact of facts) {
    const ids = cellsOf(fact.figures, " ");
    const words = ids.flatMap((id) => byId.get(id)?.exact ?? []);
    for (const id of ids) tellings.set(id, [...(tellings.get(id) ?? []), ...words]);
  }
  return ({figure_id, exact}) => [...new Set([exact, ...(tellings.get(figure_id) ?? [])])];
}

function sentencesIn({texts, figures, ...tables}: Given, sentences: Sentences): Entry[] {
  const tellings = tellingsOf({figures, ...tables});
  const keyOf = (article_id: string, sentence: string): string =>
    `${article_id} ${sentence.replace(/\s+/g, " ").trim()}`;
  const own = group(figures, ({article_id, sentence}) => keyOf(article_id, sentence));
  return texts.flatMap((article) =>
    sentences.get(article.article_id)!.map((sentence) => ({
      kind: "sentence" as const,
      title: sentence.replace(/\s+/g, " "),
      words: [
        article.publisher,
        ...(own.get(keyOf(article.article_id, sentence)) ?? []).flatMap((figure) => tellings(figure)),
      ].join(" "),
      where: wordsBy({...article, nature: natureOf(article)}),
      href: sourceHref(article.article_id, sentenceAnchor(sentence)),
    })),
  );
}

function figuresIn({figures, texts, ...tables}: Given): Entry[] {
  const tellings = tellingsOf({figures, ...tables});
  const publishers = new Map(texts.map(({article_id, publisher}) => [article_id, publisher]));
  return figures.map((figure) => {
    const {article_id, figure_id, goods, supplier, recipient, period_text} = figure;
    const of = [supplier && `from ${supplier}`, recipient && `to ${recipient}`, period_text].filter(Boolean);
    const {number, thing} = claimWords(figure);
    return {
      kind: "figure",
      title: [number + thing, ...of].join(", "),
      words: [...tellings(figure), goods].filter(Boolean).join(" "),
      where: publishers.get(article_id) ?? article_id,
      href: sourceHref(article_id, figure_id),
    };
  });
}

/** Names lead to the first sentence that has them. */
function namesIn({parties, texts}: Given, sentences: Sentences): Entry[] {
  const publishers = new Map(texts.map(({article_id, publisher}) => [article_id, publisher]));
  return parties.flatMap(({name, kind, country, spellings, articles}) => {
    const forms = [String(name), ...cellsOf(spellings, " | ")];
    const places = cellsOf(articles, " ").flatMap((article_id) => {
      const sentence = sentences.get(article_id)?.find((words) => forms.some((form) => words.includes(form)));
      return sentence ? {article_id, sentence} : [];
    });
    return places.slice(0, 1).map(({article_id, sentence}) => ({
      kind: "name" as const,
      title: [name, kind === "other" ? null : kind, country].filter(Boolean).join(", "),
      words: forms.join(" "),
      where: publishers.get(article_id) ?? article_id,
      href: sourceHref(article_id, sentenceAnchor(sentence)),
    }));
  });
}

const chartsIn = (charts: readonly QueriedChart[]): Entry[] =>
  charts.map(({chart, rows}) => ({
    kind: "chart",
    title: chart.title(rows),
    words: chart.describe(rows).short,
    where: "",
    href: chartHref(chart.id),
  }));

const derivedIn = ({derived}: Given): Entry[] =>
  derived.map(({derived_id, about}) => ({
    kind: "calculation",
    title: String(about),
    words: "our calculation",
    where: "",
    href: `/claims/#${derived_id}`,
  }));

const cellsOf = (cell: Row[string], mark: string): string[] =>
  String(cell ?? "")
    .split(mark)
    .filter(Boolean);
