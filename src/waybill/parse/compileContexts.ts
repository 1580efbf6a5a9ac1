import {contextClasses} from "./contextClasses.js";
import type {Context, Contexts, Test} from "./contexts.js";
import type {Doc} from "./document.js";

/** A row of src/waybill/parse/lexicon/contexts.csv. */
export interface ContextRow {
  use: string;
  number: string;
  before: string;
  after: string;
  gives: string;
}

/** A row of contexts.csv that cannot be read, with its line in the file. */
export class ContextError extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
    this.name = "ContextError";
  }
}

interface Item {
  /** The words it stands for, where it stands for given ones only. */
  words: readonly string[] | null;
  test: Test;
}

/**
 * Returns the contexts of each use, from the rows of src/waybill/parse/lexicon/contexts.csv.
 * Throws a ContextError with the line if an item of a row cannot be read.
 *
 * A pattern is the items next to the number, with spaces between them. An item
 * is words with | between them; each is a word, @list (of word-lists.csv),
 * &class (of contextClasses.ts) or *end (of a word), and with ! in front stands
 * for all else. A condition of the number is digits, words, whole, decimal, fives, <N or
 * >N. A row serves several uses with | between them.
 *
 *     compileContexts([{use: "age", number: "<120", before: "as young as", after: "", gives: "0.8"}], {});
 */
export function compileContexts(
  rows: readonly ContextRow[],
  lists: Record<string, ReadonlySet<string>>,
): Record<string, Contexts> {
  const uses: Record<string, Contexts> = {};
  rows.forEach((row, order) => {
    const fail = (item: string): never => {
      throw new ContextError(order + 2, `"${item}" is no list, no class and no condition`);
    };
    const items = (pattern: string) =>
      pattern
        .split(" ")
        .filter((item) => item !== "")
        .map((item) => readItem(item, lists, fail));
    const before = items(row.before).reverse();
    const after = items(row.after);
    const context: Context = {
      order,
      fits: readConditions(row.number, fail),
      before: before.map(({test}) => test),
      after: after.map(({test}) => test),
      gives: row.gives,
    };
    for (const use of row.use.split("|")) {
      uses[use] ??= {before: new Map(), after: new Map(), other: []};
      const {before: byBefore, after: byAfter, other} = uses[use];
      const [index, words] = before[0]?.words ? [byBefore, before[0].words] : [byAfter, after[0]?.words];
      if (!words) other.push(context);
      else
        for (const word of words) {
          const known = index.get(word);
          if (known) known.push(context);
          else index.set(word, [context]);
        }
    }
  });
  return uses;
}

function readItem(
  item: string,
  lists: Record<string, ReadonlySet<string>>,
  fail: (item: string) => never,
): Item {
  const words = new Set<string>();
  const tests: Test[] = [];
  for (const part of item.split("|")) {
    const name = part.slice(1);
    if (part.length > 1 && part.startsWith("!")) {
      const {test} = readItem(name, lists, fail);
      tests.push((doc, k) => !test(doc, k));
    } else if (part.length > 1 && part.startsWith("@"))
      for (const word of lists[name] ?? fail(item)) words.add(word);
    else if (part.length > 1 && part.startsWith("&")) tests.push(contextClasses[name] ?? fail(item));
    else if (part.length > 1 && part.startsWith("*"))
      tests.push(
        ({word}: Doc, k) => word[k] !== undefined && word[k].length > name.length && word[k].endsWith(name),
      );
    else words.add(part);
  }
  const isOne: Test = ({word}, k) => words.has(word[k]);
  if (tests.length === 0) return {words: [...words], test: isOne};
  if (words.size > 0) tests.push(isOne);
  return {words: null, test: tests.length === 1 ? tests[0] : (doc, k) => tests.some((test) => test(doc, k))};
}

function readConditions(conditions: string, fail: (item: string) => never): Context["fits"] {
  const all = conditions
    .split(" ")
    .filter((item) => item !== "")
    .map((item): Context["fits"] => {
      const limit = Number(item.slice(1));
      if (item === "digits") return (_, isDigits) => isDigits;
      if (item === "fives") return (value) => value !== null && value % 5 === 0;
      if (item === "whole") return (value) => value !== null && Number.isInteger(value);
      if (item === "decimal") return (value) => value !== null && !Number.isInteger(value);
      if (item === "words") return (_, isDigits) => !isDigits;
      if (item.startsWith("<") && limit > 0) return (value) => value !== null && value < limit;
      if (item.startsWith(">") && limit >= 0) return (value) => value !== null && value > limit;
      return fail(item);
    });
  return (value, isDigits) => all.every((fits) => fits(value, isDigits));
}
