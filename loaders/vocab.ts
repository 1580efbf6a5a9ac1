import {createHash} from "node:crypto";
import {readFileSync, statSync} from "node:fs";
import path from "node:path";
import {ContextError} from "../src/waybill/parse/compileContexts.js";
import {toVocab, type Vocab} from "../src/waybill/parse/vocab.js";
import {type VocabFile, type VocabRows, vocabColumns, vocabFiles} from "../src/waybill/parse/vocabRows.js";
import {readBytes} from "./articles/readText.js";
import {InputError, together} from "./InputError.js";
import {listNames} from "./listNames.js";
import {readCsv} from "./readCsv.js";
import {cacheFolder, writeCached} from "./site/cache.js";

let last: {state: string; hash: string; vocab: Vocab} | undefined;

/**
 * Returns the vocabulary in the given folder of CSV files, the very same one as
 * long as nothing in it changes. Throws what is wrong in them, all at once: a
 * file that is missing or empty, a column that is not there, a row that cannot
 * be read.
 */
export function readVocab(folder = "seeds/vocab"): Vocab {
  const state = stateOf(folder);
  if (last?.state === state) return last.vocab;
  const {hash, rows} = compiledOf(folder, state);
  if (last?.hash === hash) return last.vocab;
  try {
    const vocab = toVocab(rows);
    last = {state, hash, vocab};
    return vocab;
  } catch (error) {
    if (!(error instanceof ContextError)) throw error;
    throw new InputError(path.posix.join(folder, "contexts.csv"), error.line, error.message, {cause: error});
  }
}

/**
 * Returns the rows of the CSV files in a folder. They are kept in one file of
 * the cache, with the times, lengths and a hash of what they were read from, and
 * read anew once those are others.
 */
export function compiledVocab(folder: string): VocabRows {
  return compiledOf(folder, stateOf(folder)).rows;
}

const compiledFile = "vocab.json";

interface Kept {
  state: string;
  hash: string;
  rows: VocabRows;
}

// Where no file was written since, none is read: that takes as long as all the rest. What is another is told by its
// bytes, for a copy of a project has other times.
function compiledOf(folder: string, state: string): Kept {
  const kept = readKept();
  if (kept?.state === state) return kept;
  const hash = hashOf(folder);
  const rows = kept?.hash === hash ? kept.rows : readRows(folder);
  const made = {state, hash, rows};
  writeCached(compiledFile, JSON.stringify(made));
  return made;
}

// Which files, of what length, written when; and what the rows are made of.
function stateOf(folder: string): string {
  const files = vocabFiles.map((name) => {
    const stat = statSync(path.posix.join(folder, `${name}.csv`), {throwIfNoEntry: false});
    return stat ? `${stat.size} ${stat.mtimeMs} ${stat.ctimeMs} ${stat.ino}` : "none";
  });
  return [path.resolve(folder), ...files, JSON.stringify([vocabColumns, listNames])].join("\n");
}

function readKept(): Kept | null {
  try {
    return JSON.parse(readFileSync(path.join(cacheFolder, compiledFile), "utf8"));
  } catch {
    return null;
  }
}

function readRows(folder: string): VocabRows {
  return together((attempt) =>
    Object.fromEntries(vocabFiles.map((name) => [name, attempt(() => readVocabFile(folder, name))])),
  ) as Record<VocabFile, string[][]>;
}

function readVocabFile(folder: string, name: VocabFile): string[][] {
  const columns: readonly string[] = vocabColumns[name];
  const file = path.posix.join(folder, `${name}.csv`);
  const rows = readCsv(file, columns);
  if (rows.length === 0 && name === "word-lists")
    throw new InputError(file, 1, "has no lists (the parser cannot do without them)");
  if (name === "word-lists") checkLists(file, new Set(rows.map(({cells}) => cells.list)));
  return rows.map(({cells}) => columns.map((column) => cells[column]));
}

function checkLists(file: string, names: ReadonlySet<string>): void {
  const missing = listNames.filter((name) => !names.has(name));
  if (missing.length > 0)
    throw new InputError(file, null, `lacks what the parser asks for: ${missing.join(", ")}`);
}

// What the rows are made of: the columns and lists that are asked for, and every byte.
function hashOf(folder: string): string {
  const hash = createHash("sha256").update(JSON.stringify([vocabColumns, listNames]));
  for (const name of vocabFiles) {
    const bytes = attemptBytes(path.posix.join(folder, `${name}.csv`));
    hash.update(`${name} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex");
}

// A file that cannot be read is told of with the others, when the rows are read.
function attemptBytes(file: string): Buffer {
  try {
    return readBytes(file);
  } catch (error) {
    if (error instanceof InputError) return Buffer.from(error.problem);
    throw error;
  }
}
