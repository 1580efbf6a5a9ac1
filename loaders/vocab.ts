import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import path from "node:path";
import {ContextError} from "../src/waybill/parse/compileContexts.js";
import {toVocab, type Vocab} from "../src/waybill/parse/vocab.js";
import {
  addWords,
  type VocabFile,
  type VocabRows,
  vocabColumns,
  vocabFiles,
} from "../src/waybill/parse/vocabRows.js";
import {readBytes} from "./articles/readText.js";
import {lexiconFolder} from "./engine.js";
import {InputError, together} from "./InputError.js";
import {listNames} from "./listNames.js";
import {readCsv} from "./readCsv.js";
import {cacheFolder, writeCached} from "./site/cache.js";

/** Files of a story's vocabulary that tables are made with, and not the parser's. */
const otherFiles = ["coordinates", "parties", "rates", "same-units"];

let last: {written: string; vocab: Vocab} | undefined;

/**
 * Returns the engine's vocabulary with the words that a story adds in its own
 * folder of CSV files, which may lack any of them; the very same one as long as
 * nothing in either changes. Throws what is wrong in them, all at once: a file
 * that is none of the vocabulary or is empty, a column that is not there, a row
 * that cannot be read.
 */
export function readVocab(own = "seeds/vocab", engine = lexiconFolder): Vocab {
  const written = hashOf(own, engine);
  if (last?.written === written) return last.vocab;
  const rows = compiledOf(own, engine, written);
  try {
    const vocab = toVocab(rows);
    last = {written, vocab};
    return vocab;
  } catch (error) {
    if (!(error instanceof ContextError)) throw error;
    // A story's rows stand before the engine's.
    const ours = rows.contexts.length - readVocabFile(engine, "contexts").length;
    const [folder, line] = error.line - 2 < ours ? [own, error.line] : [engine, error.line - ours];
    throw new InputError(path.posix.join(folder, "contexts.csv"), line, error.message, {cause: error});
  }
}

/**
 * Returns the rows of the engine's vocabulary with a story's added. They are kept
 * in one file of the cache, with a hash of what they were read from, and read
 * anew once that is another.
 */
export function compiledVocab(own = "seeds/vocab", engine = lexiconFolder): VocabRows {
  return compiledOf(own, engine, hashOf(own, engine));
}

const compiledFile = "vocab.json";

function compiledOf(own: string, engine: string, hash: string): VocabRows {
  const kept = readKept();
  if (kept?.hash === hash) return kept.rows;
  const rows = together((attempt) => {
    const words = attempt(() => readOwn(own));
    const all = attempt(() => readEngine(engine));
    return all && addWords(all, words ?? {});
  }) as VocabRows;
  writeCached(compiledFile, JSON.stringify({hash, rows}));
  return rows;
}

function readKept(): {hash: string; rows: VocabRows} | null {
  try {
    return JSON.parse(readFileSync(path.join(cacheFolder, compiledFile), "utf8"));
  } catch {
    return null;
  }
}

/** Returns the rows of the engine's own vocabulary. Throws all that is wrong in it. */
export function readEngine(folder = lexiconFolder): VocabRows {
  return together((attempt) => {
    const rows = vocabFiles.map((name) => [name, attempt(() => readVocabFile(folder, name))]);
    attempt(() => checkLists(folder));
    return Object.fromEntries(rows);
  }) as VocabRows;
}

function readOwn(folder: string): Partial<VocabRows> {
  if (!existsSync(folder)) return {};
  return together((attempt) => {
    const names = readdirSync(folder)
      .filter((file) => file.endsWith(".csv"))
      .map((file) => file.slice(0, -".csv".length));
    const rows = names
      .filter((name) => !otherFiles.includes(name))
      .map((name) => [name, attempt(() => readVocabFile(folder, knownName(folder, name)))]);
    return Object.fromEntries(rows);
  });
}

function knownName(folder: string, name: string): VocabFile {
  const known = vocabFiles.find((file) => file === name);
  if (known) return known;
  const have = [...vocabFiles, ...otherFiles].sort().join(", ");
  throw new InputError(
    path.posix.join(folder, `${name}.csv`),
    null,
    `is no file of the vocabulary (have: ${have})`,
  );
}

function readVocabFile(folder: string, name: VocabFile): string[][] {
  const columns: readonly string[] = vocabColumns[name];
  return readCsv(path.posix.join(folder, `${name}.csv`), columns).map(({cells}) =>
    columns.map((column) => cells[column]),
  );
}

function checkLists(folder: string): void {
  const file = path.posix.join(folder, "word-lists.csv");
  const names = new Set(readCsv(file, vocabColumns["word-lists"]).map(({cells}) => cells.list));
  if (names.size === 0) throw new InputError(file, 1, "has no lists (the parser cannot do without them)");
  const missing = listNames.filter((name) => !names.has(name));
  if (missing.length > 0)
    throw new InputError(file, null, `lacks what the parser asks for: ${missing.join(", ")}`);
}

// What the rows are made of: the columns and lists that are asked for, and every byte.
function hashOf(own: string, engine: string): string {
  const hash = createHash("sha256").update(JSON.stringify([vocabColumns, listNames]));
  for (const name of vocabFiles) addFile(path.posix.join(engine, `${name}.csv`), name);
  if (existsSync(own))
    for (const file of readdirSync(own).sort())
      if (file.endsWith(".csv")) addFile(path.posix.join(own, file), `own/${file}`);
  return hash.digest("hex");

  function addFile(file: string, name: string): void {
    const bytes = attemptBytes(file);
    hash.update(`${name} ${bytes.length}\n`).update(bytes);
  }
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
