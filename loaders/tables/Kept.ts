import type {Article} from "../../src/waybill/model/figure.js";
import type {TextReading} from "../../src/waybill/parse/parseFigures.js";
import type {Alone} from "./alone.js";
import type {Named, Spelling} from "./parties.js";

/**
 * What was made of single articles and single wordings, for the tables that are
 * made next: it holds as long as the vocabulary and the parties are the same. An
 * article is the very same object as long as its file says the same. What stands
 * on several articles is made anew each time, and is in none of it.
 */
export class Kept {
  /** What an article says by itself, as it was read. */
  readonly alone = new WeakMap<Article, {read: TextReading; alone: Alone}>();
  /** The parties of the vocabulary that an article names. */
  readonly spellings = new WeakMap<Article, readonly Spelling[]>();
  /** Whom a wording names. */
  readonly named = new Map<string, Named | null>();
}
