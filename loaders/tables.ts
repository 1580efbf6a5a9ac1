import {createHash} from "node:crypto";
import type {Article, Figure, FigureRow} from "../src/model/figure.js";
import type {TableRows} from "../src/model/tables.js";
import {readArticles} from "./articles.js";
import {parseFigures} from "./figures/parseFigures.js";
import type {Vocab} from "./figures/vocab.js";
import {readVocab} from "./vocab.js";

export interface Tables extends TableRows {
  /** The articles with their texts, which the tables leave out. */
  texts: Article[];
}

/**
 * Returns every table, read from the seeds in the given folder. Throws an
 * InputError that names file and line if a seed or a vocabulary is broken.
 */
export function loadTables(root = "seeds"): Tables {
  const vocab = readVocab(`${root}/vocab`);
  const texts = readArticles(root);
  return {
    texts,
    articles: texts.map(({text, ...row}) => row),
    figures: texts.flatMap((article) => figuresOf(article, vocab)),
  };
}

/** Returns the figures of one article, each with an id that edits elsewhere in the article do not change. */
export function figuresOf({article_id, text, published}: Article, vocab: Vocab): FigureRow[] {
  const seen = new Map<string, number>();
  return parseFigures(text, {vocab, published}).map((figure) => {
    const name = `${article_id}-${slugOf(figure)}-${fingerprint(figure)}`;
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return {figure_id: nth === 1 ? name : `${name}-${nth}`, article_id, ...figure};
  });
}

// Of the sentence and the wording alone: the rest of the article may change.
function fingerprint({sentence, exact}: Figure): string {
  return createHash("sha256").update(`${sentence}\n${exact}`).digest("hex").slice(0, 5);
}

function slugOf({exact}: Figure): string {
  return (
    exact
      .toLowerCase()
      .replace(/(\d)[,\u2009\u202f\u00a0 ](?=\d{3})/g, "$1")
      .replace(/%/g, " percent")
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "")
      .split("-")
      .filter((w) => !/^(?:more|than|over|about|nearly|almost|of|the)$/.test(w))
      .slice(0, 3)
      .join("-") || "figure"
  );
}
