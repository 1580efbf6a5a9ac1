import type {FigureRow} from "../model/figure.js";
import type {VocabRows} from "../parse/vocabRows.js";

/** What a site publishes for drafts to be held against. */
export interface CheckFile {
  articles: {article_id: string; publisher: string; text: string; figures: readonly FigureRow[]}[];
  sameUnits: [unit: string, same: string][];
  /** The parser's words, those of the story added. */
  words: VocabRows;
}
