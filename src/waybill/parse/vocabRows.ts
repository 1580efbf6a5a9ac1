/** The columns of each file of the vocabulary, in lexicon/ and in a story's seeds/vocab/, by its name without .csv. */
export const vocabColumns = {
  changes: ["word", "change", "place"],
  chrome: ["phrase", "role"],
  contexts: ["use", "number", "before", "after", "gives"],
  "country-cues": ["cue", "country"],
  currencies: ["form", "code", "role", "factor"],
  "currencies-by-country": ["name", "country", "code"],
  frames: ["word", "part", "subject", "object", "indirect", "to", "from", "with", "for", "status", "needs"],
  "function-words": ["word", "class"],
  goods: ["term", "goods"],
  hedges: ["phrase", "qualifier", "place"],
  idioms: ["phrase"],
  labels: ["label", "role"],
  "measures-in-words": ["form", "value", "unit", "kind"],
  multiples: ["word", "times", "form"],
  numbers: ["form", "value", "role"],
  outlets: ["name", "canonical", "role"],
  percents: ["form", "unit"],
  "party-nouns": ["word"],
  places: ["form", "country", "role"],
  plurals: ["plural", "singular"],
  scales: ["form", "factor", "role"],
  sources: ["noun", "kind"],
  times: ["word", "role", "value"],
  units: ["form", "unit", "kind", "role"],
  verbs: ["form", "lemma", "frame", "status", "tense"],
  "word-lists": ["list", "words"],
} as const satisfies Record<string, readonly string[]>;

export type VocabFile = keyof typeof vocabColumns;
export const vocabFiles = /* @__PURE__ */ Object.keys(vocabColumns) as VocabFile[];

/** A row of a file, by its columns. */
export type VocabRow<F extends VocabFile> = Record<(typeof vocabColumns)[F][number], string>;

/**
 * A vocabulary as plain data, that a file of JSON holds: the rows of each file,
 * their cells in the order of `vocabColumns`. `toVocab` makes of it what the
 * parser asks.
 */
export type VocabRows = Record<VocabFile, readonly (readonly string[])[]>;

/**
 * Returns an engine's vocabulary with the words of a story added. Of two rows on
 * one word the story's holds; a list has the words of both.
 *
 * @example
 * addWords(engine, {goods: [["kiln", "machinery"]], "word-lists": [["harmedVerbs", "gassed"]]});
 */
export function addWords(engine: VocabRows, own: Partial<VocabRows>): VocabRows {
  const added = (file: VocabFile) => [...(own[file] ?? []), ...engine[file]];
  const rows = Object.fromEntries(vocabFiles.map((file) => [file, added(file)])) as Record<
    VocabFile,
    (readonly string[])[]
  >;
  const joined = new Map<string, Set<string>>();
  for (const [list, words] of rows["word-lists"])
    joined.set(list, new Set([...(joined.get(list) ?? []), ...words.split(" ")]));
  return {...rows, "word-lists": [...joined].map(([list, words]) => [list, [...words].join(" ")])};
}
