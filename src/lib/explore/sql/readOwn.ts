import type {Engine} from "./Engine.js";

/**
 * Makes a table of a reader's own file, and returns its name: CSV in any
 * encoding and with any delimiter, JSON, Parquet or Arrow; of an article, as text
 * or saved page, the figures that it states. What a file is, its first bytes say,
 * and where they are words, its ending. Nothing leaves the browser. A file that is called
 * like one of our tables does not stand in its place. Throws in a line what
 * cannot be read.
 */
export async function readOwn(
  file: File,
  engine: Engine,
  {root, tables}: {root: URL; tables: readonly string[]},
): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length === 0) throw new Error("is empty");
  const name = nameOf(file.name, tables);
  const isProse = /\.(?:txt|md|html?)$/i.test(file.name);
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 8));
  if (start.startsWith("PAR1")) {
    const [{parquetReadObjects}, {compressors}] = await Promise.all([
      import("hyparquet"),
      import("hyparquet-compressors"),
    ]);
    const rows = await parquetReadObjects({file: bytes.buffer as ArrayBuffer, compressors});
    await engine.addTable(name, await arrowOf(rows));
  } else if (start.startsWith("ARROW1") || start.startsWith("\xff\xff\xff\xff")) {
    await engine.addTable(name, await streamOf(bytes));
  } else if (!isProse && /^[\s\xef\xbb\xbf]*[[{]/.test(start)) {
    await engine.addTable(name, await arrowOf(rowsOf(jsonIn(textOf(bytes)))));
  } else {
    if (bytes.subarray(0, 4096).includes(0) && !isUtf16(bytes))
      throw new Error("is neither CSV, JSON, Parquet, Arrow nor text");
    const text = textOf(bytes);
    if (isProse || /^\s*</.test(text)) {
      const {readProse} = await import("./readProse.js");
      await engine.addTable(name, await arrowOf(rowsOf(await readProse(text, root))));
    } else await engine.addCsv(name, text.replace(/^\ufeff/, ""));
  }
  return name;
}

/** Returns a table's name from a file's: letters, digits and underscores, not beginning with a digit; none of those that are taken. */
export function nameOf(file: string, taken: readonly string[] = []): string {
  const name = file
    .replace(/\.[^.]*$/, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_+|_+$/g, "");
  const whole = /^\p{L}/u.test(name) ? name : `t_${name || "own"}`;
  return taken.includes(whole) ? `own_${whole}` : whole;
}

const isUtf16 = ([a, b]: Uint8Array): boolean => (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);

/** Returns text in UTF-8 or UTF-16 by its mark, UTF-8 if it is that throughout, else in the encoding of Western Windows. */
export function textOf(bytes: Uint8Array): string {
  if (isUtf16(bytes)) return new TextDecoder(bytes[0] === 0xff ? "utf-16le" : "utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Returns what a JSON file holds; of one with an object on each line, the list of them. */
export function jsonIn(text: string): unknown {
  const lines = text.trim().split(/\r?\n/);
  const isLines = lines.length > 1 && lines.every((line) => /^\{.*\}\s*$/.test(line));
  return isLines ? lines.map((line) => JSON.parse(line)) : JSON.parse(text);
}

/** Returns the rows of a JSON file: a list of objects, or the first such list in an object. */
export function rowsOf(json: unknown): Record<string, unknown>[] {
  const lists = Array.isArray(json) ? [json] : Object.values(json as object).filter(Array.isArray);
  const rows = lists.find((list) => list.length > 0 && list.every(isRow));
  if (!rows) throw new Error("holds no list of objects");
  return rows;
}

const isRow = (row: unknown): row is Record<string, unknown> =>
  typeof row === "object" && row !== null && !Array.isArray(row);

async function streamOf(bytes: Uint8Array): Promise<Uint8Array> {
  const {tableFromIPC, tableToIPC} = await import("apache-arrow");
  try {
    return tableToIPC(tableFromIPC(bytes), "stream");
  } catch {
    throw new Error("begins as an Arrow file, and cannot be read as one");
  }
}

async function arrowOf(rows: Record<string, unknown>[]): Promise<Uint8Array> {
  const {table} = await import("arquero");
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (names.length === 0) throw new Error("holds no list of objects");
  const cells = Object.fromEntries(
    names.map((name) => [name, ofOneType(rows.map((row) => cellOf(row[name])))]),
  );
  return table(cells).toArrowIPC({format: "stream"}) as Uint8Array;
}

/** Returns the cells of a column, as words if they are not all of one type. */
function ofOneType(cells: unknown[]): unknown[] {
  const types = new Set(
    cells.filter((cell) => cell !== null).map((cell) => (cell instanceof Date ? "date" : typeof cell)),
  );
  return types.size > 1 ? cells.map((cell) => (cell === null ? null : wordsOf(cell))) : cells;
}

const wordsOf = (cell: unknown): string => (cell instanceof Date ? cell.toISOString() : String(cell));

const cellOf = (cell: unknown): unknown => {
  if (cell === undefined) return null;
  if (cell instanceof Date || typeof cell !== "object" || cell === null) return cell;
  return JSON.stringify(cell, (_key, value) => (typeof value === "bigint" ? plainBigInt(value) : value));
};

const plainBigInt = (value: bigint): number | string =>
  Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
