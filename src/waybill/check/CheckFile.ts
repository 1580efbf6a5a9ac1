import type {FigureRow} from "../model/figure.js";
import type {VocabRows} from "../parse/vocabRows.js";
import type {KnownParty} from "./Names.js";

/** What a site publishes for drafts to be held against. */
export interface CheckFile {
  articles: {
    article_id: string;
    publisher: string;
    /** Whose words its text is in: our note's, or the report's own; null where nothing tells. */
    nature: string | null;
    /** Who publishes it, and whom it relays. */
    voices: readonly string[];
    text: string;
    figures: readonly FigureRow[];
  }[];
  sameUnits: [unit: string, same: string][];
  parties: readonly KnownParty[];
  /** The parser's words, those of the story added. */
  words: VocabRows;
}
