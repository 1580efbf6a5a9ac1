import type {Article, FigureRow} from "../../src/waybill/model/figure.js";
import {readCached, writeCached} from "../site/cache.js";
import type {Tables} from "../tables.js";

const name = "desk-rows.json";

/** What the desk knows of every figure of the story, whichever article it shows. */
export type DeskFigure = Pick<
  FigureRow,
  | "article_id"
  | "figure_id"
  | "kind"
  | "unit"
  | "per"
  | "value"
  | "low"
  | "high"
  | "exact"
  | "sentence"
  | "reviewed"
>;

/** The rows of the tables that the desk lists articles and figures from. */
export interface DeskRows {
  articles: Pick<Article, "article_id" | "title" | "publisher">[];
  figures: DeskFigure[];
}

/** Keeps the desk's rows. They are there before the preview says its address: whoever opens the desk first finds them. */
export function writeDeskRows({texts, figures}: Pick<Tables, "texts" | "figures">): void {
  const rows: DeskRows = {
    articles: texts.map(({article_id, title, publisher}) => ({article_id, title, publisher})),
    figures: figures.map(
      ({article_id, figure_id, kind, unit, per, value, low, high, exact, sentence, reviewed}) => ({
        article_id,
        figure_id,
        kind,
        unit,
        per,
        value,
        low,
        high,
        exact,
        sentence,
        reviewed,
      }),
    ),
  };
  writeCached(name, JSON.stringify(rows));
}

/** Returns the desk's rows as they were kept last. Throws if they never were. */
export const readDeskRows = (): DeskRows => JSON.parse(readCached(name));
