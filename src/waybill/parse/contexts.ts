import type {Doc} from "./document.js";

/** Whether the token at a place is one of those that an item of a pattern stands for. */
export type Test = (doc: Doc, at: number) => boolean;

/** One row of src/waybill/parse/lexicon/contexts.csv: the words around a number, and what they tell of it. */
export interface Context {
  /** The row’s place in the file: of those that fit, the first one tells. */
  order: number;
  fits: (value: number | null, isDigits: boolean) => boolean;
  /** Tests of the words before the number, the nearest first, and of those after it. */
  before: readonly Test[];
  after: readonly Test[];
  gives: string;
}

/** The rows of one use, by the word right before or right after the number where that is a given one. */
export interface Contexts {
  before: Map<string, Context[]>;
  after: Map<string, Context[]>;
  other: Context[];
}

/**
 * Returns what the words around the tokens [from, to) of a number tell of it:
 * what the first row gives that fits, or null.
 *
 *     contextOf(doc, "aside", from, to, 7, true) // "time" in “22 minutes past 7,”
 */
export function contextOf(
  doc: Doc,
  use: string,
  from: number,
  to: number,
  value: number | null = null,
  isDigits = false,
): string | null {
  // A vocabulary may have no row for a use.
  const contexts: Contexts | undefined = doc.vocab.contexts[use];
  if (!contexts) return null;
  let best: Context | null = null;
  // Three times the same, for a number of a list asks it a dozen times: an array of the three would be made each time.
  const look = (rows: readonly Context[] | undefined): void => {
    if (rows === undefined) return;
    for (const row of rows) {
      if (best !== null && row.order > best.order) return;
      if (!isAround(doc, row, from, to, value, isDigits)) continue;
      best = row;
      return;
    }
  };
  look(contexts.before.get(doc.word[from - 1]));
  look(contexts.after.get(doc.word[to]));
  look(contexts.other);
  return (best as Context | null)?.gives ?? null;
}

function isAround(
  doc: Doc,
  {fits, before, after}: Context,
  from: number,
  to: number,
  value: number | null,
  isDigits: boolean,
): boolean {
  for (let n = 0; n < before.length; n++) if (!before[n](doc, from - 1 - n)) return false;
  for (let n = 0; n < after.length; n++) if (!after[n](doc, to + n)) return false;
  return fits(value, isDigits);
}
