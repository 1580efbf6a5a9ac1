import {readFileSync} from "node:fs";
import path from "node:path";
import {compileVocab, type Vocab, type VocabFile, vocabFiles} from "./figures/vocab.js";
import {InputError} from "./InputError.js";

/**
 * Returns the vocabulary in the given folder of CSV files. Throws an
 * InputError if one of them is missing or has a row that is too short.
 */
export function readVocab(folder = "seeds/vocab"): Vocab {
  return compileVocab(
    Object.fromEntries(
      vocabFiles.map((name) => [name, readCsv(path.posix.join(folder, `${name}.csv`))]),
    ) as Record<VocabFile, string>,
  );
}

function readCsv(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    throw new InputError(file, null, `cannot be read: ${(cause as NodeJS.ErrnoException).code}`, {cause});
  }
  const rows = text.trimEnd().split(/\r?\n/);
  const columns = rows[0].split(",").length;
  rows.forEach((row, i) => {
    const cells = row.split(",").length;
    if (cells !== columns)
      throw new InputError(file, i + 1, `expected ${columns} cells, found ${cells}: "${row}"`);
  });
  return text;
}
