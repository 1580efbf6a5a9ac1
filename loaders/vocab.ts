import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
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

let last: {state: string; hash: string; vocab: Vocab} | undefined;

/**
 * Returns the engine's vocabulary with the words that a story adds in its own
 * folder of CSV files, which may lack any of them; the very same one as long as
 * nothing in either changes. Throws what is wrong in them, all at once: a file
 * that is none of the vocabulary or is empty, a column that is not there, a row
 * that cannot be read.
 */
export function readVocab(own = "seeds/vocab", engine = lexiconFolder): Vocab {
  const state = stateOf(own, engine);
  if (last?.state === state) return last.vocab;
  const {hash, rows} = compiledOf(own, engine, state);
  if (last?.hash === hash) return last.vocab;
  try {
    const vocab = toVocab(rows);
    last = {state, hash, vocab};
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
 * in one file of the cache, with the times, lengths and a hash of what they were
 * read from, and read anew once those are others.
 */
export function compiledVocab(own = "seeds/vocab", engine = lexiconFolder): VocabRows {
  return compiledOf(own, engine, stateOf(own, engine)).rows;
}

/** Returns what tells the vocabulary that was read last from others. */
export const vocabHash = (vocab: Vocab): string | null => (last?.vocab === vocab ? last.hash : null);

const compiledFile = "vocab.json";

interface Kept {
  state: string;
  hash: string;
  rows: VocabRows;
}

// Where no file was written since, none is read: that takes as long as all the rest. What is another is told by its
// bytes, for a copy of a project has other times.
function compiledOf(own: string, engine: string, state: string): Kept {
  const kept = readKept();
  if (kept?.state === state) return kept;
  const hash = hashOf(own, engine);
  const rows = kept?.hash === hash ? kept.rows : readRows(own, engine);
  const made = {state, hash, rows};
  writeCached(compiledFile, JSON.stringify(made));
  return made;
}

function readRows(own: string, engine: string): VocabRows {
  return together((attempt) => {
    const words = attempt(() => readOwn(own));
    const all = attempt(() => readEngine(engine));
    return all && addWords(all, words ?? {});
  }) as VocabRows;
}

// Which files, of what length, written when; and what the rows are made of.
function stateOf(own: string, engine: string): string {
  const files = [...vocabFiles.map((name) => path.posix.join(engine, `${name}.csv`)), ...csvIn(own)];
  const states = files.map((file) => {
    const stat = statSync(file, {throwIfNoEntry: false});
    return `${file} ${stat ? `${stat.size} ${stat.mtimeMs} ${stat.ctimeMs} ${stat.ino}` : "none"}`;
  });
  return [path.resolve(own), path.resolve(engine), ...states, JSON.stringify([vocabColumns, listNames])].join(
    "\n",
  );
}

/** Returns the CSV files in a folder, in the order of their names; none where there is no folder. */
function csvIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".csv"))
    .sort()
    .map((file) => path.posix.join(folder, file));
}

function readKept(): Kept | null {
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
  return together((attempt) => {
    const names = csvIn(folder).map((file) => path.basename(file, ".csv"));
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
  for (const file of csvIn(own)) addFile(file, `own/${path.basename(file)}`);
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
