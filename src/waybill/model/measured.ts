/** What a statement says that it measures: its thing in the article's words, and the noun that it counts. */
export interface Measured {
  kind: string;
  thing: string | null;
  /** The unit as the article writes it, and in the sense of seeds/vocab/same-units.csv. */
  writtenUnit: string | null;
  unit: string | null;
}

/**
 * Returns whether two statements measure the same by their words: the deficit and
 * the budget deficit do, the trade deficit and the budget deficit do not. Null
 * where one of them does not say, or only broadly: “equipment”, “goods”, “people”.
 */
export function measureAlike(a: Measured, b: Measured, broad: ReadonlySet<string>): boolean | null {
  const [x, y] = [a, b].map((one) => namesOf(one, broad));
  if (x.size > 0 && y.size > 0) {
    const [less, more] = x.size <= y.size ? [x, y] : [y, x];
    return [...less].every((word) => more.has(word));
  }
  return a.kind === "count" && a.unit !== null && !broad.has(a.unit) ? true : null;
}

// The noun that is counted is the same for both, by whichever of its names: it tells nothing apart.
function namesOf({kind, thing, writtenUnit}: Measured, broad: ReadonlySet<string>): Set<string> {
  const names = wordsOf(thing ?? "");
  if (kind === "count" && writtenUnit !== null) for (const word of wordsOf(writtenUnit)) names.delete(word);
  for (const word of names) if (broad.has(word)) names.delete(word);
  return names;
}

/** Whether one of two wordings of a thing has all the words of the other. */
export function isAlike(a: string, b: string): boolean {
  const [less, more] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.size - y.size);
  return less.size > 0 && [...less].every((word) => more.has(word));
}

/** Whether a number tells one fact from others: 63 and 4,470,000 do; 3 and 12 do not, nor do 100,000 and a trillion. */
export function isTelling(value: number): boolean {
  return Math.abs(value) > 20 && !/^\d0*(?:e|$)/.test(String(Math.abs(value)));
}

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu) ?? [];
  return new Set(
    words
      .map((word) => word.replace(/['’]s?$/, ""))
      .filter((word) => !little.has(word))
      .map((word) => (word.length > 3 ? word.replace(/(?<!s)s$/, "") : word)),
  );
}

const little = new Set(
  "the a an and or of from for with in on at to by its their his her this that".split(" "),
);
