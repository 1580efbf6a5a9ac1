import path from "node:path";
import {csvFormat} from "d3";
import {ContextError} from "../src/waybill/parse/compileContexts.js";
import {compileVocab, type Vocab, type VocabFile, vocabFiles} from "../src/waybill/parse/vocab.js";
import {InputError, together} from "./InputError.js";
import {readCsv} from "./readCsv.js";

const columns: Record<VocabFile, string> = {
  changes: "word,change,place",
  chrome: "phrase,role",
  contexts: "use,number,before,after,gives",
  "country-cues": "cue,country",
  currencies: "form,code,role,factor",
  "currencies-by-country": "name,country,code",
  "function-words": "word,class",
  goods: "term,goods",
  hedges: "phrase,qualifier,place",
  idioms: "phrase",
  labels: "label,role",
  "measures-in-words": "form,value,unit,kind",
  multiples: "word,times,form",
  numbers: "form,value,role",
  outlets: "name,canonical,role",
  percents: "form,unit",
  "party-nouns": "word",
  places: "form,country,role",
  plurals: "plural,singular",
  scales: "form,factor,role",
  sources: "noun,kind",
  times: "word,role,value",
  units: "form,unit,kind,role",
  verbs: "form,lemma,frame,status,tense",
  "word-lists": "list,words",
};

let last: {written: string; vocab: Vocab} | undefined;

/**
 * Returns the vocabulary in the given folder of CSV files, the very same one as
 * long as nothing in it changes. Throws what is wrong in them, all at once: a
 * file that is missing or empty, a column that is not there, a row that cannot
 * be read.
 */
export function readVocab(folder = "seeds/vocab"): Vocab {
  const csv = together((attempt) =>
    Object.fromEntries(vocabFiles.map((name) => [name, attempt(() => readVocabFile(folder, name))])),
  ) as Record<VocabFile, string>;
  const written = JSON.stringify(csv);
  if (last?.written === written) return last.vocab;
  try {
    const vocab = compileVocab(csv);
    last = {written, vocab};
    return vocab;
  } catch (error) {
    if (!(error instanceof ContextError)) throw error;
    throw new InputError(path.posix.join(folder, "contexts.csv"), error.line, error.message, {cause: error});
  }
}

function readVocabFile(folder: string, name: VocabFile): string {
  const file = path.posix.join(folder, `${name}.csv`);
  const rows = readCsv(file, columns[name].split(","));
  if (rows.length === 0 && name === "word-lists")
    throw new InputError(file, 1, "has no lists (the parser cannot do without them)");
  return csvFormat(
    rows.map(({cells}) => cells),
    columns[name].split(","),
  );
}
