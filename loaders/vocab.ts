import {readFileSync} from "node:fs";
import path from "node:path";
import {csvParseRows} from "d3";
import {ContextError} from "./figures/compileContexts.js";
import {compileVocab, type Vocab, type VocabFile, vocabFiles} from "./figures/vocab.js";
import {InputError} from "./InputError.js";

let last: {written: string; vocab: Vocab} | undefined;

/**
 * Returns the vocabulary in the given folder of CSV files, the very same one as
 * long as nothing in it changes. Throws an
 * InputError if one of them is missing, or has a row that cannot be read.
 */
export function readVocab(folder = "seeds/vocab"): Vocab {
  const csv = Object.fromEntries(
    vocabFiles.map((name) => [name, readCsv(path.posix.join(folder, `${name}.csv`))]),
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

function readCsv(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    throw new InputError(file, null, `cannot be read: ${(cause as NodeJS.ErrnoException).code}`, {cause});
  }
  const rows = csvParseRows(text);
  const columns = rows[0].length;
  rows.forEach((row, i) => {
    if (row.length !== columns)
      throw new InputError(file, i + 1, `expected ${columns} cells, found ${row.length}: "${row}"`);
  });
  return text;
}
